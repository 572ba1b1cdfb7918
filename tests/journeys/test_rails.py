"""Money from outside and to a bank: paid, declined, left open, asked about, sent and failed."""

from playwright.async_api import expect
from tests import given
from tests.journeys.conftest import Visit
from tests.journeys.steps import reveal_balance
from tests.journeys.visitor import Variant, Visitor
from tests.journeys.words import exactly, rupees
from tests.system import System

ACCOUNT = "50100123456789"
IFSC = "HDFC0000001"


async def to_checkout(asha: Visitor, whole: int) -> None:
    """As far as the provider's page."""
    await asha.go("/add-money")
    await asha.type_amount("rails:add.label", str(whole))
    await asha.press("rails:add.submit", amount=rupees(whole))
    await expect(asha.page.get_by_role("button", name="Decline the payment")).to_be_visible()


async def test_a_checkout_is_declined_or_left_and_asked_about(system: System, visit: Visit) -> None:
    member = await given.member(system, "आशा देवी", language="hi")
    asha = await visit(member, Variant("hi", "phone"))
    await to_checkout(asha, 300)
    await asha.page.get_by_role("button", name="Decline the payment").click()
    await asha.reads("rails:top_up.failed")
    await asha.look("top-up-failed")
    assert await member.balance() == 0

    await asha.press("rails:top_up.again")
    await to_checkout(asha, 450)
    await asha.page.get_by_role("button", name="Go back without paying").click()
    await asha.reads("rails:top_up.pending")
    await asha.press("rails:top_up.ask")
    await asha.reads("rails:top_up.not_yet")
    await asha.look("top-up-pending")
    back = asha.link("rails:top_up.pay_page")
    await back.click()
    await asha.page.get_by_text("For testers").click()
    await asha.page.get_by_label("Never call back").check()
    await asha.look("checkout-for-testers")
    await asha.page.get_by_role("button", name=f"Pay {exactly(450)}").click()
    await asha.reads("rails:top_up.pending")
    await asha.press("rails:top_up.ask")
    await asha.reads("rails:top_up.succeeded")
    assert await member.balance() == 450_00
    await asha.press("rails:home")
    await reveal_balance(asha, 450)


async def test_money_goes_to_a_bank_and_what_a_bank_refuses_comes_back(
    system: System, visit: Visit
) -> None:
    member = await given.member(system, "Asha Devi", money=2000_00)
    asha = await visit(member, Variant("en", "phone"))
    await asha.follow("wallets:services.withdraw")
    await asha.is_on("rails:withdraw.title")
    await asha.look("withdraw-where")
    await asha.row(asha.words("rails:withdraw.new")).click()
    await asha.press("rails:account.next")
    await asha.reads("rails:account.bad_number")
    await asha.look("bank-account-wrong")
    await asha.write("rails:account.number", ACCOUNT)
    await asha.write("rails:account.repeat", ACCOUNT)
    await asha.write("rails:account.ifsc", IFSC)
    await asha.press("rails:account.next")
    await asha.type_amount("rails:withdraw.label", "1500")
    await asha.look("withdraw-amount")
    await asha.press("rails:withdraw.next")
    await asha.is_on("rails:withdraw.check")
    await asha.look("withdraw-check")
    await asha.press("rails:withdraw.submit", amount=rupees(1500))
    await asha.type_pin("payments:pin.label")
    await asha.is_on("rails:withdraw.title")
    await asha.reads("rails:out.succeeded")
    await asha.look("withdrawal-succeeded")
    assert await member.balance() == 500_00

    await asha.go("/withdraw")
    await asha.row("6789").click()
    await asha.type_amount("rails:withdraw.label", "9000")
    await asha.reads("payments:amount.short")
    await asha.look("amount-short")
