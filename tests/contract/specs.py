"""The published specifications of providers, where they are at hand: ../shared/specs beside this repository."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

SPECS = Path(__file__).resolve().parents[2].parent / "shared" / "specs"


@cache
def spec(name: str) -> Any:
    """A specification by its path; without it the test is passed over, and says so."""
    file = SPECS / name
    if not file.is_file():
        pytest.skip(f"the specification {name} is not at hand")
    return json.loads(file.read_text())


@cache
def yaml_spec(name: str) -> Any:
    """The same of one that is written in YAML."""
    file = SPECS / name
    if not file.is_file():
        pytest.skip(f"the specification {name} is not at hand")
    # The safe loader in C: the other takes a minute for a large one.
    return yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)  # noqa: S506
