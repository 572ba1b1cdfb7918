"""Stands in for Stripe: Checkout sessions, refunds, payouts to our bank, balance transactions."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Annotated, Any, Final, TypeVar
from urllib.parse import parse_qsl

from litestar import Request, Response, get, post
from litestar.params import Parameter

from batua.kit.db import Database
from batua.sandbox import service, store
from batua.sandbox.dialects import stripe as words
from batua.sandbox.errors import ApiError
from batua.sandbox.service import Order
from batua.sandbox.settings import SandboxSettings
from batua.sandbox.stand_ins import books
from batua.sandbox.types import Kind, Movement, Status

NAME: Final = "stripe"
_PRICE: Final = "line_items[0][price_data]"
_MOST: Final = 10_000
V = TypeVar("V")

Key = Annotated[str | None, Parameter(header="Idempotency-Key", required=False)]


@post("/checkout/sessions", status_code=200)
async def make_session(
    request: Request[Any, Any, Any], key: Key, db: Database, settings: SandboxSettings
) -> dict[str, Any]:
    """A new session; the same key again gives the first one."""
    form = await _form(request)
    if form.get("mode") != "payment" or form.get("line_items[0][quantity]") != "1":
        raise ApiError(400, "parameter_invalid", "This stand-in knows one payment of one thing.")
    reference = _text(form, "client_reference_id")
    order = Order(
        kind=Kind.CHECKOUT,
        key=key or "",
        reference=reference,
        currency=_text(form, f"{_PRICE}[currency]").upper(),
        amount_minor=_whole(form, f"{_PRICE}[unit_amount]"),
        return_url=form.get("success_url"),
        dialect=NAME,
    )
    return words.session(await books.make(db, settings, order), settings.url, expanded=True)


@get("/checkout/sessions")
async def list_sessions(
    db: Database, settings: SandboxSettings, limit: int = 10, starting_after: str | None = None
) -> dict[str, Any]:
    """The newest sessions first."""
    async with db.read() as tx:
        found = await store.newest(tx, NAME, Kind.CHECKOUT, _MOST)
    shown = [words.session(one, settings.url, expanded=False) for one in found]
    return _page(shown, limit, starting_after, "/v1/checkout/sessions")


@get("/checkout/sessions/{id:str}")
async def show_session(id: str, db: Database, settings: SandboxSettings) -> dict[str, Any]:
    """A session with its payment."""
    async with db.read() as tx:
        found = _ours(await store.find(tx, Kind.CHECKOUT, id))
    return words.session(found, settings.url, expanded=True)


@post("/checkout/sessions/{id:str}/expire", status_code=200)
async def expire_session(id: str, db: Database, settings: SandboxSettings) -> dict[str, Any]:
    """Close an open session; refuses one that is complete or over."""
    async with db.transaction() as tx:
        before = _ours(await store.find(tx, Kind.CHECKOUT, id))
        if before.status is not Status.OPEN:
            raise ApiError(400, "session_not_open", "Only Checkout Sessions with a status in open")
        return words.session(await service.expire(tx, id), settings.url, expanded=True)


@post("/refunds", status_code=200)
async def make_refund(
    request: Request[Any, Any, Any], key: Key, db: Database, settings: SandboxSettings
) -> dict[str, Any]:
    """A new refund; the same key again gives the first one."""
    form = await _form(request)
    session_id = words.session_of(_text(form, "payment_intent"))
    async with db.read() as tx:
        paid = _ours(await store.find(tx, Kind.CHECKOUT, session_id))
    reference = _text(form, "metadata[attempt]")
    order = Order(
        kind=Kind.REFUND,
        key=key or "",
        reference=reference,
        currency=paid.currency,
        amount_minor=_whole(form, "amount"),
        parent=paid.id,
        dialect=NAME,
    )
    return words.refund(await books.make(db, settings, order))


@get("/refunds")
async def list_refunds(
    payment_intent: str, db: Database, limit: int = 10, starting_after: str | None = None
) -> dict[str, Any]:
    """The refunds of a payment, the newest first."""
    async with db.read() as tx:
        found = await store.children(tx, words.session_of(payment_intent))
    shown = [words.refund(one) for one in reversed(found)]
    return _page(shown, limit, starting_after, "/v1/refunds")


@get("/refunds/{id:str}")
async def show_refund(id: str, db: Database) -> dict[str, Any]:
    """A refund."""
    async with db.read() as tx:
        return words.refund(_ours(await store.find(tx, Kind.REFUND, id)))


@get("/payouts")
async def list_payouts(
    request: Request[Any, Any, Any], db: Database, limit: int = 10, starting_after: str = ""
) -> dict[str, Any]:
    """What went to our bank on the day that begins at `arrival_date[gte]`: one a currency."""
    since = int(request.query_params["arrival_date[gte]"])
    day = datetime.fromtimestamp(since, UTC).date()
    lines = await _lines(db, day)
    sums: dict[str, int] = {}
    for line in lines:
        sums[line["currency"]] = sums.get(line["currency"], 0) + line["net"]
    shown = [words.transfer(day, code.upper(), net) for code, net in sorted(sums.items())]
    return _page(shown, limit, starting_after or None, "/v1/payouts")


@get("/balance_transactions")
async def list_lines(
    payout: str, db: Database, limit: int = 10, starting_after: str | None = None
) -> dict[str, Any]:
    """What a payout is made of."""
    found = re.fullmatch(r"po_(\d{4})(\d\d)(\d\d)([a-z]{3})", payout)
    if found is None:
        raise ApiError(404, "resource_missing", f"No such payout: '{payout}'")
    lines = await _lines(db, date(int(found[1]), int(found[2]), int(found[3])))
    of_it = [line for line in lines if line["currency"] == found[4]]
    return _page(of_it, limit, starting_after, "/v1/balance_transactions")


async def _lines(db: Database, day: date) -> list[dict[str, Any]]:
    async with db.read() as tx:
        return [words.line(one) for one in await books.settled(tx, NAME, day, 0, _MOST)]


def _page(found: list[dict[str, Any]], limit: int, after: str | None, url: str) -> dict[str, Any]:
    """A list as Stripe pages it."""
    ids = [one["id"] for one in found]
    start = ids.index(after) + 1 if after in ids else 0
    shown = found[start : start + max(1, min(limit, 100))]
    has_more = start + len(shown) < len(found)
    return {"object": "list", "url": url, "has_more": has_more, "data": shown}


def _ours(movement: Movement | None) -> Movement:
    if movement is None or movement.dialect != NAME:
        raise ApiError(404, "resource_missing", "No such object")
    return movement


async def _form(request: Request[Any, Any, Any]) -> dict[str, str]:
    return dict(parse_qsl((await request.body()).decode("utf-8", "replace")))


def _text(form: dict[str, str], name: str) -> str:
    return _needed(form, name, str)


def _whole(form: dict[str, str], name: str) -> int:
    return _needed(form, name, int)


def _needed(form: dict[str, str], name: str, kind: Callable[[str], V]) -> V:
    try:
        return kind(form[name])
    except KeyError:
        raise ApiError(400, "parameter_missing", f"Missing required param: {name}.") from None
    except ValueError:
        raise ApiError(400, "parameter_invalid_integer", f"Invalid integer: {name}.") from None


def _refusal(status: int, code: str, told: str) -> Response[Any]:
    kind = "idempotency_error" if code == "key_reused" else "invalid_request_error"
    error = {"type": kind, "code": code, "message": told}
    return Response({"error": error}, status_code=status if status in {401, 404} else 400)


ROUTER: Final = books.router(
    f"/{NAME}/v1",
    [
        make_session,
        list_sessions,
        show_session,
        expire_session,
        make_refund,
        list_refunds,
        show_refund,
        list_payouts,
        list_lines,
    ],
    books.bearer,
    _refusal,
    invalid="parameter_unknown",
)
