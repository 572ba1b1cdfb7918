"""Stands in for an acquirer of UPI, as docs/upi.md wants its bridge to speak."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Final

import msgspec
from litestar import Response, get, post

from batua.kit.db import Database, Tx
from batua.sandbox import service
from batua.sandbox.dialects import upi as words
from batua.sandbox.errors import ApiError
from batua.sandbox.service import Order
from batua.sandbox.settings import SandboxSettings
from batua.sandbox.stand_ins import books
from batua.sandbox.types import Kind, Movement, Status

NAME: Final = "upi"
CURRENCY: Final = "INR"
_VPA: Final = re.compile(r"[a-zA-Z0-9._-]{2,256}@[a-zA-Z][a-zA-Z0-9]{1,63}")

Reference = Annotated[str, msgspec.Meta(pattern="^[A-Za-z0-9]{1,35}$")]
Rupees = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{1,13}\.[0-9]{2}$")]


class CollectBody(msgspec.Struct):
    """Money that is asked for."""

    reference: Reference
    payee: str
    amount: Rupees
    currency: str
    expires_at: datetime | None = None


class RefundBody(msgspec.Struct):
    """Money that goes back."""

    reference: Reference
    collect: Reference
    amount: Rupees
    currency: str


@post("/collects", status_code=200)
async def make_collect(
    data: CollectBody, db: Database, settings: SandboxSettings
) -> dict[str, Any]:
    """A new collect; the same reference again gives the first one."""
    if not _VPA.fullmatch(data.payee):
        raise ApiError(400, "payee", "This is no payment address.")
    order = Order(
        kind=Kind.CHECKOUT,
        reference=data.reference,
        currency=_rupees(data.currency),
        amount_minor=int(Decimal(data.amount) * 100),
        expires_at=data.expires_at,
        dialect=NAME,
    )
    return words.collect(await books.make(db, settings, order))


@get("/collects/{reference:str}")
async def show_collect(reference: str, db: Database) -> dict[str, Any]:
    """A collect by the merchant's reference."""
    async with db.read() as tx:
        return words.collect(await _found(tx, Kind.CHECKOUT, reference))


@post("/collects/{reference:str}/close", status_code=200)
async def close_collect(reference: str, db: Database) -> dict[str, Any]:
    """Take no more money for it; refuses one that was paid or is over."""
    async with db.transaction() as tx:
        before = await _found(tx, Kind.CHECKOUT, reference)
        if before.status is not Status.OPEN:
            raise ApiError(409, "not_open", "The collect is not open.")
        return words.collect(await service.expire(tx, before.id))


@post("/refunds", status_code=200)
async def make_refund(data: RefundBody, db: Database, settings: SandboxSettings) -> dict[str, Any]:
    """A new refund; the same reference again gives the first one."""
    async with db.read() as tx:
        paid = await _found(tx, Kind.CHECKOUT, data.collect)
    order = Order(
        kind=Kind.REFUND,
        reference=data.reference,
        currency=_rupees(data.currency),
        amount_minor=int(Decimal(data.amount) * 100),
        parent=paid.id,
        dialect=NAME,
    )
    return words.refund(await books.make(db, settings, order))


@get("/refunds/{reference:str}")
async def show_refund(reference: str, db: Database) -> dict[str, Any]:
    """A refund by the merchant's reference."""
    async with db.read() as tx:
        return words.refund(await _found(tx, Kind.REFUND, reference))


@get("/settlements")
async def report(day: date, db: Database, limit: int = 500, cursor: str = "0") -> dict[str, Any]:
    """A page of the report; `next` is null on the last one."""
    skip, limit = int(cursor), min(max(limit, 1), 500)
    async with db.read() as tx:
        moved = await books.settled(tx, NAME, day, skip, limit)
    more = str(skip + limit) if len(moved) == limit else None
    return {"lines": [words.settled(one) for one in moved], "next": more}


async def _found(tx: Tx, kind: Kind, reference: str) -> Movement:
    found = await books.by_reference(tx, NAME, kind, reference)
    if found is None:
        raise ApiError(404, "not_found", "There is nothing of this reference.")
    return found


def _rupees(currency: str) -> str:
    if currency != CURRENCY:
        raise ApiError(400, "currency", "UPI moves rupees.")
    return currency


def _refusal(status: int, code: str, told: str) -> Response[Any]:
    return Response({"code": code, "message": told}, status_code=status)


ROUTER: Final = books.router(
    f"/{NAME}/v1",
    [make_collect, show_collect, close_collect, make_refund, show_refund, report],
    books.bearer,
    _refusal,
)
