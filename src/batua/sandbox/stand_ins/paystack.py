"""Stands in for Paystack: transactions, refunds, recipients, transfers and settlements."""

from datetime import UTC, date, datetime
from typing import Annotated, Any, Final, TypeVar

import msgspec
from litestar import Response, get, post
from litestar.params import Parameter

from batua.kit import clock
from batua.kit.db import Database, Tx
from batua.sandbox import store
from batua.sandbox.dialects import paystack as words
from batua.sandbox.errors import ApiError
from batua.sandbox.service import Order
from batua.sandbox.settings import SandboxSettings
from batua.sandbox.stand_ins import books
from batua.sandbox.types import Kind, Movement

NAME: Final = "paystack"
_MOST: Final = 10_000
V = TypeVar("V")

Reference = Annotated[str, msgspec.Meta(pattern="^[a-zA-Z0-9.=_-]{1,100}$")]
Since = Annotated[datetime | None, Parameter(query="from", required=False)]
Until = Annotated[datetime | None, Parameter(query="to", required=False)]
PerPage = Annotated[int, Parameter(query="perPage", ge=1, le=100)]


class TransactionBody(msgspec.Struct):
    """A transaction; what else Paystack takes is let pass."""

    email: Annotated[str, msgspec.Meta(pattern="^[^@]+@[^@]+$")]
    amount: int
    reference: Reference
    currency: str = "NGN"
    callback_url: str | None = None


class RefundBody(msgspec.Struct):
    """A refund, of a transaction by its reference."""

    transaction: str
    amount: int
    merchant_note: str
    currency: str | None = None


class RecipientBody(msgspec.Struct):
    """Who shall get transfers."""

    type: str
    name: str
    account_number: Annotated[str, msgspec.Meta(pattern="^[0-9]{4,35}$")]
    bank_code: str
    currency: str = "NGN"


class TransferBody(msgspec.Struct):
    """A transfer."""

    source: str
    amount: int
    recipient: Annotated[str, msgspec.Meta(pattern="^RCP_[0-9]+$")]
    reference: Reference
    currency: str = "NGN"


@post("/transaction/initialize", status_code=200)
async def make_transaction(
    data: TransactionBody, db: Database, settings: SandboxSettings
) -> dict[str, Any]:
    """A new transaction; a second one of the same reference is refused."""
    await _check_new(db, Kind.CHECKOUT, data.reference)
    order = Order(
        kind=Kind.CHECKOUT,
        reference=data.reference,
        currency=_known(data.currency),
        amount_minor=data.amount,
        return_url=data.callback_url,
        dialect=NAME,
    )
    made = await books.make(db, settings, order)
    page = {
        "authorization_url": f"{settings.url}/checkout/{made.id}",
        "access_code": made.id,
        "reference": made.reference,
    }
    return _told("Authorization URL created", page)


@get("/transaction/verify/{reference:str}")
async def show_transaction(reference: str, db: Database) -> dict[str, Any]:
    """A transaction by its reference."""
    async with db.read() as tx:
        found = await _transaction(tx, reference)
    return _told("Verification successful", words.transaction(found))


@post("/refund", status_code=200)
async def make_refund(data: RefundBody, db: Database, settings: SandboxSettings) -> dict[str, Any]:
    """A new refund: nothing of it tells a repetition apart."""
    async with db.read() as tx:
        paid = await _transaction(tx, data.transaction)
        earlier = await books.by_reference(tx, NAME, Kind.REFUND, data.merchant_note)
    if earlier is not None:  # the books cannot keep two; whoever asks twice has not looked
        raise ApiError(400, "second_refund", "This note was given to a refund before")
    order = Order(
        kind=Kind.REFUND,
        reference=data.merchant_note,
        currency=paid.currency,
        amount_minor=data.amount,
        parent=paid.id,
        dialect=NAME,
    )
    made = await books.make(db, settings, order)
    return _told("Refund has been queued for processing", words.new_refund(made, paid))


@get("/refund")
async def list_refunds(
    db: Database,
    since: Since = None,
    until: Until = None,
    transaction: str | None = None,
    per_page: PerPage = 50,
    page: int = 1,
) -> dict[str, Any]:
    """A page of the refunds, the newest first."""
    async with db.read() as tx:
        found = [
            one
            for one in await store.newest(tx, NAME, Kind.REFUND, _MOST)
            if (transaction is None or one.parent == transaction)
            and (since is None or one.created_at >= since)
            and (until is None or one.created_at <= until)
        ]
        shown = [await _refund(tx, one) for one in _window(found, per_page, page)]
    meta = {
        "total": len(found),
        "skipped": per_page * (page - 1),
        "perPage": str(per_page),
        "page": page,
        "pageCount": -(-len(found) // per_page),
        "failedRefundCount": 0,
    }
    return {**_told("Refunds retrieved", shown), "meta": meta}


@get("/refund/{id:int}")
async def show_refund(id: int, db: Database) -> dict[str, Any]:
    """A refund."""
    async with db.read() as tx:
        found = await store.find(tx, Kind.REFUND, str(id))
        if found is None or found.dialect != NAME:
            raise ApiError(404, "not_found", "Refund not found")
        return _told("Refund retrieved", await _refund(tx, found))


@post("/transferrecipient", status_code=201)
async def make_recipient(data: RecipientBody) -> dict[str, Any]:
    """A recipient; the same account again is the same one."""
    told = words.recipient(f"RCP_{data.account_number}", msgspec.to_builtins(data), clock.now())
    return _told("Transfer recipient created successfully", told)


@post("/transfer", status_code=200)
async def make_transfer(
    data: TransferBody, db: Database, settings: SandboxSettings
) -> dict[str, Any]:
    """A new transfer; a second one of the same reference is refused."""
    await _check_new(db, Kind.PAYOUT, data.reference)
    order = Order(
        kind=Kind.PAYOUT,
        reference=data.reference,
        currency=_known(data.currency),
        amount_minor=data.amount,
        account_number=data.recipient.removeprefix("RCP_"),
        dialect=NAME,
    )
    made = await books.make(db, settings, order)
    return _told("Transfer has been queued", words.transfer(made))


@get("/transfer/verify/{reference:str}")
async def show_transfer(reference: str, db: Database) -> dict[str, Any]:
    """A transfer by its reference."""
    async with db.read() as tx:
        found = await books.by_reference(tx, NAME, Kind.PAYOUT, reference)
    if found is None:
        raise ApiError(404, "transfer_not_found", "Transfer not found")
    told = {
        **words.transfer(found),
        "session": {"provider": None, "id": None},
        "gateway_response": found.failure,
        "recipient": words.recipient(
            "RCP_0000",
            dict.fromkeys(("name", "type", "account_number", "bank_code"), "")
            | {"currency": found.currency},
            found.created_at,
        ),
    }
    return _told("Transfer retrieved", told)


@get("/settlement")
async def list_settlements(
    db: Database, since: Since = None, per_page: PerPage = 50, page: int = 1
) -> dict[str, Any]:
    """What went to our bank on the day that `from` begins: one a currency."""
    day = (since or clock.now()).astimezone(UTC).date()
    found = await _paid(db, day)
    names = [one for one in words.CURRENCIES if any(paid.currency == one for paid in found)]
    shown = [
        words.settlement(day, name, [one for one in found if one.currency == name])
        for name in names
    ]
    return _told("Settlements retrieved", _window(shown, per_page, page))


@get("/settlement/{id:int}/transactions")
async def list_settled(
    id: int, db: Database, per_page: PerPage = 50, page: int = 1
) -> dict[str, Any]:
    """A page of what a settlement is made of."""
    day = datetime.strptime(str(id)[:8], "%Y%m%d").replace(tzinfo=UTC).date()
    found = [one for one in await _paid(db, day) if words.settlement_id(day, one.currency) == id]
    shown = [words.transaction(one) for one in _window(found, per_page, page)]
    return _told("Transactions retrieved", shown)


async def _paid(db: Database, day: date) -> list[Movement]:
    async with db.read() as tx:
        found = await books.settled(tx, NAME, day, 0, _MOST)
    return [one for one in found if one.kind is Kind.CHECKOUT]


async def _transaction(tx: Tx, reference: str) -> Movement:
    found = await books.by_reference(tx, NAME, Kind.CHECKOUT, reference)
    if found is None:
        raise ApiError(404, "transaction_not_found", "Transaction reference not found.")
    return found


async def _refund(tx: Tx, movement: Movement) -> dict[str, Any]:
    paid = await store.find(tx, Kind.CHECKOUT, movement.parent or "")
    return words.refund(movement, paid.reference if paid is not None else "")


async def _check_new(db: Database, kind: Kind, reference: str) -> None:
    async with db.read() as tx:
        if await books.by_reference(tx, NAME, kind, reference) is not None:
            raise ApiError(400, "duplicate_reference", "Duplicate Transaction Reference")


def _known(currency: str) -> str:
    if currency not in words.CURRENCIES:
        raise ApiError(403, "unsupported_currency", "Currency not supported by merchant")
    return currency


def _window(found: list[V], per_page: int, page: int) -> list[V]:
    return found[per_page * (page - 1) : per_page * page]


def _told(message: str, data: Any) -> dict[str, Any]:
    return {"status": True, "message": message, "data": data}


def _refusal(status: int, code: str, told: str) -> Response[Any]:
    kind = "api_error" if status >= 500 else "validation_error"
    body = {"status": False, "message": told, "type": kind, "code": code, "meta": {"nextStep": ""}}
    return Response(body, status_code=400 if status in {409, 422} else status)


ROUTER: Final = books.router(
    f"/{NAME}",
    [
        make_transaction,
        show_transaction,
        make_refund,
        list_refunds,
        show_refund,
        make_recipient,
        make_transfer,
        show_transfer,
        list_settlements,
        list_settled,
    ],
    books.bearer,
    _refusal,
)
