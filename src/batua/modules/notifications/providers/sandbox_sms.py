"""The adapter of the sandbox's text messages, and the model of every other one."""

from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar

import httpx

from batua.kit.settings import SettingsError, register
from batua.modules.notifications.providers import sandbox_peer
from batua.modules.notifications.types import DeliveryReport, Message


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


class SandboxSms:
    """Speaks to `batua.sandbox` over HTTP, exactly as it would to a provider outside."""

    def __init__(
        self, settings: SmsSettings, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        """Take the settings; refuses SettingsError when the secret is missing."""
        if not settings.key_secret:
            raise SettingsError("BATUA_SMS_KEY_SECRET is not set.")
        self._outside = sandbox_peer.outside("sandbox_sms", settings, transport)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._outside.aclose()

    async def send(self, message: Message) -> DeliveryReport:
        """Hand a message over; its id is the reference under which it is sent only once."""
        body: dict[str, Any] = {
            "to": message.to_phone,
            "body": message.body,
            "reference": str(message.id),
        }
        if message.dlt is not None:
            body["dlt"] = asdict(message.dlt)
        return await sandbox_peer.hand_over(self._outside, "/v1/messages", body)
