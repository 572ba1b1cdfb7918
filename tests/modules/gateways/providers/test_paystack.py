"""Paystack's rail: the contract over HTTP to its stand-in, its vectors, schemas and statuses."""

import hmac
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha512

import pytest
import pytest_asyncio
from tests.providers import specs
from tests.providers.contract import call_for
from tests.providers.rail import RailBench, RailContract
from tests.providers.teller import Teller
from tests.sandbox.server import KEY_SECRET

from batua.kit.ids import new_id
from batua.modules.gateways.errors import BadSignature
from batua.modules.gateways.providers import signing
from batua.modules.gateways.providers.paystack import callback, refund, settling, wire
from batua.modules.gateways.providers.paystack.rail import connect
from batua.modules.gateways.providers.paystack.settings import PaystackSettings
from batua.modules.gateways.types import AttemptState, Direction, Outcome

SETTINGS = PaystackSettings(secret_key=KEY_SECRET)
NOW = datetime(2026, 1, 2, 12, tzinfo=UTC)


class PaystackBench(RailBench):
    name = "paystack"
    home_currency = "NGN"
    refuses = frozenset({(100, "INR"), (1500, "JPY"), (12_340, "KWD"), (12_345, "KWD")})
    stamps = False
    closes = False
    settings = SETTINGS
    secrets = (KEY_SECRET,)
    wrong_keys = {"secret_key": "wrong"}

    def adapter(self, **settings):
        return connect(replace(SETTINGS, url=f"{self.sandbox.url}/paystack", **settings))

    def movement_of(self, call):
        return call.attempt.checkout_url.rpartition("/")[2]

    def small_pages(self, monkeypatch):
        monkeypatch.setattr(refund, "PAGE", 1)
        api = self.provider.refund.api
        self.provider = replace(self.provider, settling=settling.settling(api, page=2))

    def callback(self, reference, _at, body=None):
        event = {"event": "charge.success", "data": {"id": 1, "reference": reference}}
        raw = json.dumps(event).encode() if body is None else body
        return {"x-paystack-signature": hmac.digest(KEY_SECRET.encode(), raw, sha512).hex()}, raw


@pytest_asyncio.fixture
async def bench(sandbox, receiver) -> AsyncIterator[PaystackBench]:
    await sandbox.call_back("paystack", receiver.url)
    found = PaystackBench(sandbox, receiver)
    yield found
    await found.provider.aclose()


class TestPaystack(RailContract):
    """Everything that every rail must do."""


BODY = b'{"event":"charge.success","data":{"id":1,"reference":"ref_1","amount":10000}}'
KEY = b"sk_test_0123456789"
SIGNED = (
    "ae282bac795267526b6fadd82219ac378ce492dbddf421af85e02e95ae72a660"
    "4cbed48bbc8332999fd328cbf342255bfa3b8797d16bfef9a27b755774317910"
)


def test_the_known_signature_holds_and_breaks():
    read = callback.reader({"current": KEY})
    found = read({"x-paystack-signature": SIGNED}, BODY, NOW)
    assert (found.kind, found.reference) == ("charge.success", "ref_1")
    for n in range(len(BODY)):
        changed = BODY[:n] + bytes([BODY[n] ^ 1]) + BODY[n + 1 :]
        with pytest.raises(BadSignature):
            read({"x-paystack-signature": SIGNED}, changed, NOW)
    for n in range(len(SIGNED)):
        flipped = SIGNED[:n] + ("0" if SIGNED[n] != "0" else "1") + SIGNED[n + 1 :]
        with pytest.raises(BadSignature):
            read({"x-paystack-signature": flipped}, BODY, NOW)
    with pytest.raises(BadSignature):
        callback.reader({"current": KEY[:-1] + b"8"})({"x-paystack-signature": SIGNED}, BODY, NOW)


@pytest.mark.parametrize(("secret", "signed_with"), [("new", "current"), ("old", "previous")])
def test_each_secret_verifies(secret, signed_with):
    read = callback.reader(signing.keys_of("new", "old"))
    given = {"x-paystack-signature": callback.signature(secret.encode(), BODY)}
    assert read(given, BODY, NOW).signed_with == signed_with


ATTEMPT = "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e"


@pytest.mark.parametrize(
    ("event", "data", "reference"),
    [
        ("refund.processed", {"transaction_reference": ATTEMPT, "amount": "5000"}, ATTEMPT),
        (
            "refund.failed",
            {"transaction_reference": "other", "merchant_note": ATTEMPT, "id": "1"},
            ATTEMPT,
        ),
        (
            "refund.failed",
            {"transaction_reference": ATTEMPT, "merchant_note": "Refund by payments@example.com"},
            ATTEMPT,
        ),
        ("transfer.reversed", {"reference": ATTEMPT, "recipient": {}}, ATTEMPT),
        ("charge.dispute.create", {"id": 1, "transaction": {"reference": ATTEMPT}}, ATTEMPT),
        ("customeridentification.success", {"customer_id": "1"}, None),
    ],
)
def test_each_event_names_what_it_can(event, data, reference):
    body = json.dumps({"event": event, "data": data}).encode()
    given = {"x-paystack-signature": callback.signature(KEY, body)}
    assert callback.reader({"current": KEY})(given, body, NOW).reference == reference


def spec(*keys: str):
    return specs.part(specs.specs("paystack", "paystack.yaml"), *keys)


async def test_what_is_sent_keeps_the_specification():
    paid = call_for(PaystackBench, Direction.IN, minor=1015)
    back = call_for(PaystackBench, Direction.REFUND, minor=250, parent=paid)
    out = call_for(PaystackBench, Direction.OUT, account=PaystackBench.good_account)
    answers = {
        "GET /transaction/verify": told(TRANSACTION),
        "GET /refund": told([]),
        "POST /transferrecipient": told({"recipient_code": "RCP_1"}),
    }
    async with Teller(answers) as teller:
        rail = connect(replace(SETTINGS, url=teller.url, tries=1))
        for call in (paid, back, out):
            await rail.begin(call)
        await rail.aclose()
    sent = {one.path: json.loads(one.body) for one in teller.told if one.method == "POST"}
    schemas = spec("components", "schemas")
    for path, schema in (
        ("/transaction/initialize", "TransactionInitialize"),
        ("/refund", "RefundCreate"),
        ("/transferrecipient", "TransferRecipientCreate"),
        ("/transfer", "TransferInitiate"),
    ):
        specs.check(schemas[schema], sent[path], {"schemas": schemas})
        assert set(sent[path]) <= names(schemas, schema)
    assert sent["/transaction/initialize"]["amount"] == 1015
    assert sent["/transaction/initialize"]["reference"] == str(paid.attempt.id)
    assert sent["/transfer"]["reference"] == str(out.attempt.id)
    assert teller.told[0].headers["authorization"] == f"Bearer {KEY_SECRET}"


def names(schemas, name: str) -> set[str]:
    found = schemas[name]
    parts = [found, *found.get("allOf", [])]
    refs = [schemas[one["$ref"].rpartition("/")[2]] for one in parts if "$ref" in one]
    return {key for one in [*parts, *refs] for key in one.get("properties", {})}


def told(data: object) -> dict[str, object]:
    return {"status": True, "message": "", "data": data}


TRANSACTION = {"id": 1, "status": "abandoned", "reference": "x", "amount": 100, "currency": "NGN"}


@pytest.mark.parametrize(
    ("changed", "state", "outcome"),
    [
        *(
            ({"status": name}, AttemptState.PENDING, wire.TRANSACTION[name])
            for name in wire.TRANSACTION
        ),
        ({"status": "quantum"}, AttemptState.PENDING, Outcome.UNANSWERED),
        ({"status": "success", "currency": "XXQ"}, AttemptState.PENDING, Outcome.UNANSWERED),
        ({"status": "reversed"}, AttemptState.REFUNDED, Outcome.SUCCEEDED),
    ],
)
async def test_a_transaction_says_no_more_than_it_says(changed, state, outcome):
    answers = {"GET /transaction/verify": told({**TRANSACTION, **changed})}
    call = call_for(PaystackBench, Direction.IN)
    call = replace(call, attempt=replace(call.attempt, state=state))
    async with Teller(answers) as teller:
        rail = connect(replace(SETTINGS, url=teller.url, tries=1))
        report = await rail.query(call)
        await rail.aclose()
    assert report.outcome is outcome
    assert (report.amount is not None) == (outcome is Outcome.SUCCEEDED)


STATUSES = {
    "TRANSACTION": "abandoned failed ongoing pending processing queued reversed success",
    "REFUND": "failed needs-attention pending processed processing",
    "TRANSFER": (
        "abandoned blocked failed otp pending processing queued received rejected reversed success"
    ),
}


@pytest.mark.parametrize("table", list(STATUSES))
def test_every_documented_status_means_something(table):
    assert set(getattr(wire, table)) == set(STATUSES[table].split())


async def test_a_refund_is_looked_for_before_it_is_made_and_never_sent_twice():
    paid = call_for(PaystackBench, Direction.IN)
    back = call_for(PaystackBench, Direction.REFUND, minor=250, parent=paid)
    mine = {"id": 7, "amount": 250, "currency": "NGN", "status": "pending"}
    mine["merchant_note"] = str(back.attempt.id)
    other = {**mine, "id": 6, "merchant_note": str(new_id())}
    answers = {"GET /transaction/verify": told(TRANSACTION), "GET /refund": told([other, mine])}
    async with Teller(answers) as teller:
        rail = connect(replace(SETTINGS, url=teller.url, tries=3))
        report = await rail.begin(back)
        assert (report.outcome, report.provider_ref) == (Outcome.UNDERWAY, "7")
        assert not [one for one in teller.told if one.method == "POST"]
        teller.answers["GET /refund"] = told([other])
        assert (await rail.begin(back)).outcome is Outcome.UNANSWERED
        assert len([one for one in teller.told if one.method == "POST"]) == 1
        await rail.aclose()


async def test_only_currencies_with_a_bank_account_are_paid_out():
    rail = connect(SETTINGS)
    offered = {one for one in SETTINGS.currencies if rail.offers(Direction.OUT, one)}
    assert offered == {"NGN", "GHS", "ZAR"}
    await rail.aclose()


def test_without_a_key_it_is_not_connected():
    assert connect(PaystackSettings()) is None
