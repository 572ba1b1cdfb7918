"""What groups add to the proof of the ledger: that pots, statements, payouts and votes agree."""

from batua.kit.db import Tx
from batua.modules.groups.store import proof
from batua.modules.ledger.types import Damage, Part, Reach

GROUPS = "groups"


async def agreement(tx: Tx, _: Reach) -> Part:
    """Whether each pot is its group's, each line of a statement what its entry moved, each payout
    set aside as it says, and each open vote counted as its ballots say.
    """
    damages = []
    for view, (table, noun, fault) in proof.VIEWS.items():
        id = await proof.wrong(tx, view)
        if id is not None:
            damages.append(Damage(table=table, row=f"{noun} {id}", fault=fault))
    return Part(name=GROUPS, rows=await proof.count(tx), damages=tuple(damages))
