"""What each hand-over costs: exact, the provider's word before our estimate, and counted once."""

from datetime import date, timedelta
from typing import Any

import httpx
import pytest
import pytest_asyncio
from tests.modules.groups.given import NOON
from tests.modules.notifications.dispatching import (
    ACCEPTED,
    REFUSED,
    UNANSWERED,
    Debt,
    Wire,
    indebted,
)
from tests.modules.payments import given
from tests.modules.payments.client import Client

from batua.kit import clock
from batua.kit.db import Database, fetch_all
from batua.kit.ids import new_id
from batua.kit.jobs import Context
from batua.kit.secrets import KeyRing
from batua.kit.web import AppParts, WebSettings, create_app
from batua.modules.identity import service as identity
from batua.modules.identity.types import CodeMessage, Purpose
from batua.modules.notifications import jobs, service
from batua.modules.notifications.api import costs
from batua.modules.notifications.errors import BadSpan, BadTariff
from batua.modules.notifications.providers.twilio import callbacks as twilio
from batua.modules.notifications.providers.whatsapp import callbacks as whatsapp
from batua.modules.notifications.types import (
    PERMISSIONS,
    Delivery,
    DeliveryReport,
    DispatchState,
    Message,
    MessageId,
    Price,
    StatusReport,
    Via,
)
from batua.modules.notifications.types.costs import Priced, Sum
from batua.modules.notifications.types.log import Cost

LATE = NOON + timedelta(days=35)
DAY = date(LATE.year, LATE.month, LATE.day)
RUPEE = Price("INR", 1_000_000)
TAKEN = DeliveryReport(Delivery.ACCEPTED, provider_ref="SM" + "a1" * 16, provider="twilio")


@pytest.mark.parametrize(
    ("amount", "unit", "found"),
    [
        ("-0.00750", "USD", Price("USD", -7_500)),
        ("0.000001", "usd", Price("USD", 1)),
        ("1.10000000", "INR", Price("INR", 1_100_000)),
        ("0", "JPY", Price("JPY", 0)),
        ("0.0000001", "USD", None),
        ("1e-3", "USD", None),
        ("NaN", "USD", None),
        ("٣", "USD", None),
        (None, "USD", None),
        ("1", None, None),
        ("1", "US$", None),
    ],
)
def test_a_price_is_read_exactly_or_not_at_all(
    amount: str | None, unit: str | None, found: Price | None
) -> None:
    assert Price.read(amount, unit) == found


@pytest.mark.parametrize("micro", [0, 1, -1, 999_999, 1_000_000, -7_500, 123_456_789])
def test_an_amount_is_written_as_it_is_read(micro: int) -> None:
    price = Price("USD", micro)
    assert Price.read(price.amount, "USD") == price


def test_what_twilio_takes_from_our_account_is_what_we_pay() -> None:
    form = {
        "MessageSid": ["SM1"],
        "MessageStatus": ["delivered"],
        "Price": ["-0.00750"],
        "PriceUnit": ["usd"],
    }
    report = twilio.status_of(new_id(), form)
    assert report is not None
    assert report.price == Price("USD", 7_500)


@pytest.mark.parametrize(
    ("status", "pricing", "is_charged"),
    [
        ("delivered", ',"pricing":{"billable":false,"pricing_model":"PMP"}', False),
        ("delivered", ',"pricing":{"billable":true}', True),
        ("delivered", "", None),
        ("failed", "", False),
    ],
)
def test_meta_says_what_it_does_not_charge(
    status: str, pricing: str, is_charged: bool | None
) -> None:
    one = f'{{"id":"wamid.1","status":"{status}"{pricing}}}'
    body = f'{{"entry":[{{"changes":[{{"value":{{"statuses":[{one}]}}}}]}}]}}'
    (report,) = whatsapp.statuses_of(body.encode())
    assert report.is_charged is is_charged


class Asked(Wire):
    """A channel whose provider says later what it charged."""

    provider = "twilio"

    def __init__(self, *prices: Price | None) -> None:
        super().__init__([TAKEN])
        self.prices = list(prices)
        self.asked: list[str] = []

    async def price(self, provider_ref: str) -> Price | None:
        self.asked.append(provider_ref)
        return self.prices.pop(0)


async def charge(debt: Debt, via: Via, prefix: str, segment: Price | None) -> None:
    async with debt.db.transaction() as tx:
        await service.change_tariff(tx, via, prefix, segment, debt.debtor.id)


async def summed(debt: Debt, first: date = DAY, last: date = DAY) -> list[Sum]:
    async with debt.db.read() as tx:
        return await service.sums(tx, debt.keys, debt.debtor.id, None, first, last)


def line(via: Via, price: Price | None, *, estimated: int | None = None, count: int = 1) -> Sum:
    micro = price.micro if price else 0
    return Sum(
        day=DAY,
        channel=via,
        currency=price.currency if price else None,
        micro=micro,
        estimated_micro=micro if estimated is None else estimated,
        count=count,
    )


@pytest_asyncio.fixture
async def debt(db: Database, keys: KeyRing) -> Debt:
    return await indebted(db, keys)


async def test_the_longest_beginning_of_a_number_sets_the_estimate_of_each_segment(
    debt: Debt,
) -> None:
    await charge(debt, Via.SMS, "", Price("USD", 90_000))
    await charge(debt, Via.SMS, "+91", RUPEE)
    await charge(debt, Via.SMS, "+919", Price("INR", 2_000_000))
    await charge(debt, Via.SMS, "+44", Price("GBP", 1))
    wire = Wire()
    with clock.frozen(LATE):
        sent = await debt.send(await debt.queue(), wire)
        async with debt.db.read() as tx:
            rows = await fetch_all(tx, "SELECT segments FROM notifications.cost")
        (segments,) = rows[0]
        assert segments >= 2  # in Hindi
        assert sent.cost == Cost(Price("INR", 2_000_000 * segments), is_estimate=True)
        assert await summed(debt) == [line(Via.SMS, sent.cost.price)]
        await charge(debt, Via.SMS, "+919", None)
        assert (await debt.one(sent.id)).cost == sent.cost  # it keeps its estimate
        mail = await debt.send(await debt.queue(Via.EMAIL), wire)
        assert mail.cost is None
        assert await summed(debt) == [line(Via.EMAIL, None), line(Via.SMS, sent.cost.price)]


async def test_what_no_provider_took_costs_nothing(debt: Debt) -> None:
    await charge(debt, Via.SMS, "", RUPEE)
    with clock.frozen(LATE) as held:
        id = await debt.queue()
        assert (await debt.send(id, Wire([UNANSWERED]))).cost is None
        assert await summed(debt) == []
        held.advance(timedelta(hours=1))
        assert (await debt.send(id, Wire([REFUSED]))).cost is None
        assert await summed(debt) == []


async def test_a_lost_answer_is_counted_once_when_the_provider_calls_back(debt: Debt) -> None:
    await charge(debt, Via.SMS, "", RUPEE)
    with clock.frozen(LATE):
        wire = Wire([UNANSWERED])
        id = await debt.queue()
        found = await debt.send(id, wire)
        for _ in range(2):
            await say(debt, "sent", DispatchState.SENT, reference=found.reference)
        after = await debt.one(id)
        assert after.cost is not None
        assert (after.provider, after.cost.is_estimate) == ("twilio", True)
        (found_sum,) = await summed(debt)
        assert found_sum.count == 1


async def say(debt: Debt, status: str, state: DispatchState | None, **more: Any) -> None:
    values = {"provider_ref": TAKEN.provider_ref, "is_known": True, "failure": "lost", **more}
    async with debt.db.transaction() as tx:
        report = StatusReport(provider="twilio", status=status, state=state, **values)
        await service.note_status(tx, report)


async def test_the_providers_word_takes_the_place_of_the_estimate(debt: Debt) -> None:
    await charge(debt, Via.SMS, "", RUPEE)
    said = Price("USD", 7_500)
    with clock.frozen(LATE):
        id = await debt.queue()
        report = DeliveryReport(Delivery.ACCEPTED, provider_ref="ref_9", price=said)
        sent = await debt.send(id, Wire([report]))
        assert sent.cost == Cost(said, is_estimate=False)
        assert await summed(debt) == [line(Via.SMS, said, estimated=0)]
        later = Price("USD", 8_300)
        await say(debt, "delivered", DispatchState.DELIVERED, reference=sent.reference, price=later)
        assert (await debt.one(id)).cost == Cost(later, is_estimate=False)


async def test_what_is_not_charged_counts_no_more(debt: Debt) -> None:
    await charge(debt, Via.SMS, "", RUPEE)
    with clock.frozen(LATE):
        sent = await debt.send(await debt.queue(), Wire())
        assert sent.cost is not None
        free: dict[str, Any] = {"reference": sent.reference, "is_charged": False}
        await say(debt, "delivered", DispatchState.DELIVERED, **free)
        assert ((await debt.one(sent.id)).cost, await summed(debt)) == (None, [])


async def test_a_price_that_comes_later_is_asked_for_until_it_is_known(debt: Debt) -> None:
    await charge(debt, Via.SMS, "", RUPEE)
    said = Price("USD", 7_500)
    asked = Asked(None, said)
    context = Context(debt.db, {"keys": debt.keys, "channels": {Via.SMS: asked}})
    with clock.frozen(LATE) as held:
        id = await debt.queue()
        await service.send(context, str(id))
        await jobs.ask_prices(context)
        assert asked.asked == []  # it is too early
        held.advance(timedelta(minutes=15))
        await jobs.ask_prices(context)
        await jobs.ask_prices(context)
        cost = (await debt.one(id)).cost
        assert (asked.asked, cost is not None and cost.is_estimate) == ([TAKEN.provider_ref], True)
        held.advance(timedelta(hours=1))
        await jobs.ask_prices(context)
        assert (await debt.one(id)).cost == Cost(said, is_estimate=False)
        held.advance(timedelta(days=9))
        await jobs.ask_prices(context)
        assert len(asked.asked) == 2


async def test_nobody_is_asked_for_ever(debt: Debt) -> None:
    asked = Asked(*[None] * 9)
    context = Context(debt.db, {"keys": debt.keys, "channels": {Via.SMS: asked}})
    with clock.frozen(LATE) as held:
        await service.send(context, str(await debt.queue()))
        for _ in range(9):
            held.advance(timedelta(days=4))
            await jobs.ask_prices(context)
    assert len(asked.asked) == 5


async def test_a_code_costs_as_any_text_message(debt: Debt) -> None:
    await charge(debt, Via.SMS, "+91", RUPEE)

    class Codes:
        async def send(self, message: Message) -> DeliveryReport:
            assert message.to_phone == "+919812300001"
            return ACCEPTED

    with clock.frozen(LATE):
        code = CodeMessage("+919812300001", "123456", Purpose.SIGN_IN, "en")
        async with debt.db.transaction() as tx:
            await service.queue_message(tx, debt.keys, code, jobs.deliver)
            (row,) = await fetch_all(tx, "SELECT id FROM notifications.message")
        context = Context(debt.db, {"keys": debt.keys, "sms": Codes()})
        for _ in range(2):
            await jobs.deliver(context, str(MessageId(row[0])))
        assert await summed(debt) == [line(Via.SMS, RUPEE)]


async def test_a_day_is_one_of_the_readers_calendar(debt: Debt) -> None:
    await charge(debt, Via.SMS, "", RUPEE)
    # Half past six in the evening at Greenwich is midnight in India.
    with clock.frozen(LATE.replace(hour=12)):
        await debt.send(await debt.queue(cause="noon"), Wire())
    with clock.frozen(LATE.replace(hour=18, minute=31) + timedelta(hours=8)):
        await debt.send(await debt.queue(cause="later"), Wire())
    week = await summed(debt, DAY, DAY + timedelta(days=6))
    assert [one.day for one in week] == [DAY + timedelta(days=1), DAY]
    assert [one.day for one in await summed(debt)] == [DAY]


async def test_a_tariff_that_is_none_and_a_span_that_is_too_long_are_refused(debt: Debt) -> None:
    wrong: list[tuple[Via, str, Price]] = [
        (Via.SMS, "91", RUPEE),
        (Via.SMS, "+0", RUPEE),
        (Via.EMAIL, "+91", RUPEE),
        (Via.SMS, "+91", Price("rupee", 1)),
        (Via.SMS, "+91", Price("INR", -1)),
    ]
    for via, prefix, segment in wrong:
        with pytest.raises(BadTariff):
            await charge(debt, via, prefix, segment)
    async with debt.db.read() as tx:
        assert await service.tariffs(tx) == []
    for days in (-1, 92):
        with pytest.raises(BadSpan):
            await summed(debt, DAY, DAY + timedelta(days=days))


async def test_admins_set_tariffs_and_support_reads_sums(debt: Debt) -> None:
    app = create_app(
        AppParts(
            db=debt.db,
            keys=debt.keys,
            routes=costs.ROUTES,
            authenticate=identity.Authenticator(debt.db, debt.keys),
            grants=PERMISSIONS,
            web_settings=WebSettings(public_url="https://batua.example", rate_factor=1000),
        )
    )
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://batua.test") as http:
        people = {
            role: Client(
                http,
                await given.someone(
                    debt.db, debt.keys, role, f"+91981239999{n}", roles=frozenset({"person", role})
                ),
            )
            for n, role in enumerate(("admin", "support"))
        }
        admin, support, sita = people["admin"], people["support"], Client(http, debt.debtor)
        wanted = {"prefix": "+91", "currency": "INR", "micro": 1_000_000}
        kept = await admin("PUT", "/deliveries/tariffs/sms", wanted)
        assert kept.json() == {"items": [{"channel": "sms", **wanted}]}
        for who, path in ((support, "sms"), (sita, "sms")):
            refused = await who("PUT", f"/deliveries/tariffs/{path}", wanted)
            assert refused.status_code == 403
        bad = await admin("PUT", "/deliveries/tariffs/push", wanted)
        assert bad.json()["code"] == "notifications.bad_tariff"
        assert (await support("GET", "/deliveries/tariffs")).json() == kept.json()
        with clock.frozen(LATE):
            await debt.send(await debt.queue(Via.SMS), Wire())
        span = f"/deliveries/costs?first={DAY}&last={DAY}"
        (found,) = (await support("GET", span)).json()["items"]
        assert (found["day"], found["channel"], found["currency"]) == (str(DAY), "sms", "INR")
        assert found["micro"] == found["estimated_micro"] > 1_000_000
        assert (await support("GET", f"{span}&channel=call")).json()["items"] == []
        assert (await sita("GET", span)).status_code == 403
        wrong = await support("GET", f"/deliveries/costs?first={DAY}&last=2020-01-01")
        assert wrong.json()["code"] == "notifications.bad_span"
        gone = await admin("PUT", "/deliveries/tariffs/sms", {**wanted, "micro": None})
        assert gone.json() == {"items": []}


def test_only_asked_channels_are_priced() -> None:
    assert isinstance(Asked(), Priced)
    assert not isinstance(Wire(), Priced)
