"""Proving the books: everything is read and lived through once more, in the order it was written.

Block by block: is the block itself in the chain, are its rows those that were sealed, and can they
have happened so? The rows that no block has sealed yet come last, in pieces of the same size.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from typing import Final

from batua.kit import secrets
from batua.kit.db import Tx
from batua.modules.ledger.rules import chain
from batua.modules.ledger.rules.replay import Replay
from batua.modules.ledger.store import blocks as block_store
from batua.modules.ledger.store import proof
from batua.modules.ledger.store.blocks import HIGHEST, LOWEST, Span
from batua.modules.ledger.types.proof import (
    ROWS,
    Block,
    Content,
    Damage,
    Head,
    Part,
    Progress,
    Proofs,
    Reach,
    VerifyReport,
)

PAGE: Final = 200
"""So many blocks are read at once: their marks are a few megabytes."""

NO_KEY: Final = "without the keys the seals were not looked at; the links between blocks were"
_NO_PROOFS: Final = Proofs()


async def verify(
    tx: Tx,
    progress: Progress = lambda _what, _done, _of: None,
    *,
    proofs: Proofs = _NO_PROOFS,
    elsewhere: Sequence[Head] = (),
) -> VerifyReport:
    """Read everything once more and name the first row of each sort that is wrong.

    tx         from `Database.read()`: one moment, seen by every question
    progress   told after each block
    elsewhere  heads that were written where nobody could alter them
    """
    await proof.begin(tx)
    run = _Run(tx, progress, proofs)
    await run.live()
    holds = await proof.holds(tx)
    parts = [
        await run.chain_part(elsewhere),
        *await run.book_parts(),
        await _views(tx, "holds", holds, "pending", "hold"),
        await _views(tx, "sums", run.accounts, "total"),
        await _views(tx, "safeguarding", run.accounts, "safeguard"),
        await _views(tx, "guards", 0, "month", "guard"),
    ]
    last = run.last
    reach = Reach(last.last_entry if last else LOWEST, HIGHEST, is_all=False)
    parts += [await check(tx, Reach(LOWEST, HIGHEST)) for check in proofs.checks]
    parts += [await check(tx, reach) for check in proofs.strays]
    for part in parts:
        progress(part.name, part.rows, part.rows)
    return VerifyReport(
        accounts=run.accounts,
        postings=run.replay.postings,
        entries=run.entries,
        holds=holds,
        blocks=last.n if last else 0,
        waiting=run.waiting,
        head=await block_store.head(tx),
        parts=_merged(parts),
    )


def _merged(parts: Sequence[Part]) -> tuple[Part, ...]:
    """One part a name, in the order of their first."""
    found: dict[str, Part] = {}
    for part in parts:
        first = found.get(part.name)
        found[part.name] = (
            part
            if first is None
            else replace(
                first, rows=first.rows + part.rows, damages=(*first.damages, *part.damages)
            )
        )
    return tuple(found.values())


async def _views(tx: Tx, name: str, rows: int, *views: str) -> Part:
    found = [await proof.wrong(tx, view) for view in views]
    return Part(name=name, rows=rows, damages=tuple(one for one in found if one is not None))


class _Run:
    """One pass over blocks and postings."""

    def __init__(self, tx: Tx, progress: Progress, proofs: Proofs) -> None:
        self._tx = tx
        self._progress = progress
        self._proofs = proofs
        self._damage: Damage | None = None
        self._unknown: set[str] = set()
        self.replay = Replay(0, 0)
        self.last: Block | None = None
        self.accounts = self.entries = self.waiting = 0

    async def live(self) -> None:
        """Everything from the first entry to the last."""
        highest, self.accounts = await proof.accounts(self._tx)
        self.replay = Replay(highest, self.accounts)
        await self._know_accounts()
        pieces = self._pieces()
        ahead = await anext(pieces, None)
        total = await block_store.count_postings(self._tx)
        self._progress("postings", 0, total)
        while ahead is not None:
            block, content = ahead
            # The database reads the next piece while this one is lived through here.
            reading = asyncio.ensure_future(anext(pieces, None))
            await asyncio.sleep(0)
            try:
                await self._take(block, content)
            finally:
                ahead = await reading
            done = self.replay.postings
            self._progress("postings", done, max(total, done))
        await self._compare_accounts()

    async def _pieces(self) -> AsyncIterator[tuple[Block | None, Content]]:
        """Blocks with what lies in their reach, then the rest without one."""
        low = (LOWEST, LOWEST, LOWEST)
        n = 0
        while page := await block_store.after(self._tx, n, PAGE):
            for block in page:
                high = (block.last_entry, block.last_hold, block.last_account)
                span = replace(
                    block_store.between(low, high),
                    most=max(block.entries, block.holds, block.accounts) + 1,
                    most_postings=block.postings + 1,
                )
                yield block, await self._content(span, tuple(block.witnesses))
                low, n = high, block.n
        entry = low[0]
        while (end := await block_store.up_to(self._tx, "entry", entry, HIGHEST, ROWS)) > entry:
            span = Span((entry, end), (0, 0), (0, 0))
            yield None, await block_store.content(self._tx, span, ())
            entry = end
        # Whatever lies beyond the last entry belongs to none.
        yield None, await block_store.content(self._tx, Span((entry, HIGHEST), (0, 0), (0, 0)), ())

    async def _content(self, span: Span, witnesses: tuple[str, ...]) -> Content:
        known = tuple(name for name in witnesses if name in self._proofs.witnesses)
        self._unknown |= set(witnesses) - set(known)
        return await block_store.content(self._tx, span, known)

    async def _take(self, block: Block | None, content: Content) -> None:
        self.entries += len(content.entries.numbers)
        if block is None:
            self.waiting += len(content.entries.numbers)
        elif self._damage is None:
            self._damage = self._wrong_block(block) or await self._wrong_content(block, content)
        self.last = block or self.last
        self.replay.live(content)

    def _wrong_block(self, block: Block) -> Damage | None:
        before, key = self.last, self._proofs.key
        fault = None
        if block.n != (before.n if before else 0) + 1:
            fault = "the block before it is gone"
        elif block.previous != (before.head if before else chain.NONE):
            fault = "it does not continue the block before it"
        elif block.head != chain.head(block):
            fault = "its head is not what its fields make"
        elif key is not None and not secrets.equal(block.seal, chain.seal(block.head, key)):
            fault = "its seal was not made with our key"
        return None if fault is None else _of_block(block.n, fault)

    async def _wrong_content(self, block: Block, content: Content) -> Damage | None:
        if set(block.witnesses) - set(self._proofs.witnesses):
            return None  # the note of the part says so
        if chain.digest(content) == block.digest:
            return None
        found = chain.difference(block, content)
        if found is None:
            return _of_block(block.n, "its digest is not what its rows make")
        return await proof.altered(self._tx, found)

    async def chain_part(self, elsewhere: Sequence[Head]) -> Part:
        """What the chain says, also beside heads that were written elsewhere."""
        if self._damage is None and elsewhere:
            self._damage = await self._compare_heads(elsewhere)
        notes = [] if self._proofs.key is not None or self.last is None else [NO_KEY]
        if self._unknown:
            notes.append(f"not known here, so not compared: {', '.join(sorted(self._unknown))}")
        damages = () if self._damage is None else (self._damage,)
        rows = self.last.n if self.last else 0
        return Part(name="chain", rows=rows, damages=damages, note="; ".join(notes))

    async def _compare_heads(self, elsewhere: Sequence[Head]) -> Damage | None:
        found = await block_store.heads(self._tx, [head.n for head in elsewhere])
        for head in sorted(elsewhere, key=lambda head: head.n):
            if head.n not in found:
                return _of_block(head.n, "its head was written elsewhere and the block is gone")
            if found[head.n] != head.head:
                return _of_block(head.n, "its head is not the one that was written elsewhere")
        return None

    async def book_parts(self) -> list[Part]:
        """What the replay says of accounts with their postings, and of entries."""
        of_accounts, of_entries = self.replay.account_fault, self.replay.entry_fault
        damage = await proof.wrong(self._tx, "name")
        if of_accounts is not None:
            damage = await proof.damaged(self._tx, of_accounts)
        entries = [] if of_entries is None else [await proof.damaged(self._tx, of_entries)]
        reversal = await proof.wrong(self._tx, "reversal")
        return [
            Part(name="accounts", rows=self.accounts, damages=(damage,) if damage else ()),
            Part(
                name="entries",
                rows=self.entries,
                damages=(*entries, *([reversal] if reversal else [])),
            ),
        ]

    async def _know_accounts(self) -> None:
        above = LOWEST
        while True:
            ids, currencies = await proof.currencies(self._tx, above)
            if not ids:
                return
            self.replay.know(ids, currencies)
            above = ids[-1]

    async def _compare_accounts(self) -> None:
        above = LOWEST
        while True:
            columns = await proof.counters(self._tx, above)
            if not columns[0]:
                return
            self.replay.compare(zip(*columns, strict=True))
            above = columns[0][-1]


def _of_block(n: int, fault: str) -> Damage:
    return Damage(table="ledger.block", row=f"block {n}", fault=fault)
