"""Stands in for PayPal: tokens, orders and their captures, refunds, the transaction report."""

from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Annotated, Any, Final

import msgspec
from litestar import Response, get, post
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler
from litestar.params import Parameter

from batua.kit.db import Database, Tx
from batua.kit.money import Currency, UnknownCurrency
from batua.sandbox import store
from batua.sandbox.dialects import paypal as words
from batua.sandbox.errors import ApiError
from batua.sandbox.service import Order
from batua.sandbox.settings import SandboxSettings
from batua.sandbox.stand_ins import books
from batua.sandbox.types import Kind, Movement, Status

NAME: Final = "paypal"
LASTS_S: Final = 32_400
_MOST: Final = 10_000
_CAPTURED: Final[set[str]] = set()
"""Orders whose capture was asked for; after a restart an order is captured once more, to no harm."""

Key = Annotated[str | None, Parameter(header="PayPal-Request-Id", required=False)]
Reference = Annotated[str, msgspec.Meta(min_length=1, max_length=127)]


class Amount(msgspec.Struct):
    """An amount."""

    currency_code: str
    value: Annotated[str, msgspec.Meta(pattern=r"^[0-9]+(\.[0-9]+)?$")]

    @property
    def minor(self) -> int:
        """In our smallest unit; refuses ApiError."""
        try:
            exact = Decimal(self.value).scaleb(Currency(self.currency_code).exponent)
        except UnknownCurrency:
            raise ApiError(422, "CURRENCY_NOT_SUPPORTED", "Not supported.") from None
        if exact != int(exact) or (self.currency_code in words.NO_DECIMALS and "." in self.value):
            raise ApiError(422, "DECIMAL_PRECISION", "Too many decimals.")
        return int(exact)


class Unit(msgspec.Struct):
    """What is bought."""

    amount: Amount
    custom_id: Reference


class Context(msgspec.Struct):
    """Where to go afterwards."""

    return_url: str | None = None


class Wallet(msgspec.Struct):
    """A payment by PayPal's own wallet."""

    experience_context: Context


class Source(msgspec.Struct):
    """How is paid."""

    paypal: Wallet


class OrderBody(msgspec.Struct):
    """An order; what else PayPal takes is let pass."""

    intent: str
    purchase_units: Annotated[list[Unit], msgspec.Meta(min_length=1, max_length=1)]
    payment_source: Source


class RefundBody(msgspec.Struct):
    """A refund."""

    amount: Amount
    custom_id: Reference


async def authenticated(
    connection: ASGIConnection[Any, Any, Any, Any], _handler: BaseRouteHandler
) -> None:
    """The client's keys for a token, and the token for everything but certificates."""
    path = connection.url.path
    if path.endswith("/v1/oauth2/token"):
        books.check_basic(connection)
    elif "/v1/notifications/certs/" not in path:
        given = connection.headers.get("authorization", "").removeprefix("Bearer ")
        books.check(given.encode(), _token(books.settings_of(connection)))


@post("/v1/oauth2/token", status_code=200)
async def make_token(settings: SandboxSettings) -> dict[str, Any]:
    """A token."""
    return {"access_token": _token(settings), "token_type": "Bearer", "expires_in": LASTS_S}


@get("/v1/notifications/certs/{id:str}", media_type="text/plain")
async def show_certificate(id: str, settings: SandboxSettings) -> str:
    """The certificate that callbacks are signed by."""
    signer = words.signer_of(settings.key_secret)
    if id != words.certificate_id(signer):
        raise ApiError(404, "RESOURCE_NOT_FOUND", "There is no such certificate.")
    return signer.pem.decode()


@post("/v2/checkout/orders", status_code=200)
async def make_order(
    data: OrderBody, key: Key, db: Database, settings: SandboxSettings
) -> dict[str, Any]:
    """A new order; the same key again gives the first one."""
    unit = data.purchase_units[0]
    order = Order(
        kind=Kind.CHECKOUT,
        key=key or "",
        reference=unit.custom_id,
        currency=unit.amount.currency_code,
        amount_minor=unit.amount.minor,
        return_url=data.payment_source.paypal.experience_context.return_url,
        dialect=NAME,
    )
    made = await books.make(db, settings, order)
    async with db.read() as tx:
        return await _shown(tx, made, settings)


@get("/v2/checkout/orders/{id:str}")
async def show_order(id: str, db: Database, settings: SandboxSettings) -> dict[str, Any]:
    """An order."""
    async with db.read() as tx:
        return await _shown(tx, await _order(tx, id), settings)


@post("/v2/checkout/orders/{id:str}/capture", status_code=200)
async def capture_order(id: str, db: Database, settings: SandboxSettings) -> dict[str, Any]:
    """Take the money that the payer has approved."""
    async with db.read() as tx:
        found = await _order(tx, id)
        if found.status is not Status.SUCCEEDED:
            raise ApiError(422, "ORDER_NOT_APPROVED", "Payer has not yet approved the Order.")
        _CAPTURED.add(id)
        return await _shown(tx, found, settings)


@post("/v2/payments/captures/{id:str}/refund", status_code=201)
async def make_refund(
    id: str, data: RefundBody, key: Key, db: Database, settings: SandboxSettings
) -> dict[str, Any]:
    """A new refund; the same key again gives the first one."""
    async with db.read() as tx:
        paid = await _order(tx, words.capture_of(id))
    order = Order(
        kind=Kind.REFUND,
        key=key or "",
        reference=data.custom_id,
        currency=data.amount.currency_code,
        amount_minor=data.amount.minor,
        parent=paid.id,
        dialect=NAME,
    )
    return words.refund(await books.make(db, settings, order))


@get("/v2/payments/refunds/{id:str}")
async def show_refund(id: str, db: Database) -> dict[str, Any]:
    """A refund."""
    async with db.read() as tx:
        found = await store.find(tx, Kind.REFUND, id)
    if found is None or found.dialect != NAME:
        raise ApiError(404, "RESOURCE_NOT_FOUND", "The specified resource does not exist.")
    return words.refund(found)


@get("/v1/reporting/transactions")
async def report(
    start_date: datetime, end_date: datetime, db: Database, page_size: int = 100, page: int = 1
) -> dict[str, Any]:
    """A page of the report of the day of its start."""
    async with db.read() as tx:
        found = await books.settled(tx, NAME, start_date.date(), 0, _MOST)
    shown = found[page_size * (page - 1) : page_size * page]
    return {
        "transaction_details": [words.settled(one) for one in shown],
        "account_number": "BATUASANDBOX0",
        "start_date": start_date,
        "end_date": end_date,
        "page": page,
        "total_items": len(found),
        "total_pages": -(-len(found) // page_size),
    }


async def _shown(tx: Tx, movement: Movement, settings: SandboxSettings) -> dict[str, Any]:
    refunds = tuple(await store.children(tx, movement.id))
    captured = movement.id in _CAPTURED or bool(refunds)
    return words.order(movement, settings.url, captured=captured, refunds=refunds)


async def _order(tx: Tx, id: str) -> Movement:
    found = await store.find(tx, Kind.CHECKOUT, id)
    if found is None or found.dialect != NAME:
        raise ApiError(404, "INVALID_RESOURCE_ID", "The specified resource does not exist.")
    return found


def _token(settings: SandboxSettings) -> str:
    return "A21AA" + sha256(f"token {settings.key_secret}".encode()).hexdigest()


def _refusal(status: int, code: str, told: str) -> Response[Any]:
    names = {
        400: "INVALID_REQUEST",
        401: "AUTHENTICATION_FAILURE",
        404: "RESOURCE_NOT_FOUND",
    }
    issue = code.upper()
    body = {
        "name": names.get(status, "UNPROCESSABLE_ENTITY"),
        "message": told,
        "debug_id": "batua",
        "details": [{"issue": issue, "description": told}],
    }
    return Response(body, status_code=422 if status == 409 else status)


ROUTER: Final = books.router(
    f"/{NAME}",
    [
        make_token,
        show_certificate,
        make_order,
        show_order,
        capture_order,
        make_refund,
        show_refund,
        report,
    ],
    authenticated,
    _refusal,
    invalid="INVALID_PARAMETER_SYNTAX",
)
