"""HTTP of the ledger: the whole of it as a file, for those who look over the books."""

from typing import Annotated, Any

from litestar.params import QueryParameter
from litestar.response import Stream

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.tables import Format
from batua.kit.web import MOMENT, get, moment_of
from batua.modules.ledger.errors import PeriodInvalid
from batua.modules.ledger.service import exporting
from batua.modules.ledger.types.moving import Period, Sheet

What = Annotated[
    Sheet,
    QueryParameter(description="Which sheet; together the three are the whole.", required=False),
]
FileFormat = Annotated[
    Format, QueryParameter(name="format", description="How it is written.", required=False)
]
From = Annotated[
    str | None,
    QueryParameter(
        name="from",
        description="Postings recorded, and holds made, from this moment on, RFC 3339.",
        required=False,
        schema_extra=MOMENT,
    ),
]
Until = Annotated[
    str | None,
    QueryParameter(
        name="until",
        description="Before this moment, RFC 3339.",
        required=False,
        schema_extra=MOMENT,
    ),
]


@get(
    "/ledger/export",
    permission="ledger.export",
    media_type="application/octet-stream",
    refuses=[PeriodInvalid],
    is_report=True,
)
async def export(
    caller: Caller,  # noqa: ARG001 - whose permission was asked
    db: Database,
    what: What = Sheet.POSTINGS,
    file_format: FileFormat = Format.CSV,
    since: From = None,
    until: Until = None,
) -> Stream:
    """The ledger as a file of one moment, streamed: its accounts, postings or holds."""
    period = Period(
        None if since is None else moment_of(since, "from"),
        None if until is None else moment_of(until, "until"),
    )
    if period.since and period.until and period.since > period.until:
        raise PeriodInvalid
    name = f"batua-{what}.{file_format}"
    return Stream(
        await exporting.export_stream(db, what, file_format, period),
        # As a header: the media type of the route would go over that of the response.
        headers={
            "Content-Type": file_format.media_type,
            "Content-Disposition": f'attachment; filename="{name}"',
        },
    )


ROUTES: list[Any] = [export]
