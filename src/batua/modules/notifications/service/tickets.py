"""Tickets: what stands in an address that we give away, so that it tells nothing and cannot be guessed."""

import base64
import binascii
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from batua.kit import clock
from batua.kit.secrets import KeyRing, UnreadableSecret
from batua.modules.notifications.errors import BadTicket

_SUBJECT: Final = 16
_UNTIL: Final = 8
_FOR_EVER: Final = 0


class Use(StrEnum):
    """What a ticket is good for; one of another use is no ticket."""

    UNSUBSCRIBE = "unsubscribe"
    SPEECH = "speech"


def make(keys: KeyRing, use: Use, subject: UUID, until: datetime | None = None) -> str:
    """A ticket about a subject, as it may stand in an address; for ever without an end."""
    ends = _FOR_EVER if until is None else int(until.timestamp())
    plain = subject.bytes + ends.to_bytes(_UNTIL, "big")
    sealed = keys.encrypt(plain, purpose=f"notifications.ticket.{use}")
    return base64.urlsafe_b64encode(sealed).decode().rstrip("=")


def read(keys: KeyRing, use: Use, ticket: str) -> UUID:
    """What a ticket is about.

    refuses  BadTicket
    """
    try:
        sealed = base64.b64decode(ticket + "=" * (-len(ticket) % 4), altchars=b"-_", validate=True)
        plain = keys.decrypt(sealed, purpose=f"notifications.ticket.{use}")
    except (binascii.Error, ValueError, UnreadableSecret) as error:
        raise BadTicket from error
    ends = int.from_bytes(plain[_SUBJECT:], "big")
    if ends != _FOR_EVER and datetime.fromtimestamp(ends, UTC) <= clock.now():
        raise BadTicket
    return UUID(bytes=plain[:_SUBJECT])
