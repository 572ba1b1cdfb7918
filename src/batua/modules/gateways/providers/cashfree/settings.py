"""What Cashfree's rail is told."""

from dataclasses import dataclass, field
from typing import ClassVar

from batua.kit.settings import register
from batua.modules.gateways.providers.connection import RailSettings


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class CashfreeSettings(RailSettings):
    """Keys of Cashfree; without a client id it is not connected."""

    ENV_PREFIX: ClassVar[str] = "BATUA_GATEWAYS_CASHFREE_"
    url: str = field(
        default="https://api.cashfree.com",
        metadata={"help": "Address of Cashfree's APIs; its test mode has one of its own."},
    )
    client_id: str = field(
        default="", metadata={"help": "Client id of the payment gateway; empty: not connected."}
    )
    client_secret: str = field(
        default="", repr=False, metadata={"help": "Client secret; callbacks are signed with it."}
    )
    client_secret_previous: str = field(
        default="", repr=False, metadata={"help": "The secret before, while it is being changed."}
    )
    payout_client_id: str = field(
        default="", metadata={"help": "Client id of payouts; empty: no payouts."}
    )
    payout_client_secret: str = field(
        default="", repr=False, metadata={"help": "Client secret of payouts."}
    )
    contact_phone: str = field(
        default="9999999999",
        metadata={"help": "Ten digits that links name as the customer's: ours, not the payer's."},
    )
    callback_url: str = field(
        default="", metadata={"help": "Where links call back to; empty: as in the dashboard."}
    )
    currencies: tuple[str, ...] = field(
        default=("INR",), metadata={"help": "Currencies that go this way; empty: all it knows."}
    )
