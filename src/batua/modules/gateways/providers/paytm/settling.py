"""Paytm's settlement report: what was paid out to our bank on a day, payment by payment."""

from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta, timezone
from typing import Final

from batua.kit.money import Money
from batua.modules.gateways.providers.paytm.api import Api
from batua.modules.gateways.providers.paytm.wire import (
    CURRENCY,
    KINDS,
    UNITS,
    SettledRow,
    Settlements,
    ours,
)
from batua.modules.gateways.providers.rail import Settling, Unreadable
from batua.modules.gateways.types import SettledKind, SettledLine

PAGE: Final = 20
_PATH: Final = "/merchant-settlement-service/settlement/list"
_INDIA: Final = timezone(timedelta(hours=5, minutes=30))
_GOES_BACK: Final = frozenset({SettledKind.REFUND, SettledKind.DISPUTE})


def settling(api: Api, page: int = PAGE) -> Settling:
    """The report through this API, `page` lines a call; its days are India's."""

    async def lines(day: date) -> AsyncIterator[SettledLine]:
        number = 1
        while True:
            fields = {
                "MID": api.merchant,
                "utrProcessedStartTime": day.isoformat(),
                "pageNum": str(number),
                "pageSize": str(page),
            }
            found = await api.ask_plain(_PATH, fields, Settlements)
            if found.status == "RECORD_NOT_FOUND":
                return
            if found.status != "SUCCESS":
                raise Unreadable(f"code {found.result_code}")
            for row in found.settlement_detail_list:
                yield read(row)
            if number >= found.paginator_total_page:
                return
            number += 1

    return lines


def read(row: SettledRow) -> SettledLine:
    """One line; what is kept is what was moved less what we are settled."""
    kind = KINDS.get(row.txn_type.upper(), SettledKind.ADJUSTMENT)
    gross, net = _amounts(row, goes_back=kind in _GOES_BACK)
    return SettledLine(
        kind=kind,
        named=row.txn_type,
        provider_ref=row.txn_id,
        gross=gross,
        fee=gross - net,
        net=net,
        at=_moment(row.utr_processed_time),
        parent_ref=row.order_id if kind in _GOES_BACK else None,
        reference=ours(row.order_id) if kind is SettledKind.PAYMENT else None,
        settlement=row.utr,
        bank_ref=row.utr,
    )


def _amounts(row: SettledRow, *, goes_back: bool) -> tuple[Money, Money]:
    """What was moved, and what of it reaches us; below zero when it goes back.

    Whether Paytm writes a sign before what goes back is not documented, so it is not asked.
    """
    gross = UNITS.from_decimal(row.txn_amount, CURRENCY)
    net = UNITS.from_decimal(row.settle_amount, CURRENCY)
    if not goes_back:
        return gross, net
    return Money(-abs(gross.minor), gross.currency), Money(-abs(net.minor), net.currency)


def _moment(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise Unreadable("a time of the report") from None
    return found if found.tzinfo is not None else found.replace(tzinfo=_INDIA)
