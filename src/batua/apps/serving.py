"""Serves one application in this very process, without a parent that only waits."""

import asyncio
import contextlib
import signal
from collections.abc import Callable
from typing import Any

import uvloop
from granian.constants import Interfaces
from granian.server.embed import Server

BACKLOG = 1024


def serve_alone(
    app: Any, host: str, port: int, before_stop: Callable[[], None] = lambda: None
) -> None:
    """Serve an ASGI application until SIGTERM or SIGINT.

    before_stop  ends what would never end by itself: the server waits for open answers
    """
    uvloop.run(_serve(app, host, port, before_stop))


async def _serve(app: Any, host: str, port: int, before_stop: Callable[[], None]) -> None:
    server = Server(
        app,
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        backlog=BACKLOG,
        log_enabled=False,
        websockets=False,
    )

    def stop() -> None:
        before_stop()
        server.stop()  # type: ignore[no-untyped-call]

    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):
            loop.add_signal_handler(number, stop)
    await server.serve()
