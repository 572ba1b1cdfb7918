"""The payment table: every movement, whichever kind."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from batua.kit.db import Tx, add_all, execute, fetch_all, fetch_one
from batua.kit.money import Currency, Money
from batua.modules.identity.types import PersonId
from batua.modules.payments.types import (
    Payment,
    PaymentId,
    PaymentKind,
    PaymentStatus,
    RequestId,
)

COLUMNS = (
    "id, kind, status, payer, payee, currency, amount_minor, fee_minor, note, reference,"
    " request_id, refund_of, attempt_id, destination_id, pot_id, entry_id, hold_id, failure,"
    " payer_balance_minor, payee_balance_minor, created_at, settled_at"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it lies in the table."""

    id: UUID
    kind: str
    status: str
    payer: UUID | None
    payee: UUID | None
    currency: str
    amount_minor: int
    fee_minor: int
    note: str
    reference: str
    request_id: UUID | None
    refund_of: UUID | None
    attempt_id: UUID | None
    destination_id: UUID | None
    pot_id: UUID | None
    entry_id: UUID | None
    hold_id: UUID | None
    failure: str | None
    payer_balance_minor: int | None
    payee_balance_minor: int | None
    created_at: datetime
    settled_at: datetime | None

    def to_payment(self) -> Payment:
        currency = Currency(self.currency)

        def money(minor: int | None) -> Money | None:
            return None if minor is None else Money(minor, currency)

        return Payment(
            id=PaymentId(self.id),
            kind=PaymentKind(self.kind),
            status=PaymentStatus(self.status),
            payer=None if self.payer is None else PersonId(self.payer),
            payee=None if self.payee is None else PersonId(self.payee),
            amount=Money(self.amount_minor, currency),
            fee=Money(self.fee_minor, currency),
            note=self.note,
            reference=self.reference,
            request=None if self.request_id is None else RequestId(self.request_id),
            refund_of=None if self.refund_of is None else PaymentId(self.refund_of),
            attempt=self.attempt_id,
            destination=self.destination_id,
            pot=self.pot_id,
            entry=self.entry_id,
            hold=self.hold_id,
            failure=self.failure,
            payer_balance=money(self.payer_balance_minor),
            payee_balance=money(self.payee_balance_minor),
            created_at=self.created_at,
            settled_at=self.settled_at,
        )


def _params(payment: Payment) -> dict[str, Any]:
    def minor(money: Money | None) -> int | None:
        return None if money is None else money.minor

    return {
        "id": payment.id,
        "kind": payment.kind.value,
        "status": payment.status.value,
        "payer": payment.payer,
        "payee": payment.payee,
        "currency": str(payment.amount.currency),
        "amount_minor": payment.amount.minor,
        "fee_minor": payment.fee.minor,
        "note": payment.note,
        "reference": payment.reference,
        "request_id": payment.request,
        "refund_of": payment.refund_of,
        "attempt_id": payment.attempt,
        "destination_id": payment.destination,
        "pot_id": payment.pot,
        "entry_id": payment.entry,
        "hold_id": payment.hold,
        "failure": payment.failure,
        "payer_balance_minor": minor(payment.payer_balance),
        "payee_balance_minor": minor(payment.payee_balance),
        "created_at": payment.created_at,
        "settled_at": payment.settled_at,
    }


async def add(tx: Tx, payment: Payment) -> None:
    """Write a new payment."""
    params = _params(payment)
    values = ", ".join(f"%({name})s" for name in params)
    await execute(
        tx,
        f"INSERT INTO payments.payment ({', '.join(params)}) VALUES ({values})",  # noqa: S608
        params,
    )


async def add_many(tx: Tx, payments: Sequence[Payment]) -> None:
    """Write new payments at once."""
    await add_all(tx, "payments.payment", [_params(payment) for payment in payments])


async def move(tx: Tx, payment: Payment, was: PaymentStatus) -> bool:
    """Write where a payment has come to; False when it is no longer where it was.

    payment  with its new status, and with what came with it (entry, hold, attempt, failure, time)
    was      the status it leaves
    """
    moved = await execute(
        tx,
        "UPDATE payments.payment SET status = %(status)s, attempt_id = %(attempt_id)s,"
        " entry_id = %(entry_id)s, hold_id = %(hold_id)s, failure = %(failure)s,"
        " payer_balance_minor = %(payer_balance_minor)s,"
        " payee_balance_minor = %(payee_balance_minor)s, settled_at = %(settled_at)s"
        " WHERE id = %(id)s AND status = %(was)s",
        {**_params(payment), "was": was.value},
    )
    return moved == 1


async def find(tx: Tx, id: UUID) -> Payment | None:
    """The payment, whoever asks: callers check the side."""
    return await _one(tx, "id = %(id)s", {"id": id})


async def lock(tx: Tx, id: UUID) -> Payment | None:
    """The payment, held until the transaction ends."""
    return await _one(tx, "id = %(id)s FOR NO KEY UPDATE", {"id": id})


async def undecided(tx: Tx, *, before: datetime, limit: int) -> list[Payment]:
    """Payments that still wait for an outside answer, oldest first."""
    return await _all(
        tx,
        "status IN ('pending', 'unknown') AND created_at < %(before)s"
        " ORDER BY created_at LIMIT %(limit)s",
        {"before": before, "limit": limit},
    )


async def find_many(tx: Tx, ids: Sequence[UUID]) -> dict[UUID, Payment]:
    """Payments by id; the caller bounds how many."""
    rows = await _all(tx, "id = ANY(%(ids)s)", {"ids": list(ids)})
    return {payment.id: payment for payment in rows}


async def _one(tx: Tx, where: str, params: dict[str, Any]) -> Payment | None:
    row = await fetch_one(
        tx,
        f"SELECT {COLUMNS} FROM payments.payment WHERE {where}",  # noqa: S608
        params,
        row=Row,
    )
    return None if row is None else row.to_payment()


async def _all(tx: Tx, where: str, params: dict[str, Any]) -> list[Payment]:
    rows = await fetch_all(
        tx,
        f"SELECT {COLUMNS} FROM payments.payment WHERE {where}",  # noqa: S608
        params,
        row=Row,
    )
    return [row.to_payment() for row in rows]
