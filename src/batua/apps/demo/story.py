"""What the demo people did in the last months: a fixed story, told anew from any day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Final

from batua.apps.demo import claims, pots
from batua.apps.demo.people import (
    ASHA,
    GURPREET,
    IMRAN,
    LAKSHMI,
    MEERA,
    MILL,
    RAVI,
    SHOP,
    SUNITA,
    Role,
)
from batua.apps.demo.telling import Event, day

DAYS: Final = 100
SEED: Final = 1947


@dataclass(frozen=True, slots=True)
class Send(Event):
    """Money to another."""

    to: Role
    note: str


@dataclass(frozen=True, slots=True)
class Ask(Event):
    """A wish for money, and what became of it: paid, declined or left open."""

    of: Role
    note: str
    answer: str
    days: int = 7


@dataclass(frozen=True, slots=True)
class Add(Event):
    """Money from outside; it does not always work."""

    works: bool = True


@dataclass(frozen=True, slots=True)
class Take(Event):
    """Money to the bank; it does not always work."""

    works: bool = True


def story(today: datetime) -> list[Event]:
    """Everything up to `today`, in the order of time."""
    chance = Random(SEED)  # noqa: S311 - a story, not a secret
    events = [
        *_months(today),
        *_errands(today, chance),
        *_friends(today, chance),
        *_savings(today),
        *_lately(today),
        *claims.story(today),
        *pots.story(today),
    ]
    return sorted((e for e in events if e.at <= today), key=lambda e: (e.at, e.key))


def _months(today: datetime) -> Iterator[Event]:
    """Wages, rent, and the lunch that Meera cooks."""
    for n, ago in enumerate((97, 67, 37, 7)):
        yield Add(day(today, ago, 9, 5), f"float-{n}", MILL, 50_000)
        for who, rupees in ((ASHA, 18_000), (SUNITA, 14_500), (IMRAN, 16_200)):
            at = day(today, ago, 10, 10)
            yield Send(at, f"wages-{n}-{who.key}", MILL, rupees, who, "Wages")
        at = day(today, ago - 2, 19, 20)
        yield Send(at, f"rent-{n}", ASHA, 6_500, LAKSHMI, "किराया")
        yield Send(at, f"rent-i-{n}", IMRAN, 5_800, LAKSHMI, "किराया")
        at = day(today, ago - 1, 13, 45)
        yield Send(at, f"tiffin-{n}", RAVI, 1_450, MEERA, "Tiffin for the month")


def _errands(today: datetime, chance: Random) -> Iterator[Event]:
    """What is bought at the corner shop."""
    notes = {"hi": ("सब्ज़ी", "दूध और ब्रेड", "किराना", "चाय पत्ती"), "en": ("Groceries", "Milk", "Rice")}
    for ago in range(DAYS - 4, 0, -1):
        for who in (ASHA, RAVI, SUNITA, IMRAN, MEERA):
            if chance.random() < 0.18:
                at = day(today, ago, chance.randint(8, 20), chance.randint(0, 59))
                note = chance.choice(notes[who.language])
                rupees = chance.randint(25, 460)
                yield Send(at, f"shop-{ago}-{who.key}", who, rupees, SHOP, note)


def _friends(today: datetime, chance: Random) -> Iterator[Event]:
    """Shared autos, tea and the cinema, back and forth."""
    friends = (RAVI, MEERA, GURPREET, LAKSHMI)
    notes = ("Auto to the station", "Chai", "Cinema", "Lunch", "Recharge", "Cricket ground")
    for ago in range(DAYS - 6, 0, -2):
        who, to = chance.sample(friends, 2)
        at = day(today, ago, chance.randint(11, 21), chance.randint(0, 59))
        rupees, note = chance.randint(20, 480), chance.choice(notes)
        if chance.random() < 0.25:
            answer = chance.choice(("paid", "paid", "declined"))
            yield Ask(at, f"ask-{ago}", to, rupees, who, note, answer)
        else:
            yield Send(at, f"friend-{ago}", who, rupees, to, note)


def _savings(today: datetime) -> Iterator[Event]:
    """To the bank and from it, once in a while; twice it did not work."""
    for n, ago in enumerate((80, 52, 24)):
        yield Take(day(today, ago, 21, 15), f"till-{n}", SHOP, 9_000)
        yield Take(day(today, ago - 3, 18), f"home-{n}", SUNITA, 6_000)
    yield Take(day(today, 31, 12), "bank-away", LAKSHMI, 2_500, works=False)
    yield Add(day(today, 45, 17), "card-refused", RAVI, 3_000, works=False)
    yield Send(day(today, 60, 20), "fees", ASHA, 4_200, MEERA, "स्कूल फ़ीस")
    yield Send(day(today, 28, 20), "loan", GURPREET, 2_000, RAVI, "Thanks for the loan")


def _lately(today: datetime) -> Iterator[Event]:
    """What still waits for an answer."""
    yield Ask(day(today, 25, 16), "old", GURPREET, 350, IMRAN, "Ground fee", "open", days=3)
    yield Ask(today - timedelta(hours=26), "open-1", RAVI, 240, ASHA, "Auto share", "open")
    yield Ask(today - timedelta(hours=20), "open-2", SHOP, 385, RAVI, "Bill of Tuesday", "open")
    yield Ask(today - timedelta(hours=5), "open-3", ASHA, 600, SUNITA, "मेले के पैसे", "open")
    yield Send(today - timedelta(hours=3), "last-1", SUNITA, 150, ASHA, "चाय-समोसा")
    yield Send(today - timedelta(hours=1), "last-2", GURPREET, 320, RAVI, "Cinema")
