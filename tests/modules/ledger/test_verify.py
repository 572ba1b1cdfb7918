"""verify: a sound ledger is clean, whatever goes on beside it."""

import pytest
from tests.modules.ledger.given import inr, order
from tests.modules.ledger.story import ACCOUNTS, ENTRIES, HOLDS, POSTINGS, Story, told

from batua.kit.db import Database
from batua.modules.ledger import service as ledger
from batua.modules.ledger.service import proving
from batua.modules.ledger.types import Leg, VerifyReport


@pytest.fixture
async def story(db: Database) -> Story:
    async with db.transaction() as tx:
        return await told(tx)


async def verified(db: Database) -> VerifyReport:
    async with db.read() as tx:
        return await ledger.verify(tx)


async def test_a_sound_ledger_is_clean_and_counted(db: Database, story: Story) -> None:
    report = await verified(db)
    assert report.is_clean
    found = (report.accounts, report.postings, report.entries, report.holds)
    assert found == (ACCOUNTS, POSTINGS, ENTRIES, HOLDS)


async def test_an_empty_ledger_is_clean(db: Database) -> None:
    report = await verified(db)
    assert (report.is_clean, report.accounts, report.entries) == (True, 0, 0)


async def test_the_progress_reaches_its_end(
    db: Database, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = await verified(db)
    monkeypatch.setattr(proving, "ROWS", 2)
    told_of: list[tuple[str, int, int]] = []
    async with db.read() as tx:
        in_parts = await ledger.verify(tx, lambda *step: told_of.append(step))
    assert in_parts == whole
    steps = [(done, of) for name, done, of in told_of if name == "postings"]
    assert steps == sorted(steps)
    assert steps[0] == (0, POSTINGS)
    assert steps[-1] == (POSTINGS, POSTINGS)
    assert len(steps) > 3, "several pieces were read"
    assert {name for name, _, _ in told_of} >= {"postings", "holds", "sums", "guards"}


async def test_all_questions_are_asked_of_one_moment(db: Database, story: Story) -> None:
    async with db.transaction() as tx:
        with pytest.raises(AssertionError, match="one moment"):
            await ledger.verify(tx)


async def test_money_that_moves_meanwhile_is_no_damage(db: Database, story: Story) -> None:
    async with db.read() as tx:
        before = await ledger.verify(tx)
        async with db.transaction() as other:
            await ledger.post(other, order(Leg(story.asha, story.ravi, inr(1))))
        assert await ledger.verify(tx) == before
    after = await verified(db)
    assert (after.is_clean, after.postings) == (True, POSTINGS + 2)
