"""What happens when an instalment is not paid: one step after another, each once."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from batua.kit.money import Money


class Channel(StrEnum):
    """How somebody is told; the app itself is the gentlest."""

    APP = "app"
    EMAIL = "email"
    SMS = "sms"
    WHATSAPP = "whatsapp"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Taken:
    """A step that was taken, and when."""

    n: int
    at: datetime


@dataclass(frozen=True, slots=True)
class DueStep:
    """The step to take next.

    n    its place in the plan, from 0
    at   not before this moment
    """

    n: int
    channel: Channel
    at: datetime


@dataclass(frozen=True, slots=True)
class StepTaken:
    """A step that was taken about one instalment of a loan."""

    row: int
    step: int
    channel: Channel
    at: datetime


@dataclass(frozen=True, slots=True)
class StepPlanned:
    """The step that is taken next about a loan, unless it is paid before; not before `at`."""

    row: int
    step: int
    channel: Channel
    at: datetime


@dataclass(frozen=True, slots=True)
class Steps:
    """What was done about the instalments of a loan, and what comes next, if anything."""

    taken: tuple[StepTaken, ...]
    planned: StepPlanned | None


@dataclass(frozen=True, slots=True)
class Lateness:
    """An instalment that is not paid, and where its debtor lives."""

    due_on: date
    time_zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """An instalment that is to be paid, as whoever reminds of it must know."""

    group: UUID
    group_name: str
    person: UUID
    due_on: date
    left: Money
