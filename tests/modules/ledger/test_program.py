"""Many tasks at once on shared accounts: every answer is one that a naive model could have given.

MODEL_STEPS makes it longer, for example MODEL_STEPS=50000.
"""

import asyncio
import os
from datetime import timedelta

import psycopg
import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st
from tests.conftest import opened
from tests.modules.ledger.program import NOON, PLACES, Program, Shape
from tests.modules.ledger.replay import replayed

from batua.kit.refusal import Refusal
from batua.modules.ledger import errors
from batua.modules.ledger import service as ledger

STEPS = int(os.environ.get("MODEL_STEPS", "900"))
EXAMPLES = max(6, STEPS // 1500)
WISHES = {
    "send": 20,
    "exchange": 5,
    "repeat": 6,
    "reverse": 5,
    "hold": 8,
    "resolve": 8,
    "set_open": 2,
    "sweep": 2,
    "look": 5,
}
shapes = st.builds(
    Shape,
    seed=st.integers(0, 2**32),
    tasks=st.integers(2, 16),
    wallets=st.integers(2, 6),
    money=st.sampled_from([0, 40, 300]),
    wishes=st.fixed_dictionaries({name: st.integers(1, most) for name, most in WISHES.items()}),
)


@pytest.mark.slow
def test_many_tasks_at_once_agree_with_the_model(database: str) -> None:
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(PLACES)
    refused: set[type[Refusal]] = set()
    counts = {"seen": 0, "looks": 0, "entries": 0}

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.generate],  # the same seed runs otherwise: there is nothing to shrink
        suppress_health_check=list(HealthCheck),
    )
    @given(shape=shapes)
    def agree(shape: Shape) -> None:
        note(repr(shape))
        program = asyncio.run(ran(database, shape))
        refused.update(one.answer for one in program.seen if isinstance(one.answer, type))
        counts["seen"] += len(program.seen)
        counts["looks"] += len(program.looks)
        counts["entries"] += len(program.written)

    agree()
    print(counts, sorted(each.__name__ for each in refused))
    assert {errors.NotEnoughMoney, errors.EntryConflict, errors.HoldExpired} <= refused
    assert counts["looks"] > EXAMPLES and counts["entries"] > EXAMPLES


async def ran(database: str, shape: Shape) -> Program:
    """A program after its end, compared with the model."""
    async with opened(database, pool_max=10, wait_s=60, lock_timeout_s=60) as db:
        program = Program(db, shape)
        await program.run(STEPS // EXAMPLES)
        replay = await replayed(program)
        long_after = NOON + timedelta(days=1)
        async with db.transaction() as tx:
            given_back = await ledger.expire_holds(tx, long_after, 100_000)
        assert given_back == replay.model.expire(long_after)
        async with db.read() as tx:
            await replay.check_end(tx)
            assert (await ledger.verify(tx)).damages == ()
    return program
