"""What verifications look like on the wire."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar.params import PathParameter

from batua.kit import clock
from batua.kit.caller import Caller
from batua.modules.identity.types import Person, PersonId
from batua.modules.kyc.types import By, Claim, Reason, State, Verification, Way

D = msgspec.Meta
WHEN = "2026-11-21T09:30:00Z"
PERSON_ID = "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e"

VerificationPath = Annotated[UUID, PathParameter(description="The verification.")]
ClaimField = Annotated[Claim, D(description="What is said.", examples=["woman"])]


def by_of(caller: Caller) -> By:
    """Whoever calls, as one who acts."""
    return By(PersonId(caller.person), caller.session)


class KycVerificationOut(msgspec.Struct):
    """One time that somebody asked to be verified."""

    id: Annotated[UUID, D(description="The verification.")]
    claim: ClaimField
    way: Annotated[Way, D(description="How she would like to be met.")]
    state: Annotated[State, D(description="How far it has come.")]
    is_good: Annotated[bool, D(description="Whether it is confirmed, and not at its end.")]
    asked_at: Annotated[datetime, D(description="When she asked.", examples=[WHEN])]
    confirmed_at: Annotated[
        datetime | None, D(description="When it was confirmed.", examples=[WHEN])
    ]
    how: Annotated[Way | None, D(description="How she was met.")]
    until: Annotated[
        datetime | None,
        D(description="When it ends by itself; null when it does not.", examples=[WHEN]),
    ]
    ended_at: Annotated[
        datetime | None,
        D(description="When it was declined, withdrawn or taken back.", examples=[WHEN]),
    ]
    reason: Annotated[Reason | None, D(description="Why an officer ended it.")]

    @classmethod
    def of(cls, found: Verification) -> "KycVerificationOut":
        return cls(**fields_of(found))


class ApplicantOut(msgspec.Struct):
    """Who asked, as an officer must see her to reach her."""

    id: Annotated[UUID, D(description="The person.", examples=[PERSON_ID])]
    name: Annotated[str, D(description="Her name.", examples=["Asha Devi"])]
    phone: Annotated[str, D(description="Her whole number.", examples=["+919876543210"])]
    handle: Annotated[str | None, D(description="Handle, if she has one.", examples=["asha@batua"])]
    language: Annotated[str, D(description="The language she reads.", examples=["hi"])]

    @classmethod
    def of(cls, person: Person) -> "ApplicantOut":
        return cls(person.id, person.name, person.phone, person.handle, person.language)


class VerificationCaseOut(KycVerificationOut):
    """A verification as officers see it."""

    person: Annotated[ApplicantOut, D(description="Who asked.")]
    confirmed_by: Annotated[
        UUID | None,
        D(description="The officer who confirmed it; null when it was the house itself."),
    ]

    @classmethod
    def of_case(cls, found: Verification, person: Person) -> "VerificationCaseOut":
        return cls(
            **fields_of(found),
            person=ApplicantOut.of(person),
            confirmed_by=found.confirmed_by,
        )


def fields_of(found: Verification) -> dict[str, Any]:
    """What she herself and an officer see alike."""
    names = (name for name in KycVerificationOut.__struct_fields__ if name != "is_good")
    return {
        **{name: getattr(found, name) for name in names},
        "is_good": found.holds_at(clock.now()),
    }
