"""What a dispatch says: to which address, in whose words; put in when it leaves."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Final
from uuid import UUID

from babel.dates import format_date

from batua.kit.db import Tx
from batua.kit.secrets import KeyRing
from batua.kit.words import nearest, say
from batua.kit.written_money import locale_of
from batua.modules.groups import service as groups
from batua.modules.groups.types import LoanId
from batua.modules.identity import service as identity
from batua.modules.identity.types import Person
from batua.modules.notifications import rules
from batua.modules.notifications.service import tickets
from batua.modules.notifications.store.dispatch import Waiting
from batua.modules.notifications.types import Kind, Outgoing, Via

# Without the year: what is told is near, and a year in a text message looks like a code.
DAY: Final = "d MMMM"

Values = dict[str, str]
Asker = Callable[[Tx, KeyRing, Waiting, Person], Awaitable[Values | None]]


async def outgoing(tx: Tx, keys: KeyRing, waiting: Waiting, person: Person) -> Outgoing | None:
    """The dispatch as a channel takes it; None when there is nothing to say any more.

    The person has an address for the channel.
    """
    values = await _ASKERS[waiting.kind](tx, keys, waiting, person)
    to = address(waiting.channel, person)
    if values is None or to is None:
        return None
    language = nearest(person.language)
    key = f"notifications.{waiting.kind}.{waiting.channel}"
    is_email = waiting.channel is Via.EMAIL
    return Outgoing(
        reference=waiting.reference,
        to=to,
        language=language,
        subject=say(language, f"{key}.subject", **values) if is_email else "",
        text=say(language, key, **values),
        template=waiting.kind.value,
        values=values,
        unsubscribe=tickets.make(keys, tickets.Use.UNSUBSCRIBE, waiting.person) if is_email else "",
    )


async def is_wanted(tx: Tx, kind: Kind, matter: UUID, part: int) -> bool:
    """Whether there still is something to say."""
    assert kind in _ASKERS, kind
    return await groups.is_owed(tx, LoanId(matter), part)


def address(via: Via, person: Person) -> str | None:
    """Where a person is reached; None when she never said."""
    return person.email if via is Via.EMAIL else person.phone


def masked(via: Via, to: str) -> str:
    """An address as officers see it."""
    return rules.masked(to) if via is Via.EMAIL else identity.mask_phone(to)


async def _of_loan_row(tx: Tx, keys: KeyRing, waiting: Waiting, person: Person) -> Values | None:
    owed = await groups.owed(tx, keys, LoanId(waiting.matter), waiting.part)
    if owed is None:
        return None
    language = nearest(person.language)
    return {
        "name": person.name,
        "group": owed.group_name,
        "amount": owed.left.format(language),
        "day": _day(owed.due_on, language),
    }


def _day(on: date, language: str) -> str:
    return format_date(on, DAY, locale_of(language))


_ASKERS: Final[dict[Kind, Asker]] = {
    Kind.GROUP_LOAN_DUE: _of_loan_row,
    Kind.GROUP_LOAN_LATE: _of_loan_row,
}
