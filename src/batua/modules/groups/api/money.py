"""HTTP of the pot: pay in, read what moved, take it away as a file."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar.params import Dependency, PathParameter
from litestar.response import Stream

from batua.kit.caller import Caller
from batua.kit.db import Database, Tx, begun
from batua.kit.money import Money
from batua.kit.refusal import BadCursor, Refusal
from batua.kit.secrets import KeyRing
from batua.kit.web import (
    Amount,
    Cursor,
    IdempotencyKey,
    Limit,
    StepUpToken,
    WebSettings,
    csv_file,
    get,
    key_of,
    post,
)
from batua.modules.gateways import service as gateways
from batua.modules.gateways.types import AttemptState, Rails
from batua.modules.groups import csv_export, service
from batua.modules.groups.api.filters import SIFTED_IN_TIME, Sifting
from batua.modules.groups.api.payout_shapes import PayoutOut, PayPageOut, payouts_out
from batua.modules.groups.api.shapes import (
    GROUP_ID,
    MEMBER_ID,
    WHEN,
    FaceOut,
    GroupPath,
    Next,
    actor_of,
    face_out,
)
from batua.modules.groups.errors import (
    DuesPlanNotFound,
    GroupNotFound,
    GroupOver,
    KeyReused,
    NotInYourRole,
    TransactionNotFound,
    WordsTooLong,
    WrongCurrency,
)
from batua.modules.groups.types import (
    ContributeOrder,
    Face,
    GroupId,
    PayBy,
    Transaction,
    TransactionId,
    TransactionKind,
    TransactionStatus,
)
from batua.modules.identity.errors import StepUpExpired, StepUpRequired
from batua.modules.identity.types import PersonId
from batua.modules.ledger.errors import AccountClosed, NotEnoughMoney
from batua.modules.payments.errors import (
    AmountNotPositive,
    DayLimitReached,
    FilterInvalid,
    MonthLimitReached,
    NoRail,
    NoteTooLong,
    NoWalletOfYours,
    SendLimitReached,
)
from batua.modules.payments.types import Actor

D = msgspec.Meta

Connected = Annotated[Rails, Dependency(skip_validation=True)]
Contributions = Annotated[service.Contributions, Dependency(skip_validation=True)]


@dataclass(frozen=True, slots=True)
class Outside:
    """Whether and how money comes from outside."""

    rails: Rails
    web: WebSettings
    pay_by: PayBy

    @property
    def site(self) -> str:
        return self.web.public_url


TransactionPath = Annotated[UUID, PathParameter(description="The transaction.")]


class ContributeIn(msgspec.Struct, forbid_unknown_fields=True):
    """Money of the caller's into the pot."""

    amount: Annotated[Amount, D(description="How much.")]
    note: Annotated[
        str, D(description="A line for all.", examples=["For March"], max_length=200)
    ] = ""
    plan: Annotated[
        Annotated[str, D(max_length=32)] | None,
        D(
            description="Whose dues it is for, as the key of their plan; of all, the oldest first.",
            examples=["savings"],
        ),
    ] = None
    pay_by: Annotated[PayBy, D(description="From the wallet, or at a provider's checkout.")] = (
        PayBy.WALLET
    )


class ContributeToIn(ContributeIn, forbid_unknown_fields=True, kw_only=True):
    """Money of the caller's into the pot of a group that is named here."""

    group: Annotated[UUID, D(description="The group.", examples=[GROUP_ID])]


class TransactionOut(msgspec.Struct):
    """What went into a pot or, below zero, out of it."""

    id: Annotated[UUID, D(description="The transaction.", examples=[MEMBER_ID])]
    kind: Annotated[TransactionKind, D(description="What it was for.")]
    status: Annotated[TransactionStatus, D(description="How far it has come.")]
    member_id: Annotated[UUID, D(description="Whose membership.", examples=[MEMBER_ID])]
    person: Annotated[FaceOut | None, D(description="Who paid, or was paid.")]
    amount: Annotated[Amount, D(description="Above zero into the pot, below zero out of it.")]
    note: Annotated[str, D(description="What was written.", examples=["For March"])]
    proposal_id: Annotated[
        UUID | None, D(description="The vote that decided it.", examples=[GROUP_ID])
    ]
    balance_after: Annotated[Amount | None, D(description="What was in the pot right after it.")]
    failure: Annotated[
        str | None, D(description="Why it failed, as a stable word.", examples=["declined"])
    ]
    checkout: Annotated[
        PayPageOut | None,
        D(
            description="To the payer of one that is paid by a checkout, and where it is read alone."
        ),
    ]
    payout: Annotated[PayoutOut | None, D(description="The bank to which a payout went on.")]
    receipts: Annotated[int, D(description="How many files prove it.", examples=[1])]
    created_at: Annotated[datetime, D(description="When it began.", examples=[WHEN])]
    settled_at: Annotated[
        datetime | None, D(description="When it came to its end.", examples=[WHEN])
    ]


class TransactionPage(msgspec.Struct):
    """Some lines of a group's statement."""

    items: Annotated[list[TransactionOut], D(description="What moved, newest first.")]
    next: Next


CONTRIBUTE_REFUSALS: list[type[Refusal]] = [
    AccountClosed,
    AmountNotPositive,
    DayLimitReached,
    DuesPlanNotFound,
    GroupNotFound,
    GroupOver,
    KeyReused,
    MonthLimitReached,
    NotEnoughMoney,
    NoRail,
    NoteTooLong,
    NotInYourRole,
    NoWalletOfYours,
    SendLimitReached,
    StepUpExpired,
    StepUpRequired,
    WordsTooLong,
    WrongCurrency,
]


@post(
    "/groups/{id:uuid}/transactions",
    permission="groups.contribute",
    refuses=CONTRIBUTE_REFUSALS,
)
async def contribute(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    contributions: Contributions,
    rails: Connected,
    web_settings: WebSettings,
    id: GroupPath,
    data: ContributeIn,
    key: IdempotencyKey = None,
    step_up: StepUpToken = None,
) -> TransactionOut:
    """Put money into the pot; the same key gives the same answer for ever.

    By checkout it is `pending` until the provider has confirmed the money.
    """
    order = _order(actor_of(caller, step_up), GroupId(id), data, key)
    if data.pay_by is PayBy.WALLET:
        return await _given(db, keys, contributions, order)
    return await _contributed(db, keys, order, Outside(rails, web_settings, data.pay_by))


@post("/group/contribute", permission="groups.contribute", refuses=CONTRIBUTE_REFUSALS)
async def contribute_to(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    contributions: Contributions,
    rails: Connected,
    web_settings: WebSettings,
    data: ContributeToIn,
    key: IdempotencyKey = None,
    step_up: StepUpToken = None,
) -> TransactionOut:
    """The same under its other name, with the group in the body."""
    order = _order(actor_of(caller, step_up), GroupId(data.group), data, key)
    if data.pay_by is PayBy.WALLET:
        return await _given(db, keys, contributions, order)
    return await _contributed(db, keys, order, Outside(rails, web_settings, data.pay_by))


def _order(actor: Actor, group: GroupId, data: ContributeIn, key: str | None) -> ContributeOrder:
    amount = data.amount.to_money()
    return ContributeOrder(actor, group, amount, data.note, key_of(key), data.plan)


async def _given(
    db: Database, keys: KeyRing, contributions: service.Contributions, order: ContributeOrder
) -> TransactionOut:
    made, face = await contributions.contribute(order)
    if face is not None:  # it is new: no file proves it yet, and it was paid by no checkout
        return _out(lambda minor: Money(minor, order.amount.currency), made, face, 0)
    async with db.read() as tx:
        return await shown(tx, keys, order.actor.person, made)


async def _contributed(
    db: Database, keys: KeyRing, order: ContributeOrder, outside: Outside
) -> TransactionOut:
    person = order.actor.person
    async with db.transaction() as tx:
        made = await service.contribute_by_checkout(tx, outside.rails, order, outside.site)
    return await opened(db, keys, person, made, outside)


async def opened(
    db: Database, keys: KeyRing, person: PersonId, made: Transaction, outside: Outside
) -> TransactionOut:
    """A transaction that waits for its money, with its checkout open at the provider."""
    assert made.attempt_id is not None, "it is paid by a checkout"
    async with db.read() as tx:
        attempt = await gateways.attempt(tx, made.attempt_id)
    if attempt.state is AttemptState.CREATED:
        await gateways.start(db, outside.rails, attempt.id)
    async with db.read() as tx:
        found = await service.transaction(tx, person, made.group_id, made.id)
        return await shown(tx, keys, person, found)


async def shown(tx: Tx, keys: KeyRing, person: PersonId, found: Transaction) -> TransactionOut:
    view = await service.group(tx, person, found.group_id)
    who = await service.faces(tx, keys, found.group_id, [found.member_id])
    counts = await service.receipt_counts(tx, [found.id])
    money = view.group.money
    out = _out(money, found, who.member(found.member_id), counts.get(found.id, 0))
    out.payout = (await payouts_out(tx, person, [found])).get(found.id)
    page = await service.pay_page(tx, person, found)
    if page is not None:
        kept = Amount.of(money(page.kept_minor)) if page.kept_minor else None
        out.checkout = PayPageOut(page.top_up, page.url, page.expires_at, kept)
    return out


@get(
    "/groups/{id:uuid}/transactions",
    permission="groups.read",
    refuses=[GroupNotFound, BadCursor, FilterInvalid],
    dependencies=SIFTED_IN_TIME,
)
async def list_transactions(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    id: GroupPath,
    sifted: Sifting,
    cursor: Cursor = None,
    limit: Limit = 30,
) -> TransactionPage:
    """The statement of the pot, newest first, with the balance after each line; or a part of it."""
    person, group = actor_of(caller).person, GroupId(id)
    async with db.read() as tx:
        page = await service.statement(tx, person, group, sifted.wanted, (cursor, limit))
        view = await service.group(tx, person, group)
        who = await service.faces(tx, keys, group, [each.member_id for each in page.items])
        counts = await service.receipt_counts(tx, [each.id for each in page.items])
        payouts = await payouts_out(tx, person, page.items)
    money = view.group.money
    items = [
        _out(money, each, who.member(each.member_id), counts.get(each.id, 0)) for each in page.items
    ]
    for item in items:
        item.payout = payouts.get(item.id)
    return TransactionPage(items, page.next)


@get(
    "/groups/{id:uuid}/transactions/export.csv",
    permission="groups.read",
    media_type="text/csv",
    refuses=[GroupNotFound, NotInYourRole, FilterInvalid],
    dependencies=SIFTED_IN_TIME,
)
async def export_transactions(
    caller: Caller, db: Database, keys: KeyRing, id: GroupPath, sifted: Sifting
) -> Stream:
    """The statement of the pot, or a part of it, as a CSV file, newest first and streamed."""
    person, group = actor_of(caller).person, GroupId(id)
    async with db.read() as tx:
        view = await service.group(tx, person, group)
    # The first page is read before the answer begins, so that a refusal is a problem and no file.
    pages = await begun(service.whole_statement(db, keys, person, group, sifted.wanted))
    return csv_file(csv_export.lines(view.group, pages), "batua-group")


@get(
    "/groups/{id:uuid}/transactions/{transaction:uuid}",
    permission="groups.read",
    refuses=[GroupNotFound, TransactionNotFound],
)
async def read_transaction(
    caller: Caller, db: Database, keys: KeyRing, id: GroupPath, transaction: TransactionPath
) -> TransactionOut:
    """One line of the statement."""
    person = actor_of(caller).person
    async with db.read() as tx:
        found = await service.transaction(tx, person, GroupId(id), TransactionId(transaction))
        return await shown(tx, keys, person, found)


def _out(
    money: Callable[[int], Money], found: Transaction, face: Face | None, receipts: int
) -> TransactionOut:
    after = found.balance_minor
    return TransactionOut(
        id=found.id,
        kind=found.kind,
        status=found.status,
        member_id=found.member_id,
        person=face_out(face),
        amount=Amount.of(money(found.amount_minor)),
        note=found.note,
        proposal_id=found.proposal_id,
        balance_after=None if after is None else Amount.of(money(after)),
        failure=found.failure,
        checkout=None,
        payout=None,
        receipts=receipts,
        created_at=found.created_at,
        settled_at=found.settled_at,
    )


ROUTES: list[Any] = [
    contribute,
    contribute_to,
    list_transactions,
    export_transactions,
    read_transaction,
]
