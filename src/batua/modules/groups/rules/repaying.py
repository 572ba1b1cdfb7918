"""Repayments: what money pays, what early money changes, and what is still owed.

Money first pays what is late: all fines, then fees, then interest, then principal, in each the oldest
first. Then, in the same order, the instalment whose period has begun. What is left over is early. It lowers the
principal, and the instalments to come are made anew: as many, on the same days, smaller. Interest of
periods that have not begun is never owed, flat interest included.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from batua.modules.groups.errors import MoreThanOwed
from batua.modules.groups.rules import schedules
from batua.modules.groups.types import (
    Due,
    Interest,
    LoanProduct,
    Part,
    Portion,
    Repaid,
    Risk,
    Row,
    Sums,
    Terms,
)

RISK_DAYS: Final = 30


def begun(rows: Sequence[Row], today: date) -> int:
    """How many rows are due or have begun: those before today, and the one that comes next."""
    due = sum(row.due_on < today for row in rows)
    return min(due + 1, len(rows))


def outstanding(rows: Sequence[Row]) -> int:
    """The principal that was not paid back yet."""
    return sum(row.left.principal for row in rows)


def overdue(rows: Sequence[Row], today: date) -> Sums:
    """What should have been paid before today."""
    late = Sums()
    for row in rows:
        if row.due_on < today:
            late += row.left
    return late


def due(rows: Sequence[Row], today: date) -> Due | None:
    """What should be paid next; None when nothing is left."""
    late = overdue(rows, today).total
    row = next((row for row in rows if not row.is_paid), None)
    if row is None:
        return None
    return Due(row.due_on, late or row.left.total, is_late=late > 0)


def payoff(rows: Sequence[Row], today: date) -> int:
    """What ends the loan today: all that is due or has begun, and the principal of the rest."""
    edge = begun(rows, today)
    return sum(row.left.total for row in rows[:edge]) + outstanding(rows[edge:])


def repay(terms: Terms, rows: Sequence[Row], minor: int, today: date) -> Repaid:
    """Apply money to a loan.

    rows     in order, the whole schedule as it stands
    minor    above zero
    refuses  MoreThanOwed
    """
    assert minor > 0
    owed = payoff(rows, today)
    if minor > owed:
        raise MoreThanOwed(owed)
    edge = begun(rows, today)
    late = sum(row.due_on < today for row in rows)
    portions, paid = _allocate(rows[:late], minor)
    more, next_one = _allocate(rows[late:edge], minor - _sum(portions))
    portions, paid = portions + more, paid + next_one
    early = minor - _sum(portions)
    later = tuple(rows[edge:])
    if early:
        portions += [Portion(later[0].n, Part.PRINCIPAL, early, is_early=True)]
        later = _lowered(terms, later, early)
    return Repaid(tuple(portions), (*paid, *later))


def _sum(portions: Sequence[Portion]) -> int:
    return sum(portion.minor for portion in portions)


def _allocate(rows: Sequence[Row], minor: int) -> tuple[list[Portion], list[Row]]:
    portions: list[Portion] = []
    paid = {row.n: row for row in rows}
    for part in Part:
        for row in rows:
            share = min(minor, row.left.of(part))
            if share:
                minor -= share
                portions.append(Portion(row.n, part, share))
                paid[row.n] = replace(paid[row.n], paid=paid[row.n].paid.plus(part, share))
    return portions, list(paid.values())


def _lowered(terms: Terms, rows: tuple[Row, ...], early: int) -> tuple[Row, ...]:
    """Rows to come after some principal was paid early; those that fall to nothing are left out."""
    owed = outstanding(rows)
    left = owed - early
    if left == 0:
        return ()
    if terms.interest is Interest.FLAT:
        interest = sum(row.due.interest for row in rows)
        interests = schedules.spread(
            schedules.half_even(Fraction(interest * left, owed)), len(rows)
        )
    else:
        interests = []
    principals = _shares(terms, rows, left)
    made, balance = [], left
    for n, row in enumerate(rows):
        on_balance = schedules.half_even(Fraction(balance * terms.rate_bps, schedules.BPS))
        due = replace(
            row.due,
            interest=interests[n] if interests else on_balance,
            principal=principals(n, balance, on_balance),
        )
        balance -= due.principal
        if due.total:
            made.append(replace(row, due=due))
    assert balance == 0
    return tuple(made)


def _shares(terms: Terms, rows: tuple[Row, ...], left: int) -> Callable[[int, int, int], int]:
    """How the principal is shared out among rows: none to those of grace, the rest to the last."""
    paying = [n for n, row in enumerate(rows) if row.due.principal]
    if terms.interest is Interest.REDUCING:
        each = schedules.fair_instalment(left, terms.rate_bps, len(paying))

        def of_emi(n: int, balance: int, interest: int) -> int:
            if n == paying[-1]:
                return balance
            return min(balance, each - interest) if n in paying else 0

        return of_emi
    equal = dict(zip(paying, schedules.spread(left, len(paying)), strict=True))
    return lambda n, _balance, _interest: equal.get(n, 0)


def restructure(rows: Sequence[Row], terms: Terms) -> tuple[Row, ...]:
    """A new schedule for what is still owed.

    Fines, fees and interest that are owed already are due with the first new row, and bear no
    interest: they are not added to the principal.

    terms    of the new schedule; its principal is replaced by the one that is outstanding
    refuses  LoanTermsInvalid
    """
    carried = Sums()
    for row in rows:
        has_begun = row.due_on < terms.first_due_on
        carried += replace(row.left, principal=0, interest=row.left.interest if has_begun else 0)
    made = schedules.schedule(replace(terms, principal_minor=outstanding(rows), fee_minor=0))
    first = made[0]
    last_n = max(row.n for row in rows)
    return tuple(
        replace(row, n=last_n + row.n)
        for row in (replace(first, due=first.due + carried), *made[1:])
    )


def savings_offset(rows: Sequence[Row], savings_minor: int, today: date) -> int:
    """How much of somebody's savings goes against her loan: all that is owed, as far as they go."""
    return min(savings_minor, payoff(rows, today))


def fined(row: Row, fine_minor: int) -> Row:
    """The row with a fine of so much in all; it never falls below what there was."""
    more = fine_minor - row.due.fine
    return replace(row, due=row.due.plus(Part.FINE, more)) if more > 0 else row


def is_at_risk(rows: Sequence[Row], today: date) -> bool:
    """Whether anything of it is more than thirty days late."""
    edge = today - timedelta(days=RISK_DAYS)
    return any(row.due_on < edge and not row.is_paid for row in rows)


def portfolio(loans: Sequence[Sequence[Row]], today: date) -> Risk:
    """Portfolio at risk: the principal of loans with a row more than thirty days late."""
    whole = sum(outstanding(rows) for rows in loans)
    risky = sum(outstanding(rows) for rows in loans if is_at_risk(rows, today))
    bps = schedules.half_even(Fraction(risky * schedules.BPS, whole)) if whole else 0
    return Risk(whole, risky, bps)


def most(savings_minor: int, multiple_pct: int, max_minor: int) -> int | None:
    """The most that a product lends against savings; None when it has no cap."""
    caps = [savings_minor * multiple_pct // 100] if multiple_pct else []
    return min([*caps, *([max_minor] if max_minor else [])], default=None)


def lendable(available_minor: int, reserve_minor: int) -> int:
    """What a pot may lend: its money without what is reserved for approved payouts, and without
    what must stay in it.
    """
    return max(0, available_minor - reserve_minor)


def terms_of(product: LoanProduct, minor: int, count: int, first_due_on: date) -> Terms:
    """What a schedule is made of for a loan by a product."""
    return Terms(
        principal_minor=minor,
        interest=product.interest,
        rate_bps=product.rate_bps,
        period=product.period,
        count=count,
        first_due_on=first_due_on,
        grace=product.grace,
        grace_count=product.grace_count,
        fee_minor=fee(minor, product.fee_minor, product.fee_bps),
    )


def fee(principal_minor: int, fee_minor: int, fee_bps: int) -> int:
    """The fee of a loan: a fixed part and one of its principal, half to even."""
    return fee_minor + schedules.half_even(Fraction(principal_minor * fee_bps, schedules.BPS))
