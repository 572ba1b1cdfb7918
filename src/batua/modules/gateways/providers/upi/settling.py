"""The acquirer's settlement report of a day."""

from collections.abc import AsyncIterator
from datetime import date
from typing import Final

from batua.modules.gateways.providers.connection import thing
from batua.modules.gateways.providers.json_api import JsonApi
from batua.modules.gateways.providers.rail import Absent, Settling, Unreadable
from batua.modules.gateways.providers.upi.wire import KINDS, UNITS, Line, Report, ours
from batua.modules.gateways.types import SettledKind, SettledLine

PAGE: Final = 500


def settling(api: JsonApi, page: int = PAGE) -> Settling:
    """The report through this API, `page` lines a call."""

    async def lines(day: date) -> AsyncIterator[SettledLine]:
        asked = {"day": day.isoformat(), "limit": str(page)}
        while True:
            try:
                found = thing(await api.get("/v1/settlements", asked), Report)
            except Absent:
                raise Unreadable("the settlement report") from None
            for line in found.lines:
                yield read(line)
            if found.next is None:
                return
            asked["cursor"] = found.next

    return lines


def read(line: Line) -> SettledLine:
    """One line; raises Unreadable when its amounts do not add up."""
    gross, fee, net = (
        UNITS.from_decimal(amount, line.currency) for amount in (line.gross, line.fee, line.net)
    )
    if gross - fee != net:
        raise Unreadable(f"line {line.id[:40]}")
    return SettledLine(
        kind=KINDS.get(line.kind, SettledKind.ADJUSTMENT),
        named=line.kind,
        provider_ref=line.id,
        gross=gross,
        fee=fee,
        net=net,
        at=line.at,
        reference=ours(line.reference),
        settlement=line.settlement,
        bank_ref=line.utr,
    )
