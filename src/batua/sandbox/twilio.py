"""Twilio as it is spoken to: messages and calls by form, signed callbacks, calls that say TwiML."""

import base64
import binascii
import re
from datetime import timedelta
from typing import Any, Final
from urllib.parse import parse_qsl
from uuid import uuid4

from litestar import Request, Response, get, post

from batua.kit import clock
from batua.kit.db import Database, Tx
from batua.kit.secrets import equal
from batua.sandbox import channel_callbacks, store
from batua.sandbox.channel_callbacks import Callback
from batua.sandbox.service import Sending
from batua.sandbox.settings import SandboxSettings
from batua.sandbox.taking import Tell, take
from batua.sandbox.types import Channel

_PHONE: Final = re.compile(r"\+[1-9]\d{5,14}")
_WHATSAPP: Final = "whatsapp:"
_WORDS: Final = {
    20003: (401, "Authenticate"),
    20404: (404, "The requested resource was not found"),
    20503: (503, "Service unavailable"),
    21211: (400, "The 'To' number is not a valid phone number."),
    21603: (400, "A 'From' phone number is required."),
    21604: (400, "A 'To' phone number is required."),
    21602: (400, "Message body is required."),
    21205: (400, "Url is not a valid URL."),
}
STEP: Final = timedelta(milliseconds=50)
"""Between one status and the next."""

FATES: Final[dict[str, list[tuple[str, str]]]] = {
    "0404": [("sent", ""), ("undelivered", "30003")],
    "0030": [("failed", "30007")],
    "0111": [("delivered", ""), ("sent", "")],
    "0999": [("teleported", "")],
}
"""Last digits of a number, and what its messages become with which error; others arrive."""
CALL_FATES: Final = {"0486": "busy", "0408": "no-answer", "0030": "failed"}


class TwilioError(Exception):
    """A refusal, by its number."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def on_error(_request: Request[Any, Any, Any], error: TwilioError) -> Response[Any]:
    """A refusal as Twilio writes it."""
    status, message = _WORDS[error.code]
    body: dict[str, Any] = {
        "code": error.code,
        "message": message,
        "more_info": f"https://www.twilio.com/docs/errors/{error.code}",
        "status": status,
    }
    return Response(body, status_code=status)


@get("/2010-04-01/Accounts/{file:str}")
async def read_account(
    request: Request[Any, Any, Any], file: str, settings: SandboxSettings
) -> dict[str, Any]:
    """Read one's own account."""
    account = file.removesuffix(".json")
    await _form(request, account, settings)
    return {
        "sid": account,
        "friendly_name": "Batua",
        "status": "active",
        "type": "Full",
        "owner_account_sid": account,
        "date_created": _moment(),
        "date_updated": _moment(),
        "uri": f"/2010-04-01/Accounts/{account}.json",
        "subresource_uris": {},
    }


@post("/2010-04-01/Accounts/{account:str}/Messages.json")
async def send_message(
    request: Request[Any, Any, Any], account: str, db: Database, settings: SandboxSettings
) -> Response[Any]:
    """Send a text message or a WhatsApp message."""
    form = await _form(request, account, settings)
    to, is_whatsapp = form.get("To", ""), form.get("To", "").startswith(_WHATSAPP)
    phone = _phone(to.removeprefix(_WHATSAPP))
    if not (form.get("From") or form.get("MessagingServiceSid")):
        raise TwilioError(21603)
    if not (form.get("Body") or form.get("ContentSid")):
        raise TwilioError(21602)
    sending = Sending(
        channel=Channel.WHATSAPP if is_whatsapp else Channel.SMS,
        to=phone,
        body=form.get("Body") or form.get("ContentVariables", "{}"),
        template=form.get("ContentSid", ""),
        reference=f"{'MM' if is_whatsapp else 'SM'}{uuid4().hex}",
    )
    sid = sending.reference
    url = form.get("StatusCallback", "")
    statuses = FATES.get(phone[-4:], [("sent", ""), ("delivered", "")])

    async def tell(tx: Tx) -> None:
        for number, (status, error) in enumerate(statuses, 1):
            fields = {
                "MessageSid": sid,
                "MessageStatus": status,
                "SmsSid": sid,
                "SmsStatus": status,
                "AccountSid": account,
                "From": form.get("From", ""),
                "To": to,
                "ApiVersion": "2010-04-01",
                **({"ErrorCode": error} if error else {}),
            }
            await _queue(tx, sid, url, fields, STEP * number)

    await _take(db, sending, tell if url else None)
    body: dict[str, Any] = {
        **dict.fromkeys(_MESSAGE_NULLS),
        "sid": sid,
        "account_sid": account,
        "to": to,
        "from": form.get("From"),
        "body": form.get("Body", ""),
        "messaging_service_sid": form.get("MessagingServiceSid"),
        "status": "accepted" if form.get("MessagingServiceSid") else "queued",
        "direction": "outbound-api",
        "num_segments": "1",
        "num_media": "0",
        "api_version": "2010-04-01",
        "uri": f"/2010-04-01/Accounts/{account}/Messages/{sid}.json",
        "date_created": _moment(),
        "date_updated": _moment(),
        "subresource_uris": {},
    }
    return Response(body, status_code=201)


@post("/2010-04-01/Accounts/{account:str}/Calls.json")
async def call(
    request: Request[Any, Any, Any], account: str, db: Database, settings: SandboxSettings
) -> Response[Any]:
    """Call somebody; what is said is fetched when she has picked up."""
    form = await _form(request, account, settings)
    phone = _phone(form.get("To", ""))
    if not form.get("From"):
        raise TwilioError(21603)
    if not form.get("Url", "").startswith(("http://", "https://")):
        raise TwilioError(21205)
    sid = f"CA{uuid4().hex}"
    sending = Sending(channel=Channel.CALL, to=phone, body="…", reference=sid)
    status_url = form.get("StatusCallback", "")
    base = {"CallSid": sid, "AccountSid": account, "From": form["From"], "To": phone}
    bad_end = CALL_FATES.get(phone[-4:])

    async def tell(tx: Tx) -> None:
        await channel_callbacks.add_call(tx, sid, status_url)
        for number, status in enumerate(("initiated", "ringing"), 1):
            await _queue(tx, sid, status_url, {**base, "CallStatus": status}, STEP * number)
        last = {**base, "CallStatus": bad_end or "in-progress"}
        kind = "status" if bad_end else "speech"
        url = status_url if bad_end else form["Url"]
        await _queue(tx, sid, url, last, STEP * 3, kind)

    await _take(db, sending, tell)
    body: dict[str, Any] = {
        **dict.fromkeys(_CALL_NULLS),
        "sid": sid,
        "account_sid": account,
        "to": phone,
        "from": form["From"],
        "status": "queued",
        "direction": "outbound-api",
        "api_version": "2010-04-01",
        "uri": f"/2010-04-01/Accounts/{account}/Calls/{sid}.json",
        "date_created": _moment(),
        "date_updated": _moment(),
        "subresource_uris": {},
    }
    return Response(body, status_code=201)


@get("/2010-04-01/Accounts/{account:str}/{thing:str}/{file:str}")
async def read_sent(
    request: Request[Any, Any, Any],
    account: str,
    thing: str,
    file: str,
    db: Database,
    settings: SandboxSettings,
) -> dict[str, Any]:
    """Read a message or a call; its price is known when everything about it was called back."""
    await _form(request, account, settings)
    sid = file.removesuffix(".json")
    async with db.transaction() as tx:
        found = await store.message_of(tx, sid)
        is_over = not await channel_callbacks.waits(tx, sid)
    if found is None or thing not in _PRICES or _THINGS.get(found.channel) != thing:
        raise TwilioError(20404)
    is_call = thing == "Calls"
    body: dict[str, Any] = {
        **dict.fromkeys(_CALL_NULLS if is_call else _MESSAGE_NULLS),
        "sid": sid,
        "account_sid": account,
        "to": found.to_address,
        "from": None,
        "status": ("completed" if is_call else "delivered") if is_over else "queued",
        "direction": "outbound-api",
        "api_version": "2010-04-01",
        "uri": f"/2010-04-01/Accounts/{account}/{thing}/{sid}.json",
        "date_created": _moment(),
        "date_updated": _moment(),
        "subresource_uris": {},
    }
    if not is_call:
        body |= {"body": found.body, "num_segments": "1", "num_media": "0"}
    if is_over:
        body |= {"price": _PRICES[thing], "price_unit": "USD"}
    return body


_PRICES: Final = {"Messages": "-0.00750", "Calls": "-0.01300"}
"""What everything costs here, as Twilio writes it: taken from the account."""
_THINGS: Final[dict[str, str]] = {
    Channel.SMS: "Messages",
    Channel.WHATSAPP: "Messages",
    Channel.CALL: "Calls",
}
_MESSAGE_NULLS: Final = (
    "price",
    "price_unit",
    "error_code",
    "error_message",
    "date_sent",
    "messaging_service_sid",
)
_CALL_NULLS: Final = (
    "parent_call_sid",
    "start_time",
    "end_time",
    "duration",
    "price",
    "price_unit",
    "answered_by",
    "group_sid",
    "caller_name",
)


async def _form(
    request: Request[Any, Any, Any], account: str, settings: SandboxSettings
) -> dict[str, str]:
    """The fields of a request of whoever has the account's token."""
    kind, _, blob = request.headers.get("authorization", "").partition(" ")
    try:
        given = base64.b64decode(blob, validate=True) if kind.lower() == "basic" else b""
    except (binascii.Error, ValueError):
        given = b""
    if not equal(given, f"{settings.twilio_account}:{settings.key_secret}"):
        raise TwilioError(20003)
    if account != settings.twilio_account:
        raise TwilioError(20404)
    return dict(parse_qsl((await request.body()).decode()))


def _phone(text: str) -> str:
    if not text:
        raise TwilioError(21604)
    if not _PHONE.fullmatch(text):
        raise TwilioError(21211)
    return text


async def _take(db: Database, sending: Sending, tell: Tell | None) -> None:
    await take(db, sending, tell, down=TwilioError(20503), refused=TwilioError(21211))


async def _queue(
    tx: Tx, sid: str, url: str, fields: dict[str, str], wait: timedelta, kind: str = "status"
) -> None:
    body = channel_callbacks.encoded(fields)
    await channel_callbacks.add(
        tx, Callback(0, sid, "twilio", kind, url, body, 0), clock.now() + wait
    )


def _moment() -> str:
    return clock.now().strftime("%a, %d %b %Y %H:%M:%S +0000")


HANDLERS: Final = [read_account, send_message, call, read_sent]
