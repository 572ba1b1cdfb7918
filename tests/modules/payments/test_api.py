"""The HTTP of payments: shapes, refusals, and the whole way of a send and a request."""

import csv
import io
import re
from typing import Any

import pytest
from tests.modules.payments import given
from tests.modules.payments.client import Client, rupees
from tests.modules.payments.given import Someone, inr

from batua.kit.db import Database


async def test_a_send_from_look_up_to_receipt(
    as_asha: Client, as_bina: Client, asha: Someone, bina: Someone
) -> None:
    found = await as_asha("POST", "/payees/look-up", {"phone": "+919812345678"})
    assert found.status_code == 200
    assert found.json() == {
        "id": str(bina.id),
        "name": "Bina K•••",
        "phone": "+91 ••••• ••678",
        "handle": None,
        "photo_url": None,
        "paid_before": False,
        "last_paid_at": None,
        "amount": None,
        "note": None,
    }
    order = {"payee": str(bina.id), "amount": rupees(600)}
    check = await as_asha("POST", "/payments/check", order)
    assert check.status_code == 200
    told = check.json()
    assert (told["needs_pin"], told["reasons"]) == (True, ["amount", "new_payee"])
    assert (told["total"], told["fee"], told["balance_after"]) == (
        rupees(600),
        rupees(0),
        rupees(400),
    )
    assert told["limits_left"] == {
        "per_send": rupees(50_000),
        "day": rupees(100_000),
        "month": rupees(500_000),
    }

    sent = await as_asha("POST", "/payments", {**order, "note": "Dinner"})
    assert sent.status_code == 201
    payment = sent.json()
    assert {k: payment[k] for k in ("kind", "status", "direction", "amount", "note")} == {
        "kind": "send",
        "status": "succeeded",
        "direction": "out",
        "amount": rupees(600),
        "note": "Dinner",
    }
    assert payment["balance_after"] == rupees(400)
    assert payment["other"]["name"] == "Bina Kumari"

    (got,) = (await as_bina("GET", "/payments")).json()["items"]
    assert (got["id"], got["direction"], got["balance_after"]) == (
        payment["id"],
        "in",
        rupees(600),
    )
    assert got["other"]["handle"] == "asha@batua"
    assert (await as_bina("GET", f"/payments/{payment['id']}")).json() == got

    for client in (as_asha, as_bina):
        pdf = await client("GET", f"/payments/{payment['id']}/receipt.pdf")
        assert pdf.status_code == 200
        assert pdf.headers["content-type"] == "application/pdf"
        assert payment["reference"] in pdf.headers["content-disposition"]
        assert pdf.content.startswith(b"%PDF-")


async def test_the_other_name_of_send_is_the_same_handler(as_asha: Client, bina: Someone) -> None:
    body = {"payee": str(bina.id), "amount": rupees(1)}
    key = {"headers": {"Idempotency-Key": "same"}}
    first = await as_asha("POST", "/payment/send", body, **key)
    second = await as_asha("POST", "/payments", body, **key)
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()


async def test_an_order_needs_a_key_and_the_pin(
    db: Database, as_asha: Client, bina: Someone
) -> None:
    body = {"payee": str(bina.id), "amount": rupees(1)}
    before = await given.picture(db)
    bare = await as_asha("POST", "/payments", body, headers={"Idempotency-Key": None})
    assert (bare.status_code, bare.json()["code"]) == (400, "kit.idempotency_key_missing")
    spaced = await as_asha("POST", "/payments", body, headers={"Idempotency-Key": "a b"})
    assert (spaced.status_code, spaced.json()["code"]) == (400, "kit.idempotency_key_missing")
    locked = await as_asha("POST", "/payments", body, headers={"Step-Up-Token": None})
    assert (locked.status_code, locked.json()["code"]) == (403, "identity.step_up_required")
    assert await given.picture(db) == before


BAD_ORDERS: list[tuple[dict[str, Any], int, str]] = [
    ({"amount": {"minor": 0, "currency": "INR"}}, 400, "payments.amount_not_positive"),
    ({"amount": {"minor": 10.5, "currency": "INR"}}, 400, "kit.bad_field"),
    ({"amount": {"minor": 10, "currency": "XXZ"}}, 400, "kit.bad_field"),
    ({"amount": {"minor": 10, "currency": "USD"}}, 409, "payments.no_wallet_of_yours"),
    ({"amount": {"minor": 100_001, "currency": "INR"}}, 409, "ledger.not_enough_money"),
    ({"amount": {"minor": 5_000_001, "currency": "INR"}}, 429, "payments.send_limit_reached"),
    ({"note": "x" * 201}, 400, "kit.bad_field"),
    ({"payee": str(given.stranger())}, 404, "payments.payee_not_found"),
    ({"payee": "nobody"}, 400, "kit.bad_field"),
    ({"extra": 1}, 400, "kit.bad_field"),
]


async def test_an_order_that_cannot_be_is_a_problem_and_moves_nothing(
    db: Database, as_asha: Client, bina: Someone
) -> None:
    before = await given.picture(db)
    for change, status, code in BAD_ORDERS:
        body = {"payee": str(bina.id), "amount": rupees(1), **change}
        got = await as_asha("POST", "/payments", body)
        assert (got.status_code, got.json()["code"]) == (status, code), change
        assert await given.picture(db) == before, change


async def test_a_miss_counts_although_it_is_refused(as_asha: Client) -> None:
    for n in range(5):
        got = await as_asha("POST", "/payees/look-up", {"handle": f"nobody{n}"})
        assert (got.status_code, got.json()["code"]) == (404, "payments.payee_not_found")
    got = await as_asha("POST", "/payees/look-up", {"handle": "nobody9"})
    assert (got.status_code, got.json()["code"]) == (429, "payments.too_many_misses")
    assert 3590 <= int(got.headers["retry-after"]) <= 3600


async def test_the_own_code_is_text_and_picture_and_can_be_looked_up(
    as_asha: Client, as_bina: Client, asha: Someone
) -> None:
    got = await as_asha(
        "GET", "/me/qr", params={"amount_minor": 1250, "currency": "INR", "note": "Tea & more"}
    )
    code = got.json()
    assert code["text"] == (
        "https://batua.example/pay?to=asha@batua&am=12.50&cu=INR&tn=Tea%20%26%20more"
    )
    assert re.match(r"<svg [^>]*viewBox", code["svg"])
    found = (await as_bina("POST", "/payees/look-up", {"qr": code["text"]})).json()
    assert (found["id"], found["amount"], found["note"]) == (
        str(asha.id),
        {"minor": 1250, "currency": "INR"},
        "Tea & more",
    )
    bad = await as_asha("GET", "/me/qr", params={"amount_minor": 0})
    assert bad.status_code == 400


async def test_a_request_is_asked_seen_reminded_and_paid(
    as_asha: Client, as_bina: Client, asha: Someone
) -> None:
    asked = await as_bina(
        "POST", "/requests", {"payer": str(asha.id), "amount": rupees(50), "note": "Rent"}
    )
    assert asked.status_code == 201
    request = asked.json()
    assert (request["direction"], request["status"]) == ("out", "open")
    (wish,) = (await as_asha("GET", "/requests", params={"direction": "in"})).json()["items"]
    assert (wish["id"], wish["direction"]) == (request["id"], "in")

    reminded = await as_bina("POST", f"/requests/{request['id']}/remind")
    assert reminded.status_code == 200 and reminded.json()["reminded_at"]
    again = await as_bina("POST", f"/requests/{request['id']}/remind")
    assert (again.status_code, again.json()["code"]) == (429, "payments.reminded_today")

    paid = await as_asha("POST", f"/requests/{request['id']}/pay")
    assert paid.status_code == 201
    assert (paid.json()["kind"], paid.json()["request_id"]) == ("request", request["id"])
    seen = (await as_bina("GET", f"/requests/{request['id']}")).json()
    assert (seen["status"], seen["payment_id"]) == ("paid", paid.json()["id"])
    late = await as_asha("POST", f"/requests/{request['id']}/decline")
    assert (late.status_code, late.json()["facts"]) == (409, {"status": "paid"})


@pytest.mark.parametrize(
    ("who", "verb", "status"), [("asha", "decline", "declined"), ("bina", "cancel", "cancelled")]
)
async def test_a_request_is_ended_by_its_sides(
    as_asha: Client, as_bina: Client, asha: Someone, who: str, verb: str, status: str
) -> None:
    asked = await as_bina("POST", "/requests", {"payer": str(asha.id), "amount": rupees(50)})
    client = as_asha if who == "asha" else as_bina
    ended = await client("POST", f"/requests/{asked.json()['id']}/{verb}")
    assert (ended.status_code, ended.json()["status"]) == (200, status)
    listed = await as_asha("GET", "/requests", params={"status": status})
    assert [r["id"] for r in listed.json()["items"]] == [asked.json()["id"]]


async def test_wallets_tell_balances_and_lines(as_asha: Client, bina: Someone) -> None:
    await as_asha("POST", "/payments", {"payee": str(bina.id), "amount": rupees(100)})
    opened = await as_asha("POST", "/wallets", {"currency": "USD"})
    assert opened.status_code == 201
    assert (await as_asha("POST", "/wallets", {"currency": "USD"})).json() == opened.json()
    wrong = await as_asha("POST", "/wallets", {"currency": "XXZ"})
    assert (wrong.status_code, wrong.json()["code"]) == (400, "kit.unknown_currency")

    rupee, dollar = (await as_asha("GET", "/wallets")).json()["items"]
    assert dollar == opened.json()
    assert (rupee["balance"], rupee["available"]) == (rupees(900), rupees(900))
    assert (rupee["pending_in"], rupee["pending_out"]) == (rupees(0), rupees(0))
    assert (await as_asha("GET", f"/wallets/{rupee['id']}")).json() == rupee
    now = await as_asha("GET", f"/wallets/{rupee['id']}/balance")
    assert now.json()["balance"] == rupees(900)
    then = await as_asha(
        "GET", f"/wallets/{rupee['id']}/balance", params={"at": "2020-01-01T00:00:00Z"}
    )
    assert then.json() == {"balance": rupees(0), "at": "2020-01-01T00:00:00Z"}
    lines = (await as_asha("GET", f"/wallets/{rupee['id']}/statement")).json()["items"]
    assert [(line["kind"], line["amount"], line["balance_after"]) for line in lines] == [
        ("send", rupees(-100), rupees(900)),
        ("top_up", rupees(1000), rupees(1000)),
    ]
    page = (await as_asha("GET", f"/wallets/{rupee['id']}/statement", params={"limit": 1})).json()
    assert len(page["items"]) == 1 and page["next"]
    (payment,) = (await as_asha("GET", "/payments")).json()["items"]
    assert lines[0]["payment_id"] == payment["id"]


async def test_limits_are_told_with_what_is_left(as_asha: Client, bina: Someone) -> None:
    await as_asha("POST", "/payments", {"payee": str(bina.id), "amount": rupees(100)})
    items = (await as_asha("GET", "/limits")).json()["items"]
    told = {item["kind"]: (item["amount"], item["used"], item["left"]) for item in items}
    assert told == {
        "per_send": (rupees(50_000), None, None),
        "day": (rupees(100_000), rupees(100), rupees(99_900)),
        "month": (rupees(500_000), rupees(100), rupees(499_900)),
        "no_pin_below": (rupees(500), None, None),
    }
    assert [bool(item["resets_at"]) for item in items] == [False, True, True, False]
    yen = (await as_asha("GET", "/limits", params={"currency": "JPY"})).json()["items"]
    assert yen[0]["amount"] == {"minor": 500, "currency": "JPY"}


async def test_the_history_takes_every_filter_and_pages(as_asha: Client, bina: Someone) -> None:
    for n in range(1, 4):
        body = {"payee": str(bina.id), "amount": rupees(n), "note": f"note{n}"}
        assert (await as_asha("POST", "/payments", body)).status_code == 201

    async def notes(**params: Any) -> list[str]:
        got = await as_asha("GET", "/payments", params=params)
        assert got.status_code == 200, got.text
        return [item["note"] for item in got.json()["items"]]

    everything = ["note3", "note2", "note1"]
    assert await notes() == everything
    assert await notes(text="note2") == ["note2"]
    assert await notes(text="bina") == everything
    assert await notes(person=str(bina.id)) == everything
    assert await notes(person=str(given.stranger())) == []
    assert await notes(min_minor=200, max_minor=200) == ["note2"]
    assert await notes(kind=["send", "top_up"], status="succeeded") == everything
    assert await notes(kind="top_up") == []
    assert await notes(direction="out", currency="INR") == everything
    assert await notes(direction="in") == []
    assert await notes(**{"from": "2020-01-01T00:00:00Z"}) == everything
    assert await notes(**{"from": "2020-01-01T00:00:00", "to": "2020-01-02T00:00:00Z"}) == []
    first = (await as_asha("GET", "/payments", params={"limit": 2})).json()
    rest = await as_asha("GET", "/payments", params={"limit": 2, "cursor": first["next"]})
    assert [i["note"] for i in first["items"] + rest.json()["items"]] == everything
    assert rest.json()["next"] is None


BAD_FILTERS: list[tuple[dict[str, Any], str]] = [
    ({"min_minor": 5, "max_minor": 4}, "payments.filter_invalid"),
    ({"from": "2027-01-02T00:00:00Z", "to": "2027-01-01T00:00:00"}, "payments.filter_invalid"),
    ({"kind": "gift"}, "kit.bad_field"),
    ({"currency": "XXZ"}, "kit.unknown_currency"),
    ({"cursor": "%%%"}, "kit.bad_cursor"),
    ({"limit": 101}, "kit.bad_field"),
    ({"min_minor": -1}, "kit.bad_field"),
    ({"from": "yesterday"}, "kit.bad_field"),
]


async def test_filters_that_cannot_be_are_refused(as_asha: Client) -> None:
    for params, code in BAD_FILTERS:
        got = await as_asha("GET", "/payments", params=params)
        assert (got.status_code, got.json()["code"]) == (400, code), params
        if "cursor" in params or "limit" in params:
            continue
        export = await as_asha("GET", "/payments/export.csv", params=params)
        assert (export.status_code, export.json()["code"]) == (400, code), params


async def test_the_export_streams_the_same_payments(as_asha: Client, bina: Someone) -> None:
    for n in (1, 2):
        await as_asha(
            "POST", "/payments", {"payee": str(bina.id), "amount": rupees(n), "note": f"=n{n}"}
        )
    got = await as_asha("GET", "/payments/export.csv", params={"min_minor": 200})
    assert got.status_code == 200
    assert got.headers["content-type"] == "text/csv; charset=utf-8"
    assert "attachment" in got.headers["content-disposition"]
    (row,) = csv.DictReader(io.StringIO(got.text.removeprefix("\ufeff"), newline=""))
    assert (row["note"], row["amount"], row["direction"]) == ("'=n2", "2.00", "out")


async def test_recents_and_search_answer(as_asha: Client, bina: Someone) -> None:
    await as_asha("POST", "/payments", {"payee": str(bina.id), "amount": rupees(1)})
    recent = (await as_asha("GET", "/payees/recent")).json()["items"]
    assert [(p["name"], p["paid_before"]) for p in recent] == [("Bina Kumari", True)]
    found = (await as_asha("GET", "/payees", params={"search": "bi"})).json()["items"]
    assert found == recent
    assert (await as_asha("GET", "/payees", params={"search": ""})).status_code == 400


async def test_balances_stay_as_they_were_after_everything_was_read(
    db: Database, as_asha: Client, bina: Someone
) -> None:
    before = await given.picture(db)
    for path in ("/wallets", "/payments", "/requests", "/limits", "/payees/recent", "/me/qr"):
        assert (await as_asha("GET", path)).status_code == 200
    assert await given.picture(db) == before
    assert await given.balance(db, as_asha.who) == inr(1_000_00).minor
