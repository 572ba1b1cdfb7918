"""Replays what a program saw in the order of its places, and compares it with the model."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from tests.modules.ledger.model import Model, ModelAccount
from tests.modules.ledger.program import Program, Seen
from tests.modules.ledger.steps import Hold, Post, PostHold, Sweep, Void, sketch

from batua.kit.db import Tx, fetch_all
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import AccountId, Entry


@dataclass
class Replay:
    """The model as it grows, and what waits to be explained."""

    program: Program
    seqs: dict[UUID, int]
    model: Model = field(default_factory=Model)
    posted_at: dict[AccountId, datetime] = field(default_factory=dict)
    times: dict[UUID, datetime] = field(default_factory=dict)
    unexplained: list[Seen] = field(default_factory=list)

    def run(self) -> None:
        """Every answer is the model's."""
        for account in self.program.accounts:
            self.model.accounts[account.id] = ModelAccount(account.currency, account.floor_minor)
            self.posted_at[account.id] = account.opened_at
        refused = [one for one in self.program.seen if isinstance(one.answer, type)]
        later = sorted((one for one in refused if one.place is None), key=lambda one: one.first)
        for place, one in sorted(self.placed(), key=lambda pair: pair[0]):
            while later and later[0].first < place:
                self.unexplained.append(later.pop(0))
            self.explain(before=place)
            self.apply(one)
        self.unexplained += later
        self.explain(before=None)

    def placed(self) -> list[tuple[int, Seen]]:
        """What happened, and the refusals whose place is known; a repeated entry counts once."""
        found: list[tuple[int, Seen]] = []
        entries: dict[UUID, Seen] = {}
        for one in self.program.seen:
            id = one.step.entry
            if isinstance(one.answer, type):
                if one.place is not None:
                    found.append((one.place, one))
            elif id is None:
                assert one.place is not None
                found.append((one.place, one))
            elif id in entries:
                assert (one.step, one.answer) == (entries[id].step, entries[id].answer)
            else:
                entries[id] = one
                found.append((self.seqs[id], one))
            if id is not None and not isinstance(one.answer, type):
                assert self.seqs[id] < one.last, "it was told before it was written"
        return found

    def explain(self, *, before: int | None) -> None:
        """A refusal was right at some moment between its two places."""
        left = []
        for one in self.unexplained:
            if one.answer in one.step.tell(sketch(self.model, one.step), one.now):
                continue
            is_late = before is None or one.last < before
            assert not is_late, f"{one.answer.__name__} could not be given to {one.step}"
            left.append(one)
        self.unexplained = left

    def apply(self, one: Seen) -> None:
        if isinstance(one.answer, type):
            expected = one.step.tell(sketch(self.model, one.step), one.now)
            assert one.answer in expected, f"{one.answer.__name__}, not {expected}, to {one.step}"
            return
        if isinstance(one.step, Sweep):
            for id in one.answer:
                hold = self.model.holds[id]
                assert hold.state == "open" and self.model.is_over(hold, one.step.now)
                self.model.release(hold, "expired")
            return
        expected = one.step.tell(self.model, one.now)
        assert not expected, f"it should have been refused as {expected}: {one.step}"
        self.compare(one)

    def compare(self, one: Seen) -> None:
        """What was answered is what the model says at that place."""
        step, answer = one.step, one.answer
        if isinstance(step, (Hold, Void)):
            hold = self.model.holds[step.order.id]
            assert (answer.state, answer.posted_minor) == (hold.state, hold.posted)
        if isinstance(answer, Entry):
            assert answer.legs == self.model.entries[answer.id]
            before = max(self.posted_at[id] for id in step.accounts)
            at = max(one.now, before)
            # A group has one time, and so may a repeat by another task: never before the accounts'.
            is_exact = not one.is_grouped and isinstance(step, PostHold)
            assert answer.recorded_at == at if is_exact else answer.recorded_at >= before
            self.times[answer.id] = answer.recorded_at
            self.posted_at |= dict.fromkeys(step.accounts, answer.recorded_at)
            if isinstance(step, Post) and step.order.effective_at is not None:
                assert answer.effective_at == step.order.effective_at

    def check_looks(self) -> None:
        """Whatever was read at any moment is what the model says of that version."""
        for look in self.program.looks:
            version = look.account.version
            known = self.model.accounts[look.account.id].lines[:version]
            assert look.account.balance.minor == (known[-1][3] if known else 0)
            read = [(x.entry_id, x.n, x.amount.minor, x.balance_after.minor) for x in look.lines]
            assert read == known[::-1][: len(read)]
            assert not look.is_whole or len(read) == version
            assert [x.version for x in look.lines] == list(range(version, version - len(read), -1))
            assert all(x.recorded_at == self.times[x.entry_id] for x in look.lines)
            for at, minor in look.balances:
                until = [line for line in known if self.times[line[0]] <= at]
                assert minor == (until[-1][3] if until else 0)

    async def check_end(self, tx: Tx) -> None:
        """At rest, every counter, hold and statement is the model's."""
        for real in await ledger.accounts(tx, list(self.model.accounts)):
            model = self.model.accounts[real.id]
            assert (real.posted_debits, real.posted_credits) == (model.debits, model.credits)
            assert real.pending_debits == model.pending_debits
            assert real.pending_credits == model.pending_credits
            assert (real.version, real.is_open) == (len(model.lines), model.is_open)
        for id, hold in self.model.holds.items():
            held = await ledger.held(tx, id)
            assert (held.state, held.posted_minor) == (hold.state, hold.posted)


async def replayed(program: Program) -> Replay:
    """The replay of a program that has come to its end, compared in every point."""
    async with program.db.read() as tx:
        ids = [account.id for account in program.accounts]
        rows: list[tuple[Any, ...]] = await fetch_all(
            tx,
            "SELECT DISTINCT e.id, e.seq FROM ledger.entry e"
            " JOIN ledger.posting p ON p.entry_seq = e.seq"
            " JOIN ledger.account a ON a.id = p.account_id WHERE a.public_id = ANY(%(ids)s)",
            {"ids": ids},
        )
        found = Replay(program, dict(rows))
        found.run()
        assert found.model.entries.keys() == found.seqs.keys(), "an entry nobody was told of"
        found.check_looks()
        await found.check_end(tx)
    return found
