"""What every stand-in does with the sandbox's books."""

import asyncio
import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from litestar import Request, Response, Router
from litestar.connection import ASGIConnection
from litestar.exceptions import HTTPException
from litestar.handlers import BaseRouteHandler
from litestar.types import ControllerRouterHandler, Guard

from batua.kit.db import Database, Tx
from batua.kit.money import Currency, UnknownCurrency
from batua.kit.secrets import equal
from batua.sandbox import rules, service, store
from batua.sandbox.errors import ApiError
from batua.sandbox.service import Order
from batua.sandbox.settings import SandboxSettings
from batua.sandbox.types import Kind, Movement

MOST_MINOR: Final = 9_000_000_000_000_000

Refusal = Callable[[int, str, str], Response[Any]]
"""How a provider says that it refuses: status, code and words."""


def router(
    path: str,
    handlers: Sequence[ControllerRouterHandler],
    guard: Guard,
    refusal: Refusal,
    *,
    invalid: str = "request_invalid",
) -> Router:
    """The paths of a stand-in, behind its keys, with its refusals.

    invalid  its code for a request that it cannot read
    """

    def on_refusal(_request: Request[Any, Any, Any], error: ApiError) -> Response[Any]:
        return refusal(error.status, error.code, error.message)

    def on_bad_request(_request: Request[Any, Any, Any], error: HTTPException) -> Response[Any]:
        return refusal(error.status_code, invalid, error.detail)

    return Router(
        path,
        route_handlers=handlers,
        guards=[guard],
        exception_handlers={ApiError: on_refusal, HTTPException: on_bad_request},
    )


async def bearer(
    connection: ASGIConnection[Any, Any, Any, Any], _handler: BaseRouteHandler
) -> None:
    """The guard of those who take the secret key as a bearer."""
    check_bearer(connection)


async def make(db: Database, settings: SandboxSettings, order: Order) -> Movement:
    """Make a checkout, payout or refund; the same key again gives the first one.

    An order that names no key has its reference for one, and is called back about where all are.
    """
    if not 0 < order.amount_minor <= MOST_MINOR:
        raise ApiError(400, "invalid_amount", "The amount is invalid.")
    try:
        Currency(order.currency)
    except UnknownCurrency:
        raise ApiError(400, "invalid_currency", "The currency is not supported.") from None
    moment = timedelta(milliseconds=settings.moment_ms)
    async with db.transaction() as tx:
        url = order.callback_url or await callback_url(tx, settings, order.dialect)
        whole = replace(order, key=order.key or order.reference, callback_url=url)
        made, _ = await service.make(tx, whole, moment)
    if order.account_number is not None:
        await asyncio.sleep(rules.fate_of(order.account_number).hangs_ms / 1000)
    return made


async def callback_url(tx: Tx, settings: SandboxSettings, dialect: str) -> str:
    """Where the merchant wants its callbacks, as it would say in the provider's dashboard."""
    return await store.webhook(tx, dialect) or f"{settings.webhooks_url}/{dialect}"


async def by_reference(tx: Tx, dialect: str, kind: Kind, reference: str) -> Movement | None:
    """The movement of a dialect with the merchant's reference."""
    found = await store.find_by_reference(tx, kind, reference)
    return found if found is not None and found.dialect == dialect else None


async def settled(tx: Tx, dialect: str, day: date, skip: int, limit: int) -> list[Movement]:
    """A page of what moved on a day."""
    since = datetime.combine(day, time(), UTC)
    return await store.settled(tx, dialect, since, since + timedelta(days=1), (skip, limit))


def check_basic(connection: ASGIConnection[Any, Any, Any, Any]) -> None:
    """Refuse whoever does not have the merchant's key, by HTTP Basic."""
    keys = settings_of(connection).keys
    check(_given(connection, "basic"), f"{keys.key_id}:{keys.key_secret}")


def check_bearer(connection: ASGIConnection[Any, Any, Any, Any]) -> None:
    """Refuse whoever does not have the merchant's secret key, as a bearer."""
    kind, _, given = connection.headers.get("authorization", "").partition(" ")
    check(given.encode() if kind.lower() == "bearer" else b"", settings_of(connection).key_secret)


def check(given: bytes, wanted: str) -> None:
    """Compare in constant time."""
    if not equal(given, wanted):
        raise ApiError(401, "unauthenticated", "Authentication failed.")


def settings_of(connection: ASGIConnection[Any, Any, Any, Any]) -> SandboxSettings:
    """The settings of the running sandbox."""
    found: SandboxSettings = connection.app.state["settings"]
    return found


def _given(connection: ASGIConnection[Any, Any, Any, Any], scheme: str) -> bytes:
    kind, _, blob = connection.headers.get("authorization", "").partition(" ")
    try:
        return base64.b64decode(blob, validate=True) if kind.lower() == scheme else b""
    except (binascii.Error, ValueError):
        return b""
