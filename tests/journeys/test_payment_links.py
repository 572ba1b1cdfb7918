"""A payment link: made, paid by somebody without an account, and seen live by who made it."""

from playwright.async_api import expect
from tests import given
from tests.journeys.conftest import Visit
from tests.journeys.visitor import Variant
from tests.journeys.words import exactly, rupees
from tests.system import System

NOTE = "दो साड़ियाँ"


async def test_somebody_without_an_account_pays_a_link(system: System, visit: Visit) -> None:
    member = await given.member(system, "Asha Devi")
    asha = await visit(member, Variant("en", "desktop"), at="/requests")
    await asha.press("requests:list.links")
    await asha.is_on("payment-links:title")
    await asha.reads("payment-links:none")
    await asha.press("payment-links:make")
    await asha.is_on("payment-links:form.title")
    await asha.press("payment-links:form.submit")
    await asha.reads("payment-links:form.bad_amount")
    await asha.write("payment-links:form.amount", "640")
    await asha.write("payment-links:form.note", NOTE)
    await asha.look("payment-link-make")
    await asha.press("payment-links:form.submit")
    await asha.is_on("payment-links:one.title")
    await asha.look("payment-link")
    link = await asha.page.get_by_test_id("payment-link").inner_text()
    front, secret = link.split("#")
    assert front.endswith("/pay-link")

    payer = await visit(None, Variant("hi", "phone"), at=f"/pay-link#{secret}")
    await payer.sees(NOTE)
    await payer.reads("pay-link:asks", name="Asha D•••")
    await payer.look("pay-link")
    await payer.press("pay-link:pay", amount=rupees(640))
    await expect(payer.page.get_by_role("button", name="Decline the payment")).to_be_visible()
    assert secret not in payer.page.url
    await payer.page.get_by_role("button", name=f"Pay {exactly(640)}").click()
    await payer.reads("pay-link:state.succeeded")
    await payer.look("pay-link-paid")

    # Without a touch of hers.
    await asha.reads("payment-links:status.paid")
    await asha.sees(exactly(640))
    await asha.look("payment-link-came")
    await asha.go("/payment-links")
    await asha.reads("payment-links:came", amount=rupees(640))
    await asha.look("payment-links")
    assert await member.balance() == 640_00
    await payer.go(f"/pay-link#{secret}")
    await payer.reads("pay-link:over.paid")
    await payer.look("pay-link-over")
