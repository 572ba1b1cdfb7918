"""What the demo people did in their groups: who saves with whom, what they voted on and lent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from batua.apps.demo.people import ASHA, GURPREET, IMRAN, LAKSHMI, MARK, MEERA, RAVI, SUNITA, Role
from batua.apps.demo.telling import Event, day
from batua.modules.groups.types import (
    Admission,
    Choice,
    Constitution,
    DuesPlan,
    FineKind,
    FineRule,
    GroupKind,
    Interest,
    LoanProduct,
    Rhythm,
    VoteRule,
)

SAVERS: Final = "savers"
FAIR: Final = "fair"
SISTERS: Final = "sisters"
DUES: Final = "savings"
LOAN: Final = "loan"
SAVING: Final = (MEERA, ASHA, RAVI, SUNITA, LAKSHMI, IMRAN)
LOANS: Final = frozenset({"savers-loan"})
"""Events that ask for loans: the vote about one is opened by its guarantor's yes."""
DUE_AGO: Final = (90, 62, 34, 6)
"""Every four weeks, so that the story is the same from any day."""


@dataclass(frozen=True, slots=True)
class GroupEvent(Event):
    """Something in a group; `group` is its key in the story."""

    group: str


@dataclass(frozen=True, slots=True)
class Found(GroupEvent):
    """A group begins, with rules of its own."""

    kind: GroupKind
    name: str
    purpose: str
    constitution: Constitution
    is_women_only: bool = False


@dataclass(frozen=True, slots=True)
class Join(GroupEvent):
    """Somebody was invited by name, and comes in."""

    by: Role


@dataclass(frozen=True, slots=True)
class Roles(GroupEvent):
    """A vote about who holds which office: (person, role's name)."""

    offices: tuple[tuple[Role, str], ...]


@dataclass(frozen=True, slots=True)
class PayIn(GroupEvent):
    """Money into the pot, for dues or for nothing in particular."""

    note: str
    plan: str | None = None


@dataclass(frozen=True, slots=True)
class Want(GroupEvent):
    """A withdrawal to oneself is put to the vote."""

    reason: str


@dataclass(frozen=True, slots=True)
class Borrow(GroupEvent):
    """A loan is asked for, with one who answers for it."""

    guarantor: Role
    count: int
    purpose: str


@dataclass(frozen=True, slots=True)
class Answer(GroupEvent):
    """A guarantor says yes to a loan."""

    loan: str


@dataclass(frozen=True, slots=True)
class Vote(GroupEvent):
    """A yes, or another choice, to what an earlier event put to the vote."""

    on: str
    choice: Choice = Choice.YES


@dataclass(frozen=True, slots=True)
class Repay(GroupEvent):
    """An instalment of a loan, by its number."""

    loan: str
    n: int


@dataclass(frozen=True, slots=True)
class Rounds(GroupEvent):
    """What the jobs of dues would have done that day: written, reminded, fined."""


def story(today: datetime) -> Iterator[GroupEvent]:
    """Everything that happened in groups, in no order."""
    yield from _savers(today)
    yield from _votes(today)
    yield from _loan(today)
    yield from _fair(today)
    yield from _sisters(today)


def _savers(today: datetime) -> Iterator[GroupEvent]:
    """Six neighbours who save every four weeks."""
    yield Found(
        day(today, 93, 18),
        "savers",
        MEERA,
        0,
        SAVERS,
        GroupKind.SAVINGS_GROUP,
        f"Gali No. 4 savings {MARK}",
        "We save together every month, and lend to one another.",
        rules_of_savers(day(today, DUE_AGO[0], 12)),
    )
    for n, who in enumerate(SAVING[1:]):
        yield Join(day(today, 93, 18, 20 + n), f"savers-in-{who.key}", who, 0, SAVERS, MEERA)
    offices = ((ASHA, "treasurer"), (RAVI, "secretary"))
    yield Roles(day(today, 92, 19), "savers-roles", MEERA, 0, SAVERS, offices)
    for n, who in enumerate((SUNITA, LAKSHMI, MEERA, IMRAN)):
        at = day(today, 92, 19, 10 + n)
        yield Vote(at, f"savers-roles-{who.key}", who, 0, SAVERS, "savers-roles")
    for n, ago in enumerate(DUE_AGO):
        yield from _dues(today, n, ago)


def _dues(today: datetime, n: int, ago: int) -> Iterator[GroupEvent]:
    """One round of dues: most pay on the day, one a little late, and lately one not at all."""
    is_last = ago == DUE_AGO[-1]
    for later in (-2, 1, 5):
        yield Rounds(day(today, ago - later, 21), f"savers-rounds-{n}-{later}", MEERA, 0, SAVERS)
    for hour, who in ((9, MEERA), (11, ASHA), (13, LAKSHMI), (19, SUNITA), (20, RAVI)):
        if not (is_last and who is RAVI):
            yield _saves(day(today, ago, hour, 40), n, who)
    yield _saves(day(today, ago - 2, 10, 30), n, IMRAN)


def _saves(at: datetime, n: int, who: Role) -> PayIn:
    note = "बचत" if who.language == "hi" else "Savings"
    return PayIn(at, f"savers-dues-{n}-{who.key}", who, 500, SAVERS, note, DUES)


def _votes(today: datetime) -> Iterator[GroupEvent]:
    """One withdrawal that was paid, and one that waits for the visitor."""
    yield Want(day(today, 30, 18), "savers-tea", LAKSHMI, 450, SAVERS, "Tea for the meeting")
    for n, who in enumerate((MEERA, ASHA, RAVI)):
        at = day(today, 30, 20, n)
        yield Vote(at, f"savers-tea-{who.key}", who, 0, SAVERS, "savers-tea")
    at = today - timedelta(hours=20)
    yield Want(at, "savers-books", IMRAN, 900, SAVERS, "बच्चों की किताबें")
    for n, who in enumerate((MEERA, SUNITA)):
        at = today - timedelta(hours=18 - n)
        yield Vote(at, f"savers-books-{who.key}", who, 0, SAVERS, "savers-books")


def _loan(today: datetime) -> Iterator[GroupEvent]:
    """A loan that is being paid back; its first instalment was due 23 to 20 days ago."""
    yield Borrow(day(today, 52, 18), "savers-loan", SUNITA, 3_000, SAVERS, LAKSHMI, 4, "सिलाई मशीन")
    yield Answer(day(today, 52, 20), "savers-loan-yes", LAKSHMI, 0, SAVERS, "savers-loan")
    for n, who in enumerate((MEERA, ASHA, RAVI)):
        at = day(today, 51, 9, 30 + n)
        yield Vote(at, f"savers-loan-{who.key}", who, 0, SAVERS, "savers-loan")
    yield Repay(day(today, 20, 18), "savers-loan-1", SUNITA, 800, SAVERS, "savers-loan", 1)


def _fair(today: datetime) -> Iterator[GroupEvent]:
    """Four friends and a fair: a pot for one event."""
    yield Found(
        day(today, 24, 17),
        "fair",
        ASHA,
        0,
        FAIR,
        GroupKind.EVENT_FUND,
        f"मोहल्ले का मेला {MARK}",
        "मेले की लाइट, टेंट और मिठाई",
        Constitution(
            admission=Admission.INVITED,
            vote=VoteRule(open_hours=48, second_factor_minor=50_000),
        ),
    )
    for n, who in enumerate((RAVI, GURPREET, IMRAN)):
        yield Join(day(today, 24, 17, 20 + n), f"fair-in-{who.key}", who, 0, FAIR, ASHA)
    gifts = ((21, ASHA, 500), (20, RAVI, 300), (18, GURPREET, 400), (15, IMRAN, 250))
    for ago, who, rupees in gifts:
        note = "मेले के लिए" if who.language == "hi" else "For the fair"
        yield PayIn(day(today, ago, 16, 5), f"fair-pays-{who.key}", who, rupees, FAIR, note)
    yield Want(day(today, 9, 12), "fair-tent", GURPREET, 480, FAIR, "Advance for the tent")
    for n, who in enumerate((RAVI, ASHA)):
        at = day(today, 9, 14, n)
        yield Vote(at, f"fair-tent-{who.key}", who, 0, FAIR, "fair-tent")


def _sisters(today: datetime) -> Iterator[GroupEvent]:
    """Four women, all verified by then, and a pot for whoever of them needs it."""
    yield Found(
        day(today, 18, 18),
        "sisters",
        LAKSHMI,
        0,
        SISTERS,
        GroupKind.SIMPLE_POT,
        f"सखी मंडल {MARK}",
        "A pot of our own, for when one of us needs it.",
        Constitution(
            admission=Admission.INVITED,
            vote=VoteRule(open_hours=48, second_factor_minor=50_000),
        ),
        is_women_only=True,
    )
    for n, who in enumerate((MEERA, SUNITA, ASHA)):
        yield Join(day(today, 18, 18, 20 + n), f"sisters-in-{who.key}", who, 0, SISTERS, LAKSHMI)
    gifts = ((17, LAKSHMI, 300), (16, SUNITA, 200), (13, ASHA, 200), (10, MEERA, 250))
    for ago, who, rupees in gifts:
        note = "हमारे लिए" if who.language == "hi" else "For all of us"
        yield PayIn(day(today, ago, 17, 15), f"sisters-pays-{who.key}", who, rupees, SISTERS, note)


def rules_of_savers(first: datetime) -> Constitution:
    """The savers' own rules, with dues from that day on."""
    return Constitution(
        admission=Admission.INVITED,
        max_members=30,
        vote=VoteRule(weighty_percent=67, open_hours=168, second_factor_minor=50_000),
        dues=(
            DuesPlan(
                key=DUES,
                name="Savings",
                amount_minor=50_000,
                rhythm=Rhythm.WEEKLY,
                every=4,
                weekday=first.isoweekday(),
                starts_on=first.date().isoformat(),
                fine=FineRule(kind=FineKind.FLAT, flat_minor=1_000, grace_days=3),
            ),
        ),
        loans=(
            LoanProduct(
                key=LOAN,
                name="Loan",
                interest=Interest.REDUCING,
                rate_bps=150,
                guarantors=1,
                fine=FineRule(kind=FineKind.FLAT, flat_minor=1_000, grace_days=5),
            ),
        ),
        reserve_minor=100_000,
    )
