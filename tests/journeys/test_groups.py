"""A group from its first minute to its first payout: made, joined, paid into, asked, voted, paid."""

import asyncio

from tests import given
from tests.given import Member
from tests.journeys.conftest import Visit
from tests.journeys.steps import PEOPLE
from tests.journeys.visitor import Variant, Visitor
from tests.journeys.words import exactly, rupees
from tests.system import System

NAMES = {"en": "Friends of the well", "hi": "कुएँ के साथी"}
WHY = {"en": "A new pump", "hi": "नया पंप"}


async def test_a_group_is_made_joined_paid_into_and_pays_what_was_voted(
    system: System, visit: Visit
) -> None:
    chair, first = await asyncio.gather(
        given.member(system, PEOPLE["en"][0], money=1_000_00),
        given.member(system, PEOPLE["hi"][1], language="hi"),
    )
    second = await given.member(system, "Chandra Das")
    asha, bina = await asyncio.gather(
        visit(chair, Variant("en", "phone"), at="/groups"),
        visit(first, Variant("hi", "desktop"), at="/groups"),
    )
    await asha.reads("groups:list.none")
    await asha.look("groups-none")
    group = await make(asha)
    link = await invite(asha)
    await bina.go(link.removeprefix(system.address))
    await bina.is_on("groups:join.title")
    await bina.look("group-join")
    await bina.press("groups:join.go", name=NAMES["en"])
    await bina.reads("groups:pot.title")
    await second.post("/groups/join", {"secret": link.partition("#")[2]})

    await asha.go(f"/groups/{group}")
    await contribute(asha, 600)
    # Her screen stood open all the while.
    await bina.sees(rupees(600))
    await bina.look("group-home")
    vote = await ask(bina, 500)

    await asha.sees(asha.words("groups:needs.you"))
    await asha.look("group-home-vote")
    await asha.go(vote)
    await asha.reads("groups:vote.standing", needed=2, electors=2, yes=0)
    await asha.look("group-vote")
    await asha.press("groups:cast.yes")
    await asha.type_pin("payments:pin.label")
    await bina.reads("groups:vote.standing", needed=2, electors=2, yes=1)
    await say_yes(second, group, vote)
    await bina.reads("groups:status.executed")
    await bina.look("group-vote-done")
    assert await first.balance() == 500_00
    await around(asha, group)


async def make(asha: Visitor) -> str:
    """What kind, and its name; the id of what was made."""
    await asha.follow("groups:list.create")
    await asha.is_on("groups:create.title")
    await asha.look("group-kinds")
    await asha.row(asha.words("groups:create.event_fund")).click()
    await asha.write("groups:create.name", NAMES["en"])
    await asha.press("groups:create.go")
    await asha.reads("groups:pot.title")
    return asha.page.url.rpartition("/")[2]


async def invite(asha: Visitor) -> str:
    """A link for whoever has it."""
    await asha.follow("groups:home.invite")
    await asha.press("groups:invite.make_link")
    await asha.reads("groups:invite.scan")
    await asha.look("group-link")
    return str(await asha.main.get_by_test_id("invite-link").inner_text())


async def contribute(asha: Visitor, whole: int) -> None:
    """From the wallet into the pot."""
    await asha.follow("groups:home.contribute")
    await asha.type_amount("groups:contribute.how_much", str(whole))
    await asha.press("do.next")
    await asha.is_on("groups:contribute.check")
    await asha.look("group-contribute-check")
    # Whether a payment asks for the PIN is the server's to say, by refusing it without.
    asha.expect(r"403 .*/transactions$")
    await asha.press("groups:contribute.go", amount=rupees(whole))
    await asha.type_pin("payments:pin.label")
    await asha.reads("groups:pot.title")
    await asha.sees(rupees(whole))


async def ask(bina: Visitor, whole: int) -> str:
    """Money from the pot for herself; where the vote is."""
    await bina.follow("groups:home.ask")
    await bina.type_amount("groups:propose.how_much", str(whole))
    await bina.write("groups:propose.reason", WHY["hi"])
    await bina.look("group-ask")
    await bina.press("groups:propose.go")
    await bina.reads("groups:vote.standing", needed=2, electors=2, yes=0)
    return bina.page.url.removeprefix(bina.system.address)


async def say_yes(who: Member, group: str, vote: str) -> None:
    """A vote by a program."""
    await who.give_pin()
    path = f"/groups/{group}/proposals/{vote.rpartition('/')[2]}/vote"
    await who.post(path, {"version": 1, "choice": "yes"})


async def around(asha: Visitor, group: str) -> None:
    """What can be read of it, by everyone in it."""
    for part in ("statement", "members", "rules", "log"):
        await asha.go(f"/groups/{group}/{part}")
        await asha.quiet()
        if part == "statement":
            await asha.sees(exactly(100))
        await asha.look(f"group-{part}")
