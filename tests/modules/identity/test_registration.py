"""Registering: codes, tickets, and what an account is made of."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from tests.modules.identity import given
from tests.modules.identity.given import ASHA, BINA, CHRIS, HERE, PASSWORD, PIN, Outbox

from batua.kit import clock, journal
from batua.kit.db import Database, fetch_all, fetch_value
from batua.modules.identity import service
from batua.modules.identity.errors import (
    BadPhone,
    CodeExpired,
    CodeSpent,
    PhoneTaken,
    ResendTooSoon,
    TicketSpent,
    TooManyTries,
    WeakPassword,
    WeakPin,
    WrongCode,
)
from batua.modules.identity.service import Completion, Means
from batua.modules.identity.types import (
    Challenge,
    NewPerson,
    Origin,
    Proof,
    Purpose,
    Registered,
    Registration,
    Signed,
    SignedIn,
    Ticket,
)

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


async def ask(db: Database, means: Means, phone: str = ASHA, origin: Origin = HERE) -> Challenge:
    return await service.register(db, means, Registration(phone, "Asha Devi", "en"), origin)


async def confirm(db: Database, means: Means, asked: Challenge, code: str) -> Ticket:
    return await service.confirm_registration(db, means, Proof(asked.token, code), HERE)


async def people(db: Database) -> int:
    async with db.read() as tx:
        return int(await fetch_value(tx, "SELECT count(*) FROM identity.person"))


async def test_a_phone_a_code_and_two_secrets_make_an_account(db, means, outbox):
    signed = await given.registered(db, means, outbox)

    assert signed.person.name == "Asha Devi"
    assert signed.person.phone == ASHA
    assert signed.person.email == "asha@example.org"
    assert signed.person.time_zone == "Asia/Kolkata"
    assert signed.person.roles == {"person"}
    assert signed.person.has_pin
    assert signed.device_token is not None
    caller = await given.caller(db, means, signed)
    assert (caller.person, caller.session) == (signed.person.id, signed.session)
    async with db.transaction() as tx:
        facts = await journal.facts(tx)
    me = signed.person.id
    assert facts == [
        Registered(subject=me, actor=me, audience=(me,), language="en"),
        SignedIn(
            subject=me,
            actor=me,
            audience=(me,),
            session=signed.session,
            device=signed.device,
            is_new_device=True,
        ),
    ]


async def test_a_code_has_six_digits_and_goes_to_the_phone_in_the_language_asked(db, means, outbox):
    await service.register(db, means, Registration(ASHA, "Asha Devi", "hi"), HERE)
    message = outbox.messages[-1]
    assert (message.to_phone, message.purpose, message.language) == (ASHA, Purpose.REGISTER, "hi")
    assert len(message.code) == 6
    assert message.code.isdecimal()
    assert message.key == "identity.sms.register"


async def test_a_known_phone_is_told_so_by_message_and_the_answer_is_alike(db, means, outbox):
    await given.person(db, means, language="hi")
    known = await ask(db, means, ASHA)
    unknown = await ask(db, means, BINA)

    assert [(m.purpose, m.language, bool(m.code)) for m in outbox.messages] == [
        (Purpose.ALREADY_REGISTERED, "hi", False),
        (Purpose.REGISTER, "en", True),
    ]
    assert known.resend_after_s == unknown.resend_after_s == 30
    assert len(known.token) == len(unknown.token)
    assert known.sent_to == "+91 ••••• ••210"
    assert unknown.sent_to == "+91 ••••• ••678"
    for tries_left in (4, 3, 2, 1, 0):
        for asked in (known, unknown):
            with pytest.raises(WrongCode) as refused:
                await confirm(db, means, asked, "x")
            assert refused.value.tries_left == tries_left
    for asked in (known, unknown):
        with pytest.raises(CodeSpent):
            await confirm(db, means, asked, "x")


async def test_after_five_wrong_tries_the_right_code_is_refused_too(db, means, outbox):
    asked = await ask(db, means)
    for tries_left in (4, 3, 2, 1, 0):
        with pytest.raises(WrongCode) as refused:
            await confirm(db, means, asked, outbox.wrong())
        assert refused.value.tries_left == tries_left
    with pytest.raises(CodeSpent):
        await confirm(db, means, asked, outbox.code)


async def test_twenty_guesses_at_once_use_up_five_tries(db, means, outbox):
    asked = await ask(db, means)
    wrong = outbox.wrong()
    outcomes = await asyncio.gather(
        *(confirm(db, means, asked, wrong) for _ in range(20)), return_exceptions=True
    )
    left = sorted(o.tries_left for o in outcomes if isinstance(o, WrongCode))
    assert left == [0, 1, 2, 3, 4]
    assert sum(isinstance(o, CodeSpent) for o in outcomes) == 15


async def test_the_same_code_used_twenty_times_at_once_works_once(db, means, outbox):
    asked = await ask(db, means)
    outcomes = await asyncio.gather(
        *(confirm(db, means, asked, outbox.code) for _ in range(20)), return_exceptions=True
    )
    assert sum(isinstance(o, Ticket) for o in outcomes) == 1
    assert sum(isinstance(o, CodeExpired) for o in outcomes) == 19


async def test_a_code_ends_after_ten_minutes(db, means, outbox):
    with clock.frozen(NOON) as held:
        asked = await ask(db, means)
        assert asked.expires_at == NOON + timedelta(minutes=10)
        held.advance(timedelta(minutes=10))
        with pytest.raises(CodeExpired):
            await confirm(db, means, asked, outbox.code)
        held.advance(timedelta(seconds=-1))
        assert await confirm(db, means, asked, outbox.code)


async def test_a_newer_request_voids_the_code_before(db, means, outbox):
    first = await ask(db, means)
    first_code = outbox.code
    second = await ask(db, means)
    with pytest.raises(CodeExpired):
        await confirm(db, means, first, first_code)
    assert await confirm(db, means, second, outbox.code)


async def test_a_code_is_good_for_its_own_challenge_and_purpose_alone(db, means, outbox):
    mine = await ask(db, means, ASHA)
    my_code = outbox.code
    theirs = await ask(db, means, BINA)
    if my_code != outbox.code:
        with pytest.raises(WrongCode):
            await confirm(db, means, theirs, my_code)
    with pytest.raises(CodeExpired):
        await service.confirm_recovery(db, means, Proof(mine.token, my_code), HERE)
    with pytest.raises(CodeExpired):
        await service.confirm_sign_in(db, means, Proof(mine.token, my_code), HERE)


async def test_another_code_is_sent_after_thirty_seconds_and_replaces_the_first(db, means, outbox):
    with clock.frozen(NOON) as held:
        asked = await ask(db, means)
        first_code = outbox.code
        held.advance(timedelta(seconds=29.5))
        with pytest.raises(ResendTooSoon) as refused:
            await service.resend(db, means, asked.token, HERE)
        assert refused.value.retry_after_s == 1
        assert len(outbox.messages) == 1
        held.advance(timedelta(seconds=0.5))
        again = await service.resend(db, means, asked.token, HERE)
        assert again.expires_at == NOON + timedelta(minutes=10, seconds=30)
        assert len(outbox.messages) == 2
        if outbox.code != first_code:
            with pytest.raises(WrongCode):
                await confirm(db, means, asked, first_code)
        assert await confirm(db, means, again, outbox.code)


async def test_resending_ends_after_half_an_hour_or_when_the_code_was_used(db, means, outbox):
    with clock.frozen(NOON) as held:
        asked = await ask(db, means)
        held.advance(timedelta(minutes=30))
        with pytest.raises(CodeExpired):
            await service.resend(db, means, asked.token, HERE)
        other = await ask(db, means, BINA)
        await confirm(db, means, other, outbox.code)
        held.advance(timedelta(minutes=1))
        with pytest.raises(CodeExpired):
            await service.resend(db, means, other.token, HERE)
        with pytest.raises(CodeExpired):
            await service.resend(db, means, "nothing", HERE)


async def test_one_ticket_completed_twenty_times_at_once_makes_one_person(db, means, outbox):
    ticket = await given.ticket(db, means, outbox)
    completion = Completion(ticket, PASSWORD, PIN)
    outcomes = await asyncio.gather(
        *(service.complete_registration(db, means, completion, HERE) for _ in range(20)),
        return_exceptions=True,
    )
    assert sum(isinstance(o, Signed) for o in outcomes) == 1
    assert sum(isinstance(o, TicketSpent) for o in outcomes) == 19
    assert await people(db) == 1


async def test_two_tickets_for_one_phone_make_one_person(db, means, outbox):
    tickets = [await given.ticket(db, means, outbox) for _ in range(2)]
    outcomes = await asyncio.gather(
        *(
            service.complete_registration(db, means, Completion(t, PASSWORD, PIN), HERE)
            for t in tickets
        ),
        return_exceptions=True,
    )
    assert sorted(type(o).__name__ for o in outcomes) == ["PhoneTaken", "Signed"]
    assert await people(db) == 1


async def test_a_ticket_ends_after_a_quarter_of_an_hour(db, means, outbox):
    with clock.frozen(NOON) as held:
        ticket = await given.ticket(db, means, outbox)
        held.advance(timedelta(minutes=15))
        with pytest.raises(TicketSpent):
            await service.complete_registration(db, means, Completion(ticket, PASSWORD, PIN), HERE)
        assert await people(db) == 0


@pytest.mark.parametrize(
    ("password", "pin", "refusal"),
    [
        ("password1", PIN, WeakPassword),
        ("AshaDevi99", PIN, WeakPassword),
        (PASSWORD, "123456", WeakPin),
        (PASSWORD, "876543", WeakPin),
    ],
)
async def test_weak_secrets_are_refused_and_the_ticket_stays_good(
    db, means, outbox, password, pin, refusal
):
    ticket = await given.ticket(db, means, outbox)
    with pytest.raises(refusal):
        await service.complete_registration(db, means, Completion(ticket, password, pin), HERE)
    assert await people(db) == 0
    async with db.transaction() as tx:
        assert await journal.facts(tx) == []
    await service.complete_registration(db, means, Completion(ticket, PASSWORD, PIN), HERE)
    assert await people(db) == 1


async def test_a_phone_gets_five_codes_then_one_in_twelve_minutes(db, means, outbox):
    with clock.frozen(NOON) as held:
        for _ in range(5):
            await ask(db, means)
        with pytest.raises(TooManyTries) as refused:
            await ask(db, means)
        assert refused.value.retry_after_s == 12 * 60
        assert len(outbox.messages) == 5
        await ask(db, means, BINA)
        held.advance(timedelta(minutes=12))
        await ask(db, means)
        with pytest.raises(TooManyTries):
            await ask(db, means)


async def test_at_once_too_no_phone_gets_more_than_five_codes(db, means, outbox):
    outcomes = await asyncio.gather(*(ask(db, means) for _ in range(15)), return_exceptions=True)
    assert sum(isinstance(o, Challenge) for o in outcomes) == 5
    assert sum(isinstance(o, TooManyTries) for o in outcomes) == 10
    async with db.read() as tx:
        open_ = await fetch_value(
            tx, "SELECT count(*) FROM identity.challenge WHERE closed_at IS NULL"
        )
    assert open_ == 1


async def test_an_address_may_ask_for_thirty_codes(db, means, outbox):
    with clock.frozen(NOON):
        for n in range(30):
            await ask(db, means, f"+9198765432{n:02d}", Origin(f"2001:db8::{n:x}"))
        with pytest.raises(TooManyTries) as refused:
            await ask(db, means, BINA, Origin("2001:db8::ffff"))
        assert refused.value.retry_after_s == 60
        await ask(db, means, BINA, Origin("2001:db8:0:1::1"))


async def test_a_bad_phone_is_refused_before_anything_is_written(db, means, outbox):
    with pytest.raises(BadPhone):
        await ask(db, means, "98765")
    assert outbox.messages == []
    async with db.read() as tx:
        assert await fetch_all(tx, "SELECT FROM identity.pace") == []
        assert await fetch_all(tx, "SELECT FROM identity.challenge") == []


async def test_registering_directly_refuses_a_taken_phone(db, means):
    await given.person(db, means)
    with pytest.raises(PhoneTaken):
        await given.person(db, means)


async def test_registering_directly_without_secrets_hashes_nothing(db, means):
    async with db.transaction() as tx:
        person = await service.register_directly(tx, means.keys, NewPerson(CHRIS, "Chris"))
        assert not person.has_pin
        assert await service.person(tx, means.keys, person.id) == person
        assert await fetch_value(tx, "SELECT count(*) FROM identity.credential") == 0


def test_nothing_secret_is_shown_when_a_value_is_printed():
    shown = " ".join(
        repr(value)
        for value in (
            Completion("ticket-1", PASSWORD, PIN),
            Registration(ASHA, "Asha Devi", "en", "asha@example.org"),
            Proof("challenge-1", "204417"),
            NewPerson(ASHA, "Asha Devi", password=PASSWORD, pin=PIN),
        )
    )
    for secret in ("ticket-1", PASSWORD, PIN, ASHA, "Asha", "challenge-1", "204417", "example"):
        assert secret not in shown


def test_an_outbox_code_is_not_shown(outbox: Outbox):
    from batua.modules.identity.types import CodeMessage

    message = CodeMessage(ASHA, "204417", Purpose.REGISTER, "en")
    assert "204417" not in repr(message)
    assert ASHA not in repr(message)
