"""Asking for money: paid, declined, reminded of, taken back; the other side sees each at once."""

import asyncio

from playwright.async_api import expect
from tests import given
from tests.given import Member, inr
from tests.journeys.conftest import Visit
from tests.journeys.steps import PEOPLE, find_by_phone, press_send, take_found
from tests.journeys.visitor import Variant, Visitor
from tests.journeys.words import exactly, rupees
from tests.system import System

NOTES = {"en": "Half of the bus fare", "hi": "बस का आधा किराया"}


async def test_who_asks_sees_the_request_paid_without_reloading(
    system: System, visit: Visit, variant: Variant
) -> None:
    names = PEOPLE[variant.language]
    payer, asker = await asyncio.gather(
        given.member(system, names[0], money=600_00, language=variant.language),
        given.member(system, names[1], language=variant.language),
    )
    asha, bina = await asyncio.gather(visit(payer, variant), visit(asker, variant))
    await ask(bina, payer, 120, NOTES[variant.language])
    await asha.reads("wallets:waiting.title")
    await asha.look("home-asked")
    await asha.row(rupees(120)).click()
    await asha.is_on("requests:one.title_in")
    await asha.look("request-in")
    await pay(asha, 120)

    await bina.reads("requests:status.paid")
    await bina.look("request-paid")
    await bina.follow("requests:one.receipt")
    await bina.is_on("payments:receipt.title")
    await bina.sees(exactly(120))
    assert (await payer.balance(), await asker.balance()) == (480_00, 120_00)


async def ask(bina: Visitor, payer: Member, whole: int, note: str) -> None:
    """Whom, how much, what for."""
    await bina.follow("wallets:services.request")
    await bina.is_on("payees:request.title")
    await bina.look("ask-whom")
    await find_by_phone(bina, payer)
    await take_found(bina)
    await bina.is_on("requests:ask.title")
    await bina.type_amount("requests:ask.label", str(whole))
    await bina.write("payments:amount.note", note)
    await bina.press("requests:ask.days", count=30)
    await bina.look("ask")
    await bina.press("requests:ask.submit", amount=rupees(whole))
    await bina.is_on("requests:one.title_out")
    await bina.reads("requests:status.open_out")
    await bina.look("request-out")


async def pay(asha: Visitor, whole: int) -> None:
    """Yes; a last look; the PIN."""
    await asha.press("requests:act.pay", amount=rupees(whole))
    await asha.is_on("payments:check.title")
    await asha.look("request-check")
    await press_send(asha, whole)
    await asha.type_pin("payments:pin.label")
    await asha.reads("payments:done.succeeded_out")


async def test_a_request_is_declined_reminded_of_and_taken_back(
    system: System, visit: Visit
) -> None:
    payer = await given.member(system, "आशा देवी", language="hi")
    asker = await given.member(system, "Bina Kumari")
    made = [await asked(asker, payer, whole) for whole in (75, 90)]
    asha, bina = await asyncio.gather(
        visit(payer, Variant("hi", "phone"), at="/requests"),
        visit(asker, Variant("en", "desktop"), at="/requests?side=out"),
    )
    await asha.sees(exactly(75))
    await asha.look("requests-in")
    await bina.sees(exactly(75))
    await bina.look("requests-out")

    await bina.row(exactly(75)).click()
    await bina.press("requests:act.remind")
    await bina.reads("requests:did.remind")
    await bina.reads("requests:one.reminded_at")
    await asha.row(exactly(75)).click()
    await asha.press("requests:act.decline")
    await asha.reads("requests:sure.decline_title")
    await asha.look("decline-sheet")
    await asha.agree("requests:sure.decline")
    await asha.reads("requests:did.decline")
    await bina.reads("requests:status.declined")
    await bina.look("request-declined")

    await bina.go(f"/requests/{made[1]}")
    await asha.go(f"/requests/{made[1]}")
    await expect(asha.button("requests:act.pay", amount=rupees(90))).to_be_visible()
    await bina.press("requests:act.cancel")
    await bina.agree("requests:sure.cancel")
    await asha.reads("requests:status.cancelled")
    await expect(asha.button("requests:act.pay", amount=rupees(90))).to_have_count(0)
    await asha.look("request-cancelled")
    await asha.go("/notifications")
    await asha.sees(rupees(75))
    await asha.look("notifications-of-requests")


async def asked(asker: Member, payer: Member, whole: int) -> str:
    """A request, made by a program."""
    body = {"payer": payer.id, "amount": inr(whole * 100), "note": "चाय और किराया, पिछले सोमवार का"}
    return str((await asker.post("/requests", body, key=given.a_key()))["id"])
