"""What PayPal's rail is told."""

from dataclasses import dataclass, field
from typing import ClassVar

from batua.kit.settings import register
from batua.modules.gateways.providers.connection import RailSettings


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class PaypalSettings(RailSettings):
    """Keys of PayPal; without a client id it is not connected."""

    ENV_PREFIX: ClassVar[str] = "BATUA_GATEWAYS_PAYPAL_"
    url: str = field(
        default="https://api-m.paypal.com",
        metadata={"help": "Address of PayPal's API; certificates of callbacks come from it too."},
    )
    client_id: str = field(default="", metadata={"help": "Client id; empty: not connected."})
    client_secret: str = field(default="", repr=False, metadata={"help": "Client secret."})
    webhook_id: str = field(
        default="", metadata={"help": "Id of the webhook in the dashboard, which is signed too."}
    )
    currencies: tuple[str, ...] = field(
        default=(
            *("AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "ILS"),
            *("JPY", "MXN", "MYR", "NOK", "NZD", "PHP", "PLN", "SEK", "SGD", "THB", "TWD", "USD"),
        ),
        metadata={"help": "Currencies that go this way; empty: all it knows."},
    )
