"""The delivery log over HTTP, for those who run the house."""

from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

import msgspec

from batua.kit.db import Database
from batua.kit.refusal import BadCursor
from batua.kit.secrets import KeyRing
from batua.kit.web import post
from batua.modules.notifications import service
from batua.modules.notifications.errors import NoSuchDelivery, NotFailed
from batua.modules.notifications.types import (
    Dispatch,
    DispatchState,
    LogFilter,
    Reply,
    Via,
)

D = msgspec.Meta
WHEN = "2026-11-21T09:30:00Z"


class DeliveryOut(msgspec.Struct):
    """Something that left the house, or shall leave it. What it said is not kept."""

    id: Annotated[UUID, D(description="Name of the delivery.")]
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
    provider_ref: Annotated[
        str | None, D(description="What the provider calls it.", examples=["sms_0198"])
    ]
    status: Annotated[
        str | None,
        D(description="The provider's last word about it, as it came.", examples=["delivered"]),
    ]
    reply: Annotated[Reply | None, D(description="What was answered to a call.")]
    due_at: Annotated[
        datetime, D(description="Not to be tried before, while it waits.", examples=[WHEN])
    ]
    queued_at: Annotated[datetime, D(description="Since when it is there.", examples=[WHEN])]
    ended_at: Annotated[datetime | None, D(description="When it was over.", examples=[WHEN])]

    @classmethod
    def of(cls, found: Dispatch) -> "DeliveryOut":
        return cls(
            id=found.id,
            person=found.person,
            channel=found.channel,
            kind=found.kind,
            state=found.state,
            to=found.masked_to,
            tries=found.tries,
            failure=found.failure,
            provider_ref=found.provider_ref,
            status=found.status,
            reply=found.reply,
            due_at=found.due_at,
            queued_at=found.queued_at,
            ended_at=found.ended_at,
        )


class DeliveriesOut(msgspec.Struct):
    """A page of the delivery log, newest first."""

    items: Annotated[list[DeliveryOut], D(description="The deliveries of this page.")]
    next: Annotated[str | None, D(description="Cursor of the next page; null at the end.")]


class DeliveriesIn(msgspec.Struct, forbid_unknown_fields=True):
    """Which deliveries are wanted."""

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
    cursor: Annotated[
        Annotated[str, D(max_length=200)] | None, D(description="Where to go on.")
    ] = None
    limit: Annotated[int, D(description="How many at most.", ge=1, le=100, examples=[30])] = 30


# An address is asked for in the body: what stands in an address line stands in logs.
@post(
    "/deliveries/search",
    permission="notifications.deliveries.read",
    refuses=(BadCursor,),
    status_code=200,
)
async def search_deliveries(data: DeliveriesIn, db: Database, keys: KeyRing) -> DeliveriesOut:
    """What left the house by e-mail, text message, WhatsApp and call, newest first."""
    wanted = LogFilter(state=data.state, channel=data.channel, to=data.to)
    async with db.read() as tx:
        page = await service.deliveries(tx, keys, wanted, data.cursor, data.limit)
    return DeliveriesOut([DeliveryOut.of(one) for one in page.items], page.next)


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


ROUTES: Final[list[Any]] = [search_deliveries, retry_delivery]
