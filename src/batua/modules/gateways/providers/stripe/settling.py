"""Stripe's transfers to our bank on a day, and the transactions that each is made of."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from batua.modules.gateways.providers.connection import thing
from batua.modules.gateways.providers.rail import Settling
from batua.modules.gateways.providers.stripe.api import Api
from batua.modules.gateways.providers.stripe.wire import (
    KINDS,
    UNITS,
    Line,
    Lines,
    Payout,
    Payouts,
    Source,
)
from batua.modules.gateways.types import SettledKind, SettledLine

PAGE: Final = 100


def settling(api: Api, page: int = PAGE) -> Settling:
    """The report through this API, `page` lines a call."""

    async def lines(day: date) -> AsyncIterator[SettledLine]:
        async for payout in _payouts(api, day, page):
            params = {"payout": payout.id, "limit": str(page), "expand[]": "data.source"}
            while True:
                found = thing(await api.get("/v1/balance_transactions", params), Lines)
                for line in found.data:
                    yield read(line, payout)
                if not found.has_more or not found.data:
                    break
                params["starting_after"] = found.data[-1].id

    return lines


async def _payouts(api: Api, day: date, page: int) -> AsyncIterator[Payout]:
    since = datetime.combine(day, time(), UTC)
    until = since + timedelta(days=1)
    params = {
        "arrival_date[gte]": str(int(since.timestamp())),
        "arrival_date[lt]": str(int(until.timestamp())),
        "limit": str(page),
    }
    while True:
        found = thing(await api.get("/v1/payouts", params), Payouts)
        for payout in found.data:
            yield payout
        if not found.has_more or not found.data:
            return
        params["starting_after"] = found.data[-1].id


def read(line: Line, payout: Payout) -> SettledLine:
    """One transaction of a transfer."""
    source = line.source if isinstance(line.source, Source) else None
    named = source.id if source is not None else line.source
    return SettledLine(
        kind=KINDS.get(line.type, SettledKind.ADJUSTMENT),
        named=line.type,
        provider_ref=str(named or line.id),
        gross=UNITS.from_whole(line.amount, line.currency),
        fee=UNITS.from_whole(line.fee, line.currency),
        net=UNITS.from_whole(line.net, line.currency),
        at=datetime.fromtimestamp(line.created, UTC),
        parent_ref=None if source is None else source.payment_intent,
        reference=None if source is None else (source.metadata or {}).get("attempt"),
        settlement=payout.id,
        bank_ref=None if payout.trace_id is None else payout.trace_id.value,
    )
