"""What leaves the house: queued once, tried until it is known, never at night, never without need."""

import asyncio
import json
from datetime import timedelta

import pytest
import pytest_asyncio
from tests.modules.groups.given import NOON
from tests.modules.groups.test_loans import repay
from tests.modules.notifications.dispatching import (
    ACCEPTED,
    ARRIVED,
    BY_ADDRESS,
    EMAIL,
    PHONE,
    REFUSED,
    UNANSWERED,
    Debt,
    Wire,
    indebted,
    jobs_waiting,
)
from tests.modules.payments import given as payments_given
from tests.modules.payments.given import Someone

from batua.kit import clock
from batua.kit.db import Database, fetch_all
from batua.kit.jobs import run_due
from batua.kit.secrets import KeyRing
from batua.modules.notifications import jobs, rules, service
from batua.modules.notifications.errors import BadWishes, NoSuchDelivery, NotFailed
from batua.modules.notifications.types import DispatchState, Via, Wishes

S = DispatchState
LATE = NOON + timedelta(days=35)
NIGHT = LATE + timedelta(hours=10)
"""Ten in the evening in India."""


@pytest_asyncio.fixture
async def debt(db: Database, keys: KeyRing) -> Debt:
    return await indebted(db, keys)


async def test_each_channel_gets_words_in_the_language_of_the_person(debt: Debt) -> None:
    wire = Wire([ARRIVED])
    with clock.frozen(LATE):
        for via in BY_ADDRESS:
            await debt.queue(via)
        await run_due(debt.context(wire))
    given = {each.reference: each for each in wire.given}
    log = await debt.log()
    assert {each.channel for each in log} == set(BY_ADDRESS)
    for found in log:
        words, is_email = given[found.id], found.channel is Via.EMAIL
        assert (found.state, found.tries, found.provider_ref) == (S.DELIVERED, 1, "ref_1")
        assert (words.language, words.template) == ("hi", "group_loan_late")
        assert words.to == (EMAIL if is_email else PHONE)
        assert bool(words.subject) is is_email
        # Ten rupees, their interest, and the fine of five that the lateness cost.
        assert "₹16.20" in words.text
        assert "Friends of the well" in words.text
        assert words.values["day"] in words.text
        assert found.masked_to == ("s•••@example.org" if is_email else "+91 ••••• ••001")


async def test_the_same_cause_is_queued_once_a_channel(debt: Debt) -> None:
    with clock.frozen(LATE):
        async with asyncio.TaskGroup() as group:
            for _ in range(4):
                group.create_task(debt.queue(Via.SMS))
        await debt.queue(Via.CALL)
        await debt.queue(Via.SMS)
    assert sorted(each.channel for each in await debt.log()) == [Via.CALL, Via.SMS]
    assert await jobs_waiting(debt.db) == 2


async def test_a_rolled_back_cause_is_never_sent(debt: Debt) -> None:
    class Undo(Exception):
        pass

    with pytest.raises(Undo):
        async with debt.db.transaction() as tx:
            await service.dispatch(tx, debt.about())
            raise Undo
    assert await debt.log() == []
    assert await jobs_waiting(debt.db) == 0


async def test_an_unanswered_try_rests_longer_each_time_and_says_the_same_again(
    debt: Debt,
) -> None:
    wire = Wire([UNANSWERED, UNANSWERED, ACCEPTED])
    with clock.frozen(LATE) as held:
        id = await debt.queue()
        rests = []
        for _ in range(2):
            found = await debt.send(id, wire)
            assert (found.state, await debt.send(id, wire)) == (S.QUEUED, found)  # not its time
            rests.append(found.due_at - clock.now())
            # Meanwhile she speaks another language: the words of a reference stay.
            held.move_to(found.due_at)
        await payments_given_language(debt, "en")
        found = await debt.send(id, wire)
    assert (found.state, found.tries) == (S.SENT, 3)
    assert 15 <= rests[0].total_seconds() <= 30 <= rests[1].total_seconds() <= 60
    assert wire.given[0] == wire.given[1] == wire.given[2]


async def payments_given_language(debt: Debt, language: str) -> None:
    from batua.modules.identity import service as identity
    from batua.modules.identity.types import ProfileChange

    async with debt.db.transaction() as tx:
        change = ProfileChange(language=language)
        await identity.change_profile(tx, debt.keys, debt.debtor.caller, change, None)


async def test_what_is_never_answered_is_given_up_and_keeps_its_reference(debt: Debt) -> None:
    wire = Wire([UNANSWERED])
    with clock.frozen(LATE) as held:
        id = await debt.queue()
        for _ in range(rules.MAX_TRIES):
            found = await debt.send(id, wire)
            held.move_to(max(found.due_at, clock.now()))
            held.move_to(rules.loud_at(Wishes(), clock.now(), "Asia/Kolkata"))
        assert (found.state, found.failure) == (S.FAILED, "given_up")
        async with debt.db.transaction() as tx:
            await service.try_again(tx, id)
        wire.reports = [ACCEPTED]
        found = await debt.send(id, wire)
    assert (found.state, found.failure) == (S.SENT, None)
    assert {each.reference for each in wire.given} == {id}


async def test_what_was_refused_is_tried_again_under_a_new_reference(debt: Debt) -> None:
    wire = Wire([REFUSED, ACCEPTED])
    with clock.frozen(LATE):
        id = await debt.queue()
        found = await debt.send(id, wire)
        assert (found.state, found.failure) == (S.FAILED, "unreachable")
        async with debt.db.transaction() as tx:
            await service.try_again(tx, id)
        assert await jobs_waiting(debt.db) == 1
        await run_due(debt.context(wire))
    assert (await debt.one(id)).state is S.SENT
    first, second = wire.given
    assert first.reference != second.reference
    async with debt.db.transaction() as tx:
        with pytest.raises(NotFailed):
            await service.try_again(tx, id)
        with pytest.raises(NoSuchDelivery):
            await service.try_again(tx, debt.loan.id)


async def test_two_workers_at_once_send_once(debt: Debt) -> None:
    wire = Wire()
    with clock.frozen(LATE):
        ids = [await debt.queue(cause=f"test-{n}") for n in range(5)]
        context = debt.context(wire)
        await asyncio.gather(*(service.send(context, str(id)) for id in ids * 4))
    assert sorted(each.reference for each in wire.given) == sorted(ids)
    assert {each.state for each in await debt.log()} == {S.SENT}


async def test_a_try_that_a_dead_worker_left_is_repeated_under_its_reference(debt: Debt) -> None:
    class Killed(BaseException):
        pass

    class Dying(Wire):
        async def send(self, what):  # the provider has it, and nobody writes it down
            await super().send(what)
            raise Killed

    dying, wire = Dying(), Wire()
    with clock.frozen(LATE) as held:
        id = await debt.queue()
        with pytest.raises(Killed):
            await service.send(debt.context(dying), str(id))
        assert (await debt.send(id, wire)).state is S.QUEUED
        assert wire.given == []  # somebody may still be at it
        held.advance(rules.LEASE)
        await jobs.send_due(debt.context(wire))
        await run_due(debt.context(wire))
    assert (await debt.one(id)).state is S.SENT
    assert wire.given == dying.given


async def test_a_late_answer_to_an_earlier_try_undoes_nothing(debt: Debt) -> None:
    from batua.modules.notifications.service import sending

    with clock.frozen(LATE) as held:
        id = await debt.queue()
        async with debt.db.transaction() as tx:
            slow = await sending.take(tx, debt.keys, id)
        held.advance(rules.LEASE)
        async with debt.db.transaction() as tx:
            quick = await sending.take(tx, debt.keys, id)
        assert slow is not None
        assert quick is not None
        for taken, report in ((slow, REFUSED), (slow, UNANSWERED)):
            async with debt.db.transaction() as tx:
                await sending.end(tx, taken, report)
        assert (await debt.one(id)).state is S.QUEUED
        async with debt.db.transaction() as tx:
            await sending.end(tx, quick, ACCEPTED)
            await sending.end(tx, slow, REFUSED)
    assert (await debt.one(id)).state is S.SENT


async def test_at_night_it_waits_for_the_morning(debt: Debt) -> None:
    wire = Wire()
    with clock.frozen(NIGHT) as held:
        id = await debt.queue()
        found = await debt.send(id, wire)
        assert (found.state, wire.given) == (S.QUEUED, [])
        assert found.due_at == NIGHT + timedelta(hours=10)  # eight in the morning there
        held.move_to(found.due_at - timedelta(seconds=1))
        await jobs.send_due(debt.context(wire))
        await run_due(debt.context(wire))
        assert wire.given == []
        held.move_to(found.due_at)
        await jobs.send_due(debt.context(wire))
        await run_due(debt.context(wire))
    assert (await debt.one(id)).state is S.SENT


async def test_her_own_wishes_count_also_for_what_waits(debt: Debt) -> None:
    wire = Wire()
    with clock.frozen(NIGHT):
        awake = Wishes(off=frozenset({Via.CALL}), quiet_from=3, quiet_until=5)
        sms, call = await debt.queue(Via.SMS), await debt.queue(Via.CALL, cause="other")
        async with debt.db.transaction() as tx:
            with pytest.raises(BadWishes):
                await service.change_wishes(tx, debt.debtor.id, Wishes(quiet_from=24))
            await service.change_wishes(tx, debt.debtor.id, awake)
            await service.change_wishes(tx, debt.debtor.id, awake)
            assert await service.wishes(tx, debt.debtor.id) == awake
        assert (await debt.send(sms, wire)).state is S.SENT
        found = await debt.send(call, wire)
    assert (found.state, found.failure, len(wire.given)) == (S.CANCELLED, "unwished", 1)


async def test_who_has_no_address_and_what_has_no_channel_is_not_sent(
    db: Database, keys: KeyRing
) -> None:
    debt = await indebted(db, keys, email=None)
    with clock.frozen(LATE):
        email = await debt.send(await debt.queue(Via.EMAIL), Wire())
        assert (email.state, email.failure, email.masked_to) == (S.FAILED, "no_address", None)
        id = await debt.queue(Via.SMS)
        await service.send(debt.context(), str(id))
    assert ((await debt.one(id)).state, (await debt.one(id)).failure) == (S.FAILED, "no_channel")


async def pay(debt: Debt, minor: int) -> None:
    """The debtor pays some of her loan, with a fresh proof of her PIN."""
    who = debt.debtor
    proof = await payments_given.prove(debt.db, debt.keys, who.caller)
    actor = Someone(who.person, who.caller, who.access_token, proof)
    await repay(debt.whole, actor, debt.loan, minor)


async def test_what_was_paid_is_not_told_though_nobody_called_it_back(debt: Debt) -> None:
    wire = Wire()
    with clock.frozen(LATE):
        id, other = await debt.queue(), await debt.queue(part=2, cause="second")
        await pay(debt, 16_20)
        found = await debt.send(id, wire)
        assert (found.state, found.failure, wire.given) == (S.CANCELLED, "settled", [])
        assert (await debt.send(other, wire)).state is S.SENT


async def test_what_was_paid_between_two_tries_is_not_told_again(debt: Debt) -> None:
    wire = Wire([UNANSWERED])
    with clock.frozen(LATE) as held:
        id = await debt.queue()
        found = await debt.send(id, wire)
        await pay(debt, 16_20)
        held.move_to(found.due_at)
        found = await debt.send(id, wire)
    assert (found.state, found.tries, len(wire.given)) == (S.CANCELLED, 1, 1)


async def test_words_and_address_are_sealed_while_they_wait_and_erased_at_the_end(
    debt: Debt,
) -> None:
    async def row() -> tuple[str, bool]:
        async with debt.db.read() as tx:
            ((text, is_sealed),) = await fetch_all(
                tx, "SELECT d::text, sealed IS NOT NULL FROM notifications.dispatch AS d"
            )
            jobs_ = await fetch_all(tx, "SELECT j::text FROM procrastinate_jobs AS j")
        return text + json.dumps(jobs_), is_sealed

    wire = Wire([UNANSWERED, ACCEPTED])
    with clock.frozen(LATE) as held:
        id = await debt.queue(Via.EMAIL)
        found = await debt.send(id, wire)
        text, is_sealed = await row()
        assert is_sealed
        assert not {"sita", "Sita", "16.20", EMAIL} & set(text.replace('"', " ").split())
        assert EMAIL not in text
        newer = KeyRing({"k003": b"3" * 32, "k002": b"2" * 32}, b"i" * 32)
        assert await service.rotate_keys(debt.db, newer, lambda *_: None) == 1
        assert await service.rotate_keys(debt.db, newer, lambda *_: None) == 0
        debt.keys = KeyRing({"k003": b"3" * 32, "k002": b"2" * 32}, b"i" * 32)
        held.move_to(found.due_at)
        assert (await debt.send(id, wire)).state is S.SENT
    assert not (await row())[1]
    assert wire.given[0] == wire.given[1]


async def test_the_log_is_searched_by_state_channel_and_whole_address(debt: Debt) -> None:
    with clock.frozen(LATE) as held:
        for n, via in enumerate(BY_ADDRESS):
            await debt.send(await debt.queue(via), Wire([REFUSED] if n == 0 else [ACCEPTED]))
            held.advance(timedelta(seconds=1))
        assert [each.channel for each in await debt.log(state=S.FAILED)] == [Via.EMAIL]
        assert [each.channel for each in await debt.log(channel=Via.CALL)] == [Via.CALL]
        by_phone = await debt.log(to=" +91 98123 00001 ")
        assert [each.channel for each in by_phone] == [Via.CALL, Via.WHATSAPP, Via.SMS]
        assert [each.channel for each in await debt.log(to="SITA@example.org")] == [Via.EMAIL]
        assert await debt.log(to="+9198123") == []
        held.advance(rules.DISPATCH_KEPT + timedelta(seconds=1))
        await jobs.forget_dispatches(debt.context())
    assert await debt.log() == []
