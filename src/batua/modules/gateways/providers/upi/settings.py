"""What the rail of UPI is told."""

from dataclasses import dataclass, field
from typing import ClassVar

from batua.kit.settings import register
from batua.modules.gateways.providers.connection import RailSettings


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class UpiSettings(RailSettings):
    """Who is paid by UPI, and the acquirer that confirms it; without one it is not connected."""

    ENV_PREFIX: ClassVar[str] = "BATUA_GATEWAYS_UPI_"
    url: str = field(
        default="", metadata={"help": "Address of the acquirer's bridge; empty: not connected."}
    )
    key: str = field(default="", repr=False, metadata={"help": "Key that the bridge asks for."})
    webhook_secret: str = field(
        default="", repr=False, metadata={"help": "whsec_… that the bridge signs callbacks with."}
    )
    webhook_secret_previous: str = field(
        default="", repr=False, metadata={"help": "The secret before, while it is being changed."}
    )
    vpa: str = field(
        default="", metadata={"help": "Who is paid, such as batua@bank; the acquirer's account."}
    )
    name: str = field(default="Batua", metadata={"help": "Name that payment apps show."})
    city: str = field(default="Delhi", metadata={"help": "City that Bharat QR codes name."})
    category: str = field(
        default="6540", metadata={"help": "Merchant category code of four digits."}
    )
    code: str = field(
        default="upi",
        metadata={"help": "What codes hold: upi for an address upi://pay, bharat for Bharat QR."},
    )
    signing_key: str = field(
        default="",
        repr=False,
        metadata={
            "help": "Private key in PEM (ECDSA P-256 or RSA) that signs addresses; empty: none.",
            "has_lines": True,
        },
    )
    pages_url: str = field(
        default="",
        metadata={
            "help": "Where payers reach our checkout pages, such as"
            " https://batua.example/api/v1/checkouts"
        },
    )
    currencies: tuple[str, ...] = field(
        default=("INR",), metadata={"help": "Currencies that go this way: UPI moves rupees."}
    )
