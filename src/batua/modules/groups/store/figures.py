"""Sums over the loans, dues and transactions of a group."""

from collections.abc import Sequence
from datetime import date

from batua.kit.db import Tx, array_of, fetch_one
from batua.modules.groups.store.rows import many, one
from batua.modules.groups.types import GroupId, Lending, MemberId, MonthSums, Standing

# What is left of an instalment, and what of it there ever was. A row that a new schedule took the
# place of counts no longer; what was paid of it stands in the repayments.
_LEFT = (
    "(r.fine_minor - r.fine_paid_minor + r.fee_minor - r.fee_paid_minor"
    " + r.interest_minor - r.interest_paid_minor + r.principal_minor - r.principal_paid_minor)"
)
_WHOLE = "(r.fee_minor + r.interest_minor + r.principal_minor)"


async def lending(tx: Tx, group: GroupId, today: date, risky_before: date) -> Lending:
    """The loans of a group.

    risky_before  a loan with an unpaid instalment of an earlier day is at risk
    """
    found = await one(
        tx,
        Lending,
        f"""
        WITH loan AS (
            SELECT l.id, l.status, l.principal_minor, l.outstanding_minor
            FROM groups.loan AS l
            WHERE l.group_id = %(group)s AND l.disbursed_at IS NOT NULL
        ),
        due AS (
            SELECT
                r.loan_id,
                sum({_WHOLE}) AS whole,
                sum({_LEFT}) FILTER (WHERE l.status = 'active') AS late,
                bool_or(r.due_on < %(risky)s AND NOT r.is_paid) AS is_risky
            FROM groups.loan_row AS r
            INNER JOIN loan AS l ON l.id = r.loan_id
            WHERE r.is_current AND r.due_on < %(today)s
            GROUP BY r.loan_id
        ),
        paid AS (
            SELECT
                sum(p.fine_minor + p.fee_minor + p.interest_minor) AS earned,
                sum(coalesce(timely.minor, 0)) AS on_time
            FROM groups.repayment AS p
            INNER JOIN loan AS l ON l.id = p.loan_id
            LEFT JOIN LATERAL (
                SELECT sum((x.portion ->> 'minor')::bigint) AS minor
                FROM jsonb_array_elements(p.portions) AS x (portion)
                INNER JOIN groups.loan_row AS r
                    ON r.loan_id = p.loan_id AND r.n = (x.portion ->> 'n')::int
                WHERE
                    r.is_current AND r.due_on < %(today)s
                    AND NOT (x.portion ->> 'is_early')::boolean
                    AND x.portion ->> 'part' <> 'fine'
                    AND (p.paid_at AT TIME ZONE 'UTC')::date <= r.due_on
            ) AS timely ON true
        )
        SELECT
            count(*),
            coalesce(sum(l.principal_minor), 0)::bigint,
            coalesce(sum(l.outstanding_minor) FILTER (WHERE l.status = 'active'), 0)::bigint,
            coalesce(
                sum(l.outstanding_minor) FILTER (WHERE l.status = 'active' AND d.is_risky), 0
            )::bigint,
            coalesce(sum(d.late), 0)::bigint,
            coalesce(sum(d.whole), 0)::bigint,
            coalesce((SELECT p.on_time FROM paid AS p), 0)::bigint,
            coalesce((SELECT p.earned FROM paid AS p), 0)::bigint,
            coalesce(sum(l.outstanding_minor) FILTER (WHERE l.status = 'written_off'), 0)::bigint
        FROM loan AS l
        LEFT JOIN due AS d ON d.loan_id = l.id
        """,  # noqa: S608 - our own names
        {"group": group, "today": today, "risky": risky_before},
    )
    assert found is not None, "a sum is one row"
    return found


async def months(tx: Tx, group: GroupId, since: date) -> list[MonthSums]:
    """What moved in each month since a day."""
    return await many(
        tx,
        MonthSums,
        """
        SELECT
            date_trunc('month', t.settled_at AT TIME ZONE 'UTC')::date,
            coalesce(sum(t.amount_minor) FILTER (WHERE t.amount_minor > 0), 0)::bigint,
            coalesce(-sum(t.amount_minor) FILTER (WHERE t.amount_minor < 0), 0)::bigint
        FROM groups.transaction AS t
        WHERE
            t.group_id = %(group)s AND t.status = 'succeeded' AND t.entry_id IS NOT NULL
            AND t.settled_at >= %(since)s::timestamp AT TIME ZONE 'UTC'
        GROUP BY 1
        ORDER BY 1
        """,
        {"group": group, "since": since},
    )


async def dues_owed(tx: Tx, group: GroupId, today: date) -> tuple[int, int]:
    """What members owe of dues whose day has come, and how many of them."""
    row = await fetch_one(
        tx,
        """
        SELECT
            coalesce(
                sum(d.due_minor - d.paid_minor + d.fine_minor - d.fine_paid_minor), 0
            )::bigint,
            count(DISTINCT d.member_id)
        FROM groups.dues_row AS d
        INNER JOIN groups.member AS m ON m.id = d.member_id AND m.status = 'active'
        WHERE d.group_id = %(group)s AND NOT d.is_paid AND d.due_on <= %(today)s
        """,
        {"group": group, "today": today},
    )
    assert row is not None, "a sum is one row"
    return row[0], row[1]


async def standings(
    tx: Tx, group: GroupId, members: Sequence[MemberId], today: date
) -> dict[MemberId, Standing]:
    """What each of some members owes."""
    found = await many(
        tx,
        Standing,
        f"""
        SELECT
            m.id,
            coalesce(dues.minor, 0)::bigint,
            coalesce(loans.outstanding, 0)::bigint,
            coalesce(late.minor, 0)::bigint
        FROM groups.member AS m
        LEFT JOIN LATERAL (
            SELECT sum(d.due_minor - d.paid_minor + d.fine_minor - d.fine_paid_minor) AS minor
            FROM groups.dues_row AS d
            WHERE d.member_id = m.id AND NOT d.is_paid AND d.due_on <= %(today)s
        ) AS dues ON true
        LEFT JOIN LATERAL (
            SELECT sum(l.outstanding_minor) AS outstanding
            FROM groups.loan AS l
            WHERE l.member_id = m.id AND l.status = 'active'
        ) AS loans ON true
        LEFT JOIN LATERAL (
            SELECT sum({_LEFT}) AS minor
            FROM groups.loan AS l
            INNER JOIN groups.loan_row AS r ON r.loan_id = l.id
            WHERE
                l.member_id = m.id AND l.status = 'active' AND r.is_current AND NOT r.is_paid
                AND r.due_on < %(today)s
        ) AS late ON true
        WHERE m.group_id = %(group)s AND m.id = ANY(%(members)s::uuid[])
        """,  # noqa: S608 - our own names
        {"group": group, "members": array_of(members), "today": today},
    )
    return {each.member_id: each for each in found}
