"""The delivery log as CSV, line by line, safe to open in a spreadsheet."""

from collections.abc import AsyncIterator, Sequence

from batua.kit.spreadsheet import cell, sheet
from batua.modules.notifications.types import Dispatch

COLUMNS = (
    "queued_at",
    "ended_at",
    "channel",
    "provider",
    "kind",
    "state",
    "person_id",
    "to",
    "tries",
    "failure",
    "status",
    "reply",
    "cost",
    "currency",
    "is_estimate",
    "provider_ref",
    "reference",
    "id",
)


def lines(pages: AsyncIterator[Sequence[Dispatch]]) -> AsyncIterator[str]:
    """The text of the file."""
    return sheet(COLUMNS, ([_row(one) for one in page] async for page in pages))


def _row(one: Dispatch) -> list[str]:
    cost = one.cost
    return [
        one.queued_at.isoformat(),
        one.ended_at.isoformat() if one.ended_at else "",
        one.channel.value,
        cell(one.provider or ""),
        one.kind.value,
        one.state.value,
        str(one.person),
        cell(one.masked_to or ""),
        str(one.tries),
        cell(one.failure or ""),
        cell(one.status or ""),
        one.reply.value if one.reply else "",
        cost.price.amount if cost else "",
        cost.price.currency if cost else "",
        str(cost.is_estimate).lower() if cost else "",
        cell(one.provider_ref or ""),
        str(one.reference),
        str(one.id),
    ]
