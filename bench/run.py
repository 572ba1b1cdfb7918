"""What `make bench` measures: its own database and servers, medians of some runs, a yardstick beside.

Absolute figures say as much about the machine as about the code, and move with whatever else runs
on it: compare the ratios, and those of one machine only. Nothing here passes or fails.
"""

import asyncio
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

import arriving  # noqa: E402
import full  # noqa: E402
import leaving  # noqa: E402
import load  # noqa: E402
import yardstick  # noqa: E402
from batches import batches  # noqa: E402
from books import books  # noqa: E402
from callers import Pace, keep, middle  # noqa: E402
from ceiling import Shares, serving_nothing  # noqa: E402
from crowd import MEMBERS, ROUNDS, Crowd, crowd  # noqa: E402
from moving import moved  # noqa: E402
from proof import proven  # noqa: E402
from rich.console import Console  # noqa: E402
from rich.table import Table  # noqa: E402
from town import CONTRIBUTE_LUA, READ_LUA, SEND_LUA, Town, town, write_people  # noqa: E402

from batua.apps.embedded import Embedded  # noqa: E402
from batua.kit.migrate import migrate  # noqa: E402

RUNS = 3
SECONDS = int(os.environ.get("BENCH_SECONDS", "3"))
RESULTS = ROOT / "bench" / "results.json"

Measure = Callable[[], Awaitable[Pace]]
Figures = dict[str, float | bool]
console = Console()


async def measured(measures: Mapping[str, Measure]) -> dict[str, Pace]:
    """The medians of some runs; each run measures everything, so that a busy minute hits all."""
    paces: dict[str, list[Pace]] = {name: [] for name in measures}
    for run in range(RUNS):
        for name, measure in measures.items():
            with console.status(f"{name} ({run + 1} of {RUNS})"):
                paces[name].append(await measure())
    return {name: middle(several) for name, several in paces.items()}


async def everything(folder: Path) -> Figures:
    """Start a database, measure all, and take it down again."""
    server = Embedded(folder / "pg", {"max_connections": "120"})  # pgbench takes 64 beside our pool
    try:
        url = server.start()
        migrate(url)
        yardstick.prepare(url)
        async with books(url) as ledger, town(url) as people:
            found = await measured(
                {
                    **_yardsticks(url),
                    "post_16": partial(keep, 16, SECONDS, ledger.post),
                    "post_128": partial(keep, 128, SECONDS, ledger.post),
                    "post_hot_128": partial(keep, 128, SECONDS, ledger.post_hot),
                }
            )
            between = _sizes(url)
            over_http, shares = await _over_http(people, folder, server)
            found |= over_http
            after = _sizes(url)
            found |= await measured({"batch": await batches(people, SECONDS)})
            figures = _flat(found) | shares
            figures["rss_mb"] = round(people.rss_mb(), 1)
            figures["bytes_per_send"] = _bytes_per_send(between, after)
            figures["valid"] = _is_valid(url)
            with console.status("a million rows in and out"):
                figures |= await moved(url, folder)
        figures |= await _of_callbacks(url)
        figures |= await _of_a_crowd(url, folder)
        figures |= await _on_a_full_one(url)
        for name, pays in (("verify", False), ("verify_sends", True)):
            async with proven(_another(url, name), pays=pays) as sealed:
                found = await measured({name: sealed.verify})
                figures[f"{name}_per_s"] = round(found[name].per_s, 1)
        return figures
    finally:
        server.stop()


async def only_callbacks(folder: Path) -> Figures:
    """The part about callbacks, beside the yardstick, by itself."""
    server = Embedded(folder / "pg", {"max_connections": "120"})
    try:
        url = server.start()
        migrate(url)
        yardstick.prepare(url)
        return _flat(await measured(_yardsticks(url))) | await _of_callbacks(url)
    finally:
        server.stop()


async def _of_callbacks(url: str) -> Figures:
    """Callbacks at their pace, beside sends at theirs, and a server that does nothing with both."""
    known = arriving.ENV
    async with (
        serving_nothing() as empty,
        town(_another(url, "callbacks"), settings=known) as people,
        arriving.arrivals(people) as told,
    ):
        return _flat(await measured(told.measures(SECONDS, empty)))


async def only_notices(folder: Path) -> Figures:
    """A heap of notifications that leaves the house, by itself."""
    server = Embedded(folder / "pg", {"max_connections": "120"})
    try:
        url = server.start()
        migrate(url)
        yardstick.prepare(url)
        found = _flat(await measured(_yardsticks(url)))
        async with serving_nothing() as empty, town(_another(url, "notices")) as people:
            with console.status(f"{leaving.NOTICES:,} notifications leave"):
                return found | dict(await leaving.drained(people, empty))
    finally:
        server.stop()


async def only_groups(folder: Path) -> Figures:
    """The part about a very large group, by itself."""
    server = Embedded(folder / "pg", {"max_connections": "120"})
    try:
        url = server.start()
        migrate(url)
        return await _of_a_crowd(url, folder)
    finally:
        server.stop()


async def _over_http(
    people: Town, folder: Path, server: Embedded
) -> tuple[dict[str, Pace], dict[str, float]]:
    """Paces over HTTP, and what the processors did for one send; nothing without the load maker."""
    if not load.is_here():
        return {}, {}
    async with serving_nothing() as empty:
        spent = Shares()
        assert server.pid is not None
        http = _http(people, folder, empty)
        http["http_send"] = spent.of(http["http_send"], people.process.pid, server.pid, SECONDS)
        return await measured(http), spent.figures("http_send")


async def _on_a_full_one(url: str) -> Figures:
    """The same posts on an empty ledger and on one of a year, turn by turn; and its statements."""
    if not full.ENTRIES:
        return {}
    async with (
        books(_another(url, "empty")) as empty,
        books(full_url := _another(url, "full")) as used,
    ):
        with console.status(f"{full.ENTRIES:,} entries"):
            await asyncio.to_thread(full.fill, full_url, used)
        found = await measured(
            {
                "empty": partial(keep, 128, SECONDS, empty.post),
                "full": partial(keep, 128, SECONDS, used.post),
                "statement": partial(keep, 1, SECONDS, used.page),
            }
        )
    return {
        "full_10m_ratio": round(found["full"].per_s / found["empty"].per_s, 3),
        "full_entries": full.ENTRIES,
        "statement_full_p50_ms": round(found["statement"].p50_ms, 2),
        "statement_full_p99_ms": round(found["statement"].p99_ms, 2),
    }


async def _of_a_crowd(url: str, folder: Path) -> Figures:
    """The screens of a very large group, and a vote in it, each asked for by one at a time."""
    if not MEMBERS:
        return {}
    console.print(f"a group of {MEMBERS:,} members is settled")
    async with crowd(other := _another(url, "crowd")) as many:
        acts = many.acts()
        found = await measured({name: partial(keep, 1, SECONDS, act) for name, act in acts.items()})
        for name, pace in found.items():
            console.print(f"{name}: {pace.p50_ms:.1f} ms, p99 {pace.p99_ms:.1f} ms")
        found_over_http = await _contributed(many, folder) if load.is_here() else {}
    figures: Figures = {"group_members": MEMBERS, "group_transactions": MEMBERS * ROUNDS}
    for name, pace in found.items():
        figures[f"{name}_p50_ms"] = round(pace.p50_ms, 2)
        figures[f"{name}_p99_ms"] = round(pace.p99_ms, 2)
    for name, pace in found_over_http.items():
        figures[f"{name}_per_s"] = round(pace.per_s, 1)
        figures[f"{name}_p99_ms"] = round(pace.p99_ms, 2)
    return figures | {"group_valid": _is_valid(other)}


async def _contributed(many: Crowd, folder: Path) -> dict[str, Pace]:
    """Contributions into one pot and into many, and sends of the same people beside them."""
    await many.prepare_payers()
    give, send = folder / "give.lua", folder / "send_beside.lua"
    give.write_text(CONTRIBUTE_LUA)
    send.write_text(SEND_LUA)
    payers = write_people(many.payers, folder, "payers.txt")
    env = {"BENCH_PEOPLE": str(payers), "SECONDS": str(SECONDS)}
    for who in many.payers:
        who.groups = []  # a sender's file ends with her friends
    sending = {**env, "BENCH_PEOPLE": str(write_people(many.payers, folder))}
    one_pot = {**env, "BENCH_GROUP": str(many.group.id)}

    def ask(script: Path, env: Mapping[str, str]) -> Measure:
        return partial(asyncio.to_thread, load.measure, many.people.address, script, 64, env)

    return await measured(
        {
            "http_contribute": ask(give, one_pot),
            "http_contribute_many": ask(give, env),
            "http_send_beside": ask(send, sending),
        }
    )


def _another(url: str, name: str) -> str:
    """A database beside the first, for what must not be in its way."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    other = url.replace("/batua?", f"/{name}?")
    migrate(other)
    return other


def _yardsticks(url: str) -> dict[str, Measure]:
    return {f"tpcb_{n}": partial(_pgbench, url, n) for n in (8, 16, 32)}


async def _pgbench(url: str, clients: int) -> Pace:
    return await asyncio.to_thread(yardstick.measure, url, clients, SECONDS)


def _http(people: Town, folder: Path, empty: str) -> dict[str, Measure]:
    sends, reads = folder / "send.lua", folder / "read.lua"
    sends.write_text(SEND_LUA)
    reads.write_text(READ_LUA)
    env = {"BENCH_PEOPLE": str(write_people(people.people, folder)), "SECONDS": str(SECONDS)}

    def ask(script: Path, connections: int, address: str = people.address, **more: str) -> Measure:
        return partial(
            asyncio.to_thread, load.measure, address, script, connections, {**env, **more}
        )

    return {
        "http_nothing": ask(sends, 64, empty),
        "http_send": ask(sends, 64),
        "http_send_1": ask(sends, 1),
        "http_hot": ask(sends, 64, BENCH_TO=str(people.people[0].id)),
        "http_balance": ask(reads, 64, BENCH_PATH="/api/v1/wallets/WALLET"),
        "http_history": ask(reads, 64, BENCH_PATH="/api/v1/payments"),
    }


def _flat(found: Mapping[str, Pace]) -> Figures:
    """One key a figure; the yardstick is the best of its numbers of clients."""
    figures: Figures = {}
    if best := [pace.per_s for name, pace in found.items() if name.startswith("tpcb")]:
        figures["tpcb_per_s"] = max(best)
    for name, pace in found.items():
        if not name.startswith("tpcb"):
            figures[f"{name}_per_s"] = pace.per_s
            figures[f"{name}_p50_ms"] = pace.p50_ms
            figures[f"{name}_p99_ms"] = pace.p99_ms
    return {name: round(value, 2) for name, value in figures.items()}


def _sizes(url: str) -> dict[str, int]:
    with psycopg.connect(url, autocommit=True) as connection:
        payments = connection.execute("SELECT count(*) FROM payments.payment").fetchone()
        size = connection.execute(
            "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r'"
            " AND relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname"
            " IN ('ledger', 'payments', 'journal', 'identity', 'notifications'))"
        ).fetchone()
    assert payments is not None
    assert size is not None
    return {"payments": int(payments[0]), "bytes": int(size[0])}


def _bytes_per_send(before: dict[str, int], after: dict[str, int]) -> float:
    """All tables and indexes, over the sends that made them grow."""
    sends = after["payments"] - before["payments"]
    return round((after["bytes"] - before["bytes"]) / max(sends, 1), 1)


def _is_valid(url: str) -> bool:
    """Whether every balance is what its postings make of it, and all sum to zero."""
    env = {**os.environ, "DATABASE_URL": url}
    done = subprocess.run(
        [sys.executable, "-m", "batua.apps.cli", "verify"],
        env=env,
        capture_output=True,
        check=False,
    )
    return done.returncode == 0


def ratios(found: Figures) -> dict[str, float]:
    """Each figure beside the yardstick of the same run."""
    names = (
        "http_send",
        "http_hot",
        "http_balance",
        "http_history",
        "post_16",
        "post_128",
        "batch",
    )
    return {
        name: round(float(found[f"{name}_per_s"]) / float(found["tpcb_per_s"]), 2)
        for name in names
        if f"{name}_per_s" in found
    }


def machine() -> dict[str, Any]:
    """Where it was measured, and how busy that was before."""
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "cores": os.cpu_count(),
        "load_before": round(os.getloadavg()[0], 2),
        "system": platform.platform(),
        "python": platform.python_version(),
        "postgres": yardstick.version(),
    }


def show(found: Figures, beside: dict[str, float]) -> None:
    """Print the tables."""
    table = Table("what", "", title=f"medians of {RUNS} runs of {SECONDS} s")
    for name, value in found.items():
        table.add_row(name, str(value) if isinstance(value, bool) else f"{value:,.1f}")
    table.columns[1].justify = "right"
    console.print(table)
    told = Table("what", "times TPC-B", title="beside the yardstick of the same run")
    for name, ratio in beside.items():
        told.add_row(name, f"{ratio:.2f}")
    console.print(told)


async def main() -> None:
    """Measure, print, write down; a part that is named is written over its earlier figures."""
    where, part = machine(), next(iter(sys.argv[1:]), "")
    parts = {
        "": everything,
        "groups": only_groups,
        "callbacks": only_callbacks,
        "notices": only_notices,
    }
    assert part in parts, part
    if not load.is_here():
        console.print("[yellow]wrk is not installed, so nothing is measured over HTTP.[/]")
    folder = Path(tempfile.mkdtemp(prefix="batua-bench-"))
    try:
        found = await parts[part](folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    show(found, {} if part else ratios(found))
    if where["load_before"] > (os.cpu_count() or 1) / 2:
        console.print(f"[yellow]The machine was busy (load {where['load_before']}).[/]")
    before = json.loads(RESULTS.read_text()) if part and RESULTS.exists() else {}
    RESULTS.write_text(json.dumps({**where, **before, **found}, indent=1) + "\n")
    console.print(f"written to {RESULTS.relative_to(ROOT)}")


if __name__ == "__main__":
    asyncio.run(main())
