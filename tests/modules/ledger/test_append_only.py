"""What is written stays: refused by trigger to the owner, by grant to the programs."""

from collections.abc import AsyncIterator

import psycopg
import pytest
from psycopg import errors as pg
from tests.modules.ledger.given import hold_order, inr, outside, wallet

from batua.kit import clock
from batua.kit.db import Tx, execute, fetch_value
from batua.modules.ledger import service as ledger

KEPT = ("account_name", "entry", "posting", "block")
TABLES = (*KEPT, "account", "hold")


@pytest.fixture
async def owner(shared_database: str) -> AsyncIterator[Tx]:
    """The superuser who owns every table, beside an open and a voided hold; rolled back."""
    conn = await psycopg.AsyncConnection.connect(shared_database, autocommit=True)
    try:
        async with conn.transaction(force_rollback=True):
            assert await fetch_value(
                conn, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"
            )
            payer, taker = await wallet(conn, 100), (await outside(conn)).id
            await ledger.hold(conn, hold_order(payer, taker, inr(1)))
            gone = await ledger.hold(conn, hold_order(payer, taker, inr(1)))
            await ledger.void_hold(conn, gone.id)
            yield conn
    finally:
        await conn.close()


OWNERS_EDITS = [
    *(f"DELETE FROM ledger.{table}" for table in TABLES),
    *(f"TRUNCATE ledger.{table} CASCADE" for table in TABLES),
    "UPDATE ledger.entry SET kind = 'other'",
    "UPDATE ledger.entry SET recorded_at = recorded_at - interval '1 day'",
    "UPDATE ledger.posting SET amount_minor = amount_minor * 2",
    "UPDATE ledger.posting SET balance_after_minor = 0 WHERE false",
    "UPDATE ledger.posting_other SET balance_after_minor = 0",
    f"DELETE FROM ledger.{clock.now():posting_%Y_%m}",
    f"TRUNCATE ledger.{clock.now():posting_%Y_%m}",
    "UPDATE ledger.account_name SET owner = 'me'",
    "UPDATE ledger.account SET currency = 'USD'",
    "UPDATE ledger.account SET public_id = gen_random_uuid()",
    "UPDATE ledger.hold SET amount_minor = 2",
    "UPDATE ledger.hold SET state = 'open', resolved_at = NULL WHERE state = 'voided'",
    "UPDATE ledger.hold SET state = 'posted', posted_minor = 1 WHERE state = 'voided'",
    "UPDATE ledger.block SET seal = head",
    "UPDATE ledger.hold SET kind = 'x', state = 'voided', resolved_at = now() WHERE state = 'open'",
]


@pytest.mark.parametrize("role", ["origin", "replica"])
@pytest.mark.parametrize("edit", OWNERS_EDITS)
async def test_the_owner_cannot_edit(owner: Tx, edit: str, role: str) -> None:
    await execute(owner, f"SET session_replication_role = {role}")
    with pytest.raises(pg.RestrictViolation):
        async with owner.transaction():
            await execute(owner, edit)


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("verb", ["INSERT", "UPDATE", "DELETE", "TRUNCATE", "TRIGGER"])
async def test_programs_hold_no_right_to_write(tx: Tx, table: str, verb: str) -> None:
    found = await tx.execute(
        "SELECT has_table_privilege('batua_app', %s, %s)", (f"ledger.{table}", verb)
    )
    assert await found.fetchone() == (False,)


async def test_a_program_that_writes_past_the_functions_is_refused(tx: Tx) -> None:
    await wallet(tx, 100)
    with pytest.raises(pg.InsufficientPrivilege):
        async with tx.transaction():
            await tx.execute("UPDATE ledger.account SET posted_credits_minor = 1000000")
    with pytest.raises(pg.InsufficientPrivilege):
        async with tx.transaction():
            await tx.execute("INSERT INTO ledger.posting VALUES (1, 1, 1, 1, 1, now(), 1)")


INNER = {
    "check_entries_v1",
    "check_import_v1",
    "lock_import_v1",
    "read_import_v1",
    "write_import_v1",
    "check_accounts_v1",
    "check_hold_v1",
    "keep_hold_v1",
    "refuse_change_v1",
    "release_holds_v1",
    "write_entry_v1",
}


async def test_programs_may_call_the_named_functions_and_no_inner_one(tx: Tx) -> None:
    rows = await tx.execute(
        """
        SELECT p.proname, has_function_privilege('batua_app', p.oid, 'EXECUTE')
        FROM pg_proc AS p WHERE p.pronamespace = 'ledger'::regnamespace
        """
    )
    allowed = dict(await rows.fetchall())
    assert {name for name, is_allowed in allowed.items() if not is_allowed} == INNER


async def test_every_function_that_borrows_the_owners_rights_names_its_schemas(tx: Tx) -> None:
    rows = await tx.execute(
        """
        SELECT p.proname FROM pg_proc AS p
        WHERE p.pronamespace = 'ledger'::regnamespace AND p.prosecdef
            AND NOT 'search_path=ledger, pg_temp' = ANY(coalesce(p.proconfig, '{}'))
        """
    )
    assert await rows.fetchall() == []


async def test_every_kept_table_has_its_trigger_for_everybody(tx: Tx) -> None:
    rows = await tx.execute(
        """
        SELECT regexp_replace(c.relname, '^posting_.*', 'posting'), bool_and(t.tgenabled = 'A')
        FROM pg_trigger AS t INNER JOIN pg_class AS c ON c.oid = t.tgrelid
        WHERE c.relnamespace = 'ledger'::regnamespace AND NOT t.tgisinternal
        GROUP BY 1
        """
    )
    assert dict(await rows.fetchall()) == dict.fromkeys(TABLES, True)
