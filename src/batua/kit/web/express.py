"""The short way of the routes that are asked for most: the same handlers with less around them.

A request whose form is not plainly right (another query, another content type, a body that does not
fit, no key) goes the whole way instead, and is answered there: one place says what is wrong with a
form. What is signed by somebody else (`raw`) is handed on as it came. A route may name a function
of its own for the short way (`express=function`), which answers as the handler does, for the
parameters that it takes, or None to let the handler answer.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, get_args, get_type_hints
from uuid import UUID

import msgspec
from litestar import Litestar, Request
from litestar.handlers import HTTPRouteHandler
from litestar.params import HeaderParameter
from litestar.routes import HTTPRoute
from litestar.types import ASGIApp, Receive, Scope, Send

from batua.kit.caller import Caller
from batua.kit.money import Currency
from batua.kit.refusal import NotPermitted, Refusal
from batua.kit.web import problem, query
from batua.kit.web.raw import Raw
from batua.kit.web.routes import PUBLIC

MAX_BODY: Final = 20_000
_JSON: Final = (b"content-type", b"application/json")
_END: Final = re.compile(r"/\{(\w+):(uuid|str)\}$")
_NAME: Final = re.compile(r"[a-z0-9_-]{1,40}")

Headers = dict[bytes, bytes]


def _plain(value: Any) -> str:
    if isinstance(value, Currency):
        return str(value)
    raise TypeError(f"an answer holds a {type(value).__name__}")


_ENCODER: Final = msgspec.json.Encoder(enc_hook=_plain)


@dataclass(frozen=True, slots=True)
class _Way:
    """One route, taken apart once.

    lent     arguments that are the same for every request
    headers  for each argument that a header fills, the header
    queries  for each parameter of the query that may be there, how it is read
    end      the argument that the end of the path fills, if any, and how that is read
    is_own   whether `call` stands for the handler, and may leave the answer to it
    """

    call: Callable[..., Awaitable[Any]]
    template: str
    status: int
    permission: str
    decoder: "msgspec.json.Decoder[Any] | None"
    lent: Mapping[str, Any]
    headers: Mapping[str, bytes]
    queries: Mapping[str, query.Reader]
    end: tuple[str, Callable[[str], Any]] | None
    takes_caller: bool
    takes_raw: bool
    is_own: bool


class Express:
    """Answers the routes marked `express`; everything else goes to the whole application."""

    def __init__(
        self, app: Litestar, whole: ASGIApp, lent: Mapping[str, Any], authenticate: Callable[..., Any]
    ) -> None:
        self._whole = whole
        self._authenticate = authenticate
        self._grants: Mapping[str, frozenset[str]] = app.state["grants"]
        self._ways: dict[tuple[str, str], _Way] = {}
        self._plain = {route.path for route in app.routes}
        for route in app.routes:
            if not isinstance(route, HTTPRoute):
                continue
            for handler, _ in route.route_handler_map.values():
                if handler.opt.get("express"):
                    self._add(route, handler, lent)

    def _add(self, route: HTTPRoute, handler: HTTPRouteHandler, lent: Mapping[str, Any]) -> None:
        path = route.path
        own = handler.opt["express"]
        call = own if callable(own) else handler.fn
        hints = get_type_hints(call, include_extras=True)
        hints.pop("return", None)
        found = _END.search(path)
        end = None if found is None else (found[1], _id if found[2] == "uuid" else _name)
        headers = {
            name: alias.lower().encode()
            for name, hint in hints.items()
            if (alias := _header(hint)) is not None
        }
        queries = query.readers(hints)
        known = {"caller", "data", "raw", *lent, *headers, *queries, *(end or ())[:1]}
        assert set(hints) <= known, f"{path} asks for {set(hints) - known}"
        assert handler.opt.get("rate") is None, f"{path} has a limit that express does not keep"
        way = _Way(
            call=call,
            template=route.path_format,
            status=handler.status_code,
            permission=handler.opt["permission"],
            decoder=msgspec.json.Decoder(hints["data"]) if "data" in hints else None,
            lent={name: lent[name] for name in hints if name in lent},
            headers=headers,
            queries=queries,
            end=end,
            takes_caller="caller" in hints,
            takes_raw="raw" in hints,
            is_own=callable(own),
        )
        stem = path if found is None else path[: found.start() + 1]
        for method in handler.http_methods:
            self._ways[str(method), stem] = way

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        way, end = self._find(scope)
        asked = None if way is None else query.read(scope["query_string"], way.queries)
        if way is None or asked is None:
            await self._whole(scope, receive, send)
            return
        headers: Headers = dict(scope["headers"])
        body = b""
        arguments: dict[str, Any] = {**way.lent, **asked}
        if way.end is not None:
            arguments[way.end[0]] = end
        if way.decoder is not None or way.takes_raw:
            if way.decoder is not None and headers.get(_JSON[0]) != _JSON[1]:
                await self._whole(scope, receive, send)
                return
            body, is_whole = await _body(receive)
            if not (is_whole and _read(way, arguments, headers, body)):
                await self._whole(scope, _again(body, receive, is_whole=is_whole), send)
                return
        for name, header in way.headers.items():
            value = headers.get(header)
            arguments[name] = None if value is None else value.decode("latin-1")
        token = None if way.permission == PUBLIC else _token(headers)
        if token is None and way.permission != PUBLIC:
            await self._whole(scope, _again(body, receive, is_whole=True), send)
            return
        scope["path_template"] = way.template
        await self._answer(way, arguments, token, (scope, receive, send))

    def _find(self, scope: Any) -> tuple[_Way | None, Any]:
        method, path = scope["method"], scope["path"]
        way = self._ways.get((method, path))
        if way is not None and way.end is None:
            return way, None
        stem, _, end = path.rpartition("/")
        way = self._ways.get((method, stem + "/"))
        if way is None or way.end is None or path in self._plain:
            return None, None
        found = way.end[1](end)
        return (None, None) if found is None else (way, found)

    async def _answer(
        self,
        way: _Way,
        arguments: dict[str, Any],
        token: str | None,
        asgi: tuple[Scope, Receive, Send],
    ) -> None:
        scope, receive, send = asgi
        try:
            if token is not None:
                caller = await self._permitted(way, token)
                if way.takes_caller:
                    arguments["caller"] = caller
            found = await way.call(**arguments)
            if found is None and way.is_own:
                await self._whole(scope, receive, send)
                return
            content = _ENCODER.encode(found)
        except Exception as error:  # noqa: BLE001 - as the whole application does
            request: Request[Any, Any, Any] = Request(scope)
            say = problem.on_refusal if isinstance(error, Refusal) else problem.on_error
            response = say(request, error)  # type: ignore[arg-type]
            await response.to_asgi_response(app=None, request=request)(scope, receive, send)
            return
        head = [_JSON, (b"content-length", str(len(content)).encode())]
        await send({"type": "http.response.start", "status": way.status, "headers": head})
        await send({"type": "http.response.body", "body": content, "more_body": False})

    async def _permitted(self, way: _Way, token: str) -> Caller:
        caller: Caller = await self._authenticate(token)
        if not caller.roles & self._grants.get(way.permission, frozenset()):
            raise NotPermitted
        return caller


def _read(way: _Way, arguments: dict[str, Any], headers: Headers, body: bytes) -> bool:
    """Add what the body fills; whether it could be read."""
    try:
        if way.decoder is not None:
            arguments["data"] = way.decoder.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return False
    if way.takes_raw:
        told = {name.decode("latin-1"): value.decode("latin-1") for name, value in headers.items()}
        arguments["raw"] = Raw(told, body)
    return True


def _token(headers: Headers) -> str | None:
    kind, _, token = headers.get(b"authorization", b"").partition(b" ")
    return token.decode("latin-1") if kind.lower() == b"bearer" and token else None


def _id(text: str) -> UUID | None:
    try:
        return UUID(text) if len(text) == 36 else None
    except ValueError:
        return None


def _name(text: str) -> str | None:
    return text if _NAME.fullmatch(text) else None


def _header(hint: Any) -> str | None:
    for extra in get_args(hint)[1:]:
        if isinstance(extra, HeaderParameter):
            return extra.header or extra.name
    return None


async def _body(receive: Receive) -> tuple[bytes, bool]:
    """The body, and whether that is all of it: a long one goes the whole way."""
    parts: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return b"".join(parts), False
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if not message.get("more_body", False):
            return b"".join(parts), True
        if size > MAX_BODY:
            return b"".join(parts), False


def _again(body: bytes, receive: Receive, *, is_whole: bool) -> Receive:
    """A `receive` that gives what was read already, and then the rest."""
    is_given = False

    async def again() -> Any:
        nonlocal is_given
        if is_given:
            return await receive()
        is_given = True
        return {"type": "http.request", "body": body, "more_body": not is_whole}

    return again
