"""The printed statement of a pot: what it says, page by page, read back from the file."""

import io
from dataclasses import replace
from datetime import date, timedelta

import pytest
from pypdf import PdfReader
from tests.modules.groups.given import NOON, Circle, circle
from tests.modules.groups.test_api import let_in, made, refused
from tests.modules.payments.client import Client, rupees

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.kit.words import LANGUAGES
from batua.modules.groups import service as groups
from batua.modules.groups import statement_pdf
from batua.modules.groups.errors import PeriodInvalid, StatementTooLong
from batua.modules.groups.service import printing
from batua.modules.groups.types import PrintedStatement


def pages(pdf: bytes) -> list[str]:
    return [
        " ".join(page.extract_text().replace("\u00a0", " ").split())
        for page in PdfReader(io.BytesIO(pdf)).pages
    ]


async def printed(
    whole: Circle, since: date | None = None, until: date | None = None
) -> PrintedStatement:
    async with whole.db.read() as tx:
        return await groups.printed_statement(tx, whole.keys, whole[0].id, whole.id, (since, until))


async def lived(db: Database, keys: KeyRing) -> Circle:
    """A pot that got 30 rupees on 10 March, 5 on the 11th, and paid 20 on the 12th."""
    with clock.frozen(NOON) as held:
        whole = await circle(db, keys, 3, pot=30_00)
        held.advance(timedelta(days=1))
        await whole.pay_in(whole[1], 5_00)
        held.advance(timedelta(days=1))
        asked = await whole.withdrawal(whole[1], 20_00)
        for voter in (whole[0], whole[2]):
            asked = await whole.vote(voter, asked)
        await whole.pay(asked)
    return whole


async def test_a_period_has_what_was_before_it_in_it_and_after_it(
    db: Database, keys: KeyRing
) -> None:
    whole = await lived(db, keys)
    day = NOON.date()
    told = []
    for since, until in ((0, 2), (1, 1), (1, 2), (3, 9)):
        found = await printed(whole, day + timedelta(days=since), day + timedelta(days=until))
        told.append((found.opening_minor, [line.amount_minor for line, _ in found.lines]))
    assert told == [
        (0, [10_00, 10_00, 10_00, 5_00, -20_00]),
        (30_00, [5_00]),
        (30_00, [5_00, -20_00]),
        (15_00, []),
    ]


async def test_it_is_read_back_from_the_file_with_a_balance_on_each_line(
    db: Database, keys: KeyRing
) -> None:
    whole = await lived(db, keys)
    found = await printed(whole, date(2027, 3, 11), date(2027, 3, 31))
    with clock.frozen(NOON):
        [text] = pages(statement_pdf.draw(replace(found, language="en")))
    for part in (
        "Batua",
        "Statement of a group",
        "Friends of the well",
        "11 Mar 2027 to 31 Mar 2027",
        "In the pot before ₹30.00 Went in ₹5.00 Went out -₹20.00 In the pot after ₹15.00",
        "When What Amount In the pot then",
        "11 Mar 2027 12:00 pm Person 1 Put in · for all ₹5.00 ₹35.00",
        "12 Mar 2027 12:00 pm Person 1 Paid out · because -₹20.00 ₹15.00",
        "Made 10 March 2027, 12:00 pm India Time",
        "Page 1 of 1",
    ):
        assert part in text, text


@pytest.mark.parametrize("language", LANGUAGES)
async def test_many_lines_make_numbered_pages_in_every_language(
    db: Database, keys: KeyRing, language: str
) -> None:
    whole = await lived(db, keys)
    found = await printed(whole, date(2027, 3, 10), date(2027, 3, 31))
    line, face = found.lines[0]
    assert face is not None
    lines = ((replace(line, note="मार्च की बचत " * 9), replace(face, name="बीना कुमारी")),) * 34
    told = pages(statement_pdf.draw(replace(found, lines=lines, language=language)))
    assert len(told) > 1
    if language == "en":
        for n, text in enumerate(told, 1):
            assert text.endswith(f"Page {n} of {len(told)}")
    assert "₹340.00" in told[-1], "the last balance is all of them"


async def test_an_empty_time_says_so(db: Database, keys: KeyRing) -> None:
    whole = await lived(db, keys)
    found = await printed(whole, date(2027, 4, 1), date(2027, 4, 30))
    [text] = pages(statement_pdf.draw(found))
    assert "No money moved in this time." in text


async def test_what_is_too_long_is_refused_with_what_to_do(
    db: Database, keys: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = await lived(db, keys)
    monkeypatch.setattr(printing, "MOST_LINES", 4)
    with pytest.raises(StatementTooLong) as refusal:
        await printed(whole, date(2027, 3, 10), date(2027, 3, 12))
    assert refusal.value.most == 4
    assert "CSV" in StatementTooLong.todo
    assert len((await printed(whole, date(2027, 3, 11), date(2027, 3, 12))).lines) == 2
    for since, until in (
        (date(2027, 3, 12), date(2027, 3, 11)),
        (date(2026, 3, 11), date(2027, 3, 12)),
        (date(1, 1, 1), date(1, 1, 2)),
        (None, date(9999, 12, 31)),
    ):
        with pytest.raises(PeriodInvalid):
            await printed(whole, since, until)


async def test_it_comes_over_http_for_members_whose_role_may_take_files(
    as_asha: Client, as_bina: Client, as_chetan: Client
) -> None:
    group = await made(as_asha)
    path = f"/groups/{group['id']}"
    await as_asha("POST", f"{path}/transactions", {"amount": rupees(12), "note": "March"})
    answer = await as_asha("GET", f"{path}/statement.pdf")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("attachment; filename=")
    [text] = pages(answer.content)
    assert "Asha Devi Put in · March ₹12.00 ₹12.00" in text

    await let_in(as_asha, group, as_bina, role="viewer")
    got = await as_bina("GET", f"{path}/statement.pdf")
    assert refused(got) == (403, "groups.not_in_your_role")
    got = await as_chetan("GET", f"{path}/statement.pdf")
    assert refused(got) == (404, "groups.group_not_found")
    got = await as_asha("GET", f"{path}/statement.pdf", params={"since": "2020-01-01"})
    assert refused(got) == (400, "groups.period_invalid")
