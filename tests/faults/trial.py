"""A trial: one fault, again and again at random moments under load, and the books after each."""

import asyncio
import os
import random
from collections.abc import Awaitable, Callable
from typing import Any

from tests.faults import accountant
from tests.faults.accountant import Row
from tests.faults.load import Load, at_work
from tests.system import System

LONG = int(os.environ.get("FAULT_ROUNDS", "0"))
"""Rounds of each fault; when it is not set, a few of each that fit into `make test`."""
SEED = int(os.environ.get("FAULT_SEED", "0")) or (
    random.SystemRandom().randint(1, 10**6) if LONG else 20261
)
"""A long run strikes at other moments each time; a short one searches where it searched before."""

LIMIT_S = 10
"""How long after a fault the first order is acknowledged, at the latest. Only a long run holds it
against this: a short one shares its machine with every other test.
"""

Strike = Callable[[Load], Awaitable[float]]
"""Does the harm, and returns the recovery time in seconds."""


def rounds(short: int, share: float = 1) -> int:
    """How many rounds a fault has: `short` in a short run, a share of FAULT_ROUNDS in a long one."""
    return max(1, round(LONG * share)) if LONG else short


async def endure(
    system: System,
    fault: str,
    strike: Strike,
    count: int,
    *,
    afterwards: Callable[[Load], Awaitable[None]] | None = None,
    **more: Any,
) -> Row:
    """Let a fault strike a number of times, and compare the books with what was told each time.

    afterwards  what else is to be looked at when all is over
    more        see `at_work`
    """
    row = accountant.row_of(fault)
    dice = random.Random(f"{SEED} {fault}")
    print(f"FAULT_SEED={SEED} {fault}: {count} rounds")
    async with at_work(system, dice, **more) as load:
        for _ in range(count):
            load.gate.set()
            await load.progress()
            await load.renew()
            await asyncio.sleep(dice.uniform(0, 0.3))
            row.recoveries_s.append(await strike(load))
            await load.settle()
            await accountant.audit(load, row)
        await load.stop()
        await accountant.audit(load, row)
        if afterwards is not None:
            await afterwards(load)
    await accountant.verified(system)
    assert not LONG or max(row.recoveries_s) <= LIMIT_S, f"{fault}: {row.recoveries_s}"
    print(" | ".join(row.cells()), f"| {load.refused_503} times 503")
    return row
