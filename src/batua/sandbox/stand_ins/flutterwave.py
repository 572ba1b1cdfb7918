"""Stands in for Flutterwave's v3: payments, refunds, transfers and settlements."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated, Any, Final, TypeVar

import msgspec
from litestar import Response, get, post
from litestar.params import Parameter

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.money import Currency
from batua.sandbox import store
from batua.sandbox.dialects import flutterwave as words
from batua.sandbox.errors import ApiError
from batua.sandbox.service import Order
from batua.sandbox.settings import SandboxSettings
from batua.sandbox.stand_ins import books
from batua.sandbox.types import Kind, Movement, Status

NAME: Final = "flutterwave"
PAGE: Final = 10
_MOST: Final = 10_000
V = TypeVar("V")

Reference = Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
Since = Annotated[date | None, Parameter(query="from", required=False)]


class Customer(msgspec.Struct):
    """Who shall pay."""

    email: Annotated[str, msgspec.Meta(pattern="^[^@]+@[^@]+$")]


class PaymentBody(msgspec.Struct):
    """A payment; what else Flutterwave takes is let pass."""

    tx_ref: Reference
    amount: Decimal
    currency: str
    customer: Customer
    redirect_url: str | None = None


class RefundBody(msgspec.Struct):
    """A refund."""

    amount: Decimal
    comments: str


class TransferBody(msgspec.Struct):
    """A transfer."""

    account_bank: str
    account_number: Annotated[str, msgspec.Meta(pattern="^[0-9]{4,35}$")]
    amount: Decimal
    currency: str
    reference: Reference


@post("/payments", status_code=200)
async def make_payment(
    data: PaymentBody, db: Database, settings: SandboxSettings
) -> dict[str, Any]:
    """A page to pay on; the same reference again leads to the same page."""
    order = Order(
        kind=Kind.CHECKOUT,
        reference=data.tx_ref,
        currency=data.currency,
        amount_minor=_minor(data.amount, data.currency),
        return_url=data.redirect_url,
        dialect=NAME,
    )
    made = await books.make(db, settings, order)
    return _told("Hosted Link", {"link": f"{settings.url}/checkout/{made.id}"})


@get("/transactions/verify_by_reference")
async def show_transaction(tx_ref: str, db: Database) -> dict[str, Any]:
    """A transaction by its reference; there is none before somebody tries to pay."""
    async with db.read() as tx:
        found = await books.by_reference(tx, NAME, Kind.CHECKOUT, tx_ref)
    if found is None or found.status in {Status.OPEN, Status.EXPIRED}:
        raise ApiError(404, "not_found", "No transaction was found for this id")
    return _told("Transaction fetched successfully", words.transaction(found))


@post("/transactions/{id:int}/refund", status_code=200)
async def make_refund(
    id: int, data: RefundBody, db: Database, settings: SandboxSettings
) -> dict[str, Any]:
    """A new refund: nothing of it tells a repetition apart."""
    async with db.read() as tx:
        paid = _found(await store.find(tx, Kind.CHECKOUT, str(id)))
        earlier = await books.by_reference(tx, NAME, Kind.REFUND, data.comments)
    if earlier is not None:  # the books cannot keep two; whoever asks twice has not looked
        raise ApiError(400, "second_refund", "This comment was given to a refund before")
    order = Order(
        kind=Kind.REFUND,
        reference=data.comments,
        currency=paid.currency,
        amount_minor=_minor(data.amount, paid.currency),
        parent=paid.id,
        dialect=NAME,
    )
    told = words.refund(await books.make(db, settings, order))
    return _told("Transaction refund initiated", {**told, "comments": None})


@get("/refunds")
async def list_refunds(db: Database, since: Since = None, page: int = 1) -> dict[str, Any]:
    """A page of the refunds, the newest first."""
    async with db.read() as tx:
        found = [
            one
            for one in await store.newest(tx, NAME, Kind.REFUND, _MOST)
            if since is None or one.created_at.date() >= since
        ]
    return _page("Refunds fetched", [words.refund(one) for one in found], page)


@get("/refunds/{id:int}")
async def show_refund(id: int, db: Database) -> dict[str, Any]:
    """A refund."""
    async with db.read() as tx:
        found = _found(await store.find(tx, Kind.REFUND, str(id)))
    return _told("Refund fetched", words.refund(found))


@post("/transfers", status_code=200)
async def make_transfer(
    data: TransferBody, db: Database, settings: SandboxSettings
) -> dict[str, Any]:
    """A new transfer; a second one of the same reference is refused."""
    async with db.read() as tx:
        if await books.by_reference(tx, NAME, Kind.PAYOUT, data.reference) is not None:
            raise ApiError(400, "taken", "Transfer with this reference already exists")
    order = Order(
        kind=Kind.PAYOUT,
        reference=data.reference,
        currency=data.currency,
        amount_minor=_minor(data.amount, data.currency),
        account_number=data.account_number,
        dialect=NAME,
    )
    made = await books.make(db, settings, order)
    return _told("Transfer Queued Successfully", words.transfer(made))


@get("/transfers")
async def list_transfers(reference: str, db: Database, page: int = 1) -> dict[str, Any]:
    """The transfers of a reference: one or none."""
    async with db.read() as tx:
        found = await books.by_reference(tx, NAME, Kind.PAYOUT, reference)
    return _page("Transfers fetched", [] if found is None else [words.transfer(found)], page)


@get("/transfers/{id:int}")
async def show_transfer(id: int, db: Database) -> dict[str, Any]:
    """A transfer."""
    async with db.read() as tx:
        found = _found(await store.find(tx, Kind.PAYOUT, str(id)))
    return _told("Transfer fetched", words.transfer(found))


@get("/settlements")
async def list_settlements(db: Database, since: Since = None, page: int = 1) -> dict[str, Any]:
    """What went to our bank since a day: one a day and currency."""
    today = clock.now().date()
    first = since or today
    shown = []
    async with db.read() as tx:
        for day in (date.fromordinal(n) for n in range(first.toordinal(), today.toordinal() + 1)):
            moved = await books.settled(tx, NAME, day, 0, _MOST)
            shown += [words.settlement(day, *one) for one in _by_currency(moved)]
    return _page("Settlements fetched", shown, page)


@get("/settlements/{id:int}")
async def show_settlement(id: int, db: Database) -> dict[str, Any]:
    """A settlement with its transactions."""
    day = datetime.strptime(str(id)[:8], "%Y%m%d").replace(tzinfo=UTC).date()
    async with db.read() as tx:
        moved = await books.settled(tx, NAME, day, 0, _MOST)
    for currency, ones in _by_currency(moved):
        if words.settlement_id(day, currency) == id:
            told = words.settlement(day, currency, ones)
            paid = [words.settled(one) for one in ones if one.kind is Kind.CHECKOUT]
            texts = {name: str(told[name]) for name in ("meta", "refund_meta")}
            return _told("Settlement fetched", {**told, **texts, "transactions": paid})
    raise ApiError(404, "not_found", "Settlement not found")


def _by_currency(moved: list[Movement]) -> list[tuple[str, list[Movement]]]:
    names = sorted({one.currency for one in moved})
    return [(name, [one for one in moved if one.currency == name]) for name in names]


def _found(movement: Movement | None) -> Movement:
    if movement is None or movement.dialect != NAME:
        raise ApiError(404, "not_found", "Not found")
    return movement


def _minor(amount: Decimal, currency: str) -> int:
    if currency not in words.CURRENCIES:
        raise ApiError(400, "currency", "Currency not supported")
    exact = amount.scaleb(Currency(currency).exponent)
    if exact != int(exact):
        raise ApiError(400, "amount", "amount has too many decimals")
    return int(exact)


def _told(message: str, data: Any) -> dict[str, Any]:
    return {"status": "success", "message": message, "data": data}


def _page(message: str, found: list[V], page: int) -> dict[str, Any]:
    total = -(-len(found) // PAGE)
    info = {"total": len(found), "current_page": page, "total_pages": total, "page_size": PAGE}
    shown = found[PAGE * (page - 1) : PAGE * page]
    return {**_told(message, shown), "meta": {"page_info": info}}


def _refusal(status: int, _code: str, told: str) -> Response[Any]:
    body = {"status": "error", "message": told, "data": None}
    return Response(body, status_code=400 if status in {409, 422} else status)


ROUTER: Final = books.router(
    f"/{NAME}/v3",
    [
        make_payment,
        show_transaction,
        make_refund,
        list_refunds,
        show_refund,
        make_transfer,
        list_transfers,
        show_transfer,
        list_settlements,
        show_settlement,
    ],
    books.bearer,
    _refusal,
)
