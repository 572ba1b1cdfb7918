"""What people do again and again on their way: find somebody, send, look at the balance."""

from playwright.async_api import expect
from tests.given import PIN, Member
from tests.journeys.visitor import Visitor
from tests.journeys.words import exactly, rupees

PEOPLE = {"en": ("Asha Devi", "Bina Kumari"), "hi": ("आशा देवी", "बीना कुमारी")}


async def reveal_balance(who: Visitor, whole: int) -> None:
    """On home: hidden until it is tapped."""
    dots = who.main.get_by_role("button", pressed=False).filter(
        has_text=who.words("wallets:balance.yours")
    )
    await expect(dots).to_contain_text(who.words("money.hidden"))
    await dots.click()
    await shows_balance(who, whole)


async def shows_balance(who: Visitor, whole: int) -> None:
    """The balance that was revealed becomes this, by itself."""
    await expect(who.main.get_by_role("button", pressed=True)).to_contain_text(exactly(whole))


async def find_by_phone(who: Visitor, other: Member) -> None:
    """Type a number, and ask whose it is."""
    await who.write("payees:search.label", other.phone.removeprefix("+91"))
    await who.row(who.words("payees:look_up.second")).click()
    await who.reads("payees:look_up.is_it")


async def take_found(who: Visitor) -> None:
    """Yes, this is the person."""
    await who.main.get_by_role("status").get_by_role("button").click()


async def fill_amount(who: Visitor, whole: int, note: str = "") -> None:
    """How much, and what for; on to the check."""
    await who.is_on("payments:amount.title")
    await who.type_amount("payments:amount.label", str(whole))
    if note:
        await who.write("payments:amount.note", note)


async def press_send(who: Visitor, whole: int) -> None:
    """The button that says it all."""
    await who.press("payments:check.send", amount=rupees(whole))


async def order_to(who: Visitor, other: Member, whole: int, pin: str = PIN) -> None:
    """From the address of somebody to the last digit of the PIN; what comes next is not awaited."""
    await who.go(f"/send/{other.id}")
    await fill_amount(who, whole)
    await who.press("payments:amount.next")
    await press_send(who, whole)
    await who.type_pin("payments:pin.label", pin)
