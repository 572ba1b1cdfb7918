"""PayPal's rail, put together."""

from typing import Final

from batua.kit.outside import Outside, Peer
from batua.kit.settings import SettingsError
from batua.modules.gateways.providers.paypal.api import Api
from batua.modules.gateways.providers.paypal.callback import Certificates, CertifiedReader
from batua.modules.gateways.providers.paypal.checkout import Orders
from batua.modules.gateways.providers.paypal.refund import CaptureRefunds
from batua.modules.gateways.providers.paypal.settings import PaypalSettings
from batua.modules.gateways.providers.paypal.settling import settling
from batua.modules.gateways.providers.rail import Connector, Rail


def connect(settings: PaypalSettings) -> Rail | None:
    """The rail; None without a client id, and SettingsError when something else is missing."""
    if not settings.client_id:
        return None
    for name in ("client_secret", "webhook_id"):
        if not getattr(settings, name):
            raise SettingsError(f"{settings.ENV_PREFIX}{name.upper()} is not set.")
    peer = Peer(name="paypal", base_url=settings.url, secrets=(settings.client_secret,))
    outside = Outside(peer, settings.limits)
    api = Api.of(outside, settings.client_id, settings.client_secret)
    return Rail(
        outside=outside,
        currencies=frozenset(settings.currencies),
        checkout=Orders(api),
        refund=CaptureRefunds(api),
        reader=CertifiedReader(Certificates(outside), settings.webhook_id),
        settling=settling(api),
    )


RAIL: Final = Connector(PaypalSettings, connect)
