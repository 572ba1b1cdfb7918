"""The proof of the ledger over HTTP: the head of the chain, its blocks, and the runs of `verify`."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.page import Place, decode_cursor, page_of
from batua.kit.refusal import BadCursor
from batua.kit.web import Cursor, Limit, get, post
from batua.modules.ledger import service
from batua.modules.ledger.types import Block, Head, Run, RunState

D = msgspec.Meta
HEX = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
WHEN = "2026-11-21T09:30:00Z"


class HeadOut(msgspec.Struct):
    """The end of the chain. Kept by anybody, it proves later what was written until then."""

    n: Annotated[int, D(description="Number of the last block; 0 before the first.", examples=[7])]
    head: Annotated[
        str | None, D(description="Hash of everything sealed so far, in hex.", examples=[HEX])
    ]
    sealed_at: Annotated[datetime | None, D(description="When it was sealed.", examples=[WHEN])]
    entries: Annotated[int, D(description="How many entries are sealed.", examples=[12000])]
    waiting: Annotated[
        int,
        D(description="How many are not sealed yet; 100000 stands for more.", examples=[12]),
    ]


class BlockOut(msgspec.Struct):
    """A block of the chain."""

    n: Annotated[int, D(description="Its number, from 1.", examples=[7])]
    head: Annotated[str, D(description="Its head, in hex.", examples=[HEX])]
    sealed_at: Annotated[datetime, D(description="When it was sealed.", examples=[WHEN])]
    entries: Annotated[int, D(description="How many entries it seals.", examples=[4096])]
    postings: Annotated[int, D(description="How many postings it seals.", examples=[8192])]

    @classmethod
    def of(cls, block: Block) -> "BlockOut":
        return cls(block.n, block.head.hex(), block.sealed_at, block.entries, block.postings)


class BlocksOut(msgspec.Struct):
    """A page of blocks, the newest first."""

    items: Annotated[list[BlockOut], D(description="The blocks of this page.")]
    next: Annotated[str | None, D(description="Cursor of the next page; null at the end.")]


class PartOut(msgspec.Struct):
    """One of the things that were looked at."""

    name: Annotated[str, D(description="What was looked at.", examples=["accounts"])]
    rows: Annotated[int, D(description="How many rows were read.", examples=[512])]
    note: Annotated[str, D(description="What could not be looked at, if anything.")] = ""


class DamageOut(msgspec.Struct):
    """A row that is not as it must be: the first of its sort."""

    part: Annotated[str, D(description="Where it was found.", examples=["accounts"])]
    table: Annotated[str, D(description="The table.", examples=["ledger.posting"])]
    row: Annotated[str, D(description="The row.", examples=["account 0198… version 7"])]
    fault: Annotated[str, D(description="What is wrong with it.")]


class ReportOut(msgspec.Struct):
    """What a run has read and found."""

    accounts: Annotated[int, D(description="Accounts that were read.")] = 0
    entries: Annotated[int, D(description="Entries that were read.")] = 0
    postings: Annotated[int, D(description="Postings that were lived through again.")] = 0
    holds: Annotated[int, D(description="Holds that were read.")] = 0
    blocks: Annotated[int, D(description="Blocks of the chain.")] = 0
    parts: Annotated[list[PartOut], D(description="What was looked at.")] = msgspec.field(
        default_factory=list
    )
    damages: Annotated[
        list[DamageOut], D(description="What is wrong; the first altered row comes first.")
    ] = msgspec.field(default_factory=list)


class VerificationOut(msgspec.Struct):
    """A run of `verify`."""

    id: Annotated[UUID, D(description="Name of the run.")]
    state: Annotated[RunState, D(description="Where it stands.")]
    asked_at: Annotated[datetime, D(description="When it was asked for.", examples=[WHEN])]
    started_at: Annotated[datetime | None, D(description="When it began.")]
    ended_at: Annotated[datetime | None, D(description="When it ended.")]
    part: Annotated[str, D(description="What it looks at now.", examples=["postings"])]
    done: Annotated[int, D(description="How much of this part is done.", examples=[81920])]
    total: Annotated[int, D(description="Of how much.", examples=[1000000])]
    report: Annotated[ReportOut | None, D(description="What it found; null until it ended.")]

    @classmethod
    def of(cls, run: Run) -> "VerificationOut":
        is_done = run.state in {RunState.WHOLE, RunState.DAMAGED}
        return cls(
            id=run.id,
            state=run.state,
            asked_at=run.asked_at,
            started_at=run.started_at,
            ended_at=run.ended_at,
            part=run.part,
            done=run.done,
            total=run.total,
            report=msgspec.convert(run.report, ReportOut) if is_done else None,
        )


class VerificationsOut(msgspec.Struct):
    """A page of runs, the newest first."""

    items: Annotated[list[VerificationOut], D(description="The runs of this page.")]
    next: Annotated[str | None, D(description="Cursor of the next page; null at the end.")]


@get("/ledger/head", permission="public")
async def read_head(db: Database) -> HeadOut:
    """The end of the chain, for anybody to keep: it tells nothing about anybody."""
    async with db.read() as tx:
        head = await service.head(tx)
        waiting = await service.waiting(tx)
    return _head(head, waiting)


def _head(head: Head | None, waiting: int) -> HeadOut:
    if head is None:
        return HeadOut(0, None, None, 0, waiting)
    return HeadOut(head.n, head.head.hex(), head.sealed_at, head.entries, waiting)


@get("/ledger/blocks", permission="ledger.blocks.read", refuses=(BadCursor,))
async def list_blocks(db: Database, cursor: Cursor = None, limit: Limit = 30) -> BlocksOut:
    """The blocks of the chain, the newest first."""
    before = None if cursor is None else decode_cursor(cursor, tuple[Place])[0]
    async with db.read() as tx:
        found = await service.blocks(tx, before, limit + 1)
    page = page_of(found, limit, lambda block: (block.n,))
    return BlocksOut([BlockOut.of(block) for block in page.items], page.next)


@get("/ledger/verifications", permission="ledger.verifications.read", refuses=(BadCursor,))
async def list_verifications(
    db: Database, cursor: Cursor = None, limit: Limit = 20
) -> VerificationsOut:
    """The runs of `verify`, the newest first."""
    async with db.read() as tx:
        page = await service.verifications(tx, cursor, limit)
    return VerificationsOut([VerificationOut.of(run) for run in page.items], page.next)


@post("/ledger/verifications", permission="ledger.verifications.run", status_code=202)
async def ask_verification(caller: Caller, db: Database) -> VerificationOut:
    """Prove the whole ledger in the background; while a run is under way, the same one."""
    async with db.transaction() as tx:
        return VerificationOut.of(await service.ask_verification(tx, caller.person))


ROUTES: list[Any] = [read_head, list_blocks, list_verifications, ask_verification]
