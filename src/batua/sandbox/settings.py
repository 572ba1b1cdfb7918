"""What the sandbox is told at its start."""

from dataclasses import dataclass, field
from typing import ClassVar

from batua.kit.settings import register
from batua.sandbox.types import Keys


@register
@dataclass(frozen=True, slots=True)
class SandboxSettings:
    """Where the sandbox is reached, the secrets shared with its merchant, and its tempo."""

    ENV_PREFIX: ClassVar[str] = "BATUA_SANDBOX_"
    key_secret: str = field(repr=False, metadata={"help": "Secret of the merchant's API key."})
    webhook_secret: str = field(
        repr=False, metadata={"help": "whsec_… that callbacks are signed with."}
    )
    url: str = field(
        default="http://127.0.0.1:8001", metadata={"help": "Where browsers reach the sandbox."}
    )
    key_id: str = field(default="batua", metadata={"help": "Name of the merchant's API key."})
    webhooks_url: str = field(
        default="http://127.0.0.1:8000/api/v1/webhooks",
        metadata={"help": "Where the stand-ins call back to; the provider's name is added."},
    )
    twilio_account: str = field(
        default="AC" + "5a" * 16, metadata={"help": "Account of the played Twilio."}
    )
    whatsapp_number: str = field(
        default="106540352242922", metadata={"help": "Id of the number at the played WhatsApp."}
    )
    whatsapp_callback_url: str = field(
        default="http://127.0.0.1:8000/api/v1/channels/whatsapp",
        metadata={"help": "Where the played WhatsApp calls back to, unless it is told otherwise."},
    )
    moment_ms: int = field(
        default=1500, metadata={"help": "How long payouts and refunds take to succeed."}
    )
    tick_ms: int = field(default=200, metadata={"help": "How often due things are looked for."})
    resend_ms: int = field(
        default=1000, metadata={"help": "First wait before a callback is sent again; it doubles."}
    )

    @property
    def keys(self) -> Keys:
        """The secrets shared with the merchant."""
        return Keys(self.key_id, self.key_secret, self.webhook_secret)
