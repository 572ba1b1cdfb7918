"""Questions to the group about a loan that was paid out: other terms, savings, guarantors, an end."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from batua.kit.db import Tx
from batua.kit.secrets import KeyRing
from batua.modules.groups.errors import LoanNotFound, LoanNotOpen, ProposalInvalid
from batua.modules.groups.rules import repaying, words
from batua.modules.groups.service import access, proposing
from batua.modules.groups.service.loans import asking, settling
from batua.modules.groups.service.loans.paying_back import fined
from batua.modules.groups.store import loan as loan_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.store import proposal as proposal_store
from batua.modules.groups.store.key import once
from batua.modules.groups.types import (
    LOAN_CHANGES,
    GuaranteeStatus,
    Loan,
    LoanChangeOrder,
    LoanStatus,
    Member,
    Proposal,
    ProposalId,
    ProposalKind,
    Right,
    Row,
)
from batua.modules.identity import service as identity

Matter = proposing.Matter


async def change_loan(tx: Tx, keys: KeyRing, order: LoanChangeOrder) -> Proposal:
    """Ask the group about a loan that is being paid back; its borrower has no vote in it.

    repeat   the same key returns the first proposal as it is now
    refuses  GroupNotFound, GroupOver, NotInYourRole, LoanNotFound, LoanNotOpen, WordsTooLong,
             LoanTermsInvalid, ProposalInvalid, NobodyToVote, TooManyOpen, KeyReused
    states   Proposed
    """
    if order.kind not in LOAN_CHANGES:
        raise ProposalInvalid("kind")
    reason, person = words.line("reason", order.reason, words.MAX_REASON), order.actor.person
    parts = (order.group, order.loan, order.kind.value, order.count, reason)
    claimed = await once.claim(tx, person, order.key, "change_loan", *parts)
    inside = await access.enter(tx, person, order.group, Right.PROPOSE, is_locked=True)
    if not claimed.is_new:
        earlier = await proposal_store.find(tx, order.group, claimed.id)
        assert earlier is not None, "a key stands for a proposal that was made"
        return earlier
    loan = await loan_store.lock(tx, order.group, order.loan)
    if loan is None:
        raise LoanNotFound
    if loan.status is not LoanStatus.ACTIVE:
        raise LoanNotOpen(loan.status.value)
    borrower = await member_store.find(tx, order.group, loan.member_id)
    assert borrower is not None, "memberships are kept"
    matter = Matter(order.kind, person, reason, interested=borrower.person, subject=loan.id)
    matter = await _with_terms(tx, keys, order, (loan, borrower), matter)
    return await proposing.put(tx, inside.group, ProposalId(claimed.id), matter, order.actor)


async def _with_terms(
    tx: Tx, keys: KeyRing, order: LoanChangeOrder, about: tuple[Loan, Member], matter: Matter
) -> Matter:
    """What it would be if it were decided now: the amount, and what is carried out."""
    loan, borrower = about
    rule = (await asking.product_of(tx, order.group, loan)).fine
    today = await asking.today_of(tx, keys, borrower.person)
    rows = fined(await loan_store.rows(tx, loan.id), rule, today)
    document: dict[str, Any] = {
        "time_zone": (await identity.person(tx, keys, borrower.person)).time_zone
    }
    minor = repaying.payoff(rows, today)
    match order.kind:
        case ProposalKind.RESTRUCTURE:
            minor = repaying.outstanding(rows)
            document["count"] = _checked_count(loan, rows, order.count, today)
        case ProposalKind.OFFSET:
            minor = repaying.savings_offset(rows, borrower.saved_minor, today)
            if minor == 0:
                raise ProposalInvalid("savings")
        case ProposalKind.CALL_GUARANTORS:
            every = await loan_store.guarantees(tx, loan.id)
            if all(each.status is not GuaranteeStatus.AGREED for each in every):
                raise ProposalInvalid("guarantors")
    return replace(matter, amount_minor=minor or None, document=document)


def _checked_count(loan: Loan, rows: Sequence[Row], count: int | None, today: date) -> int:
    if count is None:
        raise ProposalInvalid("count")
    settling.restructured(loan, rows, count, today)
    return count
