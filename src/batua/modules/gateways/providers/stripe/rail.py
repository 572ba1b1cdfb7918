"""Stripe's rail, put together."""

from typing import Final

from batua.kit.outside import Outside, Peer
from batua.kit.settings import SettingsError
from batua.modules.gateways.providers import signing
from batua.modules.gateways.providers.rail import Connector, Rail
from batua.modules.gateways.providers.stripe.api import Api
from batua.modules.gateways.providers.stripe.callback import reader
from batua.modules.gateways.providers.stripe.checkout import CheckoutSessions
from batua.modules.gateways.providers.stripe.refund import SessionRefunds
from batua.modules.gateways.providers.stripe.settings import StripeSettings
from batua.modules.gateways.providers.stripe.settling import settling


def connect(settings: StripeSettings) -> Rail | None:
    """The rail; None without a key, and SettingsError when the webhook's secret is missing."""
    if not settings.secret_key:
        return None
    if not settings.webhook_secret:
        raise SettingsError("BATUA_GATEWAYS_STRIPE_WEBHOOK_SECRET is not set.")
    peer = Peer(
        name="stripe",
        base_url=settings.url,
        headers={
            "authorization": f"Bearer {settings.secret_key}",
            "stripe-version": settings.version,
        },
        secrets=(settings.secret_key, settings.webhook_secret),
    )
    outside = Outside(peer, settings.limits)
    api = Api(outside)
    return Rail(
        outside=outside,
        currencies=frozenset(settings.currencies),
        checkout=CheckoutSessions(api),
        refund=SessionRefunds(api),
        reader=reader(signing.keys_of(settings.webhook_secret, settings.webhook_secret_previous)),
        settling=settling(api),
    )


RAIL: Final = Connector(StripeSettings, connect)
