"""Which provider carries a channel is decided by the settings alone."""

from contextlib import AsyncExitStack

import pytest

from batua.apps.reaching import reach
from batua.kit.secrets import KeyRing
from batua.kit.settings import SettingsError
from batua.kit.web import WebSettings
from batua.modules.notifications.providers.whatsapp.channel import WhatsAppCloud
from batua.modules.notifications.types import Via

TWILIO = {
    "BATUA_TWILIO_ACCOUNT_SID": "AC1",
    "BATUA_TWILIO_AUTH_TOKEN": "token",
    "BATUA_TWILIO_SMS_FROM": "+14155550100",
    "BATUA_TWILIO_WHATSAPP_FROM": "+14155550100",
}
META = {
    "BATUA_WHATSAPP_PHONE_NUMBER_ID": "1",
    "BATUA_WHATSAPP_ACCESS_TOKEN": "token",
    "BATUA_WHATSAPP_APP_SECRET": "secret",
    "BATUA_WHATSAPP_VERIFY_TOKEN": "agreed",
}
NO_WHATSAPP = {"BATUA_TWILIO_WHATSAPP_FROM": ""}
BY_TWILIO = {"BATUA_WHATSAPP_CARRIER": "twilio"}


@pytest.mark.parametrize(
    ("env", "is_cloud", "doors"),
    [
        (TWILIO, False, (True, False)),
        (META, True, (False, True)),
        (TWILIO | META, True, (True, True)),
        (TWILIO | META | BY_TWILIO, False, (True, True)),
        (TWILIO | META | BY_TWILIO | NO_WHATSAPP, True, (True, True)),
    ],
)
async def test_who_carries_whatsapp(
    monkeypatch: pytest.MonkeyPatch,
    keys: KeyRing,
    env: dict[str, str],
    is_cloud: bool,
    doors: tuple[bool, bool],
) -> None:
    for name, value in {"BATUA_SMS_KEY_SECRET": "s", **env}.items():
        monkeypatch.setenv(name, value)
    async with AsyncExitStack() as stack:
        found = reach(stack, WebSettings(), keys)
        assert isinstance(found.channels[Via.WHATSAPP], WhatsAppCloud) is is_cloud
        assert (found.doors.twilio is not None, found.doors.whatsapp is not None) == doors


async def test_half_a_connection_is_refused(monkeypatch: pytest.MonkeyPatch, keys: KeyRing) -> None:
    for name, value in {**META, "BATUA_WHATSAPP_APP_SECRET": ""}.items():
        monkeypatch.setenv(name, value)
    async with AsyncExitStack() as stack:
        with pytest.raises(SettingsError):
            reach(stack, WebSettings(), keys)
