"""Whether a process lives, whether it can serve, and its numbers."""

from typing import Any

from litestar import MediaType, Response, get
from litestar.handlers import HTTPRouteHandler

from batua.kit import metrics
from batua.kit.db import Database, fetch_value
from batua.kit.journal import lag

READER_LAG = metrics.gauge("batua_journal_lag", "Facts that a reader has yet to hear.", "reader")
JOBS = metrics.gauge("batua_jobs_waiting", "Jobs that wait to be done.")
PARKED = metrics.gauge("batua_journal_parked", "Facts that a reader could not take.")


def routes() -> list[HTTPRouteHandler]:
    """`/healthz`, `/readyz` and `/metrics`."""

    @get("/healthz", permission="public", include_in_schema=False, sync_to_thread=False)
    def live() -> dict[str, str]:
        return {"status": "live"}

    @get("/readyz", permission="public", include_in_schema=False)
    async def ready(db: Database) -> Response[dict[str, Any]]:
        try:
            async with db.read() as tx:
                await fetch_value(tx, "SELECT count(*) FROM kit.sql_object")
        except Exception as error:  # noqa: BLE001 - whatever it is, we are not ready
            return Response(
                {"status": "not ready", "reason": type(error).__name__}, status_code=503
            )
        # A replica that is away or behind makes nobody unready: the primary answers instead.
        replica = {} if db.replica is None else {"replica": db.replica.told()}
        return Response({"status": "ready", **replica})

    @get("/metrics", permission="public", include_in_schema=False, media_type=MediaType.TEXT)
    async def numbers(db: Database) -> Response[bytes]:
        async with db.read() as tx:
            for reader, waiting in (await lag(tx)).items():
                READER_LAG.labels(reader).set(waiting)
            JOBS.set(
                await fetch_value(
                    tx, "SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo'"
                )
            )
            PARKED.set(await fetch_value(tx, "SELECT count(*) FROM journal.parked"))
        return Response(metrics.render(), media_type=metrics.CONTENT_TYPE)

    return [live, ready, numbers]
