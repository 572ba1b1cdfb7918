"""A process of its own that sends under given keys; run by the tests of concurrency.

It reads its orders from standard input, because they hold the proof of a PIN.
"""

import asyncio
import json
import sys
from typing import Any
from uuid import UUID

from batua.kit.db import Database, DatabaseSettings
from batua.kit.money import Currency, Money
from batua.kit.refusal import Refusal, Stalled
from batua.kit.secrets import KeyRing
from batua.modules.identity.types import PersonId
from batua.modules.payments import service as payments
from batua.modules.payments.types import Actor, SendOrder

KEYS = KeyRing({"k002": b"2" * 32, "k001": b"1" * 32}, b"i" * 32)


async def race(orders: dict[str, Any]) -> dict[str, str]:
    """For each key, the payment that it made or the code of the refusal."""
    db = Database(DatabaseSettings(url=orders["url"], pool_max=5, wait_s=60))
    await db.open()
    payer = Actor(PersonId(UUID(orders["payer"])), UUID(orders["session"]), orders["step_up"])

    lane = payments.Sends(db, KEYS)

    async def one(key: str) -> str:
        order = SendOrder(
            payer,
            PersonId(UUID(orders["payee"])),
            Money(orders["minor"], Currency("INR")),
            "",
            key,
        )
        while True:
            try:
                if not orders["alone"]:
                    return str((await lane.send(order)).payment.id)
                async with db.transaction() as tx:
                    return str((await payments.send(tx, KEYS, order)).payment.id)
            except Stalled:  # the other process kept the wallet too long: nothing was done
                continue
            except Refusal as refusal:
                return refusal.code

    outcomes = await asyncio.gather(*(one(key) for key in orders["keys"]))
    await db.close()
    return dict(zip(orders["keys"], outcomes, strict=True))


if __name__ == "__main__":
    print(json.dumps(asyncio.run(race(json.load(sys.stdin)))))
