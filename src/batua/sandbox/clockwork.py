"""Lets time pass at the sandbox: what is due is looked for, and rarely while nobody calls."""

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from typing import Final

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Receive, Scope, Send

from batua.kit.logs import log

IDLE_S: Final = 1.0
"""How often due things are looked for while nobody calls: an idle laptop stays cool."""
AWAKE_S: Final = 60.0
"""How long after an order they are looked for at every tick."""
_REST_AFTER_ERROR_S: Final = 1.0
_READING: Final = frozenset({"GET", "HEAD"})


class Clockwork:
    """Does steps for ever, at every tick after somebody ordered something."""

    def __init__(self, tick_s: float) -> None:
        self._tick_s = tick_s
        self._awake_until = time.monotonic() + AWAKE_S
        self._called = asyncio.Event()

    def stir(self) -> None:
        """Somebody ordered something: look now, and often for a while."""
        self._awake_until = time.monotonic() + AWAKE_S
        self._called.set()
        self._called = asyncio.Event()

    async def for_ever(self, step: Callable[[], Awaitable[int]]) -> None:
        """Do a step again and again; a database that is away is waited for."""
        while True:
            try:
                done = await step()
            except Exception as error:  # noqa: BLE001 - the clockwork outlives whatever happens
                log.warning("sandbox_step_failed", error=type(error).__name__)
                await asyncio.sleep(_REST_AFTER_ERROR_S)
            else:
                if not done:
                    await self._pause()

    async def _pause(self) -> None:
        if time.monotonic() < self._awake_until:
            await asyncio.sleep(self._tick_s)
            return
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._called.wait(), max(self._tick_s, IDLE_S))


class Stirring:
    """Stirs the clockwork after each request that may have ordered something."""

    def __init__(self, app: ASGIApp, clockwork: Clockwork) -> None:
        self.app, self.clockwork = app, clockwork

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, then stir."""
        try:
            await self.app(scope, receive, send)
        finally:
            if scope["type"] == ScopeType.HTTP and scope["method"] not in _READING:
                self.clockwork.stir()
