"""Who is told what: each fact once and to the right people, in words that keep lock screens quiet."""

import re
from datetime import UTC, datetime
from uuid import UUID

import pytest
import pytest_asyncio
from tests.hearing import hear_all

from batua.kit import clock, journal
from batua.kit.db import fetch_value
from batua.kit.ids import new_id
from batua.kit.money import Currency, Money
from batua.kit.words import LANGUAGES, words
from batua.modules.identity import service as identity
from batua.modules.identity import types as identity_facts
from batua.modules.identity.types import NewPerson
from batua.modules.notifications import reactions, service  # noqa: F401 - registers the reader
from batua.modules.notifications.types import Kind, Notified
from batua.modules.payments import types as payments

PAY_LINK = UUID(int=7)
AMOUNT = Money(12_345_67, Currency("INR"))
UNTIL = datetime(2030, 1, 2, 3, 4, tzinfo=UTC)


@pytest_asyncio.fixture
async def asha(db, keys):
    return await registered(db, keys, "+919810000001", "Asha Devi", "hi")


@pytest_asyncio.fixture
async def ravi(db, keys):
    return await registered(db, keys, "+919810000002", "Ravi Kumar", "en")


async def registered(db, keys, phone, name, language):
    async with db.transaction() as tx:
        return await identity.register_directly(
            tx, keys, NewPerson(phone=phone, name=name, language=language)
        )


async def state(db, *facts) -> None:
    async with db.transaction() as tx:
        for fact in facts:
            await journal.state(tx, fact)


async def react(db) -> None:
    await hear_all(db, "notifications")


async def told(db, keys, person, *, but_welcome: bool = True):
    async with db.read() as tx:
        page = await service.notifications(tx, keys, person.id, None, 100, unread=False)
    return [one for one in page.items if not (but_welcome and one.told.kind is Kind.WELCOME)]


async def kinds(db, keys, person) -> list[Kind]:
    return [one.told.kind for one in await told(db, keys, person)]


def sent(payer, payee, request=None) -> payments.Sent:
    payment = new_id()
    return payments.Sent(
        subject=payment,
        amount=AMOUNT,
        request=request,
        audience=(payer.id, payee.id),
    )


def about_request(cls, asker, payer, request=None, **more):
    request = request or new_id()
    return cls(
        subject=request,
        request=request,
        asker=asker.id,
        payer=payer.id,
        amount=AMOUNT,
        audience=(asker.id, payer.id),
        **more,
    )


async def test_a_payment_is_told_to_both_sides_each_in_her_language(db, keys, asha, ravi):
    fact = sent(asha, ravi)
    await state(db, fact)
    await react(db)
    [hers] = await told(db, keys, asha)
    [his] = await told(db, keys, ravi)
    assert (hers.told.kind, his.told.kind) == (Kind.SENT, Kind.RECEIVED)
    assert hers.told.subject == his.told.subject == fact.payment
    assert hers.link == f"/payments/{fact.payment}"
    assert "₹12,345.67" in his.body
    assert re.search(r"[\u0900-\u097f]", hers.title), "hers is in Hindi"
    assert not re.search(r"[\u0900-\u097f]", his.title)


async def test_reacting_twice_tells_once(db, keys, asha, ravi):
    await state(db, sent(asha, ravi))
    await react(db)
    async with db.transaction() as tx:  # the reader forgets how far it came
        await tx.execute("UPDATE journal.reader SET xid = '0', seq = 0")
    await react(db)
    assert await kinds(db, keys, ravi) == [Kind.RECEIVED]
    assert await kinds(db, keys, asha) == [Kind.SENT]


async def test_a_paid_request_tells_the_asker_once(db, keys, asha, ravi):
    request = new_id()
    fact = sent(ravi, asha, request)
    paid = about_request(payments.RequestPaid, asha, ravi, request, payment=fact.payment)
    await state(db, fact, paid)
    await react(db)
    assert await kinds(db, keys, asha) == [Kind.REQUEST_PAID]
    assert await kinds(db, keys, ravi) == [Kind.SENT]


@pytest.mark.parametrize(
    ("fact", "asker_hears", "payer_hears"),
    [
        (payments.Requested, [], [Kind.REQUESTED]),
        (payments.RequestDeclined, [Kind.REQUEST_DECLINED], []),
        (payments.RequestReminded, [], [Kind.REQUEST_REMINDED]),
        (payments.RequestCancelled, [], [Kind.REQUEST_CANCELLED]),
        (payments.RequestExpired, [Kind.REQUEST_EXPIRED], [Kind.REQUEST_MISSED]),
    ],
)
async def test_of_a_request_hears_who_did_not_act(
    db, keys, asha, ravi, fact, asker_hears, payer_hears
):
    await state(db, about_request(fact, asha, ravi))
    await react(db)
    assert await kinds(db, keys, asha) == asker_hears
    assert await kinds(db, keys, ravi) == payer_hears


async def test_every_reminder_is_told(db, keys, asha, ravi):
    request = new_id()
    await state(db, about_request(payments.RequestReminded, asha, ravi, request))
    await state(db, about_request(payments.RequestReminded, asha, ravi, request))
    await react(db)
    assert await kinds(db, keys, ravi) == [Kind.REQUEST_REMINDED] * 2


@pytest.mark.parametrize(
    ("cls", "kind", "more"),
    [
        (payments.ToppedUp, Kind.TOPPED_UP, {}),
        (payments.PaymentByLink, Kind.PAID_BY_LINK, {"link": PAY_LINK}),
        (payments.TopUpFailed, Kind.TOP_UP_FAILED, {"reason": "declined"}),
        (payments.Withdrawn, Kind.WITHDRAWN, {}),
        (payments.WithdrawalFailed, Kind.WITHDRAWAL_FAILED, {"reason": "declined"}),
    ],
)
async def test_of_her_own_money_she_hears_alone(db, keys, asha, ravi, cls, kind, more):
    payment = new_id()
    await state(db, cls(subject=payment, payment=payment, person=asha.id, amount=AMOUNT, **more))
    await react(db)
    assert await kinds(db, keys, asha) == [kind]
    assert await kinds(db, keys, ravi) == []


async def test_a_mismatch_names_what_really_came(db, keys, asha):
    payment = new_id()
    fact = payments.AmountMismatched(
        subject=payment,
        payment=payment,
        person=asha.id,
        ordered=AMOUNT,
        received=Money(99, Currency("INR")),
    )
    await state(db, fact)
    await react(db)
    [one] = await told(db, keys, asha)
    assert "₹0.99" in one.body


async def test_the_first_device_is_no_news_and_the_second_is(db, keys, asha):
    first, second = (
        identity_facts.SignedIn(
            subject=asha.id, session=new_id(), device=new_id(), is_new_device=True
        )
        for _ in range(2)
    )
    again = identity_facts.SignedIn(
        subject=asha.id, session=new_id(), device=second.device, is_new_device=False
    )
    await state(db, first, second, again)
    await react(db)
    assert await kinds(db, keys, asha) == [Kind.NEW_DEVICE]


@pytest.mark.parametrize(
    ("cls", "kind", "more"),
    [
        (identity_facts.PasswordChanged, Kind.PASSWORD_CHANGED, {}),
        (identity_facts.PinChanged, Kind.PIN_CHANGED, {"was_reset": False}),
        (identity_facts.PinChanged, Kind.PIN_RESET, {"was_reset": True}),
        (identity_facts.PinLocked, Kind.PIN_LOCKED, {"until": UNTIL}),
        (identity_facts.Recovered, Kind.RECOVERED, {}),
        (identity_facts.DeviceRevoked, Kind.DEVICE_REVOKED, {"device": new_id()}),
        (
            identity_facts.SessionRevoked,
            Kind.SESSION_STOLEN,
            {"session": new_id(), "reason": "refresh_reused"},
        ),
        (identity_facts.ProfileChanged, Kind.EMAIL_CHANGED, {"fields": "email,name"}),
    ],
)
async def test_what_guards_an_account_is_told_when_it_changes(db, keys, asha, cls, kind, more):
    await state(db, cls(subject=asha.id, **more))
    await react(db)
    assert await kinds(db, keys, asha) == [kind]


@pytest.mark.parametrize(
    "fact",
    [
        lambda who: identity_facts.SessionRevoked(subject=who, session=who, reason="revoked"),
        lambda who: identity_facts.ProfileChanged(subject=who, fields="name,language"),
        lambda who: identity_facts.SignedOut(subject=who, session=who),
    ],
)
async def test_what_she_did_herself_is_no_news(db, keys, asha, fact):
    await state(db, fact(asha.id))
    await react(db)
    assert await kinds(db, keys, asha) == []


async def test_a_secret_that_changes_twice_is_told_twice(db, keys, asha):
    await state(db, identity_facts.PasswordChanged(subject=asha.id))
    await state(db, identity_facts.PasswordChanged(subject=asha.id))
    await react(db)
    assert await kinds(db, keys, asha) == [Kind.PASSWORD_CHANGED] * 2


async def test_a_lock_ends_at_the_readers_own_clock(db, keys, asha):
    await state(db, identity_facts.PinLocked(subject=asha.id, until=UNTIL))
    await react(db)
    [one] = await told(db, keys, asha)
    assert "8:34" in one.body, "03:04 UTC is 08:34 in Kolkata"


async def test_a_notification_is_as_old_as_what_happened(db, keys, asha, ravi):
    with clock.frozen(UNTIL):
        await state(db, sent(asha, ravi))
    await react(db)
    [one] = await told(db, keys, ravi)
    assert one.told.created_at == UNTIL


async def test_who_is_told_hears_it_live(db, keys, asha, ravi):
    await state(db, sent(asha, ravi))
    await react(db)
    async with db.read() as tx:
        facts = await journal.facts(tx, [Notified.kind])
        rows = await fetch_value(tx, "SELECT count(*) FROM notifications.notification")
    assert len(facts) == rows
    assert {fact.audience for fact in facts} == {(asha.id,), (ravi.id,)}


def test_every_kind_has_words_in_every_language_and_no_amount_in_its_title():
    for language in LANGUAGES:
        known = words(language)
        for kind in Kind:
            title, body = (known[f"notifications.{kind}.{part}"] for part in ("title", "body"))
            assert "{amount}" not in title, (language, kind)
            assert not re.search(r"\d", title), (language, kind)
            assert set(re.findall(r"{(\w+)}", title + body)) <= {"name", "amount", "until", "day"}
