"""Puts the house together: which rooms there are and what fills their gates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from batua.kit.secrets import KeyRing

MODULES = ("identity", "ledger", "gateways", "payments", "notifications")
"""From the ground up."""


@dataclass(frozen=True, slots=True)
class House:
    """Everything that processes are made of.

    rooms  things lent to handlers and jobs by name
    """

    keys: KeyRing
    rooms: Mapping[str, Any]


def part(module: str, name: str) -> ModuleType | None:
    """A file of a module, such as its api; None when the module has none."""
    path = f"batua.modules.{module}.{name}"
    return import_module(path) if find_spec(path) is not None else None


def routes() -> list[Any]:
    """Every route of every module."""
    parts = [part(module, "api") for module in MODULES]
    return [route for found in parts if found is not None for route in found.ROUTES]


def grants() -> dict[str, frozenset[str]]:
    """For each permission, the roles that hold it; a permission is declared once."""
    merged: dict[str, frozenset[str]] = {}
    for module in MODULES:
        found = part(module, "types")
        for permission, roles in getattr(found, "PERMISSIONS", {}).items():
            assert permission not in merged, permission
            merged[permission] = roles
    return merged


def load_watchers(modules: Sequence[str] = MODULES) -> None:
    """Register the jobs and reactions of modules by importing them."""
    for module in modules:
        part(module, "types")
        part(module, "reactions")
        part(module, "jobs")
