"""PayPal's own words: what it answers, its statuses, and how it counts money."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

import msgspec

from batua.kit.money import Money
from batua.modules.gateways.providers.units import Units
from batua.modules.gateways.types import Outcome, SettledKind

UNITS: Final = Units(decimals={"HUF": 0, "TWD": 0})
"""Major units as text; forints and new dollars without decimals."""

ORDER: Final[Mapping[str, Outcome]] = {
    "CREATED": Outcome.OPEN,
    "SAVED": Outcome.OPEN,
    "PAYER_ACTION_REQUIRED": Outcome.OPEN,
    "APPROVED": Outcome.OPEN,
    "VOIDED": Outcome.EXPIRED,
    "COMPLETED": Outcome.SUCCEEDED,
}
"""An approved one moves nothing before we capture it; a completed one is as its capture is."""
CAPTURE: Final[Mapping[str, Outcome]] = {
    "PENDING": Outcome.UNDERWAY,
    "COMPLETED": Outcome.SUCCEEDED,
    "PARTIALLY_REFUNDED": Outcome.SUCCEEDED,
    "REFUNDED": Outcome.SUCCEEDED,
    "DECLINED": Outcome.FAILED,
    "FAILED": Outcome.FAILED,
}
REFUND: Final[Mapping[str, Outcome]] = {
    "PENDING": Outcome.UNDERWAY,
    "COMPLETED": Outcome.SUCCEEDED,
    "CANCELLED": Outcome.FAILED,
    "FAILED": Outcome.FAILED,
}
KINDS: Final[Mapping[str, SettledKind]] = {
    "T00": SettledKind.PAYMENT,
    "T0001": SettledKind.PAYOUT,
    "T01": SettledKind.FEE,
    "T02": SettledKind.TRANSFER,
    "T03": SettledKind.TRANSFER,
    "T04": SettledKind.TRANSFER,
    "T1106": SettledKind.DISPUTE,
    "T1107": SettledKind.REFUND,
    "T12": SettledKind.DISPUTE,
}
"""By the beginning of an event code; every other is an adjustment under its own name."""
MOVED: Final = frozenset({"S", "V"})
"""Of the report: done, and done but taken back by a line of its own."""


def kind_of(code: str) -> SettledKind:
    """What a code of the report means."""
    return KINDS.get(code, KINDS.get(code[:3], SettledKind.ADJUSTMENT))


class Amount(msgspec.Struct):
    currency_code: str
    value: str

    @property
    def money(self) -> Money:
        """Exactly; raises NotExact."""
        return UNITS.from_decimal(self.value, self.currency_code)


class Link(msgspec.Struct):
    href: str
    rel: str


class Capture(msgspec.Struct):
    id: str
    status: str
    amount: Amount


class Refund(msgspec.Struct):
    id: str
    status: str
    amount: Amount
    custom_id: str | None = None


class Payments(msgspec.Struct):
    captures: list[Capture] = []
    refunds: list[Refund] = []


class Unit(msgspec.Struct):
    """What is bought: ours is one."""

    custom_id: str | None = None
    payments: Payments = msgspec.field(default_factory=Payments)


class Order(msgspec.Struct):
    id: str
    status: str
    purchase_units: list[Unit] = []
    links: list[Link] = []

    @property
    def unit(self) -> Unit:
        return self.purchase_units[0] if self.purchase_units else Unit()

    @property
    def page(self) -> str | None:
        """Where the payer approves it."""
        wanted = {"payer-action", "approve"}
        return next((link.href for link in self.links if link.rel in wanted), None)


class Token(msgspec.Struct):
    access_token: str
    expires_in: int


class Line(msgspec.Struct):
    """A line of the report; amounts and fees are signed, a fee mostly below zero."""

    transaction_id: str
    transaction_event_code: str
    transaction_initiation_date: datetime
    transaction_amount: Amount
    transaction_status: str
    fee_amount: Amount | None = None
    custom_field: str | None = None
    paypal_reference_id: str | None = None
    bank_reference_id: str | None = None


class Detail(msgspec.Struct):
    transaction_info: Line


class Report(msgspec.Struct):
    """A page of the report."""

    transaction_details: list[Detail] = []
    total_pages: int = 0


class Issue(msgspec.Struct):
    issue: str | None = None


class Problem(msgspec.Struct):
    name: str
    details: list[Issue] = []


class Resource(msgspec.Struct):
    """What an event is about: only where our id may stand."""

    custom_id: str | None = None
    purchase_units: list[Unit] = []

    @property
    def reference(self) -> str | None:
        inside = (unit.custom_id for unit in self.purchase_units)
        return self.custom_id or next((one for one in inside if one), None)


class Event(msgspec.Struct):
    id: str
    event_type: str
    resource: Resource
