"""The nouns of pushes: browsers, as they are kept and as they are shown."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class PushSubscription:
    """What a browser gives whom it lets push: where, and the keys that only it can read with."""

    endpoint: str = field(repr=False)
    p256dh: str = field(repr=False)
    auth: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PushDevice:
    """A browser that is pushed to; `service` is the host of its push service."""

    id: UUID
    device: UUID
    service: str
    added_at: datetime
