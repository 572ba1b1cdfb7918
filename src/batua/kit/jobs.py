"""Jobs: work that is committed with the money and done later, by Procrastinate."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import procrastinate
from procrastinate.exceptions import AlreadyEnqueued, UniqueViolation
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager
from procrastinate.retry import RetryStrategy
from procrastinate.tasks import configure_task

from batua.kit.db import Database, Tx, fetch_all
from batua.kit.logs import log

STALLED_S = 30


@dataclass(frozen=True, slots=True)
class Context:
    """What a job may use.

    rooms  things that wiring lends to jobs by name, such as provider clients and settings
    """

    db: Database
    rooms: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Retry:
    """How often a failed job is tried again, and how patiently.

    wait_s         seconds before each try
    linear_s       seconds more for each earlier try
    exponential_s  base of a growing wait: base ** (tries + 1) seconds
    """

    max_attempts: int = 8
    wait_s: int = 0
    linear_s: int = 0
    exponential_s: int = 2


Run = Callable[..., Awaitable[None]]


@dataclass(frozen=True, slots=True)
class JobSpec:
    """A registered job."""

    name: str
    run: Run
    queue: str
    retry: Retry
    cron: str | None = None


_specs: dict[str, JobSpec] = {}
_manager = JobManager(procrastinate.PsycopgConnector())  # only ever used on a caller's connection


def job(name: str, *, retry: Retry | None = None, queue: str = "default") -> Callable[[Run], Run]:
    """Register `async def run(ctx, **args)` under a stable name `module.verb`."""
    return _register(name, retry or Retry(), queue, None)


def periodic(name: str, *, cron: str, queue: str = "default") -> Callable[[Run], Run]:
    """Register `async def run(ctx)` to be run on a cron schedule (UTC), once for all workers."""
    return _register(name, Retry(max_attempts=1), queue, cron)


def _register(name: str, retry: Retry, queue: str, cron: str | None) -> Callable[[Run], Run]:
    def register(run: Run) -> Run:
        assert name not in _specs or _specs[name].run.__module__ == run.__module__, name
        _specs[name] = JobSpec(name, run, queue, retry, cron)
        return run

    return register


def specs() -> dict[str, JobSpec]:
    """Every registered job by name."""
    return dict(_specs)


async def defer(
    tx: Tx,
    run: Run,
    *,
    at: datetime | None = None,
    lock: str | None = None,
    once: str | None = None,
    priority: int = 0,
    **args: Any,
) -> None:
    """Queue a job in the caller's transaction: it is done if and only if that commits.

    at        not before this moment (UTC)
    lock      jobs of one lock are done one after another
    once      while a job of this name waits, a second one is dropped
    priority  a job of a higher one is done before those that wait
    args      plain JSON values; ids only, never codes or personal data
    """
    spec = next(s for s in _specs.values() if s.run is run)
    deferrer = configure_task(
        name=spec.name,
        job_manager=_manager,
        queue=spec.queue,
        lock=lock,
        queueing_lock=once,
        schedule_at=at,
        priority=priority,
        connection=tx,
    )
    if once is None:
        await deferrer.defer_async(**args)
        return
    with suppress(AlreadyEnqueued):
        async with tx.transaction():  # a savepoint: the dropped job must not end the caller's work
            await deferrer.defer_async(**args)


async def defer_all(tx: Tx, run: Run, jobs: Mapping[str, Mapping[str, Any]]) -> None:
    """Queue many jobs of a kind in the caller's transaction, by one statement.

    jobs  by what is `once` in `defer`: their args
    """
    if not jobs:
        return
    spec = next(s for s in _specs.values() if s.run is run)
    waiting = await fetch_all(
        tx,
        "SELECT queueing_lock FROM procrastinate_jobs"
        " WHERE status = 'todo' AND queueing_lock = ANY(%(locks)s)",
        {"locks": list(jobs)},
    )
    wanted = dict(jobs)
    for (lock,) in waiting:
        wanted.pop(lock, None)
    several = [
        Job(
            id=None,
            queue=spec.queue,
            lock=None,
            queueing_lock=once,
            task_name=spec.name,
            task_kwargs=dict(args),
        )
        for once, args in wanted.items()
    ]
    if not several:
        return
    try:
        async with tx.transaction():
            await _manager.batch_defer_jobs_async(several, connection=tx)
    except AlreadyEnqueued:  # by somebody at this moment: which one is found one by one
        for once, args in wanted.items():
            await defer(tx, run, once=once, **args)


def create_app(context: Context, *, queues_conninfo: str) -> procrastinate.App:
    """The Procrastinate app of a worker process, with every registered job bound to `context`."""
    settings = context.db.settings
    connector = procrastinate.PsycopgConnector(
        conninfo=queues_conninfo,
        min_size=1,
        max_size=max(4, settings.pool_max // 2),
        kwargs={"options": "-c role=batua_app -c jit=off", "application_name": "batua-jobs"},
    )
    app = procrastinate.App(connector=connector)
    for spec in _specs.values():
        _bind(app, spec, context)
    return app


def _bind(app: procrastinate.App, spec: JobSpec, context: Context) -> None:
    async def run(timestamp: int | None = None, **args: Any) -> None:
        _ = timestamp  # periodic jobs are told their slot; ours look at the clock
        await spec.run(context, **args)

    retry = spec.retry
    task = app.task(
        name=spec.name,
        queue=spec.queue,
        queueing_lock=spec.name if spec.cron else None,
        retry=RetryStrategy(
            max_attempts=retry.max_attempts,
            wait=retry.wait_s,
            linear_wait=retry.linear_s,
            exponential_wait=retry.exponential_s,
        ),
    )(run)
    if spec.cron:
        app.periodic(cron=spec.cron)(task)


async def rescue_stalled(app: procrastinate.App) -> int:
    """Queue the jobs of workers that died again; how many."""
    stalled = list(await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_S))
    for found in stalled:
        try:
            await app.job_manager.retry_job(found)
        except UniqueViolation:  # another of its `once` waits already, and does the same
            await app.job_manager.finish_job(found, Status.ABORTED, delete_job=True)
        log.warning("job_rescued", job=found.task_name)
    return len(stalled)


async def run_due(context: Context, *, until_empty_s: float = 10) -> None:
    """Do every job that is due and return: for tests and for `batua demo`."""
    app = create_app(context, queues_conninfo=context.db.settings.url)
    async with app.open_async():
        await asyncio.wait_for(
            app.run_worker_async(wait=False, install_signal_handlers=False, listen_notify=False),
            until_empty_s,
        )
