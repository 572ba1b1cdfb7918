"""HTTP of payees: look-up, recents, search, and the caller's own QR code."""

from typing import Annotated

import msgspec
from litestar.params import QueryParameter

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.money import Currency, Money, UnknownCurrency
from batua.kit.secrets import KeyRing
from batua.kit.web import Limit, Rate, WebSettings, get, post, qr_svg
from batua.modules.identity.types import PersonId
from batua.modules.payments import service
from batua.modules.payments.api.shapes import FoundOut, Payees, found_out, payee_out
from batua.modules.payments.errors import (
    AmountNotPositive,
    HandleNotReadable,
    LookUpByOne,
    NoteTooLong,
    PayeeIsYourself,
    PayeeNotFound,
    PhoneNotReadable,
    QrNotReadable,
    QrOfAnotherNetwork,
    TooManyMisses,
)
from batua.modules.payments.types import LookUp

D = msgspec.Meta


class LookUpIn(msgspec.Struct, forbid_unknown_fields=True):
    """Whom the caller means: exactly one of the three."""

    phone: Annotated[
        Annotated[str, D(max_length=40)] | None,
        D(description="Telephone number, any format.", examples=["+919876543210"]),
    ] = None
    handle: Annotated[
        Annotated[str, D(max_length=80)] | None, D(description="Handle.", examples=["asha@batua"])
    ] = None
    qr: Annotated[
        Annotated[str, D(max_length=2000)] | None,
        D(
            description="The whole text of a scanned code: a pay link of ours, or `upi://pay` "
            "that names a payee of ours.",
            examples=["upi://pay?pa=asha@batua&am=12.50&cu=INR"],
        ),
    ] = None


class QrOut(msgspec.Struct):
    """The caller's own QR code."""

    text: Annotated[
        str,
        D(
            description="What the code says: a link that opens the send screen.",
            examples=["https://batua.example/pay?to=asha@batua&am=12.50&cu=INR"],
        ),
    ]
    svg: Annotated[str, D(description="The code as an SVG picture.", examples=["<svg …></svg>"])]


AmountMinor = Annotated[
    int | None,
    QueryParameter(description="Amount the code asks for, in minor units.", ge=1, required=False),
]
CurrencyCode = Annotated[
    str | None,
    QueryParameter(
        description="Currency of the amount; the default one when absent.",
        pattern="^[A-Z]{3}$",
        required=False,
    ),
]
Note = Annotated[
    str | None,
    QueryParameter(description="Note that the code carries.", max_length=200, required=False),
]
Search = Annotated[
    str,
    QueryParameter(
        description="Beginning of a name or handle, or a number.", min_length=1, max_length=100
    ),
]


@post(
    "/payees/look-up",
    status_code=200,
    permission="payments.payees.look_up",
    rate=Rate(120, 60),
    refuses=[
        HandleNotReadable,
        LookUpByOne,
        PayeeIsYourself,
        PayeeNotFound,
        PhoneNotReadable,
        QrNotReadable,
        QrOfAnotherNetwork,
        TooManyMisses,
    ],
)
async def look_up(caller: Caller, db: Database, keys: KeyRing, data: LookUpIn) -> FoundOut:
    """Find who can be paid; a look-up that finds nobody counts, five an hour at most."""
    async with db.transaction() as tx:
        found = await service.look_up_payee(
            tx, keys, PersonId(caller.person), LookUp(data.phone, data.handle, data.qr)
        )
    # Refused only now: the miss is committed, or it would not count.
    if found is None:
        raise PayeeNotFound
    return found_out(found)


@get("/payees/recent", permission="payments.payees.look_up")
async def list_recent(caller: Caller, db: Database, keys: KeyRing, limit: Limit = 12) -> Payees:
    """The people last paid, the latest first."""
    async with db.read() as tx:
        found = await service.recent_payees(tx, keys, PersonId(caller.person), limit)
    return Payees([payee_out(payee) for payee in found])


@get("/payees", permission="payments.payees.look_up")
async def search_payees(
    caller: Caller, db: Database, keys: KeyRing, search: Search, limit: Limit = 20
) -> Payees:
    """Search among the people dealt with before; strangers are found by look-up only."""
    async with db.read() as tx:
        found = await service.search_payees(tx, keys, PersonId(caller.person), search, limit)
    return Payees([payee_out(payee) for payee in found])


@get(
    "/me/qr",
    permission="payments.payees.look_up",
    refuses=[AmountNotPositive, NoteTooLong, UnknownCurrency],
)
async def my_qr(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    web_settings: WebSettings,
    amount_minor: AmountMinor = None,
    currency: CurrencyCode = None,
    note: Note = None,
) -> QrOut:
    """The caller's own code, with an amount and a note if she wants them in it."""
    unit = Currency(currency) if currency else service.default_currency()
    amount = None if amount_minor is None else Money(amount_minor, unit)
    async with db.read() as tx:
        text = await service.my_link(
            tx, keys, PersonId(caller.person), web_settings.public_url, amount, note
        )
    return QrOut(text, qr_svg(text))


ROUTES = [look_up, list_recent, search_payees, my_qr]
