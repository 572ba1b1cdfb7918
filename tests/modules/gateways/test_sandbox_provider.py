"""The sandbox's adapter keeps the contract, over HTTP to a running sandbox."""

import base64
import hmac
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from uuid import uuid4

import httpx
import pytest
import pytest_asyncio
from tests.providers.contract import Bench, ProviderContract, call_for
from tests.sandbox.server import KEY_SECRET, WEBHOOK_SECRET, SandboxClient

from batua.kit.settings import SettingsError
from batua.modules.gateways.providers.sandbox import SandboxProvider, SandboxProviderSettings
from batua.modules.gateways.types import Call, Destination, Direction, Outcome

SETTINGS = SandboxProviderSettings(
    url="http://127.0.0.1:9",
    key_secret=KEY_SECRET,
    webhook_secret=WEBHOOK_SECRET,
    timeout_ms=15_000,
    budget_ms=20_000,
)
HURRIED = replace(SETTINGS, timeout_ms=2000, budget_ms=2500)


class SandboxBench(Bench):
    """The sandbox's switches as the hands of a payer and of a saboteur."""

    name = "sandbox"
    good_account = Destination("50100123456789", "HDFC0000001", "Asha Devi")
    bad_account = Destination("50100123450002", "HDFC0000001", "Asha Devi")

    def __init__(self, sandbox: SandboxClient, callback_url: str) -> None:
        self.sandbox = sandbox
        self.callback_url = callback_url
        self.provider = self._adapter(SETTINGS)

    def _adapter(self, settings: SandboxProviderSettings) -> SandboxProvider:
        return SandboxProvider(
            replace(settings, url=self.sandbox.url, callback_url=self.callback_url)
        )

    async def pay(self, call: Call) -> None:
        await self.sandbox.act(call.attempt.provider_ref, "pay")

    async def decline(self, call: Call) -> None:
        await self.sandbox.act(call.attempt.provider_ref, "decline")

    async def sabotage(self, how: str) -> None:
        await self.provider.aclose()
        self.provider = self._adapter(HURRIED if how == "slow" else SETTINGS)
        await self.sandbox.fault(how, delay_ms=8000)

    def callback(self, reference: str, at: datetime, body: bytes | None = None):
        event = {"type": "checkout.succeeded", "data": {"reference": reference}}
        raw = json.dumps(event).encode() if body is None else body
        event_id, stamp = f"evt_{uuid4().hex}", int(at.timestamp())
        key = base64.b64decode(WEBHOOK_SECRET.removeprefix("whsec_"))
        digest = hmac.digest(key, f"{event_id}.{stamp}.".encode() + raw, sha256)
        headers = {
            "webhook-id": event_id,
            "webhook-timestamp": str(stamp),
            "webhook-signature": "v1," + base64.b64encode(digest).decode(),
        }
        return headers, raw


@pytest_asyncio.fixture
async def bench(sandbox, receiver) -> AsyncIterator[SandboxBench]:
    found = SandboxBench(sandbox, receiver.url)
    yield found
    await found.provider.aclose()


class TestSandboxProvider(ProviderContract):
    """Everything that every provider must do."""


async def test_nobody_at_the_address_is_no_answer():
    provider = SandboxProvider(HURRIED)
    call = call_for(SandboxBench, Direction.IN)
    assert (await provider.begin(call)).outcome is Outcome.UNANSWERED
    await provider.aclose()


def answering(status: int, body: object) -> SandboxProvider:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    transport = httpx.MockTransport(lambda _: httpx.Response(status, content=raw))
    return SandboxProvider(replace(SETTINGS, url="http://sandbox.test", tries=1), transport)


GOOD = {"id": "co_1", "reference": "r", "status": "open", "amount_minor": 1, "currency": "INR"}


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, b"<html>It works!</html>"),
        (200, b""),
        (200, b"null"),
        (200, b"{}"),
        (200, {**GOOD, "id": 7}),
        (200, {**GOOD, "status": "quantum"}),
        (200, {**GOOD, "checkout_url": "javascript:alert(1)"}),
        (200, {**GOOD, "status": "succeeded", "moved_minor": 1, "moved_currency": "XQX"}),
        (200, {**GOOD, "status": "succeeded", "moved_minor": 10**40, "moved_currency": "INR"}),
        (301, b""),
        (401, {"code": "unauthenticated"}),
        (403, b"Forbidden"),
        (404, b"<html>nginx</html>"),
        (404, {"code": "no_such_path"}),
        (409, {"code": "key_reused"}),
        (418, {"code": "teapot"}),
        (422, b"<html>proxy</html>"),
        (429, {"code": "slow_down"}),
        (500, {"code": "oops"}),
        (503, b""),
    ],
)
async def test_an_answer_that_is_none_is_never_taken_for_one(status, body):
    provider = answering(status, body)
    for ask in (provider.begin, provider.query):
        report = await ask(call_for(SandboxBench, Direction.IN))
        assert (report.outcome, report.amount) == (Outcome.UNANSWERED, None)
    await provider.aclose()


async def test_a_success_without_an_amount_carries_none():
    provider = answering(200, {**GOOD, "status": "succeeded"})
    report = await provider.query(call_for(SandboxBench, Direction.IN))
    assert (report.outcome, report.amount) == (Outcome.SUCCEEDED, None)


async def test_the_key_and_the_secret_go_where_they_belong():
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(201, json=GOOD)

    at_home = replace(SETTINGS, url="http://sandbox.test")
    provider = SandboxProvider(at_home, httpx.MockTransport(answer))
    call = call_for(SandboxBench, Direction.OUT, account=SandboxBench.good_account)
    await provider.begin(call)
    (request,) = seen
    assert request.headers["idempotency-key"] == str(call.attempt.id)
    assert json.loads(request.content) == {
        "reference": str(call.attempt.id),
        "amount_minor": 12500,
        "currency": "INR",
        "callback_url": SETTINGS.callback_url,
        "account_number": "50100123456789",
        "ifsc": "HDFC0000001",
        "name": "Asha Devi",
    }
    assert "50100123456789" not in str(request.url)


@pytest.mark.parametrize("missing", [{"key_secret": ""}, {"webhook_secret": "nonsense"}])
def test_a_missing_secret_stops_the_start(missing):
    with pytest.raises(SettingsError):
        SandboxProvider(replace(SETTINGS, **missing))


def test_secrets_and_accounts_do_not_show():
    assert KEY_SECRET not in repr(SETTINGS)
    assert WEBHOOK_SECRET not in repr(SETTINGS)
    assert "50100123456789" not in repr(SandboxBench.good_account)
