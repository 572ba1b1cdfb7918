"""Flutterwave's settlements of a day, each with its transactions, refunds and chargebacks."""

from collections.abc import AsyncIterator
from datetime import UTC, date, timedelta

from batua.modules.gateways.providers.flutterwave.api import pages
from batua.modules.gateways.providers.flutterwave.wire import (
    UNITS,
    Refund,
    SettledTransaction,
    Settlement,
    opened,
    ours,
)
from batua.modules.gateways.providers.json_api import JsonApi
from batua.modules.gateways.providers.rail import Absent, Settling, Unreadable
from batua.modules.gateways.types import SettledKind, SettledLine


def settling(api: JsonApi) -> Settling:
    """The report through this API."""

    async def lines(day: date) -> AsyncIterator[SettledLine]:
        near = {"from": str(day - timedelta(days=1)), "to": str(day + timedelta(days=1))}
        try:
            async for listed in pages(api, "/v3/settlements", near, Settlement):
                if listed.at.astimezone(UTC).date() != day:
                    continue
                answer = await api.get(f"/v3/settlements/{listed.id}")
                settled = opened(answer, Settlement).data
                for paid in settled.transactions:
                    yield read(paid, settled)
                for id in settled.refunds:
                    back = opened(await api.get(f"/v3/refunds/{id}"), Refund).data
                    yield read_refund(back, settled)
                if settled.chargeback:
                    yield _disputed(settled)
        except Absent:
            raise Unreadable("the settlement report") from None

    return lines


def read(paid: SettledTransaction, settled: Settlement) -> SettledLine:
    """A transaction in a settlement; what is kept is all that does not reach us."""
    kept = paid.charged_amount - paid.settlement_amount
    return SettledLine(
        kind=SettledKind.PAYMENT,
        named="transaction",
        provider_ref=paid.tx_ref,
        gross=UNITS.from_decimal(paid.charged_amount, paid.currency),
        fee=UNITS.from_decimal(kept, paid.currency),
        net=UNITS.from_decimal(paid.settlement_amount, paid.currency),
        at=settled.at,
        reference=ours(paid.tx_ref),
        settlement=str(settled.id),
        bank_ref=settled.disburse_ref,
    )


def read_refund(back: Refund, settled: Settlement) -> SettledLine:
    """A refund that was taken out of a settlement."""
    gross = UNITS.from_decimal(-back.amount_refunded, settled.currency)
    return SettledLine(
        kind=SettledKind.REFUND,
        named="refund",
        provider_ref=str(back.id),
        gross=gross,
        fee=UNITS.from_decimal("0", settled.currency),
        net=gross,
        at=back.created_at or settled.at,
        parent_ref=None if back.tx_id is None else str(back.tx_id),
        reference=back.reference,
        settlement=str(settled.id),
        bank_ref=settled.disburse_ref,
    )


def _disputed(settled: Settlement) -> SettledLine:
    """All chargebacks of a settlement, as it tells their sum alone."""
    gross = UNITS.from_decimal(-settled.chargeback, settled.currency)
    return SettledLine(
        kind=SettledKind.DISPUTE,
        named="chargeback",
        provider_ref=f"{settled.id}:chargeback",
        gross=gross,
        fee=UNITS.from_decimal("0", settled.currency),
        net=gross,
        at=settled.at,
        settlement=str(settled.id),
        bank_ref=settled.disburse_ref,
    )
