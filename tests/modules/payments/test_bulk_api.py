"""HTTP of bulk payments: JSON, lines and files in; results, previews and files out."""

import csv
import io
from typing import Any

import msgspec
import pytest
from tests.modules.payments import bulk_given, given
from tests.modules.payments.bulk_given import crowd
from tests.modules.payments.client import Client, rupees
from tests.modules.payments.given import Someone, inr

from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.modules.payments import service as payments
from batua.modules.payments.rules import bulk as rules
from batua.modules.payments.rules import guard

NDJSON = "application/x-ndjson"
BATCH = "/payments/batch"


def item(payee: Any, amount: int, note: str = "") -> dict[str, Any]:
    return {"payee": str(payee), "amount": rupees(amount), "note": note}


def lines(answer: Any) -> list[dict[str, Any]]:
    """Each line of an NDJSON answer."""
    assert answer.headers["content-type"].startswith(NDJSON), answer.text
    return [msgspec.json.decode(line) for line in answer.content.splitlines()]


async def send(who: Client, items: list[Any], **more: Any) -> Any:
    fields = {name: more.pop(name) for name in ("mode", "name") if name in more}
    return await who("POST", BATCH, {"items": items, **fields}, **more)


async def upload(who: Client, text: str | bytes) -> Any:
    content = text if isinstance(text, bytes) else text.encode()
    return await who(
        "POST", f"{BATCH}/preview", content=content, headers={"Content-Type": "text/csv"}
    )


async def test_json_in_and_out(db: Database, as_asha: Client, bina: Someone) -> None:
    items = [item(bina.id, 10, "May"), item("nobody@batua", 5)]
    answer = await send(as_asha, items, name=" Salaries  of May ")

    assert answer.status_code == 201
    told = answer.json()
    sent, refused = told["results"]
    assert (sent["line"], sent["status"], sent["refusal"]) == (1, "sent", None)
    assert refused == {
        "line": 2,
        "status": "refused",
        "payment_id": None,
        "refusal": {
            "code": "payments.payee_not_found",
            "detail": "Nobody with a wallet was found.",
            "todo": "Check the number or the handle, or ask the person to open a wallet.",
            "facts": {},
        },
    }
    batch = told["batch"]
    assert (batch["name"], batch["mode"], batch["status"]) == ("Salaries of May", "each", "done")
    assert (batch["items"], batch["sent"], batch["refused"]) == (2, 1, 1)
    assert (batch["totals"], batch["sent_totals"]) == ([rupees(15)], [rupees(10)])
    assert answer.headers["batua-batch"] == batch["id"]
    assert await given.balance(db, bina) == 10_00


async def test_lines_in_and_out_part_by_part(
    as_asha: Client, bina: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "PART", 2)
    body = b"\n".join(msgspec.json.encode(item(bina.id, n)) for n in (1, 2, 3)) + b"\r\n\n"
    ask = {
        "content": body,
        "headers": {"Content-Type": NDJSON, "Idempotency-Key": "may"},
        "params": {"mode": "each", "name": "May"},
    }
    first = await as_asha("POST", BATCH, **ask)
    assert first.status_code == 201
    assert [(one["line"], one["status"]) for one in lines(first)] == [
        (1, "sent"),
        (2, "sent"),
        (3, "sent"),
    ]
    ask["headers"] = {"Content-Type": NDJSON, "Idempotency-Key": "may"}
    again = await as_asha("POST", BATCH, **ask)
    assert again.content == first.content
    assert again.headers["batua-batch"] == first.headers["batua-batch"]


async def test_json_in_and_lines_out_when_asked_for(as_asha: Client, bina: Someone) -> None:
    answer = await send(as_asha, [item(bina.id, 1)], headers={"Accept": NDJSON})
    (line,) = lines(answer)
    assert line["status"] == "sent"


async def test_all_or_nothing_is_refused_with_every_line(
    db: Database, as_asha: Client, bina: Someone
) -> None:
    items = [item(bina.id, 600), item(bina.id, 600), item("", 1)]
    before = await given.picture(db)
    answer = await send(as_asha, items, mode="all", headers={"Accept": NDJSON})

    assert answer.status_code == 409
    problem = answer.json()
    assert problem["code"] == "payments.batch_refused"
    assert problem["facts"]["refused"] == 2
    assert [(one["line"], one["code"]) for one in problem["facts"]["lines"]] == [
        (2, "ledger.not_enough_money"),
        (3, "payments.recipient_missing"),
    ]
    assert await given.picture(db) == before
    assert (await as_asha("GET", "/payments/batches")).json()["items"] == []


@pytest.mark.parametrize(
    ("body", "kind", "field"),
    [
        (b"", "application/json", "body"),
        (b"{", "application/json", "body"),
        (b'{"items":[{"payee":"a"}]}', "application/json", "items[0]"),
        (b'{"items":[],"more":1}', "application/json", "body"),
        (b'{"items":[],"mode":"some"}', "application/json", "mode"),
        (b'{"payee":"a","amount":{"minor":1,"currency":"INR"}}\n{"payee":1}', NDJSON, "items[1]"),
        (b"{}\nnothing", NDJSON, "items[0]"),
        (b"\xff", NDJSON, "items[0]"),
    ],
)
async def test_a_body_that_does_not_fit_is_refused_with_its_place(
    as_asha: Client, body: bytes, kind: str, field: str
) -> None:
    answer = await as_asha("POST", BATCH, content=body, headers={"Content-Type": kind})
    assert answer.status_code == 400, answer.text
    problem = answer.json()
    assert problem["code"] == "kit.bad_field"
    assert problem["errors"][0]["field"].startswith(field)


async def test_a_batch_needs_lines_and_a_key_and_has_its_size(
    as_asha: Client, bina: Someone
) -> None:
    for items in ([], [item(bina.id, 1)] * 10_001):
        answer = await send(as_asha, items)
        assert answer.json()["code"] == "payments.batch_too_long"
        assert answer.json()["facts"] == {"limit": 10_000}
    line = msgspec.json.encode(item(bina.id, 1)) + b"\n"
    answer = await as_asha("POST", BATCH, content=line * 10_001, headers={"Content-Type": NDJSON})
    assert answer.json()["code"] == "payments.batch_too_long"
    answer = await send(as_asha, [item(bina.id, 1)], headers={"Idempotency-Key": None})
    assert answer.json()["code"] == "kit.idempotency_key_missing"
    answer = await as_asha(
        "POST", BATCH, content=b" " * 12_000_001, headers={"Content-Type": NDJSON}
    )
    assert answer.status_code == 413


async def test_the_pin_and_the_key_are_asked_for_as_in_single_sends(
    db: Database, as_asha: Client, bina: Someone
) -> None:
    items = [item(bina.id, 1)]
    answer = await send(as_asha, items, headers={"Step-Up-Token": None})
    assert (answer.status_code, answer.json()["code"]) == (403, "identity.step_up_required")
    first = await send(as_asha, items, headers={"Idempotency-Key": "may"})
    other = await send(as_asha, items * 2, headers={"Idempotency-Key": "may"})
    assert (first.status_code, other.status_code) == (201, 409)
    assert other.json()["code"] == "payments.key_reused"
    assert await given.balance(db, bina) == 1_00


async def test_what_became_of_batches_is_read_later(
    db: Database, keys: KeyRing, as_asha: Client, as_bina: Client
) -> None:
    people = await crowd(db, keys, 5)
    items = [item(one, 1, "=1+1") for one in people] + [item("nobody@batua", 2)]
    ids = [(await send(as_asha, items, name=f"Batch {n}")).json()["batch"]["id"] for n in range(3)]
    first = (await as_asha("GET", "/payments/batches", params={"limit": 2})).json()
    rest = (await as_asha("GET", "/payments/batches", params={"cursor": first["next"]})).json()
    assert [one["id"] for one in first["items"] + rest["items"]] == ids[::-1]
    assert rest["next"] is None

    path = f"/payments/batches/{ids[0]}"
    assert (await as_asha("GET", path)).json() == rest["items"][0]
    page = (await as_asha("GET", f"{path}/results", params={"limit": 4})).json()
    more = (await as_asha("GET", f"{path}/results", params={"cursor": page["next"]})).json()
    told = page["items"] + more["items"]
    assert [one["line"] for one in told] == [1, 2, 3, 4, 5, 6]
    assert [one["payee"] and one["payee"]["name"] for one in told[4:]] == ["Person 4", None]
    assert more["next"] is None
    refused = (await as_asha("GET", f"{path}/results", params={"status": "refused"})).json()
    assert [one["line"] for one in refused["items"]] == [6]

    file = await as_asha("GET", f"{path}/results.csv")
    rows = list(csv.DictReader(io.StringIO(file.text.removeprefix("\ufeff"))))
    assert [row["status"] for row in rows] == ["sent"] * 5 + ["refused"]
    assert rows[0]["note"] == "'=1+1"
    assert (rows[0]["amount"], rows[5]["code"]) == ("1.00", "payments.payee_not_found")
    assert rows[5]["reason"] == "Nobody with a wallet was found."

    for method, end in (("GET", ""), ("GET", "/results"), ("GET", "/results.csv")):
        assert (await as_bina(method, path + end)).json()["code"] == "payments.batch_not_found"
    answer = await as_bina("POST", f"{path}/continue")
    assert (answer.status_code, answer.json()["code"]) == (404, "payments.batch_not_found")
    assert (await as_bina("GET", "/payments/batches")).json()["items"] == []
    bad = await as_asha("GET", f"{path}/results", params={"cursor": "x"})
    assert bad.json()["code"] == "kit.bad_cursor"


async def test_a_batch_that_stopped_goes_on(
    db: Database, keys: KeyRing, as_asha: Client, bina: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "PART", 2)
    wanted = bulk_given.order(as_asha.who, [(bina.id, 1_00)] * 5)
    batch = await payments.Bulk(db, keys).begin(wanted)
    path = f"/payments/batches/{batch.id}"
    assert (await as_asha("GET", path)).json()["sent"] == 0

    answer = await as_asha("POST", f"{path}/continue", headers={"Step-Up-Token": None})
    assert answer.status_code == 200
    assert answer.json()["batch"]["status"] == "done"
    assert [one["status"] for one in answer.json()["results"]] == ["sent"] * 5
    again = await as_asha("POST", f"{path}/continue", headers={"Accept": NDJSON})
    assert lines(again) == answer.json()["results"]
    assert await given.balance(db, bina) == 5_00


async def test_a_preview_tells_every_error_by_line_and_moves_nothing(
    db: Database, keys: KeyRing, as_asha: Client, bina: Someone
) -> None:
    await given.send(db, keys, as_asha.who, bina, inr(1_00))
    (charu,) = await crowd(db, keys, 1)
    before = await given.picture(db)
    answer = await upload(
        as_asha,
        "recipient,name,amount,note\n"
        "9812345678,Bina,100,May\n"
        "9812345678,Asha,x," + "n" * 201 + "\n"
        f"{charu},Person,600,\n"
        "asha@batua,,1,\n"
        "+91 90000 00001,,700,\n",
    )
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert (told["good"], told["wrong"], told["needs_pin"]) == (2, 3, True)
    assert told["totals"] == [
        {
            "total": rupees(700),
            "balance_after": rupees(299),
            "per_send": rupees(50_000),
            "day_left": rupees(99_999),
            "month_left": rupees(499_999),
        }
    ]
    one, two, three, four, five = told["lines"]
    assert (one["line"], one["recipient"], one["note"]) == (2, "9812345678", "May")
    assert one["payee"]["name"] == "Bina Kumari"
    assert one["payee"]["phone"].endswith("678")
    assert one["payee"]["paid_before"]
    assert (one["errors"], one["warnings"]) == ([], ["paid_twice"])
    assert two["warnings"] == ["paid_twice", "name_differs"]
    assert [(e["field"], e["code"]) for e in two["errors"]] == [
        ("amount", "kit.unreadable_amount"),
        ("note", "payments.note_too_long"),
    ]
    assert (three["payee"]["name"], three["errors"]) == ("Person 0•••", [])
    assert four["errors"][0]["code"] == "payments.payee_is_yourself"
    assert [(e["field"], e["code"]) for e in five["errors"]] == [
        ("recipient", "payments.payee_not_found"),
        ("amount", "ledger.not_enough_money"),
    ]
    assert await given.picture(db) == before
    assert await bulk_given.tables(db) == {"batch": 0, "part": 0}


async def test_a_preview_of_items_is_the_same(as_asha: Client, bina: Someone) -> None:
    body = {"items": [item(bina.id, 10), item(bina.id, 60_000)]}
    told = (await as_asha("POST", f"{BATCH}/preview", body)).json()
    assert [line["line"] for line in told["lines"]] == [1, 2]
    assert [error["code"] for error in told["lines"][1]["errors"]] == [
        "payments.send_limit_reached",
        "ledger.not_enough_money",
    ]
    assert told["lines"][1]["errors"][0]["facts"] == {"limit": rupees(50_000)}


async def test_a_preview_refuses_what_is_no_table(as_asha: Client) -> None:
    assert (await upload(as_asha, b"\x89PNG\r\n\x1a\n")).json()["code"] == (
        "payments.file_not_readable"
    )
    answer = await upload(as_asha, "name,note\nx,y\n")
    assert answer.json()["code"] == "payments.columns_missing"
    assert answer.json()["facts"] == {"missing": ["recipient", "amount"]}


async def test_files_find_out_only_so_many_who_have_no_wallet(
    db: Database, keys: KeyRing, as_asha: Client, bina: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "MAX_FILE_MISSES", 3)
    await given.send(db, keys, as_asha.who, bina, inr(1_00))
    await crowd(db, keys, 1)
    numbers = [f"+91900000000{n}" for n in range(5)]
    text = "recipient,amount\n" + "".join(f"{n},1\n" for n in numbers)
    text += "+918000000000,1\n9812345678,1\n+919000000000,1\n"

    for _ in range(2):  # what was told once is told again, and counts once
        told = (await upload(as_asha, text)).json()["lines"]
        found = [[error["code"] for error in line["errors"]] for line in told]
        assert found == [
            *[["payments.payee_not_found"]] * 3,
            *[["payments.too_many_misses"]] * 3,
            [],
            ["payments.payee_not_found"],
        ]
    assert 0 < told[5]["errors"][0]["facts"]["retry_after_s"] <= 3600
    answer = await send(as_asha, [item("+918000000000", 1), item("person", 1)])
    assert [one["refusal"]["code"] for one in answer.json()["results"]] == [
        "payments.too_many_misses"
    ] * 2
