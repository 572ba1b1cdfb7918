"""The providers' own specifications, which lie beside the repository where we have them."""

import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The quick one where it is built; both make nothing but plain values."""
HOME = Path(__file__).resolve().parents[2].parent / "shared" / "specs"


def specs(*parts: str) -> Path:
    """A file of the specifications; the test is skipped, saying so, where there are none."""
    path = HOME.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"the specification {'/'.join(parts)} is not here")
    return path


def part(path: Path, *keys: str) -> Any:
    """One part of a large YAML file, found by its indentation: reading all of it takes long."""
    lines = path.read_text().splitlines()
    start, end, indent = 0, len(lines), 0
    for key in keys:
        wanted = {f"{' ' * indent}{mark}{key}{mark}:" for mark in ("", '"', "'")}
        start = next(n for n in range(start, end) if lines[n].rstrip() in wanted) + 1
        end = next((n for n in range(start, end) if not _inside(lines[n], indent)), end)
        indent = len(lines[start]) - len(lines[start].lstrip())
    found = textwrap.dedent("\n".join(lines[start:end]))
    return yaml.load(found, Loader=LOADER)  # noqa: S506 - the C form of the safe one


def _inside(line: str, indent: int) -> bool:
    return not line.strip() or len(line) - len(line.lstrip()) > indent


def check(
    schema: Mapping[str, Any], value: Any, components: Mapping[str, Any] | None = None
) -> None:
    """The value keeps an OpenAPI 3.0 schema."""
    whole = {**nullable(schema), "components": nullable(components or {})}
    jsonschema_rs.validator_for(whole).validate(value)


def without_pointers(schema: Any) -> Any:
    """The schema with everything allowed where it points to another one."""
    if isinstance(schema, list):
        return [without_pointers(one) for one in schema]
    if not isinstance(schema, Mapping):
        return schema
    if "$ref" in schema:
        return {}
    return {key: without_pointers(inner) for key, inner in schema.items()}


def nullable(schema: Any) -> Any:
    """OpenAPI 3.0's `nullable` as JSON Schema says it; examples and formats of its own go."""
    if isinstance(schema, list):
        return [nullable(one) for one in schema]
    if not isinstance(schema, Mapping):
        return schema
    found = {
        key: nullable(inner) for key, inner in schema.items() if key not in {"nullable", "example"}
    }
    return {"anyOf": [found, {"type": "null"}]} if schema.get("nullable") is True else found


def assert_kept(kept, whole) -> None:
    """Whatever we keep is what was there; what is not there has our default."""
    if isinstance(kept, dict):
        for name, value in kept.items():
            if name in whole:
                assert_kept(value, whole[name])
    elif isinstance(kept, list):
        assert len(kept) == len(whole)
        for one, other in zip(kept, whole, strict=True):
            assert_kept(one, other)
    else:
        assert kept == whole
