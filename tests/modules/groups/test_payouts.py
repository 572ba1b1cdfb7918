"""Payouts: reserved by the vote, made once, never more than the pot holds, freed when they lapse."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.modules.groups.given import NOON, Circle, circle, money_of
from tests.modules.groups.test_proposals import end_all
from tests.modules.payments import given as payments_given
from tests.modules.payments.given import Someone, inr

from batua.kit import clock
from batua.kit.db import Database, fetch_value
from batua.kit.secrets import KeyRing
from batua.modules.groups import service as groups
from batua.modules.groups.errors import NothingToRetry, NotInYourRole
from batua.modules.groups.types import (
    EVERY_LINE,
    Choice,
    Proposal,
    ProposalStatus,
    Tally,
    TransactionKind,
)
from batua.modules.ledger import service as ledger
from batua.modules.payments import service as payments
from batua.modules.payments.types import PaymentKind

S = ProposalStatus


async def approved(whole: Circle, minor: int, payee: Someone) -> Proposal:
    """A withdrawal that everybody else said yes to."""
    made = await whole.withdrawal(payee, minor)
    for who in whole.people:
        if who is not payee and made.status is S.OPEN:
            made = await whole.vote(who, made)
    return made


async def test_approval_reserves_and_the_payout_is_made_once(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=300_00)
    made = await approved(whole, 90_00, whole[2])
    assert (made.status, made.tally) == (S.APPROVED, Tally(2, 2, yes=2))
    assert made.hold_id == made.id
    pot = await whole.pot()
    assert (pot.balance, pot.available) == (inr(300_00), inr(210_00))
    before = await money_of(db, whole[2])

    found = await asyncio.gather(*(whole.pay(made) for _ in range(4)))

    assert {each.status for each in found} == {S.EXECUTED}
    assert {each.entry_id for each in found} == {made.id}
    pot = await whole.pot()
    assert (pot.balance, pot.available) == (inr(210_00), inr(210_00))
    assert await money_of(db, whole[2]) == before + 90_00
    async with db.transaction() as tx:
        line = (await groups.statement(tx, whole[0].id, whole.id, EVERY_LINE, (None, 1))).items[0]
    assert (line.kind, line.amount_minor, line.balance_minor) == (
        TransactionKind.PAYOUT,
        -90_00,
        210_00,
    )
    assert (line.id, line.proposal_id, line.entry_id) == (made.id, made.id, made.id)
    payment = (await payments_given.history(db, keys, whole[2])).items[0].payment
    assert (payment.kind, payment.pot, payment.entry) == (PaymentKind.POT_OUT, whole.id, made.id)
    facts = await whole.facts()
    assert facts.count("groups.executed") == 1
    async with db.transaction() as tx:
        acts = [line.act for line in (await groups.log(tx, whole[0].id, whole.id, None, 3)).items]
    assert acts == ["paid_out", "decided", "voted"]


async def test_what_is_approved_waits_until_it_is_paid(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=300_00)
    made = await approved(whole, 90_00, whole[2])
    async with db.transaction() as tx:
        assert await groups.unpaid(tx, 10) == [(whole.id, made.id)]
    await whole.pay(made)
    async with db.transaction() as tx:
        assert await groups.unpaid(tx, 10) == []
    assert (await whole.read(made)).status is S.EXECUTED


async def test_the_job_is_queued_with_the_vote(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=300_00)
    made = await approved(whole, 90_00, whole[2])
    async with db.transaction() as tx:
        args = await fetch_value(
            tx, "SELECT args FROM procrastinate_jobs WHERE task_name = 'groups.pay'"
        )
    assert args == {"group": str(whole.id), "proposal": str(made.id)}


async def test_what_failed_for_want_of_money_is_tried_again_when_it_is_there(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 3, pot=90_00)
    asked = [await whole.withdrawal(whole[n], 60_00) for n in (1, 2)]
    for proposal, voters in zip(asked, ((0, 2), (0, 1)), strict=True):
        for n in voters:
            await whole.vote(whole[n], proposal)
    second = await whole.read(asked[1])
    assert second.status is S.FAILED
    with pytest.raises(NotInYourRole):
        await retry(db, whole, whole[1], second)
    assert (await retry(db, whole, whole[0], second)).status is S.FAILED
    await whole.pay_in(whole[0], 30_00)
    paid = await retry(db, whole, whole[0], second)
    assert (paid.status, paid.failure) == (S.EXECUTED, None)
    await whole.pay(await whole.read(asked[0]))
    assert (await whole.pot()).balance == inr(0)
    with pytest.raises(NothingToRetry):
        await retry(db, whole, whole[0], second)
    assert (await whole.facts()).count("groups.executed") == 2


async def retry(db: Database, whole: Circle, who: Someone, proposal: Proposal) -> Proposal:
    async with db.transaction() as tx:
        return await groups.retry(tx, whole.rails, who.actor, whole.id, proposal.id)


async def test_a_closed_wallet_is_paid_once_it_is_open_again(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=30_00)
    made = await whole.withdrawal(whole[2], 20_00)
    await whole.pay_in(whole[2], await money_of(db, whole[2]))
    async with db.transaction() as tx:
        wallet = (await payments.own_wallet(tx, whole[2].id, inr(0).currency)).account
        await ledger.close_account(tx, wallet)
    for who in whole.people[:2]:
        made = await whole.vote(who, made)
    assert (made.status, made.failure, made.hold_id) == (S.FAILED, "wallet_closed", None)
    assert (await retry(db, whole, whole[0], made)).status is S.FAILED
    assert (await whole.facts())[-1] == "groups.not_executed"
    async with db.transaction() as tx:
        await ledger.reopen_account(tx, wallet)
    assert (await retry(db, whole, whole[0], made)).status is S.EXECUTED
    assert await money_of(db, whole[2]) == 20_00


async def test_who_left_before_the_last_vote_is_not_paid(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 4, pot=300_00)
    made = await whole.withdrawal(whole[0], 90_00, whole[3])
    await whole.vote(whole[0], made)
    await whole.leave(whole[3])
    failed = await whole.vote(whole[1], made)
    assert (failed.status, failed.failure, failed.hold_id) == (S.FAILED, "payee_left", None)
    assert (await whole.pot()).available == inr(300_00)


async def test_what_is_not_paid_in_time_is_free_again(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=300_00)
    with clock.frozen(NOON) as held:
        made = await approved(whole, 90_00, whole[2])
        assert made.lapses_at == NOON + timedelta(days=7)
        held.advance(timedelta(days=7))
        async with db.transaction() as tx:
            assert await groups.unpaid(tx, 10) == []
        assert await end_all(db) == 1
        assert await end_all(db) == 0
        lapsed = await whole.read(made)
        assert (lapsed.status, lapsed.failure) == (S.LAPSED, "lapsed")
        assert (await whole.pot()).available == inr(300_00)
        assert (await whole.pay(made)).status is S.LAPSED
        with pytest.raises(NothingToRetry):
            await retry(db, whole, whole[0], made)


async def test_no_money_is_lost_or_made_by_all_of_it(db: Database, keys: KeyRing) -> None:
    whole = await circle(db, keys, 3, pot=300_00)
    whole_before = sum([await money_of(db, who) for who in whole.people]) + 300_00
    paid = await approved(whole, 90_00, whole[2])
    await whole.pay(paid)
    await approved(whole, 50_00, whole[1])
    no = await whole.withdrawal(whole[1], 70_00)
    await whole.vote(whole[0], no, Choice.NO)
    balance = (await whole.pot()).balance.minor
    assert sum([await money_of(db, who) for who in whole.people]) + balance == whole_before
    async with db.read() as tx:
        proofs = payments.proofs(b"k" * 32)
        proofs = replace(proofs, checks=(*proofs.checks, groups.agreement))
        report = await ledger.verify(tx, proofs=proofs)
    assert report.damages == ()
