"""The acquirer's callbacks: signed after Standard Webhooks."""

from collections.abc import Mapping
from datetime import datetime

from batua.modules.gateways.providers import signing, standard_webhooks
from batua.modules.gateways.providers.rail import Reader
from batua.modules.gateways.providers.upi.wire import Event, ours
from batua.modules.gateways.types import Callback


def reader(keys: Mapping[str, bytes]) -> Reader:
    """How callbacks are read."""

    def read(headers: Mapping[str, str], body: bytes, now: datetime) -> Callback:
        signed = standard_webhooks.verify(keys, headers, body, now)
        event = signing.event(body, Event)
        return Callback(
            event_id=signed.event_id,
            kind=event.type[:64],
            reference=ours(event.data.reference),
            sent_at=signed.sent_at,
            signed_with=signed.signed_with,
        )

    return read
