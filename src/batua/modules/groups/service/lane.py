"""The fast lane: contributions that come one by one are committed in groups.

A crowd that pays into one pot would queue for its account, a transaction each; here one transaction
pays in for all of them. What cannot go just so (a key used before, a limit, too little money, a fine
that is new today, a group that has ended) goes the way of `contribute`, which makes it or says why
not. So the outcome is one that the orders could have had one after another.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from batua.kit import clock, ids, journal
from batua.kit.db import Database, Tx, execute
from batua.kit.lane import Lane, Stalls, in_parts
from batua.kit.money import Currency
from batua.kit.once import Order
from batua.kit.refusal import Refusal
from batua.kit.secrets import KeyRing
from batua.modules.groups.errors import GroupNotFound
from batua.modules.groups.rules import roles
from batua.modules.groups.service import access, contributing
from batua.modules.groups.service.access import Inside
from batua.modules.groups.service.dues import allocating
from batua.modules.groups.service.dues.allocating import Allotted
from batua.modules.groups.service.seeing import face_of
from batua.modules.groups.store import dues as dues_store
from batua.modules.groups.store import group as group_store
from batua.modules.groups.store import log as log_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.store import transaction as transaction_store
from batua.modules.groups.store.key import once
from batua.modules.groups.types import (
    ContributeOrder,
    Dues,
    Face,
    GroupId,
    MemberId,
    MemberStatus,
    Transaction,
)
from batua.modules.identity import service as identity
from batua.modules.identity.types import PersonId
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import AccountId
from batua.modules.payments import service as payments

MOST_AT_ONCE: Final = 250
"""Smaller groups than those of sends: more of each is done here and not in the database."""
Need = GroupId | tuple[PersonId, Currency]
"""A pot, or somebody's wallet."""


@dataclass(frozen=True, slots=True)
class Given:
    """A contribution that was made, and who made it as the others of her group see her."""

    line: Transaction
    face: Face


class _LeftOutError(Exception):
    """Some could not go: all is done once more without them."""

    def __init__(self, places: Collection[int]) -> None:
        super().__init__()
        self.places = places


class Contributions:
    """Contributions of one process: gathered, and each group committed at once."""

    def __init__(self, db: Database, keys: KeyRing) -> None:
        self._db = db
        self._keys = keys
        self._lane: Lane[ContributeOrder, Given | None] = Lane(
            "groups.contribute", self._place, most_at_once=MOST_AT_ONCE
        )
        self._stalls: Stalls[ContributeOrder, Need] = Stalls(_needs, self._taken)

    async def contribute(self, order: ContributeOrder) -> tuple[Transaction, Face | None]:
        """Put money from one's own wallet into a pot; all is as in `service.contribute`.

        returns  the line, and who gave it when that is known without asking anew
        """
        agreed = replace(order, is_agreed=order.is_agreed or await self._has_pin(order))
        given = await self._lane.put(agreed)
        if given is not None:
            return given.line, given.face
        async with self._db.transaction() as tx:
            return await contributing.contribute(tx, self._keys, order), None

    async def drained(self) -> None:
        """Wait until every order that was handed in is done."""
        await self._lane.drained()

    async def _has_pin(self, order: ContributeOrder) -> bool:
        if order.actor.step_up is None:
            return False
        try:
            async with self._db.transaction() as tx:
                actor = order.actor
                await identity.require_step_up(tx, self._keys, actor.session, actor.step_up)
        except Refusal:
            return False  # if the PIN is needed, the single way says what is wrong
        return True

    async def _place(self, orders: Sequence[ContributeOrder]) -> Sequence[Given | Exception | None]:
        """Make a group; None for each that must go the way of single contributions."""
        return await in_parts("groups.contribute", orders, self._make, self._stalls)

    async def _taken(self, needs: Collection[Need]) -> set[Need]:
        """Whose wallets and which pots are in somebody else's hands at this moment."""
        async with self._db.lane() as tx:
            accounts = await _accounts(tx, needs)
        taken = await ledger.taken(self._db, accounts.values())
        return {need for need, account in accounts.items() if account in taken}

    async def _make(self, orders: Sequence[ContributeOrder]) -> Sequence[Given | None]:
        found: list[Given | None] = [None] * len(orders)
        going = list(range(len(orders)))
        while going:
            try:
                async with self._db.lane() as tx, tx.transaction():
                    made = await _give(tx, self._keys, [orders[n] for n in going])
            except _LeftOutError as left:
                going = [n for place, n in enumerate(going) if place not in left.places]
                continue
            for n, given in zip(going, made, strict=True):
                found[n] = given
            break
        return found


def _needs(order: ContributeOrder) -> tuple[Need, Need]:
    return order.group, (order.actor.person, order.amount.currency)


async def _accounts(tx: Tx, needs: Collection[Need]) -> dict[Need, AccountId]:
    pots = await group_store.find_many(tx, [need for need in needs if isinstance(need, UUID)])
    wallets = await payments.wallet_accounts_of(tx, [n for n in needs if isinstance(n, tuple)])
    return {GroupId(id): group.pot for id, group in pots.items()} | wallets


async def _give(tx: Tx, keys: KeyRing, orders: Sequence[ContributeOrder]) -> list[Given | None]:
    """Make contributions as one; None where the key was used before, and nothing is to be made.

    Locks as `contribute` does: keys, rows of dues, accounts; each kind at once and in order.

    raises   _LeftOutError with those that cannot go just so
    refuses  GroupNotFound, GroupOver when somebody was let go, or a group ended, meanwhile: none
             of it is made then
    """
    # One row that somebody holds must not hold everybody up: each then goes its own way.
    await execute(tx, "SET LOCAL lock_timeout = '1s'")
    claims = [
        Order(order.actor.person, order.key, contributing.hashed(order), ids.new_id())
        for order in orders
    ]
    new = [n for n, is_new in enumerate(await once.claim_all(tx, claims)) if is_new]
    insides = await _inside(tx, [orders[n] for n in new])
    _leave_out(new, insides)
    entered = dict(zip(new, (one for one in insides if one is not None), strict=True))
    owed = await _owed(tx, {n: orders[n] for n in new}, entered)
    people = await identity.people(tx, keys, {orders[n].actor.person for n in new})
    paid = await payments.pay_all_into_pots(
        tx,
        people,
        [contributing.pot_order(orders[n], entered[n].group, claims[n].result) for n in new],
    )
    _leave_out(new, paid)
    lines = {
        n: contributing.line_of(entered[n], *one)
        for n, one in zip(new, paid, strict=True)
        if one is not None
    }
    await _check_still_open(tx, {inside.group.id for inside in entered.values()})
    await transaction_store.add_many(tx, list(lines.values()))
    await _count(tx, [(entered[n], orders[n], lines[n]) for n in new], owed)
    return [
        Given(lines[n], face_of(people[order.actor.person])) if n in lines else None
        for n, order in enumerate(orders)
    ]


def _leave_out(places: Sequence[int], found: Sequence[object | None]) -> None:
    if left := {place for place, one in zip(places, found, strict=True) if one is None}:
        raise _LeftOutError(left)


async def _inside(tx: Tx, orders: Sequence[ContributeOrder]) -> list[Inside | None]:
    """Who may contribute just so, in groups that are open."""
    groups = await group_store.find_many(tx, list({order.group for order in orders}))
    pairs = {(order.group, order.actor.person) for order in orders}
    members = await member_store.of_people(tx, pairs)
    found: list[Inside | None] = []
    for order in orders:
        group, me = groups.get(order.group), members.get((order.group, order.actor.person))
        found.append(
            Inside(group, me)
            if group is not None
            and me is not None
            and me.status is MemberStatus.ACTIVE
            and roles.may(me.role, contributing.right_to(order))
            and group.dissolved_at is None
            and group.currency == order.amount.currency
            else None
        )
    return found


async def _owed(
    tx: Tx, orders: Mapping[int, ContributeOrder], entered: Mapping[int, Inside]
) -> dict[MemberId, list[Dues]]:
    """What those who contribute owe, held: the oldest of each member first.

    raises  _LeftOutError with those who owe a fine that is not written yet, and those who pay for a
            plan of which they owe nothing: whether there is such a plan is not looked up here
    """
    by_member: dict[MemberId, list[Dues]] = {inside.me.id: [] for inside in entered.values()}
    for row in await dues_store.lock_open_of(tx, by_member):
        by_member[row.member_id].append(row)
    fined = {
        member
        for group in {inside.group.id for inside in entered.values()}
        for member in await _fined(
            tx, group, [r for rows in by_member.values() for r in rows if r.group_id == group]
        )
    }
    left = {
        n
        for n, order in orders.items()
        for me in (entered[n].me.id,)
        if me in fined or (order.plan is not None and not _of(by_member[me], order.plan))
    }
    if left:
        raise _LeftOutError(left)
    return by_member


async def _fined(tx: Tx, group: GroupId, rows: Sequence[Dues]) -> set[MemberId]:
    """Whose fines are more than is written."""
    plans = await allocating.plans_of(tx, group, rows) if rows else {}
    return {
        row.member_id
        for row in rows
        if allocating.fined(row, plans[row.version, row.plan_key]).fine_minor != row.fine_minor
    }


def _of(rows: Sequence[Dues], plan: str | None) -> list[Dues]:
    return [row for row in rows if plan is None or row.plan_key == plan]


async def _check_still_open(tx: Tx, groups: Collection[GroupId]) -> None:
    for group in (await group_store.find_many(tx, list(groups))).values():
        access.check_open(group)


async def _count(
    tx: Tx,
    made: Sequence[tuple[Inside, ContributeOrder, Transaction]],
    owed: Mapping[MemberId, list[Dues]],
) -> None:
    """Let contributions pay what is owed, one after another, and count the rest as savings.

    refuses  GroupNotFound
    states   Contributed
    """
    allotted: list[Allotted] = []
    lines: list[log_store.NewLine] = []
    saved: dict[MemberId, int] = {}
    rows = {member: list(each) for member, each in owed.items()}
    now = clock.now()
    for inside, order, line in made:
        me, actor = inside.me.id, order.actor
        paid = allocating.allot(_of(rows[me], order.plan), line.id, line.amount_minor)
        after = {row.id: row for row in paid.rows}
        # What is paid now is not there any more for the next; it is no row of hers that is open.
        rows[me] = [row for row in (after.get(r.id, r) for r in rows[me]) if not row.is_paid]
        allotted.append(paid)
        saved[me] = saved.get(me, 0) + line.amount_minor - paid.fines_minor
        data = contributing.logged(line, paid.dues_minor, paid.fines_minor)
        group, by = inside.group.id, (actor.person, actor.session)
        lines.append(
            log_store.NewLine(group, now, *by, contributing.CONTRIBUTED, line.id, dict(data))
        )
    await allocating.keep(tx, allotted)
    if not await member_store.save_all(tx, saved):
        raise GroupNotFound  # somebody was let go meanwhile; none of it moves
    await log_store.add_many(tx, lines)
    told = [contributing.told(inside.group, order.actor, line) for inside, order, line in made]
    await journal.state_all(tx, told)
