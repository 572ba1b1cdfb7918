"""A notification in its reader's words, as the app and a summary show it."""

from datetime import datetime
from typing import Final

from babel.dates import format_date, format_datetime, get_timezone

from batua.kit.words import nearest, say
from batua.kit.written_money import locale_of
from batua.modules.identity.types import Person, PersonId
from batua.modules.notifications import rules
from batua.modules.notifications.types import Notification, Told
from batua.modules.payments.types import Party

# As the app writes it, so that the notification and the screen name the same moment alike.
MOMENT: Final = "d MMM y, h:mm a"
DAY: Final = "d MMM y"


def in_words(told: Told, reader: Person, parties: dict[PersonId, Party]) -> Notification:
    """A notification in its reader's words."""
    party = parties.get(PersonId(told.other)) if told.other else None
    language = nearest(reader.language)
    values = {
        "name": party.name if party else say(language, "notifications.somebody"),
        "amount": told.amount.format(language) if told.amount else "",
        "until": _moment(told.until, reader) if told.until else "",
        "day": _day(told.until, language) if told.until else "",
    }
    key = f"notifications.{told.kind}"
    return Notification(
        told,
        title=say(language, f"{key}.title", **values),
        body=say(language, f"{key}.body", **values),
        link=rules.link(told.kind, told.subject),
    )


def _moment(at: datetime, reader: Person) -> str:
    """A moment as a clock on the reader's wall shows it."""
    zone = get_timezone(reader.time_zone)
    return format_datetime(at, MOMENT, zone, locale_of(nearest(reader.language)))


def _day(at: datetime, language: str) -> str:
    """A day that is the same everywhere, such as one on which dues are due."""
    return format_date(at.date(), DAY, locale_of(language))
