"""Paystack's rail, put together."""

from typing import Final

from batua.kit.outside import Outside, Peer
from batua.modules.gateways.providers import signing
from batua.modules.gateways.providers.paystack import api as calls
from batua.modules.gateways.providers.paystack.callback import reader
from batua.modules.gateways.providers.paystack.checkout import Transactions
from batua.modules.gateways.providers.paystack.payout import BankTransfers
from batua.modules.gateways.providers.paystack.refund import TransactionRefunds
from batua.modules.gateways.providers.paystack.settings import PaystackSettings
from batua.modules.gateways.providers.paystack.settling import settling
from batua.modules.gateways.providers.paystack.wire import RECIPIENTS
from batua.modules.gateways.providers.rail import Connector, Rail


def connect(settings: PaystackSettings) -> Rail | None:
    """The rail; None without a secret key."""
    if not settings.secret_key:
        return None
    peer = Peer(
        name="paystack",
        base_url=settings.url,
        headers={"authorization": f"Bearer {settings.secret_key}"},
        secrets=(settings.secret_key,),
    )
    outside = Outside(peer, settings.limits)
    api = calls.api(outside)
    return Rail(
        outside=outside,
        currencies=frozenset(settings.currencies),
        pays_out=frozenset(RECIPIENTS),
        checkout=Transactions(api, settings.contact_email),
        refund=TransactionRefunds(api),
        payout=BankTransfers(api),
        reader=reader(signing.keys_of(settings.secret_key, settings.secret_key_previous)),
        settling=settling(api),
    )


RAIL: Final = Connector(PaystackSettings, connect)
