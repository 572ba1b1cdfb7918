"""Callbacks as those who run the house see them: what came, and what was turned away."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Reason(StrEnum):
    """Why a callback was turned away."""

    BAD_SIGNATURE = "bad_signature"
    """Not signed, forged, or older than five minutes."""
    BAD_CALLBACK = "bad_callback"
    """Signed, and not readable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """An authentic callback; its body stays sealed.

    attempt, state  whom it names, and how that stands now; None when it names none of ours
    copies          how often it came
    """

    provider: str
    event_id: str
    kind: str
    attempt: UUID | None
    state: str | None
    signed_with: str
    sent_at: datetime
    received_at: datetime
    copies: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """Callbacks of one minute that were turned away for one reason; nothing of them is kept."""

    provider: str
    minute: datetime
    reason: str
    count: int
    last_at: datetime


@dataclass(slots=True)
class Rejections:
    """What was turned away since it was written last: a flood of forgeries costs no writes."""

    counts: Counter[tuple[str, datetime, Reason]] = field(default_factory=Counter)

    def note(self, provider: str, at: datetime, reason: Reason) -> None:
        """Count one."""
        self.counts[(provider, at.replace(second=0, microsecond=0), reason)] += 1

    def take(self) -> list[tuple[str, datetime, Reason, int]]:
        """All that was counted, which then is whoever takes it's to write."""
        found = [(*key, count) for key, count in self.counts.items()]
        self.counts.clear()
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Traffic:
    """What a provider sent of late; counts stop at ten thousand."""

    undecided: int = 0
    received: int = 0
    rejected: int = 0
    last_at: datetime | None = None
