"""The nouns of webhooks, what is stated about endpoints, and the door to the network."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Final, NewType, Protocol
from uuid import UUID

from batua.kit.journal import Fact

EndpointId = NewType("EndpointId", UUID)
DeliveryId = NewType("DeliveryId", UUID)

TEST_KIND: Final = "webhooks.test"
"""What an officer sends to see whether an endpoint works; nobody subscribes to it."""

_OFFICERS: Final = frozenset({"admin"})

PERMISSIONS: Final[dict[str, frozenset[str]]] = {
    "webhooks.endpoints.read": _OFFICERS,
    "webhooks.endpoints.change": _OFFICERS,
    "webhooks.deliveries.read": _OFFICERS,
    "webhooks.deliveries.replay": _OFFICERS,
}


class EndpointState(StrEnum):
    """Whether an endpoint is told of what happens."""

    ENABLED = "enabled"
    PAUSED = "paused"


class Pause(StrEnum):
    """Why an endpoint is paused."""

    OFFICER = "officer"
    GONE = "gone"
    """It answered 410."""
    FAILING = "failing"
    """It took nothing for days."""


class DeliveryState(StrEnum):
    """How far a delivery has come."""

    QUEUED = "queued"
    DELIVERED = "delivered"
    FAILED = "failed"


class Failure(StrEnum):
    """Why a delivery ended without being taken."""

    GIVEN_UP = "given_up"
    GONE = "gone"
    PAUSED = "paused"
    """The endpoint was paused: a replay brings it back."""
    REMOVED = "removed"


class Outcome(StrEnum):
    """What came of one try."""

    TAKEN = "taken"
    REFUSED = "refused"
    """It answered, and not with success."""
    MOVED = "moved"
    """It answered with a redirect, which is not followed."""
    SLOW = "slow"
    UNREACHABLE = "unreachable"
    UNTRUSTED = "untrusted"
    """Its certificate does not prove who it is."""
    BROKEN = "broken"
    """The connection broke, or what came was no HTTP."""
    FORBIDDEN = "forbidden"
    """Its name leads into a network that nothing is sent to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An endpoint as an officer wants it."""

    url: str
    description: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an officer changes of an endpoint; None leaves it as it is."""

    url: str | None = None
    description: str | None = None
    kinds: tuple[str, ...] | None = None
    state: EndpointState | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """An address of an integrator.

    previous_until  how long the secret before the last rotation signs too
    failing_since   since when it took nothing, while it takes nothing
    """

    id: EndpointId
    url: str = field(repr=False)
    description: str
    kinds: tuple[str, ...]
    paused_because: Pause | None
    paused_at: datetime | None
    previous_until: datetime | None
    failing_since: datetime | None
    failures: int
    made_by: UUID
    made_at: datetime
    changed_at: datetime

    @property
    def state(self) -> EndpointState:
        return EndpointState.PAUSED if self.paused_because else EndpointState.ENABLED


@dataclass(frozen=True, slots=True)
class Revealed:
    """An endpoint with its secret, which is shown this once."""

    endpoint: Endpoint
    secret: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A line of the delivery log: one event for one endpoint."""

    id: DeliveryId
    endpoint: EndpointId
    event: UUID
    kind: str
    state: DeliveryState
    failure: Failure | None
    tries: int
    due_at: datetime
    queued_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One try of a delivery; without an outcome it is under way, or its worker died."""

    number: int
    began_at: datetime
    outcome: Outcome | None
    status: int | None
    took_ms: int | None
    answer: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """A delivery with what it says and its tries."""

    delivery: Delivery
    body: str
    tries: tuple[Try, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFilter:
    """Which deliveries are wanted; None for all."""

    endpoint: UUID | None = None
    kind: str | None = None
    state: DeliveryState | None = None
    since: datetime | None = None
    until: datetime | None = None


LogPosition = tuple[datetime, UUID]


@dataclass(frozen=True, slots=True)
class Replayed:
    """How many deliveries were queued again, and whether there are more."""

    count: int
    has_more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One try that was claimed.

    number  which try of the delivery it is
    round   which try since it was last queued
    keys    the secrets that sign it, the current one first
    """

    delivery: UUID
    endpoint: UUID
    number: int
    round: int
    is_test: bool
    url: str = field(repr=False)
    keys: tuple[bytes, ...] = field(repr=False)
    message: str
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of a try.

    text           the first bytes of the answer
    retry_after_s  how long the other side asked to be left alone
    """

    outcome: Outcome
    took_ms: int
    status: int | None = None
    text: str = field(default="", repr=False)
    retry_after_s: int = 0


class Poster(Protocol):
    """The way to an endpoint; it has a time limit and never raises for what the network does."""

    async def post(self, what: Outgoing) -> Answer: ...


@dataclass(frozen=True, kw_only=True)
class EndpointMade(Fact):
    """An officer registered an endpoint, which is the subject."""

    kind: ClassVar[str] = "webhooks.endpoint_made"


@dataclass(frozen=True, kw_only=True)
class EndpointChanged(Fact):
    """An officer changed an endpoint: `what` names the fields with commas between, or `secret`."""

    kind: ClassVar[str] = "webhooks.endpoint_changed"
    what: str


@dataclass(frozen=True, kw_only=True)
class EndpointRemoved(Fact):
    """An officer took an endpoint away."""

    kind: ClassVar[str] = "webhooks.endpoint_removed"


@dataclass(frozen=True, kw_only=True)
class EndpointPaused(Fact):
    """An endpoint paused by itself: it answered 410 (`gone`), or took nothing for days (`failing`)."""

    kind: ClassVar[str] = "webhooks.endpoint_paused"
    reason: str
