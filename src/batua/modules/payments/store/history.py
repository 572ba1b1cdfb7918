"""A person's history: the payments of both her sides, filtered and in one order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from batua.kit.db import Tx, fetch_all
from batua.modules.payments.store.payment import COLUMNS, Row
from batua.modules.payments.types import Direction, HistoryFilter, Payment

Position = tuple[datetime, UUID]


@dataclass(frozen=True, slots=True)
class Words:
    """What the text of a filter stands for: words of a note, a reference, or people it names.

    query      a tsquery of the words
    reference  the beginning of one, if the text could be that, or a whole one
    people     who bears the name
    """

    query: str
    reference: str | None
    is_reference_whole: bool
    people: Sequence[UUID]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which part of whose history."""

    person: UUID
    filter: HistoryFilter
    words: Words | None
    after: Position | None
    limit: int


RECENT: Final = 2_000
"""So many payments are read through before the indexes of words and references are asked."""

_NEWEST: Final = "ORDER BY created_at DESC, id DESC"


async def read(tx: Tx, wanted: Wanted) -> list[Payment]:
    """Payments, newest first, from after a position on.

    Each side is read along its own index and cut to the page before both are merged. A text is
    looked for in the latest payments first, where a common word is found soon; a rare one is then
    looked up, and a shop's million payments are not read through for it.
    """
    when, what, params = _conditions(wanted)
    if wanted.words is None:
        return await _page(tx, _sides(wanted, [*when, *what]), params)
    meanings, meant = _meanings(wanted.words)
    params |= meant
    found = await _page(tx, [_of_recent(wanted, when, what, meanings)], params)
    if len(found) < wanted.limit:
        met = [side for m in meanings for side in _looked_up(wanted, [*when, *what, *m])]
        # A text may mean the same payment twice: by its note and by the name of the other side.
        found = await _page(tx, met, params, union="UNION")
    return found


async def _page(
    tx: Tx, parts: list[str], params: dict[str, Any], union: str = "UNION ALL"
) -> list[Payment]:
    rows = await fetch_all(
        tx,
        f"SELECT * FROM ({f' {union} '.join(parts)}) AS history {_NEWEST} LIMIT %(limit)s",  # noqa: S608
        params,
        row=Row,
    )
    return [row.to_payment() for row in rows]


def _chosen(wanted: Wanted) -> list[tuple[str, str]]:
    """The columns of her own side and of the other, for each direction that is wanted."""
    both = {Direction.OUT: ("payer", "payee"), Direction.IN: ("payee", "payer")}
    return [columns for way, columns in both.items() if wanted.filter.direction in (None, way)]


def _sides(wanted: Wanted, where: list[str], limit: str = "%(limit)s") -> list[str]:
    """A query for each side, along its index."""
    return [
        f"(SELECT {COLUMNS} FROM payments.payment WHERE {_all(where, mine, other)}"  # noqa: S608
        f" {_NEWEST} LIMIT {limit})"
        for mine, other in _chosen(wanted)
    ]


def _looked_up(wanted: Wanted, where: list[str]) -> list[str]:
    """A query for each side that finds all before it sorts: else the planner hopes to meet soon,
    in the order of time, what is not there.
    """
    return [
        f"(SELECT {COLUMNS} FROM (SELECT * FROM payments.payment"  # noqa: S608
        f" WHERE {_all(where, mine, other)} OFFSET 0) AS met {_NEWEST} LIMIT %(limit)s)"
        for mine, other in _chosen(wanted)
    ]


def _of_recent(wanted: Wanted, when: list[str], what: list[str], meanings: list[list[str]]) -> str:
    """What is meant among the latest payments of both sides together."""
    sides = " UNION ALL ".join(_sides(wanted, when, str(RECENT)))
    recent = f"SELECT * FROM ({sides}) AS latest {_NEWEST} LIMIT {RECENT}"  # noqa: S608
    meant = " OR ".join(f"({' AND '.join(meaning)})" for meaning in meanings)
    other = "CASE WHEN payer = %(me)s THEN payee ELSE payer END"
    conditions = " AND ".join([*what, f"({meant})"]).replace("{other}", other)
    return f"(SELECT * FROM ({recent}) AS recent WHERE {conditions})"  # noqa: S608


def _all(where: list[str], mine: str, other: str) -> str:
    return " AND ".join([f"{mine} = %(me)s", *where]).replace("{other}", other)


def _conditions(wanted: Wanted) -> tuple[list[str], list[str], dict[str, Any]]:
    """The filter as SQL, what is said of the time apart; `{other}` is the other side's column."""
    chosen = wanted.filter
    when: dict[str, tuple[str, Any]] = {
        "since": ("created_at >= %(since)s", chosen.since),
        "until": ("created_at < %(until)s", chosen.until),
    }
    what: dict[str, tuple[str, Any]] = {
        "person": ("{other} = %(person)s", chosen.person),
        "min_minor": ("amount_minor >= %(min_minor)s", chosen.min_minor),
        "max_minor": ("amount_minor <= %(max_minor)s", chosen.max_minor),
        "kinds": ("kind = ANY(%(kinds)s)", [k.value for k in chosen.kinds] or None),
        "statuses": ("status = ANY(%(statuses)s)", [s.value for s in chosen.statuses] or None),
        "currency": ("currency = %(currency)s", chosen.currency and str(chosen.currency)),
    }
    params = {name: value for name, (_, value) in (when | what).items() if value is not None}
    times = [sql for sql, value in when.values() if value is not None]
    if wanted.after is not None:
        times.append("(created_at, id) < (%(after_at)s, %(after_id)s)")
        params["after_at"], params["after_id"] = wanted.after
    rest = [sql for sql, value in what.values() if value is not None]
    return times, rest, {**params, "me": wanted.person, "limit": wanted.limit}


def _meanings(words: Words) -> tuple[list[list[str]], dict[str, Any]]:
    """What a text may mean, each as conditions of its own, so that each has its own index."""
    found = [["note <> ''", "to_tsvector('simple', note) @@ to_tsquery('simple', %(query)s)"]]
    params: dict[str, Any] = {"query": words.query}
    if words.reference is not None:
        sign = "=" if words.is_reference_whole else "^@"
        found.append([f"reference {sign} %(reference)s"])
        params["reference"] = words.reference
    if words.people:
        found.append(["{other} = ANY(%(people)s::uuid[])"])
        params["people"] = list(words.people)
    return found, params
