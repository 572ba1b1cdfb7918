"""The first way of all: open a wallet, put money in, send some, and the other sees it arrive."""

import asyncio
import io
import re

from playwright.async_api import expect
from pypdf import PdfReader
from tests import given
from tests.given import PASSWORD, Member
from tests.journeys.conftest import Visit
from tests.journeys.steps import (
    PEOPLE,
    fill_amount,
    find_by_phone,
    press_send,
    reveal_balance,
    shows_balance,
    take_found,
)
from tests.journeys.visitor import Variant, Visitor
from tests.journeys.words import exactly, rupees
from tests.system import System

REFERENCE = re.compile(r"^[A-Z0-9]{10,}$")
NOTES = {"en": "Seeds for the field", "hi": "खेत के बीज"}


async def test_who_opens_a_wallet_fills_it_and_sends_is_seen_by_the_other_at_once(
    system: System, visit: Visit, variant: Variant
) -> None:
    payer, payee = PEOPLE[variant.language]
    other = await given.member(system, payee, language=variant.language)
    bina, asha = await asyncio.gather(visit(other, variant), visit(None, variant))
    phone = given.a_phone()
    await open_wallet(asha, phone, payer)
    await add_money(asha, 1000)
    await reveal_balance(bina, 0)
    await choose(asha, other)
    await send(asha, 250, NOTES[variant.language])

    await shows_balance(bina, 250)
    await expect(bina.row(NOTES[variant.language])).to_contain_text(f"+{exactly(250)}")
    await bina.look("home-received")
    await receipt(asha, bina, payee)
    await notified(bina)


async def open_wallet(asha: Visitor, phone: str, name: str) -> None:
    """Language, welcome, details, code, password and PIN."""
    await asha.look("language")
    await asha.choose_language()
    await asha.is_on("identity:welcome.title")
    await asha.look("welcome")
    await asha.press("identity:welcome.register")
    await asha.is_on("identity:details.title")
    await asha.look("register")
    await asha.write("identity:details.name", name)
    await asha.write("identity:details.phone", phone.removeprefix("+91"))
    await asha.press("identity:details.send_code")
    await asha.is_on("identity:code.title")
    await asha.look("code")
    await asha.write("identity:code.field", await asha.system.code(phone))
    await asha.is_on("identity:password.title")
    await asha.write("identity:password.new", PASSWORD)
    await asha.look("password")
    await asha.press("identity:password.next")
    await asha.is_on("identity:pin.title")
    await asha.look("pin")
    await asha.type_pin("identity:pin.choose")
    await asha.type_pin("identity:pin.again")
    await asha.is_on("wallets:home.title")
    await asha.reads("wallets:first.title")
    await asha.look("home-new")


async def add_money(asha: Visitor, whole: int) -> None:
    """Through the provider's own page."""
    await asha.follow("wallets:services.add")
    await asha.is_on("rails:add.title")
    await asha.type_amount("rails:add.label", str(whole))
    await asha.look("add-money")
    await asha.press("rails:add.submit", amount=rupees(whole))
    pay = asha.page.get_by_role("button", name=f"Pay {exactly(whole)}", exact=True)
    await expect(pay).to_be_visible()
    await asha.look("checkout")
    await pay.click()
    await asha.reads("rails:top_up.succeeded")
    await asha.look("top-up-succeeded")
    await asha.press("rails:home")
    await asha.is_on("wallets:home.title")
    await reveal_balance(asha, whole)


async def choose(asha: Visitor, other: Member) -> None:
    """Find somebody by her number."""
    await asha.follow("wallets:services.send")
    await asha.is_on("payees:send.title")
    await asha.look("send-to-nobody-yet")
    await find_by_phone(asha, other)
    await asha.look("send-to-found")
    await take_found(asha)


async def send(asha: Visitor, whole: int, note: str) -> None:
    """Amount, check, PIN, done."""
    await fill_amount(asha, whole, note)
    await asha.look("send-amount")
    await asha.press("payments:amount.next")
    await asha.is_on("payments:check.title")
    await asha.reads("payments:check.new")
    await asha.look("check")
    await press_send(asha, whole)
    await asha.reads("payments:pin.label")
    await asha.look("pin-sheet")
    await asha.type_pin("payments:pin.label")
    await asha.reads("payments:done.succeeded_out")
    await asha.look("sent")


async def receipt(asha: Visitor, bina: Visitor, payee: str) -> None:
    """The page, and the same as a PDF."""
    await asha.press("payments:done.receipt")
    await asha.is_on("payments:receipt.title")
    await asha.look("receipt")
    reference = await asha.main.locator("dd").filter(has_text=REFERENCE).inner_text()
    await asha.press("payments:share.title")
    await asha.reads("payments:share.pdf")
    await asha.look("share")
    async with asha.page.expect_download() as download:
        await asha.row(asha.words("payments:share.pdf")).click()
    file = await (await download.value).path()
    pdf = file.read_bytes()
    assert pdf.startswith(b"%PDF-")
    text = PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    assert "250.00" in text
    assert reference in text
    await bina.row(NOTES[bina.variant.language]).click()
    await bina.is_on("payments:receipt.title")
    await bina.sees(reference)
    await bina.look("receipt-received")


async def notified(bina: Visitor) -> None:
    """The bell tells it, too."""
    await bina.go("/")
    await bina.bar("nav.notifications").click()
    await bina.is_on("notifications:title")
    await bina.sees(exactly(250))
    await bina.look("notifications")
    await bina.press("notifications:mark_all")
    await expect(bina.main.get_by_role("img", name=bina.words("notifications:new"))).to_have_count(
        0
    )
