"""Every rail that can be connected, one line each; docs/adding-a-provider.md shows how."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Final

from batua.kit.connections import Spec
from batua.kit.settings import SettingsError, load, register
from batua.modules.gateways.providers.cashfree.rail import RAIL as CASHFREE
from batua.modules.gateways.providers.flutterwave.rail import RAIL as FLUTTERWAVE
from batua.modules.gateways.providers.paypal.rail import RAIL as PAYPAL
from batua.modules.gateways.providers.paystack.rail import RAIL as PAYSTACK
from batua.modules.gateways.providers.paytm.rail import RAIL as PAYTM
from batua.modules.gateways.providers.rail import Connector, Rail
from batua.modules.gateways.providers.razorpay.rail import RAIL as RAZORPAY
from batua.modules.gateways.providers.stripe.rail import RAIL as STRIPE
from batua.modules.gateways.providers.upi.rail import RAIL as UPI

RAILS: Final[Mapping[str, Connector]] = {
    "razorpay": RAZORPAY,
    "stripe": STRIPE,
    "cashfree": CASHFREE,
    "paystack": PAYSTACK,
    "flutterwave": FLUTTERWAVE,
    "paypal": PAYPAL,
    "paytm": PAYTM,
    "upi": UPI,
}


@register
@dataclass(frozen=True, slots=True)
class RoutingSettings:
    """Which rail is asked first."""

    ENV_PREFIX: ClassVar[str] = "BATUA_GATEWAYS_"
    order: tuple[str, ...] = field(
        default=(),
        metadata={"help": "Providers in the order in which money takes them, such as stripe."},
    )


def specs() -> list[Spec]:
    """How each is connected, and where it calls back to."""
    return [
        Spec(name, "gateways", one.settings, one.connect, (f"/api/v1/webhooks/{name}",))
        for name, one in RAILS.items()
    ]


def connected() -> dict[str, Rail]:
    """Every rail whose keys are set, by name; refuses SettingsError."""
    found = {name: one.connect(load(one.settings)) for name, one in RAILS.items()}
    return {name: rail for name, rail in found.items() if rail is not None}


def first(order: tuple[str, ...], names: list[str]) -> list[str]:
    """The names with those of `order` first; refuses SettingsError for one that is not there."""
    missing = [name for name in order if name not in names]
    if missing:
        raise SettingsError(f"BATUA_GATEWAYS_ORDER names {missing[0]}, which is not connected.")
    return [*order, *(name for name in names if name not in order)]
