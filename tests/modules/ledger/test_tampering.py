"""verify names the first row that a superuser altered, with every guard out of his way."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg
import pytest
from psycopg import errors as pg
from tests.modules.ledger.given import inr, order, wallet
from tests.modules.ledger.story import Story, told

from batua.kit.db import Tx, execute
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import AccountId, Damage, Entry, Leg

GUARDS = {
    "account_name": ("account_name_kept",),
    "account": ("account_kept",),
    "entry": ("entry_kept",),
    "posting": ("posting_kept",),
    "hold": ("hold_kept", "hold_resolved_once"),
}


@pytest.fixture
async def thief(shared_database: str) -> AsyncIterator[Tx]:
    """A superuser in a transaction of one moment, rolled back at the end."""
    conn = await psycopg.AsyncConnection.connect(shared_database, autocommit=True)
    await conn.set_isolation_level(psycopg.IsolationLevel.REPEATABLE_READ)
    try:
        async with conn.transaction(force_rollback=True):
            yield conn
    finally:
        await conn.close()


@pytest.fixture
async def story(thief: Tx) -> Story:
    return await told(thief)


@asynccontextmanager
async def unguarded(thief: Tx) -> AsyncIterator[None]:
    """The guards are off, and on again afterwards to hide it."""
    for table in GUARDS:
        await execute(thief, f"ALTER TABLE ledger.{table} DISABLE TRIGGER USER")
    yield
    for table, guards in GUARDS.items():
        for guard in guards:
            await execute(thief, f"ALTER TABLE ledger.{table} ENABLE ALWAYS TRIGGER {guard}")


async def damages_after(thief: Tx, *edits: str) -> list[Damage]:
    assert (await ledger.verify(thief)).is_clean
    async with unguarded(thief):
        for edit in edits:
            assert await execute(thief, edit) > 0, edit
    return list((await ledger.verify(thief)).damages)


def of(account: AccountId) -> str:
    return f"(SELECT id FROM ledger.account WHERE public_id = '{account}')"


def seq(entry: Entry) -> str:
    return f"(SELECT seq FROM ledger.entry WHERE id = '{entry.id}')"


async def test_an_altered_amount_is_named(thief: Tx, story: Story) -> None:
    first, *_ = await damages_after(
        thief,
        "UPDATE ledger.posting SET amount_minor = -30"
        f" WHERE account_id = {of(story.asha)} AND version = 2",
    )
    assert (first.table, first.row) == ("ledger.posting", f"account {story.asha} version 2")
    assert str(first).endswith("version 2: the chain of balances breaks here")


async def test_an_altered_balance_in_the_middle_is_named(thief: Tx, story: Story) -> None:
    first, *_ = await damages_after(
        thief,
        "UPDATE ledger.posting SET balance_after_minor = balance_after_minor + 1"
        f" WHERE account_id = {of(story.asha)} AND version = 3",
    )
    assert (first.table, first.row) == ("ledger.posting", f"account {story.asha} version 3")


async def test_an_altered_amount_with_its_chain_mended_is_named_by_its_entry(
    thief: Tx, story: Story
) -> None:
    ravi = of(story.ravi)
    damages = await damages_after(
        thief,
        f"UPDATE ledger.posting SET amount_minor = 999 WHERE account_id = {ravi} AND version = 1",
        "UPDATE ledger.posting SET balance_after_minor = balance_after_minor + 699"
        f" WHERE account_id = {ravi}",
        "UPDATE ledger.account SET posted_credits_minor = posted_credits_minor + 699"
        f" WHERE id = {ravi}",
    )
    assert [(damage.table, damage.row) for damage in damages] == [
        ("ledger.entry", f"entry {story.sent.id}"),
        ("ledger.account", "currency INR"),
        ("ledger.account", "currency INR"),
    ]
    assert [damage.fault for damage in damages[1:]] == [
        "all balances together are not zero",
        "more is owed to people than is held for them",
    ]


async def test_a_deleted_posting_is_named_by_the_gap_it_leaves(thief: Tx, story: Story) -> None:
    first, *_ = await damages_after(
        thief, f"DELETE FROM ledger.posting WHERE account_id = {of(story.asha)} AND version = 3"
    )
    assert (first.table, first.row) == ("ledger.posting", f"account {story.asha} version 4")


async def test_a_deleted_last_posting_is_named_by_its_account(thief: Tx, story: Story) -> None:
    first, *_ = await damages_after(
        thief, f"DELETE FROM ledger.posting WHERE account_id = {of(story.asha)} AND version = 5"
    )
    assert first == Damage(
        table="ledger.account",
        row=f"account {story.asha}",
        fault="version is not the number of postings",
    )


async def test_an_entry_whose_postings_were_unwound_is_named(thief: Tx, story: Story) -> None:
    """The last entry of two accounts is gone, with counters and versions wound back to match."""
    damages = await damages_after(
        thief,
        f"DELETE FROM ledger.posting WHERE entry_seq = {seq(story.posted)}",
        "UPDATE ledger.account SET version = version - 1,"
        f" posted_debits_minor = posted_debits_minor - 40 WHERE id = {of(story.asha)}",
        "UPDATE ledger.account SET version = version - 1,"
        f" posted_credits_minor = posted_credits_minor - 40 WHERE id = {of(story.source)}",
    )
    assert [(damage.table, damage.row) for damage in damages] == [
        ("ledger.entry", f"entry {story.posted.id}"),
        ("ledger.hold", f"hold {story.posted_hold.id}"),
    ]


async def test_a_deleted_entry_is_named_by_its_postings(thief: Tx, story: Story) -> None:
    damages = await damages_after(thief, f"DELETE FROM ledger.entry WHERE id = '{story.sent.id}'")
    assert [damage.fault for damage in damages] == ["there are postings but no entry"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("posted_credits_minor = posted_credits_minor + 1", "posted_credits_minor is not"),
        ("posted_debits_minor = posted_debits_minor - 1", "posted_debits_minor is not"),
        ("version = version + 1", "version is not"),
        ("version = 9223372036854775807", "version is not"),
        ("pending_debits_minor = 0", "its pending counters are not"),
        ("pending_credits_minor = 1", "its pending counters are not"),
        ("currency = 'USD'", "currency is not"),
    ],
)
async def test_an_altered_account_is_named(
    thief: Tx, story: Story, change: str, fault: str
) -> None:
    first, *_ = await damages_after(
        thief, f"UPDATE ledger.account SET {change} WHERE id = {of(story.asha)}"
    )
    assert (first.table, first.row) == ("ledger.account", f"account {story.asha}")
    assert first.fault.startswith(fault)


async def test_an_inserted_posting_is_named_by_its_entry(thief: Tx, story: Story) -> None:
    """One more line, well chained and counted, so that only the entry is odd."""
    ravi = of(story.ravi)
    first, *_ = await damages_after(
        thief,
        f"""INSERT INTO ledger.posting
            SELECT account_id, version + 1, entry_seq, 500, balance_after_minor + 500, recorded_at, 3
            FROM ledger.posting WHERE account_id = {ravi} ORDER BY version DESC LIMIT 1""",
        f"""UPDATE ledger.account
            SET version = version + 1, posted_credits_minor = posted_credits_minor + 500
            WHERE id = {ravi}""",
    )
    assert (first.table, first.row) == ("ledger.entry", f"entry {story.reversal.id}")


async def test_a_posting_of_no_entry_is_named(thief: Tx, story: Story) -> None:
    ravi = of(story.ravi)
    first, *_ = await damages_after(
        thief,
        f"""INSERT INTO ledger.posting
            SELECT account_id, version + 1, 9000000000000000000, 5, balance_after_minor + 5,
                recorded_at, 1
            FROM ledger.posting WHERE account_id = {ravi} ORDER BY version DESC LIMIT 1""",
        f"""UPDATE ledger.account
            SET version = version + 1, posted_credits_minor = posted_credits_minor + 5
            WHERE id = {ravi}""",
    )
    assert first == Damage(
        table="ledger.entry",
        row="entry number 9000000000000000000",
        fault="there are postings but no entry",
    )


async def test_a_posting_of_no_account_is_named(thief: Tx, story: Story) -> None:
    first, *_ = await damages_after(
        thief, f"INSERT INTO ledger.posting VALUES (424242, 1, {seq(story.sent)}, 5, 5, now(), 3)"
    )
    assert first == Damage(
        table="ledger.account", row="account 424242", fault="there are postings but no account"
    )


async def test_money_turned_into_another_currency_is_named(thief: Tx, story: Story) -> None:
    """A whole account's postings are given to an account of another currency."""
    rupees, dollars = await wallet(thief), await wallet(thief, 0, "USD")
    sent = await ledger.post(thief, order(Leg(story.asha, rupees, inr(1))))
    damages = await damages_after(
        thief,
        f"UPDATE ledger.posting SET account_id = {of(dollars)} WHERE account_id = {of(rupees)}",
        f"UPDATE ledger.account SET posted_credits_minor = 0, version = 0 WHERE id = {of(rupees)}",
        f"UPDATE ledger.account SET posted_credits_minor = 1, version = 1 WHERE id = {of(dollars)}",
    )
    assert [(damage.row, damage.fault) for damage in damages] == [
        (f"entry {sent.id}", "a leg does not sum to zero in one currency"),
        ("currency INR", "all balances together are not zero"),
        ("currency USD", "more is owed to people than is held for them"),
    ]


async def test_a_reversal_that_is_none_is_named(thief: Tx, story: Story) -> None:
    (damage,) = await damages_after(
        thief,
        f"UPDATE ledger.entry SET reverses = '{story.sent.id}' WHERE id = '{story.reversal.id}'",
    )
    assert (damage.table, damage.row) == ("ledger.entry", f"entry {story.reversal.id}")


@pytest.mark.parametrize(
    "edit",
    [
        "DELETE FROM ledger.hold WHERE id = '{0.posted_hold.id}'",
        "UPDATE ledger.hold SET posted_minor = 41 WHERE id = '{0.posted_hold.id}'",
        "UPDATE ledger.hold SET state = 'voided', posted_minor = 0 WHERE id = '{0.posted_hold.id}'",
        "UPDATE ledger.entry SET hold_id = NULL WHERE id = '{0.posted.id}'",
    ],
)
async def test_a_hold_whose_end_was_altered_is_named(thief: Tx, story: Story, edit: str) -> None:
    (damage,) = await damages_after(thief, edit.format(story))
    assert (damage.table, damage.row) == ("ledger.hold", f"hold {story.posted_hold.id}")


@pytest.mark.parametrize(
    "edit",
    [
        "DELETE FROM ledger.hold WHERE id = '{0.open_hold.id}'",
        "UPDATE ledger.hold SET amount_minor = 1 WHERE id = '{0.open_hold.id}'",
        "UPDATE ledger.hold SET state = 'voided', resolved_at = now() WHERE id = '{0.open_hold.id}'",
    ],
)
async def test_an_altered_open_hold_is_named_by_its_account(
    thief: Tx, story: Story, edit: str
) -> None:
    (damage,) = await damages_after(thief, edit.format(story))
    assert damage.table == "ledger.account"
    assert damage.row == f"account {min(story.asha, story.source)}"
    assert damage.fault == "its pending counters are not its open holds"


async def test_even_without_triggers_nobody_passes_the_floor(thief: Tx, story: Story) -> None:
    with pytest.raises(pg.CheckViolation, match="not_enough_money"):
        async with thief.transaction(), unguarded(thief):
            await execute(
                thief,
                "UPDATE ledger.account SET posted_debits_minor = posted_debits_minor + 10000"
                f" WHERE id = {of(story.asha)}",
            )


@pytest.mark.parametrize(
    ("edit", "guard"),
    [
        ("ALTER TABLE ledger.posting DISABLE TRIGGER posting_kept", "posting_kept"),
        ("ALTER TABLE ledger.posting ENABLE TRIGGER posting_kept", "posting_kept"),
        ("DROP TRIGGER entry_kept ON ledger.entry", "entry_kept"),
        ("ALTER TABLE ledger.account DROP CONSTRAINT not_enough_money", "not_enough_money"),
        ("ALTER TABLE ledger.hold DISABLE TRIGGER ALL", "hold_kept"),
    ],
)
async def test_a_guard_that_was_taken_away_is_named(
    thief: Tx, story: Story, edit: str, guard: str
) -> None:
    await execute(thief, edit)
    (damage,) = (await ledger.verify(thief)).damages
    assert damage.table in edit
    assert (damage.row, damage.fault) == (f"guard {guard}", "it is missing or switched off")
