"""Why the ledger refuses; on a refusal nothing has moved, and the same id may be used again."""

from batua.kit.refusal import Kind, Refusal


class NotEnoughMoney(Refusal):
    """The available balance would fall below its floor."""

    code = constraint = "ledger.not_enough_money"
    kind = Kind.CONFLICT
    todo = "Add money, or choose a smaller amount."


class NoSuchAccount(Refusal):
    """There is no account of this id."""

    code = "ledger.no_such_account"
    constraint = "LG001"
    kind = Kind.NOT_FOUND
    todo = "Check the account's id."


class AccountClosed(Refusal):
    """The account is closed to entries and holds."""

    code = "ledger.account_closed"
    constraint = "LG002"
    kind = Kind.CONFLICT
    todo = "Use another account, or have this one opened again."


class AccountNotEmpty(Refusal):
    """An account that has a balance or an open hold cannot be closed."""

    code = constraint = "ledger.account_not_empty"
    kind = Kind.CONFLICT
    todo = "Move the money away and resolve its holds first."


class WrongCurrency(Refusal):
    """The account holds another currency."""

    code = "ledger.currency_mismatch"
    constraint = "LG003"
    kind = Kind.INVALID
    todo = "Use an account of the amount's currency, or exchange the money first."


class AmountOutOfRange(Refusal):
    """An amount is at least 1 and at most 1,000,000,000,000,000 minor units."""

    code = "ledger.amount_out_of_range"
    kind = Kind.INVALID
    todo = "Choose an amount in that range."


class SameAccount(Refusal):
    """Money cannot go from an account to itself."""

    code = "ledger.same_account"
    kind = Kind.INVALID
    todo = "Choose another account."


class LegsOutOfRange(Refusal):
    """An entry has at least 1 and at most 1,000 legs."""

    code = "ledger.legs_out_of_range"
    kind = Kind.INVALID
    todo = "Write it as several entries."


class NoSuchEntry(Refusal):
    """There is no entry of this id."""

    code = "ledger.no_such_entry"
    constraint = "LG010"
    kind = Kind.NOT_FOUND
    todo = "Check the entry's id."


class EntryConflict(Refusal):
    """Another entry was written under this id."""

    code = "ledger.entry_conflict"
    constraint = "LG009"
    kind = Kind.CONFLICT
    todo = "Make a new id for a new entry; send the same one only to repeat the very same order."


class AlreadyReversed(Refusal):
    """The entry was reversed before, by another id."""

    code = constraint = "ledger.already_reversed"
    kind = Kind.CONFLICT
    todo = "Nothing needs to be done: its money is back."


class ReversalNotReversible(Refusal):
    """The entry is itself a reversal."""

    code = "ledger.reversal_not_reversible"
    constraint = "LG011"
    kind = Kind.CONFLICT
    todo = "Write the movement as a new entry."


class NoSuchHold(Refusal):
    """There is no hold of this id."""

    code = "ledger.no_such_hold"
    constraint = "LG004"
    kind = Kind.NOT_FOUND
    todo = "Check the hold's id."


class HoldConflict(Refusal):
    """Another hold was made under this id."""

    code = "ledger.hold_conflict"
    kind = Kind.CONFLICT
    todo = "Make a new id for a new hold; send the same one only to repeat the very same order."


class HoldAlreadyPosted(Refusal):
    """The hold was posted before."""

    code = "ledger.hold_already_posted"
    constraint = "LG005"
    kind = Kind.CONFLICT
    todo = "Look at the entry that posted it."


class HoldAlreadyVoided(Refusal):
    """The hold was voided; its money is free again."""

    code = "ledger.hold_already_voided"
    constraint = "LG007"
    kind = Kind.CONFLICT
    todo = "Make a new hold."


class HoldExpired(Refusal):
    """The hold's time is over; its money is free again, or is about to be."""

    code = "ledger.hold_expired"
    constraint = "LG006"
    kind = Kind.CONFLICT
    todo = "Make a new hold."


class MoreThanHeld(Refusal):
    """More was to be posted than was held."""

    code = "ledger.more_than_held"
    constraint = "LG008"
    kind = Kind.CONFLICT
    todo = "Post at most the amount held."


class PeriodInvalid(Refusal):
    """The period ends before it begins."""

    code = "ledger.period_invalid"
    kind = Kind.INVALID
    todo = "Choose an end that is not before the beginning."
