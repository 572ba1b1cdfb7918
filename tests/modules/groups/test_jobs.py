"""What time does: the jobs that end votes, free what lapsed, and pay what waits."""

from datetime import timedelta

import pytest
from tests.modules.groups.given import NOON, circle
from tests.modules.groups.test_payouts import approved
from tests.modules.payments.given import inr

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.jobs import Context, run_due
from batua.kit.secrets import KeyRing
from batua.modules.groups import jobs
from batua.modules.groups.types import ProposalStatus

S = ProposalStatus


async def test_votes_end_by_themselves_a_batch_at_a_time(
    db: Database, keys: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "BATCH", 2)
    whole = await circle(db, keys, 3, pot=300_00)
    with clock.frozen(NOON) as held:
        asked = [await whole.withdrawal(whole[0], 1_00) for _ in range(5)]
        late = await approved(whole, 50_00, whole[1])
        held.advance(timedelta(days=3))
        await jobs.end_votes(Context(db))
        await jobs.end_votes(Context(db))
        assert {(await whole.read(each)).status for each in asked} == {S.EXPIRED}
        assert (await whole.read(late)).status is S.APPROVED
        held.advance(timedelta(days=4))
        await jobs.end_votes(Context(db))
        assert (await whole.read(late)).status is S.LAPSED
    assert (await whole.pot()).available == inr(300_00)
    assert (await whole.facts()).count("groups.decided") == 6


async def test_a_worker_pays_what_was_approved(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=300_00)
    made = await approved(whole, 50_00, whole[1])
    await run_due(Context(db, {"rails": whole.rails}), until_empty_s=30)
    assert (await whole.read(made)).status is S.EXECUTED
    assert (await whole.pot()).balance == inr(250_00)


async def test_what_a_lost_job_left_is_paid_by_the_sweep(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=300_00)
    made = [await approved(whole, 50_00, whole[n]) for n in (1, 2)]
    await jobs.pay_what_waits(Context(db, {"rails": whole.rails}))
    await jobs.pay_what_waits(Context(db, {"rails": whole.rails}))
    assert {(await whole.read(each)).status for each in made} == {S.EXECUTED}
    assert (await whole.pot()).balance == inr(200_00)
