"""Payouts to banks as tests ask for them, and what became of them."""

import asyncio
from uuid import UUID

from tests.modules.groups.checkout_given import Till
from tests.modules.payments.given import Someone, inr
from tests.modules.payments.rails_given import bank

from batua.modules.groups import service as groups
from batua.modules.groups.types import (
    DestinationOrder,
    Payout,
    PayoutStatus,
    Proposal,
    ProposalStatus,
)


async def account_of(desk: Till, who: Someone, ending: str = "6789") -> UUID:
    """A bank account to which somebody withdrew before, whatever came of it."""
    made = await desk.counter.withdraw(who, 1, bank(ending))
    await desk.counter.do_jobs()
    await desk.counter.callbacks(len(desk.counter.taken) + 1)
    return made.destination.id


async def choose(desk: Till, who: Someone, made: Proposal, to: UUID | None) -> Proposal:
    order = DestinationOrder(who.actor, desk.whole.id, made.id, to)
    async with desk.whole.db.transaction() as tx:
        return await groups.choose_destination(tx, desk.counter.rails, order)


async def chosen(desk: Till, minor: int = 300_00, ending: str = "6789") -> Proposal:
    """A withdrawal of the third one's to her bank that all others said yes to; nobody has paid it."""
    who = desk.whole[2]
    to = await account_of(desk, who, ending)
    made = await desk.whole.ask(who, amount=inr(minor), payee=who.id, destination=to)
    for voter in desk.whole.people[:2]:
        made = await desk.whole.vote(voter, made)
    assert made.status is ProposalStatus.APPROVED
    return made


async def retry(desk: Till, made: Proposal) -> Proposal:
    async with desk.whole.db.transaction() as tx:
        chair = desk.whole[0].actor
        return await groups.retry(tx, desk.counter.rails, chair, desk.whole.id, made.id)


async def payout(desk: Till, made: Proposal) -> Payout | None:
    async with desk.whole.db.read() as tx:
        view = await groups.proposal(tx, desk.whole[0].id, desk.whole.id, made.id)
    return view.payout


async def status(desk: Till, made: Proposal) -> tuple[PayoutStatus, str | None]:
    found = await payout(desk, made)
    assert found is not None
    return found.status, found.reason


async def is_paid(desk: Till, made: Proposal) -> bool:
    return (await desk.whole.read(made)).status is ProposalStatus.EXECUTED


async def until_told(desk: Till, made: Proposal) -> None:
    """Hand the provider's callbacks over until the payout has come to its end."""
    async with asyncio.timeout(30):
        while (await status(desk, made))[0] is PayoutStatus.SENT:
            await asyncio.sleep(0.05)
            await desk.counter.settle()
