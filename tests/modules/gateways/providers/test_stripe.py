"""Stripe's rail: the contract over HTTP to its stand-in, its vectors, fixtures and statuses."""

import hmac
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from urllib.parse import parse_qsl

import msgspec
import pytest
import pytest_asyncio
from tests.providers import specs
from tests.providers.contract import call_for
from tests.providers.rail import RailBench, RailContract
from tests.providers.teller import Teller
from tests.sandbox.server import KEY_SECRET, WEBHOOK_SECRET

from batua.kit.settings import SettingsError
from batua.modules.gateways.errors import BadSignature
from batua.modules.gateways.providers import signing
from batua.modules.gateways.providers.stripe import api, callback, checkout, refund, settling, wire
from batua.modules.gateways.providers.stripe.rail import connect
from batua.modules.gateways.providers.stripe.settings import StripeSettings
from batua.modules.gateways.types import Direction, Outcome, SettledKind

SETTINGS = StripeSettings(secret_key=KEY_SECRET, webhook_secret=WEBHOOK_SECRET)
SPEC = ("stripe", "spec3_2023-08-16.yaml")


class StripeBench(RailBench):
    name = "stripe"
    home_currency = "USD"
    refuses = frozenset({(12_345, "KWD")})
    declines_end = False
    pays_out = False
    settings = SETTINGS
    secrets = (KEY_SECRET, WEBHOOK_SECRET)
    wrong_keys = {"secret_key": "wrong"}

    def adapter(self, **settings):
        return connect(replace(SETTINGS, url=f"{self.sandbox.url}/stripe", **settings))

    def movement_of(self, call):
        return call.attempt.provider_ref

    def small_pages(self, monkeypatch):
        monkeypatch.setattr(checkout, "PAGE", 2)
        monkeypatch.setattr(refund, "PAGE", 1)
        api = self.provider.refund.api
        self.provider = replace(self.provider, settling=settling.settling(api, page=2))

    def callback(self, reference, at, body=None):
        event = {
            "id": "evt_1",
            "object": "event",
            "type": "checkout.session.completed",
            "data": {"object": {"id": "cs_1", "client_reference_id": reference}},
        }
        raw = json.dumps(event).encode() if body is None else body
        stamp = str(int(at.timestamp()))
        signed = hmac.digest(WEBHOOK_SECRET.encode(), f"{stamp}.".encode() + raw, sha256).hex()
        return {"stripe-signature": f"t={stamp},v1={signed}"}, raw


@pytest_asyncio.fixture
async def bench(sandbox, receiver) -> AsyncIterator[StripeBench]:
    await sandbox.call_back("stripe", receiver.url)
    found = StripeBench(sandbox, receiver)
    yield found
    await found.provider.aclose()


class TestStripe(RailContract):
    """Everything that every rail must do."""

    async def test_a_refund_is_found_on_a_later_page(self, bench: StripeBench, monkeypatch):
        paid = await bench.paid()
        backs = [call_for(bench, Direction.REFUND, minor=100 + n, parent=paid) for n in range(3)]
        begun = [await bench.provider.begin(back) for back in backs]
        bench.small_pages(monkeypatch)
        for back, report in zip(backs, begun, strict=True):
            assert (await bench.provider.query(back)).provider_ref == report.provider_ref


BODY = (
    b'{\n  "id": "evt_test_webhook",\n  "object": "event",\n'
    b'  "data": { "object": { "id": "rdr_123", "object": "terminal.reader" } }\n}'
)
V1 = "3bfab77baf5f7b6991a46c9b53b6547d7afc56148b10468fcad9f35c1992ffbd"
SECRET = b"whsec_test_secret"


def test_the_published_signature_holds_and_breaks():
    assert callback.signature(SECRET, "1700000000", BODY) == V1
    for n in range(len(BODY)):
        changed = BODY[:n] + bytes([BODY[n] ^ 1]) + BODY[n + 1 :]
        assert callback.signature(SECRET, "1700000000", changed) != V1
    assert callback.signature(SECRET, "1700000001", BODY) != V1
    assert callback.signature(b"whsec_test_secreu", "1700000000", BODY) != V1


@pytest.mark.parametrize(
    "header",
    [
        "",
        f"v1={V1}",
        "t=1700000000",
        f"t=1700000001,v1={V1}",
        f"t=1700000000,t=1700000000,v1={V1}",
        f"t=1700000000,v0={V1}",
        f"t=,v1={V1}",
        f"t=-1,v1={V1}",
        f"t={'9' * 40},v1={V1}",
        f"t=1700000000,v1={V1.upper()}",
    ],
)
def test_a_header_that_is_not_quite_right_is_refused(header):
    read = callback.reader({"current": SECRET})
    with pytest.raises(BadSignature):
        read({"stripe-signature": header}, BODY, datetime.fromtimestamp(1_700_000_000, UTC))


def test_any_of_several_signatures_may_match():
    now = datetime.fromtimestamp(1_700_000_100, UTC)
    body = b'{"id": "evt_1", "type": "x", "data": {"object": {}}}'
    signed = callback.signature(b"old", "1700000000", body)
    keys = signing.keys_of("new", "old")
    found = callback.reader(keys)(
        {"stripe-signature": f"t=1700000000,v1={V1},v1={signed}"}, body, now
    )
    assert (found.event_id, found.signed_with) == ("evt_1", "previous")


@pytest.mark.parametrize(
    ("resource", "kind"),
    [
        ("checkout.session", wire.Session),
        ("payment_intent", wire.Payment),
        ("refund", wire.Refund),
        ("payout", wire.Payout),
        ("balance_transaction", wire.Line),
        ("event", wire.Event),
    ],
)
def test_published_fixtures_are_read_without_loss(resource, kind):
    fixtures = json.loads(specs.specs("stripe", "fixtures3.json").read_bytes())
    whole = fixtures["resources"][resource]
    specs.assert_kept(msgspec.to_builtins(msgspec.convert(whole, kind)), whole)


@pytest.mark.parametrize(
    ("schema", "field", "states"),
    [
        ("checkout.session", "status", wire.SESSION),
        ("checkout.session", "payment_status", wire.PAID),
        ("payment_intent", "status", wire.PAYMENT),
    ],
)
def test_every_status_of_the_specification_means_something(schema, field, states):
    path = specs.specs(*SPEC)
    found = specs.part(path, "components", "schemas", schema, "properties", field)
    assert set(found["enum"]) == set(states)


def test_every_status_of_a_refund_means_something():
    """The specification has only prose for it."""
    assert set(wire.REFUND) == {"pending", "requires_action", "succeeded", "failed", "canceled"}


def test_every_type_of_a_transaction_has_a_kind():
    path = specs.specs(*SPEC)
    found = specs.part(path, "components", "schemas", "balance_transaction", "properties", "type")
    assert set(wire.KINDS) <= set(found["enum"])
    payout = wire.Payout(id="po_1", amount=1, currency="usd", status="paid")
    for named in found["enum"]:
        line = wire.Line("txn_1", -5, 1, -6, "usd", 0, named)
        read = settling.read(line, payout)
        assert read.kind is wire.KINDS.get(named, SettledKind.ADJUSTMENT)
        assert (read.named, read.net.minor) == (named, -6)


async def test_what_is_sent_keeps_the_specification():
    session = {"id": "cs_1", "status": "complete", "payment_status": "paid", "created": 1}
    answers = {"GET /v1/checkout/sessions/cs_1": {**session, "payment_intent": "pi_1"}}
    paid = call_for(StripeBench, Direction.IN)
    back = call_for(StripeBench, Direction.REFUND, minor=250, parent=paid)
    async with Teller(answers) as teller:
        rail = connect(replace(SETTINGS, url=teller.url, tries=1))
        await rail.begin(paid)
        await rail.begin(replace(back, parent_ref="cs_1"))
        await rail.aclose()
    made, _, given_back = teller.told
    for told, key in ((made, paid.attempt.id), (given_back, back.attempt.id)):
        assert told.headers["idempotency-key"] == str(key)
        assert told.headers["stripe-version"] == "2023-08-16"
        schema = specs.part(
            specs.specs(*SPEC),
            *("paths", told.path, "post", "requestBody", "content"),
            *("application/x-www-form-urlencoded", "schema"),
        )
        specs.check(schema, nested(told.body.decode()))
    assert dict(parse_qsl(given_back.body.decode())) == {
        "payment_intent": "pi_1",
        "amount": "250",
        "metadata[attempt]": str(back.attempt.id),
    }


def test_a_form_is_nested_as_stripe_reads_it():
    body = {"a": {"b": [{"c": 1}, {"c": "ä&"}]}, "d": None, "e": ["x"]}
    assert api.form(body) == b"a%5Bb%5D%5B0%5D%5Bc%5D=1&a%5Bb%5D%5B1%5D%5Bc%5D=%C3%A4%26&e%5B0%5D=x"


def nested(form: str):
    """A form as the object that Stripe reads in it; digits are numbers where names say so."""
    found: dict = {}
    for name, value in parse_qsl(form):
        at, *path = name.replace("]", "").split("[")
        here = found
        for step in path:
            here = here.setdefault(at, {})
            at = step
        here[at] = int(value) if at in {"quantity", "unit_amount", "amount"} else value
    return as_lists(found)


def as_lists(value):
    if not isinstance(value, dict):
        return value
    inner = {key: as_lists(one) for key, one in value.items()}
    return list(inner.values()) if inner and all(key.isdigit() for key in inner) else inner


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        ({"payment_status": "quantum"}, Outcome.UNANSWERED),
        ({"status": "quantum"}, Outcome.UNANSWERED),
        ({"status": None}, Outcome.UNANSWERED),
        ({"payment_status": "paid"}, Outcome.UNANSWERED),
        ({"url": "javascript:alert(1)"}, Outcome.UNANSWERED),
        ({"status": "complete", "payment_intent": "pi_1"}, Outcome.UNDERWAY),
        ({"status": "expired"}, Outcome.EXPIRED),
        ({}, Outcome.OPEN),
    ],
)
async def test_a_session_says_no_more_than_it_says(changed, outcome):
    session = {"id": "cs_1", "status": "open", "payment_status": "unpaid", "created": 1}
    assert await outcome_of({**session, **changed}) is outcome


@pytest.mark.parametrize(("status", "outcome"), sorted(wire.PAYMENT.items()))
async def test_what_waits_for_its_payment_is_what_the_payment_is(status, outcome):
    paying = {"id": "pi_1", "status": status, "amount_received": 5, "currency": "usd"}
    session = {"id": "cs_1", "status": "complete", "payment_status": "unpaid", "created": 1}
    assert await outcome_of({**session, "payment_intent": paying}) is outcome


async def outcome_of(session) -> Outcome:
    call = call_for(StripeBench, Direction.IN)
    call = replace(call, attempt=replace(call.attempt, provider_ref="cs_1"))
    async with Teller({"GET /v1/checkout/sessions/": session}) as teller:
        rail = connect(replace(SETTINGS, url=teller.url, tries=1))
        report = await rail.query(call)
        await rail.aclose()
    return report.outcome


def test_a_missing_secret_stops_the_start():
    with pytest.raises(SettingsError, match="WEBHOOK_SECRET"):
        connect(replace(SETTINGS, webhook_secret=""))


def test_without_a_key_it_is_not_connected():
    assert connect(StripeSettings()) is None
