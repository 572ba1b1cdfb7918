"""Batches and their parts: what was ordered, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec
from psycopg.types.json import Jsonb

from batua.kit.db import Tx, array_of, execute, fetch_all, fetch_one, text_array_of
from batua.kit.money import Currency, Money
from batua.modules.identity.types import PersonId
from batua.modules.ledger.types import AccountId
from batua.modules.payments.store import limit as limit_store
from batua.modules.payments.types import (
    Batch,
    BatchId,
    BatchLine,
    BatchMode,
    LineRefusal,
    LineResult,
    PaymentId,
    Span,
    Used,
)

_BATCH = """
    SELECT b.id, b.person, b.mode, b.name, b.items, b.totals, b.has_pin, b.begun_at, told.*
    FROM payments.batch AS b
    CROSS JOIN LATERAL (
        SELECT
            count(*)::integer AS parts,
            coalesce(sum(p.sent), 0)::integer AS sent,
            coalesce(sum(cardinality(p.payees) - p.sent), 0)::integer AS refused,
            array_agg(p.sent_totals) FILTER (WHERE p.done_at IS NOT NULL) AS sent_totals,
            max(p.done_at) AS last_done_at,
            bool_and(p.done_at IS NOT NULL) AS is_finished
        FROM payments.batch_part AS p
        WHERE p.batch = b.id
    ) AS told
"""
_PART = """
    SELECT
        first_line, payees, currencies, amounts_minor, notes, refusals, payments, done_at
    FROM payments.batch_part
    WHERE batch = %(batch)s AND part = %(part)s
"""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is kept: the payee and the money are known unless it was refused before."""

    payee: PersonId | None
    amount: Money | None
    note: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a batch: its lines, and by line why some are refused.

    payments  the payment of each line, None for one that was refused; None while it waits
    """

    first_line: int
    lines: Sequence[Line]
    refusals: Mapping[int, LineRefusal]
    payments: Sequence[UUID | None] | None = None

    def results(self) -> list[LineResult]:
        """What became of each line."""
        made = self.payments or [None] * len(self.lines)
        return [
            LineResult(line, None if id is None else PaymentId(id), self.refusals.get(line))
            for line, id in enumerate(made, self.first_line)
        ]

    def told(self) -> list[BatchLine]:
        """Each line with what became of it."""
        return [
            BatchLine(line.payee, line.amount, line.note, result)
            for line, result in zip(self.lines, self.results(), strict=True)
        ]


@dataclass(frozen=True, slots=True)
class _Row:
    id: UUID
    person: UUID
    mode: str
    name: str
    items: int
    totals: dict[str, int]
    has_pin: bool
    begun_at: datetime
    parts: int
    sent: int
    refused: int
    sent_totals: list[dict[str, int]] | None
    last_done_at: datetime | None
    is_finished: bool

    def to_batch(self) -> Batch:
        went: dict[str, int] = {}
        for part in self.sent_totals or ():
            for code, minor in part.items():
                went[code] = went.get(code, 0) + minor
        return Batch(
            id=BatchId(self.id),
            person=PersonId(self.person),
            mode=BatchMode(self.mode),
            name=self.name,
            items=self.items,
            sent=self.sent,
            refused=self.refused,
            totals=_monies(self.totals),
            sent_totals=_monies(went),
            parts=self.parts,
            has_pin=self.has_pin,
            begun_at=self.begun_at,
            moved_at=self.last_done_at or self.begun_at,
            finished_at=self.last_done_at if self.is_finished else None,
        )


def _monies(minors: Mapping[str, int]) -> dict[Currency, Money]:
    return {Currency(c): Money(minor, Currency(c)) for c, minor in sorted(minors.items())}


@dataclass(frozen=True, slots=True)
class New:
    """A batch that begins."""

    id: BatchId
    person: PersonId
    mode: BatchMode
    name: str
    totals: Mapping[Currency, int]
    has_pin: bool
    at: datetime


async def add(tx: Tx, new: New, parts: Sequence[Part]) -> None:
    """Write a batch with all its lines, none of them made."""
    await execute(
        tx,
        "INSERT INTO payments.batch (id, person, mode, name, items, totals, has_pin, begun_at)"
        " VALUES (%(id)s, %(person)s, %(mode)s, %(name)s, %(items)s, %(totals)s, %(has_pin)s,"
        " %(at)s)",
        {
            "id": new.id,
            "person": new.person,
            "mode": new.mode.value,
            "name": new.name,
            "items": sum(len(part.lines) for part in parts),
            "totals": Jsonb(dict(new.totals)),
            "has_pin": new.has_pin,
            "at": new.at,
        },
    )
    for n, part in enumerate(parts):
        amounts = [line.amount for line in part.lines]
        await execute(
            tx,
            "INSERT INTO payments.batch_part (batch, part, first_line, payees, currencies,"
            " amounts_minor, notes, refusals) VALUES (%(batch)s, %(part)s, %(first_line)s,"
            " %(payees)s::uuid[], %(currencies)s::text[], %(minors)s::bigint[],"
            " %(notes)s::text[], %(refusals)s)",
            {
                "batch": new.id,
                "part": n,
                "first_line": part.first_line,
                "payees": array_of(line.payee for line in part.lines),
                "currencies": array_of(None if a is None else a.currency for a in amounts),
                "minors": array_of(None if a is None else a.minor for a in amounts),
                "notes": text_array_of(line.note for line in part.lines),
                "refusals": _kept(part.refusals),
            },
        )


def _kept(refusals: Mapping[int, LineRefusal]) -> Jsonb:
    return Jsonb(msgspec.to_builtins({str(line): one for line, one in refusals.items()}))


async def part(tx: Tx, batch: UUID, n: int, *, lock: bool = False) -> Part:
    """A part; held until the transaction ends if it is to be made."""
    row = await fetch_one(
        tx, _PART + (" FOR NO KEY UPDATE" if lock else ""), {"batch": batch, "part": n}
    )
    assert row is not None, "a batch has all its parts from the start"
    first_line, payees, currencies, minors, notes, refusals, made, _ = row
    known = {code: Currency(code) for code in set(currencies) if code is not None}
    return Part(
        first_line,
        [
            Line(payee, None if minor is None else Money(minor, known[currency]), note)
            for payee, currency, minor, note in zip(payees, currencies, minors, notes, strict=True)
        ],
        {int(line): LineRefusal(one["code"], one["facts"]) for line, one in refusals.items()},
        made,
    )


async def finish(tx: Tx, batch: UUID, n: int, part: Part, at: datetime) -> None:
    """Write what became of a part, whose lines have all been looked at."""
    assert part.payments is not None
    totals: dict[str, int] = {}
    sent = 0
    for line, id in zip(part.lines, part.payments, strict=True):
        if id is not None and line.amount is not None:
            sent += 1
            code = str(line.amount.currency)
            totals[code] = totals.get(code, 0) + line.amount.minor
    await execute(
        tx,
        "UPDATE payments.batch_part SET refusals = %(refusals)s, payments = %(payments)s::uuid[],"
        " sent = %(sent)s, sent_totals = %(totals)s, done_at = %(at)s"
        " WHERE batch = %(batch)s AND part = %(part)s",
        {
            "batch": batch,
            "part": n,
            "refusals": _kept(part.refusals),
            "payments": array_of(part.payments),
            "sent": sent,
            "totals": Jsonb(totals),
            "at": at,
        },
    )


async def find(tx: Tx, id: UUID) -> Batch | None:
    """A batch, whoever asks: callers check whose it is."""
    row = await fetch_one(tx, _BATCH + " WHERE b.id = %(id)s", {"id": id}, row=_Row)
    return None if row is None else row.to_batch()


async def list_of(
    tx: Tx, person: UUID, after: tuple[datetime, UUID] | None, limit: int
) -> list[Batch]:
    """A person's batches, newest first."""
    rows = await fetch_all(
        tx,
        _BATCH + " WHERE b.person = %(person)s AND (%(at)s::timestamptz IS NULL"
        " OR (b.begun_at, b.id) < (%(at)s, %(id)s::uuid))"
        " ORDER BY b.begun_at DESC, b.id DESC LIMIT %(limit)s",
        {
            "person": person,
            "at": None if after is None else after[0],
            "id": None if after is None else after[1],
            "limit": limit,
        },
        row=_Row,
    )
    return [row.to_batch() for row in rows]


async def lock_wallets(tx: Tx, people: Sequence[UUID], currencies: Sequence[str]) -> None:
    """Keep the accounts of these people for this transaction, in the one order of the ledger."""
    await execute(
        tx,
        "SELECT ledger.lock_v1((SELECT array_agg(account) FROM payments.wallet"
        " WHERE person = ANY(%(people)s::uuid[]) AND currency = ANY(%(currencies)s::text[])))",
        {"people": array_of(people), "currencies": array_of(currencies)},
    )


async def without_wallet(
    tx: Tx, people: Sequence[UUID], currencies: Sequence[str]
) -> set[tuple[UUID, str]]:
    """Those of the pairs that have no wallet."""
    rows = await fetch_all(
        tx,
        "SELECT i.person, i.currency"
        " FROM unnest(%(people)s::uuid[], %(currencies)s::text[]) AS i (person, currency)"
        " LEFT JOIN payments.wallet AS w ON w.person = i.person AND w.currency = i.currency"
        " WHERE w.account IS NULL",
        {"people": array_of(people), "currencies": array_of(currencies)},
    )
    return set(rows)


async def accounts_of(
    tx: Tx, people: Sequence[UUID], currencies: Sequence[str]
) -> dict[tuple[UUID, str], AccountId]:
    """The account of each of the pairs that has a wallet."""
    rows = await fetch_all(
        tx,
        "SELECT w.person, w.currency, w.account FROM payments.wallet AS w"
        " WHERE w.person = ANY(%(people)s::uuid[]) AND w.currency = ANY(%(currencies)s::text[])",
        {"people": array_of(people), "currencies": array_of(currencies)},
    )
    return {(person, currency): AccountId(account) for person, currency, account in rows}


async def used(tx: Tx, person: UUID, currency: Currency, span: Span) -> Used:
    """What left a person's wallet in the day and the month of a span; her account is locked.

    The sends keep this beside; what they keep of another day, or not at all, is added up.
    """
    row = await fetch_one(
        tx,
        "SELECT day_minor, month_minor FROM payments.spent WHERE person = %(person)s"
        " AND currency = %(currency)s AND day_from = %(day)s AND month_from = %(month)s",
        {"person": person, "currency": str(currency), "day": span.day, "month": span.month},
    )
    if row is None:
        return await limit_store.used(tx, person, currency, span)
    return Used(day=Money(row[0], currency), month=Money(row[1], currency))


async def misses(tx: Tx, person: UUID, since: datetime) -> dict[bytes, datetime]:
    """Recipients whom nobody was found for, and when; held until the transaction ends.

    Two files at once would otherwise each see the count from before the other.
    """
    await execute(
        tx,
        "INSERT INTO payments.look_up_guard AS g (person) VALUES (%(person)s)"
        " ON CONFLICT (person) DO UPDATE SET misses = g.misses",
        {"person": person},
    )
    rows = await fetch_all(
        tx,
        "SELECT recipient, at FROM payments.file_miss"
        " WHERE person = %(person)s AND at > %(since)s ORDER BY at",
        {"person": person, "since": since},
    )
    return {bytes(recipient): at for recipient, at in rows}


async def add_misses(
    tx: Tx, person: UUID, recipients: Sequence[bytes], at: datetime, since: datetime
) -> None:
    """Count misses, and forget those that count no more."""
    await execute(
        tx,
        "DELETE FROM payments.file_miss WHERE person = %(person)s AND at <= %(since)s",
        {"person": person, "since": since},
    )
    await execute(
        tx,
        "INSERT INTO payments.file_miss (person, recipient, at)"
        " SELECT %(person)s, r.recipient, %(at)s FROM unnest(%(recipients)s::bytea[])"
        " AS r (recipient) ON CONFLICT DO NOTHING",
        {"person": person, "recipients": list(recipients), "at": at},
    )
