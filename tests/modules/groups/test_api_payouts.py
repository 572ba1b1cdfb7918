"""A payout that goes on to a bank account over HTTP, with the provider's callbacks at our webhook."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import pytest_asyncio
from tests.modules.groups.checkout_given import Till, till
from tests.modules.groups.given import circle
from tests.modules.groups.test_api import Json, done, let_in, made, propose, refused, vote
from tests.modules.groups.test_api_checkout import app as served
from tests.modules.groups.test_api_checkout import called_back
from tests.modules.payments.client import Client, rupees

from batua.kit.db import Database
from batua.kit.ids import new_id
from batua.kit.secrets import KeyRing

app = served
BANK = {"kind": "bank", "ifsc": "HDFC0000001", "name": "Asha Devi"}
ACCOUNT = "HDFC •••• 6789"


@pytest_asyncio.fixture
async def desk(db: Database, keys: KeyRing, sandbox: Any, receiver: Any) -> AsyncIterator[Till]:
    async with till(await circle(db, keys, 1), sandbox, receiver) as found:
        yield found


async def account(who: Client, ending: str = "6789") -> str:
    """A bank account of somebody's, to which she withdraws a rupee."""
    to = {**BANK, "account_number": f"5010012345{ending}"}
    made = done(await who("POST", "/withdrawals", {"amount": rupees(1), "destination": to}))
    return str(made["destination"]["id"])


async def asked(who: Client, group: Json, **more: Any) -> Json:
    body = {"kind": "withdraw", "amount": rupees(200), "payee": str(who.who.id), **more}
    return await propose(who, group, reason="A pump", **body)


@pytest.mark.parametrize(
    ("ending", "came_to", "reason", "left"),
    [("6789", "arrived", None, 999), ("0001", "returned", "account_closed", 1200)],
)
async def test_a_payout_from_its_wish_to_the_bank(
    http: httpx.AsyncClient,
    desk: Till,
    as_asha: Client,
    as_bina: Client,
    ending: str,
    came_to: str,
    reason: str | None,
    left: int,
) -> None:
    group = await made(as_asha)
    await let_in(as_asha, group, as_bina)
    path = f"/groups/{group['id']}"
    done(await as_asha("POST", f"{path}/transactions", {"amount": rupees(500)}))
    done(await as_bina("POST", f"{path}/transactions", {"amount": rupees(500)}))
    to = await account(as_asha, ending)
    await desk.counter.do_jobs()
    await called_back(http, desk)  # the rupee has gone, or come back
    wish = await asked(as_asha, group, destination=to)
    masked = f"HDFC •••• {ending}"
    assert wish["payout"] == {
        "masked": masked,
        "status": "chosen",
        "reason": None,
        "destination_id": to,
        "withdrawal_id": None,
    }
    assert wish["may_choose_destination"]
    seen = done(await as_bina("GET", f"{path}/proposals/{wish['id']}"))
    assert (seen["payout"]["masked"], seen["payout"]["destination_id"]) == (masked, None)
    assert not seen["may_choose_destination"]
    (listed,) = done(await as_bina("GET", f"{path}/proposals"))["items"]
    assert listed["payout"] == seen["payout"]

    done(await vote(as_bina, group, seen))
    await desk.counter.do_jobs()
    line = done(await as_bina("GET", f"{path}/transactions/{wish['id']}"))
    assert (line["status"], line["balance_after"]) == ("succeeded", rupees(800))
    assert (line["payout"]["masked"], line["payout"]["withdrawal_id"]) == (masked, None)
    await called_back(http, desk, 2)
    (line, *_) = done(await as_asha("GET", f"{path}/transactions"))["items"]
    assert (line["payout"]["status"], line["payout"]["reason"]) == (came_to, reason)
    withdrawal = done(await as_asha("GET", f"/withdrawals/{line['payout']['withdrawal_id']}"))
    assert withdrawal["status"] == {"arrived": "succeeded", "returned": "failed"}[came_to]
    ended = done(await as_bina("GET", f"{path}/proposals/{wish['id']}"))
    assert (ended["status"], ended["payout"]["status"]) == ("executed", came_to)
    await desk.check()


async def test_the_payee_alone_chooses_also_when_another_asked(
    http: httpx.AsyncClient, desk: Till, as_asha: Client, as_bina: Client, as_chetan: Client
) -> None:
    group = await made(as_asha)
    await let_in(as_asha, group, as_bina, Client(http, desk.whole[0]))
    done(await as_asha("POST", f"/groups/{group['id']}/transactions", {"amount": rupees(500)}))
    mine, hers = await account(as_asha), await account(as_bina)
    wish = await asked(as_asha, group, payee=str(as_bina.who.id))
    path = f"/groups/{group['id']}/proposals"
    place = f"{path}/{wish['id']}/destination"
    for to in (mine, hers):
        answer = await as_asha("PUT", place, {"destination": to})
        assert refused(answer) == (403, "groups.only_the_payee")
        body = {"kind": "withdraw", "amount": rupees(1), "payee": str(as_bina.who.id)}
        answer = await as_asha("POST", path, {**body, "destination": to})
        assert refused(answer) == (403, "groups.only_the_payee")
    answer = await as_bina("PUT", place, {"destination": mine})
    assert refused(answer) == (404, "payments.destination_not_found")
    assert done(await as_bina("PUT", place, {"destination": hers}))["payout"]["masked"] == ACCOUNT
    assert done(await as_bina("PUT", place, {"destination": None}))["payout"] is None
    answer = await as_chetan("PUT", place, {"destination": mine})
    assert refused(answer) == (404, "groups.group_not_found")
    gone = f"{path}/{new_id()}/destination"
    assert refused(await as_bina("PUT", gone, {"destination": hers}))[0] == 404


async def test_the_same_key_asks_once_for_the_same_account(
    desk: Till, as_asha: Client, as_bina: Client
) -> None:
    group = await made(as_asha)
    await let_in(as_asha, group, as_bina)
    done(await as_asha("POST", f"/groups/{group['id']}/transactions", {"amount": rupees(500)}))
    path, to = f"/groups/{group['id']}/proposals", await account(as_asha)
    body = {"kind": "withdraw", "amount": rupees(1), "payee": str(as_asha.who.id)}
    key = {"Idempotency-Key": str(new_id())}
    first = done(await as_asha("POST", path, {**body, "destination": to}, headers=key))
    again = done(await as_asha("POST", path, {**body, "destination": to}, headers=key))
    assert (first["id"], first["payout"]) == (again["id"], again["payout"])
    other = await as_asha("POST", path, body, headers=key)
    assert refused(other) == (409, "groups.key_reused")
