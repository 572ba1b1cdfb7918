"""HTTP of payments: look before, send, read, export, print."""

import asyncio
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar import Response
from litestar.di import Provide
from litestar.params import PathParameter
from litestar.response import Stream

from batua.kit.caller import Caller
from batua.kit.db import Database, begun
from batua.kit.money import UnknownCurrency
from batua.kit.refusal import BadCursor, Refusal
from batua.kit.secrets import KeyRing
from batua.kit.web import (
    Amount,
    Cursor,
    IdempotencyKey,
    Limit,
    StepUpToken,
    csv_file,
    get,
    key_of,
    post,
    second_name,
)
from batua.modules.identity.errors import StepUpExpired, StepUpRequired
from batua.modules.identity.types import PersonId
from batua.modules.ledger.errors import AccountClosed, NotEnoughMoney
from batua.modules.payments import csv_export, service
from batua.modules.payments.api.filters import Filters, history_filter
from batua.modules.payments.api.lent import Sends
from batua.modules.payments.api.pages import PAGE, plain_page
from batua.modules.payments.api.shapes import (
    PERSON_ID,
    PayeeOut,
    PaymentOut,
    PaymentPage,
    payee_out,
    payment_out,
)
from batua.modules.payments.errors import (
    AmountNotPositive,
    DayLimitReached,
    FilterInvalid,
    KeyReused,
    MonthLimitReached,
    NoteTooLong,
    NoWalletOfYours,
    PayeeHasNoWallet,
    PayeeIsYourself,
    PayeeNotFound,
    PaymentNotFound,
    SendLimitReached,
)
from batua.modules.payments.rules.limits import left
from batua.modules.payments.types import Actor, Check, PinReason, SendOrder

D = msgspec.Meta

PaymentPath = Annotated[UUID, PathParameter(description="The payment.")]

CHECK_REFUSALS: list[type[Refusal]] = [
    AccountClosed,
    AmountNotPositive,
    DayLimitReached,
    MonthLimitReached,
    NotEnoughMoney,
    NoWalletOfYours,
    PayeeHasNoWallet,
    PayeeIsYourself,
    PayeeNotFound,
    SendLimitReached,
]
SEND_REFUSALS: list[type[Refusal]] = [
    *CHECK_REFUSALS,
    KeyReused,
    NoteTooLong,
    StepUpExpired,
    StepUpRequired,
]


class SendIn(msgspec.Struct, forbid_unknown_fields=True):
    """Money to another person."""

    payee: Annotated[UUID, D(description="Who is paid.", examples=[PERSON_ID])]
    amount: Annotated[Amount, D(description="How much.")]
    note: Annotated[
        str, D(description="A line for both sides.", examples=["Dinner"], max_length=200)
    ] = ""


class CheckIn(msgspec.Struct, forbid_unknown_fields=True):
    """A send that is being thought of."""

    payee: Annotated[UUID, D(description="Who would be paid.", examples=[PERSON_ID])]
    amount: Annotated[Amount, D(description="How much.")]


class LimitsLeft(msgspec.Struct):
    """What may still go."""

    per_send: Annotated[Amount, D(description="In one payment.")]
    day: Annotated[Amount, D(description="Today.")]
    month: Annotated[Amount, D(description="This month.")]


class CheckOut(msgspec.Struct):
    """What a send would do."""

    payee: Annotated[PayeeOut, D(description="Who would be paid.")]
    amount: Annotated[Amount, D(description="What would reach her.")]
    fee: Annotated[Amount, D(description="What it would cost on top.")]
    total: Annotated[Amount, D(description="What would leave the wallet.")]
    paid_before: Annotated[
        bool, D(description="Whether the caller ever paid her.", examples=[False])
    ]
    needs_pin: Annotated[bool, D(description="Whether the PIN is asked.", examples=[True])]
    reasons: Annotated[list[PinReason], D(description="Why the PIN is asked.")]
    limits_left: Annotated[LimitsLeft, D(description="What may still go, before this one.")]
    balance_after: Annotated[Amount, D(description="What would be left to spend.")]


@post(
    "/payments/check",
    status_code=200,
    permission="payments.send",
    refuses=[*CHECK_REFUSALS],
)
async def check(caller: Caller, db: Database, keys: KeyRing, data: CheckIn) -> CheckOut:
    """Say what a send would do, and refuse what it would refuse; nothing moves."""
    async with db.transaction() as tx:
        found = await service.check(
            tx, keys, PersonId(caller.person), PersonId(data.payee), data.amount.to_money()
        )
    return _check_out(found)


@post("/payments", permission="payments.send", refuses=SEND_REFUSALS, express=True)
async def send(
    caller: Caller,
    data: SendIn,
    sends: Sends,
    key: IdempotencyKey = None,
    step_up: StepUpToken = None,
) -> PaymentOut:
    """Send money to another person; the same key gives the same answer for ever."""
    order = SendOrder(
        payer=Actor(PersonId(caller.person), caller.session, step_up),
        payee=PersonId(data.payee),
        amount=data.amount.to_money(),
        note=data.note,
        key=key_of(key),
    )
    return payment_out(await sends.send(order))


@get(
    "/payments",
    permission="payments.read",
    refuses=[BadCursor, FilterInvalid, UnknownCurrency],
    is_report=True,
    express=plain_page,
    dependencies={"filters": Provide(history_filter)},
)
async def list_payments(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    filters: Filters,
    cursor: Cursor = None,
    limit: Limit = PAGE,
) -> PaymentPage:
    """The caller's payments of every kind, newest first."""
    person = PersonId(caller.person)
    page = await db.report(
        lambda tx: service.history(tx, keys, person, filters.wanted, cursor, limit),
        service.newest(person),
    )
    return PaymentPage([payment_out(view) for view in page.items], page.next)


@get(
    "/payments/export.csv",
    permission="payments.read",
    media_type="text/csv",
    refuses=[FilterInvalid, UnknownCurrency],
    is_report=True,
    dependencies={"filters": Provide(history_filter)},
)
async def export(caller: Caller, db: Database, keys: KeyRing, filters: Filters) -> Stream:
    """The caller's payments as a CSV file, newest first, streamed page by page."""
    # The first page is read before the answer begins: its head says how old the data may be.
    pages = await begun(service.all_history(db, keys, PersonId(caller.person), filters.wanted))
    return csv_file(csv_export.lines(pages), "batua-payments")


@get("/payments/{id:uuid}", permission="payments.read", refuses=[PaymentNotFound])
async def read_payment(caller: Caller, db: Database, keys: KeyRing, id: PaymentPath) -> PaymentOut:
    """One payment that the caller is a side of."""
    async with db.read() as tx:
        return payment_out(await service.payment(tx, keys, PersonId(caller.person), id))


@get(
    "/payments/{id:uuid}/receipt.pdf",
    permission="payments.read",
    media_type="application/pdf",
    refuses=[PaymentNotFound],
)
async def read_receipt(
    caller: Caller, db: Database, keys: KeyRing, id: PaymentPath
) -> Response[bytes]:
    """The receipt of a payment as a PDF, in the caller's language and time zone."""
    async with db.read() as tx:
        found = await service.receipt(tx, keys, PersonId(caller.person), id, caller.language)
    # Drawing takes some hundredths of a second of processor time: not on the event loop.
    from batua.modules.payments import receipt_pdf  # half a second that only a first receipt costs

    pdf = await asyncio.to_thread(receipt_pdf.draw, found)
    name = f"batua-{found.view.payment.reference}.pdf"
    return Response(
        pdf,
        media_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )


def _check_out(found: Check) -> CheckOut:
    limits = found.limits
    return CheckOut(
        payee=payee_out(found.payee),
        amount=Amount.of(found.amount),
        fee=Amount.of(found.fee),
        total=Amount.of(found.total),
        paid_before=found.payee.paid_before,
        needs_pin=bool(found.pin_reasons),
        reasons=list(found.pin_reasons),
        limits_left=LimitsLeft(
            per_send=Amount.of(limits.per_send),
            day=Amount.of(left(limits.day, limits.used_day)),
            month=Amount.of(left(limits.month, limits.used_month)),
        ),
        balance_after=Amount.of(found.balance_after),
    )


ROUTES: list[Any] = [
    check,
    second_name(send, "/payment/send"),
    list_payments,
    export,
    read_payment,
    read_receipt,
]
