"""Schedules: what falls due when, exact to the minor unit, and what a loan costs.

Interest is rounded half to even in each row; the last row takes what rounding left over, so that
the principal always adds up to the loan.
"""

import calendar
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Final

from batua.modules.groups.errors import LoanTermsInvalid
from batua.modules.groups.types import (
    PERIODS_A_YEAR,
    Cost,
    Grace,
    Interest,
    Period,
    Row,
    Sums,
    Terms,
)

MAX_COUNT: Final = 260
MAX_RATE_BPS: Final = 5_000
MAX_PRINCIPAL: Final = 10**15
BPS: Final = 10_000
_DIGITS: Final = 50
_HALVINGS: Final = 120


def check_terms(terms: Terms) -> None:
    """Refuse what makes no schedule; refuses LoanTermsInvalid."""
    faults = {
        "principal": not 0 < terms.principal_minor <= MAX_PRINCIPAL,
        "rate": not 0 <= terms.rate_bps <= MAX_RATE_BPS,
        "count": not 1 <= terms.count <= MAX_COUNT,
        "grace": not 0 <= terms.grace_count < terms.count,
        "fee": not 0 <= terms.fee_minor <= terms.principal_minor,
    }
    for reason, is_wrong in faults.items():
        if is_wrong:
            raise LoanTermsInvalid(reason)
    # An instalment is at least one minor unit of principal.
    if terms.principal_minor < terms.count:
        raise LoanTermsInvalid("principal")


def schedule(terms: Terms) -> tuple[Row, ...]:
    """Every instalment of a loan; those of a grace in which nothing is due are left out.

    refuses  LoanTermsInvalid
    """
    check_terms(terms)
    grace = terms.grace_count if terms.grace is not Grace.NONE else 0
    paying = terms.count - grace
    if terms.interest is Interest.FLAT:
        pairs = _flat(terms, grace, paying)
    else:
        first = half_even(Fraction(terms.principal_minor * terms.rate_bps, BPS))
        pairs = [(first, 0)] * grace + (
            _equal_principal(terms, paying)
            if terms.interest is Interest.EQUAL_PRINCIPAL
            else _reducing(terms, paying)
        )
    if terms.grace is Grace.ALL and grace:
        waited = sum(interest for interest, _ in pairs[:grace])
        interest, principal = pairs[grace]
        pairs = [*[(0, 0)] * grace, (waited + interest, principal), *pairs[grace + 1 :]]
    return _rows(terms, pairs)


def _rows(terms: Terms, pairs: Sequence[tuple[int, int]]) -> tuple[Row, ...]:
    rows: list[Row] = []
    fee = terms.fee_minor
    for n, (interest, principal) in enumerate(pairs, 1):
        if interest + principal:
            due = Sums(fee=fee, interest=interest, principal=principal)
            rows.append(Row(n, due_on(terms.first_due_on, terms.period, n - 1), due))
            fee = 0
    return tuple(rows)


def half_even(value: Fraction) -> int:
    """The nearest whole number; of two equally near ones the even one."""
    return round(value)


def spread(total: int, count: int) -> list[int]:
    """Equal shares; the last one takes what is left over, which is never less than a share."""
    share = total // count
    return [share] * (count - 1) + [total - share * (count - 1)]


def _flat(terms: Terms, grace: int, paying: int) -> list[tuple[int, int]]:
    whole = half_even(Fraction(terms.principal_minor * terms.rate_bps * terms.count, BPS))
    principals = [0] * grace + spread(terms.principal_minor, paying)
    return list(zip(spread(whole, terms.count), principals, strict=True))


def _equal_principal(terms: Terms, paying: int) -> list[tuple[int, int]]:
    owed, pairs = terms.principal_minor, []
    for principal in spread(owed, paying):
        pairs.append((half_even(Fraction(owed * terms.rate_bps, BPS)), principal))
        owed -= principal
    return pairs


def _reducing(terms: Terms, paying: int) -> list[tuple[int, int]]:
    each = fair_instalment(terms.principal_minor, terms.rate_bps, paying)
    return _paid_by(each, terms.principal_minor, terms.rate_bps, paying)


def _paid_by(each: int, principal_minor: int, rate_bps: int, count: int) -> list[tuple[int, int]]:
    owed, pairs = principal_minor, []
    for n in range(1, count + 1):
        interest = half_even(Fraction(owed * rate_bps, BPS))
        principal = owed if n == count else min(owed, each - interest)
        pairs.append((interest, principal))
        owed -= principal
    return pairs


def fair_instalment(principal_minor: int, rate_bps: int, count: int) -> int:
    """The equal instalment, one minor unit more where rounding it down would leave a last row that
    is larger than the others by more than a minor unit for each of them.
    """
    each = instalment(principal_minor, rate_bps, count)
    last = sum(_paid_by(each, principal_minor, rate_bps, count)[-1])
    return each + 1 if last > each + count else each


def instalment(principal_minor: int, rate_bps: int, count: int) -> int:
    """The equal instalment (EMI) P r / (1 - (1 + r) ** -n), half to even."""
    if rate_bps == 0:
        return half_even(Fraction(principal_minor, count))
    # The same without a fraction below the line: P r (1 + r)^n / ((1 + r)^n - 1).
    grown = (BPS + rate_bps) ** count
    return half_even(Fraction(principal_minor * rate_bps * grown, BPS * (grown - BPS**count)))


def due_on(first: date, period: Period, n: int) -> date:
    """The day of the instalment n periods after the first; in a short month its last day."""
    if period is Period.WEEK:
        return first + timedelta(weeks=n)
    year, month = divmod(first.year * 12 + first.month - 1 + n, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(first.day, last))


def cost(terms: Terms, rows: Sequence[Row]) -> Cost:
    """What a loan costs, with the rate that makes its instalments worth what was paid out.

    The annual percentage rate is that of one period times the periods of a year (Regulation Z,
    appendix J, and the key fact statement of India's central bank); the effective one compounds it
    (Directive 2008/48/EC, annex I). Fees count, fines do not.
    """
    flows = [0] * terms.count
    for row in rows:
        flows[row.n - 1] += row.due.total
    interest = sum(row.due.interest for row in rows)
    fee = sum(row.due.fee for row in rows)
    with localcontext() as exact:
        exact.prec = _DIGITS
        rate = _rate(terms.principal_minor, flows)
        periods = PERIODS_A_YEAR[terms.period]
        apr = int((rate * periods * BPS).to_integral_value())
        effective = int((((1 + rate) ** periods - 1) * BPS).to_integral_value())
    return Cost(interest, fee, interest + fee + terms.principal_minor, apr, effective)


def _rate(lent: int, flows: Sequence[int]) -> Decimal:
    """The rate of a period at which what is paid back is worth what was lent, by halving."""
    if sum(flows) <= lent:
        return Decimal(0)
    low, high = Decimal(0), Decimal(1)
    while _worth(flows, high) > lent:
        low, high = high, high * 2
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if _worth(flows, middle) > lent:
            low = middle
        else:
            high = middle
    return low


def _worth(flows: Sequence[int], rate: Decimal) -> Decimal:
    """What later payments are worth at the start."""
    worth = Decimal(0)
    for flow in reversed(flows):
        worth = (worth + flow) / (1 + rate)
    return worth
