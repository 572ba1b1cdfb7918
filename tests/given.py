"""People who use a running system over HTTP: registered, with money, and able to pay."""

import asyncio
import io
import itertools
import time
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx
from PIL import Image
from tests.system import System

API = "/api/v1"
PIN = "482916"
PASSWORD = "mango tree by the well"
A_POINT = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
"""A browser's public key, as RFC 8291 has it."""
_NUMBERS = itertools.count(1)


def a_phone() -> str:
    """An Indian mobile number that nobody had before."""
    return f"+9198{next(_NUMBERS):08d}"


def a_key() -> str:
    """A fresh idempotency key."""
    return uuid.uuid4().hex


def inr(minor: int) -> dict[str, Any]:
    """An amount of paise on the wire."""
    return {"minor": minor, "currency": "INR"}


@dataclass
class Member:
    """Someone who is signed in.

    addresses   web processes; each request goes to the next one
    """

    system: System
    phone: str
    http: httpx.AsyncClient
    person: dict[str, Any] = field(default_factory=dict)
    access_token: str = ""
    refresh_token: str = ""
    device_token: str = ""
    step_up: str = ""

    @property
    def id(self) -> str:
        """The person's id."""
        return str(self.person["id"])

    @property
    def headers(self) -> dict[str, str]:
        """What every request carries."""
        found = {"Authorization": f"Bearer {self.access_token}"}
        return {**found, "Step-Up-Token": self.step_up} if self.step_up else found

    async def ask(
        self, method: str, path: str, *, key: str | None = None, **more: Any
    ) -> httpx.Response:
        """One request as this person."""
        headers = {**self.headers, **more.pop("headers", {})}
        if key is not None:
            headers["Idempotency-Key"] = key
        url = path if path.startswith("http") else API + path
        return await self.http.request(method, url, headers=headers, **more)

    async def get(self, path: str, **params: Any) -> dict[str, Any]:
        """The answer to a GET that must succeed."""
        return done(await self.ask("GET", path, params=params))

    async def post(self, path: str, body: Any = None, *, key: str | None = None) -> dict[str, Any]:
        """The answer to a POST that must succeed."""
        return done(await self.ask("POST", path, key=key, json=body))

    async def give_pin(self) -> None:
        """Prove the PIN; good for five minutes."""
        self.step_up = (await self.post("/auth/step-up", {"pin": PIN}))["token"]

    async def refresh(self) -> None:
        """Take a new access token, as a program does before the old one ends."""
        body = {"refresh_token": self.refresh_token}
        self.take(done(await self.http.post(f"{API}/auth/refresh", json=body)))

    async def sign_in(self) -> None:
        """Sign in anew on the device that is known, and give the PIN."""
        body = {"identifier": self.phone, "password": PASSWORD, "device_token": self.device_token}
        self.take(done(await self.http.post(f"{API}/auth/login", json=body))["session"])
        await self.give_pin()

    def take(self, session: dict[str, Any]) -> None:
        """Keep what a sign-in gave."""
        self.access_token = session["access_token"]
        self.refresh_token = session["refresh_token"]
        self.device_token = session["device_token"] or self.device_token
        self.person = session["person"]

    async def wallet(self, currency: str = "INR") -> dict[str, Any]:
        """The wallet of a currency."""
        found = (await self.get("/wallets"))["items"]
        return next(wallet for wallet in found if wallet["currency"] == currency)

    async def balance(self) -> int:
        """Paise in the wallet."""
        return int((await self.wallet())["balance"]["minor"])

    async def send(self, payee: str, minor: int, *, key: str, note: str = "") -> httpx.Response:
        """Order a send; the answer as it comes."""
        body = {"payee": payee, "amount": inr(minor), "note": note}
        return await self.ask("POST", "/payments", key=key, json=body)

    async def open_checkout(self, minor: int, *, key: str | None = None) -> dict[str, Any]:
        """A top-up that waits at the provider's page."""
        return await self.post("/top-ups", {"amount": inr(minor)}, key=key or a_key())

    async def fund(self, minor: int, within_s: float = 30) -> dict[str, Any]:
        """Money from outside through the provider's checkout; the settled top-up."""
        top_up = await self.open_checkout(minor)
        await pay_checkout(self.system, top_up["checkout_url"])
        return await self.settled(top_up["id"], within_s)

    async def settled(self, top_up: str, within_s: float = 30) -> dict[str, Any]:
        """A top-up, once it has succeeded."""
        deadline = time.monotonic() + within_s
        while time.monotonic() < deadline:
            found = await self.get(f"/top-ups/{top_up}")
            if found["status"] == "succeeded":
                return found
            await asyncio.sleep(0.05)
        raise AssertionError(f"the top-up did not settle: {found}")


async def a_browser(asha: Member) -> str:
    """Id of a browser of Asha's, which she wishes nothing to be pushed to."""
    quiet = {"off": ["push"], "quiet_from": 21, "quiet_until": 8}
    done(await asha.ask("PUT", "/notifications/wishes", json=quiet))
    keys = {"p256dh": A_POINT, "auth": "BTBZMqHH6r4Tts7J_aSIgg"}
    made = await asha.post("/push/devices", {"endpoint": "https://push.example.org/1", **keys})
    return str(made["id"])


async def a_group(asha: Member, bina: Member, devi: Member) -> dict[str, str]:
    """Ids of a group of Asha and Devi, with money in its pot.

    Bina asks to come in, and Asha for a loan, for which Devi has not answered.
    """
    kinds = {each["kind"]: each for each in (await asha.get("/groups/kinds"))["items"]}
    rules = kinds["savings_group"]["constitution"]
    rules["dues"][0]["starts_on"] = "2100-01-01"  # so that no dues come up while a test looks
    body = {"kind": "savings_group", "name": "Friends of the well", "constitution": rules}
    id = (await asha.post("/groups", body, key=a_key()))["id"]
    path = f"/groups/{id}"
    made = await asha.post(f"{path}/invites", {"max_uses": 5})
    in_it = (await devi.post("/groups/join", {"secret": made["secret"]}))["me"]["id"]
    wish = await asha.post(f"{path}/proposals", {"kind": "admit", "subject": in_it}, key=a_key())
    await asha.post(f"{path}/proposals/{wish['id']}/vote", {"version": 1, "choice": "yes"})
    joining = await bina.post("/groups/join", {"secret": made["secret"]})
    paid = await asha.post(f"{path}/transactions", {"amount": inr(1_500)}, key=a_key())
    file = {"content": a_picture(), "headers": {"Content-Type": "image/png"}}
    receipt = done(await asha.ask("POST", f"{path}/transactions/{paid['id']}/receipts", **file))
    wanted = {"product": "loan", "amount": inr(1_000), "count": 3, "purpose": "A sewing machine"}
    loan = await asha.post(f"{path}/loans", {**wanted, "guarantors": [in_it]}, key=a_key())
    question = {"kind": "admit", "subject": joining["me"]["id"]}
    asked = await asha.post(f"{path}/proposals", question, key=a_key())
    return {
        "group": id,
        "group_member": joining["me"]["id"],
        "group_invite": made["invite"]["id"],
        "group_transaction": paid["id"],
        "group_proposal": asked["id"],
        "group_loan": loan["id"],
        "group_plan": "savings",
        "group_receipt": receipt["id"],
    }


def a_picture() -> bytes:
    """A small PNG."""
    written = io.BytesIO()
    Image.new("RGB", (64, 64), "teal").save(written, "PNG")
    return written.getvalue()


def done(answer: httpx.Response) -> dict[str, Any]:
    """The body of an answer that is a success; the problem otherwise."""
    assert answer.is_success, f"{answer.request.method} {answer.request.url.path}: {answer.text}"
    return dict(answer.json()) if answer.content else {}


async def pay_checkout(system: System, checkout_url: str, act: str = "pay", **more: Any) -> None:
    """Do what a payer does on the provider's page."""
    id = await asyncio.to_thread(system.sandbox_checkout, checkout_url)
    async with httpx.AsyncClient(base_url=system.sandbox_address, timeout=20) as client:
        answer = await client.post(f"/sandbox/checkouts/{id}/act", json={"act": act, **more})
        assert answer.is_success, answer.text


async def member(
    system: System, name: str, *, money: int = 0, language: str = "en", address: str = ""
) -> Member:
    """Someone who registered by phone, code, password and PIN, with so many paise from outside."""
    limits = httpx.Limits(max_connections=100, max_keepalive_connections=100)
    http = httpx.AsyncClient(base_url=address or system.address, timeout=40, limits=limits)
    made = Member(system, a_phone(), http)
    body = {"phone": made.phone, "name": name, "language": language}
    challenge = done(await http.post(f"{API}/auth/register", json=body))["challenge"]
    proof = {"challenge": challenge, "code": await system.code(made.phone)}
    ticket = done(await http.post(f"{API}/auth/register/confirm", json=proof))["ticket"]
    secrets = {"ticket": ticket, "password": PASSWORD, "pin": PIN}
    made.take(done(await http.post(f"{API}/auth/register/complete", json=secrets)))
    await made.give_pin()
    if money:
        await made.fund(money)
    return made


async def members(system: System, names: Sequence[str], *, money: int = 0) -> list[Member]:
    """Several people at once."""
    return list(await asyncio.gather(*(member(system, name, money=money) for name in names)))


async def sign_in_again(who: Member) -> Member:
    """The same person in another session on another device."""
    body = {"identifier": who.phone, "password": PASSWORD}
    last = await who.system.message(who.phone)
    found = done(await who.http.post(f"{API}/auth/login", json=body))
    challenge = found["challenge"]["challenge"]
    proof = {"challenge": challenge, "code": await who.system.code(who.phone, after=last["id"])}
    other = Member(who.system, who.phone, who.http)
    other.take(done(await who.http.post(f"{API}/auth/login/confirm", json=proof)))
    return other
