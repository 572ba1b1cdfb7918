"""Whether groups agree with the ledger and with their own ballots."""

from typing import Final

from batua.kit.db import Tx, fetch_value

VIEWS: Final = {
    "pot": ("groups.group", "group", "its pot is not its own"),
    "transaction": ("groups.transaction", "transaction", "it and the entries do not agree"),
    "reserve": ("groups.proposal", "proposal", "its money is not set aside as it says"),
    "tally": ("groups.proposal", "proposal", "its tally is not what the ballots say"),
    "end": (
        "groups.group",
        "group",
        "it has ended, and its pot is not shared out as its vote says",
    ),
    "checkout": ("groups.checkout", "transaction", "it and what the provider moved do not agree"),
    "payout": ("groups.payout", "payout", "it and what went to the bank do not agree"),
    "dues": ("groups.dues_row", "dues", "they and what was paid of them do not agree"),
}
"""By the name of the view `groups.wrong_…`: where such a row stands and what is wrong."""


async def wrong(tx: Tx, view: str) -> str | None:
    """The first id of a view of wrong things."""
    sql = f"SELECT w.id FROM groups.wrong_{view} AS w ORDER BY w.id LIMIT 1"  # noqa: S608 - our own names
    found = await fetch_value(tx, sql)
    return None if found is None else str(found)


async def count(tx: Tx) -> int:
    """How many lines all statements have."""
    return int(await fetch_value(tx, "SELECT count(*) FROM groups.transaction"))
