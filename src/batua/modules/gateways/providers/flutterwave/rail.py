"""Flutterwave's rail, put together."""

from typing import Final

from batua.kit.outside import Outside, Peer
from batua.kit.settings import SettingsError
from batua.modules.gateways.providers import signing
from batua.modules.gateways.providers.flutterwave import api as calls
from batua.modules.gateways.providers.flutterwave.callback import HEADERS, reader
from batua.modules.gateways.providers.flutterwave.checkout import Payments
from batua.modules.gateways.providers.flutterwave.payout import BankTransfers
from batua.modules.gateways.providers.flutterwave.refund import PaymentRefunds
from batua.modules.gateways.providers.flutterwave.settings import FlutterwaveSettings
from batua.modules.gateways.providers.flutterwave.settling import settling
from batua.modules.gateways.providers.flutterwave.wire import PAYS_OUT
from batua.modules.gateways.providers.rail import Connector, Rail


def connect(settings: FlutterwaveSettings) -> Rail | None:
    """The rail; None without a secret key, and SettingsError without the hash of callbacks."""
    if not settings.secret_key:
        return None
    if not settings.secret_hash:
        raise SettingsError("BATUA_GATEWAYS_FLUTTERWAVE_SECRET_HASH is not set.")
    if settings.callbacks not in HEADERS:
        raise SettingsError("BATUA_GATEWAYS_FLUTTERWAVE_CALLBACKS is v3, v4 or v4-plain.")
    peer = Peer(
        name="flutterwave",
        base_url=settings.url,
        headers={"authorization": f"Bearer {settings.secret_key}"},
        secrets=(settings.secret_key, settings.secret_hash),
    )
    outside = Outside(peer, settings.limits)
    api = calls.api(outside)
    keys = signing.keys_of(settings.secret_hash, settings.secret_hash_previous)
    return Rail(
        outside=outside,
        currencies=frozenset(settings.currencies),
        pays_out=PAYS_OUT,
        checkout=Payments(api, settings.contact_email),
        refund=PaymentRefunds(api),
        payout=BankTransfers(api),
        reader=reader(keys, settings.callbacks),
        settling=settling(api),
    )


RAIL: Final = Connector(FlutterwaveSettings, connect)
