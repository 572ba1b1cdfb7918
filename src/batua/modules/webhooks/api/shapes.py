"""A line of the delivery log, as it goes over the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec

from batua.modules.webhooks.types import Delivery, DeliveryState, Failure, Outcome, Told, Try

D = msgspec.Meta
WHEN = "2026-11-21T09:30:00Z"


class WebhookDeliveryOut(msgspec.Struct):
    """One event for one endpoint."""

    id: Annotated[UUID, D(description="Name of the delivery.")]
    endpoint: Annotated[UUID, D(description="The endpoint.")]
    message: Annotated[
        str,
        D(
            description="The `webhook-id`: the same in every try and replay.",
            examples=["evt_0198c5f07d3a7b1e9c552f1d8a4b6c3e"],
        ),
    ]
    kind: Annotated[str, D(description="The kind of fact.", examples=["payments.sent"])]
    state: Annotated[DeliveryState, D(description="How far it has come.")]
    failure: Annotated[Failure | None, D(description="Why it was not taken.")]
    tries: Annotated[int, D(description="How often it was tried.", examples=[1])]
    due_at: Annotated[
        datetime, D(description="Not to be tried before, while it waits.", examples=[WHEN])
    ]
    queued_at: Annotated[datetime, D(description="Since when it is there.", examples=[WHEN])]
    ended_at: Annotated[datetime | None, D(description="When it was over.", examples=[WHEN])]

    @classmethod
    def of(cls, found: Delivery) -> "WebhookDeliveryOut":
        return cls(
            id=found.id,
            endpoint=found.endpoint,
            message=f"evt_{found.event.hex}",
            kind=found.kind,
            state=found.state,
            failure=found.failure,
            tries=found.tries,
            due_at=found.due_at,
            queued_at=found.queued_at,
            ended_at=found.ended_at,
        )


class WebhookTryOut(msgspec.Struct):
    """One try; without an outcome it is under way, or was cut off and is made again."""

    number: Annotated[int, D(description="Which try, from 1.", examples=[1])]
    began_at: Annotated[datetime, D(description="When it began.", examples=[WHEN])]
    outcome: Annotated[Outcome | None, D(description="What came of it.")]
    status: Annotated[int | None, D(description="The HTTP status, if any.", examples=[200])]
    took_ms: Annotated[int | None, D(description="How long it took.", examples=[84])]
    answer: Annotated[str | None, D(description="The first bytes of the answer.", examples=["ok"])]

    @classmethod
    def of(cls, one: Try) -> "WebhookTryOut":
        return cls(one.number, one.began_at, one.outcome, one.status, one.took_ms, one.answer)


class WebhookToldOut(msgspec.Struct):
    """A delivery with what it says, and its tries."""

    delivery: Annotated[WebhookDeliveryOut, D(description="The delivery.")]
    body: Annotated[str, D(description="The very body that is signed and sent.", examples=["{}"])]
    tries: Annotated[list[WebhookTryOut], D(description="Its last tries, the newest first.")]

    @classmethod
    def of_told(cls, told: Told) -> "WebhookToldOut":
        return cls(
            WebhookDeliveryOut.of(told.delivery),
            told.body,
            [WebhookTryOut.of(one) for one in told.tries],
        )


class WebhookDeliveriesOut(msgspec.Struct):
    """A page of the delivery log, the newest first."""

    items: Annotated[list[WebhookDeliveryOut], D(description="The deliveries of this page.")]
    next: Annotated[str | None, D(description="Cursor of the next page; null at the end.")]
