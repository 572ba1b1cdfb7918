"""Rows as nouns: a noun's fields are the columns of its table."""

import dataclasses
from typing import Any, TypeVar

import msgspec

from batua.kit.db import Params, Tx, execute, fetch_all, fetch_one
from batua.kit.money import Currency

N = TypeVar("N")


def columns(noun: type[Any], prefix: str = "") -> str:
    """The columns of a noun, each with the name of a table before it if one is given."""
    return ", ".join(f"{prefix}{field.name}" for field in dataclasses.fields(noun))


async def one(tx: Tx, noun: type[N], sql: str, params: Params) -> N | None:
    """The first row as a noun; the statement selects `columns(noun)`."""
    row = await fetch_one(tx, sql, params)
    return None if row is None else read(noun, row)


async def many(tx: Tx, noun: type[N], sql: str, params: Params) -> list[N]:
    """All rows as nouns; the statement bounds how many."""
    return [read(noun, row) for row in await fetch_all(tx, sql, params)]


async def add(tx: Tx, table: str, values: dict[str, Any], conflict: str = "") -> bool:
    """Write a row; False when the conflict that is named left it out."""
    names, holes = ", ".join(values), ", ".join(f"%({name})s" for name in values)
    sql = f"INSERT INTO {table} ({names}) VALUES ({holes}) {conflict}"  # noqa: S608 - our own names
    return await execute(tx, sql, values) == 1


def read(noun: type[N], row: tuple[Any, ...]) -> N:
    """A row of the columns of a noun, as that noun."""
    names = (field.name for field in dataclasses.fields(noun))  # type: ignore[arg-type]
    return msgspec.convert(dict(zip(names, row, strict=True)), noun, dec_hook=_decode)


def _decode(hint: type[Any], value: Any) -> Any:
    if hint is Currency:
        return Currency(value)
    raise NotImplementedError(hint)
