"""The worker: does jobs and lets readers hear facts until it is told to stop."""

import asyncio
import contextlib
import signal
from collections.abc import Sequence

import procrastinate

from batua.kit import jobs, journal, tasks
from batua.kit.db import AWAY, Database
from batua.kit.logs import log

IDLE_S = 0.05
IDLEST_S = 0.25
AWAY_S = 1.0
RESCUE_S = 10.0
PARKED_S = 30.0
CONCURRENCY = 8
POLL_S = 0.5
PATIENT_POLL_S = 2.0
"""How often a queue is looked at for jobs whose time has come; new ones are told of at once."""
APART = {
    "urgent": (4, POLL_S),
    "messages": (8, PATIENT_POLL_S),
    "webhooks": (24, PATIENT_POLL_S),
}
"""Queues whose jobs wait for strangers, with how many at once: they hold up nobody else, neither
money nor each other. Codes and alarms are `urgent`: no heap of reminders is before them."""


async def hear(db: Database, reader: str, stop: asyncio.Event) -> None:
    """Keep one reader hearing; a database that is away is waited for.

    The longer nothing happens, the more rarely it looks: an idle laptop stays cool.
    """
    idle_s = IDLE_S
    while not stop.is_set():
        try:
            moved = await journal.react(db, reader)
        except AWAY as error:
            log.warning("reader_waits", reader=reader, reason=type(error).__name__)
            await pause(stop, AWAY_S)
            continue
        if moved:
            idle_s = IDLE_S
            continue
        await pause(stop, idle_s)
        idle_s = min(idle_s * 1.1, IDLEST_S)


async def pause(stop: asyncio.Event, seconds: float) -> None:
    """Wait, but not longer than until the stop."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)


async def retry_parked(db: Database, stop: asyncio.Event) -> None:
    while not stop.is_set():
        with contextlib.suppress(*AWAY):
            await journal.retry_parked(db)
        await pause(stop, PARKED_S)


async def do_jobs(context: jobs.Context, stop: asyncio.Event) -> None:
    """Keep doing jobs; after a lost database begin again, rescuing what a dead worker left."""
    while not stop.is_set():
        app = jobs.create_app(context, queues_conninfo=context.db.settings.url)
        try:
            async with app.open_async():
                await _work(app, stop)
        except Exception as error:  # noqa: BLE001 - the queue must come back whatever happened
            log.warning("jobs_wait", reason=type(error).__name__)
            await pause(stop, AWAY_S)


async def _work(app: procrastinate.App, stop: asyncio.Event) -> None:
    own = {spec.queue for spec in jobs.specs().values()} - APART.keys()
    served = [
        (sorted(own), CONCURRENCY, POLL_S),
        *(([queue], *places) for queue, places in APART.items()),
    ]
    workers = [asyncio.create_task(_serve(app, *one)) for one in served]
    rescuer = asyncio.create_task(_rescue(app))
    waiter = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({*workers, waiter, rescuer}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for worker in workers:
            worker.cancel()  # once: told again, it would leave its jobs half-way
        results = await asyncio.gather(*workers, return_exceptions=True)
        await tasks.end(waiter, rescuer)
    results += [] if rescuer.cancelled() else [rescuer.exception()]
    for result in results:
        if isinstance(result, Exception):
            raise result


async def _serve(
    app: procrastinate.App, queues: list[str], concurrency: int, poll_s: float
) -> None:
    await app.run_worker_async(
        queues=queues,
        concurrency=concurrency,
        install_signal_handlers=False,
        fetch_job_polling_interval=poll_s,
        delete_jobs="successful",
        update_heartbeat_interval=5,
        stalled_worker_timeout=jobs.STALLED_S,
        shutdown_graceful_timeout=5,
    )


async def _rescue(app: procrastinate.App) -> None:
    while True:
        await jobs.rescue_stalled(app)
        await asyncio.sleep(RESCUE_S)


def run(modules: Sequence[str] = ()) -> None:
    """Do jobs and hear facts, for all modules or only for some, until SIGTERM or SIGINT."""
    from batua.apps import wiring
    from batua.kit import settings
    from batua.kit.logs import LogSettings, configure

    configure(settings.load(LogSettings))

    async def main() -> None:
        async with wiring.open_house() as house:
            wanted = set(modules) or set(wiring.MODULES)
            heard = [reader for reader in journal.readers() if reader in wanted]
            rooms = {**house.rooms, "keys": house.keys}
            await work(jobs.Context(house.db, rooms), heard)

    asyncio.run(main())


async def work(
    context: jobs.Context, readers: Sequence[str], stop: asyncio.Event | None = None
) -> None:
    """Run until SIGTERM or SIGINT (or `stop`): every reader, every job."""
    stop = stop or asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError, RuntimeError):
            loop.add_signal_handler(number, stop.set)
    tasks = [hear(context.db, reader, stop) for reader in readers]
    tasks += [retry_parked(context.db, stop), do_jobs(context, stop)]
    await asyncio.gather(*tasks)
