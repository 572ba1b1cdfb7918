"""What Paytm's rail is told."""

from dataclasses import dataclass, field
from typing import ClassVar

from batua.kit.settings import register
from batua.modules.gateways.providers.connection import RailSettings


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class PaytmSettings(RailSettings):
    """Keys of Paytm; without a merchant id it is not connected."""

    ENV_PREFIX: ClassVar[str] = "BATUA_GATEWAYS_PAYTM_"
    url: str = field(
        default="https://secure.paytmpayments.com",
        metadata={"help": "Address of Paytm's API; its staging has one of its own."},
    )
    merchant_id: str = field(default="", metadata={"help": "Merchant id; empty: not connected."})
    merchant_key: str = field(
        default="",
        repr=False,
        metadata={"help": "Merchant key of 16, 24 or 32 characters; signs both ways."},
    )
    merchant_key_previous: str = field(
        default="", repr=False, metadata={"help": "The key before, while it is being changed."}
    )
    website: str = field(
        default="DEFAULT", metadata={"help": "Website name, as Paytm gave it to the merchant."}
    )
    pages_url: str = field(
        default="",
        metadata={
            "help": "Where payers reach our checkout pages, such as"
            " https://batua.example/api/v1/checkouts"
        },
    )
    currencies: tuple[str, ...] = field(
        default=("INR",), metadata={"help": "Currencies that go this way: Paytm moves rupees."}
    )
