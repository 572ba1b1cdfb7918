"""Money is added by three rails, as the rules say; one is out of reach, and the next goes on with it."""

import asyncio
from typing import Any

from playwright.async_api import expect
from tests import given
from tests.given import Member
from tests.journeys.conftest import Visit
from tests.journeys.steps import reveal_balance
from tests.journeys.visitor import Variant, Visitor
from tests.journeys.words import exactly, rupees
from tests.system import System

# Each for one amount that no other journey moves.
RULES = {
    6411: ["razorpay"],
    6412: ["stripe"],
    6413: ["cashfree", "sandbox"],
}


async def test_money_is_added_by_three_rails_and_one_goes_on_to_the_next(
    system: System, visit: Visit
) -> None:
    member, officer = await given.members(system, ("Asha Devi", "Bina Kumari"))
    run = await asyncio.to_thread(system.run, "roles", officer.phone, "person", "admin")
    assert run.returncode == 0, run.stderr
    await keep(officer, [rule(whole, by) for whole, by in RULES.items()])
    asha = await visit(member, Variant("en", "phone"))
    try:
        for whole in RULES:
            await add(asha, whole)
    finally:
        await keep(officer, [])
    assert await member.balance() == sum(RULES) * 100
    await asha.press("rails:home")
    await reveal_balance(asha, sum(RULES))

    ways = {}
    for payment in (await member.get("/payments"))["items"]:
        tried = (await officer.get("/gateways/attempts", about=payment["id"]))["items"]
        whole = payment["amount"]["minor"] // 100
        ways[whole] = [(each["provider"], each["state"]) for each in reversed(tried)]
    assert ways == {
        6411: [("razorpay", "succeeded")],
        6412: [("stripe", "succeeded")],
        6413: [("cashfree", "failed"), ("sandbox", "succeeded")],
    }


def rule(whole: int, providers: list[str]) -> dict[str, Any]:
    """For this amount alone."""
    return {
        "name": f"{whole}",
        "direction": "in",
        "currency": "INR",
        "from_minor": whole * 100,
        "below_minor": whole * 100 + 1,
        "providers": providers,
    }


async def keep(officer: Member, rules: list[dict[str, Any]]) -> None:
    """Put these rules in the place of those in force."""
    version = (await officer.get("/gateways/routing"))["version"]
    body = {"version": version, "rules": rules, "costs": []}
    given.done(await officer.ask("PUT", "/gateways/routing", json=body))


async def add(asha: Visitor, whole: int) -> None:
    """From the amount to the money in the wallet."""
    await asha.go("/add-money")
    await asha.type_amount("rails:add.label", str(whole))
    await asha.press("rails:add.submit", amount=rupees(whole))
    pay = asha.page.get_by_role("button", name=f"Pay {exactly(whole)}")
    await expect(pay).to_be_visible()
    await pay.click()
    await asha.reads("rails:top_up.succeeded")
