"""Providers and channels as the settings in force make them, also when those change meanwhile.

What handlers and jobs hold stays the same; what is behind it is another from the next call on. What
was connected before is closed when every call that may be under way has ended.
"""

import time
from collections.abc import Iterator, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, fields
from functools import partial
from typing import Any, Final, Generic, TypeVar

from batua.apps import reaching
from batua.kit import settings
from batua.kit.connections import Connections, Link, Spec
from batua.kit.logs import log
from batua.kit.secrets import KeyRing
from batua.kit.settings import SettingsError
from batua.kit.web import WebSettings
from batua.modules.gateways.providers import registry
from batua.modules.gateways.providers.sandbox import NAME as SANDBOX
from batua.modules.gateways.providers.sandbox import SandboxProvider, SandboxProviderSettings
from batua.modules.gateways.types import Provider
from batua.modules.notifications import service
from batua.modules.notifications.providers.smtp import SmtpChannel, SmtpSettings
from batua.modules.notifications.providers.twilio.channels import Twilio
from batua.modules.notifications.providers.twilio.settings import TwilioSettings
from batua.modules.notifications.providers.whatsapp.channel import WhatsAppCloud
from batua.modules.notifications.providers.whatsapp.settings import WhatsAppSettings
from batua.modules.notifications.service import Doors
from batua.modules.notifications.types import (
    Channel,
    DeliveryReport,
    Message,
    SmsProvider,
    Via,
)

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T", bound=settings.Settings)
CHANNELS: Final = "channels"
GRACE_S: Final = 900
"""Longer than any call, and any report of many pages, takes."""


class Swapped(Mapping[K, V], Generic[K, V]):
    """A mapping whose content is exchanged at once."""

    def __init__(self) -> None:
        self.content: Mapping[K, V] = {}

    def __getitem__(self, key: K) -> V:
        return self.content[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self.content)

    def __len__(self) -> int:
        return len(self.content)


class Codes:
    """What carries codes just now."""

    def __init__(self) -> None:
        self.carrier: SmsProvider | None = None

    async def send(self, message: Message) -> DeliveryReport:
        """Hand a code over; before it is known who carries it, the job tries again."""
        if self.carrier is None:
            raise RuntimeError("The connections have not been read yet.")
        return await self.carrier.send(message)


def channel_specs(web: WebSettings, keys: KeyRing) -> list[Spec]:
    """How each provider of channels is connected, and where it calls back to."""

    def smtp(chosen: SmtpSettings) -> Link | None:
        return SmtpChannel(chosen, web.public_url) if chosen.host else None

    def twilio(chosen: TwilioSettings) -> Link | None:
        ticket = partial(service.speech_ticket, keys)
        return Twilio(chosen, web.public_url, ticket) if chosen.account_sid else None

    def whatsapp(chosen: WhatsAppSettings) -> Link | None:
        return WhatsAppCloud(chosen) if chosen.phone_number_id else None

    owner, hook = "notifications", "/api/v1/channels/whatsapp"
    return [
        Spec("smtp", owner, SmtpSettings, smtp),
        Spec("twilio", owner, TwilioSettings, twilio),
        Spec("whatsapp", owner, WhatsAppSettings, whatsapp, (hook,)),
    ]


class Joined:
    """Everything outside that is connected in this process."""

    def __init__(
        self,
        connections: Connections,
        web: WebSettings,
        keys: KeyRing,
        always: Mapping[Via, Channel] | None = None,
    ) -> None:
        """Take what no setting connects.

        always  channels that are there whatever is connected
        """
        self._always = dict(always or {})
        self.providers: Swapped[str, Provider] = Swapped()
        self.channels: Swapped[Via, Channel] = Swapped()
        self.codes = Codes()
        self.doors = Doors()
        self._connections, self._web, self._keys = connections, web, keys
        self._channels = {spec.name for spec in channel_specs(web, keys)}
        self._rails: dict[str, AsyncExitStack] = {}
        self._reach = AsyncExitStack()
        self._over: list[tuple[float, AsyncExitStack]] = []
        self._troubles: dict[str, SettingsError] = {}
        connections.on_change(self.join)

    def check(self) -> None:
        """Refuse to go on with an environment that cannot be used; refuses SettingsError.

        What is kept never stops a start: people mend it while everything else runs.
        """
        order = settings.load(registry.RoutingSettings).order
        registry.first(order, [SANDBOX, *registry.RAILS])
        for name, trouble in self._troubles.items():
            if not self._connections.is_kept(name):
                raise trouble

    def join(self, changed: frozenset[str]) -> None:
        """Connect anew what has other settings; what cannot be connected is not there."""
        rails = dict(self.providers.content)
        if SANDBOX not in self._rails:
            self._connect(rails, SANDBOX, _sandbox)
        for name in changed & registry.RAILS.keys():
            self._connect(rails, name, partial(self._rail, name))
        self.providers.content = _ordered(rails)
        if changed & self._channels or self.codes.carrier is None:
            self._join_channels()

    def _connect(self, rails: dict[str, Provider], name: str, make: Any) -> None:
        self._retire(self._rails.pop(name, None))
        rails.pop(name, None)
        try:
            made = make()
        except SettingsError as error:
            self._note(name, error)
            return
        self._troubles.pop(name, None)
        if made is not None:
            rails[name] = made
            self._rails[name] = stack = AsyncExitStack()
            stack.push_async_callback(made.aclose)

    def _rail(self, name: str) -> Any:
        one = registry.RAILS[name]
        return one.connect(self._connections.load(one.settings))

    def _join_channels(self) -> None:
        stack = AsyncExitStack()
        try:
            found = reaching.reach(stack, self._web, self._keys, _Usable(self._connections))
        except SettingsError as error:
            self._note(CHANNELS, error)
            self._retire(stack)
            return
        self._troubles.pop(CHANNELS, None)
        self._retire(self._reach)
        self._reach = stack
        self.channels.content = {**found.channels, **self._always}
        self.codes.carrier = found.codes
        for field in fields(found.doors):
            setattr(self.doors, field.name, getattr(found.doors, field.name))

    def _note(self, name: str, error: SettingsError) -> None:
        log.error("connection_unusable", name=name, reason=str(error))
        self._troubles[name] = error

    def _retire(self, stack: AsyncExitStack | None) -> None:
        if stack is not None:
            self._over.append((time.monotonic() + GRACE_S, stack))

    async def tidy(self) -> None:
        """Close what nobody can be using any more."""
        now = time.monotonic()
        over = [stack for until, stack in self._over if until <= now]
        self._over = [one for one in self._over if one[0] > now]
        for stack in over:
            await stack.aclose()

    async def aclose(self) -> None:
        """Close everything."""
        for stack in (*self._rails.values(), self._reach, *(stack for _, stack in self._over)):
            await stack.aclose()


@dataclass(frozen=True, slots=True)
class _Usable:
    """The settings in force; what is kept and cannot be opened takes its own channel away only."""

    connections: Connections

    def load(self, cls: type[T]) -> T:
        try:
            return self.connections.load(cls)
        except SettingsError as error:
            log.error("connection_unusable", reason=str(error))
            return settings.load(cls, {})


def _sandbox() -> SandboxProvider | None:
    chosen = settings.load(SandboxProviderSettings)
    return SandboxProvider(chosen) if chosen.url else None


def _ordered(rails: Mapping[str, Provider]) -> dict[str, Provider]:
    """The one that is asked first before the others; one that is not connected is passed over."""
    order = settings.load(registry.RoutingSettings).order
    known = [name for name in (SANDBOX, *registry.RAILS) if name in rails]
    return {
        name: rails[name] for name in registry.first(tuple(n for n in order if n in rails), known)
    }
