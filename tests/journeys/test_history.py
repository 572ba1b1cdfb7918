"""What happened: sifted, searched, taken along as a file."""

import csv
import io

from playwright.async_api import expect
from tests import given
from tests.given import Member
from tests.journeys.conftest import Visit
from tests.journeys.visitor import Variant, Visitor
from tests.journeys.words import exactly
from tests.system import System


async def some_history(system: System) -> Member:
    """Asha with three sends and money that came."""
    asha, bina, ravi = await given.members(system, ["Asha Devi", "Bina Kumari", "Ravi Das"])
    await asha.fund(3000_00)
    for payee, whole, note in (
        (bina, 40, "Tea leaves"),
        (ravi, 200, "Bus to Ranchi"),
        (ravi, 650, "Roof tiles"),
    ):
        answer = await asha.send(payee.id, whole * 100, key=given.a_key(), note=note)
        assert answer.status_code == 201, answer.text
    return asha


async def test_the_history_is_sifted_and_searched_on_a_phone(system: System, visit: Visit) -> None:
    asha = await visit(await some_history(system), Variant("hi", "phone"), at="/activity")
    rows = asha.main.get_by_role("listitem")
    await expect(rows).to_have_count(4)
    await asha.look("activity")
    await asha.bar("payments:filter.open_zero").click()
    await asha.press("payments:filter.out")
    await asha.write("payments:filter.min", "150")
    await asha.look("filters")
    await asha.press("payments:filter.show")
    await expect(rows).to_have_count(2)
    await asha.look("activity-filtered")
    await asha.box("payments:activity.search").fill("Roof")
    await expect(rows).to_have_count(1)
    await asha.box("payments:activity.search").fill("Nobody wrote this")
    await asha.reads("payments:activity.none_fit")
    await asha.look("activity-none")
    await asha.press("payments:filter.clear")
    await expect(rows).to_have_count(4)
    await asha.bar("nav.search").click()
    await finds(asha)


async def finds(asha: Visitor) -> None:
    """One field for people, payments and places."""
    await asha.reads("search:start.title")
    await asha.look("search-start")
    await asha.write("search:field", "ravi")
    await expect(asha.row("Ravi Das")).to_be_visible()
    await asha.look("search-people")
    await asha.write("search:field", "tiles")
    await expect(asha.row("Roof tiles")).to_be_visible()
    await asha.write("search:field", asha.words("search:places.limits"))
    await asha.row(asha.words("search:places.limits")).click()
    await asha.is_on("wallets:limits.title")


async def test_the_history_is_a_table_on_a_desk_and_goes_along_as_csv(
    system: System, visit: Visit
) -> None:
    asha = await visit(await some_history(system), Variant("en", "desktop"), at="/activity")
    rows = asha.main.get_by_role("row")
    await expect(rows).to_have_count(5)
    await asha.look("activity")
    await asha.main.get_by_label(asha.words("payments:filter.person")).select_option("Ravi Das")
    await expect(rows).to_have_count(3)
    await asha.press("payments:filter.kinds.send")
    await asha.look("activity-filtered")
    async with asha.page.expect_download() as download:
        await asha.press("payments:activity.export")
    text = (await (await download.value).path()).read_text("utf-8-sig")
    notes = {value for line in csv.reader(io.StringIO(text)) for value in line}
    assert {"Bus to Ranchi", "Roof tiles"} <= notes
    assert "Tea leaves" not in notes
    await rows.filter(has_text="Roof tiles").click()
    await asha.is_on("payments:receipt.title")
    await asha.sees(exactly(650))
