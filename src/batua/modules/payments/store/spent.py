"""What is kept of each payer's day and month, and when it must be added up anew."""

from uuid import UUID

from batua.kit.db import Tx, execute
from batua.kit.money import Currency


async def forget(tx: Tx, person: UUID, currency: Currency) -> None:
    """Let the next send add up the payer's month: a payment of hers came or changed another way.

    Call it with her account locked, as the sends have it.
    """
    await execute(
        tx,
        "DELETE FROM payments.spent WHERE person = %(person)s AND currency = %(currency)s",
        {"person": person, "currency": str(currency)},
    )
