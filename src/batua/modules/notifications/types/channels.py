"""The channels, how far what leaves by them has come, and why it did not."""

from enum import StrEnum


class Via(StrEnum):
    """The channels: how people are reached outside the app."""

    EMAIL = "email"
    SMS = "sms"
    WHATSAPP = "whatsapp"
    CALL = "call"
    PUSH = "push"
    """Her browsers, each by its own push service."""


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
