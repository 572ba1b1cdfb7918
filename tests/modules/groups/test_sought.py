"""What is looked for: lines of the statement by kind, member, time, amount and words; members by name."""

import csv
import io
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from tests.modules.groups.given import NOON, Circle, circle, create
from tests.modules.groups.test_api import Json, done, let_in, made, refused
from tests.modules.groups.test_statement_pdf import pages
from tests.modules.payments.client import Client, rupees
from tests.modules.payments.given import someone

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.modules.groups import service as groups
from batua.modules.groups import statement_pdf
from batua.modules.groups.rules import sought
from batua.modules.groups.service import finding
from batua.modules.groups.store import statement as store
from batua.modules.groups.types import (
    EVERY_LINE,
    MembersWanted,
    Role,
    StatementFilter,
    Transaction,
    TransactionKind,
)
from batua.modules.payments.errors import FilterInvalid

NOTES = ("For March", "March, the rest", "Rent of the hall", "")
"""Of the contributions, one a day."""


@pytest.fixture
async def lived(db: Database, keys: KeyRing) -> Circle:
    """Three contributions and eight with notes, a day each, by three members, and two payouts."""
    with clock.frozen(NOON) as held:
        whole = await circle(db, keys, 3, pot=3_00)
        for n in range(8):
            await whole.pay_in(whole[n % 3], (n + 1) * 1_00, NOTES[n % 4])
            held.advance(timedelta(days=1))
        for n in range(2):
            asked = await whole.withdrawal(whole[1], (n + 1) * 1_00)
            for voter in (whole[0], whole[2]):
                asked = await whole.vote(voter, asked)
            await whole.pay(asked)
    return whole


async def found(whole: Circle, wanted: StatementFilter, limit: int = 3) -> list[Transaction]:
    """All pages of what is wanted, a few lines each."""
    lines, cursor = [], None
    while True:
        async with whole.db.read() as tx:
            page = await groups.statement(tx, whole[0].id, whole.id, wanted, (cursor, limit))
        assert len(page.items) <= limit
        lines += page.items
        if page.next is None:
            return lines
        cursor = page.next


def is_meant(line: Transaction, wanted: StatementFilter) -> bool:
    """The same, asked of a line by itself."""
    said = [word.strip(",").lower() for word in line.note.split()]
    return (
        wanted.member in (None, line.member_id)
        and (not wanted.kinds or line.kind in wanted.kinds)
        and (wanted.since is None or line.created_at >= wanted.since)
        and (wanted.until is None or line.created_at < wanted.until)
        and (wanted.min_minor is None or abs(line.amount_minor) >= wanted.min_minor)
        and (wanted.max_minor is None or abs(line.amount_minor) <= wanted.max_minor)
        and all(any(each.startswith(w) for each in said) for w in wanted.text.lower().split())
    )


async def test_each_mix_of_filters_finds_exactly_the_lines_that_it_means(
    lived: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = await found(lived, EVERY_LINE)
    assert len(every) == 13
    bina = (await lived.member(lived[1])).id
    kinds = ((), (TransactionKind.PAYOUT,), tuple(TransactionKind))
    times = ((None, None), (NOON + timedelta(days=2), NOON + timedelta(days=6)))
    amounts = ((None, None), (2_00, 5_00))
    texts = ("", "march", "MAR re", "hall", "nowhere")
    for member, kind, (since, until), (least, most), text in product(
        (None, bina), kinds, times, amounts, texts
    ):
        wanted = StatementFilter(
            member=member,
            kinds=kind,
            since=since,
            until=until,
            min_minor=least,
            max_minor=most,
            text=text,
        )
        meant = [line for line in every if is_meant(line, wanted)]
        assert await found(lived, wanted, 4) == meant, wanted
        with monkeypatch.context() as patch:
            # What is not among the latest is looked up by its words.
            patch.setattr(store, "RECENT", 2)
            assert not text or await found(lived, wanted, 4) == meant, wanted


async def test_words_of_others_are_not_found(
    db: Database, keys: KeyRing, lived: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "RECENT", 1)
    stranger = await someone(db, keys, "Stranger", "+919876400001", money=1_00)
    other = Circle(db, keys, await create(db, stranger), [stranger])
    await other.pay_in(other[0], 1_00, "For March")
    lines = await found(other, StatementFilter(text="march"))
    assert [line.group_id for line in lines] == [other.id]
    assert len(await found(lived, StatementFilter(text="march"))) == 4
    # Signs that a query of words is made of are words like others.
    for text, count in (
        ("'", 0),
        ("\\", 0),
        ("()", 0),
        ("a & b", 0),
        ("march:*", 4),
        ("!march", 4),
    ):
        assert len(await found(lived, StatementFilter(text=text))) == count, text


@pytest.mark.parametrize(
    "turned",
    [
        StatementFilter(min_minor=2, max_minor=1),
        StatementFilter(since=NOON, until=NOON - timedelta(seconds=1)),
    ],
    ids=["amounts", "times"],
)
def test_what_is_turned_round_is_refused(turned: StatementFilter) -> None:
    with pytest.raises(FilterInvalid):
        sought.checked(turned)


async def test_a_printed_part_says_what_it_is_a_part_of(lived: Circle) -> None:
    wanted = StatementFilter(
        member=(await lived.member(lived[1])).id,
        kinds=(TransactionKind.CONTRIBUTION,),
        min_minor=1_00,
        text="march",
    )
    with clock.frozen(NOON + timedelta(days=10)):
        async with lived.db.read() as tx:
            part = await groups.printed_statement(
                tx, lived.keys, lived[1].id, lived.id, (None, None), wanted
            )
            name = (await groups.faces(tx, lived.keys, lived.id, people=[lived[1].id])).person(
                lived[1].id
            )
        text = " ".join(pages(statement_pdf.draw(part)))
    assert name is not None
    assert [line.amount_minor for line, _ in part.lines] == [2_00, 5_00]
    assert f"Only: {name.name} · Put in · at least ₹1.00 · “march” in the note" in text
    assert "Went in" in text and "In the pot before" not in text
    # What was in the pot after each is told as it was, with what is left out in it.
    assert "₹6.00" in text and "₹18.00" in text


async def lines_of(who: Client, group: Json, **params: Any) -> list[Json]:
    path = f"/groups/{group['id']}/transactions"
    return list(done(await who("GET", path, params=params))["items"])


async def test_the_list_and_its_file_have_the_same_lines(as_asha: Client, as_bina: Client) -> None:
    group = await made(as_asha)
    (bina,) = await let_in(as_asha, group, as_bina)
    for who, amount, note in ((as_asha, 100, "March"), (as_bina, 200, "March"), (as_bina, 3, "")):
        body = {"amount": rupees(amount), "note": note}
        done(await who("POST", f"/groups/{group['id']}/transactions", body))
    wanted = {"member": bina["id"], "kind": ["contribution", "payout"], "text": "mar"}
    (line,) = await lines_of(as_asha, group, **wanted)
    assert (line["amount"]["minor"], line["note"]) == (200_00, "March")
    path = f"/groups/{group['id']}/transactions/export.csv"
    file = (await as_asha("GET", path, params=wanted)).text.lstrip("\ufeff")
    rows = list(csv.DictReader(io.StringIO(file)))
    assert [row["id"] for row in rows] == [line["id"]]
    later = {"from": "2200-01-01T00:00:00Z"}
    assert await lines_of(as_asha, group, **later) == []
    assert len(await lines_of(as_asha, group, min_minor=100_00, max_minor=100_00)) == 1
    turned = await as_asha("GET", path, params={"min_minor": 2, "max_minor": 1})
    assert refused(turned) == (400, "payments.filter_invalid")
    pdf = await as_asha("GET", f"/groups/{group['id']}/statement.pdf", params={"text": "mar"})
    assert "“mar” in the note" in " ".join(pages(pdf.content))


async def named(
    whole: Circle, text: str = "", role: Role | None = None, limit: int = 2
) -> list[Any]:
    """All pages of the members who are looked for."""
    ids, cursor = [], None
    while True:
        wanted = MembersWanted(role=role, text=text)
        async with whole.db.read() as tx:
            page = await groups.find_members(
                tx, whole.keys, whole[0].id, whole.id, wanted, (cursor, limit)
            )
        ids += [member.person for member in page.items]
        if page.next is None:
            return ids
        cursor = page.next


NAMES = ("Asha Devi", "Áśa Rao", "आशा देवी", "Bina Ashok", "Chetan Rao")


async def test_members_are_found_by_the_beginnings_of_their_names(
    db: Database, keys: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = await circle(db, keys, 1)
    people = []
    for n, name in enumerate(NAMES):
        role = Role.VIEWER if n % 2 else Role.MEMBER
        people.append(await someone(db, keys, name, f"+9198764{n:05d}"))
        await whole.join(people[-1], role=role)
    ids = [who.id for who in people]
    expected = {
        "ash": [0, 3],
        "  DEV ash ": [0],
        "asa": [1],
        "rao": [1, 4],
        "आशा": [2],
        "sha": [],
        "%": [],
        "person": None,
    }
    for text, who in expected.items():
        wanted = [whole[0].id] if who is None else [ids[n] for n in who]
        assert await named(whole, text) == wanted, text
        with monkeypatch.context() as patch:
            patch.setattr(finding, "AT_ONCE", 2)
            assert await named(whole, text) == wanted, text
    assert await named(whole) == [whole[0].id, *ids]
    assert await named(whole, role=Role.VIEWER) == [ids[1], ids[3]]
    assert await named(whole, "ash", Role.VIEWER) == [ids[3]]
    assert await named(whole, role=Role.CHAIR) == [whole[0].id]
    # Who has gone is found no more.
    await whole.leave(people[3])
    assert await named(whole, "ash") == [ids[0]]


async def test_members_are_looked_for_over_http(as_asha: Client, as_bina: Client) -> None:
    group = await made(as_asha)
    await let_in(as_asha, group, as_bina)
    path = f"/groups/{group['id']}/members"
    for params, count in (
        ({"text": "bi"}, 1),
        ({"text": "zz"}, 0),
        ({"role": "chair"}, 1),
        ({}, 2),
    ):
        found = done(await as_asha("GET", path, params=params))["items"]
        assert len(found) == count, params
