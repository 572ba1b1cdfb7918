"""Every kind of bad line is told with its number, and then nothing is written."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import copy_database, drop_database, opened
from tests.modules.ledger.given import picture
from tests.modules.ledger.test_moving import ACCOUNTS, BANK, ENTRY, HEAD, A, B, rows, sources

from batua.kit.db import Database
from batua.kit.tables import Format
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types.moving import FAULTS, Sheet, Source, UnreadableFile

CLOSED, UNKNOWN = (f"00000000-0000-4000-8000-00000000000{n}" for n in "4f")
HOLD, POSTED, OTHER = (f"30000000-0000-4000-8000-00000000000{n}" for n in "123")
OPENED = (
    f"{ACCOUNTS.replace('opening_minor', 'opening_minor,is_open', 1)}".replace("0\n", "0,true\n")
    + f"{CLOSED},wallet,gone,INR,0,0,false\n"
)
WIDE = (
    "entry_id,recorded_at,kind,line,account_id,amount_minor,currency,balance_after_minor,reverses,"
    "hold_id\n"
)
HOLDS = (
    "id,debit_id,credit_id,amount_minor,currency,posted_minor,state,held_at,expires_at,resolved_at,"
    "kind\n"
)
MADE = f"{HOLD},{A},{B},50,INR,0,open,2026-01-01T00:00:00Z,,,withdraw\n"
GOOD = HEAD + rows(1, A, B, 10) + rows(2, B, A, 20)


@pytest.fixture(scope="module")
def standing(
    server_url: str, template_url: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """A ledger with three accounts, a closed one, an entry, its reversal and a hold."""
    url = copy_database(server_url)

    async def stand() -> None:
        postings = WIDE + rows(8, A, B, 10, ",,,") + rows(9, B, A, 10, f",,{ENTRY.format(8)},")
        files = sources(
            tmp_path_factory.mktemp("standing"),
            accounts=OPENED,
            postings=postings,
            holds=HOLDS + MADE,
        )
        async with opened(url) as db:
            assert (await ledger.take_in(db, files)).faults == ()

    asyncio.run(stand())
    yield url
    drop_database(server_url, url)


def wide(entry: int, debit: str, credit: str, minor: int, more: str) -> str:
    return WIDE + rows(entry, debit, credit, minor, more)


POSTINGS = {
    "no id": (GOOD.replace(A, "x", 1), 2, "which is not an id"),
    "a fraction": (GOOD.replace("-10", "-10.5"), 2, "which is not a whole number"),
    "no line": (GOOD.replace(",0,", ",x,", 1), 2, "which is not a number from 0"),
    "no such day": (GOOD.replace("01-01T00:00:01Z,send,0", "02-30T00:00:01Z,send,0"), 2, "a time"),
    "no zone": (GOOD.replace("01Z,send,0", "01,send,0"), 2, "which is not a time with its zone"),
    "no kind": (GOOD.replace("send", "Send", 1), 2, "which is not a word of a-z"),
    "no currency": (GOOD.replace("INR", "XXX", 1), 2, "which is not a currency of ISO 4217"),
    "an empty cell": (GOOD.replace("INR", "", 1), 2, "currency is empty"),
    "a cell too few": (GOOD.replace(",INR", "", 1), 2, "it has 6 cells; the header has 7"),
    "a quote amid": (GOOD.replace("send", 's"e"nd', 1), 2, "which is not a word"),
    "an open quote": (GOOD.replace("send", '"send', 1), 2, "it is no CSV"),
    "no UTF-8": (GOOD.replace("send", "s\udcffnd", 1), 2, "which is not a word"),
    "no account": (HEAD + rows(1, A, UNKNOWN, 10), 3, "no_such_account"),
    "a closed account": (HEAD + rows(1, A, CLOSED, 10), 3, "account_closed"),
    "another currency": (HEAD + rows(1, A, B, 5).replace("INR", "USD"), 2, "currency_mismatch"),
    "two currencies": (GOOD.replace(",10,INR", ",10,USD"), 3, "two_currencies"),
    "nothing": (HEAD + rows(1, A, B, 0), 2, "debit_not_below_zero"),
    "too much": (HEAD + rows(1, BANK, B, 10**15 + 1), 2, "amount_out_of_range"),
    "the credit first": (HEAD + rows(1, A, B, -10), 2, "debit_not_below_zero"),
    "one side at the end": (GOOD.rsplit("\n", 2)[0], 4, "other_side_missing"),
    "one side amid": (GOOD.replace(GOOD.splitlines()[2] + "\n", ""), 2, "other_side_missing"),
    "unbalanced": (GOOD.replace(",10,INR", ",11,INR"), 3, "not_balanced"),
    "to itself": (HEAD + rows(1, A, A, 10), 3, "same_account"),
    "lines out of order": (
        GOOD.replace("02Z,send,0", "02Z,send,2").replace("02Z,send,1", "02Z,send,3"),
        4,
        "line_out_of_order",
    ),
    "too many legs": (GOOD.replace("send,0", "send,2000", 1), 2, "too_many_legs"),
    "rows that differ": (GOOD.replace("01Z,send,1", "01Z,fee,1"), 3, "rows_differ"),
    "an entry twice": (GOOD + rows(1, A, B, 10), 6, "entry_twice"),
    "another amount": (HEAD + rows(8, A, B, 11), 2, "entry_conflict"),
    "another way": (HEAD + rows(8, B, A, 10), 2, "entry_conflict"),
    "another kind": (HEAD + rows(8, A, B, 10).replace("send", "fee"), 2, "entry_conflict"),
    "the future": (GOOD.replace("2026", "2999"), 2, "in_the_future"),
    "too poor": (GOOD + rows(3, A, B, 10_000), 6, "not_enough_money"),
    "held money": (HEAD + rows(1, A, B, 651), 2, "not_enough_money"),
    "reversed before": (wide(1, B, A, 10, f",,{ENTRY.format(8)},"), 2, "already_reversed"),
    "a reversal of nothing": (wide(1, B, A, 10, f",,{UNKNOWN},"), 2, "reversal_differs"),
    "a reversal of a reversal": (wide(1, A, B, 10, f",,{ENTRY.format(9)},"), 2, "reversal_differs"),
    "another reversal": (
        wide(1, A, B, 10, ",,,") + rows(2, B, A, 11, f",,{ENTRY.format(1)},"),
        4,
        "reversal_differs",
    ),
    "a hold of nothing": (wide(1, A, B, 10, f",,,{UNKNOWN}"), 2, "hold_differs"),
    "a hold that is open": (wide(1, A, B, 50, f",,,{HOLD}"), 2, "hold_differs"),
    "a hold posted twice": (
        wide(1, A, B, 9, f",,,{OTHER}") + rows(2, A, B, 9, f",,,{OTHER}"),
        4,
        "hold_already_posted",
    ),
}
NEW = "00000000-0000-4000-8000-000000000009"
NAMES = "id,kind,owner,currency,floor_minor,is_open,opened_at,balance_minor,opening_minor\n"
PLAIN = f"{NEW},wallet,new,INR,0,true,,,\n"
ACCOUNT_CASES = {
    "no kind": (NAMES + PLAIN.replace("wallet", "purse"), 2, "which is not one of wallet"),
    "no flag": (NAMES + PLAIN.replace("true", "yes"), 2, "which is not true or false"),
    "no owner": (NAMES + PLAIN.replace("new", ""), 2, "owner is empty"),
    "a long owner": (NAMES + PLAIN.replace("new", "n" * 256), 2, "a text of 1 to 255"),
    "an id twice": (NAMES + PLAIN + PLAIN.replace("new", "newer"), 3, "account_twice"),
    "a name twice": (NAMES + PLAIN + PLAIN.replace(NEW, UNKNOWN), 3, "name_twice"),
    "another name": (NAMES + PLAIN.replace(NEW, A), 2, "account_has_other_name"),
    "a name that is taken": (NAMES + PLAIN.replace("new", "asha"), 2, "name_has_other_account"),
    "a floor too high": (NAMES + PLAIN.replace("INR,0", "INR,5"), 2, "floor_above_zero"),
    "too much": (
        NAMES
        + PLAIN.replace(",,,", f",,,{10**16}")
        + f"{UNKNOWN},bank,b,INR,,true,,,{-(10**16)}\n",
        2,
        "amount_out_of_range",
    ),
    "the future": (NAMES + PLAIN.replace("true,", "true,2999-01-01T00:00:00Z"), 2, "in_the_future"),
    "one side": (NAMES + PLAIN.replace(",,,", ",,,5"), 0, "openings_not_zero"),
    "too poor": (
        NAMES + PLAIN.replace(",,,", ",,,-5") + f"{UNKNOWN},bank,b,INR,,true,,,5\n",
        2,
        "not_enough_money",
    ),
    "a balance without postings": (NAMES + PLAIN.replace(",,,", ",,7,"), 2, "balance_not_reached"),
    "closed with money": (
        NAMES + PLAIN.replace("true,,,", "false,,,5") + f"{UNKNOWN},bank,b,INR,,true,,,-5\n",
        2,
        "closed_not_empty",
    ),
}
AT = "2026-01-01T00:00:00Z"
LATER = "2026-01-02T00:00:00Z"
ONE = f"{OTHER},{A},{B},50,INR,0,open,{AT},,,withdraw\n"
HOLD_CASES = {
    "no state": (HOLDS + ONE.replace("open", "ajar"), 2, "which is not one of open"),
    "twice": (HOLDS + ONE + ONE, 3, "hold_twice"),
    "no account": (HOLDS + ONE.replace(B, UNKNOWN), 2, "no_such_account"),
    "to itself": (HOLDS + ONE.replace(B, A), 2, "same_account"),
    "another currency": (HOLDS + ONE.replace("INR", "USD"), 2, "currency_mismatch"),
    "nothing": (HOLDS + ONE.replace(",50,", ",0,"), 2, "amount_out_of_range"),
    "a conflict": (HOLDS + MADE.replace(",50,", ",51,"), 2, "hold_conflict"),
    "open and resolved": (HOLDS + ONE.replace(",,,", f",,{LATER},"), 2, "hold_times"),
    "voided and not resolved": (HOLDS + ONE.replace("open", "voided"), 2, "hold_times"),
    "expired before its time": (
        HOLDS + f"{OTHER},{A},{B},50,INR,0,expired,{AT},{LATER},{AT},withdraw\n",
        2,
        "hold_times",
    ),
    "posted nothing": (
        HOLDS + f"{OTHER},{A},{B},50,INR,0,posted,{AT},,{LATER},withdraw\n",
        2,
        "more_than_held",
    ),
    "posted too much": (
        HOLDS + f"{OTHER},{A},{B},50,INR,51,posted,{AT},,{LATER},withdraw\n",
        2,
        "more_than_held",
    ),
    "posted by nothing": (
        HOLDS + f"{OTHER},{A},{B},50,INR,50,posted,{AT},,{LATER},withdraw\n",
        2,
        "entry_missing",
    ),
    "on a closed account": (HOLDS + ONE.replace(B, CLOSED), 2, "account_closed"),
    "too poor": (HOLDS + ONE.replace(",50,", ",651,"), 2, "not_enough_money"),
}
CASES = [
    pytest.param(sheet, *case, id=f"{sheet}: {name}")
    for sheet, cases in (
        ("postings", POSTINGS),
        ("accounts", ACCOUNT_CASES),
        ("holds", HOLD_CASES),
    )
    for name, case in cases.items()
]


@pytest.mark.parametrize(("sheet", "text", "line", "words"), CASES)
async def test_a_bad_line_is_told_and_nothing_is_written(
    standing: str, tmp_path: Path, sheet: str, text: str, line: int, words: str
) -> None:
    path = tmp_path / f"{sheet}.csv"
    path.write_text(text, errors="surrogateescape")
    source = Source(path, Sheet(sheet), Format.CSV, path.stat().st_size)
    async with opened(standing) as db:
        async with db.read() as tx:
            before = await picture(tx)
        taken = await ledger.take_in(db, [source])
        async with db.read() as tx:
            assert await picture(tx) == before
    told = FAULTS[words][0].partition("{")[0] if words in FAULTS else words
    assert taken.fault_count >= 1
    first = taken.faults[0]
    assert (first.sheet, first.line) == (sheet, line), taken.faults
    assert told in first.problem
    assert first.todo


async def test_all_faults_of_all_sheets_are_told_at_once(db: Database, tmp_path: Path) -> None:
    postings = GOOD.replace("-10", "-1x").replace(",20,INR", ",21,INR") + rows(3, A, UNKNOWN, 5)
    files = sources(
        tmp_path,
        accounts=ACCOUNTS.replace("bank", "tank"),
        postings=postings,
        holds=HOLDS + ONE * 2,
    )
    taken = await ledger.take_in(db, files)
    told = [(fault.sheet, fault.line) for fault in taken.faults]
    for place in [("accounts", 4), ("postings", 2), ("postings", 5), ("postings", 7), ("holds", 3)]:
        assert place in told
    assert told == sorted(told, key=lambda one: (list(Sheet).index(one[0]), one[1]))


async def test_times_never_fall_along_an_account(db: Database, tmp_path: Path) -> None:
    accounts = NAMES + f"{A},wallet,asha,INR,0,true,,,\n{BANK},bank,hdfc,INR,,true,,,\n"
    postings = HEAD + rows(5, BANK, A, 5) + rows(4, BANK, A, 5)
    taken = await ledger.take_in(db, sources(tmp_path, accounts=accounts, postings=postings))
    assert [fault.line for fault in taken.faults] == [4, 5]
    assert FAULTS["time_falls"][0] in str(taken.faults[0])


async def test_a_row_that_is_missing_shows_in_the_balance(db: Database, tmp_path: Path) -> None:
    accounts = NAMES + f"{A},wallet,asha,INR,0,true,,,\n{BANK},bank,hdfc,INR,,true,,,\n"
    whole = WIDE + rows(1, BANK, A, 5, ",5,,").replace("-5,INR,5", "-5,INR,-5")
    taken = await ledger.take_in(db, sources(tmp_path, accounts=accounts, postings=whole))
    assert taken.faults == ()
    holed = whole.replace(ENTRY.format(1), ENTRY.format(2)).replace(A, B)
    more = NAMES + f"{B},wallet,ravi,INR,0,true,,,\n"
    short = holed.replace(",5,INR,5", ",5,INR,9")
    taken = await ledger.take_in(db, sources(tmp_path, accounts=more, postings=short))
    assert [(fault.line, fault.problem) for fault in taken.faults] == [
        (3, FAULTS["balance_differs"][0])
    ]


@pytest.mark.parametrize(
    ("head", "words"),
    [
        ("entry_id,kind\n", "lacks the columns"),
        (HEAD.replace("\n", ",colour\n"), "columns that postings do not have: colour"),
        (HEAD.replace("\n", ",kind\n"), "a column twice"),
    ],
)
async def test_a_file_of_other_columns_is_refused(
    db: Database, tmp_path: Path, head: str, words: str
) -> None:
    with pytest.raises(UnreadableFile, match=words):
        await ledger.take_in(db, sources(tmp_path, postings=head))


async def test_json_tells_its_line_too(db: Database, tmp_path: Path) -> None:
    path = tmp_path / "holds.ndjson"
    path.write_text('{"id": 1.5}\n\n{"id"\n{"colour": "red"}\n')
    source = Source(path, Sheet.HOLDS, Format.NDJSON, path.stat().st_size)
    taken = await ledger.take_in(db, [source])
    told = {fault.line: [] for fault in taken.faults}
    for fault in taken.faults:
        told[fault.line].append(fault.problem)
    assert "id is '1.5', which is not an id" in told[1][0]
    assert "no JSON object" in told[3][0]
    assert any("colour: no such column" in problem for problem in told[4])
