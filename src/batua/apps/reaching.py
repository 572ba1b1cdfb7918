"""How people are reached outside the app: which provider carries which channel, by the settings."""

from contextlib import AsyncExitStack
from dataclasses import dataclass
from functools import partial
from typing import Protocol, TypeVar

from batua.kit import settings
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.kit.web import WebSettings
from batua.modules.notifications import service
from batua.modules.notifications.providers.push.channel import PushChannel
from batua.modules.notifications.providers.push.settings import PushSettings
from batua.modules.notifications.providers.sandbox_channels import ChannelSettings, SandboxChannels
from batua.modules.notifications.providers.sandbox_sms import SandboxSms, SmsSettings
from batua.modules.notifications.providers.smtp import SmtpChannel, SmtpSettings
from batua.modules.notifications.providers.twilio.callbacks import TwilioDoor
from batua.modules.notifications.providers.twilio.channels import Twilio
from batua.modules.notifications.providers.twilio.settings import TwilioSettings
from batua.modules.notifications.providers.whatsapp import settings as whatsapp
from batua.modules.notifications.providers.whatsapp.callbacks import WhatsAppDoor
from batua.modules.notifications.providers.whatsapp.channel import WhatsAppCloud
from batua.modules.notifications.service import Doors, Push
from batua.modules.notifications.types import Channel, Channels, SmsProvider, Via

T = TypeVar("T", bound=settings.Settings)


class Loads(Protocol):
    """Whatever knows the settings that are in force."""

    def load(self, cls: type[T]) -> T:
        """Those of a class; refuses SettingsError."""
        ...


@dataclass(frozen=True, slots=True)
class Reach:
    """What carries each channel, what carries codes, and what knows the providers that call back."""

    channels: Channels
    codes: SmsProvider
    doors: Doors


def reach(
    stack: AsyncExitStack, web: WebSettings, keys: KeyRing, settings: Loads = settings
) -> Reach:
    """A provider of its own for each channel that has settings, else the sandbox.

    A channel that nothing carries is not there.

    settings  those in force; without it, those of the environment

    refuses  SettingsError
    """
    found = _sandbox(stack)
    smtp = settings.load(SmtpSettings)
    if smtp.host:
        found[Via.EMAIL] = SmtpChannel(smtp, web.public_url)
    chosen = settings.load(TwilioSettings)
    twilio = None
    if chosen.account_sid:
        twilio = Twilio(chosen, web.public_url, partial(service.speech_ticket, keys))
        stack.push_async_callback(twilio.aclose)
        found |= twilio.channels()
    cloud = settings.load(whatsapp.WhatsAppSettings)
    if cloud.phone_number_id:
        made = WhatsAppCloud(cloud)
        stack.push_async_callback(made.aclose)
        if cloud.carrier == whatsapp.CLOUD or not chosen.whatsapp_from:
            found[Via.WHATSAPP] = made
    return Reach(found, _codes(stack, chosen, twilio), _doors(chosen, cloud, web))


def pushes(
    stack: AsyncExitStack, web: WebSettings, keys: KeyRing, db: Database
) -> tuple[Push, Channel]:
    """Browsers are reached without any connection: each names its own push service.

    refuses  SettingsError
    """
    chosen = settings.load(PushSettings)
    pair = service.PushKeys(db, keys, chosen.private_key)
    made = PushChannel(chosen, pair, web.public_url)
    stack.push_async_callback(made.aclose)
    return Push(pair, chosen.loopback), made


def _codes(stack: AsyncExitStack, chosen: TwilioSettings, twilio: Twilio | None) -> SmsProvider:
    if twilio is not None and chosen.sms_from:
        return twilio
    made = SandboxSms(settings.load(SmsSettings))
    stack.push_async_callback(made.aclose)
    return made


def _doors(chosen: TwilioSettings, cloud: whatsapp.WhatsAppSettings, web: WebSettings) -> Doors:
    """Each provider that is connected may call back, also of what it took before another one did."""
    twilio = None
    if chosen.account_sid:
        base_url = chosen.callback_url or web.public_url
        twilio = TwilioDoor(base_url, chosen.auth_token, chosen.person_number)
    meta = None
    if cloud.phone_number_id:
        meta = WhatsAppDoor(cloud.app_secret, cloud.verify_token)
    return Doors(twilio, meta)


def _sandbox(stack: AsyncExitStack) -> dict[Via, Channel]:
    chosen = settings.load(ChannelSettings)
    if not chosen.url:
        return {}
    made = SandboxChannels(chosen)
    stack.push_async_callback(made.aclose)
    return dict(made.by_name)
