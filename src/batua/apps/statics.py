"""Serves the built web app and our own pages: compressed, cached for ever by name, strict CSP."""

import hashlib
import mimetypes
import secrets
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException
from litestar.handlers import HTTPRouteHandler

from batua.kit.refusal import Refusal

ROOT = Path(__file__).resolve().parents[3]
DIST = ROOT / "web" / "dist"
OWN = Path(__file__).resolve().parent / "static"
NONCE_MARK = "__CSP_NONCE__"
HASHED_FOLDER = "assets/"

mimetypes.add_type("application/manifest+json", ".webmanifest")
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("text/javascript", ".mjs")
mimetypes.add_type("application/wasm", ".wasm")
mimetypes.add_type("font/woff2", ".woff2")

CSP_APP = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'nonce-{nonce}'; "
    "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
    "worker-src 'self'; media-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'self'"
)
CSP_DOCS = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"
)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file in memory with its compressed forms."""

    body: bytes
    media_type: str
    etag: str
    encodings: dict[str, bytes]


def load_folder(folder: Path) -> dict[str, Asset]:
    """Every file of a folder by relative path; `.br` and `.gz` siblings are its other forms."""
    found: dict[str, Asset] = {}
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.suffix in {".br", ".gz", ".map"}:
            continue
        body = path.read_bytes()
        forms = {
            name: path.with_name(path.name + suffix).read_bytes()
            for name, suffix in (("br", ".br"), ("gzip", ".gz"))
            if path.with_name(path.name + suffix).exists()
        }
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        etag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
        found[path.relative_to(folder).as_posix()] = Asset(body, kind, etag, forms)
    return found


def _send(request: Request[Any, Any, Any], name: str, asset: Asset) -> Response[bytes]:
    is_hashed = name.startswith(HASHED_FOLDER)
    headers = {
        "ETag": asset.etag,
        "Vary": "Accept-Encoding",
        "Cache-Control": "public, max-age=31536000, immutable" if is_hashed else "no-cache",
    }
    if name.endswith("sw.js"):
        headers["Content-Security-Policy"] = CSP_APP.format(nonce=secrets.token_urlsafe(8))
    if request.headers.get("if-none-match") == asset.etag:
        return Response(b"", status_code=304, headers=headers)
    accepted = request.headers.get("accept-encoding", "")
    for encoding, body in asset.encodings.items():
        if encoding in accepted:
            headers["Content-Encoding"] = encoding
            return Response(body, media_type=asset.media_type, headers=headers)
    return Response(asset.body, media_type=asset.media_type, headers=headers)


def _page(template: str) -> Response[bytes]:
    """The app's one page, with a fresh nonce for the styles that it makes at run time."""
    nonce = secrets.token_urlsafe(18)
    return Response(
        template.replace(NONCE_MARK, nonce).encode(),
        media_type="text/html; charset=utf-8",
        headers={
            "Content-Security-Policy": CSP_APP.format(nonce=nonce),
            "Cache-Control": "no-cache",
        },
    )


def _html(body: str, title: str, head: str = "") -> Response[bytes]:
    text = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="/favicon.svg">{head}</head><body>{body}</body></html>'
    )
    return Response(
        text.encode(),
        media_type="text/html; charset=utf-8",
        headers={"Content-Security-Policy": CSP_DOCS},
    )


def errors_page() -> Response[bytes]:
    """Every code that a problem may carry, and what to do about it."""
    parts = ["<main><h1>Why was I refused?</h1>"]
    for code, refusal in sorted(Refusal.registry.items()):
        again = "The same request may succeed later." if refusal.retry else ""
        parts.append(
            f'<section id="{escape(code)}"><h2>{escape(code)}</h2>'
            f"<p>{escape(refusal.summary())}</p><p>{escape(refusal.todo)} {again}</p>"
            f'<p class="kind">{escape(refusal.kind.value)}</p></section>'
        )
    parts.append("</main>")
    sheet = '<link rel="stylesheet" href="/own/docs.css">'
    return _html("".join(parts), "Batua: refusals", sheet)


def docs_page() -> Response[bytes]:
    """Swagger UI with its files served by us."""
    head = (
        '<link rel="stylesheet" href="/swagger/swagger-ui.css">'
        '<script src="/swagger/swagger-ui-bundle.js" defer></script>'
        '<script src="/own/docs.js" defer></script>'
    )
    return _html('<div id="docs"></div>', "Batua API", head)


def routes(dist: Path = DIST) -> list[HTTPRouteHandler]:
    """The handlers of the app's pages and files; unknown paths open the app, which has its own
    page for them.
    """
    assets = load_folder(dist) if dist.exists() else {}
    own = {f"own/{name}": asset for name, asset in load_folder(OWN).items()}
    assets = {**assets, **own}
    template = assets.pop("index.html", None)

    @get(["/", "/{path:path}"], permission="public", include_in_schema=False, name="web_app")
    async def web_app(request: Request[Any, Any, Any], path: str = "") -> Response[bytes]:
        name = path.strip("/")
        asset = assets.get(name)
        if asset is not None:
            return _send(request, name, asset)
        if name.startswith(("api/", HASHED_FOLDER, "own/", "swagger/")) or "." in name:
            raise NotFoundException
        if template is None:
            return _html(
                "<h1>The web app is not built.</h1><p>Run <code>make web</code>.</p>", "Batua"
            )
        return _page(template.body.decode())

    @get("/docs/errors", permission="public", include_in_schema=False)
    async def errors() -> Response[bytes]:
        return errors_page()

    @get("/api/docs", permission="public", include_in_schema=False)
    async def docs() -> Response[bytes]:
        return docs_page()

    return [web_app, errors, docs]
