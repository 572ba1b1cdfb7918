"""The short way of the routes that are asked for most: the same handlers with less around them.

A request whose form is not plainly right (another query, another content type, a body that does not
fit, no key) goes the whole way instead, and is answered there: one place says what is wrong with a
form. A route may name a function of its own for the short way (`express=function`), which answers
as the handler does, for the parameters that it takes, or None to let the handler answer.
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

MAX_BODY: Final = 20_000
_JSON: Final = (b"content-type", b"application/json")
_ID: Final = re.compile(r"/\{(\w+):uuid\}$")

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
    id       the argument that the end of the path fills, if any
    """

    call: Callable[..., Awaitable[Any]]
    template: str
    status: int
    permission: str
    decoder: "msgspec.json.Decoder[Any] | None"
    lent: Mapping[str, Any]
    headers: Mapping[str, bytes]
    queries: Mapping[str, query.Reader]
    id: str | None
    takes_caller: bool


class Express:
    """Answers the routes marked `express`; everything else goes to the whole application."""

    def __init__(
        self, app: Litestar, whole: ASGIApp, lent: Mapping[str, Any], authenticate: Callable[..., Any]
    ) -> None:
        self._whole = whole
        self._authenticate = authenticate
        self._grants: Mapping[str, frozenset[str]] = app.state["grants"]
        self._ways: dict[tuple[str, str], _Way] = {}
        for route in app.routes:
            if not isinstance(route, HTTPRoute):
                continue
            for handler, _ in route.route_handler_map.values():
                if handler.opt.get("express"):
                    self._add(route.path, handler, lent)

    def _add(self, path: str, handler: HTTPRouteHandler, lent: Mapping[str, Any]) -> None:
        own = handler.opt["express"]
        call = own if callable(own) else handler.fn
        hints = get_type_hints(call, include_extras=True)
        hints.pop("return", None)
        id_of_path = _ID.search(path)
        id = None if id_of_path is None else id_of_path[1]
        headers = {
            name: alias.lower().encode()
            for name, hint in hints.items()
            if (alias := _header(hint)) is not None
        }
        queries = query.readers(hints)
        known = {"caller", "data", id, *lent, *headers, *queries}
        assert set(hints) <= known, f"{path} asks for {set(hints) - known}"
        assert handler.opt.get("rate") is None, f"{path} has a limit that express does not keep"
        way = _Way(
            call=call,
            template=path,
            status=handler.status_code,
            permission=handler.opt["permission"],
            decoder=msgspec.json.Decoder(hints["data"]) if "data" in hints else None,
            lent={name: lent[name] for name in hints if name in lent},
            headers=headers,
            queries=queries,
            id=id,
            takes_caller="caller" in hints,
        )
        stem = path if id_of_path is None else path[: id_of_path.start() + 1]
        for method in handler.http_methods:
            self._ways[str(method), stem] = way

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        way, id = self._find(scope)
        asked = None if way is None else query.read(scope["query_string"], way.queries)
        if way is None or asked is None:
            await self._whole(scope, receive, send)
            return
        headers: Headers = dict(scope["headers"])
        body = b""
        arguments: dict[str, Any] = {**way.lent, **asked}
        if id is not None and way.id is not None:
            arguments[way.id] = id
        if way.decoder is not None:
            if headers.get(_JSON[0]) != _JSON[1]:
                await self._whole(scope, receive, send)
                return
            body, is_whole = await _body(receive)
            try:
                if not is_whole:
                    raise msgspec.DecodeError
                arguments["data"] = way.decoder.decode(body)
            except (msgspec.MsgspecError, UnicodeDecodeError):
                await self._whole(scope, _again(body, receive, is_whole=is_whole), send)
                return
        for name, header in way.headers.items():
            value = headers.get(header)
            arguments[name] = None if value is None else value.decode("latin-1")
        kind, _, token = headers.get(b"authorization", b"").partition(b" ")
        if kind.lower() != b"bearer" or not token:
            await self._whole(scope, _again(body, receive, is_whole=True), send)
            return
        scope["path_template"] = way.template
        await self._answer(way, arguments, token.decode("latin-1"), (scope, receive, send))

    def _find(self, scope: Any) -> tuple[_Way | None, UUID | None]:
        method, path = scope["method"], scope["path"]
        way = self._ways.get((method, path))
        if way is not None and way.id is None:
            return way, None
        stem, _, end = path.rpartition("/")
        way = self._ways.get((method, stem + "/"))
        if way is None or len(end) != 36:
            return None, None
        try:
            return way, UUID(end)
        except ValueError:
            return None, None

    async def _answer(
        self, way: _Way, arguments: dict[str, Any], token: str, asgi: tuple[Scope, Receive, Send]
    ) -> None:
        scope, receive, send = asgi
        try:
            caller: Caller = await self._authenticate(token)
            if not caller.roles & self._grants.get(way.permission, frozenset()):
                raise NotPermitted
            if way.takes_caller:
                arguments["caller"] = caller
            found = await way.call(**arguments)
            if found is None:
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
