"""The statement of a pot as CSV, safe to open in a spreadsheet."""

import csv
import io
from collections.abc import AsyncIterator, Sequence

from batua.modules.groups.types import DuesView, Face, Group, Position, Transaction

COLUMNS = (
    "created_at",
    "settled_at",
    "kind",
    "status",
    "amount",
    "currency",
    "balance_after",
    "name",
    "handle",
    "note",
    "proposal_id",
    "id",
)
BYTE_ORDER_MARK = "\ufeff"
"""Without it a spreadsheet takes UTF-8 for something else and spoils Hindi."""

Line = tuple[Transaction, Face | None]
DUES_COLUMNS = (
    "due_on",
    "plan",
    "name",
    "handle",
    "state",
    "due",
    "paid",
    "fine",
    "fine_paid",
    "fine_waived",
    "currency",
    "id",
)
DuesLine = tuple[DuesView, Face | None]
POSITION_COLUMNS = ("name", "handle", "role", "saved", "dues", "loan", "overdue", "currency", "id")
PositionLine = tuple[Position, Face | None]


async def lines(group: Group, pages: AsyncIterator[Sequence[Line]]) -> AsyncIterator[str]:
    """The text of the file: the header, then a chunk a page."""
    yield BYTE_ORDER_MARK + _written([COLUMNS])
    async for page in pages:
        if page:
            yield _written([_row(group, *line) for line in page])


async def dues_lines(group: Group, pages: AsyncIterator[Sequence[DuesLine]]) -> AsyncIterator[str]:
    """The same for the dues of a group."""
    yield BYTE_ORDER_MARK + _written([DUES_COLUMNS])
    async for page in pages:
        if page:
            yield _written([_dues_row(group, *line) for line in page])


async def position_lines(
    group: Group, pages: AsyncIterator[Sequence[PositionLine]]
) -> AsyncIterator[str]:
    """The same for where the members of a group stand."""
    yield BYTE_ORDER_MARK + _written([POSITION_COLUMNS])
    async for page in pages:
        if page:
            yield _written([_position_row(group, *line) for line in page])


def _position_row(group: Group, found: Position, face: Face | None) -> list[str]:
    standing = found.standing
    owed = (standing.dues_minor, standing.loan_minor, standing.overdue_minor)
    return [
        _cell(face.name) if face else "",
        _cell(face.handle or "") if face else "",
        found.member.role.value,
        *(f"{group.money(minor).to_decimal():f}" for minor in (found.member.saved_minor, *owed)),
        str(group.currency),
        str(found.member.id),
    ]


def _dues_row(group: Group, view: DuesView, face: Face | None) -> list[str]:
    row = view.dues
    sums = (row.due_minor, row.paid_minor, row.fine_minor, row.fine_paid_minor)
    return [
        row.due_on.isoformat(),
        _cell(view.plan.name),
        _cell(face.name) if face else "",
        _cell(face.handle or "") if face else "",
        view.state.value,
        *(f"{group.money(minor).to_decimal():f}" for minor in (*sums, row.fine_waived_minor)),
        str(group.currency),
        str(row.id),
    ]


def _written(rows: Sequence[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def _row(group: Group, found: Transaction, face: Face | None) -> list[str]:
    after = found.balance_minor
    return [
        found.created_at.isoformat(),
        found.settled_at.isoformat() if found.settled_at else "",
        found.kind.value,
        found.status.value,
        f"{group.money(found.amount_minor).to_decimal():f}",
        str(group.currency),
        "" if after is None else f"{group.money(after).to_decimal():f}",
        _cell(face.name) if face else "",
        _cell(face.handle or "") if face else "",
        _cell(found.note),
        str(found.proposal_id or ""),
        str(found.id),
    ]


def _cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else text
