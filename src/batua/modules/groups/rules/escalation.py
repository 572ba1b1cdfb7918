"""When the next step is due about an unpaid instalment: each once, one a day, never at night.

It depends on nothing but the plan, the steps taken and the time; so it does not matter when, how
often or by whom it is asked.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from batua.modules.groups.types import DueStep, EscalationRule, Lateness, Taken


def next_step(
    rule: EscalationRule, late: Lateness, taken: Iterable[Taken], now: datetime
) -> DueStep | None:
    """The next step and the moment from which it may be taken; None when none is left.

    Steps keep their order. After a long silence they are not all taken at once: each waits for the
    day after the one before. What announces a day that is over is left out. `is_due` says whether
    the moment has come.
    """
    done = {step.n: step.at for step in taken}
    zone = ZoneInfo(late.time_zone)
    is_late = now.astimezone(zone).date() > late.due_on
    n = max(done, default=-1) + 1
    while n < len(rule.steps) and is_late and rule.steps[n].day <= 0:
        n += 1
    if n >= len(rule.steps):
        return None
    day = late.due_on + timedelta(days=rule.steps[n].day)
    if done:
        before = done[max(done)].astimezone(zone).date()
        day = max(day, before + timedelta(days=1))
    return DueStep(n, rule.steps[n].channel, _morning(rule, day, zone))


def is_due(rule: EscalationRule, late: Lateness, step: DueStep, now: datetime) -> bool:
    """Whether a step may be taken now: its moment has come, and it is no quiet hour there."""
    return now >= step.at and not is_quiet(rule, now, late.time_zone)


def look_at(rule: EscalationRule, late: Lateness, step: DueStep, now: datetime) -> datetime:
    """When a step that is not due now is to be looked at again: at its moment, or in the morning."""
    if step.at > now:
        return step.at
    zone = ZoneInfo(late.time_zone)
    local = now.astimezone(zone)
    is_over_tomorrow = local.hour >= rule.quiet_until
    return _morning(rule, local.date() + timedelta(days=is_over_tomorrow), zone)


def is_quiet(rule: EscalationRule, now: datetime, time_zone: str) -> bool:
    """Whether people are left in peace at a moment, where they live."""
    hour = now.astimezone(ZoneInfo(time_zone)).hour
    if rule.quiet_from <= rule.quiet_until:
        return rule.quiet_from <= hour < rule.quiet_until
    return hour >= rule.quiet_from or hour < rule.quiet_until


def _morning(rule: EscalationRule, day: date, zone: ZoneInfo) -> datetime:
    """The end of the quiet hours of a day, as a moment; never before it on a day of summer time."""
    return datetime.combine(day, time(rule.quiet_until), zone).astimezone(UTC)
