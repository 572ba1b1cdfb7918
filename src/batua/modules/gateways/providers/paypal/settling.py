"""PayPal's transaction report: everything of a day that touched our balance."""

from collections.abc import AsyncIterator
from datetime import date
from typing import Final

from batua.kit.money import Money
from batua.modules.gateways.providers.connection import thing
from batua.modules.gateways.providers.paypal.api import Api
from batua.modules.gateways.providers.paypal.wire import MOVED, Line, Report, kind_of
from batua.modules.gateways.providers.rail import Absent, Settling, Unreadable
from batua.modules.gateways.types import SettledLine

PAGE: Final = 500


def settling(api: Api, page: int = PAGE) -> Settling:
    """The report through this API, `page` lines a call."""

    async def lines(day: date) -> AsyncIterator[SettledLine]:
        params = {
            "start_date": f"{day}T00:00:00Z",
            "end_date": f"{day}T23:59:59Z",
            "fields": "transaction_info",
            "page_size": str(page),
        }
        number, last = 1, 1
        while number <= last:
            asked = {**params, "page": str(number)}
            try:
                found = thing(await api.get("/v1/reporting/transactions", asked), Report)
            except Absent:
                raise Unreadable("the transaction report") from None
            for detail in found.transaction_details:
                if detail.transaction_info.transaction_status in MOVED:
                    yield read(detail.transaction_info)
            number, last = number + 1, found.total_pages

    return lines


def read(line: Line) -> SettledLine:
    """One line; a fee below zero is what PayPal kept."""
    gross = line.transaction_amount.money
    taken = 0 if line.fee_amount is None else line.fee_amount.money.minor
    return SettledLine(
        kind=kind_of(line.transaction_event_code),
        named=line.transaction_event_code,
        provider_ref=line.transaction_id,
        gross=gross,
        fee=Money(-taken, gross.currency),
        net=Money(gross.minor + taken, gross.currency),
        at=line.transaction_initiation_date,
        parent_ref=line.paypal_reference_id,
        reference=line.custom_field,
        bank_ref=line.bank_reference_id,
    )
