"""What the stand-ins say, held to what the providers themselves publish."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import msgspec
import pytest
from tests.providers import specs

from batua.sandbox.dialects import DIALECTS, SEALS, cashfree, paypal, paystack, razorpay, stripe
from batua.sandbox.types import Keys, Kind, Movement, Status

NOW = datetime(2026, 1, 2, 12, tzinfo=UTC)
URL = "https://sandbox.example"
KEYS = Keys("id", "secret", "whsec_" + "dGVzdHMgb25seSwgbm90IGEgc2VjcmV0IGF0IGFsbC4=")


def movement(dialect: str, kind: Kind, status: Status, **more: object) -> Movement:
    names = DIALECTS[dialect]
    return Movement(
        id=names.new_id(kind),
        kind=kind,
        reference="0198c5f07d3a7b1e9c552f1d8a4b6c3e",
        idempotency_key="k",
        request_hash=b"",
        currency="INR",
        amount_minor=12_345,
        callback_url=URL,
        status=status,
        created_at=NOW,
        changed_at=NOW,
        moved_minor=12_345 if status is Status.SUCCEEDED else None,
        failure="declined" if status is Status.FAILED else None,
        return_url=URL,
        parent=names.new_id(Kind.CHECKOUT) if kind is Kind.REFUND else None,
        expires_at=NOW + timedelta(hours=1) if kind is Kind.CHECKOUT else None,
        dialect=dialect,
        **more,
    )


OF = {
    Kind.CHECKOUT: list(Status),
    Kind.PAYOUT: [Status.PROCESSING, Status.SUCCEEDED, Status.FAILED],
    Kind.REFUND: [Status.PROCESSING, Status.SUCCEEDED, Status.FAILED],
}
EVERY = [(kind, status) for kind, statuses in OF.items() for status in statuses]


@pytest.mark.parametrize("dialect", list(DIALECTS))
@pytest.mark.parametrize(("kind", "status"), EVERY)
def test_every_change_is_told_and_signed(dialect, kind, status):
    if kind is Kind.PAYOUT and dialect in {"stripe", "paypal", "paytm", "upi"}:
        pytest.skip("it pays no bank account out")
    names = DIALECTS[dialect]
    event = names.event(movement(dialect, kind, status), "evt_1", NOW)
    body = msgspec.json.encode(event).decode()
    signed = sealed(dialect, KEYS, body)
    assert KEYS.key_secret not in str(signed)
    assert sealed(dialect, KEYS, body) == signed
    other = replace(KEYS, key_secret="other", webhook_secret="whsec_b3RoZXIgc2VjcmV0")  # noqa: S106
    assert sealed(dialect, other, body) != signed


def sealed(dialect: str, keys: Keys, body: str) -> tuple[dict[str, str], str]:
    """What is sent: some sign in the headers, some inside of the body."""
    seal = SEALS.get(dialect, lambda _keys, plain: plain)
    return DIALECTS[dialect].headers(keys, "evt_1", body, NOW), seal(keys, body)


def sent(said):
    """What arrives of it over HTTP."""
    return msgspec.json.decode(msgspec.json.encode(said))


@pytest.mark.parametrize("status", list(Status))
def test_a_session_keeps_stripes_specification(status):
    said = stripe.session(movement("stripe", Kind.CHECKOUT, status), URL, expanded=False)
    keeps(said, "checkout.session")


def test_the_other_things_keep_stripes_specification():
    paid = movement("stripe", Kind.CHECKOUT, Status.SUCCEEDED)
    back = movement("stripe", Kind.REFUND, Status.SUCCEEDED)
    keeps(stripe.intent(paid), "payment_intent")
    keeps(stripe.refund(back), "refund")
    keeps(stripe.line(paid), "balance_transaction")
    keeps(stripe.line(back), "balance_transaction")


def keeps(said, schema: str) -> None:
    """The object keeps its schema, as deep as the schema does not point to another."""
    path = specs.specs("stripe", "spec3_2023-08-16.yaml")
    found = specs.part(path, "components", "schemas", schema)
    specs.check(specs.without_pointers(found), said)


def test_what_goes_to_our_bank_is_what_stripe_sends():
    said = stripe.transfer(date(2026, 1, 2), "USD", 500)
    published = json.loads(specs.specs("stripe", "fixtures3.json").read_bytes())
    assert set(said) <= set(published["resources"]["payout"])


@pytest.mark.parametrize(
    ("schema", "say", "kind"),
    [
        ("LinkEntity", lambda one: cashfree.link(one, URL), Kind.CHECKOUT),
        ("OrderEntity", cashfree.order, Kind.CHECKOUT),
        ("RefundEntity", cashfree.refund, Kind.REFUND),
    ],
)
def test_what_the_gateway_says_keeps_cashfrees_specification(schema, say, kind):
    path = specs.specs("cashfree", "openapi-payment-gateway.json")
    found = json.loads(path.read_bytes())["components"]["schemas"]
    for status in OF[kind]:
        said = sent(say(movement("cashfree", kind, status)))
        specs.check(found[schema], said, {"schemas": found})
        assert set(said) <= set(found[schema]["properties"])


def test_the_report_keeps_cashfrees_specification():
    path = specs.specs("cashfree", "openapi-payment-gateway.json")
    found = json.loads(path.read_bytes())["components"]["schemas"]
    line = sent(cashfree.settled(movement("cashfree", Kind.CHECKOUT, Status.SUCCEEDED)))
    said = {name: value for name, value in line.items() if value is not None}
    specs.check(found["ReconEntity"], {"cursor": "x", "limit": 1, "data": [said]})
    assert set(said) <= set(found["ReconEntity"]["properties"]["data"]["items"]["properties"])


PAID = replace(
    movement("paystack", Kind.CHECKOUT, Status.SUCCEEDED), reference="0198c5f0-7d3a-7b1e", id="4"
)


@pytest.mark.parametrize(
    ("schema", "say", "kind"),
    [
        ("VerifyResponse", paystack.transaction, Kind.CHECKOUT),
        ("RefundCreateResponse", lambda one: paystack.new_refund(one, PAID), Kind.REFUND),
        ("RefundFetchResponse", lambda one: paystack.refund(one, PAID.reference), Kind.REFUND),
        ("TransferCreateResponse", paystack.transfer, Kind.PAYOUT),
    ],
)
def test_what_paystacks_stand_in_says_keeps_its_specification(schema, say, kind):
    path = specs.specs("paystack", "paystack.yaml")
    found = specs.part(path, "components", "schemas", schema, "properties", "data")
    for status in OF[kind]:
        said = sent(say(movement("paystack", kind, status)))
        specs.check(specs.without_pointers(found), said)


@pytest.mark.parametrize(
    ("file", "schema", "say", "kind"),
    [
        *(
            ("checkout_orders_v2", "order", say, Kind.CHECKOUT)
            for say in (
                lambda one: paypal.order(one, URL, captured=False),
                lambda one: paypal.order(one, URL, captured=True),
            )
        ),
        ("payments_payment_v2", "refund", paypal.refund, Kind.REFUND),
        (
            "reporting_transactions_v1",
            "transaction_detail",
            lambda one: paypal.settled(replace(one, moved_minor=100)),
            Kind.REFUND,
        ),
    ],
)
def test_what_paypals_stand_in_says_keeps_its_specification(file, schema, say, kind):
    found = json.loads(specs.specs("paypal", f"{file}.json").read_bytes())["components"]["schemas"]
    for status in OF[kind]:
        said = sent(say(replace(movement("paypal", kind, status), currency="USD")))
        specs.check(found[schema], said, {"schemas": found})


def test_transfers_keep_cashfrees_specification():
    path = specs.specs("cashfree", "openapi-payouts.json")
    found = json.loads(path.read_bytes())["components"]["schemas"]["CreateTransferResponse"]
    for status in OF[Kind.PAYOUT]:
        said = sent(cashfree.transfer(movement("cashfree", Kind.PAYOUT, status)))
        specs.check(found, said)


@pytest.mark.parametrize(
    ("file", "say", "kind", "optional"),
    [
        ("fake_payment_link", lambda one: razorpay.link(one, URL), Kind.CHECKOUT, {"order_id"}),
        ("cancel_payment_link", lambda one: razorpay.link(one, URL), Kind.CHECKOUT, {"order_id"}),
        ("fake_refund", razorpay.refund, Kind.REFUND, set()),
    ],
)
def test_what_razorpay_publishes_is_what_its_stand_in_says(file, say, kind, optional):
    published = json.loads(specs.specs("razorpay", "mocks", f"{file}.json").read_bytes())
    said = say(movement("razorpay", kind, Status.SUCCEEDED))
    assert set(published) - optional <= set(said)
    for name in set(published) & set(said):
        kinds = {type(published[name]), type(said[name])} - {type(None)}
        assert len(kinds) <= 1, name
