"""When a request may be answered, reminded of and taken back, and by whom."""

from datetime import datetime, timedelta
from typing import Final

from batua.modules.identity.types import PersonId
from batua.modules.payments.errors import (
    OnlyTheAsker,
    OnlyTheOneAsked,
    RemindedToday,
    RequestClosed,
    RequestNotFound,
    RequestOutOfTime,
    RequestTermInvalid,
    TooManyOpenRequests,
)
from batua.modules.payments.types import Request, RequestStatus

DEFAULT_TERM_DAYS: Final = 7
MAX_TERM_DAYS: Final = 90
MAX_OPEN_TO_ONE: Final = 5
"""A request rings at the other's side, so one person may not be rung by another without end."""
REMIND_EVERY: Final = timedelta(days=1)


def expires_at(now: datetime, days: int) -> datetime:
    """The end of a request; refuses RequestTermInvalid."""
    if not 1 <= days <= MAX_TERM_DAYS:
        raise RequestTermInvalid
    return now + timedelta(days=days)


def check_room(open_to_payer: int) -> None:
    """Refuse a wish too many to the same person."""
    if open_to_payer >= MAX_OPEN_TO_ONE:
        raise TooManyOpenRequests(MAX_OPEN_TO_ONE)


def status_at(request: Request, now: datetime) -> RequestStatus:
    """What the request is at a moment: past its end it is expired before any job says so."""
    if request.status is RequestStatus.OPEN and request.expires_at <= now:
        return RequestStatus.EXPIRED
    return request.status


def check_open(request: Request, now: datetime) -> None:
    """Refuse to act on what is over; refuses RequestClosed, RequestOutOfTime."""
    status = status_at(request, now)
    if status is RequestStatus.EXPIRED:
        raise RequestOutOfTime
    if status is not RequestStatus.OPEN:
        raise RequestClosed(status.value)


def check_payer(request: Request, person: PersonId) -> None:
    """Refuse anyone but the one who was asked; a stranger learns nothing."""
    _check_side(request, person)
    if request.payer != person:
        raise OnlyTheOneAsked


def check_asker(request: Request, person: PersonId) -> None:
    """Refuse anyone but the one who asked; a stranger learns nothing."""
    _check_side(request, person)
    if request.asker != person:
        raise OnlyTheAsker


def _check_side(request: Request, person: PersonId) -> None:
    if not request.has_side(person):
        raise RequestNotFound


def check_reminder(request: Request, now: datetime) -> None:
    """Refuse a second reminder within a day."""
    if request.reminded_at is None:
        return
    wait = request.reminded_at + REMIND_EVERY - now
    if wait > timedelta(0):
        raise RemindedToday(max(1, int(wait.total_seconds())))
