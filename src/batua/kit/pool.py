"""Pools of connections that are whole again as soon as the server is."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any, Final, Self

import psycopg
from psycopg_pool import AsyncConnectionPool

Tx = psycopg.AsyncConnection[Any]
Pool = AsyncConnectionPool[Tx]

PATIENCE_S: Final = 8.0
TRY_AGAIN_S: Final = 0.2


class Patient(psycopg.AsyncConnection[Any]):
    """A connection to a server that may just be starting.

    The pool waits one second after a failure, then two, then four: a server that is back after
    three would be missed for seven.
    """

    @classmethod
    async def connect(cls, *words: Any, **settings: Any) -> Self:
        """Connect, trying for some seconds."""
        deadline = time.monotonic() + PATIENCE_S
        while True:
            try:
                return await super().connect(*words, **settings)
            except psycopg.OperationalError:
                if time.monotonic() > deadline:
                    raise
            await asyncio.sleep(TRY_AGAIN_S)


def pool_of(url: str, options: Sequence[str], *, wait_s: float, sizes: tuple[int, int]) -> Pool:
    """A pool that is not open yet.

    wait_s  how long somebody waits for a connection
    sizes   how many it always has, and how many at most
    """
    return AsyncConnectionPool(
        url,
        timeout=wait_s,
        open=False,
        reconnect_timeout=30,
        connection_class=Patient,
        kwargs={
            "autocommit": True,
            "options": " ".join(options),
            "application_name": "batua",
        },
        min_size=sizes[0],
        max_size=sizes[1],
    )


@asynccontextmanager
async def living(pool: Pool) -> AsyncIterator[Tx]:
    """A connection that was asked and answered.

    The pool can ask by itself, but then waits a second after the first one that is dead, two after
    the second, four after the third: with ten that died with their server, ten seconds.

    raises  PoolTimeout
    """
    tx = await _answering(pool)
    try:
        async with tx:
            yield tx
    finally:
        await pool.putconn(tx)


async def _answering(pool: Pool) -> Tx:
    deadline = time.monotonic() + pool.timeout
    while True:
        tx = await pool.getconn(deadline - time.monotonic())
        try:
            await AsyncConnectionPool.check_connection(tx)
        except Exception:  # noqa: BLE001 - whatever it is, this one is of no use
            await tx.close()
            await pool.putconn(tx)  # closed, it is replaced
        except BaseException:
            await pool.putconn(tx)
            raise
        else:
            return tx
