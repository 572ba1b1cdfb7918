"""Where the demo's story is played, and how a person on it acts."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final, TypeVar
from uuid import UUID

from batua.apps.demo.people import PIN, Role
from batua.apps.demo.rails import PastProvider, past_rails
from batua.apps.demo.telling import Event
from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.files import Files
from batua.kit.money import Currency, Money
from batua.kit.secrets import KeyRing
from batua.modules.gateways import service as gateways
from batua.modules.gateways.types import Rails
from batua.modules.identity import service as identity
from batua.modules.identity.errors import StepUpExpired, StepUpRequired
from batua.modules.identity.types import PersonId
from batua.modules.ledger.errors import NotEnoughMoney
from batua.modules.notifications.jobs import messenger
from batua.modules.payments import service as payments
from batua.modules.payments.types import Actor
from batua.modules.payments.types.rails import TopUpOrder

INR: Final = Currency("INR")
SITE: Final = "http://127.0.0.1"
MOST_TRIES: Final = 4

T = TypeVar("T")


@dataclass
class Player:
    """A demo person as she acts: signed in on her phone, her PIN given when it is asked for."""

    id: PersonId
    session: UUID
    device: UUID
    step_up: str | None = None


@dataclass
class Stage:
    """Where the story is played.

    made  the ids of groups, memberships, votes and loans, by their keys in the story
    """

    db: Database
    keys: KeyRing
    generation: int
    rails: Rails
    provider: PastProvider
    means: identity.Means
    players: dict[str, Player] = field(default_factory=dict)
    made: dict[str, UUID] = field(default_factory=dict)

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


def rupees(count: int) -> Money:
    """So many whole rupees."""
    return Money(count * 100, INR)


Act = Callable[[Actor], Awaitable[T]]


async def act(stage: Stage, event: Event, do: Act[T]) -> T:
    """Do something as a person does: the PIN only when asked for it, more money when it is short.

    Hashing a PIN is slow on purpose, so it is not given without need.
    """
    player = stage.players[event.who.key]
    for _ in range(MOST_TRIES):
        try:
            return await do(Actor(player.id, player.session, player.step_up))
        except (StepUpRequired, StepUpExpired):
            caller = Caller(player.id, player.session, player.device, frozenset({"person"}), "en")
            player.step_up = (await identity.step_up(stage.db, stage.means, caller, PIN)).token
        except NotEnoughMoney:
            lacking = -(-event.rupees // 500) * 500 + 1_500
            await add(stage, event.who, lacking, f"{stage.key(event)}-add", works=True)
    raise AssertionError(f"{event.key} cannot be done")


async def add(stage: Stage, who: Role, count: int, key: str, *, works: bool) -> None:
    """Money from outside, so many rupees; it works or not."""
    order = TopUpOrder(stage.players[who.key].id, rupees(count), key, SITE)
    async with stage.db.transaction() as tx:
        added = await payments.top_up(tx, stage.rails, order)
    await settle(stage, added.payment.id, added.attempt.id, works=works)


async def settle(stage: Stage, payment: UUID, attempt: UUID, *, works: bool) -> None:
    """The provider is asked twice, as in life: to begin, and how it went."""
    if not works:
        stage.provider.failing.add(payment)
    await gateways.start(stage.db, stage.rails, attempt)
    await gateways.ask(stage.db, stage.rails, attempt)
