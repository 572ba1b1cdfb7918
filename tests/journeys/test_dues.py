"""Dues: a plan is made, one pays in time, one is late, is fined and reminded, is let off the fine and pays."""

import asyncio
import re
from datetime import date, timedelta

from playwright.async_api import Locator, expect
from tests import given
from tests.given import Member
from tests.journeys.conftest import Visit
from tests.journeys.moved import Moved, morning
from tests.journeys.visitor import Variant, Visitor
from tests.journeys.words import rupees

from batua.kit.words import say
from batua.modules.groups import jobs as groups

DESK = Variant("hi", "desktop")
NAMES = ("आशा देवी", "बीना कुमारी", "चन्द्रा दास")
GROUP = "कुएँ के साथी"


async def test_dues_are_paid_in_time_or_late(moved: Moved, visit_moved: Visit) -> None:
    members = await asyncio.gather(
        *(given.member(moved.system, name, money=500_00, language="hi") for name in NAMES)
    )
    asha, bina, chandra = await asyncio.gather(
        *(visit_moved(who, DESK, at="/groups") for who in members)
    )
    for who in (asha, bina, chandra):
        who.expect("401 /api/v1/")  # a token ends meanwhile; the app gets another by itself
    group = await make(asha)
    path = f"/groups/{group}"
    for count in (1, 2):
        await come_in(members[:count], members[count], path)
    await moved.work(groups.write_dues, groups.look_at_dues)
    await asyncio.gather(*(who.go(f"{path}/dues") for who in (asha, bina, chandra)))
    (row,) = (await members[2].get(f"{path}/dues/mine"))["open"]
    day = date.fromisoformat(row["due_on"])

    await asyncio.gather(pay(asha, 150), pay(bina, 150))
    for who in (asha, bina, chandra):  # the screens of the others stood open all the while
        await who.reads("dues:who.paid", paid=2, members=3)
    await chandra.look("dues-owed")

    await at(moved, day + timedelta(days=2))
    await chandra.go(f"{path}/dues")
    await chandra.reads("dues:state.grace")
    await at(moved, day + timedelta(days=6))
    await chandra.reads("dues:state.late")
    await chandra.reads("dues:mine.fine", amount=rupees(20))
    await chandra.look("dues-late")

    await asha.go(f"{path}/figures")
    await asha.reads("groups:figures.behind", count=1, amount=rupees(170))
    await asha.look("dues-arrears")
    await asha.go(f"{path}/dues")
    late = line(asha, NAMES[2])
    await expect(late).to_contain_text(asha.words("dues:who.fine", amount=rupees(20)))
    await asha.press("dues:remind.go")
    await asha.reads("dues:remind.done", count=1)
    await asha.look("dues-reminded")
    await told(chandra)

    await chandra.go(f"{path}/dues")
    await late.get_by_role("button").click()
    sheet = asha.page.get_by_role("dialog")
    await sheet.get_by_label(asha.words("dues:waive.reason"), exact=True).fill("बीमार थी")
    await asha.look("dues-waive")
    await asha.agree("dues:waive.go", amount=rupees(20))
    await chandra.reads("dues:mine.waived", amount=rupees(20))
    await pay(chandra, 150)
    await asha.reads("dues:who.paid", paid=3, members=3)
    await chandra.reads("dues:state.waived")
    await asha.look("dues-all-paid")


async def make(asha: Visitor) -> str:
    """A savings group with dues of its own; its id."""
    await asha.follow("groups:list.create")
    await asha.row(asha.words("groups:create.savings_group")).click()
    await asha.write("groups:create.name", GROUP)
    await asha.write("dues:edit.amount", "150")
    await asha.write("dues:edit.fine", "20")
    await asha.look("dues-plan")
    await asha.press("groups:create.go")
    await asha.reads("groups:pot.title")
    return asha.page.url.rpartition("/")[2]


async def come_in(those: list[Member], who: Member, path: str) -> None:
    """Asked in by the chair, and all who are in already say yes."""
    chair = those[0]
    secret = (await chair.post(f"{path}/invites", {}))["secret"]
    me = (await who.post("/groups/join", {"secret": secret}))["me"]["id"]
    question = {"kind": "admit", "subject": me}
    asked = await chair.post(f"{path}/proposals", question, key=given.a_key())
    for each in those:
        await each.post(f"{path}/proposals/{asked['id']}/vote", {"version": 1, "choice": "yes"})


async def pay(who: Visitor, whole: int) -> None:
    """What is owed, with one tap and a last look."""
    # Whether a payment asks for the PIN is the server's to say, by refusing it without.
    who.expect(r"403 .*/transactions$")
    await who.press("dues:pay.all", amount=rupees(whole))
    await who.agree("dues:pay.all", amount=rupees(whole))
    await who.type_pin("payments:pin.label")
    await who.reads("dues:mine.nothing")


async def at(moved: Moved, day: date) -> None:
    """Ten in the morning of a day."""
    await moved.move_to(morning(day))
    await moved.work(groups.write_dues, groups.look_at_dues)


def line(who: Visitor, name: str) -> Locator:
    """Of one member, in the table of who has paid."""
    return who.main.get_by_role("row").filter(has_text=name)


async def told(chandra: Visitor) -> None:
    """Everything that she heard of her dues by now."""
    await chandra.go("/notifications")
    for kind in ("missed", "fined", "asked"):
        await chandra.sees(words_of(kind))
    await chandra.look("dues-notifications")


def words_of(kind: str) -> re.Pattern[str]:
    """The title of what she is told, whichever day stands in it."""
    before, _, after = say("hi", f"notifications.group_dues_{kind}.title", day="{}").partition("{}")
    return re.compile(f"{re.escape(before)}.*{re.escape(after)}")
