"""How somebody leaves a group: without debts, and not with everybody's money locked in."""

from batua.kit import clock
from batua.kit.db import Tx
from batua.modules.groups.errors import DebtsLeft, LastOfThePot
from batua.modules.groups.service import access, deciding
from batua.modules.groups.store import delegation as delegation_store
from batua.modules.groups.store import member as member_store
from batua.modules.groups.types import GroupId, Right
from batua.modules.ledger import service as ledger
from batua.modules.payments.types import Actor


async def leave(tx: Tx, actor: Actor, group: GroupId) -> None:
    """Leave a group. What she has saved stays in the pot: whoever wants it out asks before she goes.

    refuses  GroupNotFound, GroupOver, DebtsLeft, LastOfThePot
    states   Left, LoanCancelled
    """
    inside = await access.enter(tx, actor.person, group, Right.READ, is_locked=True)
    access.check_open(inside.group)
    me = inside.me
    owed_minor, answers_for = await member_store.debts(tx, me.id)
    if owed_minor or answers_for:
        raise DebtsLeft(owed_minor)
    has_voice = me.voice_since is not None and me.voice_until is None
    if has_voice and await member_store.voices(tx, group) == 1:
        (pot,) = await ledger.lock(tx, [inside.group.pot])
        if pot.balance:
            raise LastOfThePot
    await delegation_store.end(tx, me.id, clock.now())
    await deciding.remove(tx, inside.group, me, actor)
