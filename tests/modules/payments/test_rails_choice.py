"""Which provider new money of a person takes: by the rules of the house, or the first that can."""

from typing import Any

import pytest
from tests.modules.payments.given import Someone, inr, usd

from batua.kit.db import Database
from batua.kit.money import Money
from batua.kit.secrets import KeyRing
from batua.modules.gateways import service as gateways
from batua.modules.gateways.providers.razorpay.rail import connect as razorpay
from batua.modules.gateways.providers.razorpay.settings import RazorpaySettings
from batua.modules.gateways.providers.stripe.rail import connect as stripe
from batua.modules.gateways.providers.stripe.settings import StripeSettings
from batua.modules.gateways.types import Direction, Rails
from batua.modules.gateways.types.routing import RouteRule, Routing
from batua.modules.payments.errors import NoRail
from batua.modules.payments.service.rails import books

STRIPE = StripeSettings(secret_key="sk", webhook_secret="whsec_x")
RAZORPAY = RazorpaySettings(key_id="k", key_secret="s", webhook_secret="w", payout_account="1")


@pytest.fixture
def rails(keys: KeyRing) -> Rails:
    found = {"stripe": stripe(STRIPE), "razorpay": razorpay(RAZORPAY)}
    return Rails(providers={n: one for n, one in found.items() if one}, settlements={}, keys=keys)


async def taken(db: Database, rails: Rails, way: Direction, amount: Money, who: Someone) -> str:
    async with db.transaction() as tx:
        return (await books.way_of(tx, rails, way, amount, who.id))[0]


@pytest.mark.parametrize(
    ("direction", "amount", "provider"),
    [
        (Direction.IN, inr(5_00), "stripe"),
        (Direction.IN, usd(5_00), "stripe"),
        (Direction.OUT, inr(5_00), "razorpay"),
    ],
)
async def test_without_rules_the_first_that_offers_it_takes_it(
    db: Database, rails: Rails, asha: Someone, direction: Direction, amount: Money, provider: str
) -> None:
    assert await taken(db, rails, direction, amount, asha) == provider


async def test_what_nobody_offers_is_refused(
    db: Database, rails: Rails, keys: KeyRing, asha: Someone
) -> None:
    with pytest.raises(NoRail):
        await taken(db, rails, Direction.OUT, usd(5_00), asha)
    with pytest.raises(NoRail):
        await taken(db, Rails({}, {}, keys), Direction.IN, inr(5_00), asha)


async def test_the_country_of_her_number_finds_its_rule(
    db: Database, rails: Rails, asha: Someone
) -> None:
    async def rule(**about: Any) -> None:
        wanted = Routing(rules=[RouteRule(name="here", providers=["razorpay"], **about)])
        async with db.transaction() as tx:
            now = await gateways.routing(tx)
            await gateways.keep_routing(tx, asha.id, now.version, wanted)

    await rule(country="NG")
    assert await taken(db, rails, Direction.IN, inr(5_00), asha) == "stripe"
    await rule(country="IN")
    assert await taken(db, rails, Direction.IN, inr(5_00), asha) == "razorpay"
    with pytest.raises(NoRail):  # those whom the rule does not name take nothing
        await taken(db, rails, Direction.IN, usd(5_00), asha)
