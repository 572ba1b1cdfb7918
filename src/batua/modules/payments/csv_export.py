"""A history as CSV, line by line, safe to open in a spreadsheet."""

from collections.abc import AsyncIterator, Sequence

from batua.kit.spreadsheet import cell, sheet
from batua.modules.payments.types import PaymentView

COLUMNS = (
    "reference",
    "created_at",
    "settled_at",
    "kind",
    "status",
    "direction",
    "amount",
    "fee",
    "currency",
    "other_name",
    "other_handle",
    "note",
    "balance_after",
    "id",
)


def lines(pages: AsyncIterator[Sequence[PaymentView]]) -> AsyncIterator[str]:
    """The text of the file."""
    return sheet(COLUMNS, ([_row(view) for view in page] async for page in pages))


def _row(view: PaymentView) -> list[str]:
    payment, other = view.payment, view.other
    after = payment.balance_after(view.viewer)
    return [
        payment.reference,
        payment.created_at.isoformat(),
        payment.settled_at.isoformat() if payment.settled_at else "",
        payment.kind.value,
        payment.status.value,
        payment.direction(view.viewer).value,
        f"{payment.amount.to_decimal():f}",
        f"{payment.fee.to_decimal():f}",
        str(payment.amount.currency),
        cell(other.name) if other else "",
        cell(other.handle or "") if other else "",
        cell(payment.note),
        f"{after.to_decimal():f}" if after else "",
        str(payment.id),
    ]
