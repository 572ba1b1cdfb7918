"""What checkout pages of ours look like: a page each, with nothing that is loaded from elsewhere."""

import base64
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from typing import Final
from urllib.parse import urlsplit

from batua.kit import clock
from batua.kit.web import qr_svg
from batua.kit.words import nearest, say
from batua.modules.gateways.types import Attempt, AttemptState, HandOver, Page, Scan

STYLE: Final = """
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
body { margin: 0; background: #f6f4ef; color: #1d1b16; }
main { box-sizing: border-box; max-width: 26rem; margin: 0 auto; padding: 2rem 1.25rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; overflow-wrap: anywhere; }
p { margin: .5rem 0 1rem; overflow-wrap: anywhere; }
.code { background: #fff; border-radius: 1rem; padding: .5rem; }
.code svg { display: block; width: 100%; height: auto; }
.go, .back { box-sizing: border-box; display: block; width: 100%; min-height: 3rem;
  margin: .75rem 0; padding: .75rem 1rem; border-radius: .75rem; border: 2px solid #0b5c4a;
  font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; }
.go { background: #0b5c4a; color: #fff; }
.back { background: none; color: #0b5c4a; }
:focus-visible { outline: 3px solid #c26a00; outline-offset: 2px; }
@media (prefers-color-scheme: dark) {
  body { background: #171612; color: #f1eee6; }
  .go { background: #7fd6bf; border-color: #7fd6bf; color: #10231e; }
  .back { border-color: #7fd6bf; color: #7fd6bf; }
}
"""
SCRIPT: Final = """
const main = document.querySelector("main");
const form = document.forms[0];
if (form) form.submit();
async function look() {
  const answer = await fetch(location.pathname + "/state");
  if (answer.ok && !(await answer.json()).is_open) location.replace(main.dataset.next);
}
if (main.dataset.waits) setInterval(() => document.hidden || look().catch(() => {}), 3000);
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page, and its Content-Security-Policy."""

    html: str
    policy: str


def is_open(known: Attempt) -> bool:
    """Whether the payer can still pay."""
    is_over = known.expires_at is not None and clock.now() >= known.expires_at
    return known.state in {AttemptState.PENDING, AttemptState.UNKNOWN} and not is_over


def checkout(known: Attempt, page: Page | None, languages: str) -> Shown:
    """The page of a checkout, in the first language that the browser asks for."""
    language = nearest(languages.partition(",")[0].partition(";")[0].strip())
    back = known.return_url or f"/api/v1/checkouts/{known.id}"
    pay = escape(say(language, "gateways.page.pay", amount=known.amount))
    match page:
        case HandOver():
            return _page(language, pay, _hand_over(page, language), back, target=page.address)
        case Scan():
            return _page(language, pay, _scan(page, language), back, waits=True)
        case None:
            return _page(*_over(known, language), back)


def _hand_over(page: HandOver, language: str) -> str:
    fields = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in page.fields.items()
    )
    go_on = escape(say(language, "gateways.page.go_on"))
    return (
        f'<form method="post" action="{escape(page.address)}">{fields}'
        f'<button class="go">{go_on}</button></form>'
    )


def _scan(page: Scan, language: str) -> str:
    told = {
        key: escape(say(language, f"gateways.page.{key}", name=page.payee, address=page.address))
        for key in ("to", "scan", "open_app", "waiting")
    }
    return (
        f"<p>{told['to']}</p><p>{told['scan']}</p>"
        f'<div class="code" role="img" aria-label="{told["scan"]}">{qr_svg(page.code)}</div>'
        f'<a class="go" href="{escape(page.link)}">{told["open_app"]}</a><p>{told["waiting"]}</p>'
    )


def _over(known: Attempt, language: str) -> tuple[str, str, str]:
    key = "not_now" if is_open(known) else "over"
    if known.state in {AttemptState.SUCCEEDED, AttemptState.MISMATCHED}:
        key = "paid"
    return language, escape(say(language, f"gateways.page.{key}")), ""


def _page(
    language: str, title: str, body: str, back: str, *, target: str = "", waits: bool = False
) -> Shown:
    key = "gateways.page.i_paid" if waits else "gateways.page.back"
    way_back = f'<a class="back" href="{escape(back)}">{escape(say(language, key))}</a>'
    marks = f' data-next="{escape(back)}"' + (' data-waits="1"' if waits else "")
    html = (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex"><title>{title} · Batua</title>'
        f"<style>{STYLE}</style></head><body><main{marks}><h1>{title}</h1>{body}{way_back}</main>"
        f"<script>{SCRIPT}</script></body></html>"
    )
    return Shown(html, _policy(target))


def _policy(target: str) -> str:
    """A browser checks `form-action` on what follows a form too: the provider's other hosts."""
    to = urlsplit(target)
    goes = "'none'" if not target else f"https: {to.scheme}://{to.netloc}"
    return (
        f"default-src 'none'; style-src {_hash(STYLE)}; script-src {_hash(SCRIPT)};"
        f" connect-src 'self'; form-action {goes}; base-uri 'none'; frame-ancestors 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"
