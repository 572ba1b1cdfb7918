"""The statement of a pot: its lines, newest first, all of them or those that are looked for.

What is rare must not be looked for through a million lines: each thing that can be asked has its
index (migration 0446). Text is looked for in the latest lines first, where a common word is found
soon, and then by the words of the group's notes.
"""

from datetime import datetime
from typing import Any, Final
from uuid import UUID

from batua.kit.db import Tx
from batua.kit.text import search_query
from batua.modules.groups.store.rows import columns, many
from batua.modules.groups.types import GroupId, StatementFilter, Transaction, TransactionKind

COLUMNS = columns(Transaction)
Position = tuple[datetime, UUID]
RECENT: Final = 2_000
"""So many lines are read through before words are looked up."""
_NEWEST: Final = "ORDER BY created_at DESC, id DESC"
_FROM: Final = f"SELECT {COLUMNS} FROM groups.transaction WHERE"  # noqa: S608
_SAID: Final = "note <> '' AND to_tsvector('simple', note) @@ to_tsquery('simple', %(words)s)"
# A text of signs alone has no words: it would mean every line of the group.
_LOOKED_UP: Final = (
    "numnode(to_tsquery('simple', %(words)s)) > 0"
    " AND note <> '' AND (array_to_tsvector(ARRAY[group_id::text]) || to_tsvector('simple', note))"
    " @@ (%(mark)s::tsquery && to_tsquery('simple', %(words)s))"
)


async def page(
    tx: Tx, group: GroupId, wanted: StatementFilter, after: Position | None, limit: int
) -> list[Transaction]:
    """The lines that are wanted, the newest first."""
    when, what, params = _conditions(group, wanted)
    params["limit"] = limit
    if after is not None:
        when.append("(created_at, id) < (%(at)s, %(id)s)")
        params["at"], params["id"] = after
    if not wanted.text:
        return await _read(tx, _by_kind(when, what, wanted.kinds), params)
    recent = f"SELECT * FROM ({_FROM} {_all(when)} {_NEWEST} LIMIT {RECENT}) AS latest"  # noqa: S608
    found = await _read(tx, [f"{recent} WHERE {_all([*what, _SAID])}"], params)
    if len(found) < limit:
        # All that is meant before it is sorted: else the planner hopes to meet it soon in the
        # order of time, where it may not be.
        found = await _read(tx, [f"{_FROM} {_all([*when, *what, _LOOKED_UP])} OFFSET 0"], params)
    return found


async def between(
    tx: Tx, group: GroupId, wanted: StatementFilter, span: tuple[datetime, datetime], limit: int
) -> list[Transaction]:
    """What moved money from one moment until before another, in the order in which it did."""
    when, what, params = _conditions(group, wanted)
    moved = ["status = 'succeeded'", "kind <> 'offset'"]
    moved += ["settled_at >= %(first)s", "settled_at < %(last)s"]
    said = [_LOOKED_UP] if wanted.text else []
    params |= {"first": span[0], "last": span[1], "limit": limit}
    return await many(
        tx,
        Transaction,
        f"{_FROM} {_all([*when, *what, *moved, *said])} ORDER BY settled_at, id LIMIT %(limit)s",
        params,
    )


async def _read(tx: Tx, parts: list[str], params: dict[str, Any]) -> list[Transaction]:
    union = " UNION ALL ".join(f"({part})" for part in parts)
    sql = f"SELECT * FROM ({union}) AS found {_NEWEST} LIMIT %(limit)s"  # noqa: S608
    return await many(tx, Transaction, sql, params)


def _by_kind(when: list[str], what: list[str], kinds: tuple[TransactionKind, ...]) -> list[str]:
    """A part for each kind that is wanted, along its own index; one for all."""
    chosen = [f"kind = '{kind.value}'" for kind in dict.fromkeys(kinds)] or ["true"]
    return [f"{_FROM} {_all([*when, *what, kind])} {_NEWEST} LIMIT %(limit)s" for kind in chosen]


def _conditions(
    group: GroupId, wanted: StatementFilter
) -> tuple[list[str], list[str], dict[str, Any]]:
    """Where to read along, and what is meant of that; the kinds stand in the second for texts."""
    when = {
        "group_id = %(group)s": ("group", group),
        "member_id = %(member)s": ("member", wanted.member),
        "created_at >= %(since)s": ("since", wanted.since),
        "created_at < %(until)s": ("until", wanted.until),
    }
    what = {
        "abs(amount_minor) >= %(least)s": ("least", wanted.min_minor),
        "abs(amount_minor) <= %(most)s": ("most", wanted.max_minor),
        "kind = ANY(%(kinds)s)": ("kinds", [kind.value for kind in wanted.kinds] or None),
    }
    params: dict[str, Any] = {
        name: value for name, value in (when | what).values() if value is not None
    }
    if wanted.text:
        params["words"], params["mark"] = search_query(wanted.text), f"'{group}'"
    return _kept(when), _kept(what), params


def _kept(conditions: dict[str, tuple[str, Any]]) -> list[str]:
    return [sql for sql, (_, value) in conditions.items() if value is not None]


def _all(conditions: list[str]) -> str:
    return " AND ".join(conditions) or "true"
