"""HTTP of bulk payments: look before, send many, go on, read what became of them."""

from collections.abc import AsyncIterator, Sequence
from typing import Annotated, Any, Final, cast
from uuid import UUID

import msgspec
from litestar import Request, Response
from litestar.exceptions import ValidationException
from litestar.params import Dependency, PathParameter, QueryParameter
from litestar.response import Stream

from batua.kit.caller import Caller
from batua.kit.db import AWAY, Database
from batua.kit.logs import log
from batua.kit.refusal import BadCursor
from batua.kit.secrets import KeyRing
from batua.kit.web import (
    Cursor,
    IdempotencyKey,
    Limit,
    Rate,
    StepUpToken,
    csv_file,
    get,
    key_of,
    post,
)
from batua.modules.identity.errors import StepUpExpired, StepUpRequired
from batua.modules.identity.types import PersonId
from batua.modules.payments import bulk_csv, service
from batua.modules.payments.api.bulk_shapes import (
    BatchAnswer,
    BatchIn,
    BatchItemIn,
    BatchOut,
    BatchPage,
    ItemsIn,
    LinePage,
    PreviewOut,
    ResultOut,
    batch_out,
    line_out,
    preview_out,
    result_out,
)
from batua.modules.payments.errors import (
    BatchNotFound,
    BatchRefused,
    BatchTooLong,
    ColumnsMissing,
    FileNotReadable,
    KeyReused,
)
from batua.modules.payments.rules import bulk as rules
from batua.modules.payments.rules import bulk_file
from batua.modules.payments.types import (
    Actor,
    Batch,
    BatchMode,
    BatchOrder,
    LineResult,
    LineStatus,
    Wanted,
)

Bulk = Annotated[service.Bulk, Dependency(skip_validation=True)]

NDJSON: Final = "application/x-ndjson"
MAX_BODY: Final = 12_000_000
"""Ten thousand lines with the longest note each."""

BatchPath = Annotated[UUID, PathParameter(description="The batch.")]
Mode = Annotated[
    BatchMode,
    QueryParameter(
        description="`all`: all lines or none; `each`: each on its own. For NDJSON; JSON says it "
        "in the body.",
        required=False,
    ),
]
Name = Annotated[
    str,
    QueryParameter(
        description="What the payer calls the batch, for NDJSON.", max_length=100, required=False
    ),
]
OnlyStatus = Annotated[
    LineStatus | None, QueryParameter(description="Only such lines.", required=False)
]


_BATCH = msgspec.json.Decoder(BatchIn)
_ITEM = msgspec.json.Decoder(BatchItemIn)
_ITEMS = msgspec.json.Decoder(ItemsIn)
_LINES = msgspec.json.Encoder()


@post(
    "/payments/batch",
    permission="payments.send",
    rate=Rate(120, 60),
    reads={"application/json": BatchIn, NDJSON: BatchItemIn},
    answers={NDJSON: ResultOut},
    request_max_body_size=MAX_BODY,
    refuses=[BatchRefused, BatchTooLong, KeyReused, StepUpExpired, StepUpRequired],
)
async def send_batch(
    caller: Caller,
    bulk: Bulk,
    db: Database,
    request: Request[Any, Any, Any],
    body: bytes,
    mode: Mode = BatchMode.EACH,
    name: Name = "",
    key: IdempotencyKey = None,
    step_up: StepUpToken = None,
) -> Response[BatchAnswer]:
    """Send money to many people by one order; the same key goes on with the same batch.

    Sent or asked for as `application/x-ndjson`, the answer has a line for each result, as they
    are made: one that ends early has stopped half-way, and the same request goes on with it.
    """
    is_lines = _media(request) == NDJSON
    items = _items_of_lines(body) if is_lines else None
    if items is None:
        read = _decoded(_BATCH, body)
        items, mode, name = read.items, read.mode, read.name
    actor = Actor(PersonId(caller.person), caller.session, step_up)
    order = BatchOrder(actor, mode, name, _wanted(items), key_of(key))
    batch = await bulk.begin(order)
    return await _answer(
        bulk, db, batch, actor, wants_lines=_wants_lines(request, is_lines=is_lines)
    )


@post(
    "/payments/batches/{id:uuid}/continue",
    permission="payments.send",
    status_code=200,
    rate=Rate(120, 60),
    answers={NDJSON: ResultOut},
    refuses=[BatchNotFound],
)
async def continue_batch(
    caller: Caller, bulk: Bulk, db: Database, request: Request[Any, Any, Any], id: BatchPath
) -> Response[BatchAnswer]:
    """Go on with a batch that stopped, and tell what became of every line; done, it only tells."""
    actor = Actor(PersonId(caller.person), caller.session)
    async with db.transaction() as tx:
        batch = await service.batch(tx, actor.person, id)
    return await _answer(bulk, db, batch, actor, wants_lines=_wants_lines(request, is_lines=False))


@post(
    "/payments/batch/preview",
    permission="payments.send",
    status_code=200,
    rate=Rate(60, 60),
    reads={"application/json": ItemsIn, "text/csv": str},
    request_max_body_size=MAX_BODY,
    refuses=[BatchTooLong, ColumnsMissing, FileNotReadable],
)
async def preview_batch(
    caller: Caller, db: Database, keys: KeyRing, request: Request[Any, Any, Any], body: bytes
) -> PreviewOut:
    """Read a CSV file or items, and say of each line who is paid and everything that is wrong."""
    if _media(request) == "text/csv":
        lines = bulk_file.read(body, service.default_currency(), caller.language)
    else:
        lines = _wanted(_decoded(_ITEMS, body).items)
    found = await service.preview_batch(db, keys, PersonId(caller.person), lines)
    return preview_out(found)


@get("/payments/batches", permission="payments.read", refuses=[BadCursor])
async def list_batches(
    caller: Caller, db: Database, cursor: Cursor = None, limit: Limit = 30
) -> BatchPage:
    """The caller's batches, newest first."""
    async with db.read() as tx:
        page = await service.batches(tx, PersonId(caller.person), cursor, limit)
    return BatchPage([batch_out(batch) for batch in page.items], page.next)


@get("/payments/batches/{id:uuid}", permission="payments.read", refuses=[BatchNotFound])
async def read_batch(caller: Caller, db: Database, id: BatchPath) -> BatchOut:
    """One batch of the caller's, as far as it has come."""
    async with db.read() as tx:
        return batch_out(await service.batch(tx, PersonId(caller.person), id))


@get(
    "/payments/batches/{id:uuid}/results",
    permission="payments.read",
    refuses=[BadCursor, BatchNotFound],
)
async def list_results(
    caller: Caller,
    db: Database,
    keys: KeyRing,
    id: BatchPath,
    status: OnlyStatus = None,
    cursor: Cursor = None,
    limit: Limit = 30,
) -> LinePage:
    """The lines of a batch with what became of them."""
    async with db.read() as tx:
        batch = await service.batch(tx, PersonId(caller.person), id)
        page = await service.batch_results(tx, keys, batch, status, cursor, limit)
    return LinePage([line_out(*told) for told in page.items], page.next)


@get(
    "/payments/batches/{id:uuid}/results.csv",
    permission="payments.read",
    media_type="text/csv",
    refuses=[BatchNotFound],
)
async def export_results(caller: Caller, db: Database, keys: KeyRing, id: BatchPath) -> Stream:
    """The lines of a batch with what became of them, as a CSV file."""
    async with db.read() as tx:
        batch = await service.batch(tx, PersonId(caller.person), id)
    return csv_file(bulk_csv.lines(service.all_batch_results(db, keys, batch)), "batua-batch")


def _media(request: Request[Any, Any, Any]) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def _wants_lines(request: Request[Any, Any, Any], *, is_lines: bool) -> bool:
    """Whether the answer has a line for each result: the request does, or asks for it."""
    return is_lines or NDJSON in request.headers.get("accept", "")


def _decoded(decoder: "msgspec.json.Decoder[Any]", body: bytes) -> Any:
    try:
        return decoder.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ValidationException(detail=str(error)) from error


def _items_of_lines(body: bytes) -> list[BatchItemIn]:
    items: list[BatchItemIn] = []
    for line in body.splitlines():
        if not line.strip():
            continue
        if len(items) == rules.MAX_LINES:
            raise BatchTooLong(rules.MAX_LINES)
        try:
            items.append(_ITEM.decode(line))
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            place = f"`$.items[{len(items)}]"
            told = str(error)
            detail = told.replace("`$", place) if "`$" in told else f"{told} - at {place}`"
            raise ValidationException(detail=detail) from error
    return items


def _wanted(items: Sequence[BatchItemIn]) -> list[Wanted]:
    return [
        rules.wanted(n, item.payee, item.amount.minor, item.amount.currency, item.note)
        for n, item in enumerate(items, start=1)
    ]


async def _answer(
    bulk: Bulk, db: Database, batch: Batch, actor: Actor, *, wants_lines: bool
) -> Response[BatchAnswer]:
    parts = bulk.go_on(batch, actor)
    headers = {"Batua-Batch": str(batch.id)}
    if wants_lines:
        stream = Stream(_told(parts), media_type=NDJSON, headers=headers)
        return cast("Response[BatchAnswer]", stream)
    results = [result_out(result) async for part in parts for result in part]
    async with db.transaction() as tx:
        found = await service.batch(tx, actor.person, batch.id)
    return Response(BatchAnswer(batch_out(found), results), headers=headers)


async def _told(parts: AsyncIterator[list[LineResult]]) -> AsyncIterator[bytes]:
    try:
        async for part in parts:
            yield _LINES.encode_lines([result_out(result) for result in part])
    except AWAY as error:
        # The status is sent already: an answer that ends early says that it stopped half-way.
        log.error("batch_stopped", reason=type(error).__name__)


ROUTES: list[Any] = [
    send_batch,
    continue_batch,
    preview_batch,
    list_batches,
    read_batch,
    list_results,
    export_results,
]
