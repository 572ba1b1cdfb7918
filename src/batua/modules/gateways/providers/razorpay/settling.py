"""Razorpay's combined settlement report: what came, went and was kept on a day."""

from collections.abc import AsyncIterator, Mapping
from datetime import UTC, date, datetime
from typing import Final

from batua.modules.gateways.providers.connection import thing
from batua.modules.gateways.providers.rail import Absent, Settling, Unreadable
from batua.modules.gateways.providers.razorpay.api import Api
from batua.modules.gateways.providers.razorpay.wire import UNITS, Recon, ReconLine
from batua.modules.gateways.types import SettledKind, SettledLine

PAGE: Final = 1000
KINDS: Final[Mapping[str, SettledKind]] = {
    "payment": SettledKind.PAYMENT,
    "refund": SettledKind.REFUND,
    "transfer": SettledKind.TRANSFER,
    "adjustment": SettledKind.ADJUSTMENT,
}
"""Every other type is an adjustment under its own name."""


def settling(api: Api, page: int = PAGE) -> Settling:
    """The report through this API, `page` lines a call."""

    async def lines(day: date) -> AsyncIterator[SettledLine]:
        skip = 0
        while True:
            params = {"year": f"{day:%Y}", "month": f"{day:%m}", "day": f"{day:%d}"}
            params |= {"count": str(page), "skip": str(skip)}
            try:
                answer = await api.get("/v1/settlements/recon/combined", params)
            except Absent:
                raise Unreadable("the settlement report") from None
            found = thing(answer, Recon).items
            for line in found:
                yield read(line)
            if len(found) < page:
                return
            skip += page

    return lines


def read(line: ReconLine) -> SettledLine:
    """One line; what we get is credit - debit, and the fee is what was kept of the amount."""
    return SettledLine(
        kind=KINDS.get(line.type, SettledKind.ADJUSTMENT),
        named=line.type,
        provider_ref=line.entity_id,
        gross=UNITS.from_whole(line.credit - line.debit + line.fee, line.currency),
        fee=UNITS.from_whole(line.fee, line.currency),
        net=UNITS.from_whole(line.credit - line.debit, line.currency),
        at=datetime.fromtimestamp(line.created_at, UTC),
        parent_ref=line.payment_id,
        settlement=line.settlement_id,
        bank_ref=line.settlement_utr,
    )
