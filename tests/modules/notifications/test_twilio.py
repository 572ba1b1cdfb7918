"""Twilio, played over real HTTP: texts and calls arrive, and what it calls back is believed only signed."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from urllib.parse import urlencode
from uuid import UUID

import httpx
import pytest
import pytest_asyncio
from tests.modules.groups.given import NOON
from tests.modules.notifications.dispatching import Debt, indebted
from tests.modules.notifications.relay import Relay
from tests.sandbox.server import KEY_SECRET, SandboxClient, SandboxServer

from batua.kit import clock
from batua.kit.db import Database, fetch_value
from batua.kit.ids import new_id
from batua.kit.jobs import Context
from batua.kit.secrets import KeyRing
from batua.kit.settings import SettingsError
from batua.kit.web import AppParts, WebSettings, create_app
from batua.modules.identity import service as identity
from batua.modules.notifications import jobs, service
from batua.modules.notifications.api import twilio as api
from batua.modules.notifications.errors import BadTicket
from batua.modules.notifications.providers.twilio.callbacks import TwilioDoor, form_of, sign
from batua.modules.notifications.providers.twilio.channels import Twilio, holes_of
from batua.modules.notifications.providers.twilio.settings import TwilioSettings
from batua.modules.notifications.types import (
    PERMISSIONS,
    Delivery,
    DeliveryReport,
    Dispatch,
    DispatchState,
    Message,
    MessageId,
    Outgoing,
    Price,
    Reply,
    Via,
)
from batua.modules.notifications.types.log import Cost

S = DispatchState
LATE = NOON.replace(month=4, day=14)
ACCOUNT = "AC" + "5a" * 16
PERSON = "+911140000000"
CONTENT = '{"group_loan_late.hi": "HX0123456789abcdef0123456789abcdef"}'


@dataclass
class House:
    """We and the played Twilio, each behind a port."""

    db: Database
    keys: KeyRing
    twilio: Twilio
    relay: Relay
    sandbox: SandboxClient
    phone: str = ""

    async def owing(self, last: str) -> Debt:
        self.phone = f"+9198{new_id().int % 10**4:04d}{last}"
        return await indebted(self.db, self.keys, phone=self.phone)

    async def attempt(self, debt: Debt, id: UUID) -> Dispatch:
        context = Context(self.db, {"keys": self.keys, "channels": self.twilio.channels()})
        await service.send(context, str(id))
        return await debt.one(id)

    async def sent(self, debt: Debt, via: Via) -> UUID:
        id = await debt.queue(via)
        assert (await self.attempt(debt, id)).provider_ref is not None
        return id

    async def outbox(self) -> list[dict]:
        answer = await self.sandbox.http.get("/sandbox/outbox", params={"to": self.phone})
        return list(answer.json()["items"])

    async def press(self, sid: str | None, key: str) -> dict:
        answer = await self.sandbox.http.post(f"/sandbox/calls/{sid}/keys", json={"digits": key})
        assert answer.status_code == 200, answer.text
        return dict(answer.json())


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
            rooms={"channel_doors": service.Doors(TwilioDoor(relay.url, KEY_SECRET, PERSON))},
        )
    )
    settings = TwilioSettings(
        url=sandbox_server.url,
        account_sid=ACCOUNT,
        auth_token=KEY_SECRET,
        sms_from="+14155550100",
        call_from="+14155550100",
        whatsapp_from="+14155550101",
        content=CONTENT,
        callback_url=relay.url,
    )
    twilio = Twilio(settings, "", partial(service.speech_ticket, keys))
    with clock.frozen(LATE):
        yield House(db, keys, twilio, relay, sandbox)
    await twilio.aclose()
    await relay.stop()


async def test_a_text_message_is_sent_and_then_known_to_have_arrived(house: House) -> None:
    debt = await house.owing("1234")
    id = await house.sent(debt, Via.SMS)
    found = await until(debt, id, lambda one: one.state is S.DELIVERED)
    assert (found.status, found.failure, found.tries) == ("delivered", None, 1)
    (shown,) = await house.outbox()
    assert shown["reference"] == found.provider_ref
    assert "₹16.20" in shown["body"]
    # Nothing of what it said, and no address, is in an address that we gave away.
    assert {path.rpartition("/")[2] for path in house.relay.paths} == {str(id)}


@pytest.mark.parametrize(
    ("last", "state", "status", "failure"),
    [
        ("0404", S.FAILED, "undelivered", "twilio_30003"),
        ("0030", S.FAILED, "failed", "twilio_30007"),
        ("0999", S.SENT, "teleported", None),
    ],
)
async def test_what_a_message_becomes_is_shown_and_so_is_what_nobody_knows(
    house: House, last: str, state: DispatchState, status: str, failure: str | None
) -> None:
    debt = await house.owing(last)
    id = await house.sent(debt, Via.SMS)
    found = await until(debt, id, lambda one: one.status == status)
    assert (found.state, found.failure) == (state, failure)


async def test_a_late_word_takes_nothing_back(house: House) -> None:
    debt = await house.owing("0111")
    id = await house.sent(debt, Via.SMS)
    await until(debt, id, lambda _: len(house.relay.paths) == 2)
    found = await debt.one(id)
    assert (found.state, found.status) == (S.DELIVERED, "delivered")


async def test_a_lost_answer_is_made_good_by_the_callback(house: House) -> None:
    debt = await house.owing("1235")
    fault = {"channel": "sms", "mode": "lose", "address": house.phone, "times": 1}
    await house.sandbox.http.post("/sandbox/channels", json=fault)
    id = await debt.queue(Via.SMS)
    await house.attempt(debt, id)
    await until(debt, id, lambda one: one.state is S.DELIVERED)
    await house.attempt(debt, id)
    assert len(await house.outbox()) == 1


@pytest.mark.parametrize(("via", "price"), [(Via.SMS, 7_500), (Via.CALL, 13_000)])
async def test_what_was_charged_is_asked_and_written_down(
    house: House, via: Via, price: int
) -> None:
    debt = await house.owing("1237")
    sent = await until(debt, await house.sent(debt, via), lambda one: one.state is S.DELIVERED)
    assert sent.provider_ref is not None
    async with asyncio.timeout(30):
        while await house.twilio.price(sent.provider_ref) is None:  # its last callback is read
            await asyncio.sleep(0.05)
    assert (await debt.one(sent.id)).cost is None
    with clock.frozen(LATE + timedelta(minutes=15)):
        context = Context(house.db, {"channels": house.twilio.channels()})
        await jobs.ask_prices(context)
    assert (await debt.one(sent.id)).cost == Cost(Price("USD", price), is_estimate=False)


async def test_what_twilio_does_not_know_has_no_price(house: House) -> None:
    for ref in ("SM" + "0" * 32, "CA" + "0" * 32, "ref_1", "SM1/../../x"):
        assert await house.twilio.price(ref) is None


async def test_a_call_speaks_her_language_and_takes_keys(house: House) -> None:
    debt = await house.owing("1236")
    id = await house.sent(debt, Via.CALL)
    found = await until(debt, id, lambda one: one.state is S.DELIVERED)
    assert found.status == "completed"
    (shown,) = await house.outbox()
    assert "यह बटुआ है" in shown["body"]
    assert "0 दबाएँ" in shown["body"]
    assert all("₹" not in path and house.phone not in path for path in house.relay.paths)
    again = await house.press(found.provider_ref, "1")
    assert (again["said"], again["asks"], again["dial"]) == (shown["body"], True, None)
    confirmed = await house.press(found.provider_ref, "2")
    assert (confirmed["said"], confirmed["asks"]) == ("धन्यवाद। नमस्ते।", False)
    assert (await debt.one(id)).reply is Reply.CONFIRMED
    assert (await house.press(found.provider_ref, "0"))["dial"] == PERSON
    assert (await debt.one(id)).reply is Reply.WANTS_PERSON
    with clock.frozen(LATE + timedelta(minutes=61)):
        ticket = house.relay.paths[-1].rpartition("/")[2]
        async with house.db.transaction() as tx:
            with pytest.raises(BadTicket):
                await service.speech(tx, house.keys, ticket)
            assert await service.forget(tx, 10) == 1
            assert await fetch_value(tx, "SELECT count(*) FROM notifications.speech") == 0


async def test_a_call_that_nobody_takes_has_failed(house: House) -> None:
    debt = await house.owing("0408")
    id = await house.sent(debt, Via.CALL)
    found = await until(debt, id, lambda one: one.state is S.FAILED)
    assert (found.status, found.failure) == ("no-answer", "no-answer")


async def test_whatsapp_goes_by_an_approved_template_or_not_at_all(house: House) -> None:
    debt = await house.owing("1237")
    id = await house.sent(debt, Via.WHATSAPP)
    await until(debt, id, lambda one: one.state is S.DELIVERED)
    (shown,) = await house.outbox()
    assert (shown["channel"], shown["template"]) == (
        Via.WHATSAPP,
        "HX0123456789abcdef0123456789abcdef",
    )
    holes = holes_of("hi", "notifications.group_loan_late.whatsapp")
    assert sorted(holes) == ["amount", "day", "group", "name"]
    assert f'"{holes.index("name") + 1}":"Sita Devi"' in shown["body"]
    values = {"account_sid": ACCOUNT, "auth_token": KEY_SECRET, "whatsapp_from": "+14155550101"}
    bare = Twilio(TwilioSettings(**values, url=house.sandbox.url), "", str)
    what = Outgoing(
        reference=new_id(),
        to=house.phone,
        language="hi",
        subject="",
        text="",
        template="group_loan_late",
        values={},
    )
    report = await bare.channels()[Via.WHATSAPP].send(what)
    await bare.aclose()
    assert report == DeliveryReport(Delivery.REFUSED, failure="no_template")


async def test_a_code_leaves_and_each_failure_means_something(house: House) -> None:
    phone = f"+9197{new_id().int % 10**8:08d}"
    code = Message(MessageId(new_id()), phone, "123456 is your code", LATE)
    assert (await house.twilio.send(code)).delivery is Delivery.ACCEPTED
    bad = Message(MessageId(new_id()), "12", "123456 is your code", LATE)
    refused = DeliveryReport(Delivery.REFUSED, failure="twilio_21211")
    assert await house.twilio.send(bad) == refused
    fault = {"channel": "sms", "mode": "fail", "address": phone, "times": 1}
    await house.sandbox.http.post("/sandbox/channels", json=fault)
    down = DeliveryReport(Delivery.UNANSWERED, failure="status_503")
    assert await house.twilio.send(code) == down
    for wrong in ({"auth_token": "other"}, {"account_sid": "AC" + "0" * 32}):
        values = {"account_sid": ACCOUNT, "auth_token": KEY_SECRET, "sms_from": "+14155550100"}
        url = str(house.sandbox.url)
        stranger = Twilio(TwilioSettings(**{**values, **wrong}, url=url), "", str)
        assert (await stranger.send(code)).delivery is Delivery.UNANSWERED
        await stranger.aclose()


async def test_only_what_is_signed_for_this_address_is_believed(house: House) -> None:
    debt = await house.owing("1238")
    id = await debt.queue(Via.SMS)
    path = f"/api/v1/channels/twilio/status/{id}"
    fields = {"MessageSid": "SM1", "MessageStatus": "failed", "ErrorCode": "30003"}
    body = urlencode(fields)

    async def told(signature: str, body: str = body, path: str = path) -> int:
        headers = {"content-type": "application/x-www-form-urlencoded"}
        async with httpx.AsyncClient(base_url=house.relay.url) as client:
            headers["x-twilio-signature"] = signature
            return (await client.post(path, content=body, headers=headers)).status_code

    right = sign(KEY_SECRET, house.relay.url + path, form_of(body.encode()))
    assert await told("") == 401
    assert await told(right[:-2] + "A=") == 401
    assert await told(right, body + "1") == 401
    assert await told(right, path=path.replace(str(id), str(new_id()))) == 401
    other = sign("other", house.relay.url + path, form_of(body.encode()))
    assert await told(other) == 401
    assert (await debt.one(id)).status is None
    # Signed, but about something that has never been tried: nothing to note.
    assert await told(right) == 204
    assert (await debt.one(id)).state is S.QUEUED


def test_without_a_token_it_does_not_start() -> None:
    with pytest.raises(SettingsError):
        Twilio(TwilioSettings(account_sid=ACCOUNT), "", str)
    with pytest.raises(SettingsError):
        Twilio(TwilioSettings(account_sid=ACCOUNT, auth_token="t", content="["), "", str)
