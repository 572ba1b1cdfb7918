"""Every other screen, with much in it, with nothing in it, and when something is wrong."""

import asyncio
import json
import re

from playwright.async_api import expect
from tests import given
from tests.given import Member, inr
from tests.journeys.conftest import Visit
from tests.journeys.visitor import Variant
from tests.system import System

LONG_NAME = {
    "en": "Venkatanarasimharajuvaripeta Subrahmanyam Chandrasekharan",
    "hi": "श्रीमती चन्द्रशेखरवेंकटलक्ष्मीनारायणी सुब्रमण्यम स्वामीनाथन",
}
NOTE = {
    "en": "For the school fees of both children, two uniforms, and the bus until the end of term",
    "hi": "दोनों बच्चों की स्कूल की फ़ीस, दो वर्दियाँ और सत्र के आख़िर तक बस का किराया",
}
ROOMS = {
    "home": ("/", "wallets:home.title"),
    "you": ("/you", "identity:you.title"),
    "profile": ("/you/profile", "identity:profile.title"),
    "devices": ("/you/devices", "identity:devices.title"),
    "settings": ("/you/settings", "settings:title"),
    "help": ("/help", "help:title"),
    "limits": ("/limits", "wallets:limits.title"),
    "wallets": ("/wallets", "wallets:wallets.title"),
    "activity-long": ("/activity", "payments:activity.title"),
    "requests-long": ("/requests", "requests:list.title"),
    "send-recent": ("/send", "payees:send.title"),
    "notifications-long": ("/notifications", "notifications:title"),
}

OFFICE = {
    "connections": ("/admin/connections", "connections:title", "connections:channels"),
    "connection": ("/admin/connections/razorpay", None, "connections:keys.title"),
    "routing": ("/admin/routing", "routing:title", "routing:trial.title"),
    "orders": ("/admin/orders", "orders:title", "orders:only_app"),
}


async def a_full_life(system: System, language: str) -> Member:
    """Somebody with long names around her, large amounts, and a request that waits."""
    who = await given.member(system, LONG_NAME[language], money=1_00_000_00, language=language)
    other = await given.member(system, LONG_NAME[language], money=500_00, language=language)
    await who.send(other.id, 9_999_99, key=given.a_key(), note=NOTE[language])
    await other.give_pin()
    await other.send(who.id, 1_25, key=given.a_key())
    order = {"payer": who.id, "amount": inr(48_999_50), "note": NOTE[language]}
    await other.post("/requests", order, key=given.a_key())
    return who


async def test_every_room_is_in_order(system: System, visit: Visit, variant: Variant) -> None:
    member = await a_full_life(system, variant.language)
    asha = await visit(member, variant)
    for screen, (path, title) in ROOMS.items():
        await asha.go(path)
        await asha.is_on(title)
        await expect(asha.main).not_to_have_text("")
        await asha.look(screen)
    await asha.go("/wallets")
    await asha.main.get_by_role("listitem").get_by_role("link").first.click()
    await asha.is_on("wallets:statement.title")
    await expect(asha.main.get_by_role("row")).to_have_count(4)
    await asha.look("statement")
    await asha.press("wallets:statement.file.open")
    await asha.reads("wallets:statement.file.intro")
    await asha.look("statement-file")
    async with asha.page.expect_download() as download:
        await asha.row(asha.words("wallets:statement.file.ndjson")).click()
    lines = (await (await download.value).path()).read_text().splitlines()
    assert [set(json.loads(line)) >= {"amount_minor", "recorded_at"} for line in lines] == [
        True
    ] * 3
    await asha.go("/help")
    await asha.main.get_by_text(asha.words("help:lost_phone.ask")).click()
    await asha.look("help-open")
    await asha.go("/you")
    await asha.row(asha.words("identity:you.sign_out")).click()
    await asha.reads("identity:leave.body")
    await asha.look("sign-out-sheet")
    await asha.agree("identity:you.sign_out")
    await asha.is_on("identity:welcome.title")


async def test_the_rooms_of_the_office_are_in_order(system: System, visit: Visit) -> None:
    officer = await given.member(system, "Asha Devi", language="hi")
    run = await asyncio.to_thread(system.run, "roles", officer.phone, "person", "admin")
    assert run.returncode == 0, run.stderr
    asha = await visit(officer, Variant("hi", "phone"))
    for screen, (path, title, sign) in OFFICE.items():
        await asha.go(path)
        if title:
            await asha.is_on(title)
        await asha.reads(sign)
        await asha.look(screen)


async def test_empty_rooms_say_what_to_do(system: System, visit: Visit) -> None:
    asha = await visit(await given.member(system, "Asha Devi"), at="/activity")
    await asha.reads("payments:activity.none")
    await asha.look("activity-empty")
    await asha.press("payments:activity.first")
    await asha.is_on("payees:send.title")
    await asha.go("/requests")
    await asha.reads("requests:list.none_in")
    await asha.look("requests-empty")
    await asha.press("requests:list.all")
    await asha.reads("requests:list.none_ever")
    await asha.go("/wallets")
    await asha.main.get_by_role("listitem").get_by_role("link").first.click()
    await asha.reads("wallets:statement.none")
    await asha.look("statement-empty")
    await asha.go("/nowhere/at/all")
    await asha.reads("not_found.body")
    await asha.look("not-found")


async def test_what_is_wrong_is_said_with_a_way_on(system: System, visit: Visit) -> None:
    member, other = await given.members(system, ["Asha Devi", "Bina Kumari"])
    await other.fund(20_00)
    theirs = (await other.get("/payments"))["items"][0]["id"]
    asha = await visit(member, Variant("hi", "phone"), at=f"/payments/{theirs}")
    asha.expect("404 /api/v1/pay", "503 /api/v1/payments")
    await asha.reads("errors-payments:payments_payment_not_found.what")
    await asha.look("payment-of-somebody-else")
    await asha.go("/send")
    await asha.write("payees:search.label", "9199999999")
    await asha.row(asha.words("payees:look_up.second")).click()
    await asha.reads("errors-payments:payments_payee_not_found.what")
    await asha.look("payee-not-found")

    history = re.compile(r"/api/v1/payments\?")
    await asha.context.route(history, lambda route: route.fulfill(status=503, body="{}"))
    await asha.go("/activity")
    await asha.reads("errors:web_server.what")
    await asha.look("activity-broken")
    await asha.context.unroute_all()
    await asha.press("do.try_again")
    await asha.reads("payments:activity.none")
