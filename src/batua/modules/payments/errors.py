"""Why payments says no: each refusal moves nothing and states no fact."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from batua.kit.money import Money
from batua.kit.refusal import Kind, Refusal


class AmountNotPositive(Refusal):
    """The amount must be above zero."""

    code = "payments.amount_not_positive"
    kind = Kind.INVALID
    todo = "Enter an amount above zero."


@dataclass(eq=False)
class NoteTooLong(Refusal):
    """The note is longer than a note may be."""

    code = "payments.note_too_long"
    kind = Kind.INVALID
    todo = "Shorten the note."
    max_length: int


class PayeeIsYourself(Refusal):
    """Payer and payee are the same person."""

    code = "payments.payee_is_yourself"
    kind = Kind.CONFLICT
    todo = "Choose another person."


class PayeeNotFound(Refusal):
    """Nobody with a wallet was found."""

    code = "payments.payee_not_found"
    kind = Kind.NOT_FOUND
    todo = "Check the number or the handle, or ask the person to open a wallet."


@dataclass(eq=False)
class TooManyMisses(Refusal):
    """Too many look-ups found nobody within the last hour."""

    code = "payments.too_many_misses"
    kind = Kind.LIMITED
    retry = True
    todo = "Choose someone you have paid before, or wait."
    retry_after_s: int


class LookUpByOne(Refusal):
    """A look-up names a phone, a handle or a QR text, and only one of them."""

    code = "payments.look_up_by_one"
    kind = Kind.INVALID
    todo = "Send exactly one of phone, handle and qr."


class PhoneNotReadable(Refusal):
    """The text is not a telephone number."""

    code = "payments.phone_not_readable"
    kind = Kind.INVALID
    todo = "Write the number with its country code, for example +91 98765 43210."


class HandleNotReadable(Refusal):
    """The text is not a handle."""

    code = "payments.handle_not_readable"
    kind = Kind.INVALID
    todo = "Write the handle as name@batua."


class QrNotReadable(Refusal):
    """The QR code says nothing that this wallet can pay."""

    code = "payments.qr_not_readable"
    kind = Kind.INVALID
    todo = "Scan the code again, or look the person up by number."


class QrOfAnotherNetwork(Refusal):
    """The QR code belongs to a payee outside this wallet."""

    code = "payments.qr_of_another_network"
    kind = Kind.INVALID
    todo = "Ask the person for a code of this wallet."


class PayeeHasNoWallet(Refusal):
    """The payee holds no wallet in this currency."""

    code = "payments.payee_has_no_wallet"
    kind = Kind.CONFLICT
    todo = "Send in a currency that the payee holds, or ask the payee to open such a wallet."


class NoWalletOfYours(Refusal):
    """You hold no wallet in this currency."""

    code = "payments.no_wallet_of_yours"
    kind = Kind.CONFLICT
    todo = "Open a wallet in this currency first."


class WalletNotFound(Refusal):
    """There is no such wallet of yours."""

    code = "payments.wallet_not_found"
    kind = Kind.NOT_FOUND
    todo = "Open your list of wallets again."


class PaymentNotFound(Refusal):
    """There is no such payment of yours."""

    code = "payments.payment_not_found"
    kind = Kind.NOT_FOUND
    todo = "Open your history again."


class RequestNotFound(Refusal):
    """There is no such request of yours."""

    code = "payments.request_not_found"
    kind = Kind.NOT_FOUND
    todo = "Open your list of requests again."


class KeyReused(Refusal):
    """This Idempotency-Key belongs to another order of yours."""

    code = "payments.key_reused"
    kind = Kind.CONFLICT
    todo = "Make a new key for each new order."


@dataclass(eq=False)
class SendLimitReached(Refusal):
    """The amount is above what may go in one payment."""

    code = "payments.send_limit_reached"
    kind = Kind.LIMITED
    todo = "Send a smaller amount."
    limit: Money


@dataclass(eq=False)
class DayLimitReached(Refusal):
    """This payment would pass what may go in one day."""

    code = "payments.day_limit_reached"
    kind = Kind.LIMITED
    todo = "Send what is left for today, or wait until tomorrow."
    limit: Money
    left: Money
    resets_at: datetime


@dataclass(eq=False)
class MonthLimitReached(Refusal):
    """This payment would pass what may go in one month."""

    code = "payments.month_limit_reached"
    kind = Kind.LIMITED
    todo = "Send what is left for this month, or wait until the next."
    limit: Money
    left: Money
    resets_at: datetime


@dataclass(eq=False)
class RequestClosed(Refusal):
    """The request was already answered or taken back."""

    code = "payments.request_closed"
    kind = Kind.CONFLICT
    todo = "Open the request again to see what became of it."
    constraint = "payments.request_closed"
    status: str = "paid"


class RequestOutOfTime(Refusal):
    """The request expired before it was answered."""

    code = "payments.request_expired"
    kind = Kind.CONFLICT
    todo = "Ask for a new request."


class OnlyTheOneAsked(Refusal):
    """Only the person who was asked can pay or decline a request."""

    code = "payments.only_the_one_asked"
    kind = Kind.FORBIDDEN
    todo = "You asked for this money: remind the other person, or cancel the request."


class OnlyTheAsker(Refusal):
    """Only the person who asked can remind of a request or cancel it."""

    code = "payments.only_the_asker"
    kind = Kind.FORBIDDEN
    todo = "You were asked for this money: pay or decline the request."


@dataclass(eq=False)
class RemindedToday(Refusal):
    """A request is reminded of once a day at most."""

    code = "payments.reminded_today"
    kind = Kind.LIMITED
    retry = True
    todo = "Wait a day before the next reminder."
    retry_after_s: int


@dataclass(eq=False)
class TooManyOpenRequests(Refusal):
    """This person has enough unanswered requests of yours."""

    code = "payments.too_many_open_requests"
    kind = Kind.LIMITED
    todo = "Wait for an answer, or cancel one of the open requests."
    limit: int


class RequestTermInvalid(Refusal):
    """A request stays open for 1 to 90 days."""

    code = "payments.request_term_invalid"
    kind = Kind.INVALID
    todo = "Choose from 1 to 90 days."


class FilterInvalid(Refusal):
    """The filters contradict one another."""

    code = "payments.filter_invalid"
    kind = Kind.INVALID
    todo = "Put the smaller amount and the earlier time first."


class DestinationNotFound(Refusal):
    """There is no such bank account among those you used."""

    code = "payments.destination_not_found"
    kind = Kind.NOT_FOUND
    todo = "Choose one from your list, or write the account's details."


class NoRail(Refusal):
    """This installation is connected to no payment provider."""

    code = "payments.no_rail"
    kind = Kind.CONFLICT
    todo = "Ask whoever runs it to connect one."


@dataclass(eq=False)
class BatchTooLong(Refusal):
    """A batch has at least one line, and no more than a batch may have."""

    code = "payments.batch_too_long"
    kind = Kind.INVALID
    todo = "Share the lines out among several batches."
    limit: int


@dataclass(eq=False)
class BatchRefused(Refusal):
    """Some lines cannot go, and all were to go together: nothing moved.

    lines  for each line that cannot go: line, code, detail, todo, facts
    """

    code = "payments.batch_refused"
    kind = Kind.CONFLICT
    todo = "Mend the lines that are named, or let each line go on its own."
    refused: int
    lines: list[dict[str, Any]]


class BatchNotFound(Refusal):
    """There is no such batch of yours."""

    code = "payments.batch_not_found"
    kind = Kind.NOT_FOUND
    todo = "Open your list of batches again."


class FileNotReadable(Refusal):
    """The file is not text with a line for each payment."""

    code = "payments.file_not_readable"
    kind = Kind.INVALID
    todo = "Save the table as CSV (UTF-8) and choose that file."


@dataclass(eq=False)
class ColumnsMissing(Refusal):
    """The first row does not name the columns that are needed."""

    code = "payments.columns_missing"
    kind = Kind.INVALID
    todo = "Write recipient, amount and note into the first row, as the template has it."
    missing: list[str]


class RecipientMissing(Refusal):
    """The line does not say who is paid."""

    code = "payments.recipient_missing"
    kind = Kind.INVALID
    todo = "Write a telephone number or a handle."


class RecipientNotReadable(Refusal):
    """The recipient is neither a telephone number nor a handle."""

    code = "payments.recipient_not_readable"
    kind = Kind.INVALID
    todo = "Write a number such as +91 98765 43210, or a handle such as asha@batua."


class RowTooLong(Refusal):
    """The row has more cells than the first row names."""

    code = "payments.row_too_long"
    kind = Kind.INVALID
    todo = "Write amounts without commas, or put them in quotation marks."


class PaymentLinkNotFound(Refusal):
    """There is no such payment link."""

    code = "payments.payment_link_not_found"
    kind = Kind.NOT_FOUND
    todo = "Ask whoever sent the link to send it again."


@dataclass(eq=False)
class PaymentLinkOver(Refusal):
    """The link was paid, cancelled, or is past its end."""

    code = "payments.payment_link_over"
    kind = Kind.CONFLICT
    todo = "Ask for a new link."
    status: str


@dataclass(eq=False)
class LinkAmountOutside(Refusal):
    """The amount is not one that the link may be paid with."""

    code = "payments.link_amount_outside"
    kind = Kind.INVALID
    todo = "Choose an amount between the two."
    least: Money
    most: Money


class LinkBusy(Refusal):
    """Somebody is paying by this link just now."""

    code = "payments.link_busy"
    kind, retry = Kind.CONFLICT, True
    todo = "Wait half an hour, or pay the same amount."


@dataclass(eq=False)
class TooManyPaymentLinks(Refusal):
    """Too many links of one person can be paid at once."""

    code = "payments.too_many_payment_links"
    kind = Kind.LIMITED
    todo = "Cancel one that nobody needs any more."
    most: int
