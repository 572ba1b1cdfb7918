"""Lives the demo's story through the doors of the modules, with the clock held in the past."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from batua.apps.demo import claims, gathering
from batua.apps.demo.people import CAST, PASSWORD, PIN, Role
from batua.apps.demo.pots import GroupEvent
from batua.apps.demo.stage import Player, Stage, act, add, rupees, settle
from batua.apps.demo.story import DAYS, Add, Ask, Send, Take, story
from batua.apps.demo.telling import Event
from batua.kit import clock, jobs, journal
from batua.kit.db import Tx
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.identity.types import NewPerson, PersonId
from batua.modules.notifications import service as notifications
from batua.modules.payments import service as payments
from batua.modules.payments.types import Actor, AskOrder, Payment, PayOrder, RequestId, SendOrder
from batua.modules.payments.types.rails import WithdrawOrder

NEWS: Final = timedelta(days=2)
"""What is older was read."""
PAGE: Final = 100

Progress = Callable[[int, int], None]


async def play(stage: Stage, today: datetime, progress: Progress) -> None:
    """Register everybody, live the story, and let everybody hear of it.

    repeat  does what an earlier call left undone
    """
    events = story(today)
    with clock.frozen(today - timedelta(days=DAYS)) as held:
        for role in CAST:
            stage.players[role.key] = await _join(stage, role)
            held.advance(timedelta(minutes=7))
        await _hear(stage, "payments")  # which opens their wallets
        for done, event in enumerate(events):
            held.move_to(event.at)
            await _live(stage, event)
            progress(done + 1, len(events))
        held.move_to(today)
        async with stage.db.transaction() as tx:
            await payments.expire_requests(tx, today, len(events))
    # Payouts left jobs that ask the provider: only the past knows the answer.
    await jobs.run_due(jobs.Context(stage.db, {"rails": stage.rails, "keys": stage.keys}))
    await _hear(stage, *journal.readers())
    await _read_old_news(stage, today)


async def _join(stage: Stage, role: Role) -> Player:
    """Register a person and sign her in on her phone."""
    async with stage.db.transaction() as tx:
        id = await identity.find_by_phone(tx, stage.keys, role.phone(stage.generation))
        if id is None:
            new = NewPerson(
                phone=role.phone(stage.generation),
                name=role.name,
                language=role.language,
                handle=role.handle(stage.generation),
                password=PASSWORD,
                pin=PIN,
            )
            id = (await identity.register_directly(tx, stage.keys, new, stage.means.hasher)).id
        person = await identity.person(tx, stage.keys, id)
        signed = await identity.open_session(
            tx, stage.keys, person, identity.Place(None, "Phone (demo)")
        )
    return Player(id, signed.session, signed.device)


async def _live(stage: Stage, event: Event) -> None:
    match event:
        case Send():
            await _send(stage, event)
        case Ask():
            await _ask(stage, event)
        case Add():
            await add(stage, event.who, event.rupees, stage.key(event), works=event.works)
        case Take():
            await _take(stage, event)
        case claims.ClaimEvent():
            await claims.live(stage, event)
        case GroupEvent():
            await gathering.live(stage, event)


async def _send(stage: Stage, event: Send) -> None:
    async def do(actor: Actor) -> None:
        payee = stage.players[event.to.key].id
        order = SendOrder(actor, payee, rupees(event.rupees), event.note, stage.key(event))
        async with stage.db.transaction() as tx:
            await payments.send(tx, stage.keys, order)

    await act(stage, event, do)


async def _ask(stage: Stage, event: Ask) -> None:
    asker, payer = stage.players[event.who.key].id, stage.players[event.of.key].id
    order = AskOrder(asker, payer, rupees(event.rupees), event.note, event.days, stage.key(event))
    async with stage.db.transaction() as tx:
        request = (await payments.ask(tx, stage.keys, order)).request
        if event.answer == "declined":
            await payments.decline(tx, stage.keys, payer, request.id)
    if event.answer == "paid":
        await _pay(stage, event, request.id)


async def _pay(stage: Stage, event: Ask, request: RequestId) -> None:
    async def do(actor: Actor) -> None:
        order = PayOrder(actor, request, f"{stage.key(event)}-pay")
        async with stage.db.transaction() as tx:
            await payments.pay_request(tx, stage.keys, order)

    await act(stage, Event(event.at, f"{event.key}-pay", event.of, event.rupees), do)


async def _take(stage: Stage, event: Take) -> None:
    async def do(actor: Actor) -> Payment:
        order = WithdrawOrder(actor, rupees(event.rupees), event.who.bank, stage.key(event))
        async with stage.db.transaction() as tx:
            return (await payments.withdraw(tx, stage.keys, stage.rails, order)).payment

    payment = await act(stage, event, do)
    assert payment.attempt is not None
    await settle(stage, payment.id, payment.attempt, works=event.works)


async def _hear(stage: Stage, *readers: str) -> None:
    for reader in readers:
        while await journal.react(stage.db, reader):
            pass


async def _read_old_news(stage: Stage, today: datetime) -> None:
    """Only the last days' notifications are new to their readers."""
    for player in stage.players.values():
        async with stage.db.transaction() as tx:
            await _read_until(tx, stage.keys, player.id, today - NEWS)


async def _read_until(tx: Tx, keys: KeyRing, person: PersonId, until: datetime) -> None:
    cursor, is_end = None, False
    while not is_end:
        page = await notifications.notifications(tx, keys, person, cursor, PAGE, unread=True)
        old = [one.told.id for one in page.items if one.told.created_at < until]
        if old:
            await notifications.mark_read(tx, person, old)
        cursor, is_end = page.next, page.next is None
