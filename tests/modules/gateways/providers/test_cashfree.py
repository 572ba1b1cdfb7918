"""Cashfree's rail: the contract over HTTP to its stand-in, its vectors, examples and statuses."""

import base64
import hmac
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import msgspec
import pytest
import pytest_asyncio
from tests.providers import specs
from tests.providers.contract import call_for
from tests.providers.rail import RailBench, RailContract
from tests.providers.teller import Teller
from tests.sandbox.server import KEY_ID, KEY_SECRET

from batua.kit.settings import SettingsError
from batua.modules.gateways.errors import BadSignature
from batua.modules.gateways.providers import signing
from batua.modules.gateways.providers.cashfree import callback, settling, wire
from batua.modules.gateways.providers.cashfree.rail import connect
from batua.modules.gateways.providers.cashfree.settings import CashfreeSettings
from batua.modules.gateways.types import Direction, Outcome, SettledKind

SETTINGS = CashfreeSettings(
    client_id=KEY_ID,
    client_secret=KEY_SECRET,
    payout_client_id=KEY_ID,
    payout_client_secret=KEY_SECRET,
    currencies=(),
)
GATEWAY = ("cashfree", "openapi-payment-gateway.json")
PAYOUTS = ("cashfree", "openapi-payouts.json")


class CashfreeBench(RailBench):
    name = "cashfree"
    refuses = frozenset({(12_345, "KWD")})
    declines_end = False
    settings = SETTINGS
    secrets = (KEY_SECRET,)
    wrong_keys = {"client_secret": "wrong"}

    def adapter(self, **settings):
        return connect(replace(SETTINGS, url=f"{self.sandbox.url}/cashfree", **settings))

    def movement_of(self, call):
        return call.attempt.provider_ref

    def small_pages(self, _monkeypatch):
        api = self.provider.refund.api
        self.provider = replace(self.provider, settling=settling.settling(api, page=2))

    def callback(self, reference, at, body=None):
        event = {"type": "PAYMENT_LINK_EVENT", "data": {"link_id": reference}}
        raw = json.dumps(event).encode() if body is None else body
        stamp = str(int(at.timestamp() * 1000))
        digest = hmac.digest(KEY_SECRET.encode(), stamp.encode() + raw, sha256)
        signed = base64.b64encode(digest).decode()
        return {"x-webhook-timestamp": stamp, "x-webhook-signature": signed}, raw


@pytest_asyncio.fixture
async def bench(sandbox, receiver) -> AsyncIterator[CashfreeBench]:
    await sandbox.call_back("cashfree", receiver.url)
    found = CashfreeBench(sandbox, receiver)
    yield found
    await found.provider.aclose()


class TestCashfree(RailContract):
    """Everything that every rail must do."""


BODY = b'{"event":"charge.success","data":{"id":1,"reference":"ref_1","amount":10000}}'
SIGNED = "OYS3JKTH/q6leWH6b5FGVS2jfSHWq7QW6SXCtmly808="
STAMP = "1617695238078"


def test_the_known_signature_holds_and_breaks():
    assert callback.signature(b"cf_secret", STAMP, BODY) == SIGNED
    for n in range(len(BODY)):
        changed = BODY[:n] + bytes([BODY[n] ^ 1]) + BODY[n + 1 :]
        assert callback.signature(b"cf_secret", STAMP, changed) != SIGNED
    assert callback.signature(b"cf_secreu", STAMP, BODY) != SIGNED
    assert callback.signature(b"cf_secret", "1617695238079", BODY) != SIGNED


@pytest.mark.parametrize("stamp", ["", "x", "-1", "1617695238078.5", "9" * 40])
def test_a_time_that_is_none_is_refused(stamp):
    read = callback.reader([signing.keys_of("cf_secret")])
    headers = {
        "x-webhook-timestamp": stamp,
        "x-webhook-signature": callback.signature(b"cf_secret", stamp, BODY),
    }
    with pytest.raises(BadSignature):
        read(headers, BODY, datetime.fromtimestamp(1_617_695_238, UTC))


@pytest.mark.parametrize(
    ("secret", "signed_with"), [("new", "current"), ("old", "previous"), ("payouts", "current")]
)
def test_each_secret_verifies(secret, signed_with):
    now = datetime.fromtimestamp(1_617_695_300, UTC)
    read = callback.reader([signing.keys_of("new", "old"), signing.keys_of("payouts")])
    body = (
        b'{"type": "TRANSFER_SUCCESS", "data": {"transfer_id": "0198c5f07d3a7b1e9c552f1d8a4b6c3e"}}'
    )
    headers = {
        "x-webhook-timestamp": STAMP,
        "x-webhook-signature": callback.signature(secret.encode(), STAMP, body),
    }
    found = read(headers, body, now)
    assert found.signed_with == signed_with
    assert found.reference == "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e"
    with pytest.raises(BadSignature):
        read(headers, body, now + timedelta(minutes=5))


def schemas(path: tuple[str, ...]):
    return json.loads(specs.specs(*path).read_bytes())["components"]["schemas"]


def examples(path: tuple[str, ...]):
    return json.loads(specs.specs(*path).read_bytes())["components"]["examples"]


@pytest.mark.parametrize(
    ("schema", "kind"),
    [("LinkEntity", wire.Link), ("RefundEntity", wire.Refund), ("ApiError", wire.Problem)],
)
def test_published_examples_are_read_without_loss(schema, kind):
    whole = schemas(GATEWAY)[schema]["example"]
    kept = msgspec.to_builtins(msgspec.convert(whole, kind, strict=False))
    specs.assert_kept(numbers(kept, whole), whole)


def numbers(kept, whole):
    """Exact decimals leave as text: as numbers again where the example has numbers."""
    return {
        name: type(whole[name])(value) if isinstance(whole.get(name), int | float) else value
        for name, value in kept.items()
    }


def test_published_orders_are_read():
    (found, *_) = examples(GATEWAY)["order_entity_list_example"]["value"]
    order = msgspec.convert(found, wire.Order)
    assert (order.order_id, order.order_status) == (found["order_id"], found["order_status"])


def test_published_transfers_are_read_and_each_status_means_something():
    told = {
        name: one["value"]
        for name, one in examples(PAYOUTS).items()
        if name.startswith("transfer_") and "_response" in name
    }
    read = {name: msgspec.convert(one, wire.Transfer, strict=False) for name, one in told.items()}
    assert {one.status for one in read.values()} == set(wire.TRANSFER)
    for name, one in read.items():
        assert one.cf_transfer_id == told[name]["cf_transfer_id"]
        assert one.transfer_amount == told[name]["transfer_amount"]


def test_every_status_of_the_specification_means_something():
    found = schemas(GATEWAY)
    named = set(found["RefundEntity"]["properties"]["refund_status"]["enum"])
    assert named | {"FAILED"} == set(wire.REFUND)
    prose = found["ReconEntity"]["properties"]["data"]["items"]["properties"]["event_type"]
    for kind in wire.KINDS:
        assert kind in prose["description"]
    assert set(wire.LINK) == {"ACTIVE", "PARTIALLY_PAID", "PAID", "EXPIRED", "CANCELLED"}


def test_the_published_report_is_read_to_the_last_digit():
    example = schemas(GATEWAY)["ReconEntity"]["example"]
    raw = json.dumps(example).encode()
    recon = msgspec.json.decode(raw, type=wire.Recon)
    lines = [settling.read(line) for line in recon.data]
    assert len(lines) == len(example["data"])
    for line, told in zip(lines, example["data"], strict=True):
        sign = {"CREDIT": 1, "DEBIT": -1}[told["sale_type"]]
        assert line.gross.minor == sign * round(told["event_amount"] * 100)
        assert line.net.minor == sign * round(told["event_settlement_amount"] * 100)
        assert line.gross.minor - line.fee.minor == line.net.minor
        assert line.named == told["event_type"]
    assert {SettledKind.DISPUTE, SettledKind.TRANSFER, SettledKind.ADJUSTMENT} <= {
        line.kind for line in lines
    }


async def test_what_is_sent_keeps_the_specification():
    paid = call_for(CashfreeBench, Direction.IN, minor=1015)
    back = call_for(CashfreeBench, Direction.REFUND, minor=250, parent=paid)
    out = call_for(CashfreeBench, Direction.OUT, account=CashfreeBench.good_account)
    orders = [{"order_id": "CFPay_1", "order_status": "PAID"}]
    async with Teller({f"GET /pg/links/{paid.attempt.id}/orders": orders}) as teller:
        rail = connect(replace(SETTINGS, url=teller.url, tries=1))
        for call in (paid, back, out):
            await rail.begin(call)
        async for _ in ignoring(rail.settled(datetime(2026, 1, 2, tzinfo=UTC).date())):
            pass
        await rail.aclose()
    link, _, refund, transfer, recon = teller.told
    assert link.headers["x-api-version"] == "2025-01-01"
    assert transfer.headers["x-api-version"] == "2024-01-01"
    for told, call in ((link, paid), (refund, back), (transfer, out)):
        assert told.headers["x-idempotency-key"] == str(call.attempt.id)
    assert b'"link_amount":10.15,' in link.body
    assert b'"refund_amount":2.50,' in refund.body
    for told, path, schema in (
        (link, GATEWAY, "CreateLinkRequest"),
        (refund, GATEWAY, "OrderCreateRefundRequest"),
        (recon, GATEWAY, "FetchReconRequest"),
        (transfer, PAYOUTS, "CreateTransferRequest"),
    ):
        found = schemas(path)
        specs.check(found[schema], json.loads(told.body), {"schemas": found})


async def ignoring(lines):
    """The lines until the report breaks off, as nobody answers it here."""
    try:
        async for line in lines:
            yield line
    except Exception as error:  # noqa: BLE001 - the refusal is not what is looked at
        assert type(error).__name__ == "NoSettlementReport"


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        ({}, Outcome.OPEN),
        ({"link_status": "QUANTUM"}, Outcome.UNANSWERED),
        ({"link_status": "PAID", "link_amount_paid": 1.005}, Outcome.UNANSWERED),
        ({"link_status": "PAID", "link_amount_paid": 10.15}, Outcome.SUCCEEDED),
        ({"link_status": "EXPIRED", "link_amount_paid": 1}, Outcome.SUCCEEDED),
        ({"link_status": "PARTIALLY_PAID", "link_amount_paid": 1}, Outcome.UNDERWAY),
        ({"link_url": "javascript:alert(1)"}, Outcome.UNANSWERED),
    ],
)
async def test_a_link_says_no_more_than_it_says(changed, outcome):
    link = {"cf_link_id": "1", "link_id": "x", "link_status": "ACTIVE", "link_currency": "INR"}
    async with Teller({"GET /pg/links/": {**link, **changed}}) as teller:
        rail = connect(replace(SETTINGS, url=teller.url, tries=1))
        report = await rail.query(call_for(CashfreeBench, Direction.IN))
        await rail.aclose()
    assert report.outcome is outcome


async def test_a_conflict_whose_first_call_is_nowhere_ends_nothing():
    """It may be on its way: the attempt stays open until it is known."""
    async with Teller({"POST /payout/transfers": {"code": "exists"}}, 409) as teller:
        teller.answers["GET /payout/transfers"] = {"code": "transfer_id_not_found"}
        teller.statuses["GET /payout/transfers"] = 404
        rail = connect(replace(SETTINGS, url=teller.url, tries=1))
        call = call_for(CashfreeBench, Direction.OUT, account=CashfreeBench.good_account)
        assert (await rail.begin(call)).outcome is Outcome.UNANSWERED
        teller.status = 400
        assert (await rail.begin(call)).outcome is Outcome.FAILED
        await rail.aclose()


@pytest.mark.parametrize("missing", ["client_secret", "payout_client_secret"])
def test_a_missing_secret_stops_the_start(missing):
    with pytest.raises(SettingsError, match=missing.upper()):
        connect(replace(SETTINGS, **{missing: ""}))


def test_without_a_key_it_is_not_connected():
    assert connect(CashfreeSettings()) is None
