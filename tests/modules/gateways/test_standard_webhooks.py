"""Signatures after Standard Webhooks: the published vector, and everything that must fail."""

import base64
from datetime import UTC, datetime, timedelta

import pytest

from batua.kit.settings import SettingsError
from batua.modules.gateways.errors import BadSignature
from batua.modules.gateways.providers import standard_webhooks as webhooks

# From the specification's own tests.
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
ID = "msg_p5jXN8AQM9LWM0D4loKWxJek"
STAMP = 1614265330
BODY = b'{"test": 2432232314}'
SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="

KEY = webhooks.read_secret(SECRET)
NOW = datetime.fromtimestamp(STAMP, UTC)


def headers(**changed: str) -> dict[str, str]:
    plain = {"webhook-id": ID, "webhook-timestamp": str(STAMP), "webhook-signature": SIGNATURE}
    return plain | {name.replace("_", "-"): value for name, value in changed.items()}


def verify(given: dict[str, str], body: bytes = BODY, now: datetime = NOW, **keys: bytes):
    return webhooks.verify(keys or {"current": KEY}, given, body, now)


def test_the_published_vector():
    assert webhooks.signature(KEY, ID, STAMP, BODY) == SIGNATURE
    signed = verify(headers())
    assert (signed.event_id, signed.sent_at, signed.signed_with) == (ID, NOW, "current")


def test_one_of_several_signatures_is_enough():
    many = f"v1,{base64.b64encode(b'x' * 32).decode()} v1a,abc {SIGNATURE}"
    assert verify(headers(webhook_signature=many)).event_id == ID


def test_the_previous_secret_is_named():
    assert verify(headers(), current=b"n" * 24, previous=KEY).signed_with == "previous"


@pytest.mark.parametrize("shift", [-300, 300])
def test_five_minutes_away_is_near_enough(shift):
    assert verify(headers(), now=NOW + timedelta(seconds=shift)).event_id == ID


@pytest.mark.parametrize("shift", [-301, 301, 86_400])
def test_further_away_is_refused(shift):
    with pytest.raises(BadSignature):
        verify(headers(), now=NOW + timedelta(seconds=shift))


@pytest.mark.parametrize(
    ("given", "body"),
    [
        (headers(), BODY + b" "),
        (headers(), BODY.replace(b"3", b"4", 1)),
        (headers(), b""),
        (headers(webhook_id="msg_other"), BODY),
        (headers(webhook_id=""), BODY),
        (headers(webhook_id="x" * 256), BODY),
        (headers(webhook_timestamp=str(STAMP + 1)), BODY),
        (headers(webhook_timestamp="soon"), BODY),
        (headers(webhook_timestamp=""), BODY),
        (headers(webhook_timestamp="-1614265330"), BODY),
        (headers(webhook_timestamp="٣"), BODY),
        (headers(webhook_timestamp="9" * 40), BODY),
        (headers(webhook_signature=""), BODY),
        (headers(webhook_signature=SIGNATURE.removeprefix("v1,")), BODY),
        (headers(webhook_signature=SIGNATURE.replace("v1,", "v2,")), BODY),
        (headers(webhook_signature=SIGNATURE.replace("g0", "g1")), BODY),
        (headers(webhook_signature="v1,é"), BODY),
        ({}, BODY),
    ],
)
def test_whatever_is_not_exactly_what_was_signed_is_refused(given, body):
    with pytest.raises(BadSignature):
        verify(given, body)


@pytest.mark.parametrize("body", ['{ "a" : 1 }', "💷 ₹ \u200d", "", "\r\n"])
def test_the_raw_bytes_count_whatever_they_are(body):
    raw = body.encode()
    signed = webhooks.signature(KEY, ID, STAMP, raw)
    assert verify(headers(webhook_signature=signed), raw).event_id == ID


def test_an_empty_body_is_not_any_body():
    signed = webhooks.signature(KEY, ID, STAMP, b"")
    with pytest.raises(BadSignature):
        verify(headers(webhook_signature=signed), b"{}")


@pytest.mark.parametrize(
    "text", ["", "whsec_", "whsec_c2hvcnQ=", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_%%%"]
)
def test_a_secret_that_is_none_stops_the_start(text):
    with pytest.raises(SettingsError) as raised:
        webhooks.read_secret(text)
    assert "MfKQ9" not in str(raised.value)
