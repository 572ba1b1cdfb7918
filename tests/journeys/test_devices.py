"""A lost phone, a forgotten password, secrets changed: who may come in, and who is out."""

import asyncio

from playwright.async_api import expect
from tests import given
from tests.given import API, PASSWORD, PIN, done
from tests.journeys.conftest import Visit
from tests.journeys.visitor import Variant, Visitor
from tests.system import System

NEW_PASSWORD = "three goats on a bridge"
NEW_PIN = "730582"


async def is_out(lost: Visitor) -> None:
    """Nothing is shown any more, and nothing is kept."""
    await lost.is_on("identity:welcome.title")
    assert await lost.page.evaluate("() => localStorage.getItem('batua.person')") is None
    await lost.go("/activity")
    await expect(lost.main).to_be_visible()
    assert "/activity" not in lost.page.url.partition("?")[0]


async def sign_in(phone: Visitor, last: str) -> None:
    """As on a device that is new."""
    await phone.choose_language()
    await phone.press("identity:welcome.sign_in")
    await phone.is_on("identity:sign_in.title")
    await phone.look("sign-in")
    assert phone.member is not None
    await phone.knock(phone.member, after=last)
    await phone.is_on("wallets:home.title")


async def test_a_lost_phone_that_is_signed_out_elsewhere_is_out_at_its_next_request(
    system: System, visit: Visit
) -> None:
    asha = await given.member(system, "Asha Devi", money=400_00)
    last = (await system.message(asha.phone))["id"]
    lost, desk = await asyncio.gather(
        visit(None, Variant("hi", "phone")), visit(asha, Variant("en", "desktop"))
    )
    lost.member = asha
    await sign_in(lost, last)
    await lost.row("400").click()
    await lost.is_on("payments:receipt.title")
    lost.expect("401 ")

    await desk.go("/you")
    await desk.look("you")
    await desk.row(desk.words("identity:you.devices")).click()
    await desk.is_on("identity:devices.title")
    await expect(desk.main.get_by_role("listitem")).to_have_count(2)
    await desk.look("devices")
    await desk.press("identity:devices.end")
    await desk.reads("identity:devices.end_body")
    await desk.look("device-end-sheet")
    await desk.agree("identity:devices.end")
    await desk.reads("identity:devices.ended")
    await expect(desk.main.get_by_role("listitem")).to_have_count(1)
    await is_out(lost)


async def test_a_forgotten_password_is_replaced_by_a_code_and_everybody_else_is_out(
    system: System, visit: Visit
) -> None:
    member = await given.member(system, "Asha Devi", money=50_00)
    last = (await system.message(member.phone))["id"]
    other, asha = await asyncio.gather(visit(member), visit(None, at="/sign-in"))
    other.expect("401 ")
    await other.sees("50")
    await asha.choose_language()
    await asha.press("identity:welcome.sign_in")
    await asha.press("identity:sign_in.forgotten")
    await asha.is_on("identity:recover.title")
    await asha.look("recover")
    await asha.write("identity:details.phone", member.phone.removeprefix("+91"))
    await asha.press("identity:details.send_code")
    await asha.reads("identity:code.hint")
    await asha.look("recover-code")
    await asha.write("identity:code.field", await system.code(member.phone, after=last))
    await asha.is_on("identity:password.title")
    await asha.write("identity:password.new", NEW_PASSWORD)
    await asha.press("identity:password.next")
    await asha.is_on("wallets:home.title")
    await is_out(other)
    await other.go("/sign-in")
    body = {"identifier": member.phone, "password": PASSWORD}
    assert (await member.http.post(f"{API}/auth/login", json=body)).status_code == 401


async def test_password_and_pin_are_changed_and_a_forgotten_pin_replaced(
    system: System, visit: Visit
) -> None:
    member = await given.member(system, "आशा देवी", language="hi")
    asha = await visit(member, Variant("hi", "phone"), at="/you/pin")
    asha.expect("40[0-9] /api/v1/me/pin")
    await asha.look("pin-change")
    await asha.type_pin("identity:pin.current")
    await asha.type_pin("identity:pin.choose", "111111")
    await asha.type_pin("identity:pin.again", "111111")
    await asha.reads("errors-identity:identity_weak_pin.what")
    await asha.look("pin-weak")
    await asha.type_pin("identity:pin.choose", NEW_PIN)
    await asha.type_pin("identity:pin.again", NEW_PIN)
    await asha.reads("identity:pin.changed")
    await asha.look("you-pin-changed")
    refused = await member.ask("POST", "/auth/step-up", json={"pin": PIN})
    assert refused.json()["code"] == "identity.wrong_pin"
    await member.post("/auth/step-up", {"pin": NEW_PIN})
    await is_reset(asha)

    await asha.row(asha.words("identity:you.password")).click()
    await asha.write("identity:password.current", PASSWORD)
    await asha.write("identity:password.new", NEW_PASSWORD)
    await asha.look("password-change")
    await asha.press("identity:password.change")
    await asha.reads("identity:password.changed")
    body = {
        "identifier": member.phone,
        "password": NEW_PASSWORD,
        "device_token": member.device_token,
    }
    assert done(await member.http.post(f"{API}/auth/login", json=body))["session"]


async def is_reset(asha: Visitor) -> None:
    """Who has forgotten the PIN takes a new one with the password and a code."""
    assert asha.member is not None
    await asha.go("/you/pin")
    await asha.press("identity:pin.forgotten")
    await asha.reads("identity:pin.reset_intro")
    last = (await asha.system.message(asha.member.phone))["id"]
    await asha.press("identity:details.send_code")
    await asha.write("identity:code.field", await asha.system.code(asha.member.phone, after=last))
    await asha.write("identity:password.current", PASSWORD)
    await asha.look("pin-by-code")
    await asha.press("identity:password.next")
    await asha.type_pin("identity:pin.choose", PIN)
    await asha.type_pin("identity:pin.again", PIN)
    await asha.reads("identity:pin.changed")
    await asha.member.post("/auth/step-up", {"pin": PIN})
