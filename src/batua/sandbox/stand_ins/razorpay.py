"""Stands in for Razorpay: payment links, refunds, payouts and the settlement report."""

from datetime import UTC, date, datetime
from typing import Annotated, Any, Final

import msgspec
from litestar import Response, get, post
from litestar.connection import ASGIConnection
from litestar.handlers import BaseRouteHandler
from litestar.params import Parameter

from batua.kit.db import Database
from batua.sandbox import service, store
from batua.sandbox.dialects import razorpay as words
from batua.sandbox.errors import ApiError
from batua.sandbox.service import Order
from batua.sandbox.settings import SandboxSettings
from batua.sandbox.stand_ins import books
from batua.sandbox.types import Kind, Movement, Status

NAME: Final = "razorpay"

Text = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]


class LinkBody(msgspec.Struct):
    """A payment link; what else Razorpay takes is let pass."""

    amount: int
    reference_id: Text
    currency: str = "INR"
    expire_by: int | None = None
    callback_url: str | None = None


class RefundBody(msgspec.Struct):
    """A refund."""

    amount: int
    receipt: Text


class BankAccount(msgspec.Struct):
    """Where a payout goes."""

    name: str
    ifsc: str
    account_number: Annotated[str, msgspec.Meta(pattern="^[0-9A-Za-z]{4,35}$")]


class FundAccount(msgspec.Struct):
    """A fund account that is made with its payout."""

    account_type: str
    bank_account: BankAccount


class PayoutBody(msgspec.Struct):
    """A payout of RazorpayX."""

    account_number: str
    amount: int
    currency: str
    mode: str
    purpose: str
    reference_id: Text
    fund_account: FundAccount


async def authenticated(
    connection: ASGIConnection[Any, Any, Any, Any], _handler: BaseRouteHandler
) -> None:
    """HTTP Basic."""
    books.check_basic(connection)


@post("/payment_links", status_code=200)
async def make_link(data: LinkBody, db: Database, settings: SandboxSettings) -> dict[str, Any]:
    """A new link; a second one of the same reference is refused."""
    async with db.read() as tx:
        earlier = await books.by_reference(tx, NAME, Kind.CHECKOUT, data.reference_id)
    if earlier is not None:
        raise ApiError(
            400,
            "reference_taken",
            f"payment link with given reference_id already exists: {earlier.id}",
        )
    ends = None if data.expire_by is None else datetime.fromtimestamp(data.expire_by, UTC)
    order = Order(
        kind=Kind.CHECKOUT,
        reference=data.reference_id,
        currency=data.currency,
        amount_minor=data.amount,
        return_url=data.callback_url,
        expires_at=ends,
        dialect=NAME,
    )
    return words.link(await books.make(db, settings, order), settings.url)


@get("/payment_links")
async def find_links(reference_id: str, db: Database, settings: SandboxSettings) -> dict[str, Any]:
    """The links of a reference: one or none."""
    async with db.read() as tx:
        found = await books.by_reference(tx, NAME, Kind.CHECKOUT, reference_id)
    return {"payment_links": [] if found is None else [words.link(found, settings.url)]}


@get("/payment_links/{id:str}")
async def show_link(id: str, db: Database, settings: SandboxSettings) -> dict[str, Any]:
    """A link."""
    async with db.read() as tx:
        return words.link(await _found(await store.find(tx, Kind.CHECKOUT, id)), settings.url)


@post("/payment_links/{id:str}/cancel", status_code=200)
async def cancel_link(id: str, db: Database, settings: SandboxSettings) -> dict[str, Any]:
    """Close an open link; refuses one that is paid or over."""
    async with db.transaction() as tx:
        before = await _found(await store.find(tx, Kind.CHECKOUT, id))
        if before.status is not Status.OPEN:
            raise ApiError(400, "not_cancellable", "payment link cannot be cancelled")
        return words.link(await service.expire(tx, id), settings.url)


@post("/payments/{id:str}/refund", status_code=200)
async def make_refund(
    id: str,
    data: RefundBody,
    key: Annotated[str | None, Parameter(header="X-Refund-Idempotency", required=False)],
    db: Database,
    settings: SandboxSettings,
) -> dict[str, Any]:
    """A new refund; the same key again gives the first one."""
    async with db.read() as tx:
        paid = await _found(await store.find(tx, Kind.CHECKOUT, words.link_of(id)))
    order = Order(
        kind=Kind.REFUND,
        key=key or "",
        reference=data.receipt,
        currency=paid.currency,
        amount_minor=data.amount,
        parent=paid.id,
        dialect=NAME,
    )
    return words.refund(await books.make(db, settings, order))


@get("/payments/{id:str}/refunds")
async def list_refunds(id: str, db: Database, count: int = 10, skip: int = 0) -> dict[str, Any]:
    """A page of the refunds of a payment."""
    async with db.read() as tx:
        found = await store.children(tx, words.link_of(id))
    return _collection([words.refund(one) for one in found[skip : skip + count]])


@get("/refunds/{id:str}")
async def show_refund(id: str, db: Database) -> dict[str, Any]:
    """A refund."""
    async with db.read() as tx:
        return words.refund(await _found(await store.find(tx, Kind.REFUND, id)))


@post("/payouts", status_code=200)
async def make_payout(
    data: PayoutBody,
    key: Annotated[str | None, Parameter(header="X-Payout-Idempotency", required=False)],
    db: Database,
    settings: SandboxSettings,
) -> dict[str, Any]:
    """A new payout; the same key again gives the first one."""
    if key is None:
        raise ApiError(400, "key_missing", "X-Payout-Idempotency is required")
    order = Order(
        kind=Kind.PAYOUT,
        key=key,
        reference=data.reference_id,
        currency=data.currency,
        amount_minor=data.amount,
        account_number=data.fund_account.bank_account.account_number,
        dialect=NAME,
    )
    return words.payout(await books.make(db, settings, order))


@get("/payouts")
async def find_payouts(reference_id: str, db: Database) -> dict[str, Any]:
    """The payouts of a reference: one or none."""
    async with db.read() as tx:
        found = await books.by_reference(tx, NAME, Kind.PAYOUT, reference_id)
    return _collection([] if found is None else [words.payout(found)])


@get("/payouts/{id:str}")
async def show_payout(id: str, db: Database) -> dict[str, Any]:
    """A payout."""
    async with db.read() as tx:
        return words.payout(await _found(await store.find(tx, Kind.PAYOUT, id)))


@get("/settlements/recon/combined")
async def report(
    db: Database, year: int, month: int, day: int, count: int = 10, skip: int = 0
) -> dict[str, Any]:
    """A page of the combined report of a day."""
    async with db.read() as tx:
        found = await books.settled(tx, NAME, date(year, month, day), skip, count)
    return _collection([words.settled(one) for one in found])


async def _found(movement: Movement | None) -> Movement:
    if movement is None or movement.dialect != NAME:
        raise ApiError(400, "bad_id", "The id provided does not exist")
    return movement


def _collection(items: list[dict[str, Any]]) -> dict[str, Any]:
    return {"entity": "collection", "count": len(items), "items": items}


def _refusal(status: int, reason: str, words_: str) -> Response[Any]:
    error = {"code": "BAD_REQUEST_ERROR", "description": words_, "reason": reason}
    # Whatever Razorpay does not like is a 400 there, but for wrong keys.
    return Response({"error": error}, status_code=401 if status == 401 else 400)


ROUTER: Final = books.router(
    f"/{NAME}/v1",
    [
        make_link,
        find_links,
        show_link,
        cancel_link,
        make_refund,
        list_refunds,
        show_refund,
        make_payout,
        find_payouts,
        show_payout,
        report,
    ],
    authenticated,
    _refusal,
    invalid="input_validation_failed",
)
