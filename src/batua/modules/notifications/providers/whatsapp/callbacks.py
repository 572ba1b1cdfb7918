"""What Meta asks of us: its signature, its handshake, and its words for how far something has come."""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final
from uuid import UUID

import msgspec

from batua.kit.secrets import equal
from batua.modules.notifications.types import DispatchState as S
from batua.modules.notifications.types import StatusReport

NAME: Final = "whatsapp"
SCHEME: Final = "sha256="

STATUS: Final[dict[str, S]] = {
    "sent": S.SENT,
    "delivered": S.DELIVERED,
    "read": S.DELIVERED,
    "failed": S.FAILED,
}
"""What each status of a message means to a delivery."""


@dataclass(frozen=True, slots=True)
class WhatsAppDoor:
    """Knows whether it is Meta that calls."""

    app_secret: str = field(repr=False)
    verify_token: str = field(repr=False)

    def is_signed(self, body: bytes, signature: str) -> bool:
        """Whether the raw bytes are signed by the app's secret; `signature` as X-Hub-Signature-256."""
        return equal(sign(self.app_secret, body), signature)

    def answers(self, mode: str, token: str) -> bool:
        """Whether a handshake is to be answered."""
        return mode == "subscribe" and equal(self.verify_token, token)


def sign(app_secret: str, body: bytes) -> str:
    """The signature of a body, as the header holds it."""
    return SCHEME + hmac.new(app_secret.encode(), body, sha256).hexdigest()


class _Error(msgspec.Struct):
    code: int = 0


class _Pricing(msgspec.Struct):
    billable: bool | None = None


class _Status(msgspec.Struct):
    id: str
    status: str
    biz_opaque_callback_data: str = ""
    errors: list[_Error] = []
    pricing: _Pricing | None = None


class _Value(msgspec.Struct):
    statuses: list[msgspec.Raw] = []


class _Change(msgspec.Struct):
    value: msgspec.Raw


class _Entry(msgspec.Struct):
    changes: list[_Change] = []


class _Payload(msgspec.Struct):
    entry: list[_Entry] = []


def statuses_of(body: bytes) -> Sequence[StatusReport]:
    """The statuses in a callback; whatever else it holds is none of ours, and passed over."""
    payload = _read(body, _Payload)
    changes = () if payload is None else (c for entry in payload.entry for c in entry.changes)
    values = (_read(change.value, _Value) for change in changes)
    raw = (one for value in values if value is not None for one in value.statuses)
    found = (_read(one, _Status) for one in raw)
    return [_report(status) for status in found if status is not None and status.id]


def _read(raw: Any, kind: type[Any]) -> Any:
    try:
        return msgspec.json.decode(raw, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _report(status: _Status) -> StatusReport:
    code = next((error.code for error in status.errors), 0)
    return StatusReport(
        provider=NAME,
        reference=_reference(status.biz_opaque_callback_data),
        provider_ref=status.id[:128],
        status=status.status[:40],
        state=STATUS.get(status.status),
        is_known=status.status in STATUS,
        failure=f"whatsapp_{code}" if code else status.status[:40],
        is_charged=_is_charged(status),
    )


def _is_charged(status: _Status) -> bool | None:
    """Meta charges for what was delivered, and says when it does not even then."""
    if status.status == "failed":
        return False
    return None if status.pricing is None else status.pricing.billable


def _reference(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
