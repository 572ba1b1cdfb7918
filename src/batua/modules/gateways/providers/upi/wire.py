"""The acquirer's words: what its bridge answers, its statuses, and how it counts money."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from uuid import UUID

import msgspec

from batua.modules.gateways.providers.units import Units
from batua.modules.gateways.types import Outcome, SettledKind

UNITS: Final = Units()
"""Rupees as text, with two decimals."""

COLLECT: Final[Mapping[str, Outcome]] = {
    "OPEN": Outcome.OPEN,
    "PENDING": Outcome.UNDERWAY,
    "SUCCESS": Outcome.SUCCEEDED,
    "FAILURE": Outcome.FAILED,
    "EXPIRED": Outcome.EXPIRED,
}
REFUND: Final[Mapping[str, Outcome]] = {
    "PENDING": Outcome.UNDERWAY,
    "SUCCESS": Outcome.SUCCEEDED,
    "FAILURE": Outcome.FAILED,
}
KINDS: Final[Mapping[str, SettledKind]] = {
    "COLLECT": SettledKind.PAYMENT,
    "REFUND": SettledKind.REFUND,
    "CHARGEBACK": SettledKind.DISPUTE,
}


def ours(reference: str | None) -> str | None:
    """Our attempt's id in a reference of letters and digits alone."""
    try:
        return str(UUID(reference or ""))
    except ValueError:
        return reference


class Collect(msgspec.Struct):
    """Money that is asked for; `paid` is what really came."""

    id: str
    reference: str
    status: str
    currency: str
    paid: str | None = None
    failure: str | None = None


class Refund(msgspec.Struct):
    """Money that goes back."""

    id: str
    reference: str
    status: str
    currency: str
    amount: str
    failure: str | None = None


class Line(msgspec.Struct):
    """A line of the report; amounts are below zero when they go back."""

    id: str
    kind: str
    reference: str
    currency: str
    gross: str
    fee: str
    net: str
    at: datetime
    settlement: str | None = None
    utr: str | None = None


class Report(msgspec.Struct):
    """A page of the report."""

    lines: list[Line]
    next: str | None = None


class Problem(msgspec.Struct):
    """A refusal."""

    code: str


class _Named(msgspec.Struct):
    reference: str | None = None


class Event(msgspec.Struct):
    """What a callback is about."""

    type: str
    data: _Named
