"""The end of a group: who gets what of the pot."""

from dataclasses import dataclass
from enum import StrEnum

from batua.modules.groups.types.nouns import TransactionStatus
from batua.modules.groups.types.voting import MemberId
from batua.modules.identity.types import PersonId


class SplitRule(StrEnum):
    """In which proportion a pot is split when its group ends."""

    NET = "net"
    """To what each has saved, less what was paid out to her."""
    SAVED = "saved"
    """To what each has saved, whatever was paid out."""
    EQUAL = "equal"
    """The same for everybody who has a voice."""


class Hindrance(StrEnum):
    """Why a group cannot end yet."""

    LOANS = "loans_running"
    """A loan is being paid back, or is about to be paid out."""
    PAYOUTS = "payouts_waiting"
    """A payout was approved and is not made yet."""
    CONTRIBUTIONS = "contributions_waiting"
    """A contribution is on its way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What speaks for a member when the pot is split. Minor units.

    saved_minor     what she has put into the pot, without fines and what went against her loans
    received_minor  what votes have paid out to her
    """

    member: MemberId
    person: PersonId
    saved_minor: int
    received_minor: int
    has_voice: bool


@dataclass(frozen=True, slots=True)
class Share:
    """What a member gets; `status` is None while it is only reckoned."""

    claim: Claim
    minor: int
    status: TransactionStatus | None = None


@dataclass(frozen=True, slots=True)
class Split:
    """A whole pot, shared out: the largest shares first.

    hindrances  why the group could not end now
    """

    total_minor: int
    shares: tuple[Share, ...]
    hindrances: tuple[Hindrance, ...] = ()
