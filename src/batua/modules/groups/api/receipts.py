"""HTTP of receipts: files at a transaction."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar import Response
from litestar.openapi.spec import OpenAPIMediaType, OpenAPIType, Operation, RequestBody, Schema
from litestar.openapi.spec.enums import OpenAPIFormat
from litestar.params import PathParameter, QueryParameter

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.files import Files
from batua.kit.secrets import KeyRing
from batua.kit.web import delete, get, post
from batua.modules.groups import service
from batua.modules.groups.api.money import TransactionPath
from batua.modules.groups.api.shapes import (
    MEMBER_ID,
    WHEN,
    FaceOut,
    GroupPath,
    actor_of,
    face_out,
)
from batua.modules.groups.errors import (
    GroupNotFound,
    GroupOver,
    NotAReceipt,
    NotInYourRole,
    ReceiptNotFound,
    ReceiptTooLarge,
    TooManyReceipts,
    TransactionNotFound,
)
from batua.modules.groups.types import (
    AttachOrder,
    Face,
    GroupId,
    ReceiptId,
    ReceiptView,
    TransactionId,
)

D = msgspec.Meta
_TAKEN = ("image/jpeg", "image/png", "image/webp", "application/pdf")
# A little more than a receipt may have, so that the refusal says what is wrong.
_MAX_BODY = 11_000_000

ReceiptPath = Annotated[UUID, PathParameter(description="The receipt.")]
Link = Annotated[str, QueryParameter(description="What the link holds.", max_length=100)]


class ReceiptOut(msgspec.Struct):
    """A file at a transaction."""

    id: Annotated[UUID, D(description="The receipt.", examples=[MEMBER_ID])]
    media_type: Annotated[str, D(description="What it is.", examples=["image/jpeg"])]
    size: Annotated[int, D(description="Its bytes.", examples=[180_000])]
    added_by: Annotated[FaceOut | None, D(description="Who brought it.")]
    added_at: Annotated[datetime, D(description="When.", examples=[WHEN])]
    may_remove: Annotated[bool, D(description="Whether the caller may take it away.")]
    url: Annotated[
        str,
        D(
            description="Opens it for five minutes without signing in, for the caller alone.",
            examples=[f"/api/v1/group-receipts/{MEMBER_ID}?link=AZ..."],
        ),
    ]


class Receipts(msgspec.Struct):
    """The receipts of a transaction."""

    items: Annotated[list[ReceiptOut], D(description="The oldest first.")]


@dataclass
class TakesFile(Operation):
    """An operation whose body is the file itself."""

    def __post_init__(self) -> None:
        file = Schema(type=OpenAPIType.STRING, format=OpenAPIFormat.BINARY)
        self.request_body = RequestBody(
            content={kind: OpenAPIMediaType(schema=file) for kind in _TAKEN},
            description="A picture or a PDF of at most 10 MB; what it is, its content says.",
            required=True,
        )


@get(
    "/groups/{id:uuid}/transactions/{transaction:uuid}/receipts",
    permission="groups.read",
    refuses=[GroupNotFound, TransactionNotFound],
)
async def list_receipts(
    caller: Caller, db: Database, keys: KeyRing, id: GroupPath, transaction: TransactionPath
) -> Receipts:
    """The pictures and documents that prove a transaction, each with a link for five minutes."""
    person, group = actor_of(caller).person, GroupId(id)
    async with db.read() as tx:
        found = await service.receipts(tx, keys, person, group, TransactionId(transaction))
        who = await service.faces(tx, keys, group, people=[each.receipt.added_by for each in found])
    return Receipts([_out(each, who.person(each.receipt.added_by)) for each in found])


@post(
    "/groups/{id:uuid}/transactions/{transaction:uuid}/receipts",
    permission="groups.contribute",
    refuses=[
        GroupNotFound,
        GroupOver,
        NotInYourRole,
        TransactionNotFound,
        NotAReceipt,
        ReceiptTooLarge,
        TooManyReceipts,
    ],
    operation_class=TakesFile,
    request_max_body_size=_MAX_BODY,
)
async def add_receipt(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    files: Files,
    id: GroupPath,
    transaction: TransactionPath,
    body: bytes,
) -> ReceiptOut:
    """Attach a picture (drawn anew) or a PDF (without anything that acts); the same file is one."""
    actor, group = actor_of(caller), GroupId(id)
    order = AttachOrder(actor, group, TransactionId(transaction), body)
    made = await service.attach(db, keys, files, order)
    async with db.read() as tx:
        who = await service.faces(tx, keys, group, people=[made.receipt.added_by])
    return _out(made, who.person(made.receipt.added_by))


@delete(
    "/groups/{id:uuid}/receipts/{receipt:uuid}",
    permission="groups.contribute",
    refuses=[GroupNotFound, GroupOver, NotInYourRole, ReceiptNotFound],
)
async def remove_receipt(
    caller: Caller, db: Database, files: Files, id: GroupPath, receipt: ReceiptPath
) -> None:
    """Take a receipt away; the log of the group keeps its hash."""
    await service.remove_receipt(db, files, actor_of(caller), GroupId(id), ReceiptId(receipt))


@get("/group-receipts/{receipt:uuid}", permission="public", refuses=[ReceiptNotFound])
async def open_receipt(
    db: Database, keys: KeyRing, files: Files, receipt: ReceiptPath, link: Link
) -> Response[bytes]:
    """The file itself, by a link that ends after five minutes, while its reader is a member."""
    found, content = await service.open_receipt(db, keys, files, receipt, link)
    ending = found.file_key.rsplit(".", 1)[-1]
    place = "inline" if ending == "jpg" else "attachment"
    return Response(
        content,
        media_type=found.media_type,
        headers={
            "Cache-Control": "private, max-age=300",
            "Content-Disposition": f'{place}; filename="receipt.{ending}"',
            "Content-Security-Policy": "sandbox; default-src 'none'",
            "X-Content-Type-Options": "nosniff",
        },
    )


def _out(view: ReceiptView, face: Face | None) -> ReceiptOut:
    found = view.receipt
    return ReceiptOut(
        id=found.id,
        media_type=found.media_type,
        size=found.size,
        added_by=face_out(face),
        added_at=found.added_at,
        may_remove=view.may_remove,
        url=f"/api/v1/group-receipts/{found.id}?link={view.link}",
    )


ROUTES: list[Any] = [list_receipts, add_receipt, remove_receipt, open_receipt]
