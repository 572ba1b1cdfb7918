"""The chain: what a superuser alters in sealed rows is named, however well he covers it up."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import psycopg
import pytest
from tests.conftest import copy_database, drop_database, opened
from tests.modules.ledger.edits import COVERED, EDITS
from tests.modules.ledger.given import inr, order, wallet
from tests.modules.ledger.story import Story, told
from tests.modules.ledger.test_tampering import of, seq, unguarded

from batua.kit.db import Database, Tx, execute, fetch_value
from batua.modules.ledger import service as ledger
from batua.modules.ledger.providers.heads import HeadFile
from batua.modules.ledger.rules import chain
from batua.modules.ledger.store import blocks as block_store
from batua.modules.ledger.types import Damage, Head, Leg, Proofs

KEY = b"the key of this test".ljust(32)
PROOFS = Proofs(key=KEY)


@dataclass(frozen=True)
class Sealed:
    """A story in three blocks, with some entries after the last one."""

    url: str
    story: Story
    heads: list[Head]
    late: str


async def _sealed(url: str) -> Sealed:
    heads = []
    async with opened(url) as db:
        async with db.transaction() as tx:
            story = await told(tx)
        for _ in range(3):
            assert await ledger.seal(db, PROOFS) == 1
            async with db.read() as tx:
                head = await ledger.head(tx)
            assert head is not None
            heads.append(head)
            async with db.transaction() as tx:
                late = await ledger.post(tx, order(Leg(story.asha, story.ravi, inr(1))))
    return Sealed(url, story, heads, str(late.id))


@pytest.fixture(scope="module")
def sealed(server_url: str, template_url: str) -> Iterator[Sealed]:
    """One database for all that is rolled back."""
    url = copy_database(server_url)
    yield asyncio.run(_sealed(url))
    drop_database(server_url, url)


@pytest.fixture
async def thief(sealed: Sealed) -> AsyncIterator[Tx]:
    """A superuser in a transaction of one moment, rolled back at the end."""
    conn = await psycopg.AsyncConnection.connect(sealed.url, autocommit=True)
    await conn.set_isolation_level(psycopg.IsolationLevel.REPEATABLE_READ)
    try:
        async with conn.transaction(force_rollback=True):
            yield conn
    finally:
        await conn.close()


async def first_damage(thief: Tx, sealed: Sealed, *edits: str) -> Damage:
    """What verify names first after some edits; each of them must touch something."""
    async with unguarded(thief):
        await execute(thief, "ALTER TABLE ledger.block DISABLE TRIGGER USER")
        for edit in edits:
            assert await execute(thief, filled(edit, sealed)) > 0, edit
        await execute(thief, "ALTER TABLE ledger.block ENABLE ALWAYS TRIGGER block_kept")
    found = await ledger.verify(thief, proofs=PROOFS, elsewhere=sealed.heads)
    assert not found.is_clean
    return found.damages[0]


def filled(text: str, sealed: Sealed) -> str:
    story = sealed.story
    return text.format(
        asha=of(story.asha),
        ravi=of(story.ravi),
        source=of(story.source),
        sent=seq(story.sent),
        sent_id=story.sent.id,
        posted_id=story.posted.id,
        reversal_id=story.reversal.id,
        open_hold=story.open_hold.id,
        posted_hold=story.posted_hold.id,
        late=sealed.late,
        asha_id=story.asha,
        ravi_id=story.ravi,
    )


async def test_an_untouched_chain_is_whole(sealed: Sealed, thief: Tx) -> None:
    found = await ledger.verify(thief, proofs=PROOFS, elsewhere=sealed.heads)
    assert found.damages == ()
    assert (found.blocks, found.waiting) == (3, 1)
    assert found.head == sealed.heads[-1]
    assert found.parts[0].note == ""


async def test_an_auditor_without_the_key_proves_it_by_heads_from_elsewhere(
    sealed: Sealed, thief: Tx
) -> None:
    found = await ledger.verify(thief, proofs=Proofs(), elsewhere=sealed.heads)
    assert found.is_clean
    assert "without the keys" in found.parts[0].note


@pytest.mark.parametrize(("edit", "named"), EDITS, ids=[edit[:70] for edit, _ in EDITS])
async def test_whatever_is_altered_is_named(
    thief: Tx, sealed: Sealed, edit: str, named: tuple[str, str, str]
) -> None:
    found = await first_damage(thief, sealed, edit)
    table, row, fault = (filled(text, sealed) for text in named)
    assert found.table == table
    assert found.row.startswith(row)
    assert fault in found.fault


@pytest.mark.parametrize("edits", COVERED.values(), ids=COVERED)
async def test_what_is_covered_up_is_named_by_its_block(
    thief: Tx, sealed: Sealed, edits: list[str]
) -> None:
    """Each leaves sums, balances and counters as if nothing had been; only the seal knows."""
    await first_damage(thief, sealed, *edits)
    chain_part = (await ledger.verify(thief, proofs=PROOFS)).parts[0]
    assert chain_part.damages, "the chain alone finds it"


async def rewritten(thief: Tx, key: bytes) -> None:
    """The whole chain made anew, as whoever has the key could."""
    before = chain.NONE
    low = (0, 0, 0)
    for block in await block_store.after(thief, 0, 10):
        high = (block.last_entry, block.last_hold, block.last_account)
        content = await block_store.content(thief, block_store.between(low, high), ())
        low = high
        new = replace(
            block,
            digest=chain.digest(content),
            marks=chain.marks(content),
            entries=len(content.entries.numbers),
            postings=len(content.postings),
            previous=before,
        )
        before = chain.head(new)
        await thief.execute(
            "UPDATE ledger.block SET digest = %s, marks = %s, entries = %s, postings = %s,"
            " previous = %s, head = %s, seal = %s WHERE n = %s",
            (
                *(new.digest, new.marks, new.entries, new.postings, new.previous),
                *(before, chain.seal(before, key), new.n),
            ),
        )


@pytest.mark.parametrize("has_key", [False, True])
async def test_a_chain_that_was_made_anew_is_found(
    thief: Tx, sealed: Sealed, has_key: bool
) -> None:
    async with unguarded(thief):
        await execute(thief, "ALTER TABLE ledger.block DISABLE TRIGGER USER")
        sent = sealed.story.sent.id
        await execute(thief, f"UPDATE ledger.entry SET kind = 'gift' WHERE id = '{sent}'")
        await rewritten(thief, KEY if has_key else b"a key of the thief's own".ljust(32))
        await execute(thief, "ALTER TABLE ledger.block ENABLE ALWAYS TRIGGER block_kept")
    alone = await ledger.verify(thief, proofs=PROOFS)
    assert alone.is_clean == has_key, "with the key, the database alone cannot know"
    found = await ledger.verify(thief, proofs=PROOFS, elsewhere=sealed.heads)
    assert (found.damages[0].table, found.damages[0].row) == ("ledger.block", "block 1")


async def test_programs_append_blocks_only_at_the_end(db: Database) -> None:
    async with db.transaction() as tx:
        await told(tx)
    assert await ledger.seal(db, PROOFS) == 1
    assert await ledger.seal(db, PROOFS) == 0, "there is nothing more to seal"
    async with db.read() as tx:
        last = await block_store.last(tx)
    assert last is not None
    async with db.transaction() as tx:
        assert not await block_store.append(tx, last), "another sealer was faster"
    follower = replace(last, n=last.n + 1, previous=chain.NONE)
    with pytest.raises(psycopg.Error, match="does not follow"):
        async with db.transaction() as tx:
            await block_store.append(tx, follower)


async def test_what_does_not_agree_is_never_sealed(db: Database, database: str) -> None:
    async with db.transaction() as tx:
        story = await told(tx)
    with psycopg.connect(database) as owner:
        owner.execute("ALTER TABLE ledger.posting DISABLE TRIGGER USER")
        owner.execute("DELETE FROM ledger.posting WHERE line = 1 AND amount_minor = 300")
    with pytest.raises(ledger.Unsound) as refused:
        await ledger.seal(db, PROOFS)
    assert refused.value.damage.row == f"entry {story.sent.id}"
    async with db.read() as tx:
        assert await ledger.head(tx) is None


async def test_heads_are_written_to_a_file_that_only_grows(db: Database, tmp_path: Path) -> None:
    keeper = HeadFile(tmp_path / "far" / "heads.jsonl")
    assert await ledger.publish_head(db, [keeper]) == 0, "there is no head yet"
    for _ in range(2):
        async with db.transaction() as tx:
            await wallet(tx, 100)
        await ledger.seal(db, PROOFS)
        for _ in range(2):
            assert await ledger.publish_head(db, [keeper]) == 1
    lines = (tmp_path / "far" / "heads.jsonl").read_text().splitlines()
    heads = [ledger.read_head(json.loads(line)) for line in lines]
    assert [head.n for head in heads] == [1, 2], "the same head is not written twice"
    async with db.read() as tx:
        assert await ledger.head(tx) == heads[-1]
        assert (await ledger.verify(tx, proofs=PROOFS, elsewhere=heads)).is_clean
        stranger = replace(heads[0], head=bytes(32))
        found = await ledger.verify(tx, proofs=PROOFS, elsewhere=[stranger])
    assert found.damages[0].row == "block 1"


async def test_long_blocks_are_cut(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("batua.modules.ledger.service.sealing.ROWS", 2)
    async with db.transaction() as tx:
        await told(tx)
    assert await ledger.seal(db, PROOFS) > 2
    async with db.read() as tx:
        found = await ledger.verify(tx, proofs=PROOFS)
        sealed_entries = await fetch_value(tx, "SELECT sum(entries) FROM ledger.block")
    assert found.is_clean
    assert (found.waiting, found.entries) == (0, sealed_entries)
