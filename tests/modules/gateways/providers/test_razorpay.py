"""Razorpay's rail: the contract over HTTP to its stand-in, its vectors, fixtures and statuses."""

import hmac
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import msgspec
import pytest
import pytest_asyncio
from tests.providers.contract import call_for
from tests.providers.rail import RailBench, RailContract
from tests.providers.specs import assert_kept, specs
from tests.providers.teller import Teller
from tests.sandbox.server import KEY_ID, KEY_SECRET, WEBHOOK_SECRET

from batua.kit.money import Currency, Money
from batua.kit.settings import SettingsError
from batua.modules.gateways.errors import BadSignature
from batua.modules.gateways.providers import signing
from batua.modules.gateways.providers.razorpay import callback, settling, wire
from batua.modules.gateways.providers.razorpay.rail import connect
from batua.modules.gateways.providers.razorpay.settings import RazorpaySettings
from batua.modules.gateways.types import Direction, Outcome, SettledKind

NOW = datetime(2026, 1, 1, tzinfo=UTC)
SETTINGS = RazorpaySettings(
    key_id=KEY_ID,
    key_secret=KEY_SECRET,
    webhook_secret=WEBHOOK_SECRET,
    payout_account="7878780080316316",
    currencies=(),
)


class RazorpayBench(RailBench):
    name = "razorpay"
    refuses = frozenset({(12_345, "KWD")})
    declines_end = False
    stamps = False
    settings = SETTINGS
    secrets = (KEY_SECRET, WEBHOOK_SECRET, SETTINGS.payout_account)
    wrong_keys = {"key_secret": "wrong"}

    def adapter(self, **settings):
        return connect(replace(SETTINGS, url=f"{self.sandbox.url}/razorpay", **settings))

    def movement_of(self, call):
        return call.attempt.provider_ref

    def small_pages(self, _monkeypatch):
        api = self.provider.refund.api
        self.provider = replace(self.provider, settling=settling.settling(api, page=2))

    def callback(self, reference, at, body=None):
        entity = {"id": "plink_1", "reference_id": reference, "notes": []}
        event = {
            "entity": "event",
            "event": "payment_link.paid",
            "payload": {"payment_link": {"entity": entity}},
            "created_at": int(at.timestamp()),
        }
        raw = json.dumps(event).encode() if body is None else body
        signed = hmac.digest(WEBHOOK_SECRET.encode(), raw, sha256).hex()
        return {"x-razorpay-signature": signed}, raw


@pytest_asyncio.fixture
async def bench(sandbox, receiver) -> AsyncIterator[RazorpayBench]:
    await sandbox.call_back("razorpay", receiver.url)
    found = RazorpayBench(sandbox, receiver)
    yield found
    await found.provider.aclose()


class TestRazorpay(RailContract):
    """Everything that every rail must do."""


VECTORS = [
    (
        "123456",
        b'{"a":1,"b":2,"c":{"d":3}}',
        "2fe04e22977002e6c7cb553adab8b460cb9e2a4970d5953cb27a8472752e3bbc",
    ),
    (
        "key_secret",
        b"fake_order_id|fake_payment_id",
        "b2335e3b0801106b84a7faff035df56ecffde06918c9ddd1f0fafbb37a51cc89",
    ),
    (
        "EnLs21M47BllR3X8PSFtjtbd",
        b"plink_IH3cNucfVEgV68|TSsd1989|paid|pay_IH3d0ara9bSsjQ",
        "07ae18789e35093e51d0a491eb9922646f3f82773547e5b0f67ee3f2d3bf7d5b",
    ),
]


@pytest.mark.parametrize(("secret", "body", "expected"), VECTORS)
def test_published_signatures_hold_and_break(secret, body, expected):
    assert callback.signature(secret.encode(), body) == expected
    for n in range(len(body)):
        changed = body[:n] + bytes([body[n] ^ 1]) + body[n + 1 :]
        assert callback.signature(secret.encode(), changed) != expected
    assert callback.signature(secret.encode() + b"x", body) != expected


def test_the_published_callback_is_read():
    body = specs("razorpay", "mocks", "fake_payment_authorized_webhook.json").read_bytes()
    signed = "d60e67fd884556c045e9be7dad57903e33efc7172c17c6e3ef77db42d2b366e9"
    read = callback.reader(signing.keys_of("key_secret"))
    found = read({"x-razorpay-signature": signed}, body, NOW)
    assert (found.kind, found.reference) == ("payment.authorized", None)
    assert found.sent_at == datetime.fromtimestamp(1400826760, UTC)
    with pytest.raises(BadSignature):
        read({"x-razorpay-signature": signed}, body + b" ", NOW)


def test_the_secret_before_still_verifies():
    keys = signing.keys_of("new", "old")
    body = b'{"event": "payment.captured", "created_at": 1, "payload": {}}'
    headers = {"x-razorpay-signature": callback.signature(b"old", body)}
    assert callback.reader(keys)(headers, body, NOW).signed_with == "previous"


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("fake_payment_link", wire.Link),
        ("cancel_payment_link", wire.Link),
        ("edit_payment_link", wire.Link),
        ("payment_link_collection", wire.Links),
        ("fake_refund", wire.Refund),
        ("refund_collection", wire.Refunds),
        ("bad_request_error", wire.Problem),
    ],
)
def test_published_fixtures_are_read_without_loss(file, kind):
    raw = specs("razorpay", "mocks", f"{file}.json").read_bytes()
    kept = msgspec.to_builtins(msgspec.json.decode(raw, type=kind))
    assert_kept(kept, json.loads(raw))


@pytest.mark.parametrize(
    ("named", "states"),
    [
        ("created authorized captured refunded failed", wire.PAYMENT),
        ("pending processed failed", wire.REFUND),
        ("created partially_paid paid cancelled expired", wire.LINK),
        (
            "queued pending scheduled processing processed rejected cancelled reversed failed",
            wire.PAYOUT,
        ),
    ],
)
def test_every_status_means_something(named, states):
    assert set(named.split()) == set(states)


def test_the_statuses_of_the_published_events_are_all_known():
    text = specs("razorpay", "unofficial-webhooks-asyncapi.yml").read_text()
    assert f"enum: [{', '.join(wire.PAYMENT)}]" in text
    assert f"enum: [{', '.join(wire.REFUND)}]" in text


@pytest.mark.parametrize(
    ("status", "paid", "outcome"),
    [("cancelled", 0, Outcome.EXPIRED), ("expired", 500, Outcome.SUCCEEDED)],
)
async def test_money_on_a_link_that_is_over_is_still_money(status, paid, outcome):
    link = {"id": "plink_1", "status": status, "amount": 900, "amount_paid": paid}
    async with Teller({"GET /v1/payment_links/": {**link, "currency": "INR"}}) as teller:
        report = await asked(teller)
    assert report.outcome is outcome
    assert report.amount == (Money(paid, Currency("INR")) if paid else None)


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, b"<html>"),
        (200, {}),
        (200, {"id": "plink_1", "status": "quantum", "amount": 1, "currency": "INR"}),
        (200, {"id": "plink_1", "status": "paid", "amount": 1, "currency": "XQX"}),
        (200, {"id": 7, "status": "paid", "amount": 1, "currency": "INR"}),
        (302, b""),
        (401, {"error": {"code": "BAD_REQUEST_ERROR"}}),
        (404, b"nginx"),
    ],
)
async def test_an_answer_that_is_none_is_never_taken_for_one(status, body):
    async with Teller({"GET /v1/payment_links/": body}, status) as teller:
        report = await asked(teller)
    assert (report.outcome, report.amount) == (Outcome.UNANSWERED, None)


async def asked(teller: Teller):
    rail = connect(replace(SETTINGS, url=teller.url, tries=1))
    call = call_for(RazorpayBench, Direction.IN)
    call = replace(call, attempt=replace(call.attempt, provider_ref="plink_1"))
    report = await rail.query(call)
    await rail.aclose()
    return report


async def test_what_is_sent_is_what_razorpay_documents():
    rail_call = call_for(RazorpayBench, Direction.OUT, account=RazorpayBench.good_account)
    async with Teller() as teller:
        rail = connect(replace(SETTINGS, url=teller.url, tries=1))
        await rail.begin(rail_call)
        await rail.begin(call_for(RazorpayBench, Direction.IN))
        await rail.aclose()
    payout, link = teller.told
    assert (payout.method, payout.path) == ("POST", "/v1/payouts")
    assert payout.headers["x-payout-idempotency"] == str(rail_call.attempt.id)
    sent = json.loads(payout.body)
    assert (sent["amount"], sent["currency"], sent["mode"]) == (12_500, "INR", "IMPS")
    assert sent["fund_account"]["bank_account"]["account_number"] == "50100123456789"
    published = json.loads(specs("razorpay", "mocks", "init_payment_link.json").read_bytes())
    sent = json.loads(link.body)
    assert set(sent) <= set(published)
    assert {name: type(value) for name, value in sent.items()} == {
        name: type(published[name]) for name in sent
    }


def test_the_report_keeps_its_promise_line_by_line():
    """credit = amount - fee for a payment, debit = amount + fee for a transfer."""
    payment = recon(type="payment", amount=10_000, credit=9_764, debit=0, fee=236)
    transfer = recon(type="transfer", amount=5_000, credit=0, debit=5_012, fee=12)
    odd = recon(type="reservation", amount=700, credit=0, debit=700, fee=0)
    read = [settling.read(line) for line in (payment, transfer, odd)]
    assert [(one.kind, one.gross.minor, one.fee.minor, one.net.minor) for one in read] == [
        (SettledKind.PAYMENT, 10_000, 236, 9_764),
        (SettledKind.TRANSFER, -5_000, 12, -5_012),
        (SettledKind.ADJUSTMENT, -700, 0, -700),
    ]


def recon(**more):
    return wire.ReconLine(entity_id="x_1", currency="INR", created_at=0, **more)


@pytest.mark.parametrize("missing", ["key_secret", "webhook_secret"])
def test_a_missing_secret_stops_the_start(missing):
    with pytest.raises(SettingsError, match=missing.upper()):
        connect(replace(SETTINGS, **{missing: ""}))


def test_without_a_key_it_is_not_connected():
    assert connect(RazorpaySettings()) is None
