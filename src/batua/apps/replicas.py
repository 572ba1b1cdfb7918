"""Looks at the read replica: whether it answers, follows this very database, and how far."""

import time
from collections.abc import Iterator
from typing import Any, Final

import psycopg

from batua.apps import reach
from batua.apps.finding import Finding, State
from batua.kit import settings
from batua.kit.replica import PRIMARY, STANDBY, Primary, ReplicaSettings

NAME: Final = "read replica"
CATCH_UP_S: Final = 5.0
NOT_ASKED: Final = "reports are read of the primary until then"

Connection = psycopg.Connection[tuple[Any, ...]]


def examine(connection: Connection) -> Iterator[Finding]:
    """The replica of DATABASE_READ_URL; nothing when there is none.

    connection  to the primary
    """
    chosen = settings.load(ReplicaSettings)
    if not chosen.url:
        return
    row = connection.execute(PRIMARY).fetchone()
    assert row is not None
    primary = Primary(*row)
    try:
        place = reach.describe(chosen.url)
    except psycopg.ProgrammingError:
        mend = "write it as postgresql://user:password@host:5432/name"
        yield Finding(NAME, State.BROKEN, "DATABASE_READ_URL is not an address", mend)
        return
    try:
        with psycopg.connect(
            chosen.url, autocommit=True, connect_timeout=reach.CONNECT_TIMEOUT_S
        ) as replica:
            yield _examine(replica, primary, place, chosen.max_age_s)
    except psycopg.Error as error:
        reason = str(error).strip().splitlines()[0] if str(error) else type(error).__name__
        mend = f"check DATABASE_READ_URL and that the server runs; {NOT_ASKED}"
        yield Finding(NAME, State.BROKEN, f"{place} does not answer: {reason}", mend)


def _examine(replica: Connection, primary: Primary, place: str, max_age_s: int) -> Finding:
    is_standby, _, system, timeline = _row(replica, STANDBY)
    if not is_standby:
        mend = "name a standby (streaming replication) in DATABASE_READ_URL, or unset it"
        return Finding(NAME, State.BROKEN, f"{place} is no replica: it takes writes", mend)
    if system != primary.system:
        mend = "make it anew of the primary with pg_basebackup, or name another"
        return Finding(NAME, State.BROKEN, f"{place} follows another database", mend)
    if timeline != primary.timeline:
        detail = f"{place} is on timeline {timeline}, the primary on {primary.timeline}"
        mend = "after a failover give it some minutes; then pg_rewind it or make it anew"
        return Finding(NAME, State.BROKEN, detail, mend)
    waited_s = _wait(replica, primary.position)
    if waited_s is not None:
        return Finding(NAME, State.OK, f"{place}, had everything within {waited_s:.1f} s")
    detail = f"{place} lacks what the primary wrote {CATCH_UP_S:.0f} s ago; {_cause(replica)}"
    mend = f"see its log; older than {max_age_s} s (BATUA_REPLICA_MAX_AGE_S) it is not asked"
    return Finding(NAME, State.WARNING, detail, mend)


def _wait(replica: Connection, position: int) -> float | None:
    """How long until the replica is as far as the primary was; None when it takes too long."""
    began = time.monotonic()
    while True:
        if (_row(replica, STANDBY)[1] or 0) >= position:
            return time.monotonic() - began
        if time.monotonic() - began > CATCH_UP_S:
            return None
        time.sleep(0.1)


def _cause(replica: Connection) -> str:
    paused, received = _row(
        replica, "SELECT pg_is_wal_replay_paused(), EXISTS (SELECT FROM pg_stat_wal_receiver)"
    )
    if paused:
        return "replay is paused (SELECT pg_wal_replay_resume())"
    return "it is slow" if received else "it receives nothing: is primary_conninfo right?"


def _row(connection: Connection, sql: str) -> tuple[Any, ...]:
    found = connection.execute(sql).fetchone()
    assert found is not None
    return tuple(found)
