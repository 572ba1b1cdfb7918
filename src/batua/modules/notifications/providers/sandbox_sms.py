"""The adapter of the sandbox's text messages, and the model of every other one."""

import asyncio
from dataclasses import dataclass, field
from typing import ClassVar, Final

import httpx
import msgspec

from batua.kit.settings import SettingsError, register
from batua.modules.notifications.types import Delivery, DeliveryReport, Message

_REFUSED: Final = frozenset({400, 401, 403, 404, 410, 422})


@register
@dataclass(frozen=True, slots=True)
class SmsSettings:
    """Where text messages are handed over."""

    ENV_PREFIX: ClassVar[str] = "BATUA_SMS_"
    url: str = field(
        default="http://127.0.0.1:8001", metadata={"help": "Address of the SMS provider."}
    )
    key_id: str = field(default="batua", metadata={"help": "Name of our API key there."})
    key_secret: str = field(default="", repr=False, metadata={"help": "Secret of our API key."})
    timeout_ms: int = field(default=4000, metadata={"help": "Longest wait for one answer."})


class _Accepted(msgspec.Struct):
    id: str


class _Refused(msgspec.Struct):
    code: str = "refused"


class SandboxSms:
    """Speaks to `batua.sandbox` over HTTP, exactly as it would to a provider outside."""

    def __init__(self, settings: SmsSettings, client: httpx.AsyncClient | None = None) -> None:
        """Take the settings; refuses SettingsError when the secret is missing."""
        if not settings.key_secret:
            raise SettingsError("BATUA_SMS_KEY_SECRET is not set.")
        self._timeout_s = settings.timeout_ms / 1000
        self._client = client or httpx.AsyncClient(
            base_url=settings.url,
            auth=(settings.key_id, settings.key_secret),
            timeout=httpx.Timeout(self._timeout_s, connect=2),
            limits=httpx.Limits(max_connections=8, max_keepalive_connections=4),
            follow_redirects=False,
            trust_env=False,
        )

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def send(self, message: Message) -> DeliveryReport:
        """Hand a message over; its id is the reference under which it is sent only once."""
        body = {"to": message.to_phone, "body": message.body, "reference": str(message.id)}
        headers = {"content-type": "application/json", "idempotency-key": str(message.id)}
        try:
            async with asyncio.timeout(self._timeout_s):
                answer = await self._client.post(
                    "/v1/messages", content=msgspec.json.encode(body), headers=headers
                )
        except (httpx.HTTPError, TimeoutError) as error:
            return DeliveryReport(Delivery.UNANSWERED, failure=type(error).__name__)
        return _read(answer)


def _read(answer: httpx.Response) -> DeliveryReport:
    """What an answer means; one that cannot be read is no answer."""
    try:
        if answer.is_success:
            accepted = msgspec.json.decode(answer.content, type=_Accepted)
            return DeliveryReport(Delivery.ACCEPTED, provider_ref=accepted.id[:128])
        if answer.status_code in _REFUSED:
            refused = msgspec.json.decode(answer.content, type=_Refused)
            return DeliveryReport(Delivery.REFUSED, failure=refused.code[:64])
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return DeliveryReport(Delivery.UNANSWERED, failure="unreadable")
    return DeliveryReport(Delivery.UNANSWERED, failure=f"status_{answer.status_code}")
