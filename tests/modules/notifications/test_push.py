"""Web Push: what a person is told reaches the browsers she is signed in on, and nobody else can read it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

import httpx
import msgspec
import pytest
import pytest_asyncio
from cryptography.hazmat.primitives.asymmetric import ec
from tests.hearing import hear_all
from tests.modules.notifications.reader import opened
from tests.modules.payments import given
from tests.modules.payments.client import Client
from tests.modules.payments.given import Someone
from tests.sandbox.server import SandboxClient

from batua.kit import clock, web_push
from batua.kit.db import Database, fetch_all, fetch_value
from batua.kit.ids import new_id
from batua.kit.jobs import Context
from batua.kit.secrets import KeyRing
from batua.kit.settings import SettingsError
from batua.kit.web import AppParts, WebSettings, create_app
from batua.modules.identity import service as identity
from batua.modules.identity.types import SignedOut
from batua.modules.notifications import leaving, service
from batua.modules.notifications.api import live, push, wishes
from batua.modules.notifications.providers.push.channel import PushChannel
from batua.modules.notifications.providers.push.settings import PushSettings
from batua.modules.notifications.types import (
    PERMISSIONS,
    Dispatch,
    DispatchState,
    Kind,
    LogFilter,
    Tell,
    Via,
    Wishes,
)

S = DispatchState
NIGHT = datetime(2027, 3, 9, 20, tzinfo=UTC)
ALWAYS = Wishes(quiet_from=0, quiet_until=0)
CONTACT = "https://batua.example"


@dataclass
class House:
    """We, browsers of the played push service, and somebody who is told things."""

    db: Database
    keys: KeyRing
    sandbox: SandboxClient
    http: httpx.AsyncClient
    pair: service.PushKeys
    channel: PushChannel
    asha: Someone
    subscriptions: list[dict] = field(default_factory=list)

    @property
    def me(self) -> Client:
        return Client(self.http, self.asha)

    async def browser(self, who: Someone | None = None) -> dict:
        """A browser that lets us push, for Asha if for nobody else."""
        client = Client(self.http, who or self.asha)
        key = (await client("GET", "/push/key")).json()["public_key"]
        made = (await self.sandbox.http.post("/sandbox/browsers", json={"key": key})).json()
        self.subscriptions.append(made)
        body = {"endpoint": made["endpoint"], **made["keys"]}
        added = await client("POST", "/push/devices", body)
        assert added.status_code == 200, added.text
        return dict(added.json())

    async def tell(self, kind: Kind = Kind.RECEIVED, who: Someone | None = None) -> UUID:
        """Tell Asha; the notification's id."""
        person = (who or self.asha).id
        async with self.db.transaction() as tx:
            what = Tell(person=person, key=str(new_id()), kind=kind, amount=given.inr(125_00))
            await service.tell(tx, what)
            found = await service.notifications(tx, self.keys, person, None, 1, unread=False)
        return found.items[0].told.id

    async def wish(self, wanted: Wishes) -> None:
        async with self.db.transaction() as tx:
            await service.change_wishes(tx, self.asha.id, wanted)

    async def log(self) -> list[Dispatch]:
        async with self.db.read() as tx:
            wanted = LogFilter(channel=Via.PUSH)
            return (await service.deliveries(tx, self.keys, wanted, None, 100)).items

    async def send(self) -> list[Dispatch]:
        """One try of each push that waits; the log after it."""
        context = Context(self.db, {"keys": self.keys, "channels": {Via.PUSH: self.channel}})
        for one in await self.log():
            await service.send(context, str(one.id))
        return await self.log()

    async def shown(self, number: int = 0) -> list[dict]:
        """What a browser has shown."""
        token = self.subscriptions[number]["endpoint"].rpartition("/")[2]
        answer = await self.sandbox.http.get("/sandbox/outbox", params={"to": f"{token}@browser"})
        return list(answer.json()["items"])


@pytest_asyncio.fixture
async def house(db: Database, keys: KeyRing, sandbox: SandboxClient) -> AsyncIterator[House]:
    pair = service.PushKeys(db, keys)
    app = create_app(
        AppParts(
            db=db,
            keys=keys,
            routes=[*push.ROUTES, *live.ROUTES, *wishes.ROUTES],
            authenticate=identity.Authenticator(db, keys),
            grants=PERMISSIONS,
            web_settings=WebSettings(rate_factor=1000),
            rooms={"push": service.Push(pair, loopback=True), "live": None},
        )
    )
    channel = PushChannel(PushSettings(loopback=True), pair, CONTACT)
    asha = await given.someone(db, keys, "Asha Devi", "+919876543210")
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://batua.test") as http:
        made = House(db, keys, sandbox, http, pair, channel, asha)
        await made.wish(ALWAYS)
        yield made
    await channel.aclose()


async def test_each_of_her_browsers_shows_it_once_and_no_amount(house: House) -> None:
    first, second = await house.browser(), await house.browser()
    assert first["id"] != second["id"]
    await house.tell()
    found = await house.send()
    assert {(one.state, one.tries, one.failure) for one in found} == {(S.SENT, 1, None)}
    assert [one.masked_to for one in found] == ["127.0.0.1", "127.0.0.1"]
    assert await house.send() == found
    for number in range(2):
        (shown,) = await house.shown(number)
        assert (shown["channel"], shown["body"]) == ("push", "")
        assert "125" not in shown["subject"]
    await house.wish(Wishes(quiet_from=0, quiet_until=0, shows_amounts=True))
    await house.tell()
    await house.send()
    assert "₹125.00" in (await house.shown())[0]["body"]


async def test_what_is_not_about_money_is_said_whole(house: House) -> None:
    await house.browser()
    async with house.db.transaction() as tx:
        await service.tell(tx, Tell(person=house.asha.id, key="k", kind=Kind.NEW_DEVICE))
    await house.send()
    (shown,) = await house.shown()
    assert shown["body"]


async def test_what_she_has_read_is_not_pushed(house: House) -> None:
    await house.browser()
    id = await house.tell()
    await house.me("POST", "/notifications/read", {"ids": [str(id)]})
    (found,) = await house.send()
    assert (found.state, found.failure) == (S.CANCELLED, "settled")
    assert await house.shown() == []


async def test_without_a_browser_nothing_is_queued(house: House) -> None:
    await house.tell()
    assert await house.log() == []
    await house.browser()
    # The same thing told again is no news, for a browser that came later neither.
    assert await house.log() == []


async def test_she_is_left_in_peace_at_night_unless_somebody_is_at_her_account(
    house: House,
) -> None:
    await house.browser()
    await house.wish(Wishes())
    with clock.frozen(NIGHT):
        async with house.db.transaction() as tx:
            signed = await identity.open_session(
                tx, house.keys, house.asha.person, identity.Place(None, "Tablet")
            )
            await fetch_value(
                tx,
                "UPDATE notifications.push_device SET session = %(s)s RETURNING id",
                {"s": signed.session},
            )
        await house.tell(Kind.RECEIVED)
        await house.tell(Kind.PIN_LOCKED)
        tries = {one.kind: one.tries for one in await house.send()}
    assert tries == {Kind.RECEIVED: 0, Kind.PIN_LOCKED: 1}


async def test_a_channel_that_she_does_not_want_stays_silent(house: House) -> None:
    await house.browser()
    await house.wish(Wishes(off=frozenset({Via.PUSH})))
    await house.tell()
    (found,) = await house.send()
    assert (found.state, found.failure) == (S.CANCELLED, "unwished")


async def test_a_browser_that_is_gone_is_forgotten(house: House) -> None:
    kept, lost = await house.browser(), await house.browser()
    token = house.subscriptions[1]["endpoint"].rpartition("/")[2]
    await house.sandbox.http.delete(f"/sandbox/browsers/{token}")
    await house.tell()
    found = {one.state: one.failure for one in await house.send()}
    assert found == {S.SENT: None, S.FAILED: "gone"}
    items = (await house.me("GET", "/push/devices")).json()["items"]
    assert [one["id"] for one in items] == [kept["id"]] != [lost["id"]]
    await house.tell()
    assert len(await house.log()) == 3


@pytest.mark.parametrize(
    ("mode", "state", "failure"),
    [("fail", S.QUEUED, None), ("lose", S.QUEUED, None), ("refuse", S.FAILED, "gone")],
)
async def test_a_push_service_that_misbehaves(
    house: House, mode: str, state: DispatchState, failure: str | None
) -> None:
    await house.browser()
    await house.tell()
    token = house.subscriptions[0]["endpoint"].rpartition("/")[2]
    fault = {"channel": "push", "mode": mode, "address": f"{token}@browser", "times": 2}
    await house.sandbox.http.post("/sandbox/channels", json=fault)
    (found,) = await house.send()
    assert (found.state, found.failure) == (state, failure)
    # What was taken although its answer was lost has been shown, once for both tries.
    assert len(await house.shown()) == (1 if mode == "lose" else 0)


async def test_signing_out_ends_it_at_once_and_erases_it(house: House) -> None:
    await house.browser()
    await house.tell()
    async with house.db.transaction() as tx:
        await identity.sign_out(tx, house.asha.id, house.asha.caller.session)
    (found,) = await house.send()
    assert (found.state, found.failure) == (S.FAILED, "no_address")
    async with house.db.transaction() as tx:
        fact = SignedOut(
            subject=house.asha.id, audience=(house.asha.id,), session=house.asha.caller.session
        )
        await leaving.forget_session(tx, fact)
        assert await service.push_devices(tx, house.asha.id) == []


async def test_a_device_that_is_locked_out_is_not_pushed_to(house: House) -> None:
    await house.browser()
    async with house.db.transaction() as tx:
        await identity.revoke_device(tx, house.asha.caller, house.asha.caller.device)
    await hear_all(house.db, "notifications")
    async with house.db.read() as tx:
        assert await service.push_devices(tx, house.asha.id) == []
    # She is told, but not there, whichever is heard of first.
    assert {one.failure for one in await house.send()} <= {"no_address"}
    assert await house.shown() == []


async def test_each_person_has_her_own_browsers(house: House) -> None:
    ravi = await given.someone(house.db, house.keys, "Ravi Kumar", "+919876543211")
    hers = await house.browser()
    his = Client(house.http, ravi)
    assert (await his("GET", "/push/devices")).json() == {"items": []}
    for id in (hers["id"], str(new_id())):
        refused = await his("DELETE", f"/push/devices/{id}")
        assert (refused.status_code, refused.json()["code"]) == (
            404,
            "notifications.no_such_push_device",
        )
    # He takes over the phone: from now on it is his, and she is told nothing there.
    body = house.subscriptions[0]
    again = await his("POST", "/push/devices", {"endpoint": body["endpoint"], **body["keys"]})
    assert again.json()["id"] != hers["id"]
    assert (await house.me("GET", "/push/devices")).json() == {"items": []}
    same = await his("POST", "/push/devices", {"endpoint": body["endpoint"], **body["keys"]})
    assert same.json()["id"] == again.json()["id"]
    await house.tell()
    assert await house.log() == []
    assert (await his("DELETE", f"/push/devices/{again.json()['id']}")).status_code == 204
    assert (await his("GET", "/push/devices")).json() == {"items": []}


async def test_the_newest_twenty_browsers_are_kept(house: House) -> None:
    for _ in range(21):
        await house.browser()
    assert len((await house.me("GET", "/push/devices")).json()["items"]) == 20


@pytest.mark.parametrize(
    "wrong",
    [
        {"endpoint": "https://10.0.0.1/push"},
        {"endpoint": "https://[::ffff:192.168.0.1]/push"},
        {"endpoint": "http://push.example.org/x"},
        {"endpoint": "https://user@push.example.org/x"},
        {"endpoint": "file:///etc/passwd"},
        {"p256dh": "AAAA"},
        {"auth": "AAAA"},
    ],
)
async def test_what_no_browser_would_give_is_refused(house: House, wrong: dict[str, str]) -> None:
    point = web_push.encoded(web_push.public_of(b"\1" * 32))
    body = {"endpoint": "https://push.example.org/x", "p256dh": point, "auth": "A" * 22}
    refused = await house.me("POST", "/push/devices", {**body, **wrong})
    assert (refused.status_code, refused.json()["code"]) == (400, "notifications.bad_subscription")
    assert (await house.me("GET", "/push/devices")).json() == {"items": []}


async def test_this_machine_is_no_push_service_unless_a_setting_says_so(house: House) -> None:
    await house.browser()
    await house.tell()
    strict = PushChannel(PushSettings(), house.pair, CONTACT)
    mine, house.channel = house.channel, strict
    (found,) = await house.send()
    await strict.aclose()
    house.channel = mine
    assert (found.state, found.tries) == (S.QUEUED, 1)
    assert await house.shown() == []


async def test_address_and_keys_are_sealed_and_turn_with_the_keys(house: House) -> None:
    await house.browser()
    await house.tell()
    public = await house.pair.public()
    token = house.subscriptions[0]["endpoint"].rpartition("/")[2]
    turned = KeyRing({"new1": b"n" * 32, **house.keys._keys}, house.keys._index_key)
    assert await service.rotate_keys(house.db, turned, lambda _done, _all: None) >= 2
    async with house.db.read() as tx:
        rows = await fetch_all(tx, "SELECT t::text FROM notifications.push_device AS t")
        rows += await fetch_all(tx, "SELECT t::text FROM notifications.push_key AS t")
    text = " ".join(row for (row,) in rows)
    assert token not in text
    assert house.subscriptions[0]["keys"]["auth"] not in text
    only = KeyRing({"new1": b"n" * 32}, house.keys._index_key)
    assert await service.PushKeys(house.db, only).public() == public


async def test_a_key_of_the_settings_goes_before_the_kept_one(house: House) -> None:
    chosen = web_push.new_private()
    pair = service.PushKeys(house.db, house.keys, web_push.encoded(chosen))
    assert await pair.private() == chosen
    assert await pair.public() != await house.pair.public()
    for wrong in ("x", "AAAA", "*"):
        with pytest.raises(SettingsError):
            service.PushKeys(house.db, house.keys, wrong)


async def test_what_leaves_us_is_what_a_browser_reads(house: House) -> None:
    requests: list[httpx.Request] = []

    def take(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(201, headers={"location": "https://push.example.org/m/7"})

    house.channel = PushChannel(
        PushSettings(contact="mailto:a@example.org"), house.pair, CONTACT, httpx.MockTransport(take)
    )
    private, auth = ec.generate_private_key(ec.SECP256R1()), b"s" * 16
    raw = private.private_numbers().private_value.to_bytes(32, "big")
    subscription = {
        "endpoint": "https://push.example.org/s/1?x=2",
        "p256dh": web_push.encoded(web_push.public_of(raw)),
        "auth": web_push.encoded(auth),
    }
    assert (await house.me("POST", "/push/devices", subscription)).status_code == 200
    id = await house.tell(Kind.PIN_LOCKED)
    (found,) = await house.send()
    assert (found.state, found.masked_to, found.provider_ref) == (S.SENT, "push.example.org", "7")
    (request,) = requests
    assert str(request.url) == subscription["endpoint"]
    headers = request.headers
    assert (headers["ttl"], headers["urgency"]) == ("86400", "high")
    assert (headers["topic"], headers["content-encoding"]) == (id.hex, "aes128gcm")
    sender = web_push.sender_of(headers["authorization"], "https://push.example.org")
    assert sender == await house.pair.public()
    shown = msgspec.json.decode(opened(request.content, private, auth))
    assert (shown["id"], shown["link"], shown["language"]) == (str(id), "/you/pin", "en")
    assert b"PIN" not in request.content
