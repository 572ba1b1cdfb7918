"""Whether payments, keys, wallets and limits agree with the ledger and with the providers."""

from typing import Final

from batua.kit.db import Tx, fetch_one, fetch_value

WITNESS: Final = "payments.witness_v1"

VIEWS: Final = {
    "payment": ("payments.payment", "payment", "its status is not what the entries tell"),
    "key": ("payments.key", "payment", "payment and idempotency key do not belong together"),
    "wallet": ("payments.wallet", "wallet", "its account is not its person's"),
    "hold": ("payments.payment", "payment", "its money is not set aside as it says"),
    "request": ("payments.request", "request", "it and its payment do not agree"),
    "spent": ("payments.spent", "person", "the payments add up to something else"),
    "link": ("payments.link_checkout", "payment", "it and its link do not agree"),
    "clearing": ("gateways.attempt", "attempt", "provider and entries do not agree"),
}
"""By the name of the view `payments.wrong_…`: where such a row stands and what is wrong."""


async def wrong(tx: Tx, view: str) -> str | None:
    """The first id of a view of wrong things."""
    sql = f"SELECT w.id FROM payments.wrong_{view} AS w ORDER BY w.id LIMIT 1"  # noqa: S608 - our own names
    found = await fetch_value(tx, sql)
    return None if found is None else str(found)


async def strayed(tx: Tx, low: int, high: int) -> tuple[str, str | None, str] | None:
    """The first entry that has not the payment it must have: entry, payment, what is wrong."""
    row = await fetch_one(
        tx,
        "SELECT s.entry_id::text, s.payment_id::text, s.fault"
        " FROM payments.strayed_v1(%(low)s::bigint, %(high)s::bigint) AS s"
        " ORDER BY s.entry_seq LIMIT 1",
        {"low": low, "high": high},
    )
    return None if row is None else (row[0], row[1], row[2])


async def beyond_limit(tx: Tx, tier: str, decimals: dict[str, int]) -> str | None:
    """The first payment above what one payment could be when it was made."""
    found = await fetch_value(
        tx,
        "SELECT b.id FROM payments.beyond_limit_v1("
        " %(tier)s, %(monies)s::text[], %(decimals)s::smallint[]) AS b ORDER BY b.id LIMIT 1",
        {"tier": tier, "monies": list(decimals), "decimals": list(decimals.values())},
    )
    return None if found is None else str(found)


async def currencies(tx: Tx) -> list[str]:
    """Every currency that somebody has a wallet in."""
    found: list[str] = await fetch_value(
        tx, "SELECT coalesce(array_agg(DISTINCT currency), '{}') FROM payments.wallet"
    )
    return found


async def count(tx: Tx) -> int:
    """How many payments there are."""
    return int(await fetch_value(tx, "SELECT count(*) FROM payments.payment"))
