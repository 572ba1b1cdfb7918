"""A process that spends from an account until it is refused; run by the concurrency tests.

    python -m tests.modules.ledger.spender URL FROM TO TRIES

It prints how many sends succeeded and how many were refused.
"""

import asyncio
import sys
from uuid import UUID

from tests.conftest import opened
from tests.modules.ledger.given import inr, order

from batua.kit.db import Database
from batua.modules.ledger import service as ledger
from batua.modules.ledger.errors import NotEnoughMoney
from batua.modules.ledger.types import AccountId, Leg


async def spend(db: Database, giver: AccountId, taker: AccountId) -> bool:
    """Send one unit; False when there is not enough."""
    try:
        async with db.transaction() as tx:
            await ledger.post(tx, order(Leg(giver, taker, inr(1))))
    except NotEnoughMoney:
        return False
    return True


async def main(url: str, giver: str, taker: str, tries: int) -> None:
    async with opened(url, pool_max=10, wait_s=60) as db:
        pair = AccountId(UUID(giver)), AccountId(UUID(taker))
        answers = await asyncio.gather(*(spend(db, *pair) for _ in range(tries)))
    print(sum(answers), len(answers) - sum(answers))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])))
