"""What Razorpay's rail is told."""

from dataclasses import dataclass, field
from typing import ClassVar

from batua.kit.settings import register
from batua.modules.gateways.providers.connection import RailSettings


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class RazorpaySettings(RailSettings):
    """Keys of Razorpay; without a key id it is not connected."""

    ENV_PREFIX: ClassVar[str] = "BATUA_GATEWAYS_RAZORPAY_"
    url: str = field(
        default="https://api.razorpay.com", metadata={"help": "Address of Razorpay's API."}
    )
    key_id: str = field(default="", metadata={"help": "Key id; empty: not connected."})
    key_secret: str = field(default="", repr=False, metadata={"help": "Key secret."})
    webhook_secret: str = field(
        default="", repr=False, metadata={"help": "Secret of the webhook in the dashboard."}
    )
    webhook_secret_previous: str = field(
        default="", repr=False, metadata={"help": "The secret before, while it is being changed."}
    )
    payout_account: str = field(
        default="",
        repr=False,
        metadata={"help": "RazorpayX account that payouts come from; empty: no payouts."},
    )
    currencies: tuple[str, ...] = field(
        default=("INR",), metadata={"help": "Currencies that go this way; empty: all it knows."}
    )
