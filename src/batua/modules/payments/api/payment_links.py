"""HTTP of links that people make to be paid by anybody."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar.params import PathParameter

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.money import Currency, UnknownCurrency
from batua.kit.refusal import BadCursor, BadField
from batua.kit.secrets import KeyRing
from batua.kit.web import (
    Amount,
    Cursor,
    IdempotencyKey,
    Limit,
    WebSettings,
    get,
    key_of,
    post,
    qr_svg,
)
from batua.modules.identity.types import PersonId
from batua.modules.payments import service
from batua.modules.payments.api.filters import MAX_MINOR
from batua.modules.payments.api.shapes import PAYMENT_ID, WHEN, PaymentPage, payment_out
from batua.modules.payments.errors import (
    AmountNotPositive,
    KeyReused,
    LinkAmountOutside,
    NoteTooLong,
    NoWalletOfYours,
    PaymentLinkNotFound,
    TooManyPaymentLinks,
)
from batua.modules.payments.rules.payment_links import MAX_DAYS
from batua.modules.payments.types.payment_links import LinkOrder, LinkStatus, OwnLink

D = msgspec.Meta
SECRET = "q3Zk0cV1u7mXo9b2s5dTfA"  # noqa: S105 - an example

LinkPath = Annotated[UUID, PathParameter(description="The link.")]
Minor = Annotated[int, D(ge=0, le=MAX_MINOR)]


class PaymentLinkIn(msgspec.Struct, forbid_unknown_fields=True):
    """A link to make; without an amount the payer says how much."""

    currency: Annotated[str, D(description="ISO 4217.", examples=["INR"], max_length=3)]
    amount_minor: Annotated[
        Minor | None, D(description="What is to be paid, in minor units.", examples=[50_000])
    ] = None
    least_minor: Annotated[
        Minor | None, D(description="The least of an open amount, in minor units.", examples=[None])
    ] = None
    most_minor: Annotated[
        Minor | None, D(description="The most of an open amount, in minor units.", examples=[None])
    ] = None
    note: Annotated[
        str, D(description="What it is for.", examples=["Two saris"], max_length=200)
    ] = ""
    is_once: Annotated[
        bool, D(description="Whether it is over once it was paid.", examples=[True])
    ] = True
    days: Annotated[int, D(description="How long it holds.", examples=[30], ge=1, le=MAX_DAYS)] = 30


class PaymentLinkOut(msgspec.Struct):
    """A link of the caller's, and what has come by it."""

    id: Annotated[UUID, D(description="The link.", examples=[PAYMENT_ID])]
    status: Annotated[LinkStatus, D(description="Whether it can be paid, and why not.")]
    amount: Annotated[
        Amount | None, D(description="What is to be paid; null when the payer says how much.")
    ]
    least: Annotated[Amount, D(description="The least that may be paid.")]
    most: Annotated[Amount, D(description="The most that may be paid.")]
    note: Annotated[str, D(description="What it is for.", examples=["Two saris"])]
    is_once: Annotated[bool, D(description="Whether it is over once it was paid.")]
    created_at: Annotated[datetime, D(description="When it was made.", examples=[WHEN])]
    expires_at: Annotated[datetime, D(description="Until when it holds.", examples=[WHEN])]
    paid_count: Annotated[int, D(description="How often it was paid.", examples=[1])]
    received: Annotated[Amount, D(description="What has come by it in all.")]
    link: Annotated[
        str,
        D(
            description="What the QR code says; the secret stands behind `#`, which no server logs.",
            examples=[f"https://batua.example/pay-link#{SECRET}"],
        ),
    ]
    qr_svg: Annotated[
        str, D(description="The link as a QR code, an SVG picture.", examples=["<svg …>"])
    ]


class PaymentLinkPage(msgspec.Struct):
    """Some links of the caller's."""

    items: Annotated[list[PaymentLinkOut], D(description="The links, newest first.")]
    next: Annotated[str | None, D(description="Cursor of the next page; null at the end.")]


@post(
    "/payment-links",
    permission="payments.links.make",
    refuses=[
        AmountNotPositive,
        BadField,
        KeyReused,
        LinkAmountOutside,
        NoteTooLong,
        NoWalletOfYours,
        TooManyPaymentLinks,
        UnknownCurrency,
    ],
)
async def make_payment_link(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    web_settings: WebSettings,
    data: PaymentLinkIn,
    key: IdempotencyKey = None,
) -> PaymentLinkOut:
    """Make a link that somebody without an account can pay; the same key gives the same link."""
    order = LinkOrder(
        person=PersonId(caller.person),
        currency=Currency(data.currency),
        amount_minor=data.amount_minor,
        least_minor=data.least_minor,
        most_minor=data.most_minor,
        note=data.note,
        is_once=data.is_once,
        days=data.days,
        key=key_of(key),
    )
    async with db.transaction() as tx:
        return _out(await service.make_payment_link(tx, keys, order), web_settings)


@get("/payment-links", permission="payments.links.read", refuses=[BadCursor])
async def list_payment_links(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    web_settings: WebSettings,
    cursor: Cursor = None,
    limit: Limit = 30,
) -> PaymentLinkPage:
    """The caller's links with what has come by each, newest first."""
    async with db.read() as tx:
        page = await service.payment_links(tx, keys, PersonId(caller.person), cursor, limit)
    return PaymentLinkPage([_out(each, web_settings) for each in page.items], page.next)


@get("/payment-links/{id:uuid}", permission="payments.links.read", refuses=[PaymentLinkNotFound])
async def read_payment_link(
    caller: Caller, db: Database, keys: KeyRing, web_settings: WebSettings, id: LinkPath
) -> PaymentLinkOut:
    """One link of the caller's."""
    async with db.read() as tx:
        found = await service.payment_link(tx, keys, PersonId(caller.person), id)
    return _out(found, web_settings)


@get(
    "/payment-links/{id:uuid}/payments",
    permission="payments.links.read",
    refuses=[BadCursor, PaymentLinkNotFound],
)
async def list_payments_by_link(
    caller: Caller, db: Database, id: LinkPath, cursor: Cursor = None, limit: Limit = 30
) -> PaymentPage:
    """What has come by a link of the caller's, newest first."""
    async with db.read() as tx:
        page = await service.payments_by_link(tx, PersonId(caller.person), id, cursor, limit)
    return PaymentPage([payment_out(view) for view in page.items], page.next)


@post(
    "/payment-links/{id:uuid}/cancel",
    status_code=200,
    permission="payments.links.make",
    refuses=[PaymentLinkNotFound],
)
async def cancel_payment_link(
    caller: Caller, db: Database, keys: KeyRing, web_settings: WebSettings, id: LinkPath
) -> PaymentLinkOut:
    """End a link before its time; a checkout that was begun before may still be paid."""
    async with db.transaction() as tx:
        found = await service.cancel_payment_link(tx, keys, PersonId(caller.person), id)
    return _out(found, web_settings)


def _out(own: OwnLink, settings: WebSettings) -> PaymentLinkOut:
    link = own.link
    address = f"{settings.public_url}/pay-link#{own.secret}"
    return PaymentLinkOut(
        id=link.id,
        status=own.status,
        amount=None if link.amount is None else Amount.of(link.amount),
        least=Amount.of(link.least),
        most=Amount.of(link.most),
        note=link.note,
        is_once=link.is_once,
        created_at=link.created_at,
        expires_at=link.expires_at,
        paid_count=link.paid_count,
        received=Amount.of(link.received),
        link=address,
        qr_svg=qr_svg(address),
    )


ROUTES: list[Any] = [
    make_payment_link,
    list_payment_links,
    read_payment_link,
    list_payments_by_link,
    cancel_payment_link,
]
