"""Who is calling: a person on a device, as a session states it."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Caller:
    """The person, session and device behind a request, with her roles and language."""

    person: UUID
    session: UUID
    device: UUID
    roles: frozenset[str]
    language: str
