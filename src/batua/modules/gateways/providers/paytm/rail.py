"""Paytm's rail, put together."""

from typing import Final

from batua.kit.outside import Outside, Peer
from batua.kit.settings import SettingsError
from batua.modules.gateways.providers import signing
from batua.modules.gateways.providers.paytm.api import Api
from batua.modules.gateways.providers.paytm.callback import reader
from batua.modules.gateways.providers.paytm.checkout import PaymentPages
from batua.modules.gateways.providers.paytm.checksum import KEY_LENGTHS
from batua.modules.gateways.providers.paytm.refund import OrderRefunds
from batua.modules.gateways.providers.paytm.settings import PaytmSettings
from batua.modules.gateways.providers.paytm.settling import settling
from batua.modules.gateways.providers.rail import Connector, Rail


def connect(settings: PaytmSettings) -> Rail | None:
    """The rail; None without a merchant id, and SettingsError when anything else is missing."""
    if not settings.merchant_id:
        return None
    keys = signing.keys_of(settings.merchant_key, settings.merchant_key_previous)
    for key in keys.values():
        if len(key) not in KEY_LENGTHS:
            raise SettingsError(
                "BATUA_GATEWAYS_PAYTM_MERCHANT_KEY has 16, 24 or 32 characters, as Paytm gave it."
            )
    if not settings.pages_url:
        raise SettingsError("BATUA_GATEWAYS_PAYTM_PAGES_URL is not set.")
    peer = Peer(name="paytm", base_url=settings.url, secrets=(settings.merchant_key,))
    outside = Outside(peer, settings.limits)
    api = Api(outside, settings.merchant_id, keys["current"])
    pages = PaymentPages(api, settings.website, settings.url.rstrip("/"), settings.pages_url)
    return Rail(
        outside=outside,
        currencies=frozenset(settings.currencies),
        checkout=pages,
        our_page=pages.page,
        refund=OrderRefunds(pages),
        reader=reader(keys),
        settling=settling(api),
    )


RAIL: Final = Connector(PaytmSettings, connect)
