"""Where a payout goes when it goes further than into the wallet of the payee."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from batua.modules.groups.types.nouns import GroupId
from batua.modules.groups.types.voting import ProposalId
from batua.modules.identity.types import PersonId
from batua.modules.payments.types import Actor


class PayoutStatus(StrEnum):
    """How far a payout to a bank account has come; `rules.states` holds the allowed steps."""

    CHOSEN = "chosen"
    SENT = "sent"
    """It has left the pot and is on its way to the bank."""
    ARRIVED = "arrived"
    RETURNED = "returned"
    """The bank did not take it: it is in the payee's wallet."""
    KEPT = "kept"
    """No rail could take it when it was paid: it is in the payee's wallet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Payout:
    """A bank account that the payee of a proposal chose, and what became of it.

    masked         as voters see it
    reason         why it is in her wallet
    withdrawal_id  the payment by which it went to the bank
    """

    proposal_id: ProposalId
    group_id: GroupId
    person: PersonId
    destination_id: UUID
    masked: str
    status: PayoutStatus
    reason: str | None = None
    withdrawal_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class DestinationOrder:
    """Where the payee wants her payout: a bank account of hers, or None for her wallet."""

    actor: Actor
    group: GroupId
    proposal: ProposalId
    destination: UUID | None
