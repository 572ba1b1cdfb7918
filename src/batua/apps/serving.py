"""Serves one application in this very process, without a parent that only waits."""

import asyncio
import contextlib
import signal
from typing import Any

import uvloop
from granian.constants import Interfaces
from granian.server.embed import Server

BACKLOG = 1024


def serve_alone(app: Any, host: str, port: int) -> None:
    """Serve an ASGI application until SIGTERM or SIGINT."""
    uvloop.run(_serve(app, host, port))


async def _serve(app: Any, host: str, port: int) -> None:
    server = Server(
        app,
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        backlog=BACKLOG,
        log_enabled=False,
        websockets=False,
    )
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, server.stop)
    await server.serve()
