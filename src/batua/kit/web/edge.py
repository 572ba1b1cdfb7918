"""The outermost layer: request ids, security headers, one log line and one measure a request."""

import re
import time
from functools import lru_cache
from typing import Any

from litestar.types import ASGIApp, Message, Receive, Scope, Send

from batua.kit import metrics
from batua.kit.ids import new_mark
from batua.kit.logs import bind_request, request_line
from batua.kit.replica import ages

REQUESTS = metrics.counter(
    "batua_http_requests_total", "Answered requests.", "method", "route", "status"
)
REQUEST_SECONDS = metrics.histogram(
    "batua_http_request_seconds", "Time until the answer was sent.", "method", "route"
)

_REQUEST_ID = re.compile(r"^[A-Za-z0-9._-]{8,64}$")

CSP_CLOSED = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
SECURITY_HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(self), geolocation=(), microphone=(), payment=()"),
    (b"content-security-policy", CSP_CLOSED.encode()),
)
_COMMON = list(SECURITY_HEADERS)
_NAMES = frozenset(name for name, _ in SECURITY_HEADERS)
DATA_AGE = b"batua-data-age"
HSTS = (b"strict-transport-security", b"max-age=31536000; includeSubDomains")


class Edge:
    """Wraps the whole application, so that unknown paths and crashes pass through it too."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if str(scope["type"]) != "http":
            await self.app(scope, receive, send)
            return
        started = time.perf_counter()
        request_id = _request_id(scope)
        scope.setdefault("state", {})["request_id"] = request_id
        status = 500
        read: list[float] = []
        ages.set(read)

        async def send_marked(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = _headers(scope, list(message["headers"]), request_id)
                if read:
                    headers.append((DATA_AGE, f"{max(read):.3f}".encode()))
                message["headers"] = headers
            await send(message)

        with bind_request(request_id):
            try:
                await self.app(scope, receive, send_marked)
            finally:
                _tell(scope, status, time.perf_counter() - started, request_id)


def _request_id(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == b"x-request-id":
            text = value.decode("latin-1")
            if _REQUEST_ID.match(text):
                return text
    return new_mark()


def _headers(scope: Any, headers: list[Any], request_id: str) -> list[Any]:
    have = {name.lower() for name, _ in headers}
    common = _COMMON if have.isdisjoint(_NAMES) else [h for h in _COMMON if h[0] not in have]
    added = [*headers, *common, (b"x-request-id", request_id.encode())]
    if scope["path"].startswith("/api/") and b"cache-control" not in have:
        added.append((b"cache-control", b"no-store"))
    if scope.get("scheme") == "https":
        added.append(HSTS)
    return added


def _tell(scope: Any, status: int, seconds: float, request_id: str) -> None:
    """The route's template stands for the path: paths may hold handles and ids."""
    route = scope.get("path_template") or "unknown"
    method = scope["method"]
    count, time_taken = _measures(method, route, status)
    count.inc()
    time_taken.observe(seconds)
    if route not in {"/healthz", "/readyz", "/metrics"}:
        request_line(method, route, status, round(seconds * 1000, 1), request_id)


@lru_cache(2000)
def _measures(method: str, route: str, status: int) -> tuple[Any, Any]:
    return REQUESTS.labels(method, route, str(status)), REQUEST_SECONDS.labels(method, route)
