"""WhatsApp's Cloud API, played over real HTTP: approved words arrive, and only what Meta signs is believed."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from uuid import UUID

import httpx
import msgspec
import pytest
import pytest_asyncio
from tests.modules.groups.given import NOON
from tests.modules.notifications.dispatching import Debt, indebted
from tests.modules.notifications.relay import Relay
from tests.sandbox.server import KEY_SECRET, SandboxClient, SandboxServer

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.ids import new_id
from batua.kit.jobs import Context
from batua.kit.secrets import KeyRing
from batua.kit.settings import SettingsError
from batua.kit.web import AppParts, WebSettings, create_app
from batua.modules.identity import service as identity
from batua.modules.notifications import service
from batua.modules.notifications.api import whatsapp as api
from batua.modules.notifications.providers.whatsapp.callbacks import NAME, WhatsAppDoor, sign
from batua.modules.notifications.providers.whatsapp.channel import WhatsAppCloud
from batua.modules.notifications.providers.whatsapp.settings import WhatsAppSettings
from batua.modules.notifications.service.doors import FORGED
from batua.modules.notifications.types import (
    PERMISSIONS,
    Delivery,
    Dispatch,
    DispatchState,
    Outgoing,
    Via,
)

S = DispatchState
LATE = NOON.replace(month=4, day=14)
NUMBER = "106540352242922"
VERIFY = "we agreed on this"
HOOK = "/api/v1/channels/whatsapp"


def settings(url: str, **other: str) -> WhatsAppSettings:
    values = {
        "phone_number_id": NUMBER,
        "access_token": KEY_SECRET,
        "app_secret": KEY_SECRET,
        "verify_token": VERIFY,
        "templates": '{"group_loan_late.hi": "loan_late_v2"}',
    }
    return WhatsAppSettings(url=f"{url}/graph", **{**values, **other})


@dataclass
class House:
    """We and the played Meta, each behind a port."""

    db: Database
    keys: KeyRing
    cloud: WhatsAppCloud
    relay: Relay
    sandbox: SandboxClient
    phone: str = ""

    async def owing(self, last: str) -> Debt:
        self.phone = f"+9196{new_id().int % 10**4:04d}{last}"
        return await indebted(self.db, self.keys, phone=self.phone)

    async def attempt(self, debt: Debt, id: UUID) -> Dispatch:
        channels = {Via.WHATSAPP: self.cloud}
        await service.send(Context(self.db, {"keys": self.keys, "channels": channels}), str(id))
        return await debt.one(id)

    async def outbox(self) -> list[dict]:
        answer = await self.sandbox.http.get("/sandbox/outbox", params={"to": self.phone})
        return list(answer.json()["items"])

    async def connect(self, verify_token: str) -> httpx.Response:
        hook = {"override_callback_uri": self.relay.url + HOOK, "verify_token": verify_token}
        return await self.sandbox.http.post(
            f"/graph/v23.0/{NUMBER}",
            json={"webhook_configuration": hook},
            headers={"authorization": f"Bearer {KEY_SECRET}"},
        )


async def until(debt: Debt, id: UUID, holds: Callable[[Dispatch], bool]) -> Dispatch:
    deadline = time.monotonic() + 30
    while not holds(found := await debt.one(id)):
        assert time.monotonic() < deadline, found
        await asyncio.sleep(0.05)
    return found


@pytest_asyncio.fixture
async def house(
    db: Database, keys: KeyRing, sandbox: SandboxClient, sandbox_server: SandboxServer
) -> AsyncIterator[House]:
    relay = Relay()
    await relay.start()
    relay.app = create_app(
        AppParts(
            db=db,
            keys=keys,
            routes=api.ROUTES,
            authenticate=identity.Authenticator(db, keys),
            grants=PERMISSIONS,
            web_settings=WebSettings(rate_factor=1000),
            rooms={"channel_doors": service.Doors(whatsapp=WhatsAppDoor(KEY_SECRET, VERIFY))},
        )
    )
    cloud = WhatsAppCloud(settings(sandbox_server.url))
    with clock.frozen(LATE):
        made = House(db, keys, cloud, relay, sandbox)
        assert (await made.connect(VERIFY)).json() == {"success": True}
        yield made
    await cloud.aclose()
    await relay.stop()


async def test_an_approved_template_is_sent_and_then_known_to_have_arrived(house: House) -> None:
    debt = await house.owing("1234")
    id = await debt.queue(Via.WHATSAPP)
    await house.attempt(debt, id)
    found = await until(debt, id, lambda one: one.state is S.DELIVERED)
    assert (found.status, found.failure, found.tries) == ("delivered", None, 1)
    (shown,) = await house.outbox()
    assert (shown["template"], shown["language"]) == ("loan_late_v2", "hi")
    assert shown["reference"] == found.provider_ref
    assert {"Sita Devi", "₹16.20"} <= set(msgspec.json.decode(shown["body"]))
    assert {path.partition("?")[0] for path in house.relay.paths} == {HOOK}


@pytest.mark.parametrize(
    ("last", "calls", "state", "status", "failure"),
    [
        ("0404", 1, S.FAILED, "failed", "whatsapp_131026"),
        ("0030", 2, S.FAILED, "failed", "whatsapp_131049"),
        ("0111", 3, S.DELIVERED, "read", None),
        ("0222", 4, S.DELIVERED, "read", None),
        ("0999", 1, S.SENT, "teleported", None),
    ],
)
async def test_statuses_come_in_any_order_and_number(
    house: House, last: str, calls: int, state: DispatchState, status: str, failure: str | None
) -> None:
    debt = await house.owing(last)
    id = await debt.queue(Via.WHATSAPP)
    await house.attempt(debt, id)
    found = await until(
        debt, id, lambda one: one.status == status and len(house.relay.paths) == calls + 1
    )
    assert (found.state, found.failure) == (state, failure)


async def test_a_lost_answer_is_made_good_by_the_callback(house: House) -> None:
    debt = await house.owing("1235")
    fault = {"channel": "whatsapp", "mode": "lose", "address": house.phone, "times": 1}
    await house.sandbox.http.post("/sandbox/channels", json=fault)
    id = await debt.queue(Via.WHATSAPP)
    await house.attempt(debt, id)
    await until(debt, id, lambda one: one.state is S.DELIVERED)
    await house.attempt(debt, id)
    assert len(await house.outbox()) == 1


def outgoing(to: str, **other: object) -> Outgoing:
    values = {"name": "Sita", "amount": "₹16.20", "group": "Well", "day": "1 May"}
    given = {"language": "hi", "template": "group_loan_late", "values": values, **other}
    return Outgoing(reference=new_id(), to=to, subject="", text="", **given)


async def test_each_refusal_means_something(house: House) -> None:
    phone = f"+9196{new_id().int % 10**8:08d}"

    async def made(**other: str) -> tuple[Delivery, str | None]:
        cloud = WhatsAppCloud(settings(house.sandbox.url, **other))
        report = await cloud.send(outgoing(phone))
        await cloud.aclose()
        return report.delivery, report.failure

    assert await made() == (Delivery.ACCEPTED, None)
    # What is our own fault must not cost the message.
    assert await made(access_token="x") == (Delivery.UNANSWERED, "whatsapp_190")
    assert await made(phone_number_id="1") == (Delivery.UNANSWERED, "whatsapp_33")
    assert await made(templates="{}") == (Delivery.REFUSED, "no_template")
    bad = await house.cloud.send(outgoing("12"))
    assert (bad.delivery, bad.failure) == (Delivery.REFUSED, "whatsapp_131009")
    for mode, said in (
        ("fail", (Delivery.UNANSWERED, "whatsapp_2")),
        ("refuse", (Delivery.REFUSED, "whatsapp_131026")),
    ):
        fault = {"channel": "whatsapp", "mode": mode, "address": phone, "times": 1}
        await house.sandbox.http.post("/sandbox/channels", json=fault)
        assert await made() == said


async def test_the_handshake_is_for_whoever_knows_our_token(house: House) -> None:
    before = FORGED.labels(NAME)._value.get()
    refused = await house.connect("a guess")
    assert (refused.status_code, refused.json()["error"]["code"]) == (400, 2200)
    async with httpx.AsyncClient(base_url=house.relay.url) as client:
        asked = {"hub.mode": "unsubscribe", "hub.verify_token": VERIFY, "hub.challenge": "7"}
        assert (await client.get(HOOK, params=asked)).status_code == 401
    assert FORGED.labels(NAME)._value.get() == before + 2


async def test_only_what_is_signed_is_believed(house: House) -> None:
    debt = await house.owing("1238")
    id = await debt.queue(Via.WHATSAPP)
    wamid = (await house.attempt(debt, id)).provider_ref
    await until(debt, id, lambda one: one.state is S.DELIVERED)
    before = FORGED.labels(NAME)._value.get()

    async def told(body: bytes, signature: str | None) -> int:
        headers = {"content-type": "application/json"}
        if signature is not None:
            headers["x-hub-signature-256"] = signature
        async with httpx.AsyncClient(base_url=house.relay.url) as client:
            return (await client.post(HOOK, content=body, headers=headers)).status_code

    # No reference of ours comes back, as for what another program sent: Meta's own name will do.
    status = {"id": wamid, "status": "read", "timestamp": "1", "recipient_id": "91"}
    value = {"messaging_product": "whatsapp", "statuses": ["garbage", {"id": 7}, status]}
    changes = [{"value": {"contacts": 5}, "field": "x"}, {"value": value, "field": "messages"}]
    body = msgspec.json.encode({"object": "w", "entry": [{"id": "1", "changes": changes}]})
    right = sign(KEY_SECRET, body)
    assert await told(body, None) == 401
    assert await told(body, right.replace("sha256=", "sha1=")) == 401
    assert await told(body, right[:-1] + ("0" if right[-1] != "0" else "1")) == 401
    assert await told(body[:-1] + b" ", right) == 401
    assert await told(body, sign("another", body)) == 401
    assert FORGED.labels(NAME)._value.get() == before + 5
    assert (await debt.one(id)).status == "delivered"
    assert await told(body, right) == 200
    assert (await debt.one(id)).status == "read"
    for other in (b"", b"[]", b"\xff", b'{"entry": 5}'):
        assert await told(other, sign(KEY_SECRET, other)) == 200


def test_the_published_vector_holds_and_one_flipped_byte_breaks_it() -> None:
    body = b"test"
    good = "sha256=0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914"
    door = WhatsAppDoor("secret", VERIFY)
    assert door.is_signed(body, good)
    assert not WhatsAppDoor("secreu", VERIFY).is_signed(body, good)
    for place in range(len(body)):
        other = bytearray(body)
        other[place] ^= 1
        assert not door.is_signed(bytes(other), good)
    for place in range(len(good)):
        assert not door.is_signed(
            body, good[:place] + chr(ord(good[place]) ^ 1) + good[place + 1 :]
        )
    assert not door.is_signed(body, "")
    assert not door.is_signed(body, "é" + good)


@pytest.mark.parametrize(
    "wrong",
    [
        {"access_token": ""},
        {"app_secret": ""},
        {"verify_token": ""},
        {"templates": "["},
        {"carrier": "pigeon"},
    ],
)
def test_settings_that_cannot_work_are_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(SettingsError):
        WhatsAppCloud(settings("http://x.test", **wrong))


def test_neither_token_nor_secret_is_shown() -> None:
    assert KEY_SECRET not in repr(settings("http://x.test"))
    assert KEY_SECRET not in repr(WhatsAppDoor(KEY_SECRET, KEY_SECRET))
