"""Five people and a pot: made by one, joined by the code on her phone, paid into, asked, voted, paid out."""

import asyncio

from playwright.async_api import expect
from tests import given
from tests.journeys.conftest import Visit
from tests.journeys.visitor import Variant, Visitor
from tests.journeys.words import exactly, rupees
from tests.system import System

PHONE = Variant("en", "phone")
NAMES = ("Asha Devi", "Bina Kumari", "Chandra Das", "Devi Rani", "Esha Roy")
GROUP = "Friends of the well"


async def test_five_people_fill_a_pot_and_decide_what_it_pays(system: System, visit: Visit) -> None:
    members = await given.members(system, NAMES)
    await asyncio.gather(members[1].fund(500_00), members[2].fund(500_00))
    asha, bina, chandra, devi, esha = await asyncio.gather(
        *(visit(who, PHONE, at="/groups" if at == 0 else "/scan") for at, who in enumerate(members))
    )
    group = await make(asha)
    await asha.go(f"/groups/{group}/invite")
    code = await show_code(asha)
    await asha.go(f"/groups/{group}")
    await counts(asha, 1)
    await asyncio.gather(*(join_by(who, code) for who in (bina, chandra, devi, esha)))
    # Her screen stood open all the while, and so do theirs.
    for who in NAMES[1:]:
        await let_in(asha, who)
    await counts(asha, 5)
    await asyncio.gather(*(enter(who) for who in (bina, chandra, devi, esha)))

    await asyncio.gather(contribute(bina, 400), contribute(chandra, 300), pay_outside(devi, 250))
    for who in (asha, esha):
        await who.sees(exactly(950))
    await asha.look("five-home")
    await devi.look("five-paid-outside")
    await devi.go(f"/groups/{group}")

    vote = await ask(esha, 600)
    voters = (asha, bina, chandra)
    await asyncio.gather(*(open_vote(who) for who in (bina, chandra, devi)))
    await open_vote(asha)
    for yes, who in enumerate(voters):
        await standing(devi, yes)
        await say_yes(who)
    for who in (asha, bina, chandra, devi, esha):
        await who.reads("groups:status.executed")
    await expect(devi.button("groups:cast.yes")).to_have_count(0)
    assert await members[4].balance() == 600_00
    await esha.look("five-vote-done")
    await asha.go(f"/groups/{group}")
    await asha.sees(exactly(350))
    assert vote in esha.page.url


async def make(asha: Visitor) -> str:
    """A simple pot; its id."""
    await asha.follow("groups:list.create")
    await asha.row(asha.words("groups:create.simple_pot")).click()
    await asha.write("groups:create.name", GROUP)
    await asha.press("groups:create.go")
    await asha.reads("groups:pot.title")
    return asha.page.url.rpartition("/")[2]


async def show_code(asha: Visitor) -> bytes:
    """The code as whoever stands beside her photographs it."""
    await asha.press("groups:invite.make_link")
    await asha.reads("groups:invite.scan")
    name = asha.words("groups:invite.code")
    return await asha.main.get_by_role("img", name=name).screenshot()


async def join_by(who: Visitor, code: bytes) -> None:
    """Scan it, see where it leads, and ask to come in."""
    await who.is_on("payees:scan.title")
    async with who.page.expect_file_chooser() as chooser:
        await who.press("payees:scan.picture")
    picture = {"name": "code.png", "mimeType": "image/png", "buffer": code}
    await (await chooser.value).set_files(picture)  # type: ignore[arg-type]
    await who.is_on("groups:join.title")
    await who.press("groups:join.go", name=GROUP)
    await who.is_on("groups:list.title")


async def let_in(asha: Visitor, name: str) -> None:
    """Somebody who asks, on the open home of the group."""
    card = asha.main.get_by_role("group", name=name)
    await card.get_by_role("button", name=asha.words("groups:asking.yes"), exact=True).click()
    await asha.reads("groups:asking.is_in", name=name)


async def enter(who: Visitor) -> None:
    """The list of groups shows it by itself."""
    await who.row(GROUP).click()
    await who.reads("groups:pot.title")


async def counts(who: Visitor, members: int) -> None:
    """So many members stand on the open home of the group."""
    row = who.main.locator("div").filter(has_text=who.words("groups:pot.members")).last
    await expect(row.get_by_role("definition")).to_have_text(str(members))


async def contribute(who: Visitor, whole: int) -> None:
    """From the wallet into the pot."""
    await to_check(who, whole)
    # Whether a payment asks for the PIN is the server's to say, by refusing it without.
    who.expect(r"403 .*/transactions$")
    await who.press("groups:contribute.go", amount=rupees(whole))
    await who.type_pin("payments:pin.label")
    await who.reads("groups:pot.title")


async def to_check(who: Visitor, whole: int, by: str = "wallet") -> None:
    """As far as the last look."""
    await who.follow("groups:home.contribute")
    await who.type_amount("groups:contribute.how_much", str(whole))
    await who.press(f"pots:by.{by}")
    await who.press("do.next")
    await who.is_on("groups:contribute.check")


async def pay_outside(who: Visitor, whole: int) -> None:
    """By the provider's page, without a wallet that holds anything."""
    await to_check(who, whole, "checkout")
    await who.press("pots:by.go", amount=rupees(whole))
    await who.page.get_by_role("button", name=f"Pay {exactly(whole)}").click()
    await who.reads("pots:state.succeeded")


async def ask(who: Visitor, whole: int) -> str:
    """Money from the pot for herself; the vote's id."""
    await who.follow("groups:home.ask")
    await who.type_amount("groups:propose.how_much", str(whole))
    await who.write("groups:propose.reason", "A new pump")
    await who.press("groups:propose.go")
    await standing(who, 0)
    return who.page.url.rpartition("/")[2]


async def standing(who: Visitor, yes: int) -> None:
    """How the vote stands on an open page; four may vote, as nobody does on money for herself."""
    await who.reads("groups:vote.standing", needed=3, electors=4, yes=yes)


async def open_vote(who: Visitor) -> None:
    """By what waits for her at home."""
    await who.row(who.words("groups:needs.you")).click()
    await standing(who, 0)


async def say_yes(who: Visitor) -> None:
    """With the PIN, as it is much money."""
    await who.press("groups:cast.yes")
    await who.type_pin("payments:pin.label")
