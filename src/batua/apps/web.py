"""The web process: the API, live changes, and the app's files on one port."""

import gc
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from litestar import Litestar, Response, get
from litestar.exceptions import NotFoundException
from litestar.handlers import HTTPRouteHandler
from litestar.response import Redirect

from batua.apps import health, search, statics, wiring
from batua.apps.serving import serve_alone
from batua.apps.wiring import House
from batua.kit import settings
from batua.kit.db import Database, DatabaseSettings
from batua.kit.logs import LogSettings, configure, log
from batua.kit.secrets import KeyRing
from batua.kit.web import AppParts, WebSettings, create_app
from batua.kit.web.openapi import document
from batua.modules.gateways.types import Rails
from batua.modules.identity import service as identity
from batua.modules.identity.errors import AccessExpired, NotSignedIn, SessionEnded
from batua.modules.notifications.live import Live

BACKLOG = 1024
FOR_JOBS = {"sms", "channels", "proofs", "head_keepers", "webhook_poster"}
"""Rooms that handlers have no business in."""
GC_THRESHOLD = 10_000


def build(house: House, modules: Sequence[str] = wiring.MODULES) -> Litestar:
    """The application of one web process."""
    live = Live(house.db)

    @asynccontextmanager
    async def follow(_: Litestar) -> AsyncIterator[None]:
        async with live.running():
            yield

    return create_app(
        AppParts(
            db=house.db,
            keys=house.keys,
            routes=[*wiring.routes(modules), *search.ROUTES],
            root_routes=[*health.routes(), *api_routes(), *statics.routes()],
            authenticate=identity.Authenticator(house.db, house.keys),
            grants=wiring.grants(),
            web_settings=house.web_settings,
            rooms={
                **{k: v for k, v in house.rooms.items() if k not in FOR_JOBS},
                "live": live,
            },
            lifespan=[follow],
            session_refusals=(NotSignedIn, AccessExpired, SessionEnded),
        )
    )


def api_routes() -> list[HTTPRouteHandler]:
    """The API document, and the way to the sandbox's outbox."""
    made: dict[str, dict[str, Any]] = {}

    @get("/api/openapi.json", permission="public", include_in_schema=False)
    async def openapi(request: Any) -> Response[dict[str, Any]]:
        if "doc" not in made:
            made["doc"] = document(request.app)
        return Response(made["doc"], headers={"Cache-Control": "no-cache"})

    @get("/sandbox", permission="public", include_in_schema=False)
    async def sandbox() -> Redirect:
        from batua.modules.notifications.providers.sandbox_sms import SmsSettings

        url = settings.load(SmsSettings).url
        if not url:
            raise NotFoundException
        return Redirect(f"{url}/sandbox", status_code=302)

    return [openapi, sandbox]


def describe() -> dict[str, Any]:
    """The API document, without a database."""
    return document(outline())


def outline() -> Litestar:
    """The application with every route but no database, to be looked at and not to be run."""
    wiring.load_watchers()
    ring = KeyRing({"none": b"0" * 32}, b"0" * 32)
    rails = Rails(providers={}, settlements={}, keys=ring)
    rooms = {
        "identity_means": None,
        "files": None,
        "rails": rails,
        "connections": None,
        "channel_doors": None,
        "push": None,
        "callback_door": None,
        "sends": None,
        "contributions": None,
        "bulk": None,
        "wallet_reader": None,
        "history_reader": None,
        "webhook_settings": None,
    }
    return build(House(Database(DatabaseSettings()), ring, WebSettings(), rooms))


class Served:
    """The ASGI application that granian runs: opens the house in the process that serves."""

    def __init__(self, modules: Sequence[str] = ()) -> None:
        self._modules = tuple(modules) or wiring.MODULES
        self._stack = AsyncExitStack()
        self._app: Litestar | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        assert self._app is not None, "requests come after the start"
        await self._app(scope, receive, send)

    def close_streams(self) -> None:
        """End the streams of live changes, for which the server would wait."""
        if self._app is not None:
            live: Live = self._app.state["live"]
            live.close()

    async def _live(self, receive: Any, send: Any) -> None:
        """Open and close the house with the server's own life."""
        message = await receive()
        assert message["type"] == "lifespan.startup"
        try:
            house = await self._stack.enter_async_context(wiring.open_house())
            self._app = build(house, self._modules)
            await self._stack.enter_async_context(self._app.lifespan())
        except Exception as error:
            log.error("start_failed", reason=str(error), exc_info=error)
            await send({"type": "lifespan.startup.failed", "message": str(error)})
            raise
        _settle_memory()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self._stack.aclose()
        await send({"type": "lifespan.shutdown.complete"})


def _settle_memory() -> None:
    """Take what was loaded at the start out of the garbage collector's sight.

    Else it looks through all modules some times a second under load, a tenth of a second each.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(GC_THRESHOLD, 20, 20)


def create() -> Served:
    """What granian loads in each of its processes."""
    import os

    configure(settings.load(LogSettings))
    names = os.environ.get("_SERVE_MODULES", "")
    return Served([name for name in names.split(",") if name])


def serve(host: str, port: int, workers: int = 1, modules: Sequence[str] = ()) -> None:
    """Serve until SIGTERM or SIGINT.

    refuses  SettingsError before anything listens
    """
    import os

    wiring.load_watchers()
    wiring.check_settings()
    os.environ["_SERVE_MODULES"] = ",".join(modules)
    if workers == 1:
        served = create()
        serve_alone(served, host, port, served.close_streams)
        return
    configure(settings.load(LogSettings))
    logging.getLogger("granian").setLevel(logging.WARNING)
    Granian(
        "batua.apps.web:create",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        workers=workers,
        backlog=BACKLOG,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_enabled=False,
        websockets=False,
    ).serve()
