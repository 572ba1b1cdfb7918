"""Money from outside and to the outside: top-ups, withdrawals, and where they go."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from batua.kit.money import Money
from batua.modules.gateways.types import Attempt, Destination
from batua.modules.identity.types import PersonId
from batua.modules.payments.types.nouns import Payment
from batua.modules.payments.types.orders import Actor, PotOutOrder


@dataclass(frozen=True, slots=True)
class TopUpOrder:
    """Money into a person's own wallet.

    site  address of the web app, where the provider sends the payer back to
    """

    person: PersonId
    amount: Money
    key: str
    site: str


@dataclass(frozen=True, slots=True)
class ExpectOrder:
    """Money from outside into a person's wallet, on its way to something that a module above keeps.

    purpose     of the attempt: who settles it, and calls `settle_top_up` or `pass_into_pot`
    key         the same one is the same top-up
    return_url  where the provider sends the payer back to
    """

    person: PersonId
    amount: Money
    purpose: str
    key: str
    return_url: str


@dataclass(frozen=True, slots=True)
class WithdrawOrder:
    """Money from a person's wallet to her bank account.

    to  the account, or the id of one that was used before
    """

    payer: Actor
    amount: Money
    to: Destination | UUID = field(repr=False)
    key: str


@dataclass(frozen=True, slots=True)
class PassOutOrder:
    """Money that was set aside in a pot, through the payee's wallet on to a bank account of hers.

    out         what was set aside
    entry       the id of the entry that puts it into her wallet
    to          an account that she used before
    withdrawal  the id of the withdrawal to come
    purpose     of its attempt: who settles it, and calls `settle_withdrawal`
    """

    out: PotOutOrder
    entry: UUID
    note: str
    to: UUID
    withdrawal: UUID
    purpose: str


@dataclass(frozen=True, slots=True)
class SavedDestination:
    """A bank account that a person used, as it may be shown."""

    id: UUID
    kind: str
    masked: str
    used_at: datetime


@dataclass(frozen=True, slots=True)
class TopUp:
    """A top-up with the attempt that shall bring it."""

    payment: Payment
    attempt: Attempt


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A withdrawal with where it goes."""

    payment: Payment
    destination: SavedDestination
