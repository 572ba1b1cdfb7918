"""The nouns of the rails: attempts, what providers report, and the gate that settles."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, Final, NewType, Protocol
from uuid import UUID

from batua.kit.db import Tx
from batua.kit.journal import Fact
from batua.kit.money import Currency, Money
from batua.kit.secrets import KeyRing
from batua.modules.gateways.types.callbacks import Rejections
from batua.modules.gateways.types.directions import Direction as Direction
from batua.modules.gateways.types.pages import HandOver as HandOver
from batua.modules.gateways.types.pages import Page as Page
from batua.modules.gateways.types.pages import Scan as Scan
from batua.modules.gateways.types.routing import Route as Route
from batua.modules.gateways.types.routing import RouteAsk as RouteAsk

AttemptId = NewType("AttemptId", UUID)

_OFFICERS: Final = frozenset({"admin"})
PERMISSIONS: Final[dict[str, frozenset[str]]] = {
    "gateways.routing.read": _OFFICERS,
    "gateways.routing.change": _OFFICERS,
    "gateways.attempts.read": _OFFICERS,
    "gateways.providers.read": _OFFICERS,
    "gateways.providers.change": _OFFICERS,
    "gateways.callbacks.read": _OFFICERS,
    "gateways.callbacks.replay": _OFFICERS,
}


class AttemptState(StrEnum):
    """Where an attempt stands; `rules.EDGES` says how it may go on."""

    CREATED = "created"
    PENDING = "pending"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    EXPIRED = "expired"
    UNKNOWN = "unknown"
    MISMATCHED = "mismatched"
    """Money moved, but not the money that was asked for."""
    PARTLY_REFUNDED = "partly_refunded"
    REFUNDED = "refunded"


class Outcome(StrEnum):
    """What a provider says about an attempt."""

    OPEN = "open"
    """Nobody has paid yet."""
    UNDERWAY = "underway"
    """Somebody has paid, and the money is on its way."""
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    EXPIRED = "expired"
    ABSENT = "absent"
    """The provider has never heard of it."""
    UNANSWERED = "unanswered"
    """No answer, or none that can be read: whether money moves is not known."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A bank account that money is paid out to.

    ifsc  the bank in the words of its country's clearing: in India an IFSC, in Nigeria a bank code
    """

    account_number: str = field(repr=False)
    ifsc: str = field(repr=False)
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class IntendOrder:
    """What shall move, through which provider, and for whom (`purpose`, `reference`).

    expires_at  when we stop waiting for a payer; money that goes out is waited for without end
    route       by which the provider was chosen; who comes next takes over if it does not begin
    """

    id: UUID
    provider: str
    direction: Direction
    amount: Money
    purpose: str
    reference: UUID
    expires_at: datetime | None = None
    return_url: str | None = None
    destination: Destination | None = None
    route: Route | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundOrder:
    """Give back some of what an attempt brought in."""

    id: UUID
    attempt: UUID
    amount: Money
    purpose: str
    reference: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One try to move money through one provider.

    id         also the reference and the idempotency key that the provider is given
    parent     of a refund: the attempt whose money goes back
    received   what the provider says was really moved
    route      why this provider
    follows    the attempt that another provider would not begin
    """

    id: AttemptId
    provider: str
    direction: Direction
    amount: Money
    purpose: str
    reference: UUID
    created_at: datetime
    changed_at: datetime
    state: AttemptState = AttemptState.CREATED
    parent: UUID | None = None
    provider_ref: str | None = None
    checkout_url: str | None = None
    return_url: str | None = None
    received: Money | None = None
    failure: str | None = None
    expires_at: datetime | None = None
    route: Route | None = None
    follows: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptFilter:
    """Which attempts are wanted; what is None fits all.

    about  an attempt, or what ordered it
    """

    about: UUID | None = None
    provider: str | None = None
    state: AttemptState | None = None
    direction: Direction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """An attempt with what only its provider may see."""

    attempt: Attempt
    parent_ref: str | None = None
    destination: Destination | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a provider said; a missing or unreadable answer is a report too, never an exception.

    reference  our id of the attempt, as the provider knows it
    amount     what was moved, only with SUCCEEDED
    failure    a short word of ours for the reason, such as `declined`
    never_began  certain: the provider was not reached, or refused to begin, so nothing can come of it
    """

    outcome: Outcome
    reference: str | None = None
    provider_ref: str | None = None
    amount: Money | None = None
    checkout_url: str | None = None
    failure: str | None = None
    never_began: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Callback:
    """An authentic message of a provider; only its ids are believed, never its amounts.

    signed_with  which of our secrets verified it: `current` or `previous`
    """

    event_id: str
    kind: str
    reference: str | None
    sent_at: datetime
    signed_with: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """An authentic callback that is not stored yet.

    body  sealed
    """

    provider: str
    callback: Callback
    body: bytes = field(repr=False)
    at: datetime


class SettledKind(StrEnum):
    """What a line of a settlement report is about."""

    PAYMENT = "payment"
    REFUND = "refund"
    PAYOUT = "payout"
    FEE = "fee"
    DISPUTE = "dispute"
    TRANSFER = "transfer"
    """Between our own accounts with the provider, or to our bank."""
    ADJUSTMENT = "adjustment"
    """Whatever the provider names otherwise: somebody must look at it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledLine:
    """One movement in a provider's settlement report; amounts are above zero when we get them.

    gross, fee, net  net = gross - fee; a fee has its taxes in it
    reference        our id of the attempt, where the report knows it
    settlement       the provider's id of the transfer to our bank, None while it is not settled
    bank_ref         what our bank's statement calls that transfer
    """

    kind: SettledKind
    provider_ref: str
    gross: Money
    fee: Money
    net: Money
    at: datetime
    named: str
    parent_ref: str | None = None
    reference: str | None = None
    settlement: str | None = None
    bank_ref: str | None = None


class Provider(Protocol):
    """A provider's adapter.

    Every call has a time limit and a budget of retries, carries the attempt's id as idempotency
    key where it starts something, and never raises for what the network or the provider does.
    """

    def offers(self, direction: Direction, currency: Currency) -> bool:
        """Whether money of this currency can go this way here."""
        ...

    def is_well(self) -> bool:
        """Whether it answered lately, and soon; True of one that was not asked for a while."""
        ...

    async def begin(self, call: Call) -> Report:
        """Start the attempt; the same call again starts nothing new."""
        ...

    async def query(self, call: Call) -> Report:
        """Ask how the attempt stands."""
        ...

    async def cancel(self, call: Call) -> Report:
        """Close an open attempt so that nobody can pay it any more; how it stands then."""
        ...

    async def page(self, call: Call) -> Page | None:
        """What a page of ours shows the payer of an open checkout; None where it has none now."""
        ...

    def read_callback(self, headers: Mapping[str, str], body: bytes, now: datetime) -> Callback:
        """Verify the signature on the raw bytes, then read the ids; headers by lower-case name.

        refuses  BadSignature, BadCallback
        """
        ...

    def settled(self, day: date) -> AsyncIterator[SettledLine]:
        """Every line of the settlement report of a day (UTC), through all of its pages.

        refuses  NoSettlementReport: not offered, or a page did not come; what came is no report
        """
        ...


class Settlement(Protocol):
    """The gate of a purpose: told of every change of its attempts, in the same transaction.

    It moves money at a final state and must bear being told the same state again.
    """

    async def __call__(self, tx: Tx, attempt: Attempt) -> None: ...


@dataclass(frozen=True, slots=True)
class Rails:
    """What wiring joins: adapters by provider name, settlements by purpose, and the key ring.

    rejections  callbacks that were turned away and are not written yet
    """

    providers: Mapping[str, Provider]
    settlements: Mapping[str, Settlement]
    keys: KeyRing
    rejections: Rejections = field(default_factory=Rejections)


@dataclass(frozen=True, kw_only=True)
class AttemptChanged(Fact):
    """An attempt went along an edge of the graph."""

    kind: ClassVar[str] = "gateways.attempt_changed"
    provider: str
    direction: str
    purpose: str
    reference: UUID
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class AmountMismatched(Fact):
    """A provider moved another amount than was asked for: somebody must look at it."""

    kind: ClassVar[str] = "gateways.amount_mismatched"
    provider: str
    purpose: str
    reference: UUID
    asked: Money
    received: Money


@dataclass(frozen=True, kw_only=True)
class Contradicted(Fact):
    """A provider took back what it had confirmed, which moves nothing: somebody must look at it."""

    kind: ClassVar[str] = "gateways.contradicted"
    provider: str
    purpose: str
    reference: UUID
    state: str
    reported: str


@dataclass(frozen=True, kw_only=True)
class Rerouted(Fact):
    """A provider did not begin an attempt, so another goes on with the next one."""

    kind: ClassVar[str] = "gateways.rerouted"
    follows: UUID
    before: str
    after: str
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class RoutingKept(Fact):
    """Somebody changed the rules of routing."""

    kind: ClassVar[str] = "gateways.routing_kept"
    version: int


@dataclass(frozen=True, kw_only=True)
class KeysChanged(Fact):
    """Somebody changed the keys of a provider; the subject stands for the provider.

    fields  which of its settings; what they are is never told
    actor   nobody when it was the command line
    """

    kind: ClassVar[str] = "gateways.keys_changed"
    name: str
    version: int
    fields: tuple[str, ...]
    was_forgotten: bool = False
