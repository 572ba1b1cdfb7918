"""PayPal's rail: the contract over HTTP to its stand-in, its certificates, schemas and statuses."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import pytest_asyncio
from tests.providers import specs
from tests.providers.contract import call_for
from tests.providers.rail import RailBench, RailContract
from tests.providers.teller import Teller
from tests.sandbox.server import KEY_ID, KEY_SECRET

from batua.kit.certificates import Certificate, Signer
from batua.kit.money import Currency, Money
from batua.kit.outside import Outside, Peer
from batua.kit.settings import SettingsError
from batua.modules.gateways.errors import BadSignature
from batua.modules.gateways.providers.paypal import callback, settling, wire
from batua.modules.gateways.providers.paypal.checkout import Orders
from batua.modules.gateways.providers.paypal.rail import connect
from batua.modules.gateways.providers.paypal.settings import PaypalSettings
from batua.modules.gateways.types import AttemptState, Direction, Outcome, SettledKind
from batua.sandbox.dialects.paypal import WEBHOOK

SETTINGS = PaypalSettings(client_id=KEY_ID, client_secret=KEY_SECRET, webhook_id=WEBHOOK)
CERT = "CERT-360caa42-fca2a594-a5cafa77"
AT = "https://api.sandbox.paypal.com/v1/notifications/certs/"
SIGNER = Signer.named("messageverificationcerts.paypal.com")


class PaypalBench(RailBench):
    name = "paypal"
    home_currency = "USD"
    refuses = frozenset({(100, "INR"), (12_340, "KWD"), (12_345, "KWD")})
    declines_end = False
    stamps = False
    known_at_once = False
    pays_out = False
    settings = SETTINGS
    secrets = (KEY_SECRET,)
    wrong_keys = {"client_secret": "wrong"}

    def adapter(self, **settings):
        rail = connect(replace(SETTINGS, url=f"{self.sandbox.url}/paypal", **settings))
        rail.reader.certificates.found[CERT] = Certificate.read(SIGNER.pem)
        return rail

    def movement_of(self, call):
        return call.attempt.provider_ref

    def askable(self, call):
        """It is asked by its own id alone."""
        return replace(call, attempt=replace(call.attempt, provider_ref="5O190127TN364715T"))

    async def pay(self, call):
        """The payer approves and comes back, and we capture."""
        await super().pay(call)
        await self.provider.query(call)

    def small_pages(self, _monkeypatch):
        api = self.provider.refund.api
        self.provider = replace(self.provider, settling=settling.settling(api, page=2))

    def callback(self, reference, at, body=None):
        event = {"id": "WH-1", "event_type": "CHECKOUT.ORDER.APPROVED"}
        event["resource"] = {"id": "1", "purchase_units": [{"custom_id": reference}]}
        raw = json.dumps(event).encode() if body is None else body
        return signed(raw, at), raw

    async def ready(self, headers):
        id = headers["paypal-cert-url"].rpartition("/")[2]
        await self.provider.reader.certificates.fetch(id)


def signed(body: bytes, at: datetime, **other: str) -> dict[str, str]:
    sent = at.isoformat(timespec="seconds").replace("+00:00", "Z")
    text = callback.signed_text("dfb3be50-fd74-11e4", sent, WEBHOOK, body)
    return {
        "paypal-transmission-id": "dfb3be50-fd74-11e4",
        "paypal-transmission-time": sent,
        "paypal-transmission-sig": base64.b64encode(SIGNER.sign(text)).decode(),
        "paypal-cert-url": AT + CERT,
        "paypal-auth-algo": "SHA256withRSA",
        **other,
    }


async def settle_down(certificates: callback.Certificates) -> None:
    """Wait for what is being fetched."""
    await asyncio.gather(*certificates.tasks.values(), return_exceptions=True)


@pytest_asyncio.fixture
async def bench(sandbox, receiver) -> AsyncIterator[PaypalBench]:
    await sandbox.call_back("paypal", receiver.url)
    found = PaypalBench(sandbox, receiver)
    yield found
    await settle_down(found.provider.reader.certificates)
    await found.provider.aclose()


class TestPaypal(RailContract):
    """Everything that every rail must do, and what an approval alone does."""

    async def test_the_callback_of_an_approval_makes_the_door_capture_it(self, bench, line):
        line.rails = replace(line.rails, providers={bench.name: bench.provider})
        amount = Money(12_500, Currency("USD"))
        made = await line.started(provider=bench.name, amount=amount)
        await bench.sandbox.act(made.provider_ref, "pay")
        found = await Orders(bench.provider.refund.api).find(made.provider_ref)
        assert found.status == "APPROVED"
        await self._take_callback(line, bench)
        after = await line.now(made.id)
        assert (after.state, after.received) == (AttemptState.SUCCEEDED, amount)


BODY = b'{"id":"WH-1","event_type":"PAYMENT.CAPTURE.REFUNDED","resource":{"custom_id":"x"}}'
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)


def test_what_is_signed_is_the_known_text():
    text = callback.signed_text(
        "dfb3be50-fd74-11e4-8bf3-77339302725b", "2015-05-18T15:45:13Z", WEBHOOK, b"123456789"
    )
    known = "dfb3be50-fd74-11e4-8bf3-77339302725b|2015-05-18T15:45:13Z|4JH86294D6297924G|3421780262"
    assert text == known.encode()


@pytest_asyncio.fixture
async def read() -> AsyncIterator[callback.CertifiedReader]:
    """A reader that has one certificate, and an API that serves none."""
    async with Teller({}, status=404) as teller:
        outside = Outside(Peer(name="paypal", base_url=teller.url), SETTINGS.limits)
        certificates = callback.Certificates(outside, {CERT: own_certificate()})
        yield callback.CertifiedReader(certificates, WEBHOOK)
        await settle_down(certificates)
        await outside.aclose()


def own_certificate() -> Certificate:
    found = Certificate.read(SIGNER.pem)
    return replace(found, since=NOW - timedelta(days=400), until=NOW + timedelta(days=400))


async def test_a_signature_holds_and_breaks(read):
    headers = signed(BODY, NOW)
    found = read(headers, BODY, NOW)
    assert (found.event_id, found.reference) == ("WH-1", "x")
    for n in range(len(BODY)):
        with pytest.raises(BadSignature):
            read(headers, BODY[:n] + bytes([BODY[n] ^ 1]) + BODY[n + 1 :], NOW)
    given = headers["paypal-transmission-sig"]
    for n in range(0, len(given), 5):
        flipped = given[:n] + ("A" if given[n] != "A" else "B") + given[n + 1 :]
        with pytest.raises(BadSignature):
            read({**headers, "paypal-transmission-sig": flipped}, BODY, NOW)
    with pytest.raises(BadSignature):
        replace(read, webhook_id="4JH86294D6297924H")(headers, BODY, NOW)


@pytest.mark.parametrize(
    ("after", "holds"),
    [
        (timedelta(), True),
        (timedelta(days=3), True),
        (timedelta(days=4, seconds=1), False),
        (timedelta(minutes=-4), True),
        (timedelta(minutes=-6), False),
    ],
)
async def test_it_is_fresh_for_as_long_as_paypal_repeats_it(read, after, holds):
    headers = signed(BODY, NOW)
    if holds:
        assert read(headers, BODY, NOW + after).event_id == "WH-1"
        return
    with pytest.raises(BadSignature):
        read(headers, BODY, NOW + after)


async def test_a_certificate_out_of_its_time_signs_nothing(read):
    old = replace(own_certificate(), until=NOW - timedelta(seconds=1))
    read.certificates.found[CERT] = old
    with pytest.raises(BadSignature):
        read(signed(BODY, NOW), BODY, NOW)


@pytest.mark.parametrize(
    "url",
    [
        f"http://api.paypal.com/v1/notifications/certs/{CERT}",
        f"https://paypal.com.evil.example/v1/notifications/certs/{CERT}",
        f"https://evilpaypal.com/v1/notifications/certs/{CERT}",
        f"https://api.paypal.com/other/v1/notifications/certs/{CERT}",
        f"https://api.paypal.com/v1/notifications/certs/../{CERT}",
        f"https://api.paypal.com/v1/notifications/certs/{CERT}?x=1",
        "https://[/v1/notifications/certs/x",
        CERT,
    ],
)
async def test_only_paypals_addresses_name_a_certificate(read, url):
    with pytest.raises(BadSignature):
        read(signed(BODY, NOW, **{"paypal-cert-url": url}), BODY, NOW)
    assert not read.certificates.tasks


async def test_an_unseen_certificate_is_fetched_from_our_address_for_the_next_time():
    path = f"GET /v1/notifications/certs/{CERT}"
    async with Teller({path: SIGNER.pem}) as teller:
        outside = Outside(Peer(name="paypal", base_url=teller.url), SETTINGS.limits)
        certificates = callback.Certificates(outside)
        read = callback.CertifiedReader(certificates, WEBHOOK)
        now = datetime.now(UTC)
        headers = signed(BODY, now)
        for _ in range(3):
            with pytest.raises(BadSignature):
                read(headers, BODY, now)
        await settle_down(certificates)
        assert len(teller.told) == 1
        assert read(headers, BODY, now).event_id == "WH-1"
        await outside.aclose()


@pytest.mark.parametrize("whose", [None, "paypal.com.example"])
async def test_what_is_not_paypals_certificate_is_not_kept(whose):
    pem = b"nonsense" if whose is None else Signer.named(whose).pem
    async with Teller({"GET /v1/notifications/certs/": pem}) as teller:
        outside = Outside(Peer(name="paypal", base_url=teller.url), SETTINGS.limits)
        certificates = callback.Certificates(outside)
        await certificates.fetch(CERT)
        assert not certificates.found
        await outside.aclose()


def spec(file: str):
    return json.loads(specs.specs("paypal", f"{file}.json").read_bytes())["components"]["schemas"]


TOKEN = {"POST /v1/oauth2/token": {"access_token": "T", "expires_in": 32_400}}


async def test_what_is_sent_keeps_the_specification_and_one_token_serves_all():
    paid = call_for(PaypalBench, Direction.IN, minor=1015)
    paid = replace(paid, attempt=replace(paid.attempt, provider_ref="O1"))
    back = call_for(PaypalBench, Direction.REFUND, minor=250, parent=paid)
    answers = {**TOKEN, "GET /v2/checkout/orders/O1": completed("COMPLETED")}
    async with Teller(answers) as teller:
        rail = connect(replace(SETTINGS, url=teller.url, tries=1))
        await rail.begin(paid)
        await rail.begin(back)
        await rail.aclose()
    token, order, _, refund, *_ = teller.told
    assert token.body == b"grant_type=client_credentials"
    assert sum(one.path == "/v1/oauth2/token" for one in teller.told) == 1
    assert order.headers["authorization"] == "Bearer T"
    for told, call in ((order, paid), (refund, back)):
        assert told.headers["paypal-request-id"] == str(call.attempt.id)
    for told, file, schema in (
        (order, "checkout_orders_v2", "order_request"),
        (refund, "payments_payment_v2", "refund_request"),
    ):
        found = spec(file)
        specs.check(found[schema], json.loads(told.body), {"schemas": found})
        assert set(json.loads(told.body)) <= set(found[schema]["properties"])
    assert json.loads(order.body)["purchase_units"][0]["amount"]["value"] == "10.15"
    assert json.loads(refund.body)["amount"] == {"currency_code": "USD", "value": "2.50"}


def test_every_status_of_the_specification_means_something():
    orders, payments = spec("checkout_orders_v2"), spec("payments_payment_v2")
    assert set(orders["order_status"]["enum"]) == set(wire.ORDER)
    for schema, table in (("capture_status", wire.CAPTURE), ("refund_status", wire.REFUND)):
        assert set(payments[schema]["properties"]["status"]["enum"]) == set(table)


def completed(status: str, value: str = "10.15") -> dict[str, object]:
    amount = {"currency_code": "USD", "value": value}
    capture = {"id": "C1", "status": status, "amount": amount}
    unit = {"custom_id": "x", "payments": {"captures": [capture]}}
    return {"id": "O1", "status": "COMPLETED", "purchase_units": [unit]}


def waiting(status: str) -> dict[str, object]:
    return {"id": "O1", "status": status, "purchase_units": [{"custom_id": "x"}]}


@pytest.mark.parametrize(
    ("order", "outcome"),
    [
        *((completed(name), wire.CAPTURE[name]) for name in wire.CAPTURE),
        *((waiting(name), wire.ORDER[name]) for name in ("CREATED", "SAVED", "VOIDED")),
        (waiting("QUANTUM"), Outcome.UNANSWERED),
        (waiting("COMPLETED"), Outcome.UNANSWERED),
        (completed("QUANTUM"), Outcome.UNANSWERED),
        (completed("COMPLETED", "10.155"), Outcome.UNANSWERED),
    ],
)
async def test_an_order_says_no_more_than_it_says(order, outcome):
    async with Teller({**TOKEN, "GET /v2/checkout/orders/O1": order}) as teller:
        report = await asked(teller)
    assert report.outcome is outcome
    assert (report.amount is not None) == (outcome is Outcome.SUCCEEDED)


async def asked(teller: Teller, state: AttemptState = AttemptState.PENDING):
    call = call_for(PaypalBench, Direction.IN)
    call = replace(call, attempt=replace(call.attempt, provider_ref="O1", state=state))
    rail = connect(replace(SETTINGS, url=teller.url, tries=1))
    report = await rail.query(call)
    await rail.aclose()
    return report


@pytest.mark.parametrize(
    ("status", "answer", "outcome"),
    [
        (201, completed("COMPLETED"), Outcome.SUCCEEDED),
        (201, completed("PENDING"), Outcome.UNDERWAY),
        (201, completed("DECLINED"), Outcome.FAILED),
        (422, {"name": "X", "details": [{"issue": "INSTRUMENT_DECLINED"}]}, Outcome.OPEN),
        (422, {"name": "X", "details": [{"issue": "DUPLICATE_INVOICE_ID"}]}, Outcome.UNANSWERED),
        (500, {}, Outcome.UNANSWERED),
    ],
)
async def test_what_the_payer_approved_is_captured(status, answer, outcome):
    capture = "POST /v2/checkout/orders/O1/capture"
    answers = {**TOKEN, capture: answer, "GET /v2/checkout/orders/O1": waiting("APPROVED")}
    async with Teller(answers, statuses={capture: status}) as teller:
        assert (await asked(teller)).outcome is outcome
    sent = next(one for one in teller.told if one.path.endswith("/capture"))
    assert sent.headers["paypal-request-id"].endswith(":capture")


@pytest.mark.parametrize("state", [AttemptState.EXPIRED, AttemptState.FAILED])
async def test_what_is_over_is_never_captured(state):
    answers = {**TOKEN, "GET /v2/checkout/orders/O1": waiting("APPROVED")}
    async with Teller(answers) as teller:
        assert (await asked(teller, state)).outcome is Outcome.OPEN
    assert not [one for one in teller.told if one.path.endswith("/capture")]


async def test_a_token_that_is_refused_is_not_used_again():
    order = "GET /v2/checkout/orders/O1"
    answers = {**TOKEN, order: waiting("CREATED")}
    call = call_for(PaypalBench, Direction.IN)
    call = replace(call, attempt=replace(call.attempt, provider_ref="O1"))
    async with Teller(answers, statuses={order: 401}) as teller:
        rail = connect(replace(SETTINGS, url=teller.url, tries=1))
        assert (await rail.query(call)).outcome is Outcome.UNANSWERED
        teller.statuses = {}
        assert (await rail.query(call)).outcome is Outcome.OPEN
        await rail.aclose()
    assert sum(one.path == "/v1/oauth2/token" for one in teller.told) == 2


async def test_the_report_is_read_to_the_last_digit_and_page():
    def line(id: str, code: str, value: str, fee: str | None, status: str = "S"):
        told = {
            "transaction_id": id,
            "transaction_event_code": code,
            "transaction_initiation_date": "2026-01-02T04:03:52+0000",
            "transaction_amount": {"currency_code": "USD", "value": value},
            "transaction_status": status,
            "custom_field": "x",
        }
        taken = {} if fee is None else {"fee_amount": {"currency_code": "USD", "value": fee}}
        return {"transaction_info": {**told, **taken}}

    first = [line("1", "T0006", "465.00", "-13.79"), line("2", "T0006", "9.00", None, "D")]
    second = [line("3", "T1107", "-5.00", "0.15"), line("4", "T1201", "-1.00", None)]
    second += [line("5", "T0400", "-400.00", None), line("6", "T9900", "1.00", None)]
    path = "GET /v1/reporting/transactions?start_date=2026-01-02T00%3A00%3A00Z"
    rest = "&end_date=2026-01-02T23%3A59%3A59Z&fields=transaction_info&page_size=500&page="
    answers = {
        **TOKEN,
        f"{path}{rest}1": {"transaction_details": first, "total_pages": 2},
        f"{path}{rest}2": {"transaction_details": second, "total_pages": 2},
    }
    async with Teller(answers) as teller:
        rail = connect(replace(SETTINGS, url=teller.url, tries=1))
        lines = [one async for one in rail.settled(date(2026, 1, 2))]
        await rail.aclose()
    assert [(one.kind, one.gross.minor, one.fee.minor, one.net.minor) for one in lines] == [
        (SettledKind.PAYMENT, 46_500, 1379, 45_121),
        (SettledKind.REFUND, -500, -15, -485),
        (SettledKind.DISPUTE, -100, 0, -100),
        (SettledKind.TRANSFER, -40_000, 0, -40_000),
        (SettledKind.ADJUSTMENT, 100, 0, 100),
    ]


@pytest.mark.parametrize("missing", ["client_secret", "webhook_id"])
def test_what_is_missing_stops_the_start(missing):
    with pytest.raises(SettingsError, match=missing.upper()):
        connect(replace(SETTINGS, **{missing: ""}))
    assert connect(PaypalSettings()) is None
