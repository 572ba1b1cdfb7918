"""How a payment comes from one state to the next: along the graph, and once."""

from dataclasses import replace
from typing import Any

from batua.kit import clock
from batua.kit.db import Tx
from batua.modules.payments.rules import states
from batua.modules.payments.store import payment as payments
from batua.modules.payments.types import Payment, PaymentStatus


async def step(tx: Tx, payment: Payment, to: PaymentStatus, **came_with: Any) -> Payment:
    """Move a locked payment to another state.

    payment    as `store.payment.lock` gave it in this transaction
    came_with  fields of Payment that the step brings: entry, hold, attempt, failure, balances
    """
    assert states.may_step(payment.status, to), f"{payment.status} to {to}"
    settled_at = clock.now() if to in states.SETTLED else None
    after = replace(payment, status=to, settled_at=settled_at, **came_with)
    moved = await payments.move(tx, after, payment.status)
    assert moved, "the payment was locked, so nobody else can have moved it"
    return after
