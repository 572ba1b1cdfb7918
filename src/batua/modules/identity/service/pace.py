"""Limits on how often something may be tried, counted before it is tried."""

import math

from batua.kit import clock
from batua.kit.db import Database, Tx
from batua.kit.secrets import KeyRing
from batua.modules.identity.errors import TooManyTries
from batua.modules.identity.rules import limits
from batua.modules.identity.service.means import Means
from batua.modules.identity.store import paces
from batua.modules.identity.types import Pace


async def spend(db: Database, keys: KeyRing, pace: Pace, subject: str) -> None:
    """Count one try, in a transaction of its own: no later refusal takes it back.

    subject  whose try it is
    refuses  TooManyTries
    """
    now = clock.now()
    async with db.transaction() as tx:
        again = await paces.spend(tx, pace, _index(keys, pace, subject), now)
    if again is not None:
        raise TooManyTries(max(1, math.ceil((again - now).total_seconds())))


async def spend_by_address(db: Database, means: Means, pace: Pace, address: str) -> None:
    """Count one try from a network address.

    refuses  TooManyTries
    """
    widened = pace.widened(means.address_factor)
    await spend(db, means.keys, widened, limits.address_block(address))


async def forgive(tx: Tx, keys: KeyRing, pace: Pace, subject: str) -> None:
    """Forget the tries, because one of them was right."""
    await paces.forget(tx, pace.kind, _index(keys, pace, subject))


def _index(keys: KeyRing, pace: Pace, subject: str) -> bytes:
    """The table tells neither phones nor addresses."""
    return keys.index(subject, purpose=f"identity.pace.{pace.kind}")
