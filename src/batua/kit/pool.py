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
SHORTLY_S: Final = 0.5


class Reach:
    """Since when a server has been out of reach, as those find who connect to it.

    What asks for a connection several times, one after the other (a lane, then each of its items
    alone, and who waits behind them), would wait the whole time for each: whoever asked is gone
    before he is refused. So all wait for one and the same time, which runs from when it was lost.
    """

    def __init__(self) -> None:
        self._lost_at: float | None = None

    def found(self) -> None:
        """A connection was made, or answered."""
        self._lost_at = None

    def missed(self) -> None:
        """A connection could not be made."""
        if self._lost_at is None:
            self._lost_at = time.monotonic()

    def patience_s(self, wait_s: float) -> float:
        """How long somebody waits from now on, who would wait `wait_s` for a server in reach."""
        if self._lost_at is None:
            return wait_s
        left_s = self._lost_at + wait_s - time.monotonic()
        return min(wait_s, max(SHORTLY_S, left_s))


class Patient(psycopg.AsyncConnection[Any]):
    """A connection to a server that may just be starting.

    The pool waits one second after a failure, then two, then four: a server that is back after
    three would be missed for seven.
    """

    @classmethod
    async def connect(cls, *words: Any, **settings: Any) -> Self:
        """Connect, trying for some seconds; a `reach` among the settings learns how it goes."""
        reach: Reach = settings.pop("reach", None) or Reach()
        deadline = time.monotonic() + PATIENCE_S
        while True:
            try:
                made = await super().connect(*words, **settings)
            except psycopg.OperationalError:
                reach.missed()
                if time.monotonic() > deadline:
                    raise
            else:
                reach.found()
                return made
            await asyncio.sleep(TRY_AGAIN_S)


def pool_of(
    url: str, options: Sequence[str], reach: Reach, *, wait_s: float, sizes: tuple[int, int]
) -> Pool:
    """A pool that is not open yet.

    reach   of the server, which all its pools share
    wait_s  how long somebody waits for a connection to a server in reach
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
            "reach": reach,
        },
        min_size=sizes[0],
        max_size=sizes[1],
    )


@asynccontextmanager
async def living(pool: Pool, reach: Reach) -> AsyncIterator[Tx]:
    """A connection that was asked and answered.

    The pool can ask by itself, but then waits a second after the first one that is dead, two after
    the second, four after the third: with ten that died with their server, ten seconds.

    raises  PoolTimeout
    """
    tx = await _answering(pool, reach)
    try:
        async with tx:
            yield tx
    finally:
        await pool.putconn(tx)


async def _answering(pool: Pool, reach: Reach) -> Tx:
    deadline = time.monotonic() + reach.patience_s(pool.timeout)
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
            reach.found()
            return tx
