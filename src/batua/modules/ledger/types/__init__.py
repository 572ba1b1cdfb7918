"""The nouns of the ledger: accounts, entries of linked legs, holds, statement lines, damage."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, NewType
from uuid import UUID

from batua.kit.money import Currency, Money
from batua.modules.ledger.types.proof import Block as Block
from batua.modules.ledger.types.proof import Check as Check
from batua.modules.ledger.types.proof import Damage as Damage
from batua.modules.ledger.types.proof import Head as Head
from batua.modules.ledger.types.proof import Part as Part
from batua.modules.ledger.types.proof import Progress as Progress
from batua.modules.ledger.types.proof import Proofs as Proofs
from batua.modules.ledger.types.proof import Reach as Reach
from batua.modules.ledger.types.proof import Run as Run
from batua.modules.ledger.types.proof import RunState as RunState
from batua.modules.ledger.types.proof import VerifyReport as VerifyReport

AccountId = NewType("AccountId", UUID)
EntryId = NewType("EntryId", UUID)
HoldId = NewType("HoldId", UUID)

PERMISSIONS: Final[dict[str, frozenset[str]]] = {
    "ledger.blocks.read": frozenset({"auditor", "admin"}),
    "ledger.verifications.read": frozenset({"auditor", "admin"}),
    "ledger.verifications.run": frozenset({"auditor", "admin"}),
    "ledger.export": frozenset({"auditor", "admin"}),
}


class AccountKind(StrEnum):
    """The chart of accounts; each kind exists once for each owner and currency."""

    WALLET = "wallet"
    """What we owe a person."""
    POT = "pot"
    """What we owe a group."""
    FLOAT = "float"
    """What we owe an agent at a counter."""
    MERCHANT = "merchant"
    """What we owe a shop."""
    TREASURY_DUE = "treasury_due"
    """What we owe a treasury."""
    CLEARING = "clearing"
    """What a gateway holds for us, or we for it."""
    BANK = "bank"
    """What lies in a bank."""
    FEES = "fees"
    """What we earned from fees."""
    COMMISSIONS = "commissions"
    """What we gave away of them."""
    FX_POSITION = "fx_position"
    """What we hold of a currency between two legs of an exchange."""
    SUSPENSE = "suspense"
    """Money that came and that nobody has claimed yet."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account with its four counters, in minor units; all of them only ever count up or back.

    owner        an opaque reference of the caller's
    floor_minor  the least that `available` may be; None for no floor
    version      how many postings the account has
    """

    id: AccountId
    kind: AccountKind
    owner: str
    currency: Currency
    floor_minor: int | None
    posted_debits: int
    posted_credits: int
    pending_debits: int
    pending_credits: int
    version: int
    is_open: bool
    opened_at: datetime

    @property
    def balance(self) -> Money:
        """What was posted: credits less debits."""
        return Money(self.posted_credits - self.posted_debits, self.currency)

    @property
    def available(self) -> Money:
        """What may be spent: the balance less what is held; money still to come does not count."""
        return Money(self.posted_credits - self.posted_debits - self.pending_debits, self.currency)


@dataclass(frozen=True, slots=True)
class Leg:
    """One transfer: `amount` leaves `debit` and reaches `credit`, both of that currency."""

    debit: AccountId
    credit: AccountId
    amount: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PostOrder:
    """An entry to be written.

    id            chosen by the caller; the idempotency key
    kind          the caller's word, e.g. `send`
    ref           what it is for, in the caller's terms; never personal data
    legs          all happen or none; each currency is balanced by itself
    effective_at  when it counts for the books; when absent, the moment it is recorded
    """

    id: UUID
    kind: str
    ref: str
    legs: tuple[Leg, ...]
    effective_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Posted:
    """An entry of one leg that was written among others: the balances it left, in minor units."""

    recorded_at: datetime
    debit_balance_minor: int
    credit_balance_minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldOrder:
    """Money to be set aside.

    id          chosen by the caller; the idempotency key
    expires_at  from this moment on the hold counts as expired; None when only its owner ends it
    """

    id: UUID
    kind: str
    ref: str
    debit: AccountId
    credit: AccountId
    amount: Money
    expires_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A written entry.

    reverses  the entry that this one undoes
    hold      the hold that this one posts
    """

    id: EntryId
    kind: str
    ref: str
    legs: tuple[Leg, ...]
    recorded_at: datetime
    effective_at: datetime
    reverses: EntryId | None = None
    hold: HoldId | None = None


class HoldState(StrEnum):
    """Open, or one of three ends."""

    OPEN = "open"
    POSTED = "posted"
    VOIDED = "voided"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Money that was set aside.

    posted_minor  how much of it went to `credit`; the rest was given back
    state         OPEN until it is resolved, even when `expires_at` has passed
    """

    id: HoldId
    kind: str
    ref: str
    debit: AccountId
    credit: AccountId
    amount: Money
    posted_minor: int
    state: HoldState
    held_at: datetime
    expires_at: datetime | None
    resolved_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """One posting of an account.

    n              which leg of its entry, from 1
    amount         above zero for a credit, below for a debit
    version        the line's number in the account, from 1
    """

    entry_id: EntryId
    kind: str
    ref: str
    n: int
    amount: Money
    balance_after: Money
    version: int
    recorded_at: datetime
    effective_at: datetime
