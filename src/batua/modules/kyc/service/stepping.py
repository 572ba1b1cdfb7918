"""One step of a verification: checked against the graph, kept, logged and stated."""

from dataclasses import replace

from batua.kit import clock, journal
from batua.kit.db import Tx
from batua.modules.kyc import rules, store
from batua.modules.kyc.types import About, By, State, Verification


async def step(
    tx: Tx, held: Verification, becomes: State, by: By | None, fact: type[About]
) -> Verification:
    """Bring a verification that is held into another state.

    held     with what the step writes in it, still in the state that it had
    by       None when nobody did it: it came to its end, or the house did
    refuses  MovedOn
    states   the fact
    """
    rules.check_step(held.state, becomes)
    after = replace(held, state=becomes)
    await store.keep(tx, after)
    await tell(tx, after, by, fact)
    return after


async def tell(tx: Tx, about: Verification, by: By | None, fact: type[About]) -> None:
    """Write it into the log and state it, without a word of what was claimed."""
    act = fact.kind.partition(".")[2]
    await store.note(tx, clock.now(), by, act, about.id)
    actor = None if by is None else by.person
    await journal.state(
        tx, fact(subject=about.id, actor=actor, audience=(about.person,), person=about.person)
    )
