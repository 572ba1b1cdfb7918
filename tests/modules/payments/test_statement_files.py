"""A statement as a file: the same lines in every format, streamed part by part, nobody else's."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import arro3.io as arrow
import pytest
from arro3.core import DataType
from tests.modules.payments.client import Client
from tests.modules.payments.given import Someone, inr

from batua.kit import ids
from batua.kit.db import Database
from batua.kit.money import Currency
from batua.kit.tables import Format, csv_of_parquet
from batua.modules.ledger import service as ledger
from batua.modules.ledger.service import exporting
from batua.modules.ledger.types import AccountKind, Leg, PostOrder
from batua.modules.payments import service as payments

COLUMNS = [
    *("recorded_at", "kind", "amount_minor", "balance_after_minor", "currency"),
    *("payment_id", "entry_id"),
]


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of three lines, so that few lines make many parts."""
    monkeypatch.setattr(exporting, "LINES_AT_ONCE", 3)


async def wallet_of(client: Client) -> str:
    return str((await client("GET", "/wallets")).json()["items"][0]["id"])


async def moved(db: Database, who: Someone, *amounts: int, ref: str = "") -> None:
    """An entry each, into the wallet and out of it."""
    async with db.transaction() as tx:
        outside = await ledger.open_account(
            tx, kind=AccountKind.CLEARING, owner="x", currency=Currency("INR"), floor_minor=None
        )
        wallet = await payments.open_wallet(tx, who.id, Currency("INR"))
        for amount in amounts:
            sides = (outside.id, wallet.account) if amount > 0 else (wallet.account, outside.id)
            legs = (Leg(*sides, inr(abs(amount))),)
            await ledger.post(tx, PostOrder(id=ids.new_id(), kind="send", ref=ref, legs=legs))


async def file_of(client: Client, wallet: str, format: str) -> Any:
    got = await client("GET", f"/wallets/{wallet}/statement/export?format={format}")
    assert got.status_code == 200, got.text
    assert got.headers["content-type"] == Format(format).media_type
    wanted = f'attachment; filename="batua-statement.{format}"'
    assert got.headers["content-disposition"] == wanted
    assert got.headers["batua-data-age"] == "0.000"
    return got


async def pages_of(client: Client, wallet: str) -> list[tuple[Any, ...]]:
    """The statement as the app reads it, flat as a line of a file."""
    lines, cursor = [], ""
    while True:
        more = f"?limit=100{cursor and '&cursor='}{cursor}"
        page = (await client("GET", f"/wallets/{wallet}/statement{more}")).json()
        lines += [
            (
                *(line["recorded_at"], line["kind"], line["amount"]["minor"]),
                *(line["balance_after"]["minor"], line["amount"]["currency"]),
                *(line["payment_id"], line["entry_id"]),
            )
            for line in page["items"]
        ]
        cursor = page["next"]
        if cursor is None:
            return lines


def rows_of(text: str) -> list[tuple[Any, ...]]:
    """Lines of CSV, with numbers as numbers and times as the API tells them."""
    header, *rows = csv.reader(io.StringIO(text))
    assert header == COLUMNS
    return [
        (moment(at), kind, int(minor), int(after), currency, payment or None, entry)
        for at, kind, minor, after, currency, payment, entry in rows
    ]


def moment(text: str) -> str:
    assert text.endswith(("+00:00", "Z"))
    whole, _, fraction = text.removesuffix("Z").removesuffix("+00:00").partition(".")
    return f"{whole}.{fraction:0<6}Z" if fraction.strip("0") else f"{whole}Z"


@pytest.mark.usefixtures("small_parts")
async def test_every_format_tells_the_lines_of_the_statement(
    db: Database, asha: Someone, as_asha: Client, bina: Someone, tmp_path: Path
) -> None:
    wallet = await wallet_of(as_asha)
    for minor in (100, 250_00):
        body = {"payee": str(bina.id), "amount": {"minor": minor, "currency": "INR"}}
        assert (await as_asha("POST", "/payments", body)).status_code == 201
    await moved(db, asha, 999_999_999_999, -999_999_999_998, *range(1, 120))
    await moved(db, asha, 5, ref=str(ids.new_id()))
    await moved(db, asha, -5, ref="a word")
    wanted = await pages_of(as_asha, wallet)
    assert len(wanted) == 126
    assert wanted[0][5] is None

    told = rows_of((await file_of(as_asha, wallet, "csv")).text)
    assert told == wanted

    lines = (await file_of(as_asha, wallet, "ndjson")).text.splitlines()
    items = [json.loads(line) for line in lines]
    assert all(list(item) == COLUMNS for item in items)
    assert [(moment(i["recorded_at"]), *list(i.values())[1:]) for i in items] == wanted

    path = tmp_path / "statement.parquet"
    path.write_bytes((await file_of(as_asha, wallet, "parquet")).content)
    schema = arrow.read_parquet(path).schema
    types = {name: schema.field(name).type for name in schema.names}
    assert types["amount_minor"] == types["balance_after_minor"] == DataType.int64()
    assert types["recorded_at"] == DataType.timestamp("us", tz="UTC")
    assert rows_of(b"".join(csv_of_parquet(path)).decode()) == wanted


async def test_an_empty_statement_is_an_empty_file(as_bina: Client, tmp_path: Path) -> None:
    wallet = await wallet_of(as_bina)
    assert (await file_of(as_bina, wallet, "csv")).text == ",".join(COLUMNS) + "\n"
    assert (await file_of(as_bina, wallet, "ndjson")).content == b""
    path = tmp_path / "empty.parquet"
    path.write_bytes((await file_of(as_bina, wallet, "parquet")).content)
    reader = arrow.read_parquet(path)
    assert (reader.schema.names, sum(batch.num_rows for batch in reader)) == (COLUMNS, 0)


@pytest.mark.parametrize("format", list(Format))
async def test_a_stranger_gets_a_refusal_and_no_file(
    as_asha: Client, as_bina: Client, format: Format
) -> None:
    wallet = await wallet_of(as_asha)
    got = await as_bina("GET", f"/wallets/{wallet}/statement/export?format={format}")
    assert (got.status_code, got.json()["code"]) == (404, "payments.wallet_not_found")
    assert "content-disposition" not in got.headers


async def test_an_unknown_format_is_refused(as_asha: Client) -> None:
    wallet = await wallet_of(as_asha)
    got = await as_asha("GET", f"/wallets/{wallet}/statement/export?format=xls")
    assert got.status_code == 400


@pytest.mark.usefixtures("small_parts")
async def test_parts_are_read_as_they_are_wanted_and_hold_no_connection(
    db: Database, asha: Someone, as_asha: Client
) -> None:
    await moved(db, asha, *range(1, 60))
    wallet = await wallet_of(as_asha)
    asked = 0

    async def ask(part: Any) -> bytes:
        nonlocal asked
        asked += 1
        async with db.read() as tx:
            found: bytes = await part(tx)
            return found

    async with db.read() as tx:
        account = await ledger.find_account(
            tx, kind=AccountKind.WALLET, owner=str(asha.id), currency=Currency("INR")
        )
    assert account is not None
    assert str(account.id) == wallet
    file = ledger.export_statement(ask, account.id, account.version, Format.CSV)
    await anext(file)  # the header
    assert asked == 0
    first = await anext(file)
    assert (asked, len(first.splitlines())) == (1, 3)

    # What is posted meanwhile is in the next file: this one was begun before.
    await moved(db, asha, 77)
    rest = [block async for block in file]
    assert sum(len(block.splitlines()) for block in rest) == account.version - 3
    assert asked == -(-account.version // 3)
