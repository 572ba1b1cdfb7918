"""History, export and receipts: every filter, both sides, nobody else's."""

import csv
import io
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio
from tests.modules.payments import given
from tests.modules.payments.given import Someone, inr, usd

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.money import Currency
from batua.kit.refusal import BadCursor
from batua.kit.secrets import KeyRing
from batua.modules.payments import csv_export
from batua.modules.payments import service as payments
from batua.modules.payments.errors import FilterInvalid, PaymentNotFound
from batua.modules.payments.service import reading
from batua.modules.payments.types import (
    Direction,
    HistoryFilter,
    PaymentKind,
    PaymentStatus,
)

NOTES = [
    "Dinner at Gulab's",  # 1: Asha to Bina
    "किराया मार्च",  # 2: Bina to Asha
    "Cinema & popcorn",  # 3: Asha to Chitra
    "dinner again",  # 4: Asha pays Bina's request
    "",  # 5: Asha to Bina, in dollars
]


@pytest_asyncio.fixture
async def past(db: Database, keys: KeyRing, asha: Someone, bina: Someone) -> dict[int, Any]:
    """Five payments of Asha, one an hour, named 1 to 5."""
    chitra = await given.someone(db, keys, "Chitra Rao", "+919811111111")
    await given.fund(db, asha, usd(500))
    async with db.transaction() as tx:
        await payments.open_wallet(tx, bina.id, Currency("USD"))
    start = datetime(2027, 5, 1, 6, tzinfo=UTC)
    made: dict[int, Any] = {}

    async def proven(who: Someone) -> Someone:
        proof = await given.prove(db, keys, who.caller)
        return Someone(who.person, who.caller, who.access_token, proof)

    with clock.frozen(start) as time:
        for n, (payer, payee, amount) in enumerate(
            [
                (asha, bina, inr(100_00)),
                (bina, asha, inr(40_00)),
                (asha, chitra, inr(60_00)),
                (asha, bina, inr(20_00)),
                (asha, bina, usd(5_00)),
            ],
            1,
        ):
            time.move_to(start + timedelta(hours=n))
            note = NOTES[n - 1]
            if n == 4:
                request = await given.ask(db, keys, payee, payer, amount, note=note)
                view = await given.pay(db, keys, await proven(payer), request)
            else:
                view = await given.send(db, keys, await proven(payer), payee, amount, note=note)
            made[n] = view.payment
    made[0] = {"chitra": chitra, "start": start}
    return made


def at(past: dict[int, Any], hours: int) -> datetime:
    return past[0]["start"] + timedelta(hours=hours)  # type: ignore[no-any-return]


FILTERS: list[tuple[dict[str, Any], list[int]]] = [
    ({}, [5, 4, 3, 2, 1]),
    ({"text": "dinner"}, [4, 1]),
    ({"text": "DINN"}, [4, 1]),
    ({"text": "dinner gulab"}, [1]),
    ({"text": "किराया"}, [2]),
    ({"text": "मार्"}, [2]),
    ({"text": "'; drop & | !"}, []),
    ({"text": "&"}, []),
    ({"text": "chitra"}, [3]),  # by the name of the other side
    ({"text": "\x00 "}, [5, 4, 3, 2, 1]),
    ({"text": "nothing like it"}, []),
    ({"min_minor": 40_00}, [3, 2, 1]),
    ({"max_minor": 40_00}, [5, 4, 2]),
    ({"min_minor": 40_00, "max_minor": 40_00}, [2]),
    ({"kinds": (PaymentKind.REQUEST,)}, [4]),
    ({"kinds": (PaymentKind.REQUEST, PaymentKind.SEND)}, [5, 4, 3, 2, 1]),
    ({"kinds": (PaymentKind.TOP_UP,)}, []),
    ({"statuses": (PaymentStatus.SUCCEEDED,)}, [5, 4, 3, 2, 1]),
    ({"statuses": (PaymentStatus.FAILED, PaymentStatus.PENDING)}, []),
    ({"direction": Direction.IN}, [2]),
    ({"direction": Direction.OUT}, [5, 4, 3, 1]),
    ({"currency": Currency("USD")}, [5]),
    ({"text": "dinner", "kinds": (PaymentKind.SEND,), "direction": Direction.OUT}, [1]),
]


async def test_each_filter_finds_its_payments(
    db: Database, keys: KeyRing, asha: Someone, past: dict[int, Any]
) -> None:
    for wanted, numbers in FILTERS:
        page = await given.history(db, keys, asha, **wanted)
        found = [view.payment for view in page.items]
        assert found == [past[n] for n in numbers], wanted


async def test_person_time_and_reference_find_their_payments(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone, past: dict[int, Any]
) -> None:
    async def found(**wanted: Any) -> list[Any]:
        return [v.payment for v in (await given.history(db, keys, asha, **wanted)).items]

    assert await found(person=past[0]["chitra"].id) == [past[3]]
    assert await found(person=bina.id) == [past[5], past[4], past[2], past[1]]
    assert await found(person=given.stranger()) == []
    # From is inclusive, to is exclusive.
    assert await found(since=at(past, 2), until=at(past, 4)) == [past[3], past[2]]
    assert await found(text=past[3].reference) == [past[3]]
    assert await found(text=past[3].reference.lower()[:6]) == [past[3]]
    code = past[3].reference
    assert await found(text=f"{code[:4]} {code[4:8]} {code[8:]}") == [past[3]]
    assert await found(text=code, direction=Direction.IN) == []


async def test_a_payment_that_a_text_means_twice_is_found_once(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    first_name = bina.person.name.split()[0]
    paid = [
        await given.send(db, keys, asha, bina, inr(5), note=f"For {first_name}") for _ in range(3)
    ]
    page = await given.history(db, keys, asha, text=first_name.lower())
    assert [view.payment.id for view in page.items] == [one.payment.id for one in reversed(paid)]


async def test_the_other_side_sees_the_same_payment_from_there(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone, past: dict[int, Any]
) -> None:
    theirs = (await given.history(db, keys, bina, direction=Direction.IN)).items
    assert [v.payment for v in theirs] == [past[5], past[4], past[1]]
    assert [v.payment.balance_after(v.viewer) for v in theirs] == [
        usd(500),
        inr(80_00),
        inr(100_00),
    ]
    only = (await given.history(db, keys, past[0]["chitra"])).items
    assert [v.payment for v in only] == [past[3]]


async def test_pages_join_without_gap_or_overlap(
    db: Database, keys: KeyRing, asha: Someone, past: dict[int, Any]
) -> None:
    seen: list[Any] = []
    cursor = None
    for _ in range(3):
        page = await given.history(db, keys, asha, cursor=cursor, limit=2)
        seen += [view.payment for view in page.items]
        cursor = page.next
    assert seen == [past[n] for n in (5, 4, 3, 2, 1)]
    assert cursor is None
    with pytest.raises(BadCursor):
        await given.history(db, keys, asha, cursor="nonsense")


async def test_payments_of_one_moment_are_paged_by_their_ids(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    with clock.frozen(clock.now()):
        made = [(await given.send(db, keys, asha, bina, inr(n))).payment for n in range(1, 6)]
    first = await given.history(db, keys, asha, limit=3)
    rest = await given.history(db, keys, asha, cursor=first.next, limit=3)
    assert [v.payment for v in first.items + rest.items] == list(reversed(made))


@pytest.mark.parametrize(
    "wanted",
    [
        {"min_minor": 5, "max_minor": 4},
        {"since": datetime(2027, 1, 2, tzinfo=UTC), "until": datetime(2027, 1, 1, tzinfo=UTC)},
    ],
)
async def test_bounds_that_cross_are_refused(
    db: Database, keys: KeyRing, asha: Someone, wanted: dict[str, Any]
) -> None:
    with pytest.raises(FilterInvalid):
        await given.history(db, keys, asha, **wanted)


async def test_a_stranger_finds_neither_payment_nor_receipt(
    db: Database, keys: KeyRing, bina: Someone, past: dict[int, Any]
) -> None:
    for id in (past[3].id, given.stranger()):
        async with db.read() as tx:
            with pytest.raises(PaymentNotFound):
                await payments.payment(tx, keys, bina.id, id)
            with pytest.raises(PaymentNotFound):
                await payments.receipt(tx, keys, bina.id, id, "en")


async def test_the_export_is_the_whole_history_and_holds_no_formula(
    db: Database,
    keys: KeyRing,
    asha: Someone,
    bina: Someone,
    past: dict[int, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    evil = await given.send(db, keys, asha, bina, inr(1), note='=HYPERLINK("http://x","y"),"z"')
    monkeypatch.setattr(reading, "EXPORT_PAGE", 2)
    chunks = [
        chunk
        async for chunk in csv_export.lines(
            payments.all_history(db, keys, asha.id, HistoryFilter())
        )
    ]
    text = "".join(chunks)
    assert text.startswith("\ufeffreference,created_at,")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    made = {payment.id: payment for payment in [*(past[n] for n in range(1, 6)), evil.payment]}
    assert [row["id"] for row in rows] == [
        str(p.id) for p in sorted(made.values(), key=lambda p: p.created_at, reverse=True)
    ]
    by_id = {row["id"]: row for row in rows}
    assert by_id[str(evil.payment.id)]["note"] == '\'=HYPERLINK("http://x","y"),"z"'
    assert by_id[str(past[1].id)] == {
        "reference": past[1].reference,
        "created_at": "2027-05-01T07:00:00+00:00",
        "settled_at": "2027-05-01T07:00:00+00:00",
        "kind": "send",
        "status": "succeeded",
        "direction": "out",
        "amount": "100.00",
        "fee": "0.00",
        "currency": "INR",
        "other_name": "Bina Kumari",
        "other_handle": "",
        "note": "Dinner at Gulab's",
        "balance_after": "900.00",
        "id": str(past[1].id),
    }
    assert by_id[str(past[2].id)]["direction"] == "in"
    assert by_id[str(past[5].id)]["currency"] == "USD"
