"""What live listeners hear."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from batua.kit.journal import Cursor


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that changed, as live listeners hear it."""

    cursor: Cursor
    kind: str
    subject: UUID
    at: datetime
    audience: tuple[UUID, ...]
