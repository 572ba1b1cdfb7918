"""Sealing: what is written and final goes into blocks, each chained to the one before.

The number of an entry is given before it is committed, so a lower one may appear after a higher
one. A number is final once every transaction that was writing when it was first seen has ended.
"""

import asyncio
import time
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from batua.kit import clock
from batua.kit.db import Database, Tx
from batua.kit.logs import log
from batua.modules.ledger.rules import chain
from batua.modules.ledger.rules.replay import Replay
from batua.modules.ledger.store import blocks as store
from batua.modules.ledger.store import proof
from batua.modules.ledger.types.proof import (
    ROWS,
    Block,
    Content,
    Damage,
    Fault,
    Head,
    Proofs,
    Reach,
)

LOOK_MS: Final = 20
PATIENCE: Final = timedelta(seconds=20)
"""A transaction that writes for longer holds up the sealing until the next turn."""
MOST_WAITING: Final = 100_000
"""More entries than this are not counted one by one."""


class Unsound(Exception):
    """Rows that are not sealed yet do not agree; what is wrong is never sealed."""

    def __init__(self, damage: Damage) -> None:
        super().__init__(str(damage))
        self.damage = damage


@dataclass(frozen=True, slots=True)
class _Reached:
    """The numbers up to which everything is final: of entries, holds and accounts."""

    entry: int
    hold: int
    account: int


async def seal(db: Database, proofs: Proofs, *, patience: timedelta = PATIENCE) -> int:
    """Seal everything that is final; how many blocks that made.

    patience  how long to wait for transactions that are still writing
    repeat      finds less to seal; two sealers at once harm nothing
    raises      Unsound: its seal would say that all was well when it was written
    """
    until = await _final(db, patience)
    made = 0
    while until is not None and await _seal_next(db, proofs, until):
        made += 1
    return made


async def _final(db: Database, patience: timedelta) -> _Reached | None:
    """How far everything is final; None when somebody writes for too long."""
    async with db.statement() as tx:
        seen = _Reached(*await store.newest(tx))
    async with db.statement() as tx:
        awaited = set(await store.writers(tx))
    deadline = time.monotonic() + patience.total_seconds()
    while awaited:
        if time.monotonic() > deadline:
            log.warning("sealing_waits", transactions=len(awaited))
            return None
        await asyncio.sleep(LOOK_MS / 1000)
        async with db.statement() as tx:
            awaited &= set(await store.writers(tx))
    return seen


async def _seal_next(db: Database, proofs: Proofs, until: _Reached) -> bool:
    assert proofs.key is not None, "only who has the keys can seal"
    async with db.read() as tx:
        last = await store.last(tx)
        ends = await _ends(tx, last, until)
        if ends is None:
            return False
        low = (last.last_entry, last.last_hold, last.last_account) if last else (0, 0, 0)
        span = store.between(low, ends)
        content = await store.content(tx, span, proofs.witnesses)
        await _see_sound(tx, content, proofs, Reach(low[0], ends[0], is_all=False))
    block = _made(last, ends, content, proofs)
    async with db.transaction() as tx:
        return await store.append(tx, block)


async def _ends(tx: Tx, last: Block | None, until: _Reached) -> store.Numbers | None:
    """Where the next block ends; None when there is nothing to seal."""
    low = (last.last_entry, last.last_hold, last.last_account) if last else (0, 0, 0)
    ends = (
        await store.up_to(tx, "entry", low[0], until.entry, ROWS),
        await store.up_to(tx, "hold", low[1], until.hold, ROWS),
        await store.up_to(tx, "account", low[2], until.account, ROWS),
    )
    return None if ends == low else ends


async def _see_sound(tx: Tx, content: Content, proofs: Proofs, reach: Reach) -> None:
    fault = _unbalanced(content)
    damages: list[Damage] = [] if fault is None else [await proof.damaged(tx, fault)]
    for check in proofs.strays:
        damages += (await check(tx, reach)).damages
    if damages:
        raise Unsound(damages[0])


def _unbalanced(content: Content) -> Fault | None:
    """The first entry whose legs do not pair up."""
    accounts = content.postings.accounts
    replay = Replay(max(accounts, default=0), len(accounts))
    replay.know(accounts, ["any"] * len(accounts))
    replay.live(content)
    return replay.entry_fault


def _made(last: Block | None, ends: store.Numbers, content: Content, proofs: Proofs) -> Block:
    entries = len(content.entries.numbers)
    block = Block(
        n=last.n + 1 if last else 1,
        last_entry=ends[0],
        last_hold=ends[1],
        last_account=ends[2],
        entries=entries,
        postings=len(content.postings),
        holds=len(content.holds.numbers),
        accounts=len(content.accounts.numbers),
        entries_so_far=(last.entries_so_far if last else 0) + entries,
        witnesses=proofs.witnesses,
        marks=chain.marks(content),
        digest=chain.digest(content),
        previous=last.head if last else chain.NONE,
        sealed_at=clock.now(),
    )
    head = chain.head(block)
    assert proofs.key is not None
    return replace(block, head=head, seal=chain.seal(head, proofs.key))


async def head(tx: Tx) -> Head | None:
    """The end of the chain; None while nothing is sealed."""
    return await store.head(tx)


async def waiting(tx: Tx) -> int:
    """How many entries are not sealed yet; a hundred thousand stands for more."""
    return (await store.waiting(tx, MOST_WAITING))[0]


async def blocks(tx: Tx, before: int | None, limit: int) -> list[Block]:
    """The blocks below a number, or the last ones; the newest first."""
    return await store.before(tx, store.HIGHEST if before is None else before, limit)
