"""Razorpay's rail, put together."""

from typing import Final

from batua.kit.outside import Outside, Peer
from batua.kit.settings import SettingsError
from batua.modules.gateways.providers import signing
from batua.modules.gateways.providers.rail import Connector, Rail
from batua.modules.gateways.providers.razorpay.api import Api
from batua.modules.gateways.providers.razorpay.callback import reader
from batua.modules.gateways.providers.razorpay.checkout import PaymentLinks
from batua.modules.gateways.providers.razorpay.payout import BankPayouts
from batua.modules.gateways.providers.razorpay.refund import LinkRefunds
from batua.modules.gateways.providers.razorpay.settings import RazorpaySettings
from batua.modules.gateways.providers.razorpay.settling import settling


def connect(settings: RazorpaySettings) -> Rail | None:
    """The rail; None without a key id, and SettingsError when a secret is missing."""
    if not settings.key_id:
        return None
    for name in ("key_secret", "webhook_secret"):
        if not getattr(settings, name):
            raise SettingsError(f"{settings.ENV_PREFIX}{name.upper()} is not set.")
    peer = Peer(
        name="razorpay",
        base_url=settings.url,
        auth=(settings.key_id, settings.key_secret),
        secrets=(settings.key_secret, settings.webhook_secret),
    )
    outside = Outside(peer, settings.limits)
    api = Api(outside)
    return Rail(
        outside=outside,
        currencies=frozenset(settings.currencies),
        checkout=PaymentLinks(api),
        refund=LinkRefunds(api),
        payout=BankPayouts(api, settings.payout_account) if settings.payout_account else None,
        reader=reader(signing.keys_of(settings.webhook_secret, settings.webhook_secret_previous)),
        settling=settling(api),
    )


RAIL: Final = Connector(RazorpaySettings, connect)
