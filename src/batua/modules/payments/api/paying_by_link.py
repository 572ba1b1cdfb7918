"""HTTP of paying by a link, for people who may have no account here, and no session."""

from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

import msgspec
from litestar.params import Dependency, PathParameter

from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.kit.web import Amount, IdempotencyKey, Rate, WebSettings, get, key_of, post
from batua.modules.gateways import service as gateways
from batua.modules.gateways.types import AttemptState, Rails
from batua.modules.ledger.errors import AccountClosed
from batua.modules.payments import service
from batua.modules.payments.api.payment_links import SECRET, Minor
from batua.modules.payments.api.shapes import PAYMENT_ID, WHEN
from batua.modules.payments.errors import (
    KeyReused,
    LinkAmountOutside,
    LinkBusy,
    NoRail,
    NoWalletOfYours,
    PaymentLinkNotFound,
    PaymentLinkOver,
    PaymentNotFound,
)
from batua.modules.payments.types import PaymentStatus
from batua.modules.payments.types.payment_links import CheckoutView, LinkStatus, PayLinkOrder

D = msgspec.Meta
Connected = Annotated[Rails, Dependency(skip_validation=True)]
CheckoutPath = Annotated[
    UUID, PathParameter(description="The checkout; whoever knows its id may look at it.")
]
Secret = Annotated[
    str, D(description="What stands behind `#`.", examples=[SECRET], min_length=1, max_length=80)
]
LOOKS: Final = Rate(60, 60)
BEGINNINGS: Final = Rate(20, 60)
"""Each begins something at a provider."""
Name = Annotated[str, D(description="Who asks, as strangers may know her.", examples=["Asha D•••"])]
Note = Annotated[str, D(description="What it is for.", examples=["Two saris"])]


class LinkSecretIn(msgspec.Struct, forbid_unknown_fields=True):
    """The secret of a payment link."""

    secret: Secret


class PayByLinkIn(msgspec.Struct, forbid_unknown_fields=True):
    """An order to pay by a link."""

    secret: Secret
    amount_minor: Annotated[
        Minor | None,
        D(
            description="How much, in minor units of the link's currency; null for a fixed amount.",
            examples=[None],
        ),
    ] = None


class LinkGlimpseOut(msgspec.Struct):
    """What a link asks for."""

    name: Name
    status: Annotated[LinkStatus, D(description="Whether it can be paid, and why not.")]
    amount: Annotated[
        Amount | None, D(description="What is to be paid; null when the payer says how much.")
    ]
    least: Annotated[Amount, D(description="The least that may be paid.")]
    most: Annotated[Amount, D(description="The most that may be paid.")]
    note: Note
    is_once: Annotated[bool, D(description="Whether it is over once it was paid.")]
    expires_at: Annotated[datetime, D(description="Until when it holds.", examples=[WHEN])]


class LinkCheckoutOut(msgspec.Struct):
    """A payment by link as its payer sees it."""

    id: Annotated[UUID, D(description="The checkout.", examples=[PAYMENT_ID])]
    name: Name
    amount: Annotated[Amount, D(description="How much.")]
    note: Note
    status: Annotated[PaymentStatus, D(description="How far it has come.")]
    failure: Annotated[
        str | None, D(description="Why it did not arrive, as a stable word.", examples=["declined"])
    ]
    reference: Annotated[
        str, D(description="Short code to tell one another.", examples=["7K2M9QXW4TBA"])
    ]
    checkout_url: Annotated[
        str | None,
        D(
            description="The provider's page on which to pay; null until the provider has "
            "answered, and once it is decided.",
            examples=["https://pay.example/checkout/co_0198c5f0"],
        ),
    ]
    expires_at: Annotated[datetime, D(description="Until when it can be paid.", examples=[WHEN])]
    settled_at: Annotated[
        datetime | None, D(description="When it came to its end.", examples=[WHEN])
    ]


@post(
    "/payment-links/look",
    status_code=200,
    permission="public",
    rate=LOOKS,
    refuses=[PaymentLinkNotFound],
)
async def look_at_payment_link(db: Database, keys: KeyRing, data: LinkSecretIn) -> LinkGlimpseOut:
    """Who asks by a link, how much and what for."""
    async with db.read() as tx:
        seen = await service.look_at_payment_link(tx, keys, data.secret)
    link = seen.link
    return LinkGlimpseOut(
        name=seen.name,
        status=seen.status,
        amount=None if link.amount is None else Amount.of(link.amount),
        least=Amount.of(link.least),
        most=Amount.of(link.most),
        note=link.note,
        is_once=link.is_once,
        expires_at=link.expires_at,
    )


@post(
    "/payment-links/pay",
    permission="public",
    rate=BEGINNINGS,
    refuses=[
        AccountClosed,
        KeyReused,
        LinkAmountOutside,
        LinkBusy,
        NoRail,
        NoWalletOfYours,
        PaymentLinkNotFound,
        PaymentLinkOver,
    ],
)
async def pay_by_link(
    db: Database,
    keys: KeyRing,
    rails: Connected,
    web_settings: WebSettings,
    data: PayByLinkIn,
    key: IdempotencyKey = None,
) -> LinkCheckoutOut:
    """Open a checkout at a provider; the same key gives the same checkout for ever."""
    order = PayLinkOrder(data.secret, data.amount_minor, key_of(key), web_settings.public_url)
    async with db.transaction() as tx:
        made = await service.begin_by_link(tx, rails, order)
        seen = await service.checkout_by_link(tx, keys, made.id)
    if seen.attempt.state is not AttemptState.CREATED:
        return _out(seen)
    await gateways.start(db, rails, made.attempt)
    return await _seen(db, keys, made.id)


@get(
    "/payment-links/checkouts/{id:uuid}",
    permission="public",
    rate=Rate(120, 60),
    refuses=[PaymentNotFound],
)
async def read_link_checkout(db: Database, keys: KeyRing, id: CheckoutPath) -> LinkCheckoutOut:
    """How a payment by link stands."""
    return await _seen(db, keys, id)


@post(
    "/payment-links/checkouts/{id:uuid}/ask",
    status_code=200,
    permission="public",
    rate=Rate(30, 60),
    refuses=[PaymentNotFound],
)
async def ask_link_checkout(
    db: Database, keys: KeyRing, rails: Connected, id: CheckoutPath
) -> LinkCheckoutOut:
    """Ask the provider now, because the payer says that she has paid."""
    async with db.read() as tx:
        found = await service.checkout_by_link(tx, keys, id)
    await gateways.ask(db, rails, found.attempt.id)
    return await _seen(db, keys, id)


async def _seen(db: Database, keys: KeyRing, id: UUID) -> LinkCheckoutOut:
    async with db.read() as tx:
        return _out(await service.checkout_by_link(tx, keys, id))


def _out(seen: CheckoutView) -> LinkCheckoutOut:
    checkout, attempt = seen.checkout, seen.attempt
    can_be_paid = attempt.state in {AttemptState.PENDING, AttemptState.UNKNOWN}
    return LinkCheckoutOut(
        id=checkout.id,
        name=seen.name,
        amount=Amount.of(checkout.amount),
        note=seen.note,
        status=checkout.status,
        failure=checkout.failure,
        reference=seen.reference,
        checkout_url=attempt.checkout_url if can_be_paid else None,
        expires_at=checkout.expires_at,
        settled_at=checkout.settled_at,
    )


ROUTES: list[Any] = [look_at_payment_link, pay_by_link, read_link_checkout, ask_link_checkout]
