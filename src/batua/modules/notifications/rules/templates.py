"""Which values a template may and must name, what they look like, and the words that the house says."""

import string
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Final

from babel.dates import format_date, format_datetime, get_timezone

from batua.kit.money import Currency, Money
from batua.kit.words import FALLBACK, words
from batua.kit.written_money import locale_of
from batua.modules.notifications.errors import BadTemplate
from batua.modules.notifications.types import Kind, Via
from batua.modules.notifications.types.templates import Hole, Holes, Value, Words

TYPES: Final[dict[Hole, type]] = {
    Hole.NAME: str,
    Hole.GROUP: str,
    Hole.LINES: str,
    Hole.AMOUNT: Money,
    Hole.DAY: date,
    Hole.UNTIL: datetime,
}
# Without the year: what is told is near, and a year in a text message looks like a code.
_DAY: Final = "d MMMM"
_MOMENT: Final = "d MMM y, h:mm a"

_NOTHING: Final = Holes(frozenset())
_NAME: Final = Holes(frozenset({Hole.NAME}))
_AMOUNT: Final = Holes(frozenset({Hole.AMOUNT}))
_DEALING: Final = Holes(frozenset({Hole.NAME, Hole.AMOUNT}))
_DUES: Final = Holes(frozenset({Hole.AMOUNT, Hole.DAY}))
_LOAN: Final = Holes(frozenset({Hole.AMOUNT, Hole.GROUP, Hole.DAY}), frozenset({Hole.NAME}))

HOLES: Final[dict[Kind, Holes]] = {
    **dict.fromkeys(Kind, _NOTHING),
    **dict.fromkeys(
        (
            Kind.RECEIVED,
            Kind.SENT,
            Kind.REQUESTED,
            Kind.REQUEST_PAID,
            Kind.REQUEST_DECLINED,
            Kind.REQUEST_REMINDED,
            Kind.REQUEST_CANCELLED,
            Kind.REQUEST_EXPIRED,
            Kind.REQUEST_MISSED,
            Kind.GROUP_PAYOUT_RETURNED,
        ),
        _DEALING,
    ),
    **dict.fromkeys(
        (
            Kind.GROUP_INVITED,
            Kind.GROUP_VOTE_GIVEN,
            Kind.GROUP_GUARANTEE_ASKED,
            Kind.GROUP_GUARANTEE_AGREED,
            Kind.GROUP_GUARANTEE_DECLINED,
            Kind.GROUP_LOAN_CANCELLED,
        ),
        _NAME,
    ),
    **dict.fromkeys(
        (
            Kind.TOPPED_UP,
            Kind.PAID_BY_LINK,
            Kind.TOP_UP_FAILED,
            Kind.AMOUNT_MISMATCHED,
            Kind.WITHDRAWN,
            Kind.WITHDRAWAL_FAILED,
            Kind.GROUP_PAID,
            Kind.GROUP_DUES_FINED,
            Kind.GROUP_DUES_WAIVED,
            Kind.GROUP_DUES_TAKEN,
            Kind.GROUP_DUES_NOT_TAKEN,
        ),
        _AMOUNT,
    ),
    **dict.fromkeys((Kind.GROUP_DUES_COMING, Kind.GROUP_DUES_MISSED, Kind.GROUP_DUES_ASKED), _DUES),
    Kind.PIN_LOCKED: Holes(frozenset({Hole.UNTIL})),
    Kind.DIGEST: Holes(frozenset({Hole.NAME, Hole.LINES})),
    Kind.GROUP_LOAN_DUE: _LOAN,
    Kind.GROUP_LOAN_LATE: _LOAN,
}
"""What the words of each kind must name, and what they may besides."""

FRAMED: Final = (Via.EMAIL, Via.SMS, Via.CALL, Via.PUSH)
"""What is told in the app goes by these with the app's own words in a frame."""
TITLED: Final = frozenset({Via.EMAIL, Via.PUSH})
"""What has a line above its words; others see it on a lock screen."""
APPROVED: Final = frozenset({Via.WHATSAPP})
"""Whose words were approved by others before, so that we cannot change them alone."""


def house_words(kind: Kind, via: Via, language: str) -> Words | None:
    """What the house says of a kind through a channel, its holes open; None when it says nothing."""
    key = f"notifications.{kind}.{via}"
    own = _text(language, key)
    if own is not None:
        return Words(own, _text(language, f"{key}.subject") or "")
    if via not in FRAMED or kind is Kind.DIGEST:
        return None
    if via is Via.PUSH and HOLES[kind] is _LOAN:
        # A push says what was told in the app, which does not know which instalment it was.
        return None
    title, body, frame = (
        _text(language, f"notifications.{name}") or ""
        for name in (f"{kind}.title", f"{kind}.body", f"frame.{via}")
    )
    text = frame.replace("{title}", title).replace("{body}", body)
    return Words(text, title if via in TITLED else "")


def check(kind: Kind, via: Via, wanted: Words) -> None:
    """Whether words name what they must, and nothing that is not known.

    refuses  BadTemplate
    """
    named = _named(wanted.text) | _named(wanted.subject)
    holes = HOLES[kind]
    unknown = named - holes.required - holes.optional
    missing = holes.required - named
    is_untitled = (via in TITLED) != bool(wanted.subject.strip())
    if unknown or missing or is_untitled or not wanted.text.strip() or "\n" in wanted.subject:
        raise BadTemplate(sorted(unknown), sorted(missing))
    if Hole.AMOUNT in _named(wanted.subject):
        # A line above the words stands on lock screens.
        raise BadTemplate([Hole.AMOUNT.value], [])


def filled(template: Words, values: Mapping[str, str]) -> Words:
    """Words with their holes filled."""
    return Words(template.text.format(**values), template.subject.format(**values))


def written(values: Mapping[Hole, Value], language: str, time_zone: str) -> dict[str, str]:
    """Values as a reader of a language and a place writes them, each by its type."""
    for hole, value in values.items():
        assert isinstance(value, TYPES[hole]), hole
    return {hole.value: _one(value, language, time_zone) for hole, value in values.items()}


def examples(kind: Kind, language: str) -> dict[Hole, Value]:
    """Values such as a kind may have, for a preview."""
    holes = HOLES[kind]
    every: dict[Hole, Value] = {
        Hole.NAME: _text(language, "notifications.example.name") or "",
        Hole.GROUP: _text(language, "notifications.example.group") or "",
        Hole.LINES: _text(language, "notifications.example.lines") or "",
        Hole.AMOUNT: Money(1_234_50, Currency("INR")),
        Hole.DAY: date(2027, 3, 14),
        Hole.UNTIL: datetime(2027, 3, 14, 9, 30, tzinfo=UTC),
    }
    return {hole: value for hole, value in every.items() if hole in holes.required | holes.optional}


def _one(value: Value, language: str, time_zone: str) -> str:
    if isinstance(value, Money):
        return value.format(language)
    if isinstance(value, datetime):
        return format_datetime(value, _MOMENT, get_timezone(time_zone), locale_of(language))
    if isinstance(value, date):
        return format_date(value, _DAY, locale_of(language))
    return value


def _text(language: str, key: str) -> str | None:
    return words(language).get(key) or words(FALLBACK).get(key)


def _named(text: str) -> set[str]:
    """The names of a text's holes; a hole that is more than a name is known to nobody."""
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError as error:
        raise BadTemplate(["{"], []) from error
    found = set()
    for _, name, spec, conversion in parts:
        if name is not None:
            found.add(name if not spec and not conversion else f"{name}!{spec or conversion}")
    return found
