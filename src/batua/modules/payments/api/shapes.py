"""What people, payments, requests and wallets look like on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec

from batua.kit.money import Money
from batua.kit.web import Amount
from batua.modules.payments.types import (
    Direction,
    Found,
    Party,
    Payee,
    PaymentKind,
    PaymentStatus,
    PaymentView,
    RequestStatus,
    RequestView,
)

D = msgspec.Meta

PERSON_ID = "0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e"
PAYMENT_ID = "0198c5f1-02b4-7c80-8f6e-5a0de1c2b3a4"
REQUEST_ID = "0198c5f2-9a10-7d33-b2c1-7788990011aa"
WHEN = "2026-11-21T09:30:00Z"


class PartyOut(msgspec.Struct):
    """A person as the caller may see her."""

    id: Annotated[UUID, D(description="The person.", examples=[PERSON_ID])]
    name: Annotated[
        str,
        D(
            description="The real name; masked until money has gone between the two.",
            examples=["Asha D•••"],
        ),
    ]
    phone: Annotated[str, D(description="Masked number.", examples=["+91 ••••• ••210"])]
    handle: Annotated[str | None, D(description="Handle, if she has one.", examples=["asha@batua"])]
    photo_url: Annotated[
        str | None,
        D(description="Where her photo is.", examples=[f"/api/v1/people/{PERSON_ID}/photo"]),
    ]


class PayeeOut(PartyOut):
    """Someone who can be paid."""

    paid_before: Annotated[
        bool, D(description="Whether the caller ever paid her.", examples=[True])
    ]
    last_paid_at: Annotated[
        datetime | None, D(description="When the caller last paid her.", examples=[WHEN])
    ]


class FoundOut(PayeeOut):
    """Who a look-up found."""

    amount: Annotated[Amount | None, D(description="The amount that the QR code asks for.")] = None
    note: Annotated[
        str | None, D(description="The note that the QR code carries.", examples=["Tiffin"])
    ] = None


class Payees(msgspec.Struct):
    """Some people who can be paid."""

    items: Annotated[list[PayeeOut], D(description="The people, the latest dealt with first.")]


class PaymentOut(msgspec.Struct):
    """A payment as the caller's side sees it."""

    id: Annotated[UUID, D(description="The payment.", examples=[PAYMENT_ID])]
    kind: Annotated[
        PaymentKind, D(description="What it is for; `request` is a request that was paid.")
    ]
    status: Annotated[PaymentStatus, D(description="How far it has come.")]
    direction: Annotated[
        Direction, D(description="Whether money left the caller (`out`) or reached her (`in`).")
    ]
    amount: Annotated[Amount, D(description="What went.")]
    fee: Annotated[Amount, D(description="What it cost the payer on top.")]
    note: Annotated[str, D(description="What the payer wrote.", examples=["Dinner"])]
    reference: Annotated[
        str, D(description="Short code to tell one another.", examples=["7K2M9QXW4TBA"])
    ]
    other: Annotated[PartyOut | None, D(description="The other side; null for the outside world.")]
    request_id: Annotated[
        UUID | None, D(description="The request that this answered.", examples=[REQUEST_ID])
    ]
    created_at: Annotated[datetime, D(description="When it began.", examples=[WHEN])]
    settled_at: Annotated[
        datetime | None, D(description="When it came to its end.", examples=[WHEN])
    ]
    failure: Annotated[
        str | None, D(description="Why it failed, as a stable word.", examples=["declined"])
    ]
    balance_after: Annotated[
        Amount | None, D(description="The caller's own balance right after it.")
    ]


class PaymentPage(msgspec.Struct):
    """Some payments."""

    items: Annotated[list[PaymentOut], D(description="The payments, newest first.")]
    next: Annotated[
        str | None, D(description="Cursor of the next page; null at the end.", examples=["WyIy"])
    ]


class RequestOut(msgspec.Struct):
    """A request as the caller's side sees it."""

    id: Annotated[UUID, D(description="The request.", examples=[REQUEST_ID])]
    direction: Annotated[
        Direction, D(description="`out` when the caller asked, `in` when she was asked.")
    ]
    amount: Annotated[Amount, D(description="What is wished for.")]
    note: Annotated[str, D(description="What the asker wrote.", examples=["Rent of May"])]
    other: Annotated[PartyOut | None, D(description="The other side.")]
    status: Annotated[RequestStatus, D(description="What became of it.")]
    created_at: Annotated[datetime, D(description="When it was asked.", examples=[WHEN])]
    expires_at: Annotated[datetime, D(description="Until when it can be paid.", examples=[WHEN])]
    closed_at: Annotated[
        datetime | None, D(description="When it was answered or ended.", examples=[WHEN])
    ]
    payment_id: Annotated[
        UUID | None, D(description="The payment that answered it.", examples=[PAYMENT_ID])
    ]
    reminded_at: Annotated[
        datetime | None, D(description="When the payer was last reminded.", examples=[WHEN])
    ]


class RequestPage(msgspec.Struct):
    """Some requests."""

    items: Annotated[list[RequestOut], D(description="The requests, newest first.")]
    next: Annotated[
        str | None, D(description="Cursor of the next page; null at the end.", examples=["WyIy"])
    ]


def amount_out(money: Money | None) -> Amount | None:
    """Money on the wire, if there is any to tell."""
    return None if money is None else Amount.of(money)


def party_out(party: Party) -> PartyOut:
    return PartyOut(party.id, party.name, party.phone, party.handle, party.photo_url)


def payee_out(payee: Payee) -> PayeeOut:
    party = payee.party
    return PayeeOut(
        id=party.id,
        name=party.name,
        phone=party.phone,
        handle=party.handle,
        photo_url=party.photo_url,
        paid_before=payee.paid_before,
        last_paid_at=payee.last_paid_at,
    )


def found_out(found: Found) -> FoundOut:
    payee = payee_out(found.payee)
    return FoundOut(
        **{name: getattr(payee, name) for name in PayeeOut.__struct_fields__},
        amount=amount_out(found.amount),
        note=found.note,
    )


def payment_out(view: PaymentView) -> PaymentOut:
    payment = view.payment
    return PaymentOut(
        id=payment.id,
        kind=payment.kind,
        status=payment.status,
        direction=payment.direction(view.viewer),
        amount=Amount.of(payment.amount),
        fee=Amount.of(payment.fee),
        note=payment.note,
        reference=payment.reference,
        other=None if view.other is None else party_out(view.other),
        request_id=payment.request,
        created_at=payment.created_at,
        settled_at=payment.settled_at,
        failure=payment.failure,
        balance_after=amount_out(payment.balance_after(view.viewer)),
    )


def request_out(view: RequestView) -> RequestOut:
    request = view.request
    return RequestOut(
        id=request.id,
        direction=view.direction,
        amount=Amount.of(request.amount),
        note=request.note,
        other=None if view.other is None else party_out(view.other),
        status=request.status,
        created_at=request.created_at,
        expires_at=request.expires_at,
        closed_at=request.closed_at,
        payment_id=request.payment,
        reminded_at=request.reminded_at,
    )
