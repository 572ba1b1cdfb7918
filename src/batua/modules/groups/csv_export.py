"""What a group takes away as CSV: the statement of its pot, its dues, where its members stand."""

from collections.abc import AsyncIterator, Sequence

from batua.kit.spreadsheet import cell, sheet
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


def lines(group: Group, pages: AsyncIterator[Sequence[Line]]) -> AsyncIterator[str]:
    """The statement of a pot."""
    return sheet(COLUMNS, ([_row(group, *line) for line in page] async for page in pages))


def dues_lines(group: Group, pages: AsyncIterator[Sequence[DuesLine]]) -> AsyncIterator[str]:
    """The dues of a group."""
    rows = ([_dues_row(group, *line) for line in page] async for page in pages)
    return sheet(DUES_COLUMNS, rows)


def position_lines(
    group: Group, pages: AsyncIterator[Sequence[PositionLine]]
) -> AsyncIterator[str]:
    """Where the members of a group stand."""
    rows = ([_position_row(group, *line) for line in page] async for page in pages)
    return sheet(POSITION_COLUMNS, rows)


def _position_row(group: Group, found: Position, face: Face | None) -> list[str]:
    standing = found.standing
    owed = (standing.dues_minor, standing.loan_minor, standing.overdue_minor)
    return [
        cell(face.name) if face else "",
        cell(face.handle or "") if face else "",
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
        cell(view.plan.name),
        cell(face.name) if face else "",
        cell(face.handle or "") if face else "",
        view.state.value,
        *(f"{group.money(minor).to_decimal():f}" for minor in (*sums, row.fine_waived_minor)),
        str(group.currency),
        str(row.id),
    ]


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
        cell(face.name) if face else "",
        cell(face.handle or "") if face else "",
        cell(found.note),
        str(found.proposal_id or ""),
        str(found.id),
    ]
