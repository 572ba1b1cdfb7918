"""The PIN: what stands between the money and whoever holds the phone."""

from playwright.async_api import expect
from tests import given
from tests.journeys.conftest import Visit
from tests.journeys.steps import PEOPLE, order_to
from tests.journeys.visitor import Variant
from tests.system import System

WRONG = "739164"
# As the app writes a moment; see web/src/lib/time.ts.
MOMENT = """([at, tag]) => new Intl.DateTimeFormat(
  tag, { dateStyle: "medium", timeStyle: "short" }).format(new Date(at))"""


async def test_three_wrong_pins_lock_it_and_nothing_moves(
    system: System, visit: Visit, variant: Variant
) -> None:
    names = PEOPLE[variant.language]
    payer = await given.member(system, names[0], money=900_00, language=variant.language)
    payee = await given.member(system, names[1], language=variant.language)
    asha = await visit(payer, variant)
    asha.expect("40[0-9] /api/v1/auth/step-up", "429 /api/v1/auth/step-up")
    await order_to(asha, payee, 700, WRONG)
    await asha.reads("payments:pin.wrong", count=2)
    await asha.type_pin("payments:pin.label", WRONG)
    await asha.reads("payments:pin.wrong", count=1)
    await asha.look("pin-wrong")
    async with asha.page.expect_response("**/api/v1/auth/step-up") as answer:
        await asha.type_pin("payments:pin.label", WRONG)
    until = (await (await answer.value).json())["facts"]["until"]
    moment = await asha.page.evaluate(MOMENT, [until, f"{variant.language}-IN"])
    await asha.reads("payments:pin.locked", until=moment)
    await expect(asha.box("payments:pin.label")).to_have_count(0)
    await asha.look("pin-locked")

    assert (await payer.balance(), await payee.balance()) == (900_00, 0)
    assert [kind["kind"] for kind in (await payer.get("/payments"))["items"]] == ["top_up"]
    await asha.go("/notifications")
    await asha.sees(moment)
