"""The lines of a batch with what became of them as CSV, safe to open in a spreadsheet."""

from collections.abc import AsyncIterator, Sequence

from batua.kit.refusal import Refusal
from batua.modules.payments.csv_export import BYTE_ORDER_MARK, write
from batua.modules.payments.rules.words import csv_cell
from batua.modules.payments.types import BatchId, BatchLine, Party

COLUMNS = (
    "line",
    "status",
    "amount",
    "currency",
    "name",
    "handle",
    "phone",
    "note",
    "reason",
    "todo",
    "code",
    "payment_id",
    "batch",
)


async def lines(
    parts: AsyncIterator[tuple[BatchId, list[tuple[BatchLine, Party | None]]]],
) -> AsyncIterator[str]:
    """The text of the file: the header, then a chunk a part."""
    yield BYTE_ORDER_MARK + write([COLUMNS])
    async for batch, part in parts:
        yield write([_row(batch, *told) for told in part])


def _row(batch: BatchId, line: BatchLine, payee: Party | None) -> Sequence[str]:
    result, amount = line.result, line.amount
    code = result.refusal.code if result.refusal else ""
    why = Refusal.registry.get(code)
    return [
        str(result.line),
        result.status.value,
        f"{amount.to_decimal():f}" if amount else "",
        str(amount.currency) if amount else "",
        csv_cell(payee.name) if payee else "",
        csv_cell(payee.handle or "") if payee else "",
        csv_cell(payee.phone) if payee else "",
        csv_cell(line.note),
        why.summary() if why else "",
        why.todo if why else "",
        code,
        str(result.payment) if result.payment else "",
        str(batch),
    ]
