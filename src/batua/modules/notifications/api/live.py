"""Notifications over HTTP: the list, what was read, and the stream of live changes."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

import msgspec
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import HeaderParameter, QueryParameter
from litestar.response import Stream

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.journal import Cursor
from batua.kit.refusal import BadCursor
from batua.kit.secrets import KeyRing
from batua.kit.web import Amount, Limit, get, post
from batua.modules.notifications import service
from batua.modules.notifications.errors import NothingToMark, TooManyStreams
from batua.modules.notifications.live import Closed, Live, Reset
from batua.modules.notifications.types import Notification, NotificationId
from batua.modules.notifications.types.changes import Change

D = msgspec.Meta

HEARTBEAT_S: Final = 15.0
STREAM_S: Final = 600.0
"""A stream ends after this long, so that the next one is authorised anew; it resumes."""
RETRY_MS: Final = 1000

NOWHERE: Final = (10**18, 0)

_CURSOR: Final = re.compile(r"(\d{1,18})-(\d{1,18})")


class NotificationOut(msgspec.Struct):
    """Something the reader was told, in her language."""

    id: Annotated[UUID, D(description="Name of the notification.")]
    kind: Annotated[str, D(description="What happened.", examples=["received"])]
    title: Annotated[
        str,
        D(description="One line without an amount.", examples=["Money from Asha Devi"]),
    ]
    body: Annotated[
        str,
        D(
            description="The whole of it.",
            examples=["Asha Devi sent you ₹125.00. It is in your wallet."],
        ),
    ]
    link: Annotated[
        str | None,
        D(
            description="Page of the app that shows more.",
            examples=["/payments/0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e"],
        ),
    ]
    created_at: Annotated[datetime, D(description="When it happened.")]
    read_at: Annotated[datetime | None, D(description="When it was read; null while it is new.")]
    amount: Annotated[Amount | None, D(description="The money it is about, if any.")]

    @classmethod
    def of(cls, found: Notification) -> "NotificationOut":
        told = found.told
        return cls(
            id=told.id,
            kind=told.kind,
            title=found.title,
            body=found.body,
            link=found.link,
            created_at=told.created_at,
            read_at=told.read_at,
            amount=Amount.of(told.amount) if told.amount else None,
        )


class NotificationsOut(msgspec.Struct):
    """A page of notifications, newest first."""

    items: Annotated[list[NotificationOut], D(description="The notifications of this page.")]
    next: Annotated[str | None, D(description="Cursor of the next page; null at the end.")]
    unread: Annotated[
        int, D(description="How many are new in all; 100 stands for 100 or more.", examples=[3])
    ]


class MarkIn(msgspec.Struct, forbid_unknown_fields=True):
    """What was read."""

    ids: Annotated[
        Annotated[list[UUID], D(max_length=100)] | None,
        D(description="The notifications that were read."),
    ] = None
    all: Annotated[bool, D(description="Whether all were read.", examples=[True])] = False


class ChangeOut(msgspec.Struct):
    """The data of an event `change`: what changed, to be read anew by whoever shows it."""

    kind: Annotated[str, D(description="What happened.", examples=["payments.sent"])]
    subject: Annotated[UUID, D(description="The thing it happened to, such as the payment.")]
    at: Annotated[datetime, D(description="When it happened.")]


@get("/notifications", permission="notifications.read", refuses=(BadCursor,))
async def list_notifications(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    cursor: Annotated[
        str | None, QueryParameter(description="Where to go on.", required=False, max_length=200)
    ] = None,
    unread: Annotated[
        bool, QueryParameter(description="Only those not read yet.", required=False)
    ] = False,
    limit: Limit = 30,
) -> NotificationsOut:
    """What the caller was told, newest first, in her language."""
    async with db.read() as tx:
        page = await service.notifications(tx, keys, caller.person, cursor, limit, unread=unread)
        count = await service.count_unread(tx, caller.person)
    return NotificationsOut([NotificationOut.of(item) for item in page.items], page.next, count)


@post(
    "/notifications/read",
    permission="notifications.mark_read",
    refuses=(NothingToMark,),
    status_code=204,
)
async def mark_read(caller: Caller, db: Database, data: MarkIn) -> None:
    """Mark some notifications as read, or all."""
    ids = None if data.all else [NotificationId(id) for id in data.ids or []]
    async with db.transaction() as tx:
        await service.mark_read(tx, caller.person, ids)


@get(
    "/events",
    permission="notifications.listen",
    refuses=(TooManyStreams,),
    responses={
        200: ResponseSpec(
            data_container=ChangeOut,
            generate_examples=False,  # they would be other ones each time
            media_type="text/event-stream",
            description="Server-sent events: `change` when something changed, `reset` when too "
            "much was missed and everything must be read anew. Each carries an id to resume from. "
            "A comment every 15 seconds keeps the line open.",
        )
    },
)
async def events(
    caller: Caller,
    live: Live,
    last_event_id: Annotated[
        str | None,
        HeaderParameter(
            name="Last-Event-ID",
            description="The last id heard, to resume after it.",
            required=False,
        ),
    ] = None,
    since: Annotated[
        str | None,
        QueryParameter(
            description="The same for clients that cannot send the header.",
            required=False,
            max_length=64,
        ),
    ] = None,
) -> Stream:
    """What changes for the caller, as it happens."""
    live.check_room(caller)
    resume = last_event_id or since
    lines = stream(live, caller, read_cursor(resume) if resume else None, STREAM_S)
    return Stream(
        lines,
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


async def stream(
    live: Live, caller: Caller, since: Cursor | None, life_s: float
) -> AsyncIterator[str]:
    """The events of one listener as text, until its life or its right to listen ends."""
    loop_time = asyncio.get_running_loop().time
    ends_at = loop_time() + life_s
    async with live.listen(caller, since) as listener:
        yield f"retry: {RETRY_MS}\n: listening\n\n"
        if not listener.missed:
            yield f"id: {write_cursor(listener.heard)}\n\n"
        while (left := ends_at - loop_time()) > 0:
            item = await listener.next(min(HEARTBEAT_S, left))
            match item:
                case Closed():
                    return
                case Reset():
                    yield f"event: reset\nid: {write_cursor(live.cursor)}\ndata: {{}}\n\n"
                case Change():
                    yield written(item)
                case None:
                    # The id moves on with the journal, so that a quiet listener resumes near it.
                    yield f": listening\nid: {write_cursor(max(live.cursor, listener.heard))}\n\n"


def written(change: Change) -> str:
    """A change as a server-sent event."""
    data = msgspec.json.encode(ChangeOut(change.kind, change.subject, change.at)).decode()
    return f"event: change\nid: {write_cursor(change.cursor)}\ndata: {data}\n\n"


def write_cursor(cursor: Cursor) -> str:
    """A place of the journal as an event id."""
    return f"{cursor[0]}-{cursor[1]}"


def read_cursor(text: str) -> Cursor:
    """The place in an event id; one that no journal reaches when it is none, so that it resets."""
    match = _CURSOR.fullmatch(text)
    return (int(match[1]), int(match[2])) if match else NOWHERE


ROUTES: Final[list[Any]] = [list_notifications, mark_read, events]
