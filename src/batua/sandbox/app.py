"""The sandbox as an application: its pages, its API, and the clockwork that lets time pass."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import psycopg
from litestar import Litestar, Request, Response, get
from litestar.datastructures import State
from litestar.di import Provide
from litestar.exceptions import HTTPException

from batua.kit import tasks
from batua.kit.db import Database, DatabaseSettings
from batua.kit.logs import LogSettings, configure
from batua.kit.money import Currency
from batua.kit.refusal import Refusal
from batua.kit.settings import load
from batua.kit.web.edge import Edge
from batua.sandbox import (
    api,
    channel_callbacks,
    controls,
    pages,
    push_service,
    service,
    stand_ins,
    twilio,
    whatsapp,
)
from batua.sandbox.callbacks import TIMEOUT_S, Sender
from batua.sandbox.channel_callbacks import ChannelSender
from batua.sandbox.clockwork import Clockwork, Stirring
from batua.sandbox.errors import ApiError
from batua.sandbox.faults import Faults
from batua.sandbox.push_service import PushError
from batua.sandbox.settings import SandboxSettings
from batua.sandbox.twilio import TwilioError
from batua.sandbox.whatsapp import GraphError


def create_sandbox(settings: SandboxSettings, database: DatabaseSettings) -> Litestar:
    """The sandbox provider; its state lies in the schema `sandbox` alone."""
    db = Database(database)
    clockwork = Clockwork(settings.tick_ms / 1000)

    @contextlib.asynccontextmanager
    async def running(_app: Litestar) -> AsyncIterator[None]:
        await db.open()
        async with httpx.AsyncClient(timeout=TIMEOUT_S, trust_env=False) as client:
            started = _started(clockwork, settings, db, client)
            try:
                yield
            finally:
                await tasks.end(*started)
        await db.close()

    app = Litestar(
        route_handlers=[
            api.ROUTER,
            *stand_ins.ROUTERS,
            *controls.HANDLERS,
            *pages.HANDLERS,
            *twilio.HANDLERS,
            *whatsapp.HANDLERS,
            *push_service.HANDLERS,
            *channel_callbacks.HANDLERS,
            alive,
        ],
        dependencies={
            "db": Provide(lambda: db, sync_to_thread=False),
            "settings": Provide(lambda: settings, sync_to_thread=False),
        },
        exception_handlers={
            ApiError: api.on_api_error,
            TwilioError: twilio.on_error,
            GraphError: whatsapp.on_error,
            PushError: push_service.on_error,
            HTTPException: _on_http,
            Refusal: _on_away,
            psycopg.OperationalError: _on_away,
        },
        openapi_config=None,
        request_max_body_size=100_000,
        state=State({"settings": settings}),
        type_encoders={Currency: str},
        lifespan=[running],
        logging_config=None,
    )
    app.asgi_handler = Edge(Stirring(Faults(app.asgi_handler, db), clockwork))
    return app


def from_environment() -> Litestar:
    """The sandbox of the process environment: what a server is given to run."""
    configure(load(LogSettings))
    return create_sandbox(load(SandboxSettings), load(DatabaseSettings))


@get("/healthz")
async def alive() -> dict[str, str]:
    """The process lives."""
    return {"status": "ok"}


def _started(
    clockwork: Clockwork, settings: SandboxSettings, db: Database, client: httpx.AsyncClient
) -> list["asyncio.Task[None]"]:
    first_wait = timedelta(milliseconds=settings.resend_ms)
    sender = Sender(db, client, settings.keys, first_wait)
    of_channels = ChannelSender(db, client, settings.key_secret, first_wait)

    async def pass_time() -> int:
        async with db.transaction() as tx:
            return await service.pass_time(tx)

    steps = {
        "sandbox-time": pass_time,
        "sandbox-sender": sender.send_due,
        "sandbox-channels": of_channels.send_due,
    }
    return [asyncio.create_task(clockwork.for_ever(do), name=name) for name, do in steps.items()]


def _on_http(_request: Request[Any, Any, Any], error: HTTPException) -> Response[Any]:
    code = {404: "no_such_path", 405: "no_such_method"}.get(error.status_code, "bad_request")
    body = {"code": code, "message": error.detail}
    return Response(body, status_code=error.status_code)


def _on_away(_request: Request[Any, Any, Any], _error: Exception) -> Response[Any]:
    body = {"code": "unavailable", "message": "The sandbox has lost its memory for a moment."}
    return Response(body, status_code=503)
