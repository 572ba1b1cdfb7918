"""Payment requests: ask, pay, decline, remind, cancel, expire."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from batua.kit import clock, journal
from batua.kit.db import Tx
from batua.kit.page import Page, decode_cursor, page_of
from batua.kit.secrets import KeyRing
from batua.modules.identity.types import PersonId
from batua.modules.payments.errors import (
    PayeeIsYourself,
    PayeeNotFound,
    RequestNotFound,
)
from batua.modules.payments.rules import limits as limit_rules
from batua.modules.payments.rules import requests as rules
from batua.modules.payments.rules import states, words
from batua.modules.payments.service import reading, wallet_accounts
from batua.modules.payments.service.people import parties
from batua.modules.payments.service.sending import Transfer, transfer
from batua.modules.payments.store import request as request_store
from batua.modules.payments.store import wallet as wallet_store
from batua.modules.payments.store.key import once
from batua.modules.payments.types import (
    AskOrder,
    PaymentId,
    PaymentView,
    PayOrder,
    Request,
    RequestCancelled,
    RequestDeclined,
    Requested,
    RequestExpired,
    RequestFilter,
    RequestId,
    RequestPaid,
    RequestReminded,
    RequestStatus,
    RequestView,
    Screen,
    SendOrder,
)


async def ask(tx: Tx, keys: KeyRing, order: AskOrder) -> RequestView:
    """Wish for money from another person.

    order.amount  minor units, above zero
    repeat        the same key returns the first request
    refuses       AmountNotPositive, NoteTooLong, RequestTermInvalid, PayeeIsYourself,
                  PayeeNotFound, KeyReused, NoWalletOfYours, TooManyOpenRequests
    states        Requested
    """
    limit_rules.check_positive(order.amount)
    note, now = words.note(order.note), clock.now()
    expires_at = rules.expires_at(now, order.expires_in_days)
    if order.asker == order.payer:
        raise PayeeIsYourself
    claimed = await once.claim(
        tx,
        order.asker,
        order.key,
        "ask",
        order.payer,
        order.amount.minor,
        order.amount.currency,
        note,
        order.expires_in_days,
    )
    if claimed.is_new:
        request = Request(
            id=RequestId(claimed.id),
            asker=order.asker,
            payer=order.payer,
            amount=order.amount,
            note=note,
            status=RequestStatus.OPEN,
            created_at=now,
            expires_at=expires_at,
        )
        await _add(tx, keys, request)
    return await request_of(tx, keys, order.asker, claimed.id)


async def _add(tx: Tx, keys: KeyRing, request: Request) -> None:
    if not await parties(tx, keys, request.asker, [request.payer]):
        raise PayeeNotFound
    await wallet_accounts.own_wallet(tx, request.asker, request.amount.currency)
    # Held, so that wishes asked at once are counted one after another.
    await wallet_store.queue_behind(tx, request.asker, request.amount.currency)
    rules.check_room(
        await request_store.count_open(tx, request.asker, request.payer, request.created_at)
    )
    await request_store.add(tx, request)
    await _state(tx, Requested, request, request.asker)


async def pay_request(
    tx: Tx, keys: KeyRing, order: PayOrder, screens: Sequence[Screen] = ()
) -> PaymentView:
    """Answer a request with the money.

    repeat   the same key returns the first payment
    refuses  RequestNotFound, OnlyTheOneAsked, RequestClosed, RequestOutOfTime, and whatever
             `send` refuses
    states   Sent, RequestPaid
    """
    payer = order.payer.person
    claimed = await once.claim(tx, payer, order.key, "pay_request", order.request)
    if claimed.is_new:
        request = await _locked(tx, order.request)
        rules.check_payer(request, payer)
        rules.check_open(request, clock.now())
        send = SendOrder(order.payer, request.asker, request.amount, request.note, order.key)
        payment = await transfer(
            tx, keys, Transfer(PaymentId(claimed.id), send, request.id), screens
        )
        await _close(tx, request, RequestStatus.PAID, payment.created_at)
        await journal.state(
            tx,
            RequestPaid(
                subject=request.id,
                actor=payer,
                audience=(request.asker, request.payer),
                request=request.id,
                asker=request.asker,
                payer=request.payer,
                amount=request.amount,
                payment=payment.id,
            ),
        )
    return await reading.payment(tx, keys, payer, claimed.id)


async def decline(tx: Tx, keys: KeyRing, person: PersonId, id: UUID) -> RequestView:
    """Say no to a request.

    repeat   a declined request stays declined
    refuses  RequestNotFound, OnlyTheOneAsked, RequestClosed, RequestOutOfTime
    states   RequestDeclined, the first time
    """
    request = await _locked(tx, id)
    rules.check_payer(request, person)
    await _end(tx, request, RequestStatus.DECLINED, person)
    return await request_of(tx, keys, person, id)


async def cancel_request(tx: Tx, keys: KeyRing, person: PersonId, id: UUID) -> RequestView:
    """Take a request back.

    repeat   a cancelled request stays cancelled
    refuses  RequestNotFound, OnlyTheAsker, RequestClosed, RequestOutOfTime
    states   RequestCancelled, the first time
    """
    request = await _locked(tx, id)
    rules.check_asker(request, person)
    await _end(tx, request, RequestStatus.CANCELLED, person)
    return await request_of(tx, keys, person, id)


async def remind(tx: Tx, keys: KeyRing, person: PersonId, id: UUID) -> RequestView:
    """Remind the payer of a request, at most once a day.

    refuses  RequestNotFound, OnlyTheAsker, RequestClosed, RequestOutOfTime, RemindedToday
    states   RequestReminded
    """
    request = await _locked(tx, id)
    now = clock.now()
    rules.check_asker(request, person)
    rules.check_open(request, now)
    rules.check_reminder(request, now)
    await request_store.remind(tx, request.id, now)
    await _state(tx, RequestReminded, request, person)
    return await request_of(tx, keys, person, id)


async def expire_requests(tx: Tx, now: datetime, limit: int) -> int:
    """End open requests that are past their time; how many.

    repeat   ends what the first call left
    states   RequestExpired, each
    """
    due = await request_store.lock_due(tx, now, limit)
    for request in due:
        await _close(tx, request, RequestStatus.EXPIRED, now)
        await _state(tx, RequestExpired, request, None)
    return len(due)


async def request_of(tx: Tx, keys: KeyRing, person: PersonId, id: UUID) -> RequestView:
    """One request as one of its sides sees it; refuses RequestNotFound, also for a stranger."""
    found = await request_store.find(tx, id)
    if found is None or not found.has_side(person):
        raise RequestNotFound
    return (await _views(tx, keys, person, [found]))[0]


async def requests(
    tx: Tx, keys: KeyRing, person: PersonId, wanted: RequestFilter, cursor: str | None, limit: int
) -> Page[RequestView]:
    """A person's requests, newest first; refuses BadCursor."""
    after = None if cursor is None else decode_cursor(cursor, tuple[datetime, UUID])
    rows = await request_store.list_of(tx, person, wanted, after, limit + 1, clock.now())
    page: Page[Request] = page_of(rows, limit, lambda r: (r.created_at, r.id))
    return Page(await _views(tx, keys, person, page.items), page.next)


async def _locked(tx: Tx, id: UUID) -> Request:
    request = await request_store.lock(tx, id)
    if request is None:
        raise RequestNotFound
    return request


async def _close(tx: Tx, request: Request, status: RequestStatus, at: datetime) -> None:
    assert states.may_answer(request.status, status), f"{request.status} to {status}"
    await request_store.close(tx, request.id, status, at)


_Ending = type[RequestDeclined] | type[RequestCancelled]
_ENDINGS: dict[RequestStatus, _Ending] = {
    RequestStatus.DECLINED: RequestDeclined,
    RequestStatus.CANCELLED: RequestCancelled,
}


async def _end(tx: Tx, request: Request, status: RequestStatus, actor: PersonId) -> None:
    if request.status is status:
        return
    now = clock.now()
    rules.check_open(request, now)
    await _close(tx, request, status, now)
    await _state(tx, _ENDINGS[status], request, actor)


async def _state(
    tx: Tx,
    fact: _Ending | type[Requested] | type[RequestReminded] | type[RequestExpired],
    request: Request,
    actor: PersonId | None,
) -> None:
    await journal.state(
        tx,
        fact(
            subject=request.id,
            actor=actor,
            audience=(request.asker, request.payer),
            request=request.id,
            asker=request.asker,
            payer=request.payer,
            amount=request.amount,
        ),
    )


async def _views(
    tx: Tx, keys: KeyRing, person: PersonId, requests: Sequence[Request]
) -> list[RequestView]:
    now = clock.now()
    seen = await parties(tx, keys, person, [request.other(person) for request in requests])
    return [
        RequestView(
            replace(request, status=rules.status_at(request, now)),
            person,
            seen.get(request.other(person)),
        )
        for request in requests
    ]
