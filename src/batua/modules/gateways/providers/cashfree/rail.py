"""Cashfree's rail, put together."""

from typing import Final

from batua.kit.outside import Outside, Peer
from batua.kit.settings import SettingsError
from batua.modules.gateways.providers import signing
from batua.modules.gateways.providers.cashfree.api import PAYOUT_VERSION, VERSION, Api
from batua.modules.gateways.providers.cashfree.callback import reader
from batua.modules.gateways.providers.cashfree.checkout import PaymentLinks
from batua.modules.gateways.providers.cashfree.payout import BankTransfers
from batua.modules.gateways.providers.cashfree.refund import LinkRefunds
from batua.modules.gateways.providers.cashfree.settings import CashfreeSettings
from batua.modules.gateways.providers.cashfree.settling import settling
from batua.modules.gateways.providers.rail import Connector, Rail


def connect(settings: CashfreeSettings) -> Rail | None:
    """The rail; None without a client id, and SettingsError when a secret is missing."""
    if not settings.client_id:
        return None
    if not settings.client_secret:
        raise SettingsError("BATUA_GATEWAYS_CASHFREE_CLIENT_SECRET is not set.")
    if settings.payout_client_id and not settings.payout_client_secret:
        raise SettingsError("BATUA_GATEWAYS_CASHFREE_PAYOUT_CLIENT_SECRET is not set.")
    secrets = (settings.client_secret, settings.payout_client_secret)
    peer = Peer(name="cashfree", base_url=settings.url, secrets=secrets)
    outside = Outside(peer, settings.limits)
    gateway = Api.product(outside, "/pg", VERSION, (settings.client_id, settings.client_secret))
    rings = [signing.keys_of(settings.client_secret, settings.client_secret_previous)]
    payout = None
    if settings.payout_client_id:
        keys = (settings.payout_client_id, settings.payout_client_secret)
        payout = BankTransfers(Api.product(outside, "/payout", PAYOUT_VERSION, keys))
        rings.append(signing.keys_of(settings.payout_client_secret))
    return Rail(
        outside=outside,
        currencies=frozenset(settings.currencies),
        checkout=PaymentLinks(gateway, settings.contact_phone, settings.callback_url),
        refund=LinkRefunds(gateway),
        payout=payout,
        reader=reader(rings),
        settling=settling(gateway),
    )


RAIL: Final = Connector(CashfreeSettings, connect)
