"""Summaries by e-mail of what was not urgent: one a period and person, whoever is killed meanwhile."""

from uuid import UUID

from batua.kit import clock
from batua.kit.db import Tx
from batua.kit.ids import new_id
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.identity.types import PersonId
from batua.modules.notifications.mail_page import page
from batua.modules.notifications.rules import topics
from batua.modules.notifications.service import wording
from batua.modules.notifications.service.sending import dispatch
from batua.modules.notifications.store import digests as store
from batua.modules.notifications.store import dispatch as wishes_store
from batua.modules.notifications.store.digests import Due, Span
from batua.modules.notifications.types import Kind, Send, Via
from batua.modules.notifications.types.templates import Preview


async def write_digests(tx: Tx, keys: KeyRing, limit: int) -> int:
    """Queue the summaries that are due, and say when the next ones are; how many were looked at.

    The summary and where the next one begins are written together: a killed worker neither skips
    one nor repeats one. After a long standstill one summary is about all of it.
    """
    found = await store.due(tx, clock.now(), limit)
    people = await identity.people(tx, keys, [one.person for one in found])
    for one in found:
        person = people.get(PersonId(one.person))
        await _write(tx, one, "UTC" if person is None else person.time_zone)
    return len(found)


async def _write(tx: Tx, due: Due, time_zone: str) -> None:
    now = clock.now()
    end = topics.last_end(due.digest, now, time_zone)
    again_at = topics.next_end(due.digest, now, time_zone)
    if end <= due.since:
        await store.move_on(tx, due.person, due.since, again_at)
        return
    span, id = Span(due.person, due.since, end), new_id()
    lines, _ = await store.unread_ids(tx, span, wording.URGENT, 1)
    if lines and await store.add(tx, id, span):
        cause = f"digest:{end.isoformat()}"
        send = Send(person=due.person, cause=cause, via=Via.EMAIL, kind=Kind.DIGEST, matter=id)
        await dispatch(tx, send)
    await store.move_on(tx, due.person, end, again_at)


async def preview_digest(tx: Tx, keys: KeyRing, person: UUID) -> Preview | None:
    """The summary that she would get now; None when there is nothing in it."""
    reader = await identity.person(tx, keys, PersonId(person))
    now = clock.now()
    wishes = await wishes_store.wishes(tx, person)
    span = Span(person, now - topics.length(wishes.digest), now)
    said = await wording.digest_words(tx, keys, span, reader)
    if said is None:
        return None
    return Preview(said, page(said.text, said.subject, reader.language), None)
