"""HTTP of the rails: add money, withdraw, and the providers' callbacks."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar.params import Dependency, PathParameter

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.money import UnknownCurrency
from batua.kit.refusal import BadField
from batua.kit.secrets import KeyRing
from batua.kit.web import (
    Amount,
    IdempotencyKey,
    Rate,
    Raw,
    StepUpToken,
    WebSettings,
    get,
    key_of,
    post,
)
from batua.modules.gateways import service as gateways
from batua.modules.gateways.errors import BadCallback, BadSignature, NoSuchProvider
from batua.modules.gateways.types import AttemptState, Destination, Rails
from batua.modules.identity.errors import StepUpExpired, StepUpRequired
from batua.modules.identity.types import PersonId
from batua.modules.ledger.errors import AccountClosed, NotEnoughMoney
from batua.modules.payments import service
from batua.modules.payments.api.shapes import PAYMENT_ID, WHEN
from batua.modules.payments.errors import (
    AmountNotPositive,
    DayLimitReached,
    DestinationNotFound,
    KeyReused,
    MonthLimitReached,
    NoRail,
    NoWalletOfYours,
    PaymentNotFound,
    SendLimitReached,
)
from batua.modules.payments.types import Actor, PaymentStatus
from batua.modules.payments.types.rails import (
    SavedDestination,
    TopUp,
    TopUpOrder,
    Withdrawal,
    WithdrawOrder,
)

D = msgspec.Meta

MAX_CALLBACK_BYTES = 65_536
DESTINATION_ID = "0198c5f3-1b20-7e44-a3d2-99aabbccdd00"

PaymentPath = Annotated[UUID, PathParameter(description="The payment.")]
ProviderPath = Annotated[str, PathParameter(description="Name of the provider that calls.")]
Connected = Annotated[Rails, Dependency(skip_validation=True)]
CallbackDoor = Annotated[gateways.CallbackDoor, Dependency(skip_validation=True)]


class TopUpIn(msgspec.Struct, forbid_unknown_fields=True):
    """Money into the caller's own wallet."""

    amount: Annotated[Amount, D(description="How much.")]


class TopUpOut(msgspec.Struct):
    """A top-up."""

    id: Annotated[UUID, D(description="The top-up.", examples=[PAYMENT_ID])]
    payment_id: Annotated[
        UUID, D(description="The same in the history of payments.", examples=[PAYMENT_ID])
    ]
    amount: Annotated[Amount, D(description="What was ordered.")]
    status: Annotated[PaymentStatus, D(description="How far it has come.")]
    checkout_url: Annotated[
        str | None,
        D(
            description="The provider's page on which to pay; null until the provider has "
            "answered, and once it is decided.",
            examples=["https://pay.example/checkout/co_0198c5f0"],
        ),
    ]
    expires_at: Annotated[
        datetime | None, D(description="Until when it can be paid.", examples=[WHEN])
    ]
    failure: Annotated[
        str | None, D(description="Why no money came, as a stable word.", examples=["declined"])
    ]


class BankIn(msgspec.Struct, forbid_unknown_fields=True, tag_field="kind", tag="bank"):
    """A bank account."""

    account_number: Annotated[
        str,
        D(description="6 to 18 digits.", examples=["50100123456789"], min_length=6, max_length=40),
    ]
    ifsc: Annotated[
        str, D(description="The branch's code.", examples=["HDFC0000001"], max_length=20)
    ]
    name: Annotated[
        str,
        D(description="The holder's name.", examples=["Asha Devi"], min_length=1, max_length=100),
    ]


class SavedIn(msgspec.Struct, forbid_unknown_fields=True, tag_field="kind", tag="saved"):
    """A bank account that the caller used before."""

    id: Annotated[UUID, D(description="From the list of them.", examples=[DESTINATION_ID])]


class WithdrawIn(msgspec.Struct, forbid_unknown_fields=True):
    """Money to the caller's own bank account."""

    amount: Annotated[Amount, D(description="How much.")]
    destination: Annotated[BankIn | SavedIn, D(description="Where it goes.")]


class DestinationOut(msgspec.Struct):
    """A bank account, masked."""

    id: Annotated[UUID, D(description="The account.", examples=[DESTINATION_ID])]
    kind: Annotated[str, D(description="Always `bank` so far.", examples=["bank"])]
    masked: Annotated[str, D(description="Bank and last four digits.", examples=["HDFC •••• 6789"])]
    used_at: Annotated[datetime, D(description="When it was last used.", examples=[WHEN])]


class Destinations(msgspec.Struct):
    """Bank accounts that the caller used."""

    items: Annotated[list[DestinationOut], D(description="The accounts, the latest used first.")]


class WithdrawalOut(msgspec.Struct):
    """A withdrawal."""

    id: Annotated[UUID, D(description="The withdrawal.", examples=[PAYMENT_ID])]
    payment_id: Annotated[
        UUID, D(description="The same in the history of payments.", examples=[PAYMENT_ID])
    ]
    amount: Annotated[Amount, D(description="What goes.")]
    status: Annotated[
        PaymentStatus, D(description="How far it has come; until it ends the money is set aside.")
    ]
    destination: Annotated[DestinationOut, D(description="Where it goes.")]
    reference: Annotated[
        str, D(description="Short code to tell one another.", examples=["7K2M9QXW4TBA"])
    ]
    created_at: Annotated[datetime, D(description="When it was ordered.", examples=[WHEN])]
    settled_at: Annotated[
        datetime | None, D(description="When it came to its end.", examples=[WHEN])
    ]
    failure: Annotated[
        str | None,
        D(description="Why the money came back, as a stable word.", examples=["account_closed"]),
    ]


@post(
    "/top-ups",
    permission="payments.top_up",
    refuses=[
        AccountClosed,
        AmountNotPositive,
        KeyReused,
        NoRail,
        NoWalletOfYours,
        UnknownCurrency,
    ],
)
async def top_up(
    caller: Caller,
    db: Database,
    rails: Connected,
    web_settings: WebSettings,
    data: TopUpIn,
    key: IdempotencyKey = None,
) -> TopUpOut:
    """Open a checkout at the provider; the same key gives the same top-up for ever."""
    person = PersonId(caller.person)
    order = TopUpOrder(person, data.amount.to_money(), key_of(key), web_settings.public_url)
    async with db.transaction() as tx:
        made = await service.top_up(tx, rails, order)
    if made.attempt.state is not AttemptState.CREATED:
        return _top_up_out(made)
    await gateways.start(db, rails, made.attempt.id)
    return await _top_up(db, person, made.payment.id)


@get("/top-ups/{id:uuid}", permission="payments.top_up", refuses=[PaymentNotFound])
async def read_top_up(caller: Caller, db: Database, id: PaymentPath) -> TopUpOut:
    """How a top-up of the caller's stands."""
    return await _top_up(db, PersonId(caller.person), id)


@post(
    "/top-ups/{id:uuid}/ask",
    status_code=200,
    permission="payments.top_up",
    refuses=[PaymentNotFound],
    rate=Rate(30, 60),
)
async def ask_top_up(caller: Caller, db: Database, rails: Connected, id: PaymentPath) -> TopUpOut:
    """Ask the provider now, because the caller says that she has paid."""
    person = PersonId(caller.person)
    async with db.read() as tx:
        found = await service.top_up_of(tx, person, id)
    await gateways.ask(db, rails, found.attempt.id)
    return await _top_up(db, person, id)


@post(
    "/withdrawals",
    permission="payments.withdraw",
    refuses=[
        AccountClosed,
        AmountNotPositive,
        BadField,
        DayLimitReached,
        DestinationNotFound,
        KeyReused,
        MonthLimitReached,
        NoRail,
        NotEnoughMoney,
        NoWalletOfYours,
        SendLimitReached,
        StepUpExpired,
        StepUpRequired,
        UnknownCurrency,
    ],
)
async def withdraw(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    rails: Connected,
    data: WithdrawIn,
    key: IdempotencyKey = None,
    step_up: StepUpToken = None,
) -> WithdrawalOut:
    """Set money aside and pay it out; the same key gives the same withdrawal for ever."""
    to = data.destination
    order = WithdrawOrder(
        payer=Actor(PersonId(caller.person), caller.session, step_up),
        amount=data.amount.to_money(),
        to=to.id if isinstance(to, SavedIn) else Destination(to.account_number, to.ifsc, to.name),
        key=key_of(key),
    )
    async with db.transaction() as tx:
        return _withdrawal_out(await service.withdraw(tx, keys, rails, order))


@get("/withdrawals/{id:uuid}", permission="payments.withdraw", refuses=[PaymentNotFound])
async def read_withdrawal(caller: Caller, db: Database, id: PaymentPath) -> WithdrawalOut:
    """How a withdrawal of the caller's stands."""
    async with db.read() as tx:
        return _withdrawal_out(await service.withdrawal_of(tx, PersonId(caller.person), id))


@get("/withdrawals/destinations", permission="payments.withdraw")
async def list_destinations(caller: Caller, db: Database) -> Destinations:
    """The bank accounts that the caller withdrew to, masked; at most twenty."""
    async with db.read() as tx:
        found = await service.destinations(tx, PersonId(caller.person))
    return Destinations([_destination_out(one) for one in found])


@post(
    "/webhooks/{provider:str}",
    status_code=200,
    permission="public",
    refuses=[BadCallback, BadSignature, NoSuchProvider],
    request_max_body_size=MAX_CALLBACK_BYTES,
    express=True,
)
async def receive(callback_door: CallbackDoor, raw: Raw, provider: ProviderPath) -> None:
    """Take a provider's callback: signed on its raw bytes, stored once, settled afterwards."""
    await callback_door.receive(provider, raw.headers, raw.body)


async def _top_up(db: Database, person: PersonId, id: UUID) -> TopUpOut:
    async with db.read() as tx:
        return _top_up_out(await service.top_up_of(tx, person, id))


def _top_up_out(found: TopUp) -> TopUpOut:
    payment, attempt = found.payment, found.attempt
    can_be_paid = attempt.state in {AttemptState.PENDING, AttemptState.UNKNOWN}
    return TopUpOut(
        id=payment.id,
        payment_id=payment.id,
        amount=Amount.of(payment.amount),
        status=payment.status,
        checkout_url=attempt.checkout_url if can_be_paid else None,
        expires_at=attempt.expires_at,
        failure=payment.failure,
    )


def _destination_out(found: SavedDestination) -> DestinationOut:
    return DestinationOut(found.id, found.kind, found.masked, found.used_at)


def _withdrawal_out(found: Withdrawal) -> WithdrawalOut:
    payment = found.payment
    return WithdrawalOut(
        id=payment.id,
        payment_id=payment.id,
        amount=Amount.of(payment.amount),
        status=payment.status,
        destination=_destination_out(found.destination),
        reference=payment.reference,
        created_at=payment.created_at,
        settled_at=payment.settled_at,
        failure=payment.failure,
    )


ROUTES: list[Any] = [
    top_up,
    read_top_up,
    ask_top_up,
    withdraw,
    read_withdrawal,
    list_destinations,
    receive,
]
