"""The sandbox's nouns: movements of money that is not real, and what testers can ask for."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Annotated

import msgspec


class Kind(StrEnum):
    """What is moved."""

    CHECKOUT = "checkout"
    PAYOUT = "payout"
    REFUND = "refund"


class Status(StrEnum):
    """Where a movement stands."""

    OPEN = "open"
    PROCESSING = "processing"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    EXPIRED = "expired"


class Mode(StrEnum):
    """How the API misbehaves."""

    NONE = "none"
    DOWN = "down"
    SLOW = "slow"
    GARBAGE = "garbage"
    LIMITED = "limited"
    """Too many calls: 429 is answered."""


class Scope(StrEnum):
    """Which part of the API misbehaves."""

    ALL = "all"
    CHECKOUTS = "checkouts"
    PAYOUTS = "payouts"
    REFUNDS = "refunds"
    MESSAGES = "messages"
    STAND_INS = "stand_ins"
    """The APIs that speak as providers outside do."""


Seconds = Annotated[int, msgspec.Meta(ge=0, le=86_400)]


class Switches(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What shall go wrong with the callbacks and the payment of one checkout.

    duplicates             how many copies of each callback are sent besides the first
    disorder               an earlier state is called back after the later one
    forged                 a callback that claims success with a wrong signature comes first
    silent                 no callback at all
    callback_delay_s       callbacks are sent so much later
    callback_amount_minor  what callbacks say was paid, whatever was paid
    paid_amount_minor      what is really paid instead of the amount asked for
    """

    duplicates: Annotated[int, msgspec.Meta(ge=0, le=5)] = 0
    disorder: bool = False
    forged: bool = False
    silent: bool = False
    callback_delay_s: Seconds = 0
    callback_amount_minor: Annotated[int, msgspec.Meta(gt=0)] | None = None
    paid_amount_minor: Annotated[int, msgspec.Meta(gt=0)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """A checkout, a payout or a refund.

    dialect  in which provider's words it was asked for, and is told of
    """

    id: str
    kind: Kind
    reference: str
    idempotency_key: str
    request_hash: bytes
    currency: str
    amount_minor: int
    callback_url: str
    status: Status
    created_at: datetime
    changed_at: datetime
    moved_minor: int | None = None
    failure: str | None = None
    return_url: str | None = None
    parent: str | None = None
    switches: Switches = field(default_factory=Switches)
    expires_at: datetime | None = None
    due_at: datetime | None = None
    due_status: Status | None = None
    due_failure: str | None = None
    dialect: str = "sandbox"


@dataclass(frozen=True, slots=True)
class Keys:
    """The secrets shared with the merchant, in whatever form a dialect needs them."""

    key_id: str
    key_secret: str = field(repr=False)
    webhook_secret: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Delivery:
    """A callback that is due."""

    id: int
    movement: str
    event_id: str
    url: str
    body: str
    is_forged: bool
    tries: int
    dialect: str


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of a callback, for testers."""

    id: int
    movement: str
    event_id: str
    is_forged: bool
    tries: int
    last_status: int | None
    delivered_at: datetime | None
    is_due: bool


class Channel(StrEnum):
    """How people are reached."""

    EMAIL = "email"
    SMS = "sms"
    WHATSAPP = "whatsapp"
    CALL = "call"
    PUSH = "push"


class Mishap(StrEnum):
    """What happens to a message."""

    NONE = "none"
    FAIL = "fail"
    """It is not taken, and 503 is answered."""
    REFUSE = "refuse"
    """It will never be taken: 422 is answered."""
    LOSE = "lose"
    """It is taken, but 503 is answered."""
    SLOW = "slow"
    """It is taken, and the answer comes late."""


@dataclass(frozen=True, slots=True)
class ChannelFault:
    """A mishap that is switched on.

    address     whom it is for; None for everybody
    times_left  how often it still happens; None until it is switched off
    """

    channel: str
    mode: str
    address: str | None = None
    times_left: int | None = None
    delay_ms: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message of any channel; `subject`, `language` and `template` are empty where it has none."""

    id: str
    reference: str
    channel: str
    to_address: str
    subject: str
    body: str
    language: str
    template: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Fault:
    """A misbehaviour that is switched on."""

    scope: str
    mode: str
    delay_ms: int
    ends_at: datetime | None
