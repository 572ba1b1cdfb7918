"""The rail of UPI, put together."""

from typing import Final

from batua.kit.outside import Answer, Outside, Peer
from batua.kit.settings import SettingsError
from batua.kit.signing_keys import SigningKey
from batua.modules.gateways.providers import standard_webhooks
from batua.modules.gateways.providers.json_api import JsonApi
from batua.modules.gateways.providers.rail import Connector, Rail, Unreadable
from batua.modules.gateways.providers.upi.callback import reader
from batua.modules.gateways.providers.upi.codes import Payee
from batua.modules.gateways.providers.upi.collect import Collects
from batua.modules.gateways.providers.upi.refund import CollectRefunds
from batua.modules.gateways.providers.upi.settings import UpiSettings
from batua.modules.gateways.providers.upi.settling import settling
from batua.modules.gateways.providers.upi.wire import Problem

CODES: Final = frozenset({"upi", "bharat"})


def connect(settings: UpiSettings) -> Rail | None:
    """The rail; None without an acquirer, and SettingsError when anything else is missing."""
    if not settings.url:
        return None
    for name in ("key", "webhook_secret", "vpa", "pages_url"):
        if not getattr(settings, name):
            raise SettingsError(f"BATUA_GATEWAYS_UPI_{name.upper()} is not set.")
    if settings.code not in CODES:
        raise SettingsError("BATUA_GATEWAYS_UPI_CODE is upi or bharat.")
    peer = Peer(
        name="upi",
        base_url=settings.url,
        headers={"authorization": f"Bearer {settings.key}"},
        secrets=(settings.key, settings.webhook_secret),
    )
    outside = Outside(peer, settings.limits)
    api = JsonApi(outside, _problem)
    collects = Collects(
        api,
        _payee(settings),
        settings.pages_url,
        is_bharat=settings.code == "bharat",
        signer=_signer(settings.signing_key),
    )
    keys = {"current": standard_webhooks.read_secret(settings.webhook_secret)}
    if settings.webhook_secret_previous:
        keys["previous"] = standard_webhooks.read_secret(settings.webhook_secret_previous)
    return Rail(
        outside=outside,
        currencies=frozenset(settings.currencies),
        checkout=collects,
        our_page=collects.page,
        refund=CollectRefunds(api),
        reader=reader(keys),
        settling=settling(api),
    )


def _payee(settings: UpiSettings) -> Payee:
    try:
        return Payee(settings.vpa, settings.name, settings.city, settings.category)
    except ValueError as error:
        raise SettingsError(
            "BATUA_GATEWAYS_UPI_VPA, _NAME, _CITY and _CATEGORY do not name a payee."
        ) from error


def _signer(pem: str) -> SigningKey | None:
    if not pem:
        return None
    found = SigningKey.read(pem.replace("\\n", "\n").encode())
    if found is None:
        raise SettingsError("BATUA_GATEWAYS_UPI_SIGNING_KEY is no private key of ECDSA or RSA.")
    return found


def _problem(answer: Answer) -> str:
    found = answer.read(Problem)
    if found is None:
        raise Unreadable(f"answer {answer.status}")
    return found.code


RAIL: Final = Connector(UpiSettings, connect)
