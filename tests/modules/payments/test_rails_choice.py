"""Which provider new money takes: the first that offers the way and the currency."""

import pytest

from batua.kit.money import Currency
from batua.kit.secrets import KeyRing
from batua.modules.gateways.providers.razorpay.rail import connect as razorpay
from batua.modules.gateways.providers.razorpay.settings import RazorpaySettings
from batua.modules.gateways.providers.stripe.rail import connect as stripe
from batua.modules.gateways.providers.stripe.settings import StripeSettings
from batua.modules.gateways.types import Direction, Rails
from batua.modules.payments.errors import NoRail
from batua.modules.payments.service.rails import books

STRIPE = StripeSettings(secret_key="sk", webhook_secret="whsec_x")
RAZORPAY = RazorpaySettings(key_id="k", key_secret="s", webhook_secret="w", payout_account="1")


@pytest.fixture
def rails(keys: KeyRing) -> Rails:
    found = {"stripe": stripe(STRIPE), "razorpay": razorpay(RAZORPAY)}
    return Rails(providers=found, settlements={}, keys=keys)


@pytest.mark.parametrize(
    ("direction", "currency", "provider"),
    [
        (Direction.IN, "INR", "stripe"),
        (Direction.IN, "USD", "stripe"),
        (Direction.OUT, "INR", "razorpay"),
    ],
)
def test_the_first_that_offers_it_takes_it(rails, direction, currency, provider):
    assert books.provider_for(rails, direction, Currency(currency)) == provider


def test_what_nobody_offers_is_refused(rails, keys):
    with pytest.raises(NoRail):
        books.provider_for(rails, Direction.OUT, Currency("USD"))
    with pytest.raises(NoRail):
        books.provider_for(Rails({}, {}, keys), Direction.IN, Currency("INR"))
