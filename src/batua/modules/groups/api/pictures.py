"""HTTP of a group's picture."""

from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar import Response
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIType, Operation, RequestBody, Schema
from litestar.openapi.spec.enums import OpenAPIFormat
from litestar.params import QueryParameter

from batua.kit import pictures
from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.files import Files
from batua.kit.secrets import KeyRing
from batua.kit.web import delete, get, put
from batua.modules.groups import service
from batua.modules.groups.api.shapes import GroupPath, PictureUrl, actor_of, picture_url
from batua.modules.groups.errors import GroupNotFound, GroupOver, NotAPicture, NotInYourRole
from batua.modules.groups.types import GroupId

_TAKEN = ("image/jpeg", "image/png", "image/webp")
# A little more than a picture may have, so that the refusal says what is wrong.
_MAX_BODY = 5_500_000

Link = Annotated[str, QueryParameter(description="What the link holds.", max_length=100)]
ForInvite = Annotated[
    UUID | None,
    QueryParameter(
        name="invite",
        description="The invite for whose holder it was made; absent for a member.",
        required=False,
    ),
]


class PictureOut(msgspec.Struct):
    """The picture of a group."""

    picture_url: PictureUrl


@dataclass
class TakesPicture(Operation):
    """An operation whose body is the picture itself."""

    def __post_init__(self) -> None:
        file = Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.BINARY)
        self.request_body = RequestBody(
            content={kind: OpenAPIMediaType(schema=file) for kind in _TAKEN},
            description="A picture of at most 5 MB; what it is, its content says.",
            required=True,
        )


@put(
    "/groups/{id:uuid}/picture",
    permission="groups.describe",
    refuses=[GroupNotFound, GroupOver, NotInYourRole, NotAPicture],
    operation_class=TakesPicture,
    request_max_body_size=_MAX_BODY,
)
async def give_picture(
    caller: Caller, db: Database, keys: KeyRing, files: Files, id: GroupPath, body: bytes
) -> PictureOut:
    """Give a group a picture, or another one: its middle, drawn anew."""
    actor = actor_of(caller)
    made = await service.give_picture(db, files, actor, GroupId(id), body)
    return PictureOut(picture_url(keys, made, actor.person))


@delete(
    "/groups/{id:uuid}/picture",
    permission="groups.describe",
    refuses=[GroupNotFound, GroupOver, NotInYourRole],
)
async def remove_picture(caller: Caller, db: Database, files: Files, id: GroupPath) -> None:
    """Take the picture of a group away."""
    await service.remove_picture(db, files, actor_of(caller), GroupId(id))


@get("/group-pictures/{id:uuid}", permission="public", refuses=[GroupNotFound])
async def open_picture(
    db: Database,
    keys: KeyRing,
    files: Files,
    id: GroupPath,
    link: Link,
    invite: ForInvite = None,
) -> Response[bytes]:
    """The picture itself, by a link that ends after minutes, while its reader is in or invited."""
    content = await service.open_picture(db, keys, files, GroupId(id), (link, invite))
    return Response(
        content,
        media_type=pictures.MEDIA_TYPE,
        headers={
            "Cache-Control": "private, max-age=300",
            "Content-Disposition": 'inline; filename="group.jpg"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "X-Content-Type-Options": "nosniff",
        },
    )


ROUTES: list[Any] = [give_picture, remove_picture, open_picture]
