"""Keys of channels: given over HTTP by officers with their PIN, and tried at real servers."""

import ssl
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import pytest_asyncio
from tests.modules.notifications.mailhouse import (
    PASSWORD,
    USER,
    Mailbox,
    certificate,
    mail_server,
)
from tests.modules.payments import given
from tests.modules.payments.client import Client
from tests.sandbox.server import KEY_SECRET, SandboxServer

from batua.apps import joining
from batua.kit import journal
from batua.kit.connections import Connections, Verdict
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.kit.web import AppParts, WebSettings, create_app
from batua.modules.identity import service as identity
from batua.modules.notifications.api import channels as api
from batua.modules.notifications.providers.smtp import SmtpChannel, SmtpSettings
from batua.modules.notifications.providers.twilio.channels import Twilio
from batua.modules.notifications.providers.twilio.settings import TwilioSettings
from batua.modules.notifications.providers.whatsapp.channel import WhatsAppCloud
from batua.modules.notifications.providers.whatsapp.settings import WhatsAppSettings
from batua.modules.notifications.types import PERMISSIONS, Via

WEB = WebSettings(public_url="https://batua.example", rate_factor=1000)
SANDBOX_NUMBER = "106540352242922"
ACCOUNT = "AC" + "5a" * 16
TWILIO = {"account_sid": ACCOUNT, "auth_token": KEY_SECRET, "sms_from": "+14155550100"}


@pytest.fixture
def connections(keys: KeyRing) -> Connections:
    return Connections(keys, joining.channel_specs(WEB, keys), WEB.public_url, {})


@pytest_asyncio.fixture
async def http(
    db: Database, keys: KeyRing, connections: Connections
) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(
        AppParts(
            db=db,
            keys=keys,
            routes=api.ROUTES,
            authenticate=identity.Authenticator(db, keys),
            grants=PERMISSIONS,
            web_settings=WEB,
            rooms={"connections": connections},
        )
    )
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://batua.test") as client:
        yield client


async def test_an_officer_gives_the_keys_of_a_channel_and_everything_sends_by_them(
    http: httpx.AsyncClient,
    db: Database,
    keys: KeyRing,
    connections: Connections,
    sandbox_server: SandboxServer,
) -> None:
    roles = frozenset({"person", "admin"})
    me = Client(http, await given.someone(db, keys, "Om Das", "+919812399999", roles=roles))
    joined = joining.Joined(connections, WEB, keys)
    path = "/channels/twilio/keys"
    body = {"version": 0, "values": {**TWILIO, "url": sandbox_server.url}}
    without = await me("PUT", path, body, headers={"Step-Up-Token": None})
    assert without.json()["code"] == "identity.step_up_required"
    tried = (await me("POST", "/channels/twilio/test", {"values": body["values"]})).json()
    assert tried["verdict"] == "ok", tried
    kept = await me("PUT", path, body)
    assert kept.status_code == 200, kept.text
    assert list(joined.channels) == [Via.SMS]
    assert isinstance(joined.codes.carrier, Twilio)
    assert joined.doors.twilio is not None
    listed = await me("GET", "/channels")
    assert [one["name"] for one in listed.json()["items"]] == ["smtp", "twilio", "whatsapp"]
    assert KEY_SECRET not in kept.text + listed.text + (await me("GET", path)).text
    async with db.read() as tx:
        facts = await journal.facts(tx, ["notifications.keys_changed"])
    assert [(one.name, one.actor) for one in facts] == [("twilio", me.who.id)]  # type: ignore[attr-defined]
    assert (await me("DELETE", f"{path}?version=1")).json()["source"] == "none"
    assert (await me("GET", "/channels/paystack/keys")).status_code == 404
    await joined.aclose()


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/channels", None),
        ("GET", "/channels/smtp/keys", None),
        ("PUT", "/channels/smtp/keys", {"version": 0, "values": {}}),
        ("DELETE", "/channels/smtp/keys?version=0", None),
        ("POST", "/channels/smtp/test", {}),
    ],
)
async def test_only_officers_may(
    http: httpx.AsyncClient, db: Database, keys: KeyRing, method: str, path: str, body: Any
) -> None:
    someone = Client(http, await given.someone(db, keys, "Asha Devi", "+919876543210"))
    assert (await someone(method, path, body)).status_code == 403


async def test_twilio_tells_whether_the_token_is_right(sandbox_server: SandboxServer) -> None:
    for token, verdict in ((KEY_SECRET, Verdict.OK), ("wrong", Verdict.WRONG_KEY)):
        chosen = TwilioSettings(url=sandbox_server.url, account_sid=ACCOUNT, auth_token=token)
        twilio = Twilio(chosen, WEB.public_url, str)
        assert (await twilio.probe()).verdict is verdict
        await twilio.aclose()


async def test_meta_tells_whether_the_token_is_right(sandbox_server: SandboxServer) -> None:
    for token, verdict in ((KEY_SECRET, Verdict.OK), ("wrong", Verdict.WRONG_KEY)):
        chosen = WhatsAppSettings(
            url=f"{sandbox_server.url}/graph",
            phone_number_id=SANDBOX_NUMBER,
            access_token=token,
            app_secret=KEY_SECRET,
            verify_token="shown",  # noqa: S106 - Meta shows it to us
        )
        cloud = WhatsAppCloud(chosen)
        assert (await cloud.probe()).verdict is verdict
        await cloud.aclose()


@pytest.fixture(scope="module")
def trust(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ssl.SSLContext]:
    return certificate(tmp_path_factory.mktemp("mail"))


@pytest.mark.parametrize(
    ("more", "verdict"),
    [
        ({}, Verdict.OK),
        ({"password": "wrong"}, Verdict.WRONG_KEY),
        ({"ca_file": None}, Verdict.UNTRUSTED),
        ({"port": 9}, Verdict.UNREACHABLE),
    ],
)
async def test_a_mail_server_tells_what_is_wrong(
    trust: tuple[Path, ssl.SSLContext], more: dict[str, Any], verdict: Verdict
) -> None:
    async with mail_server(Mailbox(), tls_context=trust[1], require_starttls=True) as port:
        values = {
            "host": "localhost",
            "port": port,
            "sender": "hello@batua.example",
            "ca_file": trust[0],
            "username": USER,
            "password": PASSWORD,
            **more,
        }
        channel = SmtpChannel(SmtpSettings(**values), WEB.public_url)
        assert (await channel.probe()).verdict is verdict
