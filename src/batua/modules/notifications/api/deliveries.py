"""The delivery log over HTTP, for those who run the house."""

from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

import msgspec
from litestar.response import Stream

from batua.kit.caller import Caller
from batua.kit.db import Database, begun
from batua.kit.refusal import BadCursor
from batua.kit.secrets import KeyRing
from batua.kit.web import Cursor, Limit, Rate, csv_file, get, post
from batua.modules.identity.errors import BadHandle, BadPhone
from batua.modules.notifications import csv_export, service
from batua.modules.notifications.errors import NoSuchDelivery, NotFailed, SeekOne
from batua.modules.notifications.types import (
    Dispatch,
    DispatchState,
    Kind,
    LogFilter,
    Reply,
    Via,
)
from batua.modules.notifications.types.log import Cost, Looker, Sought

D = msgspec.Meta
WHEN = "2026-11-21T09:30:00Z"


class DeliveryCostOut(msgspec.Struct):
    """What a hand-over cost."""

    currency: Annotated[str, D(description="ISO 4217.", examples=["USD"])]
    micro: Annotated[int, D(description="Millionths of its whole unit.", examples=[7500])]
    is_estimate: Annotated[
        bool, D(description="Whether it is by our tariff, and not the provider's word.")
    ]

    @classmethod
    def of(cls, found: Cost) -> "DeliveryCostOut":
        return cls(found.price.currency, found.price.micro, found.is_estimate)


class DeliveryOut(msgspec.Struct):
    """Something that left the house, or shall leave it. What it said is not kept."""

    id: Annotated[UUID, D(description="Name of the delivery.")]
    reference: Annotated[UUID, D(description="Under which its provider knows it.")]
    person: Annotated[UUID, D(description="Whom it is for.")]
    channel: Annotated[Via, D(description="How it leaves.")]
    kind: Annotated[str, D(description="What it is about.", examples=["group_loan_late"])]
    state: Annotated[DispatchState, D(description="How far it has come.")]
    to: Annotated[
        str | None,
        D(
            description="Where it went, masked; null before the first try.",
            examples=["+91 ••••• ••210"],
        ),
    ]
    tries: Annotated[int, D(description="How often it was tried.", examples=[1])]
    failure: Annotated[str | None, D(description="Why it was not sent.", examples=["unreachable"])]
    provider: Annotated[
        str | None, D(description="Who was asked to carry it.", examples=["twilio"])
    ]
    provider_ref: Annotated[
        str | None, D(description="What the provider calls it.", examples=["sms_0198"])
    ]
    status: Annotated[
        str | None,
        D(description="The provider's last word about it, as it came.", examples=["delivered"]),
    ]
    reply: Annotated[Reply | None, D(description="What was answered to a call.")]
    cost: Annotated[
        DeliveryCostOut | None,
        D(description="What its hand-over cost; null before it, and when nobody knows."),
    ]
    due_at: Annotated[
        datetime, D(description="Not to be tried before, while it waits.", examples=[WHEN])
    ]
    queued_at: Annotated[datetime, D(description="Since when it is there.", examples=[WHEN])]
    ended_at: Annotated[datetime | None, D(description="When it was over.", examples=[WHEN])]

    @classmethod
    def of(cls, found: Dispatch) -> "DeliveryOut":
        return cls(
            id=found.id,
            reference=found.reference,
            person=found.person,
            channel=found.channel,
            kind=found.kind,
            state=found.state,
            to=found.masked_to,
            tries=found.tries,
            failure=found.failure,
            provider=found.provider,
            provider_ref=found.provider_ref,
            status=found.status,
            reply=found.reply,
            cost=None if found.cost is None else DeliveryCostOut.of(found.cost),
            due_at=found.due_at,
            queued_at=found.queued_at,
            ended_at=found.ended_at,
        )


class DeliveriesOut(msgspec.Struct):
    """A page of the delivery log, newest first."""

    items: Annotated[list[DeliveryOut], D(description="The deliveries of this page.")]
    next: Annotated[str | None, D(description="Cursor of the next page; null at the end.")]


class DeliveryFilterIn(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """Which deliveries are wanted; null and empty texts for all. One person at most is named."""

    state: Annotated[DispatchState | None, D(description="Only of this state.")] = None
    channel: Annotated[Via | None, D(description="Only through this channel.")] = None
    to: Annotated[
        str,
        D(
            description="Only to this address, given whole: a phone number or an e-mail address.",
            max_length=254,
            examples=["+919876543210"],
        ),
    ] = ""
    person: Annotated[UUID | None, D(description="Only for this person.")] = None
    phone: Annotated[
        Annotated[str, D(max_length=40)] | None,
        D(description="Only for whom this number is.", examples=["+919876543210"]),
    ] = None
    handle: Annotated[
        Annotated[str, D(max_length=100)] | None,
        D(description="Only for whom this handle is.", examples=["asha@batua"]),
    ] = None
    kind: Annotated[Kind | None, D(description="Only about this.")] = None
    provider: Annotated[
        str, D(description="Only carried by this one.", max_length=40, examples=["twilio"])
    ] = ""
    reference: Annotated[
        str,
        D(
            description="Only what is called so: by us or by its provider.",
            max_length=128,
            examples=["SM0198"],
        ),
    ] = ""
    since: Annotated[
        Annotated[datetime, D(tz=True)] | None,
        D(description="Only what was queued then or later.", examples=[WHEN]),
    ] = None
    until: Annotated[
        Annotated[datetime, D(tz=True)] | None,
        D(description="Only what was queued before.", examples=[WHEN]),
    ] = None

    def wanted(self) -> LogFilter:
        """Without the person, who is still to be found."""
        return LogFilter(
            state=self.state,
            channel=self.channel,
            to=self.to,
            kind=self.kind,
            provider=self.provider,
            reference=self.reference,
            since=self.since,
            until=self.until,
        )

    def sought(self) -> Sought:
        """The person."""
        return Sought(person=self.person, phone=self.phone, handle=self.handle)


class DeliveriesIn(DeliveryFilterIn, forbid_unknown_fields=True, kw_only=True):
    """Which page of which deliveries is wanted."""

    cursor: Annotated[
        Annotated[str, D(max_length=200)] | None, D(description="Where to go on.")
    ] = None
    limit: Annotated[int, D(description="How many at most.", ge=1, le=100, examples=[30])] = 30


class DeliveryLookOut(msgspec.Struct):
    """Somebody looked into the delivery log."""

    id: Annotated[int, D(description="Counts up.", examples=[412])]
    at: Annotated[datetime, D(description="When.", examples=[WHEN])]
    actor: Annotated[UUID, D(description="Who.")]
    session: Annotated[UUID | None, D(description="In which session.")]
    act: Annotated[str, D(description="`searched` or `exported`.", examples=["searched"])]
    subject: Annotated[
        UUID | None,
        D(description="Who was looked for; null for nobody, or somebody who is not there."),
    ]


class DeliveryLooksOut(msgspec.Struct):
    """Some looks, newest first."""

    items: Annotated[list[DeliveryLookOut], D(description="The looks.")]
    next: Annotated[str | None, D(description="Cursor of the next page; null at the end.")]


# Whom and what one looks for stands in the body: what stands in an address line stands in logs.
@post(
    "/deliveries/search",
    permission="notifications.deliveries.read",
    rate=Rate(120, 60),
    refuses=(BadCursor, BadHandle, BadPhone, SeekOne),
    status_code=200,
)
async def search_deliveries(
    caller: Caller, data: DeliveriesIn, db: Database, keys: KeyRing
) -> DeliveriesOut:
    """What left the house by e-mail, text message, WhatsApp, call and push, newest first."""
    async with db.transaction() as tx:
        wanted = await service.look(tx, keys, _looker(caller), data.wanted(), data.sought())
        page = await service.deliveries(tx, keys, wanted, data.cursor, data.limit)
    return DeliveriesOut([DeliveryOut.of(one) for one in page.items], page.next)


@post(
    "/deliveries/export.csv",
    permission="notifications.deliveries.read",
    rate=Rate(10, 60),
    media_type="text/csv",
    refuses=(BadHandle, BadPhone, SeekOne),
    status_code=200,
)
async def export_deliveries(
    caller: Caller, data: DeliveryFilterIn, db: Database, keys: KeyRing
) -> Stream:
    """The same as a CSV file, streamed page by page, 50,000 lines at most."""
    async with db.transaction() as tx:
        by, sought = _looker(caller), data.sought()
        wanted = await service.look(tx, keys, by, data.wanted(), sought, "exported")
    pages = await begun(service.all_deliveries(db, keys, wanted))
    return csv_file(csv_export.lines(pages), "batua-deliveries")


@get("/deliveries/looks", permission="notifications.looks.read", refuses=(BadCursor,))
async def read_delivery_looks(
    db: Database, cursor: Cursor = None, limit: Limit = 50
) -> DeliveryLooksOut:
    """Who looked into the delivery log and for whom, newest first; people are named by id alone."""
    async with db.read() as tx:
        page = await service.looks(tx, cursor, limit)
    items = [
        DeliveryLookOut(one.id, one.at, one.actor, one.session, one.act, one.subject)
        for one in page.items
    ]
    return DeliveryLooksOut(items, page.next)


def _looker(caller: Caller) -> Looker:
    return Looker(caller.person, caller.session)


@post(
    "/deliveries/{id:uuid}/retry",
    permission="notifications.deliveries.retry",
    refuses=(NoSuchDelivery, NotFailed),
    status_code=202,
)
async def retry_delivery(id: UUID, db: Database) -> DeliveryOut:
    """Try a delivery anew that failed."""
    async with db.transaction() as tx:
        return DeliveryOut.of(await service.try_again(tx, id))


ROUTES: Final[list[Any]] = [
    search_deliveries,
    export_deliveries,
    read_delivery_looks,
    retry_delivery,
]
