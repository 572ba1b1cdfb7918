"""A ledger goes out to files and comes in from them, and is the same."""

import asyncio
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from tests.modules.ledger.books import STEPS, Teller, essence, fresh, written
from tests.modules.ledger.given import inr, order, wallet

from batua.kit.db import Database
from batua.kit.tables import Format
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import AccountId, Leg
from batua.modules.ledger.types.moving import Sheet, Source, Taken

A, B, BANK = (f"00000000-0000-4000-8000-00000000000{n}" for n in (1, 2, 3))
ENTRY = "10000000-0000-4000-8000-{:012}"
ACCOUNTS = f"""\
id,kind,owner,currency,floor_minor,opening_minor
{A},wallet,asha,INR,0,700
{B},wallet,ravi,INR,0,300
{BANK},bank,hdfc,INR,,-1000
"""


def sources(folder: Path, **sheets: str) -> list[Source]:
    """Files of some sheets."""
    found = []
    for sheet, text in sheets.items():
        path = folder / f"{sheet}.csv"
        path.write_text(text)
        found.append(Source(path, Sheet(sheet), Format.CSV, path.stat().st_size))
    return found


async def is_whole(db: Database) -> bool:
    async with db.read() as tx:
        return (await ledger.verify(tx)).is_clean


async def balances(db: Database, *ids: str) -> list[int]:
    async with db.read() as tx:
        found = await ledger.accounts(tx, [AccountId(id) for id in map(_uuid, ids)])
    return [account.balance.minor for account in found]


def _uuid(text: str) -> Any:
    from uuid import UUID

    return UUID(text)


def rows(entry: int, debit: str, credit: str, minor: int, more: str = "") -> str:
    """The two rows of an entry of one leg; times rise with its number."""
    head = f"{ENTRY.format(entry)},2026-01-01T00:00:{entry:02}Z,send"
    return f"{head},0,{debit},{-minor},INR{more}\n{head},1,{credit},{minor},INR{more}\n"


HEAD = "entry_id,recorded_at,kind,line,account_id,amount_minor,currency\n"


@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
def test_what_goes_out_comes_in_the_same(
    steps: list[tuple[str, Any, Any]], server_url: str, template_url: str, tmp_path: Path
) -> None:
    async def there_and_back() -> None:
        async with fresh(server_url) as db:
            await Teller(db).tell(steps)
            before = await essence(db)
            for format in Format:
                files = await written(db, tmp_path, format)
                async with fresh(server_url) as other:
                    taken = await ledger.take_in(other, files)
                    assert taken.faults == (), format
                    assert await essence(other) == before, format
                    assert await is_whole(other)
                again = await ledger.take_in(db, files)
                assert again.faults == (), format
                assert (again.entries, again.accounts, again.holds) == (0, 0, 0)
                assert again.repeated == len(before["entries"])
            assert await essence(db) == before

    asyncio.run(there_and_back())


async def test_opening_balances_come_from_one_account(db: Database, tmp_path: Path) -> None:
    files = sources(tmp_path, accounts=ACCOUNTS)
    taken = await ledger.take_in(db, files)
    assert (taken.faults, taken.accounts, taken.entries) == ((), 3, 3)
    assert await balances(db, A, B, BANK) == [700, 300, -1000]
    assert await is_whole(db)

    again = await ledger.take_in(db, files)
    assert (again.faults, again.accounts, again.entries, again.repeated) == ((), 0, 0, 3)
    assert await balances(db, A, B, BANK) == [700, 300, -1000]


async def test_a_trial_writes_nothing(db: Database, tmp_path: Path) -> None:
    taken = await ledger.take_in(db, sources(tmp_path, accounts=ACCOUNTS), dry_run=True)
    assert (taken.accounts, taken.entries) == (3, 3)
    assert all(not found for found in (await essence(db)).values())


async def test_entries_go_on_after_the_opening(db: Database, tmp_path: Path) -> None:
    postings = HEAD + rows(1, A, B, 200) + rows(2, B, A, 450)
    await ledger.take_in(db, sources(tmp_path, accounts=ACCOUNTS, postings=postings))
    assert await balances(db, A, B) == [950, 50]
    more = HEAD + rows(2, B, A, 450) + rows(3, A, B, 50)
    taken = await ledger.take_in(db, sources(tmp_path, postings=more))
    assert (taken.faults, taken.entries, taken.repeated) == ((), 1, 1)
    assert await balances(db, A, B) == [900, 100]
    assert await is_whole(db)


async def test_nothing_is_recorded_before_what_is_there(db: Database, tmp_path: Path) -> None:
    async with db.transaction() as tx:
        asha, ravi = await wallet(tx, 500), await wallet(tx)
    postings = HEAD + rows(1, str(asha), str(ravi), 200)
    taken = await ledger.take_in(db, sources(tmp_path, postings=postings))
    assert taken.faults == ()
    async with db.read() as tx:
        line = (await ledger.statement(tx, asha)).items[0]
        first = (await ledger.statement(tx, asha)).items[1]
    assert line.recorded_at == first.recorded_at
    assert line.effective_at.isoformat() == "2026-01-01T00:00:01+00:00"
    assert await is_whole(db)


async def test_posts_go_on_beside_an_import(db: Database, tmp_path: Path) -> None:
    async with db.transaction() as tx:
        ids = [await wallet(tx, 100_000) for _ in range(4)]
    text = "".join(
        rows(0, str(ids[n % 4]), str(ids[(n + 1) % 4]), 7).replace(
            ENTRY.format(0), f"20000000-0000-4000-8000-{n:012}"
        )
        for n in range(400)
    )
    taking = asyncio.create_task(ledger.take_in(db, sources(tmp_path, postings=HEAD + text)))
    posted = 0
    while not taking.done() or posted < 100:
        async with db.transaction() as tx:
            giver, taker = ids[posted % 4], ids[(posted + 2) % 4]
            await ledger.post(tx, order(Leg(giver, taker, inr(3))))
        posted += 1
    taken = await taking
    assert (taken.faults, taken.entries) == ((), 400)
    assert sum(await balances(db, *map(str, ids))) == 400_000
    assert await is_whole(db)
    async with db.read() as tx:
        report = await ledger.verify(tx)
    assert report.entries == 4 + 400 + posted


async def test_two_imports_of_the_same_file_write_it_once(db: Database, tmp_path: Path) -> None:
    await ledger.take_in(db, sources(tmp_path, accounts=ACCOUNTS))
    files = sources(tmp_path, postings=HEAD + "".join(rows(n, A, B, 10) for n in range(1, 40)))
    both: list[Taken] = list(
        await asyncio.gather(ledger.take_in(db, files), ledger.take_in(db, files))
    )
    assert sorted(taken.entries for taken in both) == [0, 39]
    assert await balances(db, A, B) == [310, 690]
    assert await is_whole(db)
