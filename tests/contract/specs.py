"""The published specifications of providers, where they are at hand: ../shared/specs beside this repository."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

SPECS = Path(__file__).resolve().parents[2].parent / "shared" / "specs"


@cache
def spec(name: str) -> Any:
    """A specification by its path; without it the test is passed over, and says so."""
    file = SPECS / name
    if not file.is_file():
        pytest.skip(f"the specification {name} is not at hand")
    return json.loads(file.read_text())
