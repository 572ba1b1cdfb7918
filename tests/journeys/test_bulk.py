"""Paying many by one list: looked at, mended, sent with one PIN, and found again."""

import asyncio

from playwright.async_api import expect
from tests import given
from tests.journeys.conftest import Visit
from tests.journeys.steps import PEOPLE
from tests.journeys.visitor import Variant, Visitor
from tests.journeys.words import exactly, rupees
from tests.system import System

NOBODY = "+91 90000 00001"


async def test_a_list_is_mended_sent_and_found_again(
    system: System, visit: Visit, variant: Variant
) -> None:
    names = PEOPLE[variant.language]
    payer, *payees = await asyncio.gather(
        given.member(system, names[0], money=1_000_00, language=variant.language),
        given.member(system, names[1], language=variant.language),
        given.member(system, "Chetan Rao"),
    )
    numbers = [one.phone for one in payees]
    asha = await visit(payer, variant)
    await asha.follow("wallets:services.many")
    await asha.is_on("bulk:title")
    await asha.look("pay-many")

    await look_at(asha, numbers[0], NOBODY)
    await asha.reads("bulk:preview.some_wrong", count=1)
    await asha.reads("errors-payments:payments_payee_not_found.what")
    await asha.look("pay-many-wrong")
    await asha.press("bulk:preview.change")

    await look_at(asha, *numbers)
    await asha.reads("bulk:preview.all_good", count=2)
    await asha.write("bulk:preview.name", "May 2026")
    await asha.look("pay-many-right")
    await asha.press("bulk:preview.send", count=2, amount=rupees(300), people="2")
    await asha.type_pin("payments:pin.label")

    await asha.reads("bulk:batch.all_sent", count=2)
    await asha.sees(exactly(300))
    await asha.sees(names[1])
    await asha.look("pay-many-sent")
    assert [await one.balance() for one in (payer, *payees)] == [700_00, 150_00, 150_00]

    await asha.go("/pay-many")
    await asha.row("May 2026").click()
    await asha.reads("bulk:batch.all_sent", count=2)
    async with asha.page.expect_download() as loading:
        await asha.press("bulk:batch.download")
    file = await (await loading.value).path()
    assert file.read_text(encoding="utf-8-sig").count(",sent,150.00,INR,") == 2


async def look_at(asha: Visitor, *recipients: str) -> None:
    """Type the rows, a hundred and fifty rupees each, and have them looked at."""
    rows = "\n".join(f"{one},150,May" for one in recipients)
    await asha.write("bulk:upload.paste", rows)
    await asha.press("bulk:upload.look")
    await expect(asha.main.get_by_role("table")).to_be_visible()
