"""Replays what a program of payments saw, in the order of its places, against the model."""

from dataclasses import dataclass, field
from uuid import UUID

from tests.modules.payments.model import Book, Codes, Order
from tests.modules.payments.program import Seen


@dataclass
class Replay:
    """The model as it grows, and the refusals that are not explained yet."""

    book: Book
    seqs: dict[UUID, int]
    unexplained: list[Seen] = field(default_factory=list)

    def run(self, seen: list[Seen]) -> None:
        """Every answer is the model's; what was begun before is all in the book already."""
        later = sorted((one for one in seen if isinstance(one.answer, str)), key=lambda x: x.first)
        for place, one in sorted(self.placed(seen), key=lambda pair: pair[0]):
            while later and later[0].first < place:
                self.unexplained.append(later.pop(0))
            self.explain(before=place)
            self.apply(one)
        self.unexplained += later
        self.explain(before=None)

    def placed(self, seen: list[Seen]) -> list[tuple[int, Seen]]:
        """What happened; a payment that was told more than once counts once, where it was made."""
        found: list[tuple[int, Seen]] = []
        told: dict[UUID, Seen] = {}
        for one in seen:
            if isinstance(one.answer, str):
                continue
            if one.place is not None:
                found.append((one.place, one))
                continue
            first = told.setdefault(one.answer, one)
            assert isinstance(one.wish, Order) and isinstance(first.wish, Order)
            assert (one.wish.said, one.balance) == (first.wish.said, first.balance)
            assert self.seqs[one.answer] < one.last, "it was told before it was made"
        made_before = {id for _, id in self.book.keys.values()}
        return found + [(self.seqs[id], one) for id, one in told.items() if id not in made_before]

    def reasons(self, one: Seen) -> Codes:
        if isinstance(one.wish, tuple):
            request, verb, actor = one.wish
            return self.book.end(request, verb, actor, one.now)
        return self.book.refusals(one.wish, one.now)

    def explain(self, *, before: int | None) -> None:
        """A refusal was right at some moment between its two places."""
        left = []
        for one in self.unexplained:
            if one.answer in self.reasons(one):
                continue
            is_late = before is None or one.last < before
            assert not is_late, f"{one.answer} could not be given to {one.wish}"
            left.append(one)
        self.unexplained = left

    def apply(self, one: Seen) -> None:
        assert isinstance(one.answer, UUID)
        reasons = self.reasons(one)
        assert not reasons, f"it should have been refused as {reasons}: {one.wish}"
        if isinstance(one.wish, tuple):
            request, verb, _ = one.wish
            self.book.wishes[request].status = {"decline": "declined", "cancel": "cancelled"}[verb]
            return
        known = self.book.keys.get((one.wish.actor, one.wish.key))
        if known is not None:
            assert known[1] == one.answer
            return
        self.book.do(one.wish, one.answer, one.now)
        if one.balance is not None:
            assert self.book.balances[one.wish.actor] == one.balance
