"""The sandbox's own words: Standard Webhooks."""

import base64
import hmac
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any, ClassVar, Final

from batua.kit.ids import new_id
from batua.sandbox.types import Keys, Kind, Movement

_PREFIX: Final = {Kind.CHECKOUT: "co", Kind.PAYOUT: "po", Kind.REFUND: "re"}


class Sandbox:
    """The API of `/v1`."""

    declines_end: ClassVar[bool] = True

    def new_id(self, kind: Kind) -> str:
        """Such as `co_…`."""
        return f"{_PREFIX[kind]}_{new_id().hex}"

    def event(self, movement: Movement, _event_id: str, now: datetime) -> Mapping[str, Any]:
        """The movement, and what has moved."""
        moved = movement.moved_minor
        return {
            "type": f"{movement.kind}.{movement.status}",
            "timestamp": now.isoformat(),
            "data": {
                "id": movement.id,
                "reference": movement.reference,
                "status": movement.status,
                "amount_minor": movement.amount_minor,
                "currency": movement.currency,
                "moved_minor": moved,
                "moved_currency": None if moved is None else movement.currency,
            },
        }

    def headers(self, keys: Keys, event_id: str, body: str, now: datetime) -> dict[str, str]:
        """Signed after Standard Webhooks."""
        key = base64.b64decode(keys.webhook_secret.removeprefix("whsec_"), validate=True)
        sent_at = int(now.timestamp())
        digest = hmac.digest(key, f"{event_id}.{sent_at}.{body}".encode(), sha256)
        return {
            "content-type": "application/json",
            "webhook-id": event_id,
            "webhook-timestamp": str(sent_at),
            "webhook-signature": f"v1,{base64.b64encode(digest).decode()}",
        }
