"""HTTP of payment requests: ask, list, pay, decline, remind, cancel."""

from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar.params import PathParameter

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.refusal import BadCursor
from batua.kit.secrets import KeyRing
from batua.kit.web import Amount, Cursor, IdempotencyKey, Limit, StepUpToken, get, key_of, post
from batua.modules.identity.types import PersonId
from batua.modules.payments import service
from batua.modules.payments.api.filters import RequestDirection, RequestStatuses
from batua.modules.payments.api.lent import Sends
from batua.modules.payments.api.payments import SEND_REFUSALS
from batua.modules.payments.api.shapes import (
    PERSON_ID,
    PaymentOut,
    RequestOut,
    RequestPage,
    payment_out,
    request_out,
)
from batua.modules.payments.errors import (
    AmountNotPositive,
    KeyReused,
    NoteTooLong,
    NoWalletOfYours,
    OnlyTheAsker,
    OnlyTheOneAsked,
    PayeeIsYourself,
    PayeeNotFound,
    RemindedToday,
    RequestClosed,
    RequestNotFound,
    RequestOutOfTime,
    RequestTermInvalid,
    TooManyOpenRequests,
)
from batua.modules.payments.rules.requests import DEFAULT_TERM_DAYS, MAX_TERM_DAYS
from batua.modules.payments.types import Actor, AskOrder, PayOrder, RequestFilter, RequestId

D = msgspec.Meta

RequestPath = Annotated[UUID, PathParameter(description="The request.")]


class AskIn(msgspec.Struct, forbid_unknown_fields=True):
    """A wish for money from one person."""

    payer: Annotated[UUID, D(description="Who is asked.", examples=[PERSON_ID])]
    amount: Annotated[Amount, D(description="How much.")]
    note: Annotated[
        str, D(description="What it is for.", examples=["Rent of May"], max_length=200)
    ] = ""
    expires_in_days: Annotated[
        int,
        D(description="How long it may be paid.", examples=[7], ge=1, le=MAX_TERM_DAYS),
    ] = DEFAULT_TERM_DAYS


@post(
    "/requests",
    permission="payments.requests.ask",
    refuses=[
        AmountNotPositive,
        KeyReused,
        NoteTooLong,
        NoWalletOfYours,
        PayeeIsYourself,
        PayeeNotFound,
        RequestTermInvalid,
        TooManyOpenRequests,
    ],
)
async def ask(
    caller: Caller, db: Database, keys: KeyRing, data: AskIn, key: IdempotencyKey = None
) -> RequestOut:
    """Ask someone for money; the same key gives the same request for ever."""
    order = AskOrder(
        asker=PersonId(caller.person),
        payer=PersonId(data.payer),
        amount=data.amount.to_money(),
        note=data.note,
        expires_in_days=data.expires_in_days,
        key=key_of(key),
    )
    async with db.transaction() as tx:
        return request_out(await service.ask(tx, keys, order))


@get("/requests", permission="payments.requests.read", refuses=[BadCursor])
async def list_requests(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    direction: RequestDirection = None,
    statuses: RequestStatuses = None,
    cursor: Cursor = None,
    limit: Limit = 30,
) -> RequestPage:
    """What the caller asked for and was asked for, newest first."""
    wanted = RequestFilter(direction=direction, statuses=tuple(statuses or ()))
    async with db.read() as tx:
        page = await service.requests(tx, keys, PersonId(caller.person), wanted, cursor, limit)
    return RequestPage([request_out(view) for view in page.items], page.next)


@get("/requests/{id:uuid}", permission="payments.requests.read", refuses=[RequestNotFound])
async def read_request(caller: Caller, db: Database, keys: KeyRing, id: RequestPath) -> RequestOut:
    """One request that the caller is a side of."""
    async with db.read() as tx:
        return request_out(await service.request_of(tx, keys, PersonId(caller.person), id))


@post(
    "/requests/{id:uuid}/pay",
    permission="payments.send",
    refuses=[*SEND_REFUSALS, OnlyTheOneAsked, RequestClosed, RequestNotFound, RequestOutOfTime],
)
async def pay(
    caller: Caller,
    id: RequestPath,
    sends: Sends,
    key: IdempotencyKey = None,
    step_up: StepUpToken = None,
) -> PaymentOut:
    """Answer a request with the money; the same key gives the same answer for ever."""
    order = PayOrder(
        payer=Actor(PersonId(caller.person), caller.session, step_up),
        request=RequestId(id),
        key=key_of(key),
    )
    return payment_out(await sends.pay_request(order))


@post(
    "/requests/{id:uuid}/decline",
    status_code=200,
    permission="payments.requests.answer",
    refuses=[OnlyTheOneAsked, RequestClosed, RequestNotFound, RequestOutOfTime],
)
async def decline(caller: Caller, db: Database, keys: KeyRing, id: RequestPath) -> RequestOut:
    """Say no to a request."""
    async with db.transaction() as tx:
        return request_out(await service.decline(tx, keys, PersonId(caller.person), id))


@post(
    "/requests/{id:uuid}/remind",
    status_code=200,
    permission="payments.requests.ask",
    refuses=[OnlyTheAsker, RemindedToday, RequestClosed, RequestNotFound, RequestOutOfTime],
)
async def remind(caller: Caller, db: Database, keys: KeyRing, id: RequestPath) -> RequestOut:
    """Remind the one who was asked, at most once a day."""
    async with db.transaction() as tx:
        return request_out(await service.remind(tx, keys, PersonId(caller.person), id))


@post(
    "/requests/{id:uuid}/cancel",
    status_code=200,
    permission="payments.requests.ask",
    refuses=[OnlyTheAsker, RequestClosed, RequestNotFound, RequestOutOfTime],
)
async def cancel(caller: Caller, db: Database, keys: KeyRing, id: RequestPath) -> RequestOut:
    """Take a request back."""
    async with db.transaction() as tx:
        return request_out(await service.cancel_request(tx, keys, PersonId(caller.person), id))


ROUTES: list[Any] = [ask, list_requests, read_request, pay, decline, remind, cancel]
