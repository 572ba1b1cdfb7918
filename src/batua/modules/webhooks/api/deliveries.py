"""The delivery log of webhooks over HTTP."""

from typing import Annotated, Any, Final
from uuid import UUID

from litestar.params import PathParameter, QueryParameter

from batua.kit.db import Database
from batua.kit.refusal import BadCursor
from batua.kit.web import Cursor, From, Limit, To, get, moment_of, post
from batua.modules.webhooks import service
from batua.modules.webhooks.api.shapes import (
    WebhookDeliveriesOut,
    WebhookDeliveryOut,
    WebhookToldOut,
)
from batua.modules.webhooks.errors import EndpointIsGone, EndpointIsPaused, NoSuchDelivery
from batua.modules.webhooks.types import DeliveryState, LogFilter

DeliveryPath = Annotated[UUID, PathParameter(description="The delivery.")]
Of = Annotated[UUID | None, QueryParameter(description="Only for this endpoint.", required=False)]
OfKind = Annotated[
    str | None,
    QueryParameter(
        description="Only of this kind.",
        pattern="^[a-z_.]{1,64}$",
        required=False,
        schema_extra={"examples": ["payments.sent"]},
    ),
]
OfState = Annotated[
    DeliveryState | None,
    QueryParameter(name="state", description="Only of this state.", required=False),
]


@get("/webhook-deliveries", permission="webhooks.deliveries.read", refuses=(BadCursor,))
async def list_webhook_deliveries(
    db: Database,
    endpoint: Of = None,
    kind: OfKind = None,
    in_state: OfState = None,
    since: From = None,
    until: To = None,
    cursor: Cursor = None,
    limit: Limit = 30,
) -> WebhookDeliveriesOut:
    """What was sent to integrators, the newest first."""
    wanted = LogFilter(
        endpoint=endpoint,
        kind=kind,
        state=in_state,
        since=None if since is None else moment_of(since, "from"),
        until=None if until is None else moment_of(until, "to"),
    )
    async with db.read() as tx:
        page = await service.deliveries(tx, wanted, cursor, limit)
    return WebhookDeliveriesOut([WebhookDeliveryOut.of(one) for one in page.items], page.next)


@get(
    "/webhook-deliveries/{id:uuid}",
    permission="webhooks.deliveries.read",
    refuses=(NoSuchDelivery,),
)
async def read_webhook_delivery(db: Database, id: DeliveryPath) -> WebhookToldOut:
    """One delivery with what it says, and each try with the first bytes of its answer."""
    async with db.read() as tx:
        return WebhookToldOut.of_told(await service.delivery(tx, id))


@post(
    "/webhook-deliveries/{id:uuid}/replay",
    permission="webhooks.deliveries.replay",
    refuses=(EndpointIsGone, EndpointIsPaused, NoSuchDelivery),
    status_code=202,
)
async def replay_webhook_delivery(db: Database, id: DeliveryPath) -> WebhookDeliveryOut:
    """Send a delivery again, under the same webhook-id."""
    async with db.transaction() as tx:
        return WebhookDeliveryOut.of(await service.replay(tx, id))


ROUTES: Final[list[Any]] = [
    list_webhook_deliveries,
    read_webhook_delivery,
    replay_webhook_delivery,
]
