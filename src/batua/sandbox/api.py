"""The API that a merchant's server speaks: `/v1`, JSON, Basic authentication, idempotency keys."""

import asyncio
import base64
import binascii
from datetime import datetime, timedelta
from typing import Annotated, Any, Final

import msgspec
from litestar import Request, Response, Router, get, post
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler
from litestar.params import Parameter

from batua.kit.db import Database
from batua.kit.money import Currency, UnknownCurrency
from batua.kit.secrets import equal
from batua.sandbox import channels, rules, service
from batua.sandbox.errors import ApiError
from batua.sandbox.settings import SandboxSettings
from batua.sandbox.types import Kind, Movement

_FOLDERS: Final = {"checkouts": Kind.CHECKOUT, "payouts": Kind.PAYOUT, "refunds": Kind.REFUND}

Key = Annotated[str | None, Parameter(header="Idempotency-Key", required=False)]
Text = Annotated[str, msgspec.Meta(min_length=1, max_length=255)]
Address = Annotated[str, msgspec.Meta(pattern="^https?://", max_length=2000)]
Minor = Annotated[int, msgspec.Meta(gt=0, le=9_000_000_000_000_000)]


class CheckoutBody(msgspec.Struct):
    """Ask a payer to pay."""

    reference: Text
    amount_minor: Minor
    currency: str
    callback_url: Address
    return_url: Address | None = None
    expires_at: datetime | None = None


class PayoutBody(msgspec.Struct):
    """Pay out to a bank account."""

    reference: Text
    amount_minor: Minor
    currency: str
    callback_url: Address
    account_number: Annotated[str, msgspec.Meta(pattern="^[0-9A-Za-z]{4,40}$")]
    ifsc: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]
    name: Text


class RefundBody(msgspec.Struct):
    """Give back some of what was paid."""

    reference: Text
    amount_minor: Minor
    currency: str
    callback_url: Address
    checkout: Text


async def authenticated(
    connection: ASGIConnection[Any, Any, Any, Any], _handler: BaseRouteHandler
) -> None:
    """Basic authentication with the merchant's key."""
    settings: SandboxSettings = connection.app.state["settings"]
    kind, _, blob = connection.headers.get("authorization", "").partition(" ")
    try:
        given = base64.b64decode(blob, validate=True) if kind.lower() == "basic" else b""
    except (binascii.Error, ValueError):
        given = b""
    if not equal(given, f"{settings.key_id}:{settings.key_secret}"):
        raise ApiError(401, "unauthenticated", "Send the key id and the key secret.")


@post("/checkouts")
async def make_checkout(
    data: CheckoutBody, key: Key, db: Database, settings: SandboxSettings
) -> Response[Any]:
    """A new checkout; its page is at `checkout_url`."""
    order = service.Order(
        kind=Kind.CHECKOUT,
        key=_key(key),
        reference=data.reference,
        currency=_currency(data.currency),
        amount_minor=data.amount_minor,
        callback_url=data.callback_url,
        return_url=data.return_url,
        expires_at=data.expires_at,
    )
    return await _make(db, settings, order)


@post("/payouts")
async def make_payout(
    data: PayoutBody, key: Key, db: Database, settings: SandboxSettings
) -> Response[Any]:
    """A new payout; the last digits of the account number decide its fate."""
    order = service.Order(
        kind=Kind.PAYOUT,
        key=_key(key),
        reference=data.reference,
        currency=_currency(data.currency),
        amount_minor=data.amount_minor,
        callback_url=data.callback_url,
        account_number=data.account_number,
    )
    answer = await _make(db, settings, order)
    await asyncio.sleep(rules.fate_of(data.account_number).hangs_ms / 1000)
    return answer


@post("/refunds")
async def make_refund(
    data: RefundBody, key: Key, db: Database, settings: SandboxSettings
) -> Response[Any]:
    """A new refund of a paid checkout."""
    order = service.Order(
        kind=Kind.REFUND,
        key=_key(key),
        reference=data.reference,
        currency=_currency(data.currency),
        amount_minor=data.amount_minor,
        callback_url=data.callback_url,
        parent=data.checkout,
    )
    return await _make(db, settings, order)


@get([f"/{folder}/{{id:str}}" for folder in _FOLDERS])
async def show(
    id: str, request: Request[Any, Any, Any], db: Database, settings: SandboxSettings
) -> Response[Any]:
    """How a movement stands."""
    async with db.read() as tx:
        found = await service.find(tx, _kind(request), id)
    return _answer(found, settings)


@get([f"/{folder}" for folder in _FOLDERS])
async def show_by_reference(
    reference: str, request: Request[Any, Any, Any], db: Database, settings: SandboxSettings
) -> Response[Any]:
    """How the movement of the merchant's reference stands."""
    async with db.read() as tx:
        found = await service.find_by_reference(tx, _kind(request), reference)
    return _answer(found, settings)


@post("/checkouts/{id:str}/expire", status_code=200)
async def expire(id: str, db: Database, settings: SandboxSettings) -> Response[Any]:
    """Close an open checkout; the answer tells if it was paid meanwhile."""
    async with db.transaction() as tx:
        found = await service.expire(tx, id)
    return _answer(found, settings)


async def _make(db: Database, settings: SandboxSettings, order: service.Order) -> Response[Any]:
    async with db.transaction() as tx:
        made, is_new = await service.make(tx, order, timedelta(milliseconds=settings.moment_ms))
    return _answer(made, settings, 201 if is_new else 200)


def _answer(movement: Movement, settings: SandboxSettings, status: int = 200) -> Response[Any]:
    return Response(service.shown(movement, settings.url), status_code=status)


def _kind(request: Request[Any, Any, Any]) -> Kind:
    return _FOLDERS[request.url.path.split("/")[2]]


def _key(key: str | None) -> str:
    if key is None or not 1 <= len(key) <= 255:
        raise ApiError(400, "key_missing", "Send an Idempotency-Key of 1 to 255 characters.")
    return key


def _currency(code: str) -> str:
    try:
        return str(Currency(code))
    except UnknownCurrency:
        raise ApiError(422, "unknown_currency", "This is no ISO 4217 currency.") from None


def on_api_error(_request: Request[Any, Any, Any], error: ApiError) -> Response[Any]:
    """A refusal as JSON."""
    return Response({"code": error.code, "message": error.message}, status_code=error.status)


ROUTER: Final = Router(
    "/v1",
    route_handlers=[
        make_checkout,
        make_payout,
        make_refund,
        show,
        show_by_reference,
        expire,
        *channels.HANDLERS,
    ],
    guards=[authenticated],
)
