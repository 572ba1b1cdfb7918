"""Recovering an account, and what nobody can learn from trying."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from tests.modules.identity import given
from tests.modules.identity.given import ASHA, BINA, HERE, NEW_PASSWORD, PASSWORD

from batua.kit import clock, journal
from batua.kit.refusal import Refusal
from batua.modules.identity import service
from batua.modules.identity.errors import (
    CodeSpent,
    ResendTooSoon,
    SessionEnded,
    TicketSpent,
    TooManyTries,
    WeakPassword,
    WrongCode,
    WrongCredentials,
)
from batua.modules.identity.service import Renewal
from batua.modules.identity.types import (
    Challenge,
    Proof,
    Purpose,
    Recovered,
    SessionRevoked,
    Signed,
)

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
EMAIL = "asha@example.org"


async def ask(db, means, who: str) -> Challenge:
    return await service.recover(db, means, who, "en", HERE)


async def ticket(db, means, outbox, who: str = ASHA) -> str:
    asked = await ask(db, means, who)
    proof = Proof(asked.token, outbox.code)
    return (await service.confirm_recovery(db, means, proof, HERE)).token


async def renew(db, means, ticket: str, password: str = NEW_PASSWORD) -> Signed:
    return await service.complete_recovery(db, means, Renewal(ticket, password), HERE)


@pytest.mark.parametrize("who", [ASHA, EMAIL])
async def test_a_code_and_a_new_password_sign_everybody_else_out(db, means, outbox, who):
    person = await given.person(db, means, email=EMAIL, language="hi")
    before = await given.signed(db, means, person)
    proved = await ticket(db, means, outbox, who)
    message = outbox.messages[-1]
    assert (message.to_phone, message.purpose, message.language) == (ASHA, Purpose.RECOVER, "hi")

    signed = await renew(db, means, proved)
    assert signed.person == person
    assert await given.caller(db, means, signed)
    with pytest.raises(SessionEnded):
        await given.caller(db, means, before)
    with pytest.raises(WrongCredentials):
        await given.sign_in(db, means, ASHA, PASSWORD, before.device_token)
    old_device = await given.sign_in(db, means, ASHA, NEW_PASSWORD, before.device_token)
    assert isinstance(old_device, Challenge)
    async with db.transaction() as tx:
        facts = await journal.facts(tx)
    assert len([f for f in facts if isinstance(f, Recovered)]) == 1
    assert [f.reason for f in facts if isinstance(f, SessionRevoked)] == ["recovered"]


async def confirm_wrong(db, means, asked: Challenge) -> int:
    """How many tries a wrong code leaves."""
    with pytest.raises(WrongCode) as refused:
        await service.confirm_recovery(db, means, Proof(asked.token, "nocode"), HERE)
    return refused.value.tries_left


@pytest.mark.parametrize(
    ("known", "unknown"), [(ASHA, BINA), (EMAIL, "bina@example.org")], ids=["phone", "e-mail"]
)
async def test_the_answer_for_nobody_is_the_answer_for_somebody(db, means, outbox, known, unknown):
    await given.person(db, means, email=EMAIL)
    with clock.frozen(NOON) as held:
        asked, decoy = await ask(db, means, known), await ask(db, means, unknown)
        assert len(outbox.messages) == 1
        assert asked.expires_at == decoy.expires_at
        assert asked.resend_after_s == decoy.resend_after_s
        assert (asked.sent_to is None) == (decoy.sent_to is None)
        for challenge in (asked, decoy):
            with pytest.raises(ResendTooSoon):
                await service.resend(db, means, challenge.token, HERE)
        held.advance(timedelta(seconds=30))
        for challenge in (asked, decoy):
            await service.resend(db, means, challenge.token, HERE)
        assert len(outbox.messages) == 2
    with clock.frozen(NOON + timedelta(seconds=31)):
        for challenge in (asked, decoy):
            left = [await confirm_wrong(db, means, challenge) for _ in range(5)]
            assert left == [4, 3, 2, 1, 0]
            with pytest.raises(CodeSpent):
                await service.confirm_recovery(db, means, Proof(challenge.token, "nocode"), HERE)


@pytest.mark.parametrize("typed", ["98765", "not@mail", "+91", "+garbage", "", "x" * 250])
async def test_unreadable_identifiers_are_answered_like_unknown_ones(db, means, outbox, typed):
    assert isinstance(await ask(db, means, typed), Challenge)
    assert outbox.messages == []


async def test_the_limits_do_not_tell_whose_email_it_is(db, means, outbox):
    """The phone behind an e-mail is at its limit: by e-mail nothing shows, and nothing is sent."""
    await given.person(db, means, email=EMAIL)
    with clock.frozen(NOON) as held:
        for _ in range(5):
            await ask(db, means, ASHA)
        with pytest.raises(TooManyTries):
            await ask(db, means, ASHA)
        assert len(outbox.messages) == 5
        for who in (EMAIL, "bina@example.org"):
            for _ in range(4):
                asked = await ask(db, means, who)
            held.advance(timedelta(seconds=30))
            await service.resend(db, means, asked.token, HERE)
            with pytest.raises(TooManyTries):
                await ask(db, means, who)
        assert len(outbox.messages) == 5


async def test_a_second_code_of_a_person_voids_the_first_without_telling(db, means, outbox):
    """Asked for by phone and by e-mail: only the last code works, the first looks wrong."""
    await given.person(db, means, email=EMAIL)
    first = await ask(db, means, ASHA)
    first_code = outbox.code
    second = await ask(db, means, EMAIL)
    with pytest.raises(WrongCode):
        await service.confirm_recovery(db, means, Proof(first.token, first_code), HERE)
    assert await service.confirm_recovery(db, means, Proof(second.token, outbox.code), HERE)


async def test_a_void_code_sends_no_more_messages(db, means, outbox):
    await given.person(db, means, email=EMAIL)
    with clock.frozen(NOON) as held:
        first = await ask(db, means, ASHA)
        await ask(db, means, EMAIL)
        held.advance(timedelta(seconds=30))
        assert await service.resend(db, means, first.token, HERE)
        assert len(outbox.messages) == 2


async def test_a_recovery_ticket_used_at_once_works_once(db, means, outbox):
    await given.person(db, means)
    proved = await ticket(db, means, outbox)
    outcomes = await asyncio.gather(
        *(renew(db, means, proved, f"{NEW_PASSWORD} {n}") for n in range(8)),
        return_exceptions=True,
    )
    assert sum(isinstance(o, Signed) for o in outcomes) == 1
    assert sum(isinstance(o, TicketSpent) for o in outcomes) == 7


async def test_a_second_ticket_ends_when_the_first_recovers(db, means, outbox):
    await given.person(db, means)
    tickets = [await ticket(db, means, outbox) for _ in range(2)]
    await renew(db, means, tickets[0])
    with pytest.raises(TicketSpent):
        await renew(db, means, tickets[1])


async def test_a_registration_ticket_recovers_nothing(db, means, outbox):
    proved = await given.ticket(db, means, outbox, BINA)
    with pytest.raises(TicketSpent):
        await renew(db, means, proved)


async def test_a_weak_new_password_is_refused_and_nobody_is_signed_out(db, means, outbox):
    before = await given.signed(db, means, await given.person(db, means))
    proved = await ticket(db, means, outbox)
    with pytest.raises(WeakPassword):
        await renew(db, means, proved, "password1")
    assert await given.caller(db, means, before)
    assert await renew(db, means, proved)


async def test_a_recovery_gives_the_sign_in_tries_back(db, means, outbox):
    await given.person(db, means)
    with clock.frozen(NOON):
        for _ in range(10):
            with pytest.raises(WrongCredentials):
                await given.sign_in(db, means, ASHA, "wrong password")
        await renew(db, means, await ticket(db, means, outbox))
        assert isinstance(await given.sign_in(db, means, ASHA, NEW_PASSWORD), Challenge)


async def test_a_password_change_and_a_recovery_at_once_do_not_block_each_other(db, means, outbox):
    from batua.modules.identity.service import NewPassword

    person = await given.person(db, means)
    for n in range(3):
        signed = await given.signed(db, means, person)
        caller = await given.caller(db, means, signed)
        current = PASSWORD if n == 0 else f"{NEW_PASSWORD} {n - 1}"
        with clock.frozen(NOON + timedelta(days=n)):
            proved = await ticket(db, means, outbox)
        outcomes = await asyncio.gather(
            renew(db, means, proved, f"{NEW_PASSWORD} {n}"),
            service.change_password(db, means, caller, NewPassword(current, f"{NEW_PASSWORD} {n}")),
            return_exceptions=True,
        )
        for outcome in outcomes:
            assert outcome is None or isinstance(outcome, Signed | Refusal), outcome
