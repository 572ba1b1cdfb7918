"""The HTTP of the rails, with the sandbox's callbacks on their way through the webhook."""

import asyncio

import httpx
import pytest
import pytest_asyncio
from litestar import Litestar
from tests.modules.payments.client import Client, rupees
from tests.modules.payments.given import picture
from tests.modules.payments.rails_given import counter as open_counter

from batua.kit.web import AppParts, WebSettings, create_app
from batua.modules.gateways import service as gateways
from batua.modules.identity import service as identity
from batua.modules.payments import api
from batua.modules.payments import service as payments
from batua.modules.payments.types import PERMISSIONS

ACCOUNT = {
    "kind": "bank",
    "account_number": "50100123456789",
    "ifsc": "HDFC0000001",
    "name": "Asha Devi",
}


@pytest_asyncio.fixture
async def counter(db, keys, sandbox, receiver):
    async with open_counter(db, keys, sandbox, receiver) as found:
        yield found


@pytest.fixture
def app(counter) -> Litestar:
    return app_of(counter)


def app_of(counter) -> Litestar:
    return create_app(
        AppParts(
            db=counter.db,
            keys=counter.keys,
            routes=api.ROUTES,
            authenticate=identity.Authenticator(counter.db, counter.keys),
            grants=PERMISSIONS,
            web_settings=WebSettings(public_url="https://batua.example", rate_factor=1000),
            rooms={
                "callback_door": gateways.CallbackDoor(counter.db, counter.rails),
                "sends": payments.Sends(counter.db, counter.keys),
                "bulk": payments.Bulk(counter.db, counter.keys),
                "wallet_reader": payments.WalletReader(counter.db),
                "history_reader": payments.HistoryReader(counter.db, counter.keys),
                "rails": counter.rails,
            },
        )
    )


@pytest_asyncio.fixture
async def http(app):
    """The application on the test's own event loop, where the provider's connections live too."""
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://batua.test") as client:
        yield client


async def deliver(http, counter, count: int = 1) -> list[int]:
    """What came from the sandbox goes through the webhook as it is: raw bytes and headers."""
    await counter.receiver.wait_for(count)
    answers = []
    for headers, body in counter.receiver.calls:
        kept = {k: v for k, v in headers.items() if k.startswith("webhook-")}
        answer = await http.post("/api/v1/webhooks/sandbox", content=body, headers=kept)
        answers.append(answer.status_code)
    await counter.do_jobs()
    return answers


async def test_add_money_from_the_button_to_the_balance(as_asha, http, counter):
    made = await as_asha("POST", "/top-ups", {"amount": rupees(500)})
    assert made.status_code == 201
    top_up = made.json()
    assert top_up["status"] == "pending"
    assert top_up["amount"] == rupees(500)
    assert top_up["id"] == top_up["payment_id"]
    assert top_up["checkout_url"].startswith(counter.sandbox.url)
    assert top_up["failure"] is None
    shown = await counter.sandbox.http.get(top_up["checkout_url"])
    assert "₹500.00" in shown.text
    back = await counter.sandbox.http.post(top_up["checkout_url"], data={"act": "pay"})
    assert back.headers["location"] == f"https://batua.example/add-money/{top_up['id']}"

    assert await deliver(http, counter) == [200]
    after = (await as_asha("GET", f"/top-ups/{top_up['id']}")).json()
    assert (after["status"], after["checkout_url"]) == ("succeeded", None)
    (wallet,) = (await as_asha("GET", "/wallets")).json()["items"]
    assert wallet["balance"] == rupees(1500)
    payment = (await as_asha("GET", f"/payments/{top_up['id']}")).json()
    assert (payment["kind"], payment["direction"], payment["other"]) == ("top_up", "in", None)
    assert payment["balance_after"] == rupees(1500)


async def test_i_have_paid_asks_the_provider_at_once(as_asha, counter):
    top_up = (await as_asha("POST", "/top-ups", {"amount": rupees(5)})).json()
    provider_ref = top_up["checkout_url"].rsplit("/", 1)[1]
    await counter.sandbox.switch(provider_ref, silent=True)
    before = await as_asha("POST", f"/top-ups/{top_up['id']}/ask")
    assert (before.status_code, before.json()["status"]) == (200, "pending")
    await counter.sandbox.act(provider_ref, "pay")
    after = await as_asha("POST", f"/top-ups/{top_up['id']}/ask")
    assert (after.status_code, after.json()["status"]) == (200, "succeeded")


async def test_the_same_key_answers_the_same_top_up(as_asha):
    key = {"headers": {"Idempotency-Key": "one"}}
    answers = await asyncio.gather(
        *(as_asha("POST", "/top-ups", {"amount": rupees(5)}, **key) for _ in range(5))
    )
    assert {a.status_code for a in answers} == {201}
    assert len({a.json()["id"] for a in answers}) == 1
    assert len({a.json()["checkout_url"] for a in answers} - {None}) == 1
    other = await as_asha("POST", "/top-ups", {"amount": rupees(6)}, **key)
    assert (other.status_code, other.json()["code"]) == (409, "payments.key_reused")


@pytest.mark.parametrize(
    ("body", "headers", "status", "code"),
    [
        ({"amount": rupees(0)}, {}, 400, "payments.amount_not_positive"),
        ({"amount": rupees(1)}, {"Idempotency-Key": None}, 400, "kit.idempotency_key_missing"),
        ({"amount": {"minor": 1, "currency": "USD"}}, {}, 409, "payments.no_wallet_of_yours"),
        ({}, {}, 400, "kit.bad_field"),
    ],
)
async def test_a_refused_top_up_moves_nothing(as_asha, counter, body, headers, status, code):
    before = await picture(counter.db)
    answer = await as_asha("POST", "/top-ups", body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert await picture(counter.db) == before


async def test_withdraw_and_use_the_account_again(as_asha, http, counter):
    made = await as_asha("POST", "/withdrawals", {"amount": rupees(300), "destination": ACCOUNT})
    assert made.status_code == 201, made.text
    out = made.json()
    assert (out["status"], out["amount"]) == ("pending", rupees(300))
    assert out["destination"]["masked"] == "HDFC •••• 6789"
    assert ACCOUNT["account_number"] not in made.text
    (wallet,) = (await as_asha("GET", "/wallets")).json()["items"]
    assert (wallet["balance"], wallet["available"]) == (rupees(1000), rupees(700))

    await counter.do_jobs()
    assert await deliver(http, counter) == [200]
    after = (await as_asha("GET", f"/withdrawals/{out['id']}")).json()
    assert (after["status"], after["failure"]) == ("succeeded", None)
    assert after["settled_at"] is not None
    (wallet,) = (await as_asha("GET", "/wallets")).json()["items"]
    assert (wallet["balance"], wallet["available"]) == (rupees(700), rupees(700))

    (saved,) = (await as_asha("GET", "/withdrawals/destinations")).json()["items"]
    assert saved["id"] == out["destination"]["id"]
    again = await as_asha(
        "POST",
        "/withdrawals",
        {"amount": rupees(1), "destination": {"kind": "saved", "id": saved["id"]}},
    )
    assert again.status_code == 201
    assert again.json()["destination"]["id"] == saved["id"]


@pytest.mark.parametrize(
    ("change", "headers", "status", "code"),
    [
        ({}, {"Step-Up-Token": None}, 403, "identity.step_up_required"),
        ({}, {"Step-Up-Token": "forged"}, 403, "identity.step_up_required"),
        ({}, {"Idempotency-Key": None}, 400, "kit.idempotency_key_missing"),
        ({"amount": rupees(1001)}, {}, 409, "ledger.not_enough_money"),
        ({"destination": {**ACCOUNT, "ifsc": "nonsense"}}, {}, 400, "kit.bad_field"),
        ({"destination": {**ACCOUNT, "kind": "cash"}}, {}, 400, "kit.bad_field"),
        (
            {"destination": {"kind": "saved", "id": "0198c5f3-1b20-7e44-a3d2-99aabbccdd00"}},
            {},
            404,
            "payments.destination_not_found",
        ),
    ],
)
async def test_a_refused_withdrawal_moves_nothing(as_asha, counter, change, headers, status, code):
    before = await picture(counter.db)
    body = {"amount": rupees(1), "destination": ACCOUNT, **change}
    answer = await as_asha("POST", "/withdrawals", body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert await picture(counter.db) == before


async def test_what_is_hers_is_not_found_by_another(as_asha, as_bina):
    top_up = (await as_asha("POST", "/top-ups", {"amount": rupees(5)})).json()
    out = await as_asha("POST", "/withdrawals", {"amount": rupees(5), "destination": ACCOUNT})
    for method, path in (
        ("GET", f"/top-ups/{top_up['id']}"),
        ("POST", f"/top-ups/{top_up['id']}/ask"),
        ("GET", f"/withdrawals/{out.json()['id']}"),
        ("GET", f"/withdrawals/{top_up['id']}"),
        ("GET", f"/top-ups/{out.json()['id']}"),
    ):
        answer = await as_bina(method, path)
        assert (answer.status_code, answer.json()["code"]) == (404, "payments.payment_not_found")
    saved = out.json()["destination"]["id"]
    theft = {"amount": rupees(5), "destination": {"kind": "saved", "id": saved}}
    assert (await as_bina("POST", "/withdrawals", theft)).status_code == 404


async def test_the_webhook_takes_what_is_signed_and_nothing_else(as_asha, http, counter):
    top_up = (await as_asha("POST", "/top-ups", {"amount": rupees(5)})).json()
    await counter.sandbox.act(top_up["checkout_url"].rsplit("/", 1)[1], "pay")
    await counter.receiver.wait_for(1)
    headers, body = counter.receiver.calls[0]
    signed = {k: v for k, v in headers.items() if k.startswith("webhook-")}
    for provider, given, content, status, code in (
        ("sandbox", {}, body, 401, "gateways.bad_signature"),
        ("sandbox", signed, body + b" ", 401, "gateways.bad_signature"),
        ("sandbox", signed, b"", 401, "gateways.bad_signature"),
        ("nobody", signed, body, 404, "gateways.no_such_provider"),
    ):
        answer = await http.post(f"/api/v1/webhooks/{provider}", content=content, headers=given)
        assert (answer.status_code, answer.json()["code"]) == (status, code)
    big = await http.post("/api/v1/webhooks/sandbox", content=b"x" * 70_000, headers=signed)
    assert big.status_code == 413
    first = await http.post("/api/v1/webhooks/sandbox", content=body, headers=signed)
    again = await http.post("/api/v1/webhooks/sandbox", content=body, headers=signed)
    assert (first.status_code, again.status_code) == (200, 200)
    await counter.do_jobs()
    assert (await as_asha("GET", f"/top-ups/{top_up['id']}")).json()["status"] == "succeeded"


async def test_a_slow_provider_is_answered_for_in_time(asha, counter):
    await counter.trouble("slow")
    transport = httpx.ASGITransport(app_of(counter))
    async with httpx.AsyncClient(transport=transport, base_url="http://batua.test") as http:
        answer = await Client(http, asha)("POST", "/top-ups", {"amount": rupees(5)})
    assert (answer.status_code, answer.json()["status"]) == (201, "unknown")
    assert answer.json()["checkout_url"] is None
