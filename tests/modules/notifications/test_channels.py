"""The sandbox's channels over real HTTP: each accepts, refuses and fails as it is told, and sends once."""

from collections.abc import AsyncIterator
from uuid import UUID

import httpx
import pytest
import pytest_asyncio
from tests.modules.groups.given import NOON
from tests.modules.notifications.dispatching import Debt, indebted
from tests.sandbox.server import KEY_SECRET, SandboxClient, SandboxServer

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.ids import new_id
from batua.kit.jobs import Context
from batua.kit.secrets import KeyRing
from batua.kit.settings import SettingsError
from batua.modules.notifications import service
from batua.modules.notifications.providers.sandbox_channels import ChannelSettings, SandboxChannels
from batua.modules.notifications.types import (
    Delivery,
    DeliveryReport,
    DispatchState,
    Outgoing,
    Via,
)

LATE = NOON.replace(month=4, day=14)


@pytest_asyncio.fixture
async def channels(
    sandbox: SandboxClient, sandbox_server: SandboxServer
) -> AsyncIterator[SandboxChannels]:
    """Our side of the sandbox's channels; `sandbox` makes it behave again afterwards."""
    found = SandboxChannels(ChannelSettings(url=sandbox_server.url, key_secret=KEY_SECRET))
    yield found
    await found.aclose()


def outgoing(via: Via, to: str = "") -> Outgoing:
    return Outgoing(
        reference=new_id(),
        to=to or (f"u{new_id().hex}@example.org" if via is Via.EMAIL else a_phone()),
        language="hi",
        subject="एक किस्त" if via is Via.EMAIL else "",
        text="₹16.20 की किस्त",
        template="group_loan_late",
        values={"amount": "₹16.20"},
    )


def a_phone() -> str:
    return f"+9197{new_id().int % 10**8:08d}"


async def mishap(sandbox: SandboxClient, channel: Via, mode: str, **more: object) -> None:
    body = {"channel": channel.value, "mode": mode, **more}
    answer = await sandbox.http.post("/sandbox/channels", json=body)
    assert answer.status_code == 200, answer.text


async def outbox(sandbox: SandboxClient, to: str) -> list[dict]:
    answer = await sandbox.http.get("/sandbox/outbox", params={"to": to})
    return list(answer.json()["items"])


async def test_each_channel_delivers_to_the_outbox_once_a_reference(
    sandbox: SandboxClient, channels: SandboxChannels
) -> None:
    for via in channels.by_name:
        what = outgoing(via)
        first = await channels.by_name[via].send(what)
        again = await channels.by_name[via].send(what)
        assert first == again
        assert first.delivery is Delivery.ACCEPTED
        assert first.has_arrived is (via in {Via.WHATSAPP, Via.CALL})
        (shown,) = await outbox(sandbox, what.to)
        assert (shown["channel"], shown["id"]) == (via, first.provider_ref)
        assert (shown["body"], shown["subject"]) == (what.text, what.subject)
        assert shown["reference"] == str(what.reference)
        assert shown["code"] is None
        # A text message tells its provider no language and no template.
        assert shown["language"] == ("" if via is Via.SMS else "hi")
        assert shown["template"] == ("group_loan_late" if via is Via.WHATSAPP else "")


async def test_every_failure_on_demand_means_something(
    sandbox: SandboxClient, channels: SandboxChannels
) -> None:
    via = Via.WHATSAPP
    channel = channels.by_name[via]
    unlucky, lucky = outgoing(via), outgoing(via)
    await mishap(sandbox, via, "fail", address=unlucky.to)
    down = DeliveryReport(Delivery.UNANSWERED, failure="status_503")
    assert await channel.send(unlucky) == down
    assert (await channel.send(lucky)).delivery is Delivery.ACCEPTED
    assert await outbox(sandbox, unlucky.to) == []
    await mishap(sandbox, via, "none", address=unlucky.to)

    await mishap(sandbox, via, "refuse", times=1)
    assert await channel.send(unlucky) == DeliveryReport(Delivery.REFUSED, failure="unreachable")
    await mishap(sandbox, via, "lose", times=1)
    assert await channel.send(unlucky) == down
    assert len(await outbox(sandbox, unlucky.to)) == 1
    assert (await channel.send(unlucky)).delivery is Delivery.ACCEPTED
    assert len(await outbox(sandbox, unlucky.to)) == 1


async def test_a_channel_that_is_slow_or_away_is_no_answer(
    sandbox: SandboxClient, sandbox_server: SandboxServer
) -> None:
    settings = ChannelSettings(url=sandbox_server.url, key_secret=KEY_SECRET, timeout_ms=300)
    found = SandboxChannels(settings)
    what = outgoing(Via.CALL)
    await mishap(sandbox, Via.CALL, "slow", times=1, delay_ms=3_000)
    report = await found.by_name[Via.CALL].send(what)
    assert report.delivery is Delivery.UNANSWERED
    await found.aclose()

    def refuse(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("away")

    away = SandboxChannels(settings, httpx.MockTransport(refuse))
    report = await away.by_name[Via.CALL].send(what)
    assert report == DeliveryReport(Delivery.UNANSWERED, failure="unreachable")
    await away.aclose()


def test_channels_without_a_secret_do_not_start() -> None:
    with pytest.raises(SettingsError):
        SandboxChannels(ChannelSettings(url="http://channels.test"))


@pytest.mark.parametrize("mode", ["fail", "lose"])
async def test_what_failed_on_demand_is_retried_and_delivered_once(
    db: Database, keys: KeyRing, sandbox: SandboxClient, channels: SandboxChannels, mode: str
) -> None:
    phone = a_phone()
    debt: Debt = await indebted(db, keys, phone=phone)
    context = Context(db, {"keys": keys, "channels": channels.by_name})

    async def attempt(id: UUID) -> DispatchState:
        await service.send(context, str(id))
        return (await debt.one(id)).state

    await mishap(sandbox, Via.SMS, mode, address=phone, times=2)
    with clock.frozen(LATE) as held:
        id = await debt.queue(Via.SMS)
        for _ in range(2):
            assert await attempt(id) is DispatchState.QUEUED
            held.move_to((await debt.one(id)).due_at)
        assert await attempt(id) is DispatchState.SENT
    (shown,) = await outbox(sandbox, phone)
    assert shown["reference"] == str(id)
    assert (await debt.one(id)).tries == 3
