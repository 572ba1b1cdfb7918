"""HTTP of loans: reckon, ask, answer for, read, pay back."""

from typing import Annotated, Any
from uuid import UUID

from litestar.params import PathParameter, QueryParameter

from batua.kit.caller import Caller
from batua.kit.db import Database, Tx
from batua.kit.refusal import BadCursor, Refusal
from batua.kit.secrets import KeyRing
from batua.kit.web import Cursor, IdempotencyKey, Limit, StepUpToken, WebSettings, get, key_of, post
from batua.modules.groups import service
from batua.modules.groups.api.loan_shapes import (
    AnswerIn,
    GuarantorIn,
    LoanChangeIn,
    LoanHome,
    LoanIn,
    LoanPage,
    QuoteIn,
    QuoteOut,
    RepayIn,
    RepaymentOut,
    RepaymentPage,
    loan_home,
    loan_out,
    quote_out,
    repayment_out,
)
from batua.modules.groups.api.money import (
    CONTRIBUTE_REFUSALS,
    Connected,
    Outside,
    TransactionOut,
    opened,
)
from batua.modules.groups.api.proposal_shapes import ProposalOut
from batua.modules.groups.api.proposals import one_proposal
from batua.modules.groups.api.shapes import GroupPath, actor_of
from batua.modules.groups.errors import (
    GroupNotFound,
    GroupOver,
    GuarantorsMissing,
    KeyReused,
    LoanNotFound,
    LoanNotOpen,
    LoanOpen,
    LoanProductNotFound,
    LoanTermsInvalid,
    LoanTooLarge,
    MoreThanOwed,
    NobodyToVote,
    NotAsked,
    NotEnoughInPot,
    NotInYourRole,
    OnlyTheAsker,
    ProposalInvalid,
    TooManyOpen,
    WordsTooLong,
    WrongCurrency,
)
from batua.modules.groups.types import (
    GroupId,
    LoanChangeOrder,
    LoanId,
    LoanOrder,
    LoanStatus,
    LoansWanted,
    MemberId,
    PayBy,
    QuoteOrder,
    RepayOrder,
)
from batua.modules.identity.errors import StepUpExpired, StepUpRequired
from batua.modules.identity.types import PersonId

LoanPath = Annotated[UUID, PathParameter(description="The loan.")]
Statuses = Annotated[
    list[LoanStatus] | None,
    QueryParameter(
        name="status", description="Only these states; may be repeated.", required=False
    ),
]
Mine = Annotated[bool, QueryParameter(description="Only the caller's own.", required=False)]

INSIDE: list[type[Refusal]] = [GroupNotFound, GroupOver, NotInYourRole]
TERMS: list[type[Refusal]] = [LoanProductNotFound, LoanTermsInvalid, WrongCurrency]
OF_A_LOAN: list[type[Refusal]] = [*INSIDE, LoanNotFound, LoanNotOpen]
PUT_TO_VOTE: list[type[Refusal]] = [NobodyToVote, TooManyOpen]
REPAY_REFUSALS: list[type[Refusal]] = sorted(
    {*CONTRIBUTE_REFUSALS, LoanNotFound, LoanNotOpen, MoreThanOwed, OnlyTheAsker},
    key=lambda each: each.code,
)


@post(
    "/groups/{id:uuid}/loans/quote",
    status_code=200,
    permission="groups.borrow",
    refuses=[*INSIDE, *TERMS],
)
async def quote(
    caller: Caller, db: Database, keys: KeyRing, id: GroupPath, data: QuoteIn
) -> QuoteOut:
    """What a loan would cost if it were paid out today: every instalment, and the yearly rate."""
    person, group = actor_of(caller).person, GroupId(id)
    async with db.read() as tx:
        found = await service.quote(tx, keys, person, group, _wanted(data))
        view = await service.group(tx, person, group)
    return quote_out(view.group.money, found)


@get("/groups/{id:uuid}/loans", permission="groups.read", refuses=[GroupNotFound, BadCursor])
async def list_loans(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    id: GroupPath,
    statuses: Statuses = None,
    mine: Mine = False,
    cursor: Cursor = None,
    limit: Limit = 30,
) -> LoanPage:
    """The loans of a group, newest first, with what should be paid next of each."""
    person, group = actor_of(caller).person, GroupId(id)
    wanted = LoansWanted(tuple(statuses or ()), mine)
    async with db.read() as tx:
        page = await service.loans(tx, keys, person, group, wanted, (cursor, limit))
        view = await service.group(tx, person, group)
        borrowers = [each.loan.member_id for each in page.items]
        who = await service.faces(tx, keys, group, borrowers)
    money, me = view.group.money, view.me.id
    items = [
        loan_out(money, each, who.member(each.loan.member_id), is_mine=each.loan.member_id == me)
        for each in page.items
    ]
    return LoanPage(items, page.next)


@post(
    "/groups/{id:uuid}/loans",
    permission="groups.borrow",
    refuses=[
        *INSIDE,
        *TERMS,
        *PUT_TO_VOTE,
        GuarantorsMissing,
        KeyReused,
        LoanOpen,
        LoanTooLarge,
        NotEnoughInPot,
        WordsTooLong,
    ],
)
async def ask_loan(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    id: GroupPath,
    data: LoanIn,
    key: IdempotencyKey = None,
) -> LoanHome:
    """Ask for a loan; it is voted on when those who must answer for it have agreed."""
    order = LoanOrder(
        actor=actor_of(caller),
        group=GroupId(id),
        wanted=_wanted(data),
        purpose=data.purpose,
        key=key_of(key),
        guarantors=tuple(MemberId(each) for each in data.guarantors),
    )
    async with db.transaction() as tx:
        made = await service.ask_loan(tx, keys, order)
        return await _one(tx, keys, order.actor.person, order.group, made.id)


@get(
    "/groups/{id:uuid}/loans/{loan:uuid}",
    permission="groups.read",
    refuses=[GroupNotFound, LoanNotFound],
)
async def read_loan(
    caller: Caller, db: Database, keys: KeyRing, id: GroupPath, loan: LoanPath
) -> LoanHome:
    """A loan: its schedule, who answers for it, what is owed, and what would end it today."""
    async with db.read() as tx:
        return await _one(tx, keys, PersonId(caller.person), GroupId(id), LoanId(loan))


@post(
    "/groups/{id:uuid}/loans/{loan:uuid}/guarantors",
    status_code=200,
    permission="groups.borrow",
    refuses=[*OF_A_LOAN, GuarantorsMissing, OnlyTheAsker],
)
async def ask_guarantor(
    caller: Caller, db: Database, keys: KeyRing, id: GroupPath, loan: LoanPath, data: GuarantorIn
) -> LoanHome:
    """Ask one more member to answer for a loan of the caller, when somebody said no."""
    group, actor, wanted = GroupId(id), actor_of(caller), LoanId(loan)
    async with db.transaction() as tx:
        await service.ask_guarantor(tx, actor, group, wanted, MemberId(data.member))
        return await _one(tx, keys, actor.person, group, wanted)


@post(
    "/groups/{id:uuid}/loans/{loan:uuid}/answer",
    status_code=200,
    permission="groups.guarantee",
    refuses=[*OF_A_LOAN, *PUT_TO_VOTE, NotAsked, StepUpExpired, StepUpRequired],
)
async def answer_guarantee(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    id: GroupPath,
    loan: LoanPath,
    data: AnswerIn,
    step_up: StepUpToken = None,
) -> LoanHome:
    """Answer for a loan of another member, which asks for the PIN, or decline."""
    group, actor, wanted = GroupId(id), actor_of(caller, step_up), LoanId(loan)
    async with db.transaction() as tx:
        await service.answer_guarantee(tx, keys, actor, group, (wanted, data.is_yes))
        return await _one(tx, keys, actor.person, group, wanted)


@post(
    "/groups/{id:uuid}/loans/{loan:uuid}/cancel",
    status_code=200,
    permission="groups.borrow",
    refuses=[*OF_A_LOAN, OnlyTheAsker],
)
async def cancel_loan(
    caller: Caller, db: Database, keys: KeyRing, id: GroupPath, loan: LoanPath
) -> LoanHome:
    """Not want a loan any more that waits for those who answer for it."""
    group, actor, wanted = GroupId(id), actor_of(caller), LoanId(loan)
    async with db.transaction() as tx:
        await service.cancel_loan(tx, actor, group, wanted)
        return await _one(tx, keys, actor.person, group, wanted)


@post(
    "/groups/{id:uuid}/loans/{loan:uuid}/repayments",
    permission="groups.repay",
    refuses=REPAY_REFUSALS,
)
async def repay(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    id: GroupPath,
    loan: LoanPath,
    data: RepayIn,
    key: IdempotencyKey = None,
    step_up: StepUpToken = None,
) -> RepaymentOut:
    """Pay some or all of a loan back from the wallet; the same key gives the same answer for ever."""
    group, actor, wanted = GroupId(id), actor_of(caller, step_up), LoanId(loan)
    order = RepayOrder(actor, group, wanted, data.amount.to_money(), key_of(key))
    async with db.transaction() as tx:
        made = await service.repay(tx, keys, order)
        view = await service.group(tx, actor.person, group)
        paid = await service.repayment(tx, actor.person, group, made.id)
    return repayment_out(view.group.money, paid)


@post(
    "/groups/{id:uuid}/loans/{loan:uuid}/checkouts",
    permission="groups.repay",
    refuses=REPAY_REFUSALS,
)
async def repay_by_checkout(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    rails: Connected,
    web_settings: WebSettings,
    id: GroupPath,
    loan: LoanPath,
    data: RepayIn,
    key: IdempotencyKey = None,
) -> TransactionOut:
    """Pay some or all of a loan back at a provider's checkout; of it goes into the pot what is owed
    when the money comes, and the rest into the wallet.
    """
    group, actor, wanted = GroupId(id), actor_of(caller), LoanId(loan)
    order = RepayOrder(actor, group, wanted, data.amount.to_money(), key_of(key))
    async with db.transaction() as tx:
        made = await service.repay_by_checkout(tx, rails, order, web_settings.public_url)
    outside = Outside(rails, web_settings, PayBy.CHECKOUT)
    return await opened(db, keys, actor.person, made, outside)


@get(
    "/groups/{id:uuid}/loans/{loan:uuid}/repayments",
    permission="groups.read",
    refuses=[BadCursor, GroupNotFound, LoanNotFound],
)
async def list_repayments(
    caller: Caller,
    db: Database,
    id: GroupPath,
    loan: LoanPath,
    cursor: Cursor = None,
    limit: Limit = 30,
) -> RepaymentPage:
    """What was paid of a loan, part by part, newest first."""
    person, group = actor_of(caller).person, GroupId(id)
    async with db.read() as tx:
        page = await service.repayments(tx, person, group, LoanId(loan), (cursor, limit))
        view = await service.group(tx, person, group)
    return RepaymentPage([repayment_out(view.group.money, each) for each in page.items], page.next)


@post(
    "/groups/{id:uuid}/loans/{loan:uuid}/proposals",
    permission="groups.propose",
    refuses=[
        *OF_A_LOAN,
        *PUT_TO_VOTE,
        KeyReused,
        LoanTermsInvalid,
        ProposalInvalid,
        WordsTooLong,
    ],
)
async def change_loan(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    id: GroupPath,
    loan: LoanPath,
    data: LoanChangeIn,
    key: IdempotencyKey = None,
) -> ProposalOut:
    """Ask the group for other terms of a loan, or what to do when it is not paid back."""
    order = LoanChangeOrder(
        actor=actor_of(caller),
        group=GroupId(id),
        loan=LoanId(loan),
        kind=data.kind,
        reason=data.reason,
        key=key_of(key),
        count=data.count,
    )
    async with db.transaction() as tx:
        made = await service.change_loan(tx, keys, order)
        return await one_proposal(tx, keys, order.actor.person, order.group, made.id)


def _wanted(data: QuoteIn) -> QuoteOrder:
    return QuoteOrder(data.product, data.amount.to_money(), data.count)


async def _one(tx: Tx, keys: KeyRing, person: PersonId, group: GroupId, id: LoanId) -> LoanHome:
    """A loan with the people in it, looked up at once."""
    found = await service.loan(tx, keys, person, group, id)
    view = await service.group(tx, person, group)
    named = [found.loan.member_id, *(each.member_id for each in found.guarantees)]
    who = await service.faces(tx, keys, group, named)
    return loan_home(view.group.money, found, who, view.me.id)


ROUTES: list[Any] = [
    quote,
    list_loans,
    ask_loan,
    read_loan,
    ask_guarantor,
    answer_guarantee,
    cancel_loan,
    repay,
    repay_by_checkout,
    list_repayments,
    change_loan,
]
