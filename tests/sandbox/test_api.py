"""The merchant's API of the sandbox, over real HTTP."""

import asyncio
import base64
import hmac
import json
from hashlib import sha256
from uuid import uuid4

import httpx
import pytest
from tests.sandbox.server import KEY_ID, WEBHOOK_SECRET, Receiver, SandboxClient, SandboxServer


def order(receiver: Receiver, **more: object) -> dict[str, object]:
    return {
        "reference": str(uuid4()),
        "amount_minor": 12500,
        "currency": "INR",
        "callback_url": receiver.url,
        **more,
    }


async def make(sandbox: SandboxClient, folder: str, body: dict, key: str | None = None):
    key = key or str(body["reference"])
    return await sandbox.api.post(f"/v1/{folder}", json=body, headers={"Idempotency-Key": key})


async def checkout(sandbox: SandboxClient, receiver: Receiver, **more: object) -> dict:
    answer = await make(sandbox, "checkouts", order(receiver, **more))
    assert answer.status_code == 201, answer.text
    return answer.json()


def is_signed(headers: dict[str, str], body: bytes) -> bool:
    key = base64.b64decode(WEBHOOK_SECRET.removeprefix("whsec_"))
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    expected = base64.b64encode(hmac.digest(key, signed, sha256)).decode()
    return headers["webhook-signature"] == f"v1,{expected}"


async def test_a_checkout_is_found_by_id_and_by_reference(sandbox, receiver):
    made = await checkout(sandbox, receiver)
    assert made["status"] == "open"
    assert made["checkout_url"] == f"{sandbox.url}/checkout/{made['id']}"
    by_id = await sandbox.api.get(f"/v1/checkouts/{made['id']}")
    by_reference = await sandbox.api.get(f"/v1/checkouts?reference={made['reference']}")
    assert by_id.json() == by_reference.json() == made


async def test_the_same_key_makes_one_checkout(sandbox, receiver):
    body = order(receiver)
    answers = await asyncio.gather(*(make(sandbox, "checkouts", body) for _ in range(8)))
    assert sorted(a.status_code for a in answers) == [200] * 7 + [201]
    assert len({a.json()["id"] for a in answers}) == 1


async def test_the_same_key_with_another_amount_is_refused(sandbox, receiver):
    body = order(receiver)
    await make(sandbox, "checkouts", body)
    again = await make(sandbox, "checkouts", {**body, "amount_minor": 1})
    assert (again.status_code, again.json()["code"]) == (409, "key_reused")


async def test_the_same_reference_with_another_key_is_refused(sandbox, receiver):
    body = order(receiver)
    await make(sandbox, "checkouts", body)
    again = await make(sandbox, "checkouts", body, key="another")
    assert (again.status_code, again.json()["code"]) == (409, "reference_taken")


@pytest.mark.parametrize("auth", [None, (KEY_ID, "wrong"), ("wrong", "sandbox-test-secret")])
async def test_the_api_asks_for_the_key(sandbox, auth):
    async with httpx.AsyncClient(base_url=sandbox.url, auth=auth) as client:
        answer = await client.get("/v1/checkouts/co_x")
    assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")


@pytest.mark.parametrize(
    ("change", "status"),
    [
        ({"amount_minor": 0}, 400),
        ({"amount_minor": "12.5"}, 400),
        ({"currency": "XQX"}, 422),
        ({"callback_url": "file:///etc/passwd"}, 400),
        ({"return_url": "javascript:alert(1)"}, 400),
        ({"expires_at": "2001-01-01T00:00:00Z"}, 422),
    ],
)
async def test_a_bad_order_is_refused(sandbox, receiver, change, status):
    answer = await make(sandbox, "checkouts", order(receiver, **change))
    assert answer.status_code == status
    assert "code" in answer.json()


async def test_a_paid_checkout_calls_back_once_with_a_signature(sandbox, receiver):
    made = await checkout(sandbox, receiver)
    await sandbox.act(made["id"], "pay")
    await sandbox.all_delivered(made["id"])
    assert len(receiver.calls) == 1
    headers, body = receiver.calls[0]
    assert is_signed(headers, body)
    event = json.loads(body)
    assert event["type"] == "checkout.succeeded"
    assert event["data"]["reference"] == made["reference"]
    assert (event["data"]["moved_minor"], event["data"]["moved_currency"]) == (12500, "INR")


async def test_a_payer_cannot_act_on_a_checkout_that_is_over(sandbox, receiver):
    made = await checkout(sandbox, receiver)
    await sandbox.act(made["id"], "decline")
    after = await sandbox.act(made["id"], "pay")
    assert (after["status"], after["moved_minor"], after["failure"]) == ("failed", None, "declined")


async def test_abandoning_leaves_it_open_and_calls_nobody(sandbox, receiver):
    made = await checkout(sandbox, receiver)
    assert (await sandbox.act(made["id"], "abandon"))["status"] == "open"
    assert await sandbox.deliveries(made["id"]) == []


async def test_a_delayed_payment_is_underway_and_then_succeeds(sandbox, receiver):
    made = await checkout(sandbox, receiver)
    assert (await sandbox.act(made["id"], "pay", delay_s=1))["status"] == "processing"
    await receiver.wait_for(2)
    types = [json.loads(body)["type"] for _, body in receiver.calls]
    assert types == ["checkout.processing", "checkout.succeeded"]


async def test_a_callback_is_sent_again_until_it_is_taken(sandbox, receiver):
    receiver.answers = [500, 404]
    made = await checkout(sandbox, receiver)
    await sandbox.act(made["id"], "pay")
    sent = await sandbox.all_delivered(made["id"])
    assert [(one["tries"], one["last_status"]) for one in sent] == [(3, 200)]
    assert len({headers["webhook-id"] for headers, _ in receiver.calls}) == 1
    assert len({body for _, body in receiver.calls}) == 1


async def test_duplicates_disorder_and_forgery_on_demand(sandbox, receiver):
    made = await checkout(sandbox, receiver)
    await sandbox.switch(made["id"], duplicates=2, disorder=True, forged=True)
    await sandbox.act(made["id"], "pay")
    await sandbox.all_delivered(made["id"])
    genuine = [(h, json.loads(b)) for h, b in receiver.calls if is_signed(h, b)]
    forged = [json.loads(b) for h, b in receiver.calls if not is_signed(h, b)]
    assert [event["type"] for event in forged] == ["checkout.succeeded"]
    types = [event["type"] for _, event in genuine]
    assert types == ["checkout.succeeded"] * 3 + ["checkout.processing"]
    assert len({h["webhook-id"] for h, e in genuine if e["type"] == "checkout.succeeded"}) == 1


async def test_a_callback_can_lie_about_the_amount(sandbox, receiver):
    made = await checkout(sandbox, receiver)
    await sandbox.switch(made["id"], callback_amount_minor=999_999)
    await sandbox.act(made["id"], "pay")
    await receiver.wait_for(1)
    assert json.loads(receiver.calls[0][1])["data"]["moved_minor"] == 999_999
    assert (await sandbox.api.get(f"/v1/checkouts/{made['id']}")).json()["moved_minor"] == 12500


async def test_silence_on_demand(sandbox, receiver):
    made = await checkout(sandbox, receiver)
    await sandbox.switch(made["id"], silent=True)
    assert (await sandbox.act(made["id"], "pay"))["status"] == "succeeded"
    await asyncio.sleep(0.3)
    assert receiver.calls == []


async def test_a_checkout_expires_by_itself_and_by_call(sandbox, receiver):
    by_call = await checkout(sandbox, receiver)
    closed = await sandbox.api.post(f"/v1/checkouts/{by_call['id']}/expire", json={})
    assert closed.json()["status"] == "expired"
    assert (await sandbox.act(by_call["id"], "pay"))["status"] == "expired"
    late = await sandbox.act(by_call["id"], "pay", even_if_expired=True)
    assert (late["status"], late["moved_minor"]) == ("succeeded", 12500)


async def test_closing_a_paid_checkout_changes_nothing(sandbox, receiver):
    made = await checkout(sandbox, receiver)
    await sandbox.act(made["id"], "pay")
    closed = await sandbox.api.post(f"/v1/checkouts/{made['id']}/expire", json={})
    assert closed.json()["status"] == "succeeded"


@pytest.mark.parametrize(
    ("ending", "status", "failure", "moved"),
    [
        ("4321", "succeeded", None, 12500),
        ("0001", "failed", "account_closed", None),
        ("0002", "failed", "declined_by_bank", None),
        ("0005", "succeeded", None, 12499),
    ],
)
async def test_the_account_number_decides_the_fate(
    sandbox, receiver, ending, status, failure, moved
):
    bank = {"account_number": f"99887766{ending}", "ifsc": "HDFC0000001", "name": "Asha Devi"}
    made = (await make(sandbox, "payouts", order(receiver, **bank))).json()
    await sandbox.all_delivered(made["id"])
    after = (await sandbox.api.get(f"/v1/payouts/{made['id']}")).json()
    assert (after["status"], after["failure"], after["moved_minor"]) == (status, failure, moved)
    assert json.loads(receiver.calls[-1][1])["type"] == f"payout.{status}"


async def test_an_account_that_does_not_exist_is_refused(sandbox, receiver):
    bank = {"account_number": "998877660006", "ifsc": "HDFC0000001", "name": "Asha Devi"}
    answer = await make(sandbox, "payouts", order(receiver, **bank))
    assert (answer.status_code, answer.json()["code"]) == (422, "no_such_account")


async def test_an_account_can_stay_pending(sandbox, receiver):
    bank = {"account_number": "998877660004", "ifsc": "HDFC0000001", "name": "Asha Devi"}
    made = (await make(sandbox, "payouts", order(receiver, **bank))).json()
    await asyncio.sleep(0.8)
    assert (await sandbox.api.get(f"/v1/payouts/{made['id']}")).json()["status"] == "processing"


async def test_refunds_never_pass_what_was_paid(sandbox, receiver):
    paid = await checkout(sandbox, receiver)
    unpaid = await make(sandbox, "refunds", order(receiver, checkout=paid["id"]))
    assert (unpaid.status_code, unpaid.json()["code"]) == (422, "not_refundable")
    await sandbox.act(paid["id"], "pay")
    part = await make(sandbox, "refunds", order(receiver, checkout=paid["id"], amount_minor=12000))
    assert part.status_code == 201
    rest = await make(sandbox, "refunds", order(receiver, checkout=paid["id"], amount_minor=501))
    assert (rest.status_code, rest.json()["code"]) == (422, "refund_too_large")
    await sandbox.all_delivered(part.json()["id"])
    after = (await sandbox.api.get(f"/v1/refunds/{part.json()['id']}")).json()
    assert (after["status"], after["moved_minor"]) == ("succeeded", 12000)


async def test_a_message_is_sent_once_and_shown_with_its_code(sandbox):
    phone = f"+9198{uuid4().int % 10**8:08d}"
    body = {"to": phone, "body": "Your code is 042137. Tell nobody.", "reference": str(uuid4())}
    first = await sandbox.api.post("/v1/messages", json=body)
    again = await sandbox.api.post("/v1/messages", json=body)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json()["id"] == again.json()["id"]
    shown = await sandbox.http.get("/sandbox/outbox", params={"phone": phone})
    assert [(m["to"], m["code"]) for m in shown.json()["items"]] == [(phone, "042137")]


async def test_faults_down_slow_and_garbage(sandbox, receiver):
    await sandbox.fault("down", "checkouts")
    body = order(receiver)
    assert (await make(sandbox, "checkouts", body)).status_code == 503
    await sandbox.fault("none", "checkouts")
    absent = await sandbox.api.get(f"/v1/checkouts?reference={body['reference']}")
    assert (absent.status_code, absent.json()["code"]) == (404, "not_found")

    await sandbox.fault("garbage", "checkouts")
    odd = await make(sandbox, "checkouts", body)
    assert odd.status_code == 200
    with pytest.raises(UnicodeDecodeError):
        odd.json()
    await sandbox.fault("none")
    done = await sandbox.api.get(f"/v1/checkouts?reference={body['reference']}")
    assert done.json()["status"] == "open"

    await sandbox.fault("slow", "all", delay_ms=3000)
    with pytest.raises(httpx.TimeoutException):
        await sandbox.api.get(f"/v1/checkouts/{done.json()['id']}", timeout=0.2)
    await sandbox.fault("none")
    assert (await sandbox.http.get("/sandbox/controls")).json() == []


async def test_a_fault_ends_by_itself(sandbox):
    await sandbox.fault("down", for_s=3)
    assert (await sandbox.api.get("/v1/checkouts/co_none")).status_code == 503
    async with asyncio.timeout(30):
        while (await sandbox.api.get("/v1/checkouts/co_none")).status_code != 404:
            await asyncio.sleep(0.1)


async def test_a_payment_before_a_crash_is_still_called_back(server_url, template_url, receiver):
    from tests.conftest import copy_database, drop_database

    url = copy_database(server_url)
    server = SandboxServer(url)
    server.start()
    client = SandboxClient(server.url)
    try:
        made = await checkout(client, receiver)
        await client.switch(made["id"], callback_delay_s=4)
        await client.act(made["id"], "pay")
        server.kill()
        assert receiver.calls == []
        server.start()
        await receiver.wait_for(1)
        headers, body = receiver.calls[0]
        assert is_signed(headers, body)
        assert json.loads(body)["type"] == "checkout.succeeded"
    finally:
        await client.aclose()
        server.stop()
        drop_database(server_url, url)
