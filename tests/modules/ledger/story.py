"""A small ledger with something of everything, for the tests of its proof."""

from dataclasses import dataclass

from tests.modules.ledger.given import hold_order, inr, order, outside, wallet

from batua.kit.db import Tx
from batua.kit.ids import new_id
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import AccountId, Entry, Hold, Leg

ACCOUNTS, POSTINGS, ENTRIES, HOLDS = 5, 12, 6, 3


@dataclass(frozen=True)
class Story:
    """What can be tampered with."""

    source: AccountId
    asha: AccountId
    ravi: AccountId
    sent: Entry
    reversal: Entry
    open_hold: Hold
    posted_hold: Hold
    posted: Entry


async def told(tx: Tx) -> Story:
    """Asha's postings: 1 top-up 1000, 2 send -300, 3 send -50, 4 reversal +50, 5 hold -40."""
    source, asha, ravi = (await outside(tx)).id, await wallet(tx), await wallet(tx)
    await ledger.post(tx, order(Leg(source, asha, inr(1000))))
    sent = await ledger.post(tx, order(Leg(asha, ravi, inr(300))))
    wrong = await ledger.post(tx, order(Leg(asha, ravi, inr(50))))
    reversal = await ledger.reverse(tx, wrong.id, new_id(), "oops")
    open_hold = await ledger.hold(tx, hold_order(asha, source, inr(70)))
    posted_hold = await ledger.hold(tx, hold_order(asha, source, inr(60)))
    posted = await ledger.post_hold(tx, posted_hold.id, new_id(), inr(40))
    voided = await ledger.hold(tx, hold_order(ravi, source, inr(10)))
    await ledger.void_hold(tx, voided.id)
    await wallet(tx, 5, "USD")
    return Story(source, asha, ravi, sent, reversal, open_hold, posted_hold, posted)
