"""The pure rules: limits, spans, states, requests, look-up guard."""

from datetime import UTC, datetime, timedelta
from itertools import product
from uuid import uuid4

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st
from tests.modules.payments.given import inr

from batua.kit.money import Currency, Money
from batua.kit.refusal import Refusal
from batua.modules.identity.types import PersonId
from batua.modules.payments.errors import (
    AmountNotPositive,
    DayLimitReached,
    MonthLimitReached,
    OnlyTheAsker,
    OnlyTheOneAsked,
    RemindedToday,
    RequestClosed,
    RequestNotFound,
    RequestOutOfTime,
    RequestTermInvalid,
    SendLimitReached,
    TooManyOpenRequests,
)
from batua.modules.payments.rules import guard, limits, requests, states
from batua.modules.payments.types import (
    LimitKind,
    LimitRule,
    Limits,
    PaymentStatus,
    PinReason,
    Request,
    RequestId,
    RequestStatus,
    Used,
)

NOON = datetime(2027, 3, 10, 12, tzinfo=UTC)
SPAN = limits.span(NOON, "Asia/Kolkata")


def caps(used_day: int = 0, used_month: int = 0) -> Limits:
    """50 a send, 100 a day, 300 a month, PIN from 5 on."""
    rules = [
        LimitRule(LimitKind.PER_SEND, inr(50)),
        LimitRule(LimitKind.DAY, inr(100)),
        LimitRule(LimitKind.MONTH, inr(300)),
        LimitRule(LimitKind.NO_PIN_BELOW, inr(5)),
    ]
    return limits.limits(rules, Used(inr(used_day), inr(used_month)), SPAN)


@pytest.mark.parametrize(
    ("amount", "used_day", "used_month", "refusal"),
    [
        (1, 0, 0, None),
        (50, 0, 0, None),
        (51, 0, 0, SendLimitReached),
        (50, 50, 50, None),
        (50, 51, 51, DayLimitReached),
        (1, 100, 100, DayLimitReached),
        (1, 0, 299, None),
        (2, 0, 299, MonthLimitReached),
        (1, 0, 300, MonthLimitReached),
        (1, 120, 900, DayLimitReached),  # the caps were lowered since
        (51, 120, 900, SendLimitReached),
    ],
)
def test_the_first_cap_that_is_passed_refuses(
    amount: int, used_day: int, used_month: int, refusal: type[Refusal] | None
) -> None:
    if refusal is None:
        limits.check_amount(inr(amount), caps(used_day, used_month))
        return
    with pytest.raises(refusal):
        limits.check_amount(inr(amount), caps(used_day, used_month))


@for_all(st.integers(1, 60), st.integers(0, 120), st.integers(0, 400))
def test_what_is_let_through_never_passes_a_cap(amount: int, day: int, month: int) -> None:
    try:
        limits.check_amount(inr(amount), caps(day, month))
    except Refusal:
        assert amount > 50 or day + amount > 100 or month + amount > 300
    else:
        assert amount <= 50 and day + amount <= 100 and month + amount <= 300


def test_the_refusal_of_a_day_tells_what_is_left_and_until_when() -> None:
    with pytest.raises(DayLimitReached) as caught:
        limits.check_amount(inr(20), caps(90, 90))
    assert caught.value.left == inr(10)
    assert caught.value.resets_at == datetime(2027, 3, 10, 18, 30, tzinfo=UTC)


def test_nothing_is_left_of_a_cap_that_was_lowered_below_what_was_used() -> None:
    assert limits.left(inr(10), inr(25)) == inr(0)


@pytest.mark.parametrize("minor", [0, -1])
def test_an_amount_is_above_zero(minor: int) -> None:
    with pytest.raises(AmountNotPositive):
        limits.check_positive(inr(minor))


@pytest.mark.parametrize(
    ("amount", "paid_before", "reasons"),
    [
        (4, True, ()),
        (5, True, (PinReason.AMOUNT,)),
        (4, False, (PinReason.NEW_PAYEE,)),
        (6, False, (PinReason.AMOUNT, PinReason.NEW_PAYEE)),
    ],
)
def test_the_pin_is_asked_for_much_and_for_the_new(
    amount: int, paid_before: bool, reasons: tuple[PinReason, ...]
) -> None:
    assert limits.pin_reasons(inr(amount), caps(), paid_before=paid_before) == reasons


@pytest.mark.parametrize(
    ("currency", "minor"), [("USD", 12345), ("JPY", 123), ("KWD", 123450), ("INR", 12345)]
)
def test_a_rule_for_any_currency_counts_hundredths(currency: str, minor: int) -> None:
    unit = Currency(currency)
    assert limits.of_any_currency(12345, unit) == Money(minor, unit)


@pytest.mark.parametrize(
    ("now", "zone", "day", "day_end", "month", "month_end"),
    [
        # Just before and at midnight in India, 18:30 UTC.
        ("2027-02-28T18:29:59", "Asia/Kolkata", "2027-02-27T18:30", "2027-02-28T18:30")
        + ("2027-01-31T18:30", "2027-02-28T18:30"),
        ("2027-02-28T18:30:00", "Asia/Kolkata", "2027-02-28T18:30", "2027-03-01T18:30")
        + ("2027-02-28T18:30", "2027-03-31T18:30"),
        # The day of 23 hours in Berlin, and the month around it.
        ("2027-03-28T12:00:00", "Europe/Berlin", "2027-03-27T23:00", "2027-03-28T22:00")
        + ("2027-02-28T23:00", "2027-03-31T22:00"),
        # The year turns in New York when it is 05:00 in UTC.
        ("2027-01-01T04:59:00", "America/New_York", "2026-12-31T05:00", "2027-01-01T05:00")
        + ("2026-12-01T05:00", "2027-01-01T05:00"),
    ],
)
def test_a_day_and_a_month_begin_at_the_persons_own_midnight(
    now: str, zone: str, day: str, day_end: str, month: str, month_end: str
) -> None:
    def utc(text: str) -> datetime:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)

    span = limits.span(utc(now), zone)
    assert (span.day, span.day_end) == (utc(day), utc(day_end))
    assert (span.month, span.month_end) == (utc(month), utc(month_end))


@for_all(
    st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)),
    st.sampled_from(["Asia/Kolkata", "America/Santiago", "Australia/Lord_Howe", "UTC"]),
)
def test_every_moment_lies_in_its_own_day_and_month(now: datetime, zone: str) -> None:
    span = limits.span(now, zone)
    assert span.month <= span.day <= now < span.day_end <= span.month_end
    assert timedelta(hours=22) <= span.day_end - span.day <= timedelta(hours=26)


# ---- states ------------------------------------------------------------------------------------

P = PaymentStatus
ALLOWED = {
    (P.PENDING, P.SUCCEEDED),
    (P.PENDING, P.FAILED),
    (P.PENDING, P.EXPIRED),
    (P.PENDING, P.UNKNOWN),
    (P.UNKNOWN, P.SUCCEEDED),
    (P.UNKNOWN, P.FAILED),
    (P.UNKNOWN, P.EXPIRED),
    (P.UNKNOWN, P.PENDING),
    (P.EXPIRED, P.SUCCEEDED),
    (P.EXPIRED, P.FAILED),
    (P.FAILED, P.SUCCEEDED),
}


@pytest.mark.parametrize(("was", "to"), list(product(PaymentStatus, PaymentStatus)))
def test_a_payment_moves_along_its_graph_alone(was: PaymentStatus, to: PaymentStatus) -> None:
    assert states.may_step(was, to) is ((was, to) in ALLOWED)


@pytest.mark.parametrize(("was", "to"), list(product(RequestStatus, RequestStatus)))
def test_a_request_leaves_only_the_open_state(was: RequestStatus, to: RequestStatus) -> None:
    expected = was is RequestStatus.OPEN and to is not RequestStatus.OPEN
    assert states.may_answer(was, to) is expected


# ---- requests ----------------------------------------------------------------------------------

ASKER, PAYER = PersonId(uuid4()), PersonId(uuid4())


def request(**changed: object) -> Request:
    fields = {
        "id": RequestId(uuid4()),
        "asker": ASKER,
        "payer": PAYER,
        "amount": inr(100),
        "note": "",
        "status": RequestStatus.OPEN,
        "created_at": NOON,
        "expires_at": NOON + timedelta(days=7),
        **changed,
    }
    return Request(**fields)  # type: ignore[arg-type]


def test_a_request_is_expired_from_its_end_on_whatever_the_table_says() -> None:
    end = NOON + timedelta(days=7)
    assert requests.status_at(request(), end - timedelta(microseconds=1)) is RequestStatus.OPEN
    assert requests.status_at(request(), end) is RequestStatus.EXPIRED
    paid = request(status=RequestStatus.PAID)
    assert requests.status_at(paid, end) is RequestStatus.PAID
    with pytest.raises(RequestOutOfTime):
        requests.check_open(request(), end)


@pytest.mark.parametrize(
    "status", [RequestStatus.PAID, RequestStatus.DECLINED, RequestStatus.CANCELLED]
)
def test_a_closed_request_says_what_became_of_it(status: RequestStatus) -> None:
    with pytest.raises(RequestClosed) as caught:
        requests.check_open(request(status=status), NOON)
    assert caught.value.facts() == {"status": status.value}


def test_each_side_has_its_own_part_and_a_stranger_none() -> None:
    requests.check_payer(request(), PAYER)
    requests.check_asker(request(), ASKER)
    with pytest.raises(OnlyTheOneAsked):
        requests.check_payer(request(), ASKER)
    with pytest.raises(OnlyTheAsker):
        requests.check_asker(request(), PAYER)
    for check in (requests.check_payer, requests.check_asker):
        with pytest.raises(RequestNotFound):
            check(request(), PersonId(uuid4()))


@pytest.mark.parametrize("days", [0, -1, 91])
def test_a_request_is_open_for_1_to_90_days(days: int) -> None:
    with pytest.raises(RequestTermInvalid):
        requests.expires_at(NOON, days)
    assert requests.expires_at(NOON, 90) == NOON + timedelta(days=90)


def test_a_reminder_is_due_a_day_after_the_last() -> None:
    requests.check_reminder(request(), NOON)
    reminded = request(reminded_at=NOON)
    with pytest.raises(RemindedToday) as caught:
        requests.check_reminder(reminded, NOON + timedelta(hours=23))
    assert caught.value.retry_after_s == 3600
    requests.check_reminder(reminded, NOON + timedelta(days=1))


def test_five_wishes_may_wait_for_the_same_person() -> None:
    requests.check_room(4)
    with pytest.raises(TooManyOpenRequests):
        requests.check_room(5)


# ---- the look-up guard -------------------------------------------------------------------------


def test_the_sixth_miss_within_an_hour_waits_until_the_first_is_forgotten() -> None:
    misses = [NOON + timedelta(minutes=m) for m in (0, 10, 20, 30, 40)]
    assert guard.wait_s(misses[:4], NOON) == 0
    at = NOON + timedelta(minutes=45)
    assert guard.wait_s(guard.recent(misses, at), at) == 15 * 60
    free = NOON + timedelta(hours=1)
    assert guard.recent(misses, free) == misses[1:]
    assert guard.wait_s(guard.recent(misses, free), free) == 0


@for_all(st.lists(st.integers(0, 7200), max_size=12), st.integers(0, 7200))
def test_after_the_wait_there_is_room_again(offsets: list[int], now_s: int) -> None:
    now = NOON + timedelta(seconds=now_s)
    misses = guard.recent([NOON + timedelta(seconds=s) for s in offsets if s <= now_s], now)
    wait = guard.wait_s(misses, now)
    assert (wait > 0) is (len(misses) >= guard.MAX_MISSES)
    later = now + timedelta(seconds=wait)
    assert guard.wait_s(guard.recent(misses, later), later) == 0
