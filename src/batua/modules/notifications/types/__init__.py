"""The nouns of notifications, and what is stated when somebody was told or has read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import ClassVar, Final, NewType, Protocol
from uuid import UUID

from batua.kit.journal import Fact
from batua.kit.money import Money
from batua.modules.notifications.types.kinds import Kind as Kind

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
    """A text message that waits to be sent."""

    id: MessageId
    to_phone: str = field(repr=False)
    body: str = field(repr=False)
    expires_at: datetime


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
    """

    delivery: Delivery
    provider_ref: str | None = None
    failure: str | None = None
    has_arrived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusReport:
    """What a provider says later of something that it was given.

    reference  what it was given under; None when only the provider's own name of it came back
    status     in its own words
    state      what that means; None when it changes nothing
    is_known   whether the word is one of its documented ones
    """

    provider: str
    reference: UUID | None
    provider_ref: str
    status: str
    state: "DispatchState | None"
    is_known: bool
    failure: str


class SmsProvider(Protocol):
    """A provider of text messages.

    Has a time limit, never raises for what the network does, and sends a reference only once.
    """

    async def send(self, message: Message) -> DeliveryReport: ...


class Via(StrEnum):
    """The channels: how people are reached outside the app."""

    EMAIL = "email"
    SMS = "sms"
    WHATSAPP = "whatsapp"
    CALL = "call"
    PUSH = "push"
    """Her browsers, each by its own push service."""


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


class DispatchState(StrEnum):
    """How far a dispatch has come."""

    QUEUED = "queued"
    SENT = "sent"
    """The provider took it."""
    DELIVERED = "delivered"
    """It has reached the person."""
    FAILED = "failed"
    CANCELLED = "cancelled"
    """There was nothing to say any more, or she does not wish it."""


class Reply(StrEnum):
    """What the person did who was called."""

    CONFIRMED = "confirmed"
    WANTS_PERSON = "wants_person"


class Failure(StrEnum):
    """Why a dispatch ended without being sent; others are the provider's own words."""

    SETTLED = "settled"
    """What it would have said was no longer so."""
    UNWISHED = "unwished"
    NO_ADDRESS = "no_address"
    NO_CHANNEL = "no_channel"
    NO_DLT = "no_dlt"
    """India's operators know no such text, and they must."""
    GIVEN_UP = "given_up"
    GONE = "gone"
    """The push service knows the browser no more."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """A line of the delivery log; the address is masked.

    status  the provider's last word about it
    reply   the key that was pressed in a call
    """

    id: UUID
    person: UUID
    channel: Via
    kind: Kind
    state: DispatchState
    masked_to: str | None
    tries: int
    failure: str | None
    provider_ref: str | None
    status: str | None
    reply: "Reply | None"
    due_at: datetime
    queued_at: datetime
    ended_at: datetime | None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class LogFilter:
    """Which lines of the delivery log are wanted; `to` is a whole address, or empty for all."""

    state: DispatchState | None = None
    channel: Via | None = None
    to: str = ""


LogPosition = tuple[datetime, UUID]


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
