"""Flutterwave's rail: the contract over HTTP to its stand-in, its vectors, pages and statuses."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import msgspec
import pytest
import pytest_asyncio
from tests.providers.contract import call_for
from tests.providers.rail import RailBench, RailContract
from tests.providers.teller import Teller
from tests.sandbox.server import KEY_SECRET, WEBHOOK_SECRET

from batua.kit.ids import new_id
from batua.kit.settings import SettingsError
from batua.modules.gateways.errors import BadCallback, BadSignature
from batua.modules.gateways.providers import signing
from batua.modules.gateways.providers.flutterwave import callback, refund, settling, wire
from batua.modules.gateways.providers.flutterwave.rail import connect
from batua.modules.gateways.providers.flutterwave.settings import FlutterwaveSettings
from batua.modules.gateways.types import Direction, Outcome, SettledKind

SETTINGS = FlutterwaveSettings(secret_key=KEY_SECRET, secret_hash=WEBHOOK_SECRET)
NOW = datetime(2026, 1, 2, 12, tzinfo=UTC)


class FlutterwaveBench(RailBench):
    name = "flutterwave"
    home_currency = "NGN"
    refuses = frozenset({(100, "INR"), (1500, "JPY"), (12_340, "KWD"), (12_345, "KWD")})
    stamps = False
    closes = False
    signs_body = False
    known_at_once = False
    settings = SETTINGS
    secrets = (KEY_SECRET, WEBHOOK_SECRET)
    wrong_keys = {"secret_key": "wrong"}

    def adapter(self, **settings):
        return connect(replace(SETTINGS, url=f"{self.sandbox.url}/flutterwave", **settings))

    def movement_of(self, call):
        return call.attempt.checkout_url.rpartition("/")[2]

    def small_pages(self, _monkeypatch):
        """Its pages are as long as they are: `test_every_page_is_read` has more than one."""

    def callback(self, reference, _at, body=None):
        event = {"event": "charge.completed", "data": {"id": 1, "tx_ref": reference}}
        raw = json.dumps(event).encode() if body is None else body
        return {"verif-hash": WEBHOOK_SECRET}, raw


@pytest_asyncio.fixture
async def bench(sandbox, receiver) -> AsyncIterator[FlutterwaveBench]:
    await sandbox.call_back("flutterwave", receiver.url)
    found = FlutterwaveBench(sandbox, receiver)
    yield found
    await found.provider.aclose()


class TestFlutterwave(RailContract):
    """Everything that every rail must do."""


BODY = b'{"event":"charge.success","data":{"id":1,"reference":"ref_1","amount":10000}}'
KEY = b"flw_secret_hash"
SIGNED = "pD83KtssP+UMMpuYgXjdgjl99po7OdLrDPVinpi2MjA="


def test_the_known_signature_of_v4_holds_and_breaks():
    read = callback.reader({"current": KEY}, "v4")
    found = read({"flutterwave-signature": SIGNED}, BODY, NOW)
    assert (found.kind, found.reference) == ("charge.success", "ref_1")
    for n in range(len(BODY)):
        changed = BODY[:n] + bytes([BODY[n] ^ 1]) + BODY[n + 1 :]
        with pytest.raises(BadSignature):
            read({"flutterwave-signature": SIGNED}, changed, NOW)
    for n in range(len(SIGNED)):
        flipped = SIGNED[:n] + ("A" if SIGNED[n] != "A" else "B") + SIGNED[n + 1 :]
        with pytest.raises(BadSignature):
            read({"flutterwave-signature": flipped}, BODY, NOW)
    with pytest.raises(BadSignature):
        read({"verif-hash": KEY.decode()}, BODY, NOW)
    with pytest.raises(BadSignature):
        callback.reader({"current": b"flw_secret_hasg"}, "v4")(
            {"flutterwave-signature": SIGNED}, BODY, NOW
        )


@pytest.mark.parametrize(
    ("mode", "header"), [("v3", "verif-hash"), ("v4-plain", "flutterwave-signature")]
)
def test_a_hash_that_is_shown_is_compared(mode, header):
    read = callback.reader(signing.keys_of("new", "old"), mode)
    assert read({header: "new"}, BODY, NOW).signed_with == "current"
    assert read({header: "old"}, BODY, NOW).signed_with == "previous"
    other = {"verif-hash": "flutterwave-signature", "flutterwave-signature": "verif-hash"}[header]
    for given in ({}, {header: ""}, {header: "nex"}, {header: "newe"}, {other: "new"}):
        with pytest.raises(BadSignature):
            read(given, BODY, NOW)


ATTEMPT = "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e"


@pytest.mark.parametrize(
    ("event", "kind"),
    [
        ({"event": "transfer.completed", "data": {"reference": ATTEMPT}}, "transfer.completed"),
        ({"event": "refund.completed", "data": {"comments": ATTEMPT}}, "refund.completed"),
        (
            {"id": "wbk_1", "timestamp": 1, "type": "charge.completed"}
            | {"data": {"id": "chg_1", "reference": ATTEMPT}},
            "charge.completed",
        ),
    ],
)
def test_each_event_names_the_attempt(event, kind):
    read = callback.reader({"current": KEY}, "v3")
    found = read({"verif-hash": KEY.decode()}, json.dumps(event).encode(), NOW)
    assert (found.kind, found.reference) == (kind, ATTEMPT)


def test_an_event_without_a_name_is_refused():
    with pytest.raises(BadCallback):
        callback.reader({"current": KEY}, "v3")({"verif-hash": KEY.decode()}, b'{"data":{}}', NOW)


def told(data: object, pages: int = 1) -> dict[str, object]:
    return {"status": "success", "data": data, "meta": {"page_info": {"total_pages": pages}}}


async def test_what_is_sent_is_what_flutterwave_takes():
    """Its own request schemas are a library's code: the names and types are written out here."""
    paid = call_for(FlutterwaveBench, Direction.IN, minor=1015)
    back = call_for(FlutterwaveBench, Direction.REFUND, minor=250, parent=paid)
    out = call_for(FlutterwaveBench, Direction.OUT, account=FlutterwaveBench.good_account)
    answers = {
        "GET /v3/transactions/verify_by_reference": told({**TRANSACTION, "id": 77}),
        "GET /v3/refunds": told([]),
    }
    async with Teller(answers) as teller:
        rail = connect(replace(SETTINGS, url=teller.url, tries=1))
        for call in (paid, back, out):
            await rail.begin(call)
        await rail.aclose()
    sent = {one.path: one for one in teller.told if one.method == "POST"}
    assert set(sent) == {"/v3/payments", "/v3/transactions/77/refund", "/v3/transfers"}
    assert sent["/v3/payments"].headers["authorization"] == f"Bearer {KEY_SECRET}"
    assert b'"amount":10.15,' in sent["/v3/payments"].body
    assert b'"amount":2.50,' in sent["/v3/transactions/77/refund"].body
    page = json.loads(sent["/v3/payments"].body)
    assert page["tx_ref"] == str(paid.attempt.id)
    assert page["customer"]["email"]
    assert 1 <= page["configurations"]["session_duration"] <= 1440
    transfer = json.loads(sent["/v3/transfers"].body)
    assert transfer["account_bank"] == out.destination.ifsc
    assert transfer["account_number"] == out.destination.account_number
    assert transfer["reference"] == str(out.attempt.id)


TRANSACTION = {"id": 1, "tx_ref": "x", "status": "pending", "amount": 10.15, "currency": "NGN"}


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        *(({"status": name}, wire.TRANSACTION[name]) for name in wire.TRANSACTION),
        ({"status": "quantum"}, Outcome.UNANSWERED),
        ({"status": "successful", "amount": 10.155}, Outcome.UNANSWERED),
        ({"status": "successful", "currency": "XXQ"}, Outcome.UNANSWERED),
    ],
)
async def test_a_transaction_says_no_more_than_it_says(changed, outcome):
    answers = {"GET /v3/transactions/verify_by_reference": told({**TRANSACTION, **changed})}
    async with Teller(answers) as teller:
        rail = connect(replace(SETTINGS, url=teller.url, tries=1))
        report = await rail.query(call_for(FlutterwaveBench, Direction.IN))
        await rail.aclose()
    assert report.outcome is outcome
    assert (report.amount is not None) == (outcome is Outcome.SUCCEEDED)


STATUSES = {
    "TRANSACTION": "failed pending successful",
    "REFUND": (
        "completed completed-bank-transfer completed-momo completed-mpgs completed-offline"
        " completed-preauth failed new pending pending-momo processing"
    ),
    "TRANSFER": "failed new pending successful",
}


@pytest.mark.parametrize("table", list(STATUSES))
def test_every_documented_status_means_something(table):
    assert set(getattr(wire, table)) == set(STATUSES[table].split())
    assert wire.REFUND["completed"] is Outcome.UNDERWAY


async def test_a_refund_is_looked_for_on_every_page_and_never_sent_twice():
    paid = call_for(FlutterwaveBench, Direction.IN)
    back = call_for(FlutterwaveBench, Direction.REFUND, minor=250, parent=paid)
    mine = {"id": 7, "amount_refunded": 2.5, "status": "completed"}
    mine["comments"] = str(back.attempt.id)
    other = {**mine, "id": 6, "comments": str(new_id())}
    asked = f"from={(back.attempt.created_at - refund.SKEW).date()}"
    answers = {
        "GET /v3/transactions/verify_by_reference": told(TRANSACTION),
        f"GET /v3/refunds?{asked}&page=1": told([other], pages=2),
        f"GET /v3/refunds?{asked}&page=2": told([mine], pages=2),
    }
    async with Teller(answers) as teller:
        rail = connect(replace(SETTINGS, url=teller.url, tries=3))
        report = await rail.begin(back)
        assert (report.outcome, report.provider_ref) == (Outcome.UNDERWAY, "7")
        assert not [one for one in teller.told if one.method == "POST"]
        teller.answers[f"GET /v3/refunds?{asked}&page=2"] = told([], pages=2)
        assert (await rail.begin(back)).outcome is Outcome.UNANSWERED
        assert len([one for one in teller.told if one.method == "POST"]) == 1
        await rail.aclose()


DAY = date(2019, 12, 30)
LISTED = {
    "id": 41_497,
    "status": "completed",
    "currency": "NGN",
    "due_date": "2019-12-30T04:00:00.000Z",
    "processed_date": None,
    "refund": 0,
    "chargeback": 0,
    "meta": [906_256],
    "refund_meta": None,
    "disburse_ref": "RV3E18675549F6A0",
}
PAID = {
    "id": 984_411,
    "tx_ref": ATTEMPT,
    "charged_amount": 10_140,
    "app_fee": 190,
    "merchant_fee": 0,
    "stampduty_charge": 0,
    "settlement_amount": 9950,
    "currency": "NGN",
}


async def test_every_page_of_settlements_is_read():
    """The shapes and sums of the samples that Flutterwave publishes."""
    whole = {**LISTED, "chargeback": 12.5, "refund_meta": "[4169]", "transactions": [PAID]}
    near = "from=2019-12-29&to=2019-12-31"
    late = {**LISTED, "id": 41_498, "due_date": "2019-12-31T04:00:00.000Z"}
    answers = {
        f"GET /v3/settlements?{near}&page=1": told([late], pages=2),
        f"GET /v3/settlements?{near}&page=2": told([LISTED], pages=2),
        "GET /v3/settlements/41497": told(whole),
        "GET /v3/refunds/4169": told(
            {"id": 4169, "status": "completed-mpgs", "amount_refunded": 70, "tx_id": 984_411}
        ),
    }
    async with Teller(answers) as teller:
        rail = connect(replace(SETTINGS, url=teller.url, tries=1))
        lines = [line async for line in rail.settled(DAY)]
        await rail.aclose()
    assert [(line.kind, line.gross.minor, line.fee.minor, line.net.minor) for line in lines] == [
        (SettledKind.PAYMENT, 1_014_000, 19_000, 995_000),
        (SettledKind.REFUND, -7000, 0, -7000),
        (SettledKind.DISPUTE, -1250, 0, -1250),
    ]
    assert {line.bank_ref for line in lines} == {"RV3E18675549F6A0"}
    assert lines[0].reference == ATTEMPT


def test_refunds_of_a_settlement_that_are_no_list_are_unreadable():
    odd = msgspec.convert({**LISTED, "refund_meta": "[x"}, wire.Settlement, strict=False)
    with pytest.raises(settling.Unreadable):
        _ = odd.refunds
    assert odd.chargeback == Decimal(0)


async def test_only_naira_are_paid_out():
    rail = connect(SETTINGS)
    offered = {one for one in SETTINGS.currencies if rail.offers(Direction.OUT, one)}
    assert offered == {"NGN"}
    await rail.aclose()


@pytest.mark.parametrize(("name", "value"), [("secret_hash", ""), ("callbacks", "v5")])
def test_what_is_missing_or_unknown_stops_the_start(name, value):
    with pytest.raises(SettingsError, match=name.upper()):
        connect(replace(SETTINGS, **{name: value}))


def test_without_a_key_it_is_not_connected():
    assert connect(FlutterwaveSettings()) is None
