"""Callbacks over HTTP: which came, which were turned away, and one settled again."""

from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

import msgspec

from batua.kit.db import Database
from batua.kit.refusal import BadCursor
from batua.kit.web import Cursor, Limit, get, post
from batua.modules.gateways import service
from batua.modules.gateways.api.attempts import OfProvider
from batua.modules.gateways.errors import NoSuchCallback, NothingToReplay
from batua.modules.gateways.types import AttemptState
from batua.modules.gateways.types.callbacks import Reason, Received

D = msgspec.Meta
WHEN = "2026-11-21T09:30:00Z"


class CallbackOut(msgspec.Struct):
    """An authentic callback; what else it said stays sealed."""

    provider: Annotated[str, D(description="Who called.", examples=["razorpay"])]
    event_id: Annotated[str, D(description="The provider's id.", examples=["evt_1Qd8Zb"])]
    kind: Annotated[str, D(description="The provider's word.", examples=["payment_link.paid"])]
    attempt: Annotated[
        UUID | None, D(description="Whom it names; null when it names none of ours.")
    ]
    state: Annotated[AttemptState | None, D(description="How far that attempt has come since.")]
    signed_with: Annotated[
        str, D(description="Which of our secrets: current or previous.", examples=["current"])
    ]
    sent_at: Annotated[datetime, D(description="When it says that it was sent.", examples=[WHEN])]
    received_at: Annotated[datetime, D(description="When it came.", examples=[WHEN])]
    copies: Annotated[int, D(description="How often it came.")]

    @classmethod
    def of(cls, found: Received) -> "CallbackOut":
        own = (name for name in cls.__struct_fields__ if name != "state")
        state = None if found.state is None else AttemptState(found.state)
        return cls(**{name: getattr(found, name) for name in own}, state=state)


class CallbackPage(msgspec.Struct):
    """Some callbacks."""

    items: Annotated[list[CallbackOut], D(description="The newest first.")]
    next: Annotated[
        str | None, D(description="Cursor of the next page; null at the end.", examples=["WyIy"])
    ]


class RejectionOut(msgspec.Struct):
    """Callbacks of one minute that were turned away; nothing of them is kept."""

    provider: Annotated[str, D(description="At whose address.", examples=["razorpay"])]
    minute: Annotated[datetime, D(description="When it began.", examples=[WHEN])]
    reason: Annotated[Reason, D(description="Why.")]
    count: Annotated[int, D(description="How many.")]


class RejectionPage(msgspec.Struct):
    """Some of them."""

    items: Annotated[list[RejectionOut], D(description="The newest first.")]
    next: Annotated[
        str | None, D(description="Cursor of the next page; null at the end.", examples=["WyIy"])
    ]


class CallbackReplayIn(msgspec.Struct, forbid_unknown_fields=True):
    """Which callback."""

    provider: Annotated[str, D(description="Who called.", max_length=32)]
    event_id: Annotated[str, D(description="The provider's id.", min_length=1, max_length=255)]


@get("/gateways/callbacks", permission="gateways.callbacks.read", refuses=(BadCursor,))
async def list_callbacks(
    db: Database, provider: OfProvider = None, cursor: Cursor = None, limit: Limit = 30
) -> CallbackPage:
    """Authentic callbacks, the newest first."""
    async with db.read() as tx:
        page = await service.callbacks(tx, provider, cursor, limit)
    return CallbackPage([CallbackOut.of(one) for one in page.items], page.next)


@get("/gateways/callbacks/rejected", permission="gateways.callbacks.read", refuses=(BadCursor,))
async def list_rejected_callbacks(
    db: Database, provider: OfProvider = None, cursor: Cursor = None, limit: Limit = 30
) -> RejectionPage:
    """How many callbacks were turned away and why, by minute, for thirty days."""
    async with db.read() as tx:
        page = await service.rejected(tx, provider, cursor, limit)
    found = [
        RejectionOut(one.provider, one.minute, Reason(one.reason), one.count) for one in page.items
    ]
    return RejectionPage(found, page.next)


@post(
    "/gateways/callbacks/replay",
    permission="gateways.callbacks.replay",
    refuses=(NoSuchCallback, NothingToReplay),
    status_code=202,
)
async def replay_callback(db: Database, data: CallbackReplayIn) -> CallbackOut:
    """Settle by a callback again: the provider is asked anew about what it names."""
    async with db.transaction() as tx:
        return CallbackOut.of(await service.replay(tx, data.provider, data.event_id))


ROUTES: Final[list[Any]] = [list_callbacks, list_rejected_callbacks, replay_callback]
