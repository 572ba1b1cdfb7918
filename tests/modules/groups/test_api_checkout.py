"""Paying into a pot at a provider over HTTP, with its signed callbacks on their way through the webhook."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import pytest_asyncio
from litestar import Litestar
from tests.modules.groups.checkout_given import Till, till
from tests.modules.groups.given import circle
from tests.modules.groups.test_api import done, let_in, made, refused
from tests.modules.payments.client import BASE, Client, rupees

from batua.kit.db import Database
from batua.kit.files import Files
from batua.kit.secrets import KeyRing
from batua.kit.web import AppParts, WebSettings, create_app
from batua.modules.gateways import service as gateways
from batua.modules.groups import api
from batua.modules.groups import service as groups
from batua.modules.groups.types import PERMISSIONS
from batua.modules.identity import service as identity
from batua.modules.payments import api as payments_api
from batua.modules.payments import service as payments
from batua.modules.payments.types import PERMISSIONS as OF_PAYMENTS


@pytest_asyncio.fixture
async def desk(db: Database, keys: KeyRing, sandbox: Any, receiver: Any) -> AsyncIterator[Till]:
    async with till(await circle(db, keys, 1), sandbox, receiver) as found:
        yield found


@pytest.fixture
def app(desk: Till, db: Database, keys: KeyRing) -> Litestar:
    return create_app(
        AppParts(
            db=db,
            keys=keys,
            routes=[*api.ROUTES, *payments_api.ROUTES],
            authenticate=identity.Authenticator(db, keys),
            grants=PERMISSIONS | OF_PAYMENTS,
            rooms={
                "files": Files.in_memory(),
                "rails": desk.counter.rails,
                "callback_door": gateways.CallbackDoor(db, desk.counter.rails),
                "sends": payments.Sends(db, keys),
                "contributions": groups.Contributions(db, keys),
                "bulk": payments.Bulk(db, keys),
                "wallet_reader": payments.WalletReader(db),
                "history_reader": payments.HistoryReader(db, keys),
            },
            web_settings=WebSettings(public_url="https://batua.example", rate_factor=1000),
        )
    )


async def called_back(http: httpx.AsyncClient, desk: Till, callbacks: int = 1) -> None:
    """Hand the provider's callbacks to our webhook, as it would, and do the jobs."""
    await desk.counter.receiver.wait_for(callbacks)
    for headers, body in desk.counter.receiver.calls:
        answer = await http.post(f"{BASE}/webhooks/sandbox", headers=headers, content=body)
        assert answer.status_code == 200, answer.text
    await desk.counter.do_jobs()


@pytest.mark.parametrize("name", ["/groups/{id}/transactions", "/group/contribute"])
async def test_a_contribution_by_checkout_from_its_order_to_the_pot(
    http: httpx.AsyncClient, desk: Till, as_asha: Client, as_bina: Client, name: str
) -> None:
    group = await made(as_asha)
    await let_in(as_asha, group, as_bina)
    path = f"/groups/{group['id']}/transactions"
    body = {"amount": rupees(700), "note": "For March", "pay_by": "checkout"}
    if name == "/group/contribute":
        body["group"] = group["id"]
    pending = done(await as_bina("POST", name.format(id=group["id"]), body))
    assert (pending["status"], pending["amount"]) == ("pending", rupees(700))
    assert pending["checkout"]["url"].startswith("http")
    line = f"{path}/{pending['id']}"
    seen = done(await as_asha("GET", line))
    assert (seen["status"], seen["checkout"], seen["note"]) == ("pending", None, "For March")
    assert done(await as_asha("GET", f"/groups/{group['id']}"))["pot"]["balance"] == rupees(0)

    top_up = f"/top-ups/{pending['checkout']['top_up_id']}"
    assert refused(await as_asha("POST", f"{top_up}/ask"))[0] == 404
    assert done(await as_bina("POST", f"{top_up}/ask"))["status"] == "pending"
    attempt = await as_bina("GET", top_up)
    id = done(attempt)["checkout_url"].rpartition("/")[2]
    await desk.counter.sandbox.act(id, "pay")
    await called_back(http, desk)
    paid = done(await as_bina("GET", line))
    assert (paid["status"], paid["balance_after"]) == ("succeeded", rupees(700))
    assert (paid["checkout"]["url"], paid["checkout"]["kept"]) == (None, None)
    items = done(await as_asha("GET", path))["items"]
    assert [(each["id"], each["status"]) for each in items] == [(pending["id"], "succeeded")]


async def test_a_viewer_and_a_stranger_cannot_pay_in(as_asha: Client, as_bina: Client) -> None:
    group = await made(as_asha)
    body = {"amount": rupees(1), "pay_by": "checkout"}
    path = f"/groups/{group['id']}/transactions"
    assert refused(await as_bina("POST", path, body)) == (404, "groups.group_not_found")
    await let_in(as_asha, group, as_bina, role="viewer")
    assert refused(await as_bina("POST", path, body)) == (403, "groups.not_in_your_role")
    wrong = {"amount": {"minor": 1, "currency": "USD"}, "pay_by": "checkout"}
    assert refused(await as_asha("POST", path, wrong))[1] == "groups.wrong_currency"
    assert refused(await as_asha("POST", path, {**body, "amount": rupees(0)}))[1] == (
        "payments.amount_not_positive"
    )
