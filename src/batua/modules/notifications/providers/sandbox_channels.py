"""The adapters of the sandbox's channels, and the model of every other one."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar, Final

import httpx

from batua.kit.outside import Outside
from batua.kit.settings import SettingsError, register
from batua.modules.notifications.providers import sandbox_peer
from batua.modules.notifications.types import Channel, DeliveryReport, Outgoing, Via


@register
@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """Where e-mails, text messages, WhatsApp messages and calls are handed over."""

    ENV_PREFIX: ClassVar[str] = "BATUA_CHANNELS_"
    url: str = field(default="", metadata={"help": "Address of the channels; empty for none."})
    key_id: str = field(default="batua", metadata={"help": "Name of our API key there."})
    key_secret: str = field(default="", repr=False, metadata={"help": "Secret of our API key."})
    timeout_ms: int = field(default=4000, metadata={"help": "Longest wait for one answer."})


Body = Callable[[Outgoing], dict[str, Any]]


class SandboxChannel:
    """One channel of `batua.sandbox`, spoken to as a provider outside would be."""

    def __init__(self, outside: Outside, path: str, body: Body) -> None:
        self._outside, self._path, self._body = outside, path, body

    async def send(self, what: Outgoing) -> DeliveryReport:
        """Hand something over under its reference."""
        body = {"to": what.to, "reference": str(what.reference), **self._body(what)}
        return await sandbox_peer.hand_over(self._outside, self._path, body)


def _email(what: Outgoing) -> dict[str, Any]:
    return {"subject": what.subject, "text": what.text, "language": what.language}


def _sms(what: Outgoing) -> dict[str, Any]:
    named = what.dlt
    dlt = {} if named is None else {"dlt": asdict(named)}
    return {"body": what.text, **dlt}


def _whatsapp(what: Outgoing) -> dict[str, Any]:
    return {
        "template": what.template,
        "language": what.language,
        "values": what.values,
        "text": what.text,
    }


def _call(what: Outgoing) -> dict[str, Any]:
    return {"say": what.text, "language": what.language}


_DOORS: Final[dict[Via, tuple[str, Body]]] = {
    Via.EMAIL: ("/v1/emails", _email),
    Via.SMS: ("/v1/messages", _sms),
    Via.WHATSAPP: ("/v1/whatsapp", _whatsapp),
    Via.CALL: ("/v1/calls", _call),
}


class SandboxChannels:
    """All channels over one set of connections."""

    def __init__(
        self, settings: ChannelSettings, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        """Take the settings; refuses SettingsError when the secret is missing."""
        if not settings.key_secret:
            raise SettingsError("BATUA_CHANNELS_KEY_SECRET is not set.")
        self._outside = sandbox_peer.outside("sandbox_channels", settings, transport)
        self.by_name: dict[Via, Channel] = {
            via: SandboxChannel(self._outside, path, body) for via, (path, body) in _DOORS.items()
        }

    async def aclose(self) -> None:
        """Close the connections."""
        await self._outside.aclose()
