"""The query of a request on the short way: a few plain parameters, each there once at most."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, get_args

from litestar.params import HeaderParameter, ParameterKwarg, PathParameter

Reader = Callable[[str], Any]
"""Reads what stands behind the name; None when it is not plain."""

_PLAIN: Final = re.compile(r"[A-Za-z0-9_-]+")
_NUMBER: Final = re.compile(r"[1-9][0-9]{0,8}")


def readers(hints: Mapping[str, Any]) -> dict[str, Reader]:
    """For each argument that the query fills, how it is read.

    hints  the annotated arguments of a function
    """
    found = {}
    for name, hint in hints.items():
        kind, *extras = get_args(hint) or (hint,)
        for extra in extras:
            if not isinstance(extra, ParameterKwarg):
                continue
            if not isinstance(extra, (HeaderParameter, PathParameter)):
                assert extra.name in {None, name}, f"{name} has another name in the query"
                found[name] = _numbers(extra) if kind is int else _text
    return found


def read(query: bytes, known: Mapping[str, Reader]) -> dict[str, Any] | None:
    """The arguments that the query gives; None when anything in it is not plain."""
    found: dict[str, Any] = {}
    if not query:
        return found
    for part in query.split(b"&"):
        name, _, value = part.decode("latin-1").partition("=")
        reader = known.get(name)
        if reader is None or name in found:
            return None
        found[name] = reader(value)
        if found[name] is None:
            return None
    return found


def _text(value: str) -> str | None:
    return value if _PLAIN.fullmatch(value) else None


def _numbers(bounds: ParameterKwarg) -> Reader:
    least = -1 if bounds.ge is None else bounds.ge
    most = 10**9 if bounds.le is None else bounds.le

    def number(value: str) -> int | None:
        if not _NUMBER.fullmatch(value):
            return None
        return int(value) if least <= int(value) <= most else None

    return number
