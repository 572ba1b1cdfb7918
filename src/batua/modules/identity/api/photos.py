"""Photos of people."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from litestar import Response
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIType, Operation, RequestBody, Schema
from litestar.openapi.spec.enums import OpenAPIFormat

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.web import delete, get, put
from batua.modules.identity import errors, service
from batua.modules.identity.api import shapes
from batua.modules.identity.service import Means

_PICTURES = ("image/jpeg", "image/png", "image/webp")


@dataclass
class TakesPicture(Operation):
    """An operation whose body is the picture itself."""

    def __post_init__(self) -> None:
        picture = Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.BINARY)
        self.request_body = RequestBody(
            content={kind: OpenAPIMediaType(schema=picture) for kind in _PICTURES},
            description="The picture, at most 5 MB and 40 megapixels.",
            required=True,
        )


@put(
    "/me/photo",
    permission="identity.profile.change",
    refuses=(errors.BadPhoto,),
    operation_class=TakesPicture,
)
async def put_photo(
    db: Database, identity_means: Means, caller: Caller, body: bytes
) -> shapes.Profile:
    """Show another photo; it is cut square, made small, and stripped of everything hidden."""
    person = await service.put_photo(db, identity_means, caller, body)
    return shapes.Profile.of(person)


@delete("/me/photo", permission="identity.profile.change", status_code=200)
async def remove_photo(db: Database, identity_means: Means, caller: Caller) -> shapes.Profile:
    """Show no photo any longer."""
    return shapes.Profile.of(await service.remove_photo(db, identity_means, caller))


@get(
    "/people/{id:uuid}/photo",
    permission="identity.photo.read",
    refuses=(errors.NoSuchPhoto,),
    media_type="image/jpeg",
)
async def photo(db: Database, identity_means: Means, caller: Caller, id: UUID) -> Response[bytes]:
    """Your photo, or that of somebody you have paid or been paid by."""
    content = await service.photo(db, identity_means, caller, id)
    return Response(
        content, media_type="image/jpeg", headers={"Cache-Control": "private, max-age=86400"}
    )


ROUTES: list[Any] = [put_photo, remove_photo, photo]
