"""The nouns of the delivery log: its lines, what is looked for, and who looked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from batua.modules.notifications.types.channels import DispatchState, Reply, Via
from batua.modules.notifications.types.kinds import Kind
from batua.modules.notifications.types.price import Price


@dataclass(frozen=True, slots=True)
class Cost:
    """What a hand-over cost; `is_estimate` when it is by our tariff and not the provider's word."""

    price: Price
    is_estimate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """A line of the delivery log; the address is masked.

    status  the provider's last word about it
    reply   the key that was pressed in a call
    cost    what its last hand-over cost; None before it, and when that is not known
    """

    id: UUID
    reference: UUID
    person: UUID
    channel: Via
    kind: Kind
    state: DispatchState
    masked_to: str | None
    tries: int
    failure: str | None
    provider_ref: str | None
    status: str | None
    reply: Reply | None
    due_at: datetime
    queued_at: datetime
    ended_at: datetime | None
    provider: str | None
    cost: Cost | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFilter:
    """Which lines of the delivery log are wanted; None and empty texts for all.

    to         a whole address
    reference  our id or reference of it, or the provider's name of it
    since, until  when it was queued; `until` is not in it
    """

    state: DispatchState | None = None
    channel: Via | None = None
    to: str = ""
    person: UUID | None = None
    kind: Kind | None = None
    provider: str = ""
    reference: str = ""
    since: datetime | None = None
    until: datetime | None = None


LogPosition = tuple[datetime, UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Who is looked for: by one of the three, or by none."""

    person: UUID | None = None
    phone: str | None = None
    handle: str | None = None


@dataclass(frozen=True, slots=True)
class Looker:
    """An officer in a session."""

    person: UUID
    session: UUID


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody looked into the delivery log.

    subject  who was looked for; None for nobody, or somebody who is not there
    """

    id: int
    at: datetime
    actor: UUID
    session: UUID | None
    act: str
    subject: UUID | None
