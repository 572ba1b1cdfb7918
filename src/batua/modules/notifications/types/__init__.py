"""The nouns of notifications, and what is stated when somebody was told or has read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Final, NewType, Protocol
from uuid import UUID

from batua.kit.journal import Fact
from batua.kit.money import Money
from batua.modules.notifications.types.channels import DispatchState as DispatchState
from batua.modules.notifications.types.channels import Failure as Failure
from batua.modules.notifications.types.channels import Reply as Reply
from batua.modules.notifications.types.channels import Via as Via
from batua.modules.notifications.types.kinds import Kind as Kind
from batua.modules.notifications.types.log import Dispatch as Dispatch
from batua.modules.notifications.types.log import LogFilter as LogFilter
from batua.modules.notifications.types.log import LogPosition as LogPosition
from batua.modules.notifications.types.price import Price as Price

NotificationId = NewType("NotificationId", UUID)
MessageId = NewType("MessageId", UUID)

_EVERYBODY: Final = frozenset({"person", "support", "auditor", "admin"})

PERMISSIONS: Final[dict[str, frozenset[str]]] = {
    "notifications.read": _EVERYBODY,
    "notifications.mark_read": _EVERYBODY,
    "notifications.listen": _EVERYBODY,
    "notifications.wishes.read": _EVERYBODY,
    "notifications.wishes.change": _EVERYBODY,
    "notifications.push.read": _EVERYBODY,
    "notifications.push.change": _EVERYBODY,
    "notifications.deliveries.read": frozenset({"support", "admin"}),
    "notifications.deliveries.retry": frozenset({"support", "admin"}),
    "notifications.looks.read": frozenset({"auditor", "admin"}),
    "notifications.costs.read": frozenset({"support", "auditor", "admin"}),
    "notifications.tariffs.change": frozenset({"admin"}),
    "notifications.orders.read": frozenset({"support", "admin"}),
    "notifications.orders.change": frozenset({"admin"}),
    "notifications.templates.read": frozenset({"support", "admin"}),
    "notifications.templates.change": frozenset({"admin"}),
    "notifications.channels.read": frozenset({"admin"}),
    "notifications.channels.change": frozenset({"admin"}),
    "search.read": frozenset({"person"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell:
    """Something a person shall be told.

    key      the same for the same thing: a person is told once
    other    the person on the other side, whose name is put in when it is read
    subject  what it links to, e.g. the payment
    """

    person: UUID
    key: str
    kind: Kind
    other: UUID | None = None
    subject: UUID | None = None
    amount: Money | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A stored notification."""

    id: NotificationId
    person: UUID
    kind: Kind
    other: UUID | None
    subject: UUID | None
    amount: Money | None
    until: datetime | None
    created_at: datetime
    read_at: datetime | None


@dataclass(frozen=True, slots=True)
class Notification:
    """A notification in its reader's words; the title holds no amount, for lock screens."""

    told: Told
    title: str
    body: str
    link: str | None


class MessageState(StrEnum):
    """How far a text message has come."""

    QUEUED = "queued"
    SENT = "sent"
    FAILED = "failed"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Message:
    """A text message that waits to be sent; `dlt` as of a dispatch."""

    id: MessageId
    to_phone: str = field(repr=False)
    body: str = field(repr=False)
    expires_at: datetime
    dlt: "Registration | None" = None


class Delivery(StrEnum):
    """What came of handing a message to a provider."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    """It will never be taken: a wrong number, a blocked text."""
    UNANSWERED = "unanswered"
    """Not known, or not now: try again under the same reference."""


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """A provider's answer; `provider_ref` with ACCEPTED, `failure` otherwise.

    has_arrived  whether it is known already that it reached the person
    price        what it charges, when it says so at once
    provider     who answered
    """

    delivery: Delivery
    provider_ref: str | None = None
    failure: str | None = None
    has_arrived: bool = False
    price: Price | None = None
    provider: str = field(default="", compare=False)

    def by(self, provider: str) -> "DeliveryReport":
        """The same, of a provider."""
        return replace(self, provider=provider)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusReport:
    """What a provider says later of something that it was given.

    reference  what it was given under; None when only the provider's own name of it came back
    status     in its own words
    state      what that means; None when it changes nothing
    is_known   whether the word is one of its documented ones
    price      what it charges, when it says so
    is_charged whether it charges at all; None when that is not said
    """

    provider: str
    reference: UUID | None
    provider_ref: str
    status: str
    state: DispatchState | None
    is_known: bool
    failure: str
    price: Price | None = None
    is_charged: bool | None = None


class SmsProvider(Protocol):
    """A provider of text messages.

    Has a time limit, never raises for what the network does, and sends a reference only once.
    """

    async def send(self, message: Message) -> DeliveryReport: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """What a text message to India names to the operators."""

    entity: str
    header: str
    template: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """What a channel is given to send.

    reference  under which it is sent only once
    to         an e-mail address, a phone number as +919876543210, or a browser's subscription as JSON
    language   whose words these are, e.g. `hi`; a call is spoken in it
    subject    the line of an e-mail, the title of a push; empty for others
    text       the words whole
    template   their name, for channels that take only words that were approved before
    values     what stands in the template's holes
    unsubscribe  a ticket that ends e-mails to this person; empty for others
    dlt        what a text message to India names to the operators; None for others
    is_urgent  whether it may cost the battery to show it at once
    """

    reference: UUID
    to: str = field(repr=False)
    language: str
    subject: str = field(repr=False)
    text: str = field(repr=False)
    template: str
    values: dict[str, str] = field(repr=False)
    unsubscribe: str = field(default="", repr=False)
    dlt: Registration | None = None
    is_urgent: bool = False


class Channel(Protocol):
    """A door to one way of reaching people.

    Has a time limit, never raises for what the network does, and sends a reference only once.
    """

    async def send(self, what: Outgoing) -> DeliveryReport: ...


Channels = Mapping[Via, Channel]


@dataclass(frozen=True, slots=True)
class Order:
    """Through which channels a kind leaves, one after another until one arrives.

    confirm_s   seconds after which what nobody confirmed counts as not arrived; 0 waits for ever
    is_changed  whether an admin set it
    """

    kind: Kind
    channels: tuple[Via, ...]
    confirm_s: int
    is_changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Send:
    """Something that shall leave the house.

    cause   the same for the same thing: a person is told once through a channel
    matter  what it is about, such as a loan; `part` is the place in it, such as an instalment
    falls   whether the next channel of the kind's order is tried when this one does not serve
    target  which of her browsers a push is for
    """

    person: UUID
    cause: str
    via: Via
    kind: Kind
    matter: UUID
    part: int = 0
    falls: bool = False
    target: UUID | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A dispatch that was claimed for one try; `tries` tells which one."""

    id: UUID
    via: Via
    kind: Kind
    tries: int
    outgoing: Outgoing
    falls: bool
    target: UUID | None = None


class Topic(StrEnum):
    """What a person chooses channels for, several kinds at once."""

    SECURITY = "security"
    PAYMENTS = "payments"
    REQUESTS = "requests"
    GROUPS = "groups"
    LOANS = "loans"
    ACCOUNT = "account"


class Digest(StrEnum):
    """How often a person wants a summary by e-mail."""

    NONE = "none"
    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """How a person wishes to be reached.

    off                      the channels she does not want
    quiet_from, quiet_until  hours of her own day in which she is left in peace
    off_in                   channels that she does not want for some matters only
    digest                   how often what she has not read is summed up
    shows_amounts            whether amounts may stand on a lock screen
    """

    off: frozenset[Via] = frozenset()
    quiet_from: int = 21
    quiet_until: int = 8
    shows_amounts: bool = False
    off_in: frozenset[tuple[Topic, Via]] = frozenset()
    digest: Digest = Digest.NONE

    def wants(self, topic: Topic, via: Via) -> bool:
        """Whether a channel may be used for a matter."""
        return via not in self.off and (topic, via) not in self.off_in


@dataclass(frozen=True, kw_only=True)
class Notified(Fact):
    """Somebody has a new notification; the subject is the notification."""

    kind: ClassVar[str] = "notifications.notified"


@dataclass(frozen=True, kw_only=True)
class WasRead(Fact):
    """Somebody has read notifications; the subject is the person."""

    kind: ClassVar[str] = "notifications.read"


@dataclass(frozen=True, kw_only=True)
class KeysChanged(Fact):
    """Somebody changed the keys of a channel; the subject stands for who carries it.

    fields  which of its settings; what they are is never told
    actor   nobody when it was the command line
    """

    kind: ClassVar[str] = "notifications.keys_changed"
    name: str
    version: int
    fields: tuple[str, ...]
    was_forgotten: bool = False
