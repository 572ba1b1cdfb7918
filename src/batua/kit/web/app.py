"""The application: routes, who may call them, and how refusals leave it."""

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
from litestar import Litestar, Request, Router
from litestar.config.app import AppConfig
from litestar.connection import ASGIConnection
from litestar.datastructures import State
from litestar.di import Provide
from litestar.exceptions import HTTPException, ValidationException
from litestar.handlers import BaseRouteHandler, HTTPRouteHandler
from litestar.openapi import OpenAPIConfig
from litestar.plugins import InitPlugin
from litestar.routes import HTTPRoute

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.money import Currency
from batua.kit.refusal import NotPermitted as NotPermitted
from batua.kit.refusal import NotSignedIn as NotSignedIn
from batua.kit.refusal import Refusal
from batua.kit.secrets import KeyRing
from batua.kit.web import problem, rate
from batua.kit.web.edge import Edge
from batua.kit.web.express import Express
from batua.kit.web.raw import read_raw
from batua.kit.web.routes import PUBLIC

BASE = "/api/v1"
SCHEMA_PATH = "/api/schema"
MAX_BODY = 6_000_000

Authenticate = Callable[[str], Awaitable[Caller]]


@dataclass(frozen=True, slots=True)
class AppParts:
    """What an application is made of; wiring fills it.

    authenticate  tells who holds an access token, or refuses
    grants  for each permission, the roles that hold it
    rooms   things handlers may ask for by name (clients, settings, services)
    session_refusals  what `authenticate` refuses, for the API document
    """

    db: Database
    keys: KeyRing
    routes: Sequence[Any]
    authenticate: Authenticate
    grants: Mapping[str, frozenset[str]]
    web_settings: rate.WebSettings
    root_routes: Sequence[Any] = ()
    rooms: Mapping[str, Any] = field(default_factory=dict)
    lifespan: Sequence[Any] = ()
    session_refusals: Sequence[type[Refusal]] = ()


def create_app(parts: AppParts) -> Litestar:
    """The ASGI application with every guard, problem and header in place."""
    app = Litestar(
        route_handlers=[Router(BASE, route_handlers=list(parts.routes)), *parts.root_routes],
        guards=[_guard],
        before_request=_check_strictly,
        dependencies=_dependencies(parts),
        exception_handlers={
            Refusal: problem.on_refusal,
            ValidationException: problem.on_invalid,
            HTTPException: problem.on_http,
            Exception: problem.on_error,
        },
        openapi_config=OpenAPIConfig(
            title="Batua",
            version="1",
            path=SCHEMA_PATH,
            render_plugins=[],
            use_handler_docstrings=True,
        ),
        request_max_body_size=MAX_BODY,
        state=State(
            {
                "db": parts.db,
                "keys": parts.keys,
                "authenticate": parts.authenticate,
                "grants": parts.grants,
                "web_settings": parts.web_settings,
                "session_refusals": tuple(parts.session_refusals),
                **parts.rooms,
            }
        ),
        type_encoders={Currency: str},
        lifespan=list(parts.lifespan),
        logging_config=None,
        on_app_init=[_without_schema_pages],
    )
    app.state["repeatable"] = _repeatable(app)
    express = Express(app, app.asgi_handler, _lent(parts), parts.authenticate)
    app.asgi_handler = Edge(express)
    return app


class _NoSchemaPages(InitPlugin):
    """Takes the framework's pages of the schema away: they load scripts from elsewhere."""

    def on_app_init(self, app_config: AppConfig) -> AppConfig:
        app_config.route_handlers = [
            one
            for one in app_config.route_handlers
            if not (isinstance(one, Router) and one.path == SCHEMA_PATH)
        ]
        return app_config


def _without_schema_pages(config: AppConfig) -> AppConfig:
    """Plugins act in their order, so the one that undoes comes last."""
    config.plugins.append(_NoSchemaPages())
    return config


def _dependencies(parts: AppParts) -> dict[str, Provide]:
    def lend(value: Any) -> Provide:
        return Provide(lambda: value, sync_to_thread=False, use_cache=True)

    provided = {name: lend(value) for name, value in _lent(parts).items()}
    provided["caller"] = Provide(_caller, sync_to_thread=False)
    provided["raw"] = Provide(read_raw)
    return provided


def _lent(parts: AppParts) -> dict[str, Any]:
    """What handlers may ask for by name."""
    own = {"db": parts.db, "keys": parts.keys, "web_settings": parts.web_settings}
    return {**own, **parts.rooms}


def _caller(request: Request[Any, Any, Any]) -> Caller:
    caller: Caller = request.scope["state"]["caller"]
    return caller


async def _guard(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Who may: limits by address first, then the session, then the permission.

    A route without a permission is refused to everybody.
    """
    limit = handler.opt.get("rate")
    if limit is not None:
        await rate.check(connection, handler.handler_name, limit)
    permission = handler.opt.get("permission")
    if permission == PUBLIC:
        return
    token = bearer_token(connection)
    if token is None:
        raise NotSignedIn
    state = connection.app.state
    caller: Caller = await state["authenticate"](token)
    roles = state["grants"].get(permission, frozenset())
    if not caller.roles & roles:
        raise NotPermitted
    connection.scope["state"]["caller"] = caller


def _repeatable(app: Litestar) -> dict[HTTPRouteHandler, frozenset[str]]:
    """For each handler, the query parameters that may come more than once."""
    return {
        handler: frozenset(known.sequence_query_parameter_names)
        for route in app.routes
        if isinstance(route, HTTPRoute)
        for handler, known in route.route_handler_map.values()
    }


async def _check_strictly(request: Request[Any, Any, Any]) -> None:
    """Read query and body strictly: the framework alone takes the last of two, and "5" for 5.

    refuses  ValidationException naming the field
    """
    _check_query(request)
    await _check_body(request)


def _check_query(request: Request[Any, Any, Any]) -> None:
    """Of two values for one name, we and a proxy before us might each take another."""
    counted = Counter(name for name, _ in request.query_params.multi_items())
    repeatable = request.app.state["repeatable"][request.route_handler]
    for name, times in counted.items():
        if times > 1 and name not in repeatable:
            raise ValidationException(detail=f"Expected one value - at `$.{name}`")


async def _check_body(request: Request[Any, Any, Any]) -> None:
    field = request.route_handler.parsed_data_field
    if field is None or not field.is_subclass_of(msgspec.Struct):
        return
    body = await request.body()
    try:
        msgspec.json.decode(body, type=field.annotation)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ValidationException(detail=str(error)) from error


def bearer_token(connection: ASGIConnection[Any, Any, Any, Any]) -> str | None:
    """The access token of the Authorization header, if there is one."""
    kind, _, token = connection.headers.get("authorization", "").partition(" ")
    return token if kind.lower() == "bearer" and token else None
