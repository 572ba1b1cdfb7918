"""Takes an opening ledger in from files: all of it, or nothing and every fault by its line."""

import asyncio
from collections.abc import AsyncGenerator, Iterator, Sequence

from batua.kit import clock
from batua.kit.db import Database, Tx
from batua.modules.ledger.service.reading import Reading
from batua.modules.ledger.store import importing
from batua.modules.ledger.types import Progress
from batua.modules.ledger.types.moving import FAULTS, MOST_FAULTS, Fault, Sheet, Source, Taken


class _Undone(Exception):
    """Ends the transaction without its writing."""

    def __init__(self, taken: Taken) -> None:
        super().__init__()
        self.taken = taken


def _kept(taken: Taken, *, is_trial: bool) -> Taken:
    if taken.faults or is_trial:
        raise _Undone(taken)
    return taken


async def take_in(
    db: Database,
    sources: Sequence[Source],
    *,
    dry_run: bool = False,
    owned: frozenset[str] = frozenset(),
    progress: Progress = lambda _what, _done, _of: None,
) -> Taken:
    """Import accounts, entries and holds in one transaction, with the checks of ordinary posts.

    sources   at most one file a sheet
    dry_run   checks all and writes nothing
    owned     kinds that another module keeps rows for, which a file cannot bring: an entry of kind
              `send` comes in as `imported.send`
    progress  told of bytes while a file is read, then of steps
    repeat    what is there, the very same, is left as it is: the same files again change nothing
    """
    try:
        async with db.transaction() as tx:
            taken = await _take_in(tx, sources, owned, progress)
            return _kept(taken, is_trial=dry_run)
    except _Undone as undone:
        return undone.taken


async def _take_in(
    tx: Tx, sources: Sequence[Source], owned: frozenset[str], progress: Progress
) -> Taken:
    at = clock.now()
    await importing.begin(tx)
    readings = [
        Reading(source, owned)
        for source in sorted(sources, key=lambda s: list(Sheet).index(s.sheet))
    ]
    for reading in readings:
        await importing.fill(tx, reading.source.sheet, _ahead(reading, progress))

    if any(reading.faults for reading in readings):
        await importing.forbid(tx)

    steps = 4
    progress("accounts", 0, steps)
    accounts = await importing.accounts(tx, at)
    progress("postings", 1, steps)
    entries, postings, repeated = await importing.postings(tx, at)
    progress("holds", 2, steps)
    holds = await importing.holds(tx, at)
    progress("the whole", 3, steps)
    await importing.finish(tx)
    progress("the whole", steps, steps)

    told, count = await importing.faults(tx, MOST_FAULTS)
    shapes = [fault for reading in readings for fault in reading.faults]
    faults = [*shapes, *(_fault(*each) for each in told)]
    order = list(Sheet)
    return Taken(
        rows=sum(reading.rows for reading in readings),
        accounts=accounts,
        entries=entries,
        postings=postings,
        holds=holds,
        repeated=repeated,
        faults=tuple(sorted(faults, key=lambda f: (order.index(f.sheet), f.line))[:MOST_FAULTS]),
        fault_count=count + sum(reading.fault_count for reading in readings),
    )


def _fault(sheet: str, line: int, code: str, value: str) -> Fault:
    problem, todo = FAULTS[code]
    return Fault(Sheet(sheet), line, problem.format(value=value), todo)


async def _ahead(reading: Reading, progress: Progress) -> AsyncGenerator[str]:
    """The blocks of a file: while one is written, the next is read in a thread."""
    blocks: Iterator[str] = reading.blocks()
    coming = asyncio.create_task(asyncio.to_thread(next, blocks, None))
    try:
        while (block := await coming) is not None:
            coming = asyncio.create_task(asyncio.to_thread(next, blocks, None))
            progress(f"reading {reading.source.sheet}", reading.bytes_read, reading.source.size)
            yield block
    finally:
        coming.cancel()
