"""Why transactions and the files that prove them say no."""

from dataclasses import dataclass

from batua.kit.refusal import Kind, Refusal


class KeyReused(Refusal):
    """This Idempotency-Key belongs to another order of yours."""

    code = "groups.key_reused"
    kind = Kind.CONFLICT
    todo = "Make a new key for each new order."


class TransactionNotFound(Refusal):
    """There is no such transaction in this group."""

    code = "groups.transaction_not_found"
    kind = Kind.NOT_FOUND
    todo = "Open the statement again."


class PeriodInvalid(Refusal):
    """A statement covers one day to 366 days, the first before the last."""

    code = "groups.period_invalid"
    kind = Kind.INVALID
    todo = "Choose a period of at most a year."


@dataclass(eq=False)
class StatementTooLong(Refusal):
    """More moved in this period than a printed statement holds."""

    code = "groups.statement_too_long"
    kind = Kind.INVALID
    todo = "Choose a shorter period, or take the CSV file, which holds everything."

    most: int


class WrongCurrency(Refusal):
    """The pot holds another currency."""

    code = "groups.wrong_currency"
    kind = Kind.INVALID
    todo = "Use the currency of the group."


class NotAReceipt(Refusal):
    """The file is neither a picture nor a document that only shows something."""

    code = "groups.not_a_receipt"
    kind = Kind.INVALID
    todo = "Take a JPEG, PNG or WebP picture, or a PDF without scripts, forms and files inside."


class ReceiptTooLarge(Refusal):
    """The file has more than 10 MB."""

    code = "groups.receipt_too_large"
    kind = Kind.INVALID
    todo = "Take a smaller picture or file."


class TooManyReceipts(Refusal):
    """This transaction has ten receipts already."""

    code = "groups.too_many_receipts"
    kind = Kind.CONFLICT
    todo = "Remove one of them first."


class ReceiptNotFound(Refusal):
    """There is no such receipt, or the link to it has ended."""

    code = "groups.receipt_not_found"
    kind = Kind.NOT_FOUND
    todo = "Open the transaction again."
