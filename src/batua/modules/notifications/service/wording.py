"""What a dispatch says: to which address, in whose words; put in when it leaves."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final
from uuid import UUID

from batua.kit.db import Tx
from batua.kit.secrets import KeyRing
from batua.kit.words import nearest, say
from batua.modules.groups import service as groups
from batua.modules.groups.types import LoanId
from batua.modules.identity import service as identity
from batua.modules.identity.types import Person
from batua.modules.notifications import rules
from batua.modules.notifications.rules.order import ALARMS
from batua.modules.notifications.rules.templates import HOLES, filled, written
from batua.modules.notifications.rules.topics import MOST_LINES
from batua.modules.notifications.service import templates, tickets
from batua.modules.notifications.service.told_words import in_words
from batua.modules.notifications.store import digests
from batua.modules.notifications.store import told as told_store
from batua.modules.notifications.store.digests import Span
from batua.modules.notifications.store.dispatch import Waiting
from batua.modules.notifications.types import Kind, Outgoing, Via
from batua.modules.notifications.types.templates import Hole, Value, Words
from batua.modules.payments import service as payments

URGENT: Final = sorted(kind.value for kind in ALARMS)
"""What is not summed up: it was said at once."""

Values = Mapping[Hole, Value]
Asker = Callable[[Tx, KeyRing, Waiting, Person], Awaitable[Values | None]]


async def outgoing(tx: Tx, keys: KeyRing, waiting: Waiting, person: Person) -> Outgoing | None:
    """The dispatch as a channel takes it; None when there is nothing to say any more.

    The person has an address for the channel.
    """
    ask = _ASKERS.get(waiting.kind, of_told)
    asked = await ask(tx, keys, waiting, person)
    to = address(waiting.channel, person)
    if asked is None or to is None:
        return None
    language = nearest(person.language)
    is_email = waiting.channel is Via.EMAIL
    template = await templates.template(tx, waiting.kind, waiting.channel, language)
    values = written(asked, language, person.time_zone)
    said = filled(template.words, values)
    return Outgoing(
        reference=waiting.reference,
        to=to,
        language=language,
        subject=said.subject,
        text=said.text,
        template=waiting.kind.value,
        values=values,
        dlt=await templates.registration(tx, template, to),
        # Nobody is rid of alarms, so those of them that are e-mails do not offer it.
        unsubscribe=tickets.make(keys, tickets.Use.UNSUBSCRIBE, waiting.person)
        if is_email and waiting.kind not in ALARMS
        else "",
    )


async def is_wanted(tx: Tx, kind: Kind, matter: UUID, part: int) -> bool:
    """Whether there still is something to say."""
    if kind not in _ASKERS:
        told = await told_store.find(tx, matter)
        return told is not None and (told.read_at is None or kind in ALARMS)
    if kind is Kind.DIGEST:
        return True
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
    return {
        Hole.NAME: person.name,
        Hole.GROUP: owed.group_name,
        Hole.AMOUNT: owed.left,
        Hole.DAY: owed.due_on,
    }


async def of_told(tx: Tx, keys: KeyRing, waiting: Waiting, person: Person) -> Values | None:
    """What she was told in the app and has not read there; an alarm is said all the same."""
    told = await told_store.find(tx, waiting.matter)
    if told is None or (told.read_at is not None and told.kind not in ALARMS):
        return None
    holes = HOLES[told.kind].required
    values: dict[Hole, Value] = {}
    if Hole.NAME in holes:
        others = [] if told.other is None else [told.other]
        parties = await payments.parties(tx, keys, person.id, others)
        names = [party.name for party in parties.values()]
        values[Hole.NAME] = next(iter(names), say(person.language, "notifications.somebody"))
    if told.amount is not None:
        values[Hole.AMOUNT] = told.amount
    if told.until is not None:
        values |= {Hole.UNTIL: told.until, Hole.DAY: told.until.date()}
    return values


async def _of_digest(tx: Tx, keys: KeyRing, waiting: Waiting, person: Person) -> Values | None:
    span = await digests.span(tx, waiting.matter)
    return None if span is None else await _summed_up(tx, keys, span, person)


async def digest_words(tx: Tx, keys: KeyRing, span: Span, reader: Person) -> Words | None:
    """A summary as it would leave; None when there is nothing in it."""
    values = await _summed_up(tx, keys, span, reader)
    if values is None:
        return None
    language = nearest(reader.language)
    template = await templates.template(tx, Kind.DIGEST, Via.EMAIL, language)
    return filled(template.words, written(values, language, reader.time_zone))


async def _summed_up(tx: Tx, keys: KeyRing, span: Span, reader: Person) -> Values | None:
    """What she was told and has not read, line by line; None when that is nothing."""
    ids, count = await digests.unread_ids(tx, span, URGENT, MOST_LINES)
    told = [one for id in ids if (one := await told_store.find(tx, id))]
    if not told:
        return None
    others = [one.other for one in told if one.other is not None]
    parties = await payments.parties(tx, keys, reader.id, others) if others else {}
    shown = [in_words(one, reader, parties) for one in told]
    lines = [f"• {one.title}. {one.body}" for one in shown]
    if count > len(lines):
        more = say(reader.language, "notifications.digest.more", count=count - len(lines))
        lines.append(f"• {more}")
    return {Hole.NAME: reader.name, Hole.LINES: "\n".join(lines)}


_ASKERS: Final[dict[Kind, Asker]] = {
    Kind.GROUP_LOAN_DUE: _of_loan_row,
    Kind.GROUP_LOAN_LATE: _of_loan_row,
    Kind.DIGEST: _of_digest,
}
