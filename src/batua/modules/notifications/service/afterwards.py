"""What comes after a hand-over: what the provider says of it, and what a call says to the person."""

from uuid import UUID

import msgspec

from batua.kit import clock, metrics
from batua.kit.db import Tx
from batua.kit.logs import log
from batua.kit.secrets import KeyRing
from batua.modules.notifications import rules
from batua.modules.notifications.errors import BadTicket
from batua.modules.notifications.service import costing, tickets
from batua.modules.notifications.service.sending import go_on
from batua.modules.notifications.store import order as order_store
from batua.modules.notifications.store import status as store
from batua.modules.notifications.store.dispatch import SEALED
from batua.modules.notifications.types import DispatchState, Outgoing, Reply, StatusReport

STATUSES = metrics.counter(
    "batua_dispatch_statuses_total", "What providers said afterwards.", "provider", "meaning"
)


async def note_status(tx: Tx, report: StatusReport) -> bool:
    """Note what a provider says of a dispatch; False when it changes nothing.

    A word that the provider does not document is shown as it came, and moves nothing.

    repeat  changes nothing; of two that come in disorder, the one that says more stays
    """
    meaning = "none" if report.state is None else report.state.value
    STATUSES.labels(report.provider, meaning if report.is_known else "unknown").inc()
    if not report.is_known:
        log.warning("status_unknown", provider=report.provider, ref=report.provider_ref)
    reference = report.reference or await store.reference_of(tx, report.provider_ref)
    if reference is None:
        return False
    is_news = await store.note(tx, reference, report, clock.now())
    await costing.note_report(tx, reference, report, is_news=is_news)
    if not is_news:
        return False
    if report.state is DispatchState.FAILED:
        id = await order_store.id_of(tx, reference)
        if id is not None:
            await go_on(tx, id)
    return True


def speech_ticket(keys: KeyRing, reference: UUID) -> str:
    """What names a call in an address, for as long as its words may be fetched."""
    until = clock.now() + rules.SPEECH_LIFE
    return tickets.make(keys, tickets.Use.SPEECH, reference, until)


async def speech(tx: Tx, keys: KeyRing, ticket: str) -> Outgoing:
    """The words of a call.

    refuses  BadTicket
    """
    reference = tickets.read(keys, tickets.Use.SPEECH, ticket)
    sealed = await store.speech(tx, reference, clock.now())
    if sealed is None:
        raise BadTicket
    return msgspec.json.decode(keys.decrypt(sealed, purpose=SEALED), type=Outgoing)


async def note_reply(tx: Tx, keys: KeyRing, ticket: str, reply: Reply) -> Outgoing:
    """Note which key was pressed in a call; its words.

    repeat   the last key stays
    refuses  BadTicket
    """
    said = await speech(tx, keys, ticket)
    await store.reply(tx, said.reference, reply)
    return said
