"""Random questions about a person's history and requests, and the model's answers to them."""

import random
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from tests.modules.payments.given import Someone
from tests.modules.payments.model import Book, Paid

from batua.modules.payments.types import (
    Direction,
    HistoryFilter,
    PaymentKind,
    PaymentStatus,
)

TEXTS = (
    *("rent", "re", "rent may", "may rent", "CHAI", "चाय", "नाश्ता", "train tickets", "yours"),
    *("asha", "bina k", "devi", "nobody", "210", "rent chai"),
)


def random_filter(
    dice: random.Random, people: list[Someone], book: Book, references: dict[UUID, str]
) -> HistoryFilter:
    """Any of the parts, few or many of them."""
    times = sorted({each.at for each in book.paid})
    since, until = sorted(moment_near(dice, times) for _ in range(2))
    least, most = sorted(dice.randint(1, 120_00) for _ in range(2))
    texts = [*TEXTS, *([dice.choice(list(references.values()))] * 4 if references else [])]
    parts: dict[str, Any] = {
        "text": dice.choice(texts),
        "person": dice.choice(people).id,
        "min_minor": least,
        "max_minor": most,
        "since": since,
        "until": until,
        "kinds": tuple(dice.sample([PaymentKind.SEND, PaymentKind.REQUEST, PaymentKind.TOP_UP], 2)),
        "statuses": tuple(dice.sample(list(PaymentStatus), 3)),
        "direction": dice.choice(list(Direction)),
    }
    wanted = dice.sample(sorted(parts), dice.choice([0, 1, 1, 2, 3]))
    return HistoryFilter(**{name: parts[name] for name in wanted})


def moment_near(dice: random.Random, times: list[datetime]) -> datetime:
    """One of them, or a little beside it: bounds are where mistakes are made."""
    return dice.choice(times) + timedelta(microseconds=dice.choice([-1, 0, 0, 1]))


def expected(
    book: Book,
    me: Someone,
    wanted: HistoryFilter,
    people: dict[UUID, Someone],
    references: dict[UUID, str],
) -> list[UUID]:
    """The payments that answer a filter, newest first."""
    mine = [each for each in book.paid if me.id in each.sides]
    mine.sort(key=lambda each: (each.at, each.id), reverse=True)
    return [each.id for each in mine if fits(each, me, wanted, people, references[each.id])]


def fits(
    paid: Paid, me: Someone, wanted: HistoryFilter, people: dict[UUID, Someone], reference: str
) -> bool:
    payer, payee = paid.sides
    other = payee if payer == me.id else payer
    kind = PaymentKind.SEND if paid.order.request is None else PaymentKind.REQUEST
    minor = paid.order.minor
    return all(
        (
            wanted.text is None or says(wanted.text, paid.order.note, reference, people[other]),
            wanted.person in (None, other),
            wanted.min_minor is None or wanted.min_minor <= minor,
            wanted.max_minor is None or minor <= wanted.max_minor,
            wanted.since is None or wanted.since <= paid.at,
            wanted.until is None or paid.at < wanted.until,
            not wanted.kinds or kind in wanted.kinds,
            not wanted.statuses or PaymentStatus.SUCCEEDED in wanted.statuses,
            wanted.direction in (None, Direction.OUT if payer == me.id else Direction.IN),
        )
    )


def says(text: str, note: str, reference: str, other: Someone) -> bool:
    """Every word begins a word of the note or the reference; or all of them name the other."""
    words = text.lower().split()
    there = [*note.lower().replace(";", " ").replace("'", " ").split(), reference.lower()]
    name = other.person.name.lower().split()
    is_named = all(any(part.startswith(word) for part in name) for word in words)
    is_number = text.isdigit() and other.person.phone.endswith(text)
    return is_named or is_number or all(any(x.startswith(word) for x in there) for word in words)
