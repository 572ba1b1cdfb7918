"""What Stripe's rail is told."""

from dataclasses import dataclass, field
from typing import ClassVar

from batua.kit.settings import register
from batua.modules.gateways.providers.connection import RailSettings


@register
@dataclass(frozen=True, slots=True, kw_only=True)
class StripeSettings(RailSettings):
    """Keys of Stripe; without a secret key it is not connected."""

    ENV_PREFIX: ClassVar[str] = "BATUA_GATEWAYS_STRIPE_"
    url: str = field(
        default="https://api.stripe.com", metadata={"help": "Address of Stripe's API."}
    )
    secret_key: str = field(
        default="", repr=False, metadata={"help": "sk_… or rk_…; empty: not connected."}
    )
    webhook_secret: str = field(
        default="", repr=False, metadata={"help": "whsec_… of the webhook endpoint."}
    )
    webhook_secret_previous: str = field(
        default="", repr=False, metadata={"help": "The secret before, while it is being changed."}
    )
    version: str = field(
        default="2023-08-16", metadata={"help": "Version of the API that answers are asked in."}
    )
