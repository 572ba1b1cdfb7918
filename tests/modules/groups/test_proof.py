"""What the proof finds when somebody with the database's own rights alters a group."""

import msgspec
import psycopg
import pytest
from tests.modules.groups.given import OPEN, changed, circle
from tests.modules.groups.test_payouts import approved

from batua.kit.db import Database
from batua.kit.jobs import Context
from batua.kit.secrets import KeyRing
from batua.modules.groups import jobs
from batua.modules.groups import service as groups
from batua.modules.groups.types import DuesPlan, Rhythm
from batua.modules.ledger.types import Reach


async def faults(db: Database) -> list[tuple[str, str]]:
    async with db.read() as tx:
        part = await groups.agreement(tx, Reach(0, 2**60))
    return [(damage.table, damage.fault) for damage in part.damages]


@pytest.mark.parametrize(
    ("sql", "table", "fault"),
    [
        (
            'UPDATE groups."group" SET pot = gen_random_uuid()',
            "groups.group",
            "its pot is not its own",
        ),
        (
            (
                "UPDATE groups.transaction SET amount_minor = amount_minor + 1"
                " WHERE kind = 'contribution'"
            ),
            "groups.transaction",
            "it and the entries do not agree",
        ),
        (
            "DELETE FROM groups.transaction WHERE kind = 'payout'",
            "groups.transaction",
            "it and the entries do not agree",
        ),
        (
            "UPDATE groups.proposal SET amount_minor = 1 WHERE status = 'approved'",
            "groups.proposal",
            "its money is not set aside as it says",
        ),
        (
            "UPDATE groups.ballot SET choice = 'no'",
            "groups.proposal",
            "its tally is not what the ballots say",
        ),
        (
            "UPDATE groups.dues_row SET paid_minor = paid_minor + 1",
            "groups.dues_row",
            "they and what was paid of them do not agree",
        ),
        (
            "UPDATE groups.dues_payment SET dues_minor = dues_minor + 10000",
            "groups.dues_row",
            "they and what was paid of them do not agree",
        ),
    ],
)
async def test_what_was_altered_is_named(
    db: Database, database: str, keys: KeyRing, sql: str, table: str, fault: str
) -> None:
    plan = DuesPlan(key="once", name="Once", amount_minor=50_00, starts_on="2026-01-01")
    daily = msgspec.structs.replace(
        plan, rhythm=Rhythm.RULE, rule="FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU"
    )
    whole = await circle(db, keys, 3, constitution=changed(OPEN, dues=(daily,)))
    await jobs.write_dues(Context(db))  # today and the next days
    for who in whole.people:
        await whole.pay_in(who, 20_00)
    await whole.pay(await approved(whole, 10_00, whole[1]))
    await approved(whole, 10_00, whole[2])
    await whole.vote(whole[0], await whole.withdrawal(whole[1], 5_00))
    assert await faults(db) == []
    with psycopg.connect(database, autocommit=True) as owner:
        owner.execute(sql.encode())
    assert (table, fault) in await faults(db)
