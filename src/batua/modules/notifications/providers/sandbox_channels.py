"""The adapters of the sandbox's channels, and the model of every other one."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

import httpx
import msgspec

from batua.kit.settings import SettingsError, register
from batua.modules.notifications.types import Channel, Delivery, DeliveryReport, Outgoing, Via

_REFUSED: Final = frozenset({400, 401, 403, 404, 410, 422})


@register
@dataclass(frozen=True, slots=True)
class ChannelSettings:
    """Where e-mails, text messages, WhatsApp messages and calls are handed over."""

    ENV_PREFIX: ClassVar[str] = "BATUA_CHANNELS_"
    url: str = field(default="", metadata={"help": "Address of the channels; empty for none."})
    key_id: str = field(default="batua", metadata={"help": "Name of our API key there."})
    key_secret: str = field(default="", repr=False, metadata={"help": "Secret of our API key."})
    timeout_ms: int = field(default=4000, metadata={"help": "Longest wait for one answer."})


class _Accepted(msgspec.Struct):
    id: str
    status: str = "sent"


class _Refused(msgspec.Struct):
    code: str = "refused"


Body = Callable[[Outgoing], dict[str, Any]]


class SandboxChannel:
    """One channel of `batua.sandbox`, spoken to as a provider outside would be."""

    def __init__(self, client: httpx.AsyncClient, path: str, body: Body, timeout_s: float) -> None:
        self._client, self._path, self._body, self._timeout_s = client, path, body, timeout_s

    async def send(self, what: Outgoing) -> DeliveryReport:
        """Hand something over under its reference."""
        reference = str(what.reference)
        body = {"to": what.to, "reference": reference, **self._body(what)}
        headers = {"content-type": "application/json", "idempotency-key": reference}
        try:
            async with asyncio.timeout(self._timeout_s):
                answer = await self._client.post(
                    self._path, content=msgspec.json.encode(body), headers=headers
                )
        except (httpx.HTTPError, TimeoutError) as error:
            return DeliveryReport(Delivery.UNANSWERED, failure=type(error).__name__)
        return _read(answer)


def _email(what: Outgoing) -> dict[str, Any]:
    return {"subject": what.subject, "text": what.text, "language": what.language}


def _sms(what: Outgoing) -> dict[str, Any]:
    return {"body": what.text}


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
        timeout_s = settings.timeout_ms / 1000
        self._client = httpx.AsyncClient(
            base_url=settings.url,
            auth=(settings.key_id, settings.key_secret),
            timeout=httpx.Timeout(timeout_s, connect=2),
            limits=httpx.Limits(max_connections=16, max_keepalive_connections=8),
            follow_redirects=False,
            trust_env=False,
            transport=transport,
        )
        self.by_name: dict[Via, Channel] = {
            via: SandboxChannel(self._client, path, body, timeout_s)
            for via, (path, body) in _DOORS.items()
        }

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()


def _read(answer: httpx.Response) -> DeliveryReport:
    """What an answer means; one that cannot be read is no answer."""
    try:
        if answer.is_success:
            accepted = msgspec.json.decode(answer.content, type=_Accepted)
            has_arrived = accepted.status == "delivered"
            return DeliveryReport(
                Delivery.ACCEPTED, provider_ref=accepted.id[:128], has_arrived=has_arrived
            )
        if answer.status_code in _REFUSED:
            refused = msgspec.json.decode(answer.content, type=_Refused)
            return DeliveryReport(Delivery.REFUSED, failure=refused.code[:64])
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return DeliveryReport(Delivery.UNANSWERED, failure="unreadable")
    return DeliveryReport(Delivery.UNANSWERED, failure=f"status_{answer.status_code}")
