"""Groups with people in them and money in the pot, and what the tests of groups ask again and again."""

from datetime import UTC, datetime
from typing import Any
from weakref import WeakKeyDictionary

import msgspec
from tests.modules.payments import given
from tests.modules.payments.given import Someone, inr

from batua.kit import ids, journal
from batua.kit.db import Database
from batua.kit.money import Currency
from batua.kit.secrets import KeyRing
from batua.modules.gateways.types import Rails
from batua.modules.groups import service as groups
from batua.modules.groups.types import (
    Admission,
    Choice,
    Constitution,
    ContributeOrder,
    CreateOrder,
    Group,
    GroupKind,
    InviteOrder,
    JoinOrder,
    Member,
    MemberStatus,
    Proposal,
    ProposalKind,
    ProposeOrder,
    Role,
    Transaction,
    VoteOrder,
    VoteRule,
)
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import Account

NOON = datetime(2027, 3, 10, 6, 30, tzinfo=UTC)
OPEN = Constitution(admission=Admission.INVITED, vote=VoteRule(second_factor_minor=100_00))
"""Who has an invite is in; from a hundred rupees on a vote asks for the PIN."""

_lanes: WeakKeyDictionary[Database, groups.Contributions] = WeakKeyDictionary()


def a_key() -> str:
    return str(ids.new_id())


class Circle:
    """A group and its people by number: the first is the chair, the others are members."""

    def __init__(self, db: Database, keys: KeyRing, group: Group, people: list[Someone]) -> None:
        self.db, self.keys, self.id, self.people = db, keys, group.id, people
        self.members: dict[Any, Member] = {}
        self.rails = no_rails()

    def __getitem__(self, n: int) -> Someone:
        return self.people[n]

    async def invite(self, *, role: Role = Role.MEMBER, **more: Any) -> str:
        """The secret of a link, made by the chair."""
        order = InviteOrder(self[0].actor, self.id, role=role, **{"max_uses": 1000, **more})
        async with self.db.transaction() as tx:
            secret = (await groups.invite(tx, order)).secret
        assert secret is not None
        return secret

    async def join(self, who: Someone, *, role: Role = Role.MEMBER) -> Member:
        """Somebody comes in by a link."""
        secret = await self.invite(role=role)
        async with self.db.transaction() as tx:
            member = await groups.join(tx, JoinOrder(who.actor, secret))
        self.members[who.id] = member
        if who not in self.people:
            self.people.append(who)
        return member

    async def pay_in(
        self, who: Someone, minor: int, note: str = "for all", *, key: str | None = None
    ) -> Transaction:
        order = ContributeOrder(who.actor, self.id, inr(minor), note, key or a_key())
        return await contribute(self.db, self.keys, order)

    async def ask(
        self, who: Someone, kind: ProposalKind = ProposalKind.WITHDRAW, **more: Any
    ) -> Proposal:
        order = ProposeOrder(who.actor, self.id, kind, "because", more.pop("key", a_key()), **more)
        async with self.db.transaction() as tx:
            return await groups.propose(tx, self.rails, order)

    async def withdrawal(self, who: Someone, minor: int, payee: Someone | None = None) -> Proposal:
        return await self.ask(who, amount=inr(minor), payee=(payee or who).id)

    async def vote(
        self, who: Someone, proposal: Proposal, choice: Choice = Choice.YES, **more: Any
    ) -> Proposal:
        """A vote on the version that the test holds."""
        order = VoteOrder(
            who.actor, self.id, proposal.id, more.get("version", proposal.version), choice
        )
        async with self.db.transaction() as tx:
            return await groups.vote(tx, self.keys, order)

    async def leave(self, who: Someone) -> None:
        async with self.db.transaction() as tx:
            await groups.leave(tx, who.actor, self.id)

    async def pay(self, proposal: Proposal) -> Proposal:
        return await groups.pay(self.db, self.rails, self.id, proposal.id)

    async def read(self, proposal: Proposal, who: Someone | None = None) -> Proposal:
        async with self.db.transaction() as tx:
            seen = await groups.proposal(tx, (who or self[0]).id, self.id, proposal.id)
        return seen.proposal

    async def group(self) -> Group:
        async with self.db.transaction() as tx:
            return (await groups.group(tx, self[0].id, self.id)).group

    async def member(self, who: Someone, status: MemberStatus = MemberStatus.ACTIVE) -> Member:
        """The membership of a person in a status."""
        async with self.db.transaction() as tx:
            found = await groups.members(tx, self[0].id, self.id, status, (None, 100))
        return next(member for member in found.items if member.person == who.id)

    async def pot(self) -> Account:
        async with self.db.transaction() as tx:
            seen = await groups.group(tx, self[0].id, self.id)
            return await ledger.account(tx, seen.group.pot)

    async def facts(self) -> list[str]:
        """The kinds of facts that were stated about the group, in order."""
        async with self.db.transaction() as tx:
            found = await journal.facts(tx)
        return [fact.kind for fact in found if fact.kind.startswith("groups.")]


async def contribute(db: Database, keys: KeyRing, order: ContributeOrder) -> Transaction:
    """Pay in as people do: through the lane."""
    made, _ = await _lanes.setdefault(db, groups.Contributions(db, keys)).contribute(order)
    return made


def no_rails() -> Rails:
    """A house that no provider is connected to."""
    return Rails({}, {}, KeyRing({"k001": b"1" * 32}, b"i" * 32))


async def money_of(db: Database, who: Someone) -> int:
    return await given.balance(db, who)


async def create(db: Database, who: Someone, **more: Any) -> Group:
    order = CreateOrder(
        **{
            "actor": who.actor,
            "kind": GroupKind.SIMPLE_POT,
            "name": "Friends of the well",
            "purpose": "A new pump",
            "currency": Currency("INR"),
            "key": a_key(),
            "constitution": OPEN,
            **more,
        }
    )
    async with db.transaction() as tx:
        return await groups.create(tx, order)


async def circle_of(db: Database, keys: KeyRing, people: list[Someone]) -> Circle:
    """One more group of people who are here."""
    made = Circle(db, keys, await create(db, people[0]), people[:1])
    for who in people[1:]:
        await made.join(who)
    return made


async def circle(db: Database, keys: KeyRing, people: int, *, pot: int = 0, **more: Any) -> Circle:
    """So many people of one group; each put the same into the pot."""
    every = [
        await given.someone(db, keys, f"Person {n}", f"+9198765{n:05d}", money=1_000_00)
        for n in range(people)
    ]
    made = Circle(db, keys, await create(db, every[0], **more), every[:1])
    for who in every[1:]:
        await made.join(who)
    if pot:
        share, rest = divmod(pot, people)
        for n, who in enumerate(every):
            await made.pay_in(who, share + (rest if n == 0 else 0))
    return made


def changed(constitution: Constitution, **more: Any) -> Constitution:
    return msgspec.structs.replace(constitution, **more)
