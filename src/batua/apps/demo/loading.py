"""Lives the demo's story through the doors of the modules, with the clock held in the past."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, TypeVar
from uuid import UUID

from batua.apps.demo.people import CAST, PASSWORD, PIN, Role
from batua.apps.demo.rails import PastProvider, past_rails
from batua.apps.demo.story import DAYS, Add, Ask, Event, Send, Take, story
from batua.kit import clock, jobs, journal
from batua.kit.caller import Caller
from batua.kit.db import Database, Tx
from batua.kit.files import Files
from batua.kit.money import Currency, Money
from batua.kit.secrets import KeyRing
from batua.modules.gateways import service as gateways
from batua.modules.gateways.types import Rails
from batua.modules.identity import service as identity
from batua.modules.identity.errors import StepUpExpired, StepUpRequired
from batua.modules.identity.types import NewPerson, PersonId
from batua.modules.ledger.errors import NotEnoughMoney
from batua.modules.notifications import service as notifications
from batua.modules.notifications.jobs import messenger
from batua.modules.payments import service as payments
from batua.modules.payments.types import Actor, AskOrder, Payment, PayOrder, RequestId, SendOrder
from batua.modules.payments.types.rails import TopUpOrder, WithdrawOrder

INR: Final = Currency("INR")
SITE: Final = "http://127.0.0.1"
NEWS: Final = timedelta(days=2)
"""What is older was read."""
PAGE: Final = 100
MOST_TRIES: Final = 4

T = TypeVar("T")
Progress = Callable[[int, int], None]


@dataclass
class Player:
    """A demo person as she acts: signed in on her phone, her PIN given when it is asked for."""

    id: PersonId
    session: UUID
    device: UUID
    step_up: str | None = None


@dataclass
class Stage:
    """Where the story is played."""

    db: Database
    keys: KeyRing
    generation: int
    rails: Rails
    provider: PastProvider
    means: identity.Means
    players: dict[str, Player] = field(default_factory=dict)

    @classmethod
    def build(cls, db: Database, keys: KeyRing, generation: int) -> "Stage":
        """An empty stage on a database."""
        rails, provider = past_rails(keys)
        means = identity.Means(
            keys=keys,
            hasher=identity.Hasher(),
            messenger=messenger(keys),
            files=Files.in_memory(),
        )
        return cls(db, keys, generation, rails, provider, means)

    def key(self, event: Event) -> str:
        """The event's idempotency key: a broken-off load can be repeated."""
        return f"demo-{self.generation}-{event.key}"


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
            await _add(stage, event.who, event.rupees, stage.key(event), works=event.works)
        case Take():
            await _take(stage, event)


def _rupees(count: int) -> Money:
    return Money(count * 100, INR)


Act = Callable[[Actor], Awaitable[T]]


async def _act(stage: Stage, event: Event, act: Act[T]) -> T:
    """Do something as a person does: the PIN only when asked for it, more money when it is short.

    Hashing a PIN is slow on purpose, so it is not given without need.
    """
    player = stage.players[event.who.key]
    for _ in range(MOST_TRIES):
        try:
            return await act(Actor(player.id, player.session, player.step_up))
        except (StepUpRequired, StepUpExpired):
            caller = Caller(player.id, player.session, player.device, frozenset({"person"}), "en")
            player.step_up = (await identity.step_up(stage.db, stage.means, caller, PIN)).token
        except NotEnoughMoney:
            rupees = -(-event.rupees // 500) * 500 + 1_500
            await _add(stage, event.who, rupees, f"{stage.key(event)}-add", works=True)
    raise AssertionError(f"{event.key} cannot be done")


async def _send(stage: Stage, event: Send) -> None:
    async def act(actor: Actor) -> None:
        payee = stage.players[event.to.key].id
        order = SendOrder(actor, payee, _rupees(event.rupees), event.note, stage.key(event))
        async with stage.db.transaction() as tx:
            await payments.send(tx, stage.keys, order)

    await _act(stage, event, act)


async def _ask(stage: Stage, event: Ask) -> None:
    asker, payer = stage.players[event.who.key].id, stage.players[event.of.key].id
    order = AskOrder(asker, payer, _rupees(event.rupees), event.note, event.days, stage.key(event))
    async with stage.db.transaction() as tx:
        request = (await payments.ask(tx, stage.keys, order)).request
        if event.answer == "declined":
            await payments.decline(tx, stage.keys, payer, request.id)
    if event.answer == "paid":
        await _pay(stage, event, request.id)


async def _pay(stage: Stage, event: Ask, request: RequestId) -> None:
    async def act(actor: Actor) -> None:
        order = PayOrder(actor, request, f"{stage.key(event)}-pay")
        async with stage.db.transaction() as tx:
            await payments.pay_request(tx, stage.keys, order)

    await _act(stage, Event(event.at, f"{event.key}-pay", event.of, event.rupees), act)


async def _add(stage: Stage, who: Role, rupees: int, key: str, *, works: bool) -> None:
    order = TopUpOrder(stage.players[who.key].id, _rupees(rupees), key, SITE)
    async with stage.db.transaction() as tx:
        added = await payments.top_up(tx, stage.rails, order)
    await _settle(stage, added.payment.id, added.attempt.id, works=works)


async def _take(stage: Stage, event: Take) -> None:
    async def act(actor: Actor) -> Payment:
        order = WithdrawOrder(actor, _rupees(event.rupees), event.who.bank, stage.key(event))
        async with stage.db.transaction() as tx:
            return (await payments.withdraw(tx, stage.keys, stage.rails, order)).payment

    payment = await _act(stage, event, act)
    assert payment.attempt is not None
    await _settle(stage, payment.id, payment.attempt, works=event.works)


async def _settle(stage: Stage, payment: UUID, attempt: UUID, *, works: bool) -> None:
    """The provider is asked twice, as in life: to begin, and how it went."""
    if not works:
        stage.provider.failing.add(payment)
    await gateways.start(stage.db, stage.rails, attempt)
    await gateways.ask(stage.db, stage.rails, attempt)


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
