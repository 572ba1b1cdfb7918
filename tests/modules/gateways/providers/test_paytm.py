"""Paytm's rail: the contract over HTTP to its stand-in, its vectors, forms and statuses."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
import pytest_asyncio
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.providers.contract import call_for, knowing
from tests.providers.rail import RailBench, RailContract
from tests.providers.teller import Teller
from tests.sandbox.server import KEY_SECRET

from batua.kit.money import Currency, Money
from batua.kit.settings import SettingsError
from batua.modules.gateways.errors import BadCallback, BadSignature
from batua.modules.gateways.providers import signing
from batua.modules.gateways.providers.paytm import callback, checksum, settling, wire
from batua.modules.gateways.providers.paytm.rail import connect
from batua.modules.gateways.providers.paytm.settings import PaytmSettings
from batua.modules.gateways.types import Direction, HandOver, Outcome, SettledKind
from batua.sandbox.dialects import paytm as words

KEY = words.merchant_key(KEY_SECRET)
PAGES = "https://batua.example/api/v1/checkouts"
SETTINGS = PaytmSettings(merchant_id="batua", merchant_key=KEY, pages_url=PAGES)
ID = "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e"
NOW = datetime(2026, 1, 2, 12, tzinfo=UTC)


def envelope(body: str, key: str = KEY) -> bytes:
    head = json.dumps({"signature": checksum.sign(key.encode(), body)})
    return f'{{"head":{head},"body":{body}}}'.encode()


def form(fields: dict[str, str], key: str = KEY) -> bytes:
    signed = checksum.sign(key.encode(), checksum.joined(fields))
    return urlencode({**fields, "CHECKSUMHASH": signed}).encode()


class PaytmBench(RailBench):
    name = "paytm"
    refuses = frozenset({(12_345, "USD"), (1500, "JPY"), (12_340, "KWD"), (12_345, "KWD")})
    stamps = False
    known_at_once = False
    closes = False
    pays_out = False
    settings = SETTINGS
    secrets = (KEY,)
    wrong_keys = {"merchant_key": "0123456789abcdef"}
    names_wrong_keys = False

    def adapter(self, **settings):
        return connect(replace(SETTINGS, url=f"{self.sandbox.url}/paytm", **settings))

    def movement_of(self, call):
        """By the way that a payer's browser goes: the token, and the form that carries it."""
        url, order = f"{self.sandbox.url}/paytm", str(call.attempt.id)
        amount = {"value": str(call.attempt.amount.to_decimal()), "currency": "INR"}
        asked = {
            "mid": "batua",
            "requestType": "Payment",
            "websiteName": "DEFAULT",
            "orderId": order,
            "callbackUrl": f"{PAGES}/{order}",
            "txnAmount": amount,
            "userInfo": {"custId": call.attempt.id.hex},
        }
        told = httpx.post(
            f"{url}/theia/api/v1/initiateTransaction", content=envelope(json.dumps(asked))
        ).json()["body"]
        fields = {"mid": "batua", "orderId": order, "txnToken": told["txnToken"]}
        gone = httpx.post(f"{url}/theia/api/v1/showPaymentPage", data=fields)
        assert gone.status_code == 303
        return gone.headers["location"].rpartition("/")[2]

    def small_pages(self, _monkeypatch):
        api = self.provider.checkout.api
        self.provider = replace(self.provider, settling=settling.settling(api, page=2))

    def callback(self, reference, at, body=None):
        del at
        if body is not None:  # a form can sign anything
            return {}, form({"STATUS": body.decode("latin-1")})
        return {}, envelope(json.dumps({"orderId": reference, "status": "TXN_SUCCESS"}))


@pytest_asyncio.fixture
async def bench(sandbox, receiver) -> AsyncIterator[PaytmBench]:
    await sandbox.call_back("paytm", receiver.url)
    found = PaytmBench(sandbox, receiver)
    yield found
    await found.provider.aclose()


class TestPaytm(RailContract):
    """Everything that every rail must do."""

    async def test_the_payer_is_handed_over_and_comes_back_with_a_signed_form(self, bench):
        call = call_for(bench, Direction.IN)
        begun = await bench.provider.begin(call)
        assert begun.checkout_url == f"{PAGES}/{call.attempt.id}"
        page = await bench.provider.page(knowing(call, begun))
        assert isinstance(page, HandOver)
        assert page.fields["txnToken"] not in page.address + repr(page)
        async with httpx.AsyncClient() as browser:
            gone = await browser.post(page.address, data=dict(page.fields))
            assert gone.status_code == 303
            wrong = await browser.post(page.address, data={**page.fields, "txnToken": "x"})
            assert wrong.status_code == 200
            assert "Session has expired" in wrong.text
            await bench.sandbox.act(gone.headers["location"].rpartition("/")[2], "pay")
            to = f"{PAGES}/{call.attempt.id}"
            back = await browser.get(
                f"{bench.sandbox.url}/paytm/back/{call.attempt.id}", params={"to": to}
            )
        assert f'action="{to}"' in back.text
        fields = {
            part.split('"')[0]: part.split('value="')[1].split('"')[0]
            for part in back.text.split('name="')[1:]
        }
        found = bench.provider.read_callback({}, urlencode(fields).encode(), NOW)
        assert (found.reference, found.kind) == (str(call.attempt.id), "SALE.TXN_SUCCESS")

    async def test_the_whole_amount_goes_back(self, bench):
        paid = await bench.paid(minor=10_001)
        back = call_for(bench, Direction.REFUND, minor=10_001, parent=paid)
        assert (await bench.provider.begin(back)).outcome in {Outcome.UNDERWAY, Outcome.SUCCEEDED}
        again = call_for(bench, Direction.REFUND, minor=1, parent=paid)
        assert (await bench.provider.begin(again)).outcome is Outcome.FAILED


VECTOR_KEY, SALT = b"0123456789abcdef", "AbC9"
TEXT = '{"mid":"YOUR_MID_HERE","orderId":"YOUR_ORDER_ID_HERE"}'
OF_TEXT = (
    "GQKe/JPdD5hDU2KFa2qhTWCwXt8MGZoRcMzGXwBxeyI9svghbmOi47Oh0RIpbNIPyo9BJznzDTgciEeBTU6GF7UxzYRk5l"
    "QwpmdolEY3qQ4="
)
FIELDS = {"ORDERID": "YOUR_ORDER_ID_HERE", "MID": "YOUR_MID_HERE"}
OF_FIELDS = (
    "5OjS2++49rZtpysjaLdrwteeHm6Wd8LtcorfdfiwqRrngaHjaATM3BeuRApRPNNFbKndU9zDz3wu1yYmKpn84pPGi1W84k"
    "o7/tYYtvwMMWQ="
)


@pytest.mark.parametrize(
    ("text", "signature"), [(TEXT, OF_TEXT), (checksum.joined(FIELDS), OF_FIELDS)]
)
def test_the_known_signatures_hold_and_break(text, signature):
    assert checksum.sign(VECTOR_KEY, text, SALT) == signature
    assert checksum.verifies(VECTOR_KEY, text, signature)
    assert words.is_signed(VECTOR_KEY.decode(), text, signature)
    for n in range(len(text)):
        changed = text[:n] + chr(ord(text[n]) ^ 1) + text[n + 1 :]
        assert not checksum.verifies(VECTOR_KEY, changed, signature)
    for n in range(len(signature)):
        changed = signature[:n] + chr(ord(signature[n]) ^ 1) + signature[n + 1 :]
        assert not checksum.verifies(VECTOR_KEY, text, changed)
    assert not checksum.verifies(b"0123456789abcdeg", text, signature)
    assert not checksum.verifies(VECTOR_KEY, text, "")


@given(st.text(max_size=200), st.sampled_from([16, 24, 32]))
@settings(max_examples=50, deadline=None)
def test_what_one_side_signs_the_other_verifies(text, length):
    key = "k" * length
    assert checksum.verifies(key.encode(), text, checksum.sign(key.encode(), text))
    assert checksum.verifies(key.encode(), text, words.sign(key, text))
    assert words.is_signed(key, text, checksum.sign(key.encode(), text))
    assert not checksum.verifies(key.encode(), f"{text}x", checksum.sign(key.encode(), text))


def test_nothing_stands_for_what_is_empty_in_a_form():
    assert checksum.joined({"B": "null", "A": "x", "C": None, "D": "NULL", "E": ""}) == "x||||"


READ = callback.reader(signing.keys_of(KEY, "0123456789abcdef"))


@pytest.mark.parametrize(
    ("key", "signed_with"), [(KEY, "current"), ("0123456789abcdef", "previous")]
)
def test_a_form_and_json_say_the_same(key, signed_with):
    fields = {"ORDERID": ID, "STATUS": "TXN_SUCCESS", "TXNAMOUNT": "1.00", "BANKNAME": ""}
    told = READ({}, form(fields, key), NOW)
    assert (told.reference, told.signed_with) == (ID, signed_with)
    body = json.dumps({"orderId": ID, "status": "TXN_SUCCESS", "respMsg": "न हुआ"})
    told = READ({}, envelope(body, key), NOW)
    assert (told.reference, told.signed_with, told.kind) == (ID, signed_with, "SALE.TXN_SUCCESS")


def test_a_message_that_is_signed_anew_is_the_same_event():
    body = json.dumps({"orderId": ID, "status": "PENDING"})
    first, second = envelope(body), envelope(body)
    assert first != second
    assert READ({}, first, NOW).event_id == READ({}, second, NOW).event_id


def test_every_byte_of_a_forms_values_counts():
    """Paytm signs the values in the order of their names, but not the names."""
    raw = form({"ORDERID": ID, "STATUS": "TXN_SUCCESS"})
    refused = 0
    for n in range(len(raw)):
        changed = raw[:n] + bytes([raw[n] ^ 1]) + raw[n + 1 :]
        try:
            assert READ({}, changed, NOW).reference == ID
        except BadSignature:
            refused += 1
        except BadCallback:  # a name that is none any more
            continue
    assert refused >= len(ID) + len("TXN_SUCCESS")
    for value in (ID[:-1] + "f", "TXN_SUCCESR"):
        fields = {"ORDERID": ID, "STATUS": "TXN_SUCCESS"}
        fields["ORDERID" if "-" in value else "STATUS"] = value
        signed = checksum.sign(KEY.encode(), checksum.joined({"O": ID, "S": "TXN_SUCCESS"}))
        with pytest.raises(BadSignature):
            READ({}, urlencode({**fields, "CHECKSUMHASH": signed}).encode(), NOW)
    for more in (b"&ORDERID=other", b"&CHECKSUMHASH=x", b"&X=1"):
        with pytest.raises(BadSignature):
            READ({}, raw + more, NOW)


def test_a_signed_message_about_nothing_is_refused():
    for raw in (form({"STATUS": "TXN_SUCCESS"}), envelope("{}"), envelope("[]")):
        with pytest.raises(BadCallback):
            READ({}, raw, NOW)


def test_a_refund_is_named_by_its_own_id():
    body = json.dumps({"orderId": "order", "refId": ID, "txnType": "REFUND", "status": "PENDING"})
    told = READ({}, envelope(body), NOW)
    assert (told.reference, told.kind) == (ID, "REFUND.PENDING")


STATUSES = {"TXN_SUCCESS", "TXN_FAILURE", "PENDING", "NO_RECORD_FOUND"}


def test_every_documented_status_means_something():
    assert set(wire.ORDER) == STATUSES
    assert set(wire.REFUND) == STATUSES


def info(status: str, code: str = "01") -> dict[str, Any]:
    return {"resultInfo": {"resultStatus": status, "resultCode": code, "resultMsg": ""}}


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        (info("TXN_SUCCESS"), Outcome.SUCCEEDED),
        ({**info("TXN_SUCCESS"), "txnAmount": "10.005"}, Outcome.UNANSWERED),
        ({**info("TXN_SUCCESS"), "txnAmount": None}, Outcome.UNANSWERED),
        (info("PENDING", "402"), Outcome.UNDERWAY),
        (info("TXN_FAILURE", "227"), Outcome.FAILED),
        (info("TXN_FAILURE", "334"), Outcome.ABSENT),
        (info("NO_RECORD_FOUND", "331"), Outcome.ABSENT),
        (info("TXN_FAILURE", "330"), Outcome.UNANSWERED),
        (info("TXN_FAILURE", "501"), Outcome.UNANSWERED),
        (info("QUANTUM"), Outcome.UNANSWERED),
        ({"resultInfo": None}, Outcome.UNANSWERED),
    ],
)
async def test_an_order_says_no_more_than_it_says(changed, outcome):
    call = call_for(PaytmBench, Direction.IN)
    order = {"orderId": str(call.attempt.id), "txnId": "1", "txnAmount": "125.00"}
    async with Teller({"POST /v3/order/status": {"body": {**order, **changed}}}) as teller:
        rail = connect(replace(SETTINGS, url=teller.url, tries=1))
        report = await rail.query(call)
        await rail.aclose()
    assert report.outcome is outcome
    assert (report.amount is not None) == (outcome is Outcome.SUCCEEDED)


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        (info("F", "2007"), Outcome.FAILED),
        (info("F", "2005"), Outcome.UNANSWERED),
        (info("U", "00000900"), Outcome.UNANSWERED),
        (info("S", "0000"), Outcome.UNANSWERED),
        ({**info("S", "0002"), "txnToken": "t"}, Outcome.OPEN),
    ],
)
async def test_a_beginning_says_no_more_than_it_says(told, outcome):
    answers = {
        "POST /theia/api/v1/initiateTransaction": {"body": told},
        "POST /v3/order/status": {"body": info("NO_RECORD_FOUND")},
    }
    async with Teller(answers) as teller:
        rail = connect(replace(SETTINGS, url=teller.url, tries=1))
        assert (await rail.begin(call_for(PaytmBench, Direction.IN))).outcome is outcome
        await rail.aclose()


@pytest.mark.parametrize(
    ("told", "status", "outcome"),
    [
        (info("PENDING", "601"), info("PENDING", "601"), Outcome.UNDERWAY),
        ({**info("TXN_SUCCESS", "10"), "refundAmount": "2.50"}, {}, Outcome.SUCCEEDED),
        (info("TXN_FAILURE", "619"), info("TXN_FAILURE", "631"), Outcome.FAILED),
        (info("TXN_FAILURE", "617"), info("TXN_FAILURE", "631"), Outcome.UNANSWERED),
        (info("TXN_FAILURE", "617"), info("PENDING", "601"), Outcome.UNDERWAY),
        (info("TXN_FAILURE", "501"), info("TXN_FAILURE", "631"), Outcome.UNANSWERED),
        (info("TXN_SUCCESS", "10"), {}, Outcome.UNANSWERED),
    ],
)
async def test_a_refund_says_no_more_than_it_says(told, status, outcome):
    paid = call_for(PaytmBench, Direction.IN)
    back = call_for(PaytmBench, Direction.REFUND, minor=250, parent=paid)
    answers = {
        "POST /v3/order/status": {"body": {**info("TXN_SUCCESS"), "txnId": "7"}},
        "POST /refund/apply": {"body": {**told, "refId": str(back.attempt.id)}},
        "POST /v2/refund/status": {"body": status},
    }
    async with Teller(answers) as teller:
        rail = connect(replace(SETTINGS, url=teller.url, tries=1))
        assert (await rail.begin(back)).outcome is outcome
        await rail.aclose()
    applied = json.loads(teller.told[1].body)
    assert applied["body"]["refundAmount"] == "2.50"
    assert applied["body"]["txnId"] == "7"


async def test_what_is_sent_is_signed_as_it_is_sent():
    call = call_for(PaytmBench, Direction.IN, minor=1015)
    async with Teller() as teller:
        rail = connect(replace(SETTINGS, url=teller.url, tries=1))
        await rail.begin(call)
        await rail.query(call)
        await rail.aclose()
    begun, asked = teller.told
    assert begun.path == f"/theia/api/v1/initiateTransaction?mid=batua&orderId={call.attempt.id}"
    for told in (begun, asked):
        sent = json.loads(told.body)
        raw = told.body.partition(b'"body":')[2][:-1].decode()
        assert checksum.verifies(KEY.encode(), raw, sent["head"]["signature"])
        assert sent["body"]["mid"] == "batua"
        assert KEY.encode() not in told.body + told.path.encode()
    body = json.loads(begun.body)["body"]
    assert body["txnAmount"] == {"value": "10.15", "currency": "INR"}
    assert body["callbackUrl"] == f"{PAGES}/{call.attempt.id}"


def row(**changed: str) -> wire.SettledRow:
    whole = {
        "txn_id": "1",
        "txn_type": "ACQUIRING",
        "txn_amount": "100.00",
        "settle_amount": "97.64",
        "utr_processed_time": "2026-01-02 10:00:00",
        "order_id": ID,
        "utr": "PYTM1",
    }
    return wire.SettledRow(**{**whole, **changed})


@pytest.mark.parametrize(
    ("changed", "kind", "gross", "fee"),
    [
        ({}, SettledKind.PAYMENT, 10_000, 236),
        ({"txn_type": "REFUND"}, SettledKind.REFUND, -10_000, -236),
        ({"txn_type": "REFUND", "txn_amount": "-100.00"}, SettledKind.REFUND, -10_000, -236),
        ({"txn_type": "CHARGEBACK"}, SettledKind.DISPUTE, -10_000, -236),
        ({"txn_type": "QUANTUM"}, SettledKind.ADJUSTMENT, 10_000, 236),
    ],
)
def test_a_line_of_the_report_is_read(changed, kind, gross, fee):
    line = settling.read(row(**changed))
    rupees = Currency("INR")
    assert (line.kind, line.gross, line.fee) == (kind, Money(gross, rupees), Money(fee, rupees))
    assert line.at.utcoffset().total_seconds() == 19_800
    assert line.reference == (ID if kind is SettledKind.PAYMENT else None)


@pytest.mark.parametrize(
    "changed", [{"merchant_key": ""}, {"merchant_key": "short"}, {"pages_url": ""}]
)
def test_a_missing_setting_stops_the_start(changed):
    with pytest.raises(SettingsError):
        connect(replace(SETTINGS, **changed))


def test_without_a_merchant_it_is_not_connected():
    assert connect(PaytmSettings()) is None
