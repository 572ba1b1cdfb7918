"""What Paystack's rail is told."""

from dataclasses import dataclass, field
from typing import ClassVar

from batua.kit.settings import register
from batua.modules.gateways.providers.connection import RailSettings


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class PaystackSettings(RailSettings):
    """Keys of Paystack; without a secret key it is not connected."""

    ENV_PREFIX: ClassVar[str] = "BATUA_GATEWAYS_PAYSTACK_"
    url: str = field(
        default="https://api.paystack.co", metadata={"help": "Address of Paystack's API."}
    )
    secret_key: str = field(
        default="",
        repr=False,
        metadata={"help": "Secret key, by which callbacks are signed too; empty: not connected."},
    )
    secret_key_previous: str = field(
        default="", repr=False, metadata={"help": "The key before, while it is being changed."}
    )
    contact_email: str = field(
        default="payments@example.com",
        metadata={"help": "Address that Paystack sends its receipts to: ours, not the payer's."},
    )
    currencies: tuple[str, ...] = field(
        default=("NGN", "GHS", "KES", "ZAR", "USD"),
        metadata={"help": "Currencies that go this way; Paystack knows these five."},
    )
