"""Codes to be paid by: shown, saved as a picture, and read from that picture by somebody else."""

import asyncio

from tests import given
from tests.journeys.conftest import Visit
from tests.journeys.visitor import Variant
from tests.journeys.words import exactly
from tests.system import System


async def test_a_code_is_shown_saved_and_scanned_from_its_picture(
    system: System, visit: Visit
) -> None:
    shop, buyer = await given.members(system, ["Bina Kumari", "Asha Devi"])
    bina, asha = await asyncio.gather(
        visit(shop, Variant("hi", "phone"), at="/my-qr"),
        visit(buyer, Variant("en", "phone"), at="/scan"),
    )
    await bina.reads("payees:code.scan_me")
    await bina.look("my-code")
    await bina.press("payees:code.add_amount")
    await bina.write("payees:code.amount", "80")
    await bina.write("payees:code.note", "दो किलो आलू")
    await bina.look("code-amount-sheet")
    await bina.press("payees:code.show")
    await bina.sees(exactly(80))
    async with bina.page.expect_download() as download:
        await bina.press("payees:code.save")
    picture = await (await download.value).path()

    await asha.is_on("payees:scan.title")
    await asha.look("scan")
    async with asha.page.expect_file_chooser() as chooser:
        await asha.press("payees:scan.picture")
    await (await chooser.value).set_files(
        {"name": "code.png", "mimeType": "image/png", "buffer": picture.read_bytes()}
    )
    await asha.is_on("payments:amount.title")
    assert await asha.box("payments:amount.label").input_value() == "80"
    assert await asha.box("payments:amount.note").input_value() == "दो किलो आलू"
    await asha.sees("Bina K")
    await asha.look("amount-from-code")

    await asha.go("/scan")
    await asha.press("payees:scan.type")
    await asha.write("payees:type.label", shop.phone)
    await asha.look("type-code-sheet")
    await asha.press("payees:type.find")
    await asha.is_on("payments:amount.title")
