"""Why files are not taken or shown."""

from batua.kit.refusal import Kind, Refusal


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
