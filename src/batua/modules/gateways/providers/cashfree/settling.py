"""Cashfree's reconciliation report: every event of a day that touched our balance."""

from collections.abc import AsyncIterator
from datetime import date
from typing import Final

from batua.modules.gateways.providers.cashfree.api import Api
from batua.modules.gateways.providers.cashfree.wire import KINDS, UNITS, Recon, ReconLine, ours
from batua.modules.gateways.providers.connection import thing
from batua.modules.gateways.providers.rail import Settling, Unreadable
from batua.modules.gateways.types import SettledKind, SettledLine

PAGE: Final = 1000
_SIGNS: Final = {"CREDIT": 1, "DEBIT": -1}


def settling(api: Api, page: int = PAGE) -> Settling:
    """The report through this API, `page` lines a call."""

    async def lines(day: date) -> AsyncIterator[SettledLine]:
        pagination: dict[str, int | str] = {"limit": page}
        while True:
            body = {
                "pagination": pagination,
                "filters": {
                    "start_date": f"{day}T00:00:00Z",
                    "end_date": f"{day}T23:59:59Z",
                },
            }
            found = thing(await api.post("/recon", body, None), Recon)
            for line in found.data:
                yield read(line)
            if not found.cursor or not found.data:
                return
            pagination["cursor"] = found.cursor

    return lines


def read(line: ReconLine) -> SettledLine:
    """One line; what is kept is what the event moved less what we are settled."""
    sign = _SIGNS.get(line.sale_type)
    if sign is None:
        raise Unreadable(f"sale type {line.sale_type[:20]!r}")
    gross, net = sign * line.event_amount, sign * line.event_settlement_amount
    return SettledLine(
        kind=KINDS.get(line.event_type, SettledKind.ADJUSTMENT),
        named=line.event_type,
        provider_ref=line.event_id,
        gross=UNITS.from_decimal(gross, line.event_currency),
        fee=UNITS.from_decimal(gross - net, line.event_currency),
        net=UNITS.from_decimal(net, line.event_currency),
        at=line.event_time,
        parent_ref=line.order_id,
        reference=ours(line.refund_id),
        settlement=line.cf_settlement_id,
        bank_ref=line.settlement_utr or None,
    )
