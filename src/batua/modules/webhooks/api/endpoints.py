"""Endpoints over HTTP. A secret is in two answers only: of its making, and of its rotation."""

from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

import msgspec
from litestar.params import PathParameter

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.kit.web import delete, get, patch, post
from batua.modules.webhooks import service
from batua.modules.webhooks.api.shapes import WebhookDeliveryOut
from batua.modules.webhooks.errors import (
    BadAddress,
    EndpointIsPaused,
    NoSuchEndpoint,
    TooManyEndpoints,
    UnknownKind,
)
from batua.modules.webhooks.settings import WebhookSettings
from batua.modules.webhooks.types import (
    Change,
    Draft,
    Endpoint,
    EndpointState,
    Pause,
    Revealed,
)

D = msgspec.Meta
WHEN = "2026-11-21T09:30:00Z"
EndpointPath = Annotated[UUID, PathParameter(description="The endpoint.")]
Url = Annotated[
    str,
    D(
        description="Where it is told: an https address.",
        max_length=1000,
        examples=["https://books.example.org/batua"],
    ),
]
Description = Annotated[
    str,
    D(
        description="What it is for.",
        max_length=200,
        pattern=r"^[^\x00-\x1f]*$",
        examples=["Bookkeeping"],
    ),
]
Kinds = Annotated[
    list[Annotated[str, D(max_length=64)]],
    D(description="The kinds that it wants.", max_length=200, examples=[["payments.sent"]]),
]
Secret = Annotated[
    str,
    D(
        description="Signs what is sent. Shown this once: keep it.",
        examples=["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
    ),
]


class WebhookKindOut(msgspec.Struct):
    """A kind of fact that is published."""

    kind: Annotated[str, D(description="Its name, the `type` of what is sent.")]
    summary: Annotated[str, D(description="What it says.", examples=["Money went out."])]
    schema: Annotated[
        dict[str, Any], D(description="JSON schema of the whole body.", examples=[{}])
    ]


class WebhookKindsOut(msgspec.Struct):
    """Every kind that an endpoint may want."""

    items: Annotated[list[WebhookKindOut], D(description="The kinds.")]


class WebhookEndpointOut(msgspec.Struct):
    """An address of an integrator."""

    id: Annotated[UUID, D(description="Name of the endpoint.")]
    url: Url
    description: Description
    kinds: Kinds
    state: Annotated[EndpointState, D(description="Whether it is told of what happens.")]
    paused_because: Annotated[Pause | None, D(description="Why it is paused.")]
    paused_at: Annotated[datetime | None, D(description="Since when.", examples=[WHEN])]
    previous_until: Annotated[
        datetime | None,
        D(description="Until when the secret before the last one signs too.", examples=[WHEN]),
    ]
    failing_since: Annotated[
        datetime | None, D(description="Since when it takes nothing.", examples=[WHEN])
    ]
    made_at: Annotated[datetime, D(description="When it was registered.", examples=[WHEN])]
    changed_at: Annotated[datetime, D(description="When it was last changed.", examples=[WHEN])]

    @classmethod
    def of(cls, found: Endpoint) -> "WebhookEndpointOut":
        return cls(**_fields(found))


class NewWebhookEndpointOut(WebhookEndpointOut):
    """An endpoint with its new secret."""

    secret: Secret

    @classmethod
    def of_new(cls, made: Revealed) -> "NewWebhookEndpointOut":
        return cls(**_fields(made.endpoint), secret=made.secret)


def _fields(found: Endpoint) -> dict[str, Any]:
    own = (name for name in WebhookEndpointOut.__struct_fields__ if name != "kinds")
    return {"kinds": list(found.kinds), **{name: getattr(found, name) for name in own}}


class WebhookEndpointsOut(msgspec.Struct):
    """All endpoints, the newest first."""

    items: Annotated[list[WebhookEndpointOut], D(description="The endpoints.")]


class WebhookEndpointIn(msgspec.Struct, forbid_unknown_fields=True):
    """An endpoint to register."""

    url: Url
    kinds: Kinds
    description: Description = ""


class WebhookEndpointChangeIn(msgspec.Struct, forbid_unknown_fields=True):
    """What to change; what is null or absent stays."""

    url: Annotated[Url | None, D(description="Another address.")] = None
    kinds: Annotated[Kinds | None, D(description="Other kinds.")] = None
    description: Annotated[Description | None, D(description="Another description.")] = None
    state: Annotated[EndpointState | None, D(description="Pause it, or switch it on.")] = None


class WebhookReplayIn(msgspec.Struct, forbid_unknown_fields=True):
    """From when on what failed is sent again."""

    since: Annotated[
        datetime, D(description="From this moment on, RFC 3339.", tz=True, examples=[WHEN])
    ]


class WebhookReplayOut(msgspec.Struct):
    """What is sent again."""

    count: Annotated[int, D(description="How many were queued.", examples=[12])]
    has_more: Annotated[bool, D(description="Whether to ask again for the rest.")]


@get("/webhook-kinds", permission="webhooks.endpoints.read")
async def list_webhook_kinds() -> WebhookKindsOut:
    """The kinds of facts that are published, each with its JSON schema."""
    return WebhookKindsOut(
        [WebhookKindOut(one.kind, one.summary, one.schema()) for one in service.kinds()]
    )


@get("/webhook-endpoints", permission="webhooks.endpoints.read")
async def list_webhook_endpoints(db: Database) -> WebhookEndpointsOut:
    """All endpoints, the newest first."""
    async with db.read() as tx:
        return WebhookEndpointsOut(
            [WebhookEndpointOut.of(one) for one in await service.endpoints(tx)]
        )


@post(
    "/webhook-endpoints",
    permission="webhooks.endpoints.change",
    refuses=(BadAddress, TooManyEndpoints, UnknownKind),
)
async def register_webhook_endpoint(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    webhook_settings: WebhookSettings,
    data: WebhookEndpointIn,
) -> NewWebhookEndpointOut:
    """Register an endpoint, and read its secret this once."""
    draft = Draft(url=data.url, description=data.description, kinds=tuple(data.kinds))
    async with db.transaction() as tx:
        made = await service.register(
            tx, keys, caller.person, draft, loopback=webhook_settings.loopback
        )
    return NewWebhookEndpointOut.of_new(made)


@get(
    "/webhook-endpoints/{id:uuid}",
    permission="webhooks.endpoints.read",
    refuses=(NoSuchEndpoint,),
)
async def read_webhook_endpoint(db: Database, id: EndpointPath) -> WebhookEndpointOut:
    """One endpoint."""
    async with db.read() as tx:
        return WebhookEndpointOut.of(await service.endpoint(tx, id))


@patch(
    "/webhook-endpoints/{id:uuid}",
    permission="webhooks.endpoints.change",
    refuses=(BadAddress, NoSuchEndpoint, UnknownKind),
)
async def change_webhook_endpoint(
    caller: Caller,
    db: Database,
    webhook_settings: WebhookSettings,
    id: EndpointPath,
    data: WebhookEndpointChangeIn,
) -> WebhookEndpointOut:
    """Change an endpoint, pause it, or switch it on again."""
    change = Change(
        url=data.url,
        description=data.description,
        kinds=None if data.kinds is None else tuple(data.kinds),
        state=data.state,
    )
    async with db.transaction() as tx:
        found = await service.change(
            tx, caller.person, id, change, loopback=webhook_settings.loopback
        )
    return WebhookEndpointOut.of(found)


@delete(
    "/webhook-endpoints/{id:uuid}",
    permission="webhooks.endpoints.change",
    refuses=(NoSuchEndpoint,),
)
async def remove_webhook_endpoint(caller: Caller, db: Database, id: EndpointPath) -> None:
    """Take an endpoint away, with its secrets; its log stays thirty days."""
    async with db.transaction() as tx:
        await service.remove(tx, caller.person, id)


@post(
    "/webhook-endpoints/{id:uuid}/rotate-secret",
    permission="webhooks.endpoints.change",
    refuses=(NoSuchEndpoint,),
    status_code=200,
)
async def rotate_webhook_secret(
    caller: Caller, db: Database, keys: KeyRing, id: EndpointPath
) -> NewWebhookEndpointOut:
    """Make a new secret, and read it this once; for a day the one before signs too."""
    async with db.transaction() as tx:
        return NewWebhookEndpointOut.of_new(
            await service.rotate_secret(tx, keys, caller.person, id)
        )


@post(
    "/webhook-endpoints/{id:uuid}/test",
    permission="webhooks.endpoints.change",
    refuses=(NoSuchEndpoint,),
    status_code=202,
)
async def test_webhook_endpoint(db: Database, id: EndpointPath) -> WebhookDeliveryOut:
    """Send a test, once, also to an endpoint that is paused."""
    async with db.transaction() as tx:
        return WebhookDeliveryOut.of(await service.test(tx, id))


@post(
    "/webhook-endpoints/{id:uuid}/replay",
    permission="webhooks.deliveries.replay",
    refuses=(EndpointIsPaused, NoSuchEndpoint),
    status_code=202,
)
async def replay_failed_webhooks(
    db: Database, id: EndpointPath, data: WebhookReplayIn
) -> WebhookReplayOut:
    """Send what failed since a moment again, the oldest first, a thousand at a time."""
    async with db.transaction() as tx:
        done = await service.replay_failed(tx, id, data.since)
    return WebhookReplayOut(done.count, done.has_more)


ROUTES: Final[list[Any]] = [
    list_webhook_kinds,
    list_webhook_endpoints,
    register_webhook_endpoint,
    read_webhook_endpoint,
    change_webhook_endpoint,
    remove_webhook_endpoint,
    rotate_webhook_secret,
    test_webhook_endpoint,
    replay_failed_webhooks,
]
