"""What Twilio asks of us: its signature, its words for how far something has come, what a call says."""

import base64
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha1, sha256
from html import escape
from typing import Final
from urllib.parse import parse_qs, urlsplit, urlunsplit
from uuid import UUID

from batua.kit.secrets import equal
from batua.kit.words import say
from batua.modules.notifications.types import DispatchState as S
from batua.modules.notifications.types import Price, StatusReport

NAME: Final = "twilio"
_PORTS: Final = {"https": 443, "http": 80}

MESSAGE: Final[dict[str, S | None]] = {
    "accepted": S.SENT,
    "scheduled": S.SENT,
    "queued": S.SENT,
    "sending": S.SENT,
    "sent": S.SENT,
    "partially_delivered": S.SENT,
    "delivered": S.DELIVERED,
    "read": S.DELIVERED,
    "undelivered": S.FAILED,
    "failed": S.FAILED,
    "canceled": S.FAILED,
    # Those of messages to us, which are none of ours.
    "receiving": None,
    "received": None,
}
"""What each status of a message means to a delivery."""
CALL: Final[dict[str, S | None]] = {
    "queued": S.SENT,
    "initiated": S.SENT,
    "ringing": S.SENT,
    "in-progress": S.SENT,
    "answered": S.SENT,
    "completed": S.DELIVERED,
    "busy": S.FAILED,
    "failed": S.FAILED,
    "no-answer": S.FAILED,
    "canceled": S.FAILED,
}
VOICES: Final = {"hi": "hi-IN", "en": "en-IN"}
PAUSE_S: Final = 8

Form = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class TwilioDoor:
    """Knows whether it is Twilio that calls.

    base_url  our address as Twilio reaches it: what it signs begins with it
    """

    base_url: str
    auth_token: str = field(repr=False)
    person_number: str = ""

    def is_signed(self, path: str, body: bytes, signature: str, media_type: str) -> bool:
        """Whether a request is signed by the token.

        path  with its query, as it came
        """
        url = self.base_url.rstrip("/") + path
        if media_type.partition(";")[0].strip() == "application/json":
            wanted = parse_qs(urlsplit(url).query).get("bodySHA256", [""])[0]
            if not equal(wanted, sha256(body).hexdigest()):
                return False
            form: Form = {}
        else:
            form = form_of(body)
        return any(equal(sign(self.auth_token, one, form), signature) for one in spellings(url))


def form_of(body: bytes) -> dict[str, list[str]]:
    """The fields of a form; one that cannot be read has none."""
    try:
        return parse_qs(body.decode(), keep_blank_values=True, max_num_fields=200)
    except ValueError:
        return {}


def sign(auth_token: str, url: str, form: Form) -> str:
    """The signature of an address and a form: fields by name, each value once."""
    parts = [url]
    for name in sorted(form):
        parts += [name + value for value in sorted(set(form[name]))]
    digest = hmac.digest(auth_token.encode(), "".join(parts).encode(), sha1)
    return base64.b64encode(digest).decode()


def spellings(url: str) -> list[str]:
    """An address as it is, without its port, and with the port of its scheme: Twilio signs either."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    port = parts.port or _PORTS.get(parts.scheme, 443)
    with_port = urlunsplit(parts._replace(netloc=f"{host}:{port}"))
    without = urlunsplit(parts._replace(netloc=host))
    return list(dict.fromkeys([url, with_port, without]))


def status_of(reference: UUID, form: Form) -> StatusReport | None:
    """What a status callback says; None when it says nothing of a message or a call."""
    is_call = "CallSid" in form
    sid, status = (_first(form, name) for name in _NAMES[is_call])
    if not sid or not status:
        return None
    meanings = CALL if is_call else MESSAGE
    code = _first(form, "ErrorCode")
    return StatusReport(
        provider=NAME,
        reference=reference,
        provider_ref=sid[:128],
        status=status[:40],
        state=meanings.get(status),
        is_known=status in meanings,
        failure=f"twilio_{code[:16]}" if code else status[:40],
        price=charged(_first(form, "Price"), _first(form, "PriceUnit")),
    )


def charged(price: str | None, unit: str | None) -> Price | None:
    """What we pay, from a price as Twilio writes it: what it takes from our account is below zero."""
    read = Price.read(price, unit)
    return None if read is None else Price(read.currency, -read.micro)


_NAMES: Final = {True: ("CallSid", "CallStatus"), False: ("MessageSid", "MessageStatus")}


def _first(form: Form, name: str) -> str:
    return next(iter(form.get(name, ())), "")


def speech(text: str, language: str, keys_url: str, *, has_person: bool) -> str:
    """What a call says, and then waits for a key."""
    hint = "notifications.call.keys" if has_person else "notifications.call.keys_alone"
    inside = _say(text, language) + _say(say(language, hint), language)
    gather = (
        f'<Gather input="dtmf" numDigits="1" timeout="{PAUSE_S}" method="POST"'
        f' action="{escape(keys_url)}">{inside}</Gather>'
    )
    return _response(gather + _say(say(language, "notifications.call.goodbye"), language))


def goodbye(key: str, language: str, number: str = "") -> str:
    """The last words of a call; with a number, it goes on with the person there."""
    dial = f"<Dial>{escape(number)}</Dial>" if number else ""
    return _response(_say(say(language, key), language) + dial)


def _say(text: str, language: str) -> str:
    voice = VOICES.get(language, VOICES["en"])
    return f'<Say language="{voice}">{escape(text, quote=False)}</Say>'


def _response(inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><Response>{inside}</Response>'
