"""The rail of UPI: the contract over HTTP to an acquirer's bridge, codes, addresses and signatures."""

import base64
import contextlib
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import pytest_asyncio
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.providers.contract import call_for, knowing
from tests.providers.rail import RailBench, RailContract
from tests.providers.teller import Teller
from tests.sandbox.server import KEY_SECRET, WEBHOOK_SECRET

from batua.kit.ids import new_id
from batua.kit.money import Currency, Money
from batua.kit.settings import SettingsError
from batua.kit.signing_keys import SigningKey
from batua.modules.gateways.providers import standard_webhooks
from batua.modules.gateways.providers.rail import Unreadable
from batua.modules.gateways.providers.upi import codes, emv, settling, wire
from batua.modules.gateways.providers.upi.codes import Asked, Payee
from batua.modules.gateways.providers.upi.rail import connect
from batua.modules.gateways.providers.upi.settings import UpiSettings
from batua.modules.gateways.types import Direction, Outcome, Scan
from batua.sandbox.dialects import upi as words

PAGES = "https://batua.example/api/v1/checkouts"
SETTINGS = UpiSettings(
    url="http://127.0.0.1:9",
    key=KEY_SECRET,
    webhook_secret=WEBHOOK_SECRET,
    vpa="batua@sandbox",
    name="Batua Mandal",
    pages_url=PAGES,
)
PAYEE = Payee("batua@sandbox", "Batua Mandal", "Delhi", "6540")


class UpiBench(RailBench):
    name = "upi"
    refuses = frozenset({(12_345, "USD"), (1500, "JPY"), (12_340, "KWD"), (12_345, "KWD")})
    declines_end = False
    pays_out = False
    settings = SETTINGS
    secrets = (KEY_SECRET, WEBHOOK_SECRET)
    wrong_keys = {"key": "wrong"}

    def adapter(self, **settings):
        return connect(replace(SETTINGS, url=f"{self.sandbox.url}/upi", **settings))

    def movement_of(self, call):
        return call.attempt.provider_ref

    def small_pages(self, _monkeypatch):
        api = self.provider.refund.api
        self.provider = replace(self.provider, settling=settling.settling(api, page=2))

    def callback(self, reference, at, body=None):
        event = {"type": "collect.success", "data": {"reference": reference}}
        raw = json.dumps(event).encode() if body is None else body
        key = standard_webhooks.read_secret(WEBHOOK_SECRET)
        stamp = int(at.timestamp())
        return {
            "webhook-id": "evt_1",
            "webhook-timestamp": str(stamp),
            "webhook-signature": standard_webhooks.signature(key, "evt_1", stamp, raw),
        }, raw


@pytest_asyncio.fixture
async def bench(sandbox, receiver) -> AsyncIterator[UpiBench]:
    await sandbox.call_back("upi", receiver.url)
    found = UpiBench(sandbox, receiver)
    yield found
    await found.provider.aclose()


class TestUpi(RailContract):
    """Everything that every rail must do."""

    async def test_the_page_has_a_code_for_this_payment_alone(self, bench):
        call = call_for(bench, Direction.IN, minor=1015)
        call = knowing(call, await bench.provider.begin(call))
        assert call.attempt.checkout_url == f"{PAGES}/{call.attempt.id}"
        page = await bench.provider.page(call)
        assert isinstance(page, Scan)
        for text, mode in ((page.code, "22"), (page.link, "04")):
            told = parse_qs(urlsplit(text).query)
            assert (told["tr"], told["am"], told["cu"]) == (
                [call.attempt.id.hex],
                ["10.15"],
                ["INR"],
            )
            assert (told["pa"], told["mode"]) == (["batua@sandbox"], [mode])
        await bench.provider.aclose()
        key = SigningKey.new()
        bench.provider = bench.adapter(code="bharat", signing_key=key.pem.decode())
        signed = parse_qs(urlsplit((await bench.provider.page(call)).link).query)
        assert signed["mode"] == ["05"]
        assert key.has_signed(
            base64.b64decode(signed["sign"][0]),
            (await bench.provider.page(call)).link.partition("&sign=")[0].encode(),
        )
        fields = dict(emv.read((await bench.provider.page(call)).code))
        assert fields["54"] == "10.15"
        assert dict(emv.split(fields["27"]))["01"] == call.attempt.id.hex


EMV = (
    "00020101021229300012D156000000000510A93FO3230Q31280012D15600000001030812345678520441115802CN"
    "5914BEST TRANSPORT6007BEIJING64200002ZH0104最佳运输0202北京540523.7253031565502016233030412340603"
    "***0708A60086670902ME91320016A0112233449988770708123456786304A13A"
)
VECTORS = [
    ("123456789", "29B1"),
    (EMV[:-4], "A13A"),
    (
        (
            "00020101021252044131153137210116372101160123456789ABCDE6016Banteay Meanchey"
            "5913Kuntheas Shop5802KH540510.00530384062120108123456786304"
        ),
        "1FF2",
    ),
    ("00020101021129370016A000000677010111011300669245317755802TH54076000.0053037646304", "9B3B"),
]


@pytest.mark.parametrize(("text", "found"), VECTORS)
def test_the_known_checksums_hold(text, found):
    assert emv.crc(text) == found


def test_the_published_code_is_read_and_written_the_same():
    fields = emv.read(EMV)
    assert dict(fields)["59"] == "BEST TRANSPORT"
    assert dict(emv.split(dict(fields)["64"])) == {"00": "ZH", "01": "最佳运输", "02": "北京"}
    assert emv.write(fields) == EMV


def test_a_code_with_one_changed_character_is_none():
    for n in range(len(EMV)):
        changed = EMV[:n] + chr(ord(EMV[n]) ^ 1) + EMV[n + 1 :]
        with pytest.raises(emv.Malformed):
            emv.read(changed)


TAGS = st.integers(0, 62).map("{:02d}".format)
FIELDS = st.lists(st.tuples(TAGS, st.text(st.characters(codec="utf-8"), min_size=1, max_size=99)))


@given(FIELDS)
@settings(max_examples=100, deadline=None)
def test_fields_go_and_come_back(fields):
    assert emv.read(emv.write(fields)) == fields


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_whatever_is_read_is_read_or_refused(text):
    whole = f"{text}6304"
    with contextlib.suppress(emv.Malformed):
        assert emv.write(emv.read(whole + emv.crc(whole))) == whole + emv.crc(whole)


@pytest.mark.parametrize("field", [("1", "x"), ("ab", "x"), ("01", ""), ("01", "x" * 100)])
def test_a_field_that_cannot_be_written_is_refused(field):
    with pytest.raises(emv.Malformed):
        emv.write([field])


AMOUNTS = st.integers(1, 9_000_000_000_000_000)


@given(AMOUNTS, st.text(st.characters(codec="utf-8"), min_size=1, max_size=40))
@settings(max_examples=100, deadline=None)
def test_amounts_and_names_arrive_exactly(minor, name):
    payee, id = Payee("a.b-c_1@bank", name, "Delhi"), new_id()
    asked = Asked(Money(minor, Currency("INR")), id.hex)
    told = parse_qs(urlsplit(codes.address(payee, asked, "04")).query, strict_parsing=True)
    assert Money.of_decimal(asked.amount.to_decimal(), "INR") == asked.amount
    assert wire.UNITS.from_decimal(told["am"][0], "INR").minor == minor
    assert told["pn"] == [name]
    fields = dict(emv.read(codes.bharat(payee, asked)))
    assert wire.UNITS.from_decimal(fields["54"], "INR").minor == minor
    assert fields["59"] == name[:25]


def test_a_code_without_an_amount_is_static():
    fields = dict(emv.read(codes.bharat(PAYEE, Asked())))
    assert (fields["01"], fields["53"], fields["58"], fields["52"]) == ("11", "356", "IN", "6540")
    assert not {"27", "54", "62"} & set(fields)
    assert dict(emv.split(fields["26"])) == {"00": "A000000524", "01": "batua@sandbox"}
    assert codes.address(PAYEE, Asked(note="Chai"), "01") == (
        "upi://pay?pa=batua@sandbox&pn=Batua%20Mandal&mc=6540&mode=01&tn=Chai&cu=INR"
    )
    dynamic = emv.read(codes.bharat(PAYEE, Asked(Money(100, Currency("INR")), "r1")))
    assert dict(dynamic)["01"] == "12"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("asha@okbank", True),
        ("a.b-c_1@ybl", True),
        ("a@b", False),
        ("asha", False),
        ("asha@@bank", False),
        ("asha@1bank", False),
        ("as ha@bank", False),
        ("asha@bank\n", False),
        ("आशा@bank", False),
        ("a" * 256 + "@bank", True),
        ("a" * 257 + "@bank", False),
    ],
)
def test_a_payment_address_is_known_by_how_it_is_written(text, is_one):
    assert codes.is_vpa(text) is is_one


@pytest.mark.parametrize(
    "make",
    [
        lambda: Payee("nobody", "x", "y"),
        lambda: Payee("a1@bank", "", "y"),
        lambda: Payee("a1@bank", "x", "y", "12"),
        lambda: Asked(Money(100, Currency("INR"))),
        lambda: Asked(Money(0, Currency("INR")), "r"),
        lambda: Asked(Money(100, Currency("USD")), "r"),
        lambda: Asked(reference="r-1"),
        lambda: Asked(reference="r" * 36),
    ],
)
def test_what_cannot_be_paid_is_not_asked_for(make):
    with pytest.raises(ValueError, match="."):
        make()


def rsa_pem(bits: int) -> bytes:
    key = rsa.generate_private_key(65_537, bits)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@pytest.mark.parametrize("pem", [SigningKey.new().pem, rsa_pem(2048)], ids=["ecdsa", "rsa"])
def test_a_signed_address_proves_itself_and_breaks(pem):
    key = SigningKey.read(pem)
    asked = Asked(Money(1015, Currency("INR")), "r1")
    text, _, signed = codes.address(PAYEE, asked, "05", key).partition("&sign=")
    assert text == codes.address(PAYEE, asked, "05")
    signature = base64.b64decode(unquote(signed), validate=True)
    assert key.has_signed(signature, text.encode())
    for n in range(len(text)):
        changed = text[:n] + chr(ord(text[n]) ^ 1) + text[n + 1 :]
        assert not key.has_signed(signature, changed.encode())
    assert not SigningKey.new().has_signed(signature, text.encode())
    assert pem.decode() not in repr(key)


@pytest.mark.parametrize(
    "pem", [b"", b"x", rsa_pem(1024)], ids=["nothing", "a letter", "too short"]
)
def test_what_is_no_key_is_none(pem):
    assert SigningKey.read(pem) is None


def test_every_status_means_something():
    assert set(wire.COLLECT) == set(words.COLLECT.values())
    assert set(wire.REFUND) == set(words.REFUND.values())


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        ({}, Outcome.OPEN),
        ({"status": "SUCCESS", "paid": "125.00"}, Outcome.SUCCEEDED),
        ({"status": "SUCCESS"}, Outcome.UNANSWERED),
        ({"status": "SUCCESS", "paid": "1.005"}, Outcome.UNANSWERED),
        ({"status": "FAILURE"}, Outcome.FAILED),
        ({"status": "QUANTUM"}, Outcome.UNANSWERED),
    ],
)
async def test_a_collect_says_no_more_than_it_says(changed, outcome):
    call = call_for(UpiBench, Direction.IN)
    collect = {"id": "1", "reference": call.attempt.id.hex, "status": "OPEN", "currency": "INR"}
    async with Teller({"GET /v1/collects/": {**collect, **changed}}) as teller:
        rail = connect(replace(SETTINGS, url=teller.url, tries=1))
        assert (await rail.query(call)).outcome is outcome
        await rail.aclose()


def test_a_line_that_does_not_add_up_is_unreadable():
    line = wire.Line(
        id="1",
        kind="COLLECT",
        reference="r",
        currency="INR",
        gross="1.00",
        fee="0.02",
        net="0.98",
        at=datetime(2026, 1, 2, tzinfo=UTC),
    )
    assert settling.read(line).fee.minor == 2
    line.net = "0.99"
    with pytest.raises(Unreadable):
        settling.read(line)


@pytest.mark.parametrize(
    "changed",
    [
        {"key": ""},
        {"webhook_secret": ""},
        {"vpa": ""},
        {"vpa": "nobody"},
        {"pages_url": ""},
        {"code": "other"},
        {"category": "1"},
        {"signing_key": "x"},
    ],
)
def test_a_wrong_setting_stops_the_start(changed):
    with pytest.raises(SettingsError):
        connect(replace(SETTINGS, **changed))


def test_without_an_acquirer_it_is_not_connected():
    """A payment address alone confirms nothing, so nothing would be credited by itself."""
    assert connect(replace(SETTINGS, url="")) is None
