"""Answers that take the same time whether or not somebody is registered."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from batua.modules.identity.service import Means


@asynccontextmanager
async def evenly(means: Means) -> AsyncIterator[None]:
    """Never end before the floor; a refusal waits for it too."""
    loop = asyncio.get_running_loop()
    until = loop.time() + means.answer_floor_s
    try:
        yield
    finally:
        await asyncio.sleep(max(0.0, until - loop.time()))
