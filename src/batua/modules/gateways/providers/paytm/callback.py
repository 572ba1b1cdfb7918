"""Paytm's callbacks: a form with its checksum, or JSON whose head has the signature of its body."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from urllib.parse import parse_qsl

import msgspec

from batua.modules.gateways.errors import BadCallback, BadSignature
from batua.modules.gateways.providers import signing
from batua.modules.gateways.providers.paytm import checksum
from batua.modules.gateways.providers.paytm.wire import Event
from batua.modules.gateways.providers.rail import Reader
from batua.modules.gateways.types import Callback

CHECKSUM: Final = "CHECKSUMHASH"
_MOST_FIELDS: Final = 80
_FORM: Final = {"ORDERID": "orderId", "STATUS": "status", "TXNTYPE": "txnType", "REFID": "refId"}


class _Head(msgspec.Struct):
    signature: str


class _Envelope(msgspec.Struct):
    head: _Head
    body: msgspec.Raw


def reader(keys: Mapping[str, bytes]) -> Reader:
    """How callbacks are read; nothing in them tells when they were sent.

    The salt makes the signature of the same message another one each time: what tells a copy is
    what was signed.
    """

    def read(_headers: Mapping[str, str], body: bytes, now: datetime) -> Callback:
        signed, given, told = _json(body) if body.startswith(b"{") else _form(body)
        signed_with = _matching(keys, signed, given)
        event = signing.event(told, Event)
        if not event.order_id:
            raise BadCallback
        return Callback(
            event_id=signing.fingerprint(signed.encode()),
            kind=f"{event.txn_type}.{event.status}"[:64],
            reference=event.ref_id or event.order_id,
            sent_at=now,
            signed_with=signed_with,
        )

    return read


def _json(body: bytes) -> tuple[str, str, bytes]:
    """What was signed, by what, and the event: the body as it stands there, byte for byte."""
    try:
        found = msgspec.json.decode(body, type=_Envelope)
        return bytes(found.body).decode(), found.head.signature, bytes(found.body)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise BadSignature from None


def _form(body: bytes) -> tuple[str, str, bytes]:
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            strict_parsing=True,
            errors="strict",
            max_num_fields=_MOST_FIELDS,
        )
    except ValueError:
        raise BadSignature from None
    fields = dict(pairs)
    given = fields.pop(CHECKSUM, "")
    if len(pairs) != len(fields) + 1:
        raise BadSignature
    told = {ours: fields[theirs] for theirs, ours in _FORM.items() if fields.get(theirs)}
    return checksum.joined(fields), given, msgspec.json.encode(told)


def _matching(keys: Mapping[str, bytes], signed: str, given: str) -> str:
    for name, key in keys.items():
        if checksum.verifies(key, signed, given):
            return name
    raise BadSignature
