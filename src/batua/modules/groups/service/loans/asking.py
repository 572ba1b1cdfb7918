"""How a loan is asked for: what it would cost, who answers for it, and the vote."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from batua.kit import clock, ids, journal
from batua.kit.db import Tx
from batua.kit.secrets import KeyRing
from batua.modules.groups.errors import (
    GuarantorsMissing,
    LoanNotFound,
    LoanNotOpen,
    LoanOpen,
    LoanProductNotFound,
    LoanTermsInvalid,
    LoanTooLarge,
    NotAsked,
    NotEnoughInPot,
    OnlyTheAsker,
    WrongCurrency,
)
from batua.modules.groups.rules import repaying, roles, schedules, words
from batua.modules.groups.service import access, disbursing, proposing
from batua.modules.groups.service.access import Inside
from batua.modules.groups.store import group as group_store
from batua.modules.groups.store import loan as loan_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.store.key import once
from batua.modules.groups.types import (
    GUARANTEES_HELD,
    Group,
    GroupId,
    Guarantee,
    GuaranteeAnswered,
    GuaranteeAsked,
    GuaranteeStatus,
    Loan,
    LoanAsked,
    LoanCancelled,
    LoanId,
    LoanOrder,
    LoanProduct,
    LoanStatus,
    Member,
    MemberId,
    MemberStatus,
    ProposalId,
    ProposalKind,
    Quote,
    QuoteOrder,
    Right,
)
from batua.modules.identity import service as identity
from batua.modules.identity.types import PersonId
from batua.modules.ledger import service as ledger
from batua.modules.payments.types import Actor


async def quote(
    tx: Tx, keys: KeyRing, person: PersonId, group: GroupId, wanted: QuoteOrder
) -> Quote:
    """What a loan would cost if it were paid out today, and how much could be lent.

    refuses  GroupNotFound, NotInYourRole, LoanProductNotFound, LoanTermsInvalid, WrongCurrency
    """
    inside = await access.enter(tx, person, group, Right.BORROW)
    product = await _product(tx, inside.group, wanted)
    today = await today_of(tx, keys, person)
    terms = repaying.terms_of(
        product, wanted.amount.minor, wanted.count, schedules.due_on(today, product.period, 1)
    )
    rows = schedules.schedule(terms)
    most = repaying.most(inside.me.saved_minor, product.savings_multiple_pct, product.max_minor)
    return Quote(rows, schedules.cost(terms, rows), most, await _lendable(tx, inside.group))


async def ask_loan(tx: Tx, keys: KeyRing, order: LoanOrder) -> Loan:
    """Ask for a loan; with everybody who must answer for it, it is put to the vote.

    repeat   the same key returns the first loan as it is now
    refuses  GroupNotFound, GroupOver, NotInYourRole, LoanProductNotFound, LoanTermsInvalid,
             WrongCurrency, LoanTooLarge, LoanOpen, GuarantorsMissing, NotEnoughInPot,
             NobodyToVote, TooManyOpen, WordsTooLong, KeyReused
    states   LoanAsked, GuaranteeAsked; Proposed, when nobody must answer for it
    """
    purpose = words.line("purpose", order.purpose, words.MAX_PURPOSE)
    person, wanted = order.actor.person, order.wanted
    amount = (wanted.amount.minor, str(wanted.amount.currency))
    parts = (order.group, wanted.product, amount, wanted.count, purpose, order.guarantors)
    claimed = await once.claim(tx, person, order.key, "ask_loan", *parts)
    inside = await access.enter(tx, person, order.group, Right.BORROW, is_locked=True)
    if not claimed.is_new:
        earlier = await loan_store.find(tx, order.group, claimed.id)
        assert earlier is not None, "a key stands for a loan that was asked for"
        return earlier
    product = await _product(tx, inside.group, wanted)
    await _check(tx, inside, product, order)
    loan = _asked(LoanId(claimed.id), inside, product, wanted, purpose)
    await loan_store.add(tx, loan)
    await access.log(
        tx, inside.group, order.actor, "loan_asked", loan.id, amount_minor=loan.principal_minor
    )
    await journal.state(
        tx,
        LoanAsked(
            subject=inside.group.id,
            actor=person,
            audience=(inside.group.id, person),
            loan=loan.id,
            person=person,
            amount=wanted.amount,
        ),
    )
    for id in order.guarantors:
        await _ask_guarantor(tx, inside, loan, id)
    if product.guarantors == 0:
        return await _put_to_vote(tx, keys, inside.group, (inside.me, order.actor), loan)
    return loan


async def _product(tx: Tx, group: Group, wanted: QuoteOrder) -> LoanProduct:
    """The product of the constitution in force, with an amount and count that it lends."""
    if wanted.amount.currency != group.currency:
        raise WrongCurrency
    offered = (await access.constitution_of(tx, group)).loans
    found = next((each for each in offered if each.key == wanted.product), None)
    if found is None:
        raise LoanProductNotFound
    if not found.min_count <= wanted.count <= found.max_count:
        raise LoanTermsInvalid("count")
    minor, today = wanted.amount.minor, clock.now().date()
    schedules.check_terms(repaying.terms_of(found, minor, wanted.count, today))
    return found


async def _check(tx: Tx, inside: Inside, product: LoanProduct, order: LoanOrder) -> None:
    me, minor = inside.me, order.wanted.amount.minor
    if await loan_store.open_of(tx, me.id) is not None:
        raise LoanOpen
    most = repaying.most(me.saved_minor, product.savings_multiple_pct, product.max_minor)
    if most is not None and minor > most:
        raise LoanTooLarge(most)
    lendable = await _lendable(tx, inside.group)
    if minor > lendable:
        raise NotEnoughInPot(lendable)
    named = set(order.guarantors)
    is_short = len(named) < product.guarantors or len(named) < len(order.guarantors)
    if is_short or me.id in named or len(named) > 10:
        raise GuarantorsMissing(product.guarantors)


async def _lendable(tx: Tx, group: Group) -> int:
    pot = await ledger.account(tx, group.pot)
    reserve = (await access.constitution_of(tx, group)).reserve_minor
    return repaying.lendable(pot.available.minor, reserve)


def _asked(
    id: LoanId, inside: Inside, product: LoanProduct, wanted: QuoteOrder, purpose: str
) -> Loan:
    terms = repaying.terms_of(product, wanted.amount.minor, wanted.count, clock.now().date())
    return Loan(
        id=id,
        group_id=inside.group.id,
        member_id=inside.me.id,
        product_key=product.key,
        constitution_version=inside.group.constitution_version,
        status=LoanStatus.ASKED,
        purpose=purpose,
        principal_minor=terms.principal_minor,
        interest=terms.interest,
        rate_bps=terms.rate_bps,
        period=terms.period,
        count=terms.count,
        grace=terms.grace,
        grace_count=terms.grace_count,
        fee_minor=terms.fee_minor,
        first_due_on=None,
        proposal_id=None,
        outstanding_minor=0,
        asked_at=clock.now(),
        disbursed_at=None,
        ended_at=None,
    )


async def _ask_guarantor(tx: Tx, inside: Inside, loan: Loan, id: MemberId) -> None:
    member = await member_store.find(tx, inside.group.id, id)
    is_able = member is not None and member.status is MemberStatus.ACTIVE
    if member is None or not is_able or not roles.may(member.role, Right.GUARANTEE):
        raise GuarantorsMissing(1)
    asked = Guarantee(
        loan_id=loan.id,
        member_id=member.id,
        status=GuaranteeStatus.ASKED,
        asked_at=clock.now(),
        answered_at=None,
        ended_at=None,
    )
    if not await loan_store.add_guarantee(tx, asked):
        raise GuarantorsMissing(1)
    await journal.state(
        tx,
        GuaranteeAsked(
            subject=inside.group.id,
            actor=inside.me.person,
            audience=(member.person,),
            loan=loan.id,
            person=member.person,
        ),
    )


async def ask_guarantor(tx: Tx, actor: Actor, group: GroupId, id: LoanId, member: MemberId) -> None:
    """Ask one more member to answer for a loan of one's own, when somebody said no.

    refuses  GroupNotFound, GroupOver, NotInYourRole, LoanNotFound, OnlyTheAsker, LoanNotOpen,
             GuarantorsMissing
    states   GuaranteeAsked
    """
    inside, loan = await _own(tx, actor, group, id)
    if member == inside.me.id or len(await loan_store.guarantees(tx, id)) >= 20:
        raise GuarantorsMissing(1)
    await _ask_guarantor(tx, inside, loan, member)


async def cancel_loan(tx: Tx, actor: Actor, group: GroupId, id: LoanId) -> Loan:
    """Not want a loan any more that waits for those who answer for it.

    refuses  GroupNotFound, GroupOver, NotInYourRole, LoanNotFound, OnlyTheAsker, LoanNotOpen
    states   LoanCancelled
    """
    inside, loan = await _own(tx, actor, group, id)
    return await _cancel(tx, inside.group, loan, inside.me, actor)


async def cancel_of(tx: Tx, group: Group, borrower: Member, actor: Actor | None) -> None:
    """A borrower goes: what she has asked for and nobody has voted on will not be; the group is held.

    states   LoanCancelled
    """
    loan = await loan_store.open_of(tx, borrower.id)
    if loan is None:
        return
    held = await loan_store.lock(tx, group.id, loan.id)
    if held is not None and held.status is LoanStatus.ASKED:
        await _cancel(tx, group, held, borrower, actor)


async def cancel_all(tx: Tx, group: Group) -> None:
    """The group ends: what nobody has voted on will not be; states LoanCancelled."""
    for loan in await loan_store.asked(tx, group.id):
        borrower = await member_store.find(tx, group.id, loan.member_id)
        assert borrower is not None, "memberships are kept"
        await _cancel(tx, group, loan, borrower, None)


async def _cancel(tx: Tx, group: Group, loan: Loan, borrower: Member, actor: Actor | None) -> Loan:
    """End a loan that waits for those who answer for it, and tell whoever has not said no."""
    asked = [
        each.member_id
        for each in await loan_store.guarantees(tx, loan.id)
        if each.status in GUARANTEES_HELD
    ]
    ended = replace(disbursing.stepped(loan, LoanStatus.CANCELLED), ended_at=clock.now())
    await loan_store.keep(tx, ended)
    await disbursing.release(tx, ended)
    answering = await member_store.by_ids(tx, group.id, list(asked))
    await access.log(tx, group, actor, "loan_cancelled", loan.id)
    await journal.state(
        tx,
        LoanCancelled(
            subject=group.id,
            actor=None if actor is None else actor.person,
            audience=(group.id, borrower.person, *(answering[id].person for id in asked)),
            loan=loan.id,
            person=borrower.person,
        ),
    )
    return ended


async def _own(tx: Tx, actor: Actor, group: GroupId, id: LoanId) -> tuple[Inside, Loan]:
    inside = await access.enter(tx, actor.person, group, Right.BORROW, is_locked=True)
    loan = await loan_store.lock(tx, group, id)
    if loan is None:
        raise LoanNotFound
    if loan.member_id != inside.me.id:
        raise OnlyTheAsker
    if loan.status is not LoanStatus.ASKED:
        raise LoanNotOpen(loan.status.value)
    return inside, loan


async def answer_guarantee(
    tx: Tx, keys: KeyRing, actor: Actor, group: GroupId, answer: tuple[LoanId, bool]
) -> Loan:
    """Answer for a loan of another member, or not; with the last yes it is put to the vote.

    answer   the loan, and whether it is a yes, which asks for the PIN
    refuses  GroupNotFound, GroupOver, NotInYourRole, LoanNotFound, LoanNotOpen, NotAsked,
             NobodyToVote, TooManyOpen; StepUpRequired, StepUpExpired of identity
    states   GuaranteeAnswered, Proposed
    """
    id, is_yes = answer
    inside = await access.enter(tx, actor.person, group, Right.GUARANTEE, is_locked=True)
    loan = await loan_store.lock(tx, group, id)
    if loan is None:
        raise LoanNotFound
    if loan.status is not LoanStatus.ASKED:
        raise LoanNotOpen(loan.status.value)
    every = {each.member_id: each for each in await loan_store.guarantees(tx, id)}
    mine = every.get(inside.me.id)
    if mine is None or mine.status is not GuaranteeStatus.ASKED:
        raise NotAsked
    if is_yes:
        await identity.require_step_up(tx, keys, actor.session, actor.step_up)
    status = GuaranteeStatus.AGREED if is_yes else GuaranteeStatus.DECLINED
    every[mine.member_id] = said = replace(mine, status=status, answered_at=clock.now())
    await loan_store.keep_guarantee(tx, said)
    borrower = await member_store.find(tx, group, loan.member_id)
    assert borrower is not None, "memberships are kept"
    await access.log(tx, inside.group, actor, "guarantee_answered", id, is_yes=is_yes)
    await journal.state(
        tx,
        GuaranteeAnswered(
            subject=group,
            actor=actor.person,
            audience=(group, borrower.person),
            loan=id,
            person=actor.person,
            is_yes=is_yes,
        ),
    )
    agreed = sum(each.status is GuaranteeStatus.AGREED for each in every.values())
    if not is_yes or agreed < await _needed(tx, inside.group, loan):
        return loan
    return await _put_to_vote(tx, keys, inside.group, (borrower, actor), loan)


async def _needed(tx: Tx, group: Group, loan: Loan) -> int:
    product = await product_of(tx, group.id, loan)
    return max(1, product.guarantors)


async def product_of(tx: Tx, group: GroupId, loan: Loan) -> LoanProduct:
    """The product as it was when the loan was asked for."""
    rules = await group_store.constitution(tx, group, loan.constitution_version)
    assert rules is not None, "versions are kept"
    return next(each for each in rules.loans if each.key == loan.product_key)


async def _put_to_vote(
    tx: Tx, keys: KeyRing, group: Group, by: tuple[Member, Actor], loan: Loan
) -> Loan:
    """Ask the others; `by` is the borrower, and who did what brought it so far."""
    borrower, actor = by
    zone = (await identity.person(tx, keys, borrower.person)).time_zone
    rows = schedules.schedule(disbursing.terms_of(loan, clock.now().date()))
    cost = schedules.cost(disbursing.terms_of(loan, clock.now().date()), rows)
    matter = proposing.Matter(
        kind=ProposalKind.LOAN,
        asker=borrower.person,
        reason=loan.purpose,
        interested=borrower.person,
        amount_minor=loan.principal_minor,
        subject=loan.id,
        document={
            "time_zone": zone,
            "apr_bps": cost.apr_bps,
            "effective_bps": cost.effective_bps,
            "interest_minor": cost.interest_minor,
            "fee_minor": cost.fee_minor,
        },
    )
    proposal = await proposing.put(tx, group, ProposalId(ids.new_id()), matter, actor)
    voting = replace(disbursing.stepped(loan, LoanStatus.VOTING), proposal_id=proposal.id)
    await loan_store.keep(tx, voting)
    return voting


async def today_of(tx: Tx, keys: KeyRing, person: PersonId) -> date:
    """The day that it is where somebody lives."""
    zone = (await identity.person(tx, keys, person)).time_zone
    return clock.now().astimezone(ZoneInfo(zone)).date()
