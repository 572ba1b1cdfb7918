"""A history as CSV, line by line, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import AsyncIterator, Sequence

from batua.modules.payments.rules.words import csv_cell
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
BYTE_ORDER_MARK = "\ufeff"
"""Without it a spreadsheet takes UTF-8 for something else and spoils Hindi."""


async def lines(pages: AsyncIterator[Sequence[PaymentView]]) -> AsyncIterator[str]:
    """The text of the file: the header, then a chunk a page."""
    yield BYTE_ORDER_MARK + write([COLUMNS])
    async for page in pages:
        if page:
            yield write([_row(view) for view in page])


def write(rows: Sequence[Sequence[str]]) -> str:
    """Rows as lines of CSV."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


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
        csv_cell(other.name) if other else "",
        csv_cell(other.handle or "") if other else "",
        csv_cell(payment.note),
        f"{after.to_decimal():f}" if after else "",
        str(payment.id),
    ]
