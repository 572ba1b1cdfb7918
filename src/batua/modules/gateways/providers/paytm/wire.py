"""Paytm's own words: what it answers, its statuses, and how it counts money."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

import msgspec

from batua.modules.gateways.providers.units import Units
from batua.modules.gateways.types import Outcome, SettledKind

UNITS: Final = Units()
"""Rupees as text, with two decimals."""
CURRENCY: Final = "INR"
UNKNOWN_ORDER: Final = "NO_RECORD_FOUND"

ORDER: Final[Mapping[str, Outcome]] = {
    "TXN_SUCCESS": Outcome.SUCCEEDED,
    "TXN_FAILURE": Outcome.FAILED,
    "PENDING": Outcome.UNDERWAY,
    UNKNOWN_ORDER: Outcome.ABSENT,
}
REFUND: Final[Mapping[str, Outcome]] = {
    "TXN_SUCCESS": Outcome.SUCCEEDED,
    "TXN_FAILURE": Outcome.FAILED,
    "PENDING": Outcome.UNDERWAY,
    UNKNOWN_ORDER: Outcome.ABSENT,
}
NOT_THERE: Final = frozenset({"331", "334", "631"})
"""Codes of a failure by which Paytm says that it does not know the order, or the refund."""
OUR_FAULT: Final = frozenset({"330", "335", "501", "2005", "2006", "2013", "2014"})
"""Codes of a failure that say something about our keys or Paytm's system, nothing about money."""
KINDS: Final[Mapping[str, SettledKind]] = {
    "ACQUIRING": SettledKind.PAYMENT,
    "SALE": SettledKind.PAYMENT,
    "QR_PAYMENT": SettledKind.PAYMENT,
    "REFUND": SettledKind.REFUND,
    "CHARGEBACK": SettledKind.DISPUTE,
}


def ours(text: str | None) -> str | None:
    """An id of ours; None when it is none."""
    try:
        return str(UUID(text or ""))
    except ValueError:
        return None


class ResultInfo(msgspec.Struct, rename="camel"):
    """How Paytm says what became of a call; the status is 200 whatever it was."""

    result_status: str
    result_code: str = ""
    result_msg: str = ""


class Begun(msgspec.Struct, rename="camel"):
    """An order for which the payer may open Paytm's page."""

    result_info: ResultInfo
    txn_token: str = ""


class Order(msgspec.Struct, rename="camel"):
    """What payers made of an order."""

    result_info: ResultInfo
    order_id: str | None = None
    txn_id: str | None = None
    txn_amount: str | None = None


class Refund(msgspec.Struct, rename="camel"):
    """A refund."""

    result_info: ResultInfo
    ref_id: str | None = None
    refund_id: str | None = None
    refund_amount: str | None = None


class SettledRow(msgspec.Struct, rename="camel"):
    """A line of the report; amounts are rupees as text."""

    txn_id: str
    txn_type: str
    txn_amount: str
    settle_amount: str
    utr_processed_time: str
    order_id: str | None = None
    utr: str | None = None


class Settlements(msgspec.Struct, rename="camel"):
    """A page of the report."""

    status: str
    result_code: str = ""
    settlement_detail_list: list[SettledRow] = []
    paginator_total_page: int = 0


class Event(msgspec.Struct, rename="camel"):
    """What a callback is about, as JSON; a form has the same in capitals."""

    order_id: str
    status: str = ""
    txn_type: str = "SALE"
    ref_id: str | None = None
