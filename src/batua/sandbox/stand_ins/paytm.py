"""Stands in for Paytm: orders with their payment page, refunds, and the settlement report."""

from datetime import date
from decimal import Decimal, InvalidOperation
from html import escape
from typing import Annotated, Any, Final, TypeVar
from urllib.parse import quote, urlsplit

import msgspec
from litestar import Request, Response, get, post
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler
from litestar.response import Redirect

from batua.kit import clock
from batua.kit.db import Database, Tx
from batua.kit.secrets import equal
from batua.sandbox.dialects import paytm as words
from batua.sandbox.errors import ApiError
from batua.sandbox.service import Order
from batua.sandbox.settings import SandboxSettings
from batua.sandbox.stand_ins import books
from batua.sandbox.types import Kind, Movement, Status

NAME: Final = "paytm"
_MOST: Final = 10_000
_CODES: Final = {
    "key_reused": "2023",
    "invalid_amount": "2007",
    "invalid_currency": "2007",
    "refund_too_large": "619",
    "not_refundable": "600",
    "no_such_checkout": "627",
    "request_invalid": "1001",
}
T = TypeVar("T")
Asked = Request[Any, Any, Any]
Id = Annotated[str, msgspec.Meta(pattern="^[A-Za-z0-9@._-]{1,50}$")]
Rupees = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{1,13}\.[0-9]{2}$")]


class _Head(msgspec.Struct):
    signature: str


class _Envelope(msgspec.Struct):
    head: _Head
    body: msgspec.Raw


class Amount(msgspec.Struct):
    """An amount in rupees."""

    value: Rupees
    currency: str


class Customer(msgspec.Struct):
    """Who shall pay."""

    custId: Annotated[str, msgspec.Meta(min_length=1, max_length=64)]  # noqa: N815 - Paytm's name


class OrderBody(msgspec.Struct, rename="camel"):
    """An order; what else Paytm takes is let pass."""

    mid: str
    request_type: str
    website_name: str
    order_id: Id
    callback_url: str
    txn_amount: Amount
    user_info: Customer


class StatusBody(msgspec.Struct, rename="camel"):
    """Which order is asked about."""

    mid: str
    order_id: Id


class RefundBody(msgspec.Struct, rename="camel"):
    """A refund."""

    mid: str
    order_id: Id
    txn_id: str
    ref_id: Id
    refund_amount: Rupees


class RefundStatusBody(msgspec.Struct, rename="camel"):
    """Which refund is asked about."""

    mid: str
    order_id: Id
    ref_id: Id


async def _anybody(
    _connection: ASGIConnection[Any, Any, Any, Any], _handler: BaseRouteHandler
) -> None:
    """Every body is checked by its own signature."""


@post("/theia/api/v1/initiateTransaction", status_code=200)
async def make_order(request: Asked, db: Database, settings: SandboxSettings) -> dict[str, Any]:
    """A new order with the token of its page; the same again gives the same."""
    data = await _read(request, settings, OrderBody, "2005")
    back = f"{settings.url}/{NAME}/back/{data.order_id}?to={quote(data.callback_url, safe='')}"
    order = Order(
        kind=Kind.CHECKOUT,
        reference=data.order_id,
        currency=data.txn_amount.currency,
        amount_minor=_minor(data.txn_amount.value),
        return_url=back,
        dialect=NAME,
    )
    made = await books.make(db, settings, order)
    return _told({"resultInfo": words.info("S", "0000", "Success"), "txnToken": _token(made)})


@post("/theia/api/v1/showPaymentPage", status_code=303)
async def show_page(request: Asked, db: Database) -> Response[Any]:
    """The page on which the payer pays, for whoever brings its token."""
    form = await request.form()
    async with db.read() as tx:
        found = await _order(tx, str(form.get("orderId", "")))
    if not equal(str(form.get("txnToken", "")).encode(), _token(found)):
        raise ApiError(401, "1006", "Your Session has expired.")
    return Redirect(f"/checkout/{found.id}", status_code=303)


@get("/back/{order_id:str}")
async def go_back(order_id: str, to: str, db: Database, settings: SandboxSettings) -> Response[str]:
    """The browser brings the shop what became of the order, as a signed form."""
    async with db.read() as tx:
        found = await _order(tx, order_id)
    if found.return_url is None or not found.return_url.endswith(f"?to={quote(to, safe='')}"):
        raise ApiError(400, "1001", "The order belongs to another shop.")
    status, code, told = words.ORDER[found.status]
    if found.status is Status.OPEN:
        status, code = "PENDING", "400"
    fields = {
        "ORDERID": found.reference,
        "TXNID": found.id,
        "TXNAMOUNT": words.major(found.moved_minor or found.amount_minor, found.currency),
        "CURRENCY": found.currency,
        "STATUS": status,
        "RESPCODE": code,
        "RESPMSG": told,
    }
    key = words.merchant_key(settings.key_secret)
    signed = {**fields, "CHECKSUMHASH": words.sign(key, words.joined(fields))}
    inputs = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in signed.items()
    )
    page = (
        '<!doctype html><html lang="en"><title>Back to the shop</title>'
        f'<form method="post" action="{escape(to)}">{inputs}<button>Back to the shop</button>'
        '</form><script src="/assets/hand-over.js"></script></html>'
    )
    shop = urlsplit(to)
    policy = f"default-src 'none'; script-src 'self'; form-action {shop.scheme}://{shop.netloc}"
    return Response(
        page,
        media_type="text/html; charset=utf-8",
        headers={"content-security-policy": policy, "cache-control": "no-store"},
    )


@post("/v3/order/status", status_code=200)
async def show_order(request: Asked, db: Database, settings: SandboxSettings) -> dict[str, Any]:
    """An order; there is none before somebody tries to pay it."""
    data = await _read(request, settings, StatusBody, "330")
    async with db.read() as tx:
        return _told(words.order(await _order(tx, data.order_id)))


@post("/refund/apply", status_code=200)
async def make_refund(request: Asked, db: Database, settings: SandboxSettings) -> dict[str, Any]:
    """A new refund; the same `refId` again gives the first one."""
    data = await _read(request, settings, RefundBody, "330")
    async with db.read() as tx:
        paid = await _order(tx, data.order_id)
    if paid.id != data.txn_id:
        raise ApiError(400, "627", "Order Details Mismatch")
    order = Order(
        kind=Kind.REFUND,
        key=words.refund_key(data.order_id, data.ref_id),
        reference=data.ref_id,
        currency=paid.currency,
        amount_minor=_minor(data.refund_amount),
        parent=paid.id,
        dialect=NAME,
    )
    return _told(words.refund(await books.make(db, settings, order), paid))


@post("/v2/refund/status", status_code=200)
async def show_refund(request: Asked, db: Database, settings: SandboxSettings) -> dict[str, Any]:
    """A refund by the merchant's id."""
    data = await _read(request, settings, RefundStatusBody, "330")
    async with db.read() as tx:
        paid = await books.by_reference(tx, NAME, Kind.CHECKOUT, data.order_id)
        found = await books.by_reference(tx, NAME, Kind.REFUND, data.ref_id)
    if paid is None or found is None or found.parent != paid.id:
        raise ApiError(404, "631", "Record not found")
    return _told(words.refund(found, paid))


@post("/merchant-settlement-service/settlement/list", status_code=200)
async def report(request: Asked, db: Database, settings: SandboxSettings) -> dict[str, Any]:
    """A page of the report; here its days are those of UTC, as everywhere in the sandbox."""
    fields: dict[str, str] = msgspec.json.decode(await request.body(), type=dict[str, str])
    given = fields.pop("checksumHash", "")
    key = words.merchant_key(settings.key_secret)
    if not words.is_signed(key, words.joined(fields), given):
        return {"status": "FAILURE", "resultCode": "00000022"}
    day, number = date.fromisoformat(fields["utrProcessedStartTime"]), int(fields["pageNum"])
    size = min(int(fields["pageSize"]), 20)
    async with db.read() as tx:
        moved = await books.settled(tx, NAME, day, 0, _MOST)
        shown = moved[(number - 1) * size : number * size]
    lines = [words.settled(one) for one in shown]
    if not lines:
        return {"status": "RECORD_NOT_FOUND", "resultCode": "00000000"}
    return {
        "status": "SUCCESS",
        "resultCode": "00000000",
        "count": len(lines),
        "settlementDetailList": lines,
        "paginatorPageNum": number,
        "paginatorPageSize": size,
        "paginatorTotalPage": -(-len(moved) // size),
        "paginatorTotalCount": len(moved),
    }


async def _read(request: Asked, settings: SandboxSettings, kind: type[T], unsigned: str) -> T:
    """The signed body of a request; `unsigned` is the code of one that is not."""
    try:
        told = msgspec.json.decode(await request.body(), type=_Envelope)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise ApiError(400, "1001", "Request parameters are not valid") from None
    key, text = words.merchant_key(settings.key_secret), bytes(told.body).decode()
    if not words.is_signed(key, text, told.head.signature):
        raise ApiError(401, unsigned, "Checksum provided is invalid")
    try:
        return msgspec.json.decode(told.body, type=kind)
    except msgspec.MsgspecError:
        raise ApiError(400, "1001", "Request parameters are not valid") from None


async def _order(tx: Tx, order_id: str) -> Movement:
    found = await books.by_reference(tx, NAME, Kind.CHECKOUT, order_id)
    if found is None:
        raise ApiError(404, "334", "Invalid Order ID")
    return found


def _token(movement: Movement) -> str:
    """What opens the page of an order."""
    return f"tok{movement.id}{movement.request_hash.hex()[:24]}"


def _minor(value: str) -> int:
    try:
        return int(Decimal(value) * 100)
    except InvalidOperation:
        raise ApiError(400, "2007", "Txn amount is invalid") from None


def _told(body: dict[str, Any]) -> dict[str, Any]:
    head = {"responseTimestamp": str(int(clock.now().timestamp() * 1000)), "version": "v1"}
    return {"head": head, "body": body}


def _refusal(_status: int, code: str, told: str) -> Response[Any]:
    """Paytm answers 200 whatever it says; long codes are those of new orders."""
    code = _CODES.get(code, code)
    status = "F" if len(code) == 4 else "TXN_FAILURE"
    return Response(_told({"resultInfo": words.info(status, code, told)}), status_code=200)


ROUTER: Final = books.router(
    f"/{NAME}",
    [make_order, show_page, go_back, show_order, make_refund, show_refund, report],
    _anybody,
    _refusal,
)
