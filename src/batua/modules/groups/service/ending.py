"""The end of a group: its pot is shared out, and then it is there to read and for nothing else.

When the vote passes the group is over at once: in that transaction the shares are reckoned of what
is in the pot, and written as lines of the statement that wait. They are paid some at a time, each
once: its ids, here and in the ledger, come of the vote and the membership. Whoever is broken off
goes on with what still waits; with the last one the pot's account is closed.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID, uuid5

from batua.kit import clock, journal
from batua.kit.db import Database, Tx, stated_refusals
from batua.kit.jobs import Context, defer, job
from batua.kit.page import Page, Place, decode_cursor, page_of
from batua.kit.refusal import Refusal, Unavailable
from batua.modules.groups.errors import NotReadyToEnd
from batua.modules.groups.rules import ending as rules
from batua.modules.groups.rules import states
from batua.modules.groups.service import access
from batua.modules.groups.store import ending as store
from batua.modules.groups.store import group as group_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.store import proposal as proposal_store
from batua.modules.groups.store import transaction as transaction_store
from batua.modules.groups.types import (
    Dissolved,
    Executed,
    Group,
    GroupId,
    Hindrance,
    MemberId,
    MemberStatus,
    Proposal,
    ProposalId,
    ProposalStatus,
    Right,
    Share,
    Split,
    SplitRule,
    Transaction,
    TransactionId,
    TransactionKind,
    TransactionStatus,
)
from batua.modules.identity.types import PersonId
from batua.modules.ledger import service as ledger
from batua.modules.payments import service as payments
from batua.modules.payments.types import PotShareOrder

AT_ONCE: Final = 50
"""Shares of one transaction."""
_NOTE: Final = 200


def share_id(proposal: ProposalId, member: MemberId) -> TransactionId:
    """The id of a member's share, here and in the ledger: the same whoever reckons it again."""
    return TransactionId(uuid5(proposal, member.hex))


async def check_ready(tx: Tx, group: Group) -> None:
    """Refuse to ask for the end of a group in which something is under way; refuses NotReadyToEnd."""
    found = await store.hindrances(tx, group.id)
    if found:
        raise NotReadyToEnd(found[0].value)


async def begin(tx: Tx, group: Group, proposal: Proposal) -> tuple[Proposal, str | None]:
    """The group has voted to end: share out its pot. Why it cannot be done, or None.

    The group and the proposal are held. What is on its way into the pot does not stop the end, or
    anybody could: money that comes later stays with whoever paid it.

    states   Dissolved; Executed, when there is nothing to share out
    """
    found = await store.hindrances(tx, group.id)
    for what in (Hindrance.LOANS, Hindrance.PAYOUTS):
        if what in found:
            return proposal, what.value
    now = clock.now()
    over = replace(group, dissolved_at=now)
    await group_store.keep(tx, over)
    # From here on nothing goes in: who waited for the pot sees that the group is over.
    (pot,) = await ledger.lock(tx, [group.pot])
    shared = await _reckoned(tx, group, pot.balance.minor, SplitRule(proposal.document["split"]))
    await store.add_shares(tx, [_line(over, proposal, each) for each in shared if each.minor])
    assert states.may_step(states.PROPOSAL_STEPS, proposal.status, ProposalStatus.EXECUTING)
    begun = replace(proposal, status=ProposalStatus.EXECUTING)
    await proposal_store.keep(tx, begun)
    total = pot.balance.minor
    await access.log(tx, over, None, "dissolved", begun.id, amount_minor=total)
    fact = Dissolved(
        subject=group.id, audience=(group.id,), proposal=begun.id, amount=group.money(total)
    )
    await journal.state(tx, fact)
    if total == 0:
        return await _close(tx, over, begun), None
    await defer(tx, share_in_background, group=str(group.id), proposal=str(begun.id))
    return begun, None


async def _reckoned(tx: Tx, group: Group, total_minor: int, rule: SplitRule) -> list[Share]:
    claims = await store.claims(tx, group.id)
    minors = rules.split(total_minor, rules.weights(claims, rule))
    return [Share(claim, minor) for claim, minor in zip(claims, minors, strict=True)]


def _line(group: Group, proposal: Proposal, share: Share) -> Transaction:
    """A share that waits to be paid, as a line of the statement."""
    return Transaction(
        id=share_id(proposal.id, share.claim.member),
        group_id=group.id,
        kind=TransactionKind.SHARE,
        status=TransactionStatus.PENDING,
        member_id=share.claim.member,
        amount_minor=-share.minor,
        note=proposal.reason[:_NOTE],
        proposal_id=proposal.id,
        loan_id=None,
        attempt_id=None,
        entry_id=None,
        failure=None,
        balance_minor=None,
        created_at=clock.now(),
        settled_at=None,
    )


@job("groups.share_out")
async def share_in_background(ctx: Context, group: str, proposal: str) -> None:
    """Pay the shares of a group that has ended."""
    await share_out(ctx.db, GroupId(UUID(group)), ProposalId(UUID(proposal)))


async def under_way(tx: Tx, limit: int) -> list[tuple[GroupId, ProposalId]]:
    """Groups that have ended and whose shares are not all paid yet, the oldest first."""
    return await store.under_way(tx, limit)


async def share_out(db: Database, group: GroupId, id: ProposalId) -> Proposal:
    """Pay what still waits of a pot that is shared out, some at a time, and close it after the last.

    A share that a wallet does not take stays where it is, and is tried again later.

    repeat   what is paid stays as it is, whoever paid it
    states   payments.PaidFromPot for each; Executed with the last
    """
    after: UUID | None = None
    while True:
        async with db.transaction() as tx:
            held = await group_store.lock(tx, group)
            found = None if held is None else await proposal_store.lock(tx, group, id)
            assert held is not None
            assert found is not None
            if found.status is not ProposalStatus.EXECUTING:
                return found
            waiting = await store.waiting(tx, id, after, AT_ONCE)
            await _pay(tx, held, waiting)
            if not waiting:
                is_done = not await store.waiting(tx, id, None, 1)
                return await _close(tx, held, found) if is_done else found
            after = waiting[-1].id


async def _pay(tx: Tx, group: Group, shares: Sequence[Transaction]) -> None:
    """Pay some shares; the group and its proposal are held."""
    members = await member_store.by_ids(tx, group.id, [each.member_id for each in shares])
    orders = [
        PotShareOrder(
            payee=members[each.member_id].person,
            pot=group.id,
            account=group.pot,
            amount=group.money(-each.amount_minor),
            note=each.note,
            entry=each.id,
        )
        for each in shares
    ]
    await payments.lock_for_shares(tx, group.pot, orders)
    for share, order in zip(shares, orders, strict=True):
        try:
            # A savepoint: a wallet that takes no money leaves the others theirs.
            async with stated_refusals(), tx.transaction():
                await payments.pay_share(tx, order)
                await _paid(tx, group, share)
        except Unavailable:
            raise
        except Refusal:
            continue


async def _paid(tx: Tx, group: Group, share: Transaction) -> None:
    balance = (await ledger.account(tx, group.pot)).balance
    after = replace(
        share,
        status=TransactionStatus.SUCCEEDED,
        entry_id=share.id,
        balance_minor=balance.minor,
        settled_at=clock.now(),
    )
    moved = await transaction_store.move(tx, after, share.status)
    assert moved, "its proposal is held, so nobody else can have paid it"
    await access.log(tx, group, None, "share_paid", share.id, amount_minor=-share.amount_minor)


async def _close(tx: Tx, group: Group, proposal: Proposal) -> Proposal:
    """All is paid: close the pot for ever; states Executed."""
    await ledger.close_account(tx, group.pot)
    assert states.may_step(states.PROPOSAL_STEPS, proposal.status, ProposalStatus.EXECUTED)
    done = replace(proposal, status=ProposalStatus.EXECUTED, executed_at=clock.now())
    await proposal_store.keep(tx, done)
    await access.log(tx, group, None, "pot_closed", done.id)
    fact = Executed(subject=group.id, audience=(group.id,), proposal=done.id, what=done.kind.value)
    await journal.state(tx, fact)
    return done


async def split(
    tx: Tx, person: PersonId, group: GroupId, rule: SplitRule, page: tuple[str | None, int]
) -> tuple[Split, str | None]:
    """Who would get what if the group ended now; once it has, who gets and got what.

    page     cursor and limit; the largest shares come first
    returns  the split with the shares of this page, and the cursor of the next
    refuses  GroupNotFound, BadCursor
    """
    inside = await access.enter(tx, person, group, Right.READ)
    cursor, limit = page
    start = 0 if cursor is None else decode_cursor(cursor, tuple[Place])[0]
    ending = await store.ending_of(tx, group)
    if ending is not None:
        return _paged(Split(0, tuple(await _made(tx, inside.group, ending))), start, limit)
    total = (await ledger.account(tx, inside.group.pot)).balance.minor
    shares = await _reckoned(tx, inside.group, total, rule)
    found = Split(total, tuple(shares), await store.hindrances(tx, group))
    return _paged(found, start, limit)


async def _made(tx: Tx, group: Group, ending: ProposalId) -> list[Share]:
    made = await store.shares(tx, ending)
    claims = await store.claims(tx, group.id, list(made))
    return [Share(claim, *made[claim.member]) for claim in claims]


def _paged(found: Split, start: int, limit: int) -> tuple[Split, str | None]:
    # Sorting is stable: of equal shares those of who came first come first.
    every = sorted(found.shares, key=lambda each: -each.minor)
    numbered = list(enumerate(every, 1))[start : start + limit + 1]
    cut: Page[tuple[int, Share]] = page_of(numbered, limit, lambda each: (each[0],))
    total = sum(each.minor for each in every)
    shown = Split(total, tuple(share for _, share in cut.items), found.hindrances)
    return shown, cut.next


async def people(tx: Tx, group: GroupId, after: str | None, limit: int) -> Page[PersonId]:
    """The active members of a group, for whoever tells them that it has ended."""
    moment = None if after is None else decode_cursor(after, member_store.Position)
    rows = await member_store.page(tx, group, MemberStatus.ACTIVE, moment, limit + 1)
    cut = page_of(rows, limit, lambda each: (each.asked_at, each.id))
    return Page([each.person for each in cut.items], cut.next)
