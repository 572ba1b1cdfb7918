"""wrk, from Debian: requests over HTTP as fast as they are answered, on the same machine."""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from callers import Pace

UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


def is_here() -> bool:
    """Whether wrk is installed."""
    return shutil.which("wrk") is not None


def measure(address: str, script: Path, connections: int, env: Mapping[str, str]) -> Pace:
    """Load an address for some seconds; every answer must be a good one.

    env  what the script reads; SECONDS is how long
    """
    words = ["wrk", "-t1", f"-c{connections}", f"-d{env['SECONDS']}s", "--latency"]
    words += ["--timeout", "30s"]  # on a busy machine an answer may take seconds
    done = subprocess.run(
        [*words, "-s", str(script), address],
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        check=True,
    )
    told = done.stdout
    assert "Non-2xx" not in told, told
    assert "Socket errors" not in told, told
    return Pace(
        per_s=float(_find(r"Requests/sec:\s+([\d.]+)", told)),
        p50_ms=_ms(_find(r"\s50%\s+(\S+)", told)),
        p99_ms=_ms(_find(r"\s99%\s+(\S+)", told)),
    )


def _find(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    assert found is not None, text
    return found[1]


def _ms(text: str) -> float:
    number, unit = re.match(r"([\d.]+)(us|ms|s)$", text).groups()  # type: ignore[union-attr]
    return float(number) * UNITS[unit]
