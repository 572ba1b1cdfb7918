"""The nouns of kyc, and the facts it states: none of them says what was claimed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar, Final, NewType
from uuid import UUID

from batua.kit.journal import Fact
from batua.modules.identity.types import PersonId

VerificationId = NewType("VerificationId", UUID)

_EVERYBODY: Final = frozenset({"person", "support", "auditor", "admin"})
_OFFICERS: Final = frozenset({"support", "admin"})

PERMISSIONS: Final[dict[str, frozenset[str]]] = {
    "kyc.own.read": _EVERYBODY,
    "kyc.own.change": _EVERYBODY,
    "kyc.verifications.read": _OFFICERS,
    "kyc.verifications.decide": _OFFICERS,
    "kyc.log.read": frozenset({"auditor", "admin"}),
}


class Claim(StrEnum):
    """What may be verified of a person; a claim more is a line here and one in `MOST`."""

    WOMAN = "woman"


MOST: Final[dict[Claim, timedelta]] = {
    Claim.WOMAN: timedelta(days=3660),
}
"""How long a claim may be confirmed for, when it is confirmed until a day; it need not be."""


class Way(StrEnum):
    """How she can be met, or was: what an officer does, never what she has to show."""

    IN_PERSON = "in_person"
    VIDEO_CALL = "video_call"
    INTRODUCED = "introduced"
    """Somebody whom the officer knows speaks for her."""


class State(StrEnum):
    """How far a verification has come."""

    ASKED = "asked"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    """An officer took a confirmation back."""
    TAKEN_BACK = "taken_back"
    """She herself does not want it any more."""
    EXPIRED = "expired"
    """It was confirmed until a day that has come, and she asked again."""


class Reason(StrEnum):
    """Why an officer declined or withdrew: one of these, so that nothing is written about her."""

    NOT_REACHED = "not_reached"
    NOT_SURE = "not_sure"
    """The officer could not tell that it is she who asked, or that she says so of herself."""
    OTHER_ACCOUNT = "other_account"
    MISTAKE = "mistake"
    MISUSED = "misused"


DECLINING: Final = frozenset({Reason.NOT_REACHED, Reason.NOT_SURE, Reason.OTHER_ACCOUNT})
WITHDRAWING: Final = frozenset({Reason.MISTAKE, Reason.MISUSED, Reason.OTHER_ACCOUNT})


@dataclass(frozen=True, slots=True)
class By:
    """Who acts: a person in a session."""

    person: PersonId
    session: UUID


@dataclass(frozen=True, slots=True)
class Verification:
    """One time that somebody asked.

    confirmed_by  the officer; None with a time when it was the house itself, as in the demo
    until         when a confirmation ends by itself; None when it does not
    """

    id: VerificationId
    person: PersonId
    claim: Claim
    way: Way
    state: State
    asked_at: datetime
    confirmed_at: datetime | None
    confirmed_by: UUID | None
    how: Way | None
    until: datetime | None
    ended_at: datetime | None
    ended_by: UUID | None
    reason: Reason | None

    def holds_at(self, now: datetime) -> bool:
        """Whether the claim is good at a moment."""
        return self.state is State.CONFIRMED and (self.until is None or now < self.until)


@dataclass(frozen=True, slots=True)
class LogLine:
    """Something that was done or looked at, by whom and in which session; None for the house.

    subject  the verification; of a search the person who was looked for; of a list nothing
    """

    id: int
    at: datetime
    actor: UUID | None
    session: UUID | None
    act: str
    subject: UUID | None


@dataclass(frozen=True, kw_only=True)
class About(Fact):
    """What all facts of kyc have in common: the subject is the verification, not its claim."""

    kind: ClassVar[str] = "kyc.about"
    person: UUID


@dataclass(frozen=True, kw_only=True)
class Asked(About):
    """Somebody asked to be verified."""

    kind: ClassVar[str] = "kyc.asked"


@dataclass(frozen=True, kw_only=True)
class Confirmed(About):
    """An officer confirmed what she said."""

    kind: ClassVar[str] = "kyc.confirmed"


@dataclass(frozen=True, kw_only=True)
class Declined(About):
    """An officer could not confirm it."""

    kind: ClassVar[str] = "kyc.declined"


@dataclass(frozen=True, kw_only=True)
class Withdrawn(About):
    """An officer took a confirmation back."""

    kind: ClassVar[str] = "kyc.withdrawn"


@dataclass(frozen=True, kw_only=True)
class TakenBack(About):
    """She herself does not want it any more."""

    kind: ClassVar[str] = "kyc.taken_back"


@dataclass(frozen=True, kw_only=True)
class Expired(About):
    """A confirmation was found at its end when she asked again."""

    kind: ClassVar[str] = "kyc.expired"
