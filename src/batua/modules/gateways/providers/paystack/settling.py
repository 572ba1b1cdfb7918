"""Paystack's settlements of a day with their transactions, and what was refunded on it."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from batua.modules.gateways.providers.json_api import JsonApi
from batua.modules.gateways.providers.paystack.api import pages
from batua.modules.gateways.providers.paystack.wire import (
    REFUND,
    UNITS,
    Refund,
    Settlement,
    Transaction,
    ours,
)
from batua.modules.gateways.providers.rail import Absent, Settling, Unreadable
from batua.modules.gateways.types import Outcome, SettledKind, SettledLine

PAGE: Final = 100
LONGEST_REFUND: Final = timedelta(days=30)
"""How long before it is done a refund may have been asked for: its list goes by that."""


def settling(api: JsonApi, page: int = PAGE) -> Settling:
    """The report through this API, `page` lines a call."""

    async def lines(day: date) -> AsyncIterator[SettledLine]:
        of_day = {"from": f"{day}T00:00:00Z", "to": f"{day}T23:59:59Z"}
        try:
            async for settled in pages(api, "/settlement", of_day, Settlement, page):
                if settled.settlement_date.astimezone(UTC).date() != day:
                    continue
                path = f"/settlement/{settled.id}/transactions"
                async for paid in pages(api, path, {}, Transaction, page):
                    yield read(paid, settled)
            asked = {"from": f"{day - LONGEST_REFUND}T00:00:00Z", "to": of_day["to"]}
            async for back in pages(api, "/refund", asked, Refund, page):
                line = read_refund(back, day)
                if REFUND.get(back.status) is Outcome.SUCCEEDED and line.at.date() == day:
                    yield line
        except Absent:
            raise Unreadable("the settlement report") from None

    return lines


def read(paid: Transaction, settled: Settlement) -> SettledLine:
    """A transaction in a settlement."""
    fee = paid.fees or 0
    return SettledLine(
        kind=SettledKind.PAYMENT,
        named="transaction",
        provider_ref=paid.reference,
        gross=UNITS.from_whole(paid.amount, paid.currency),
        fee=UNITS.from_whole(fee, paid.currency),
        net=UNITS.from_whole(paid.amount - fee, paid.currency),
        at=paid.paid_at or paid.created_at or settled.settlement_date,
        reference=ours(paid.reference),
        settlement=str(settled.id),
    )


def read_refund(back: Refund, day: date) -> SettledLine:
    """A refund; Paystack keeps the payment's fee and takes none for it."""
    at = back.refunded_at or back.createdAt or datetime.combine(day, time(), UTC)
    gross = UNITS.from_whole(-back.amount, back.currency)
    return SettledLine(
        kind=SettledKind.REFUND,
        named="refund",
        provider_ref=str(back.id),
        gross=gross,
        fee=UNITS.from_whole(0, back.currency),
        net=gross,
        at=at.astimezone(UTC),
        parent_ref=back.transaction_reference,
        reference=back.reference,
    )
