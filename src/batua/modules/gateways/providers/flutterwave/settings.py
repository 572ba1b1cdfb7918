"""What Flutterwave's rail is told."""

from dataclasses import dataclass, field
from typing import ClassVar

from batua.kit.settings import register
from batua.modules.gateways.providers.connection import RailSettings


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class FlutterwaveSettings(RailSettings):
    """Keys of Flutterwave; without a secret key it is not connected."""

    ENV_PREFIX: ClassVar[str] = "BATUA_GATEWAYS_FLUTTERWAVE_"
    url: str = field(
        default="https://api.flutterwave.com", metadata={"help": "Address of Flutterwave's API."}
    )
    secret_key: str = field(
        default="", repr=False, metadata={"help": "Secret key; empty: not connected."}
    )
    secret_hash: str = field(
        default="", repr=False, metadata={"help": "Secret hash of the webhook in the dashboard."}
    )
    secret_hash_previous: str = field(
        default="", repr=False, metadata={"help": "The hash before, while it is being changed."}
    )
    callbacks: str = field(
        default="v3",
        metadata={
            "help": "How callbacks prove themselves: v3 shows the hash, v4 signs with it,"
            " v4-plain shows it in the header of v4."
        },
    )
    contact_email: str = field(
        default="payments@example.com",
        metadata={"help": "Address that receipts are sent to: ours, not the payer's."},
    )
    currencies: tuple[str, ...] = field(
        default=(
            *("NGN", "GHS", "KES", "UGX", "TZS", "RWF", "ZAR", "XAF", "XOF", "ZMW", "MWK"),
            *("USD", "EUR", "GBP"),
        ),
        metadata={"help": "Currencies that go this way; empty: all it knows."},
    )
