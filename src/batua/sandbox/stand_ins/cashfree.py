"""Stands in for Cashfree: payment links, refunds, transfers and the reconciliation report."""

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Final

import msgspec
from litestar import Response, get, post
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler
from litestar.params import Parameter

from batua.kit.db import Database, Tx
from batua.kit.money import Currency, UnknownCurrency
from batua.sandbox import service, store
from batua.sandbox.dialects import cashfree as words
from batua.sandbox.errors import ApiError
from batua.sandbox.service import Order
from batua.sandbox.settings import SandboxSettings
from batua.sandbox.stand_ins import books
from batua.sandbox.types import Kind, Movement, Status

NAME: Final = "cashfree"

Key = Annotated[str | None, Parameter(header="x-idempotency-key", required=False)]


class Customer(msgspec.Struct):
    """Who shall pay."""

    customer_phone: Annotated[str, msgspec.Meta(pattern="^[0-9]{10}$")]


class Meta(msgspec.Struct):
    """Where to go afterwards, and where to call back to."""

    return_url: str | None = None
    notify_url: str | None = None


class LinkBody(msgspec.Struct):
    """A payment link; what else Cashfree takes is let pass."""

    link_id: Annotated[str, msgspec.Meta(max_length=50, pattern="^[0-9A-Za-z_-]+$")]
    link_amount: Decimal
    link_currency: str
    link_purpose: Annotated[str, msgspec.Meta(max_length=500)]
    customer_details: Customer
    link_expiry_time: datetime | None = None
    link_meta: Meta | None = None


class RefundBody(msgspec.Struct):
    """A refund."""

    refund_amount: Decimal
    refund_id: Annotated[str, msgspec.Meta(pattern="^[0-9A-Za-z]{3,40}$")]


class Instrument(msgspec.Struct):
    """A bank account."""

    bank_account_number: Annotated[str, msgspec.Meta(pattern="^[0-9A-Za-z]{4,40}$")]
    bank_ifsc: str


class Beneficiary(msgspec.Struct):
    """Who gets a transfer."""

    beneficiary_name: str
    beneficiary_instrument_details: Instrument


class TransferBody(msgspec.Struct):
    """A payout."""

    transfer_id: Annotated[str, msgspec.Meta(pattern="^[0-9A-Za-z_]{1,40}$")]
    transfer_amount: Decimal
    beneficiary_details: Beneficiary
    transfer_currency: str = "INR"


class Pagination(msgspec.Struct):
    """Where a page begins, and how long it is."""

    limit: Annotated[int, msgspec.Meta(ge=1, le=1000)]
    cursor: str | None = None


class Filters(msgspec.Struct):
    """Which time the report is of; the stand-in takes the day of its start."""

    start_date: datetime
    end_date: datetime


class ReconBody(msgspec.Struct):
    """A page of the report."""

    pagination: Pagination
    filters: Filters


async def authenticated(
    connection: ASGIConnection[Any, Any, Any, Any], _handler: BaseRouteHandler
) -> None:
    """The client id and the client secret, in headers."""
    keys = books.settings_of(connection).keys
    given = "{x-client-id}:{x-client-secret}".format_map(
        {name: connection.headers.get(name, "") for name in ("x-client-id", "x-client-secret")}
    )
    books.check(given.encode(), f"{keys.key_id}:{keys.key_secret}")
    if "x-api-version" not in connection.headers:
        raise ApiError(400, "version_missing", "x-api-version header is missing")


@post("/pg/links", status_code=200)
async def make_link(
    data: LinkBody, key: Key, db: Database, settings: SandboxSettings
) -> dict[str, Any]:
    """A new link; the same key again gives the first one."""
    meta = data.link_meta or Meta()
    order = Order(
        kind=Kind.CHECKOUT,
        key=key or "",
        reference=data.link_id,
        currency=data.link_currency,
        amount_minor=_minor(data.link_amount, data.link_currency),
        callback_url=meta.notify_url or "",
        return_url=meta.return_url,
        expires_at=data.link_expiry_time,
        dialect=NAME,
    )
    return words.link(await books.make(db, settings, order), settings.url)


@get("/pg/links/{link_id:str}")
async def show_link(link_id: str, db: Database, settings: SandboxSettings) -> dict[str, Any]:
    """A link by the merchant's id."""
    async with db.read() as tx:
        return words.link(await _link(tx, link_id), settings.url)


@get("/pg/links/{link_id:str}/orders")
async def list_orders(link_id: str, db: Database, status: str = "PAID") -> list[dict[str, Any]]:
    """What payers made of a link."""
    async with db.read() as tx:
        found = await _link(tx, link_id)
    is_paid = found.status is Status.SUCCEEDED
    return [words.order(found)] if is_paid or status == "ALL" else []


@post("/pg/links/{link_id:str}/cancel", status_code=200)
async def cancel_link(link_id: str, db: Database, settings: SandboxSettings) -> dict[str, Any]:
    """Close an open link; refuses one that is paid or over."""
    async with db.transaction() as tx:
        before = await _link(tx, link_id)
        if before.status is not Status.OPEN:
            raise ApiError(400, "link_cancellation_failed", "Link is not active")
        return words.link(await service.expire(tx, before.id), settings.url)


@post("/pg/orders/{order_id:str}/refunds", status_code=200)
async def make_refund(
    order_id: str, data: RefundBody, key: Key, db: Database, settings: SandboxSettings
) -> dict[str, Any]:
    """A new refund; the same key again gives the first one."""
    async with db.read() as tx:
        paid = await store.find(tx, Kind.CHECKOUT, words.link_of(order_id))
        if paid is None or paid.dialect != NAME:
            raise ApiError(404, "order_not_found", "Order reference id does not exist")
    order = Order(
        kind=Kind.REFUND,
        key=key or "",
        reference=data.refund_id,
        currency=paid.currency,
        amount_minor=_minor(data.refund_amount, paid.currency),
        parent=paid.id,
        dialect=NAME,
    )
    return words.refund(await books.make(db, settings, order))


@get("/pg/orders/{order_id:str}/refunds/{refund_id:str}")
async def show_refund(order_id: str, refund_id: str, db: Database) -> dict[str, Any]:
    """A refund by the merchant's id."""
    async with db.read() as tx:
        found = await books.by_reference(tx, NAME, Kind.REFUND, refund_id)
    if found is None or words.order_of(found.parent or "") != order_id:
        raise ApiError(404, "refund_not_found", "Refund does not exist")
    return words.refund(found)


@post("/payout/transfers", status_code=200)
async def make_transfer(
    data: TransferBody, db: Database, settings: SandboxSettings
) -> dict[str, Any]:
    """A new payout; a second one of the same id is refused."""
    async with db.read() as tx:
        earlier = await books.by_reference(tx, NAME, Kind.PAYOUT, data.transfer_id)
    if earlier is not None:
        raise ApiError(409, "transfer_id_already_exists", "transfer_id already exists")
    order = Order(
        kind=Kind.PAYOUT,
        reference=data.transfer_id,
        currency=data.transfer_currency,
        amount_minor=_minor(data.transfer_amount, data.transfer_currency),
        account_number=data.beneficiary_details.beneficiary_instrument_details.bank_account_number,
        dialect=NAME,
    )
    return words.transfer(await books.make(db, settings, order))


@get("/payout/transfers")
async def show_transfer(transfer_id: str, db: Database) -> dict[str, Any]:
    """A payout by the merchant's id."""
    async with db.read() as tx:
        found = await books.by_reference(tx, NAME, Kind.PAYOUT, transfer_id)
    if found is None:
        raise ApiError(404, "transfer_id_not_found", "transfer_id does not exist")
    return words.transfer(found)


@post("/pg/recon", status_code=200)
async def report(data: ReconBody, db: Database) -> dict[str, Any]:
    """A page of the report; the cursor is empty on the last one."""
    day: date = data.filters.start_date.date()
    skip, limit = int(data.pagination.cursor or 0), data.pagination.limit
    async with db.read() as tx:
        found = await books.settled(tx, NAME, day, skip, limit)
    cursor = str(skip + limit) if len(found) == limit else None
    return {"cursor": cursor, "limit": limit, "data": [words.settled(one) for one in found]}


async def _link(tx: Tx, link_id: str) -> Movement:
    found = await books.by_reference(tx, NAME, Kind.CHECKOUT, link_id)
    if found is None:
        raise ApiError(404, "link_not_found", "Link does not exist")
    return found


def _minor(amount: Decimal, currency: str) -> int:
    try:
        exact = amount.scaleb(Currency(currency).exponent)
    except UnknownCurrency:
        raise ApiError(400, "currency_invalid", "The currency is not supported.") from None
    if exact != int(exact) or amount != round(amount, 2):
        raise ApiError(400, "amount_invalid", "Provide up to two decimals.")
    return int(exact)


def _refusal(status: int, code: str, told: str) -> Response[Any]:
    kind = "authentication_error" if status == 401 else "invalid_request_error"
    body = {"message": told, "code": code, "type": kind}
    return Response(body, status_code=409 if code == "key_reused" else status)


ROUTER: Final = books.router(
    f"/{NAME}",
    [
        make_link,
        show_link,
        list_orders,
        cancel_link,
        make_refund,
        show_refund,
        make_transfer,
        show_transfer,
        report,
    ],
    authenticated,
    _refusal,
)
