"""A loan that is not paid back: the group lends, the clock moves, each step comes once, until she pays."""

import asyncio
import re
from datetime import date, timedelta
from typing import Any, Final

from babel.dates import format_date
from playwright.async_api import expect
from tests import given
from tests.given import Member, inr
from tests.journeys.conftest import Visit
from tests.journeys.moved import Moved, morning
from tests.journeys.visitor import Variant, Visitor

from batua.kit.money import Currency, Money
from batua.kit.words import say
from batua.modules.groups import jobs as groups

PHONE = Variant("en", "phone")
HINDI = Variant("hi", "phone")
NAMES = ("आशा देवी", "Bina Kumari", "Chandra Das", "Devi Rani", "Esha Roy")
GROUP = "Friends of the well"
LADDER: Final = (("email", 1), ("sms", 4), ("whatsapp", 8), ("call", 15))
"""As the constitution has it when nobody says otherwise, after a reminder in the app three days before."""
RULES = {
    "admission": "invited",
    "vote": {"second_factor_minor": 10_000_00},
    "loans": [
        {
            "key": "loan",
            "name": "Loan",
            "rate_bps": 200,
            "guarantors": 1,
            "fine": {"kind": "percent", "percent_bps": 200, "every": "month", "grace_days": 5},
        }
    ],
}


async def test_a_loan_that_is_late_climbs_every_step_until_it_is_paid(
    moved: Moved, visit_moved: Visit
) -> None:
    members, group = await lending(moved)
    debtor, officer = members[0], members[4]
    home = f"/groups/{group}"
    asha, bina, chandra, devi, esha = await asyncio.gather(
        *(visit_moved(who, PHONE if at else HINDI, at=home) for at, who in enumerate(members)),
    )
    for who in (asha, bina, chandra, devi, esha):
        who.expect("401 /api/v1/")  # a token ends meanwhile; the app gets another by itself
    loan = await borrow(asha, (bina, chandra, devi), group)
    path = f"{home}/loans/{loan}"
    await asyncio.gather(*(who.go(path) for who in (bina, esha)))
    addresses = (debtor.phone, f"u{debtor.phone[1:]}@example.org")

    day = date.fromisoformat((await read(debtor, path))["due"]["due_on"])
    await at(moved, day - timedelta(days=3))
    await debtor.refresh()
    await asha.reads("loans:steps.app", n=1)
    await bina.reads("loans:steps.app", n=1)
    assert await moved.outbox(*addresses) == []
    await asha.look("late-reminded")

    for count, (channel, days) in enumerate(LADDER, 1):
        if channel == "sms":  # at night nobody is disturbed
            await at(moved, day + timedelta(days=days), hour=4)
            await moved.sent(count - 1, *addresses)
        await at(moved, day + timedelta(days=days))
        await debtor.refresh()
        sent = await moved.sent(count, *addresses)
        assert [each["channel"] for each in sent] == [step for step, _ in LADDER[:count]]
        owed = (await read(debtor, path))["due"]["amount"]["minor"]
        check_words(sent[-1], channel, owed, day)
        for who in (asha, bina, esha):  # their screens stood open all the while
            await who.reads(f"loans:steps.{channel}", n=1)
    await asha.reads("loans:status.late")
    await asha.look("late-loan")

    await officer_reads(moved, esha, officer, debtor)
    await asha.go("/notifications")
    await asha.sees(say("hi", "notifications.group_loan_late.title"))
    await asha.look("late-notifications")
    await asha.go(path)
    await pay_back(asha)
    await bina.reads("loans:status.closed")
    for days in (16, 40):
        await at(moved, day + timedelta(days=days))
    await moved.sent(len(LADDER), *addresses)
    await debtor.refresh()
    steps = await read(debtor, f"{path}/steps")
    assert [each["channel"] for each in steps["taken"]] == ["app", *(step for step, _ in LADDER)]
    assert steps["planned"] is None


async def lending(moved: Moved) -> tuple[list[Member], str]:
    """Five people of a group that lends, with 900 rupees in its pot; the first has an e-mail address."""
    asha, *others = await asyncio.gather(
        given.member(moved.system, NAMES[0], money=500_00, language="hi"),
        *(given.member(moved.system, name, money=300_00) for name in NAMES[1:4]),
        given.member(moved.system, NAMES[4]),
    )
    email = {"email": f"u{asha.phone[1:]}@example.org"}
    assert (await asha.ask("PATCH", "/me", json=email)).is_success
    await moved.set_apart(1, asha.phone)  # that her e-mail address is another one
    body = {"kind": "savings_group", "name": GROUP, "constitution": RULES}
    group = (await others[0].post("/groups", body, key=given.a_key()))["id"]
    path = f"/groups/{group}"
    secret = (await others[0].post(f"{path}/invites", {"max_uses": 4}))["secret"]
    for who in (asha, *others[1:]):
        await who.post("/groups/join", {"secret": secret})
    for who in (asha, *others[:3]):
        amount = {"amount": inr(300_00)}
        await who.post(f"{path}/transactions", amount, key=given.a_key())
    return [asha, *others], str(group)


async def read(who: Member, path: str) -> dict[str, Any]:
    return await who.get(path)


async def at(moved: Moved, day: date, hour: int = 10) -> None:
    """An hour of a day; what is due then is done."""
    await moved.move_to(morning(day, hour))
    await moved.work(groups.chase)


def check_words(message: dict[str, Any], channel: str, owed: int, day: date) -> None:
    """What she is told, in her language: her name, the group, what is owed today, since when."""
    key = f"notifications.group_loan_late.{channel}"
    values = {
        "name": NAMES[0],
        "group": GROUP,
        "amount": Money(owed, Currency("INR")),
        "day": format_date(day, "d MMMM", "hi"),
    }
    assert message["body"] == say("hi", key, **values)
    if channel == "email":
        assert message["subject"] == say("hi", f"{key}.subject", **values)
    if channel != "sms":
        assert message["language"] == "hi"


async def borrow(asha: Visitor, others: tuple[Visitor, Visitor, Visitor], group: str) -> str:
    """Six hundred rupees: asked, answered for by one, voted by three, paid out; the loan's id."""
    await asha.go(f"/groups/{group}/loans")
    await asha.follow("loans:list.borrow")
    await asha.type_amount("loans:borrow.how_much", "600")
    await asha.reads("loans:terms.apr")
    await asha.press("do.next")
    await asha.write("loans:ask.purpose", "सिलाई मशीन")
    await asha.main.get_by_role("checkbox", name=NAMES[1]).check()
    await asha.press("loans:ask.go")
    await asha.reads("loans:status.asked")
    bina = others[0]
    await bina.row(bina.words("loans:needs.answer", name=NAMES[0])).click()
    await bina.press("loans:guarantee.yes")
    await bina.type_pin("payments:pin.label")
    await bina.follow("loans:one.vote")
    for who in others:
        if who is not bina:
            await who.row(who.words("groups:needs.you")).click()
        await who.press("groups:cast.yes")
    await asha.reads("loans:status.active")
    return asha.page.url.rpartition("/")[2]


async def officer_reads(moved: Moved, esha: Visitor, who: Member, debtor: Member) -> None:
    """The delivery log of the house: each step left it once."""
    run = await asyncio.to_thread(moved.system.run, "roles", who.phone, "person", "support")
    assert run.returncode == 0, run.stderr
    await esha.go("/admin/deliveries")
    await esha.press("deliveries:filter.more")
    rows = esha.main.get_by_role("listitem")
    email = f"u{debtor.phone[1:]}@example.org"
    for to, channels in ((email, ["email"]), (debtor.phone, ["call", "whatsapp", "sms", "sms"])):
        await esha.write("deliveries:filter.address", to)
        await esha.press("deliveries:filter.look")
        names = [re.compile(esha.words(f"deliveries:channel.{channel}")) for channel in channels]
        await expect(rows).to_have_text(names)
    await esha.look("late-deliveries")


async def pay_back(asha: Visitor) -> None:
    """All of it, with the fine."""
    await asha.press("loans:one.repay")
    await asha.agree("loans:repay.all")
    asha.expect(r"403 .*/repayments$")
    await asha.agree("loans:repay.go")
    await asha.type_pin("payments:pin.label")
    await asha.reads("loans:status.closed")
    await asha.look("late-repaid")
