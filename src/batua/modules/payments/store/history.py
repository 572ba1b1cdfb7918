"""A person's history: the payments of both her sides, filtered and in one order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from batua.kit.db import Tx, fetch_all
from batua.modules.payments.store.payment import COLUMNS, Row
from batua.modules.payments.types import Direction, HistoryFilter, Payment

Position = tuple[datetime, UUID]


@dataclass(frozen=True, slots=True)
class Words:
    """What the text of a filter stands for: words to find, or people it names."""

    query: str
    people: Sequence[UUID]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of whose history."""

    person: UUID
    filter: HistoryFilter
    words: Words | None
    after: Position | None
    limit: int


async def read(tx: Tx, wanted: Wanted) -> list[Payment]:
    """Payments, newest first, from after a position on.

    Each side is read along its own index and cut to the page before both are merged.
    """
    where, params = _conditions(wanted)
    sides = []
    if wanted.filter.direction is not Direction.IN:
        sides.append(_side("payer", "payee", where))
    if wanted.filter.direction is not Direction.OUT:
        sides.append(_side("payee", "payer", where))
    rows = await fetch_all(
        tx,
        f"SELECT * FROM ({' UNION ALL '.join(sides)}) AS history"  # noqa: S608
        " ORDER BY created_at DESC, id DESC LIMIT %(limit)s",
        params,
        row=Row,
    )
    return [row.to_payment() for row in rows]


def _side(mine: str, other: str, where: list[str]) -> str:
    conditions = " AND ".join([f"{mine} = %(me)s", *where]).replace("{other}", other)
    return (
        f"(SELECT {COLUMNS} FROM payments.payment WHERE {conditions}"  # noqa: S608
        " ORDER BY created_at DESC, id DESC LIMIT %(limit)s)"
    )


def _conditions(wanted: Wanted) -> tuple[list[str], dict[str, Any]]:
    """The filter as SQL; `{other}` stands for the column of the other side."""
    chosen = wanted.filter
    parts: dict[str, tuple[str, Any]] = {
        "person": ("{other} = %(person)s", chosen.person),
        "min_minor": ("amount_minor >= %(min_minor)s", chosen.min_minor),
        "max_minor": ("amount_minor <= %(max_minor)s", chosen.max_minor),
        "since": ("created_at >= %(since)s", chosen.since),
        "until": ("created_at < %(until)s", chosen.until),
        "kinds": ("kind = ANY(%(kinds)s)", [k.value for k in chosen.kinds] or None),
        "statuses": ("status = ANY(%(statuses)s)", [s.value for s in chosen.statuses] or None),
        "currency": ("currency = %(currency)s", chosen.currency and str(chosen.currency)),
    }
    where = [sql for sql, value in parts.values() if value is not None]
    params = {name: value for name, (_, value) in parts.items() if value is not None}
    if wanted.words is not None:
        where.append(
            "(to_tsvector('simple', note || ' ' || reference) @@ to_tsquery('simple', %(query)s)"
            " OR {other} = ANY(%(people)s::uuid[]))"
        )
        params |= {"query": wanted.words.query, "people": list(wanted.words.people)}
    if wanted.after is not None:
        where.append("(created_at, id) < (%(after_at)s, %(after_id)s)")
        params["after_at"], params["after_id"] = wanted.after
    return where, {**params, "me": wanted.person, "limit": wanted.limit}
