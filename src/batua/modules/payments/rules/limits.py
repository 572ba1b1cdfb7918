"""How much may go: caps as data, what was used of them, and when the PIN is asked."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from batua.kit.money import Currency, Money
from batua.modules.payments.errors import (
    AmountNotPositive,
    DayLimitReached,
    MonthLimitReached,
    SendLimitReached,
)
from batua.modules.payments.types import LimitKind, LimitRule, Limits, PinReason, Span, Used

DEFAULT_TIER: Final = "basic"
_RULE_DECIMALS: Final = 2


def of_any_currency(hundredths: int, currency: Currency) -> Money:
    """The amount of a rule for any currency, in minor units of this one; never rounded up."""
    shift = currency.exponent - _RULE_DECIMALS
    if shift >= 0:
        return Money(hundredths * 10**shift, currency)
    return Money(hundredths // 10**-shift, currency)


def span(now: datetime, time_zone: str) -> Span:
    """The day and the month that `now` lies in, where the person lives."""
    zone = ZoneInfo(time_zone)
    today = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    tomorrow = today + timedelta(days=1)
    first = today.replace(day=1)
    next_first = (first + timedelta(days=32)).replace(day=1)
    day, day_end, month, month_end = (
        moment.astimezone(UTC) for moment in (today, tomorrow, first, next_first)
    )
    return Span(day, day_end, month, month_end)


def limits(rules: Iterable[LimitRule], used: Used, span: Span) -> Limits:
    """The caps in force beside what was used of them."""
    cap = {rule.kind: rule.amount for rule in rules}
    return Limits(
        per_send=cap[LimitKind.PER_SEND],
        day=cap[LimitKind.DAY],
        month=cap[LimitKind.MONTH],
        no_pin_below=cap[LimitKind.NO_PIN_BELOW],
        used_day=used.day,
        used_month=used.month,
        day_ends_at=span.day_end,
        month_ends_at=span.month_end,
    )


def left(cap: Money, used: Money) -> Money:
    """What is left of a cap: never below nothing, even after the cap was lowered."""
    return max(cap - used, Money.zero(cap.currency))


def check_positive(amount: Money) -> None:
    """Refuse nothing and less than nothing."""
    if amount.minor <= 0:
        raise AmountNotPositive


def check_amount(amount: Money, limits: Limits) -> None:
    """Refuse what is above a cap; the caps themselves may still be reached.

    refuses  SendLimitReached, DayLimitReached, MonthLimitReached
    """
    if amount > limits.per_send:
        raise SendLimitReached(limits.per_send)
    day_left = left(limits.day, limits.used_day)
    if amount > day_left:
        raise DayLimitReached(limits.day, day_left, limits.day_ends_at)
    month_left = left(limits.month, limits.used_month)
    if amount > month_left:
        raise MonthLimitReached(limits.month, month_left, limits.month_ends_at)


def pin_reasons(amount: Money, limits: Limits, *, paid_before: bool) -> tuple[PinReason, ...]:
    """Why the PIN is asked; empty when it is not."""
    reasons = []
    if amount >= limits.no_pin_below:
        reasons.append(PinReason.AMOUNT)
    if not paid_before:
        reasons.append(PinReason.NEW_PAYEE)
    return tuple(reasons)
