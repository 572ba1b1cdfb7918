"""The lines of a batch with what became of them as CSV, safe to open in a spreadsheet."""

from collections.abc import AsyncIterator, Sequence

from batua.kit.refusal import Refusal
from batua.kit.spreadsheet import cell, sheet
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


def lines(
    parts: AsyncIterator[tuple[BatchId, list[tuple[BatchLine, Party | None]]]],
) -> AsyncIterator[str]:
    """The text of the file."""
    return sheet(COLUMNS, ([_row(batch, *told) for told in part] async for batch, part in parts))


def _row(batch: BatchId, line: BatchLine, payee: Party | None) -> Sequence[str]:
    result, amount = line.result, line.amount
    code = result.refusal.code if result.refusal else ""
    why = Refusal.registry.get(code)
    return [
        str(result.line),
        result.status.value,
        f"{amount.to_decimal():f}" if amount else "",
        str(amount.currency) if amount else "",
        cell(payee.name) if payee else "",
        cell(payee.handle or "") if payee else "",
        cell(payee.phone) if payee else "",
        cell(line.note),
        why.summary() if why else "",
        why.todo if why else "",
        code,
        str(result.payment) if result.payment else "",
        str(batch),
    ]
