"""What belongs to the person and to the device: profile, language, colours."""

import io
import time

from PIL import Image, ImageDraw
from playwright.async_api import FilePayload, expect
from tests import given
from tests.given import inr
from tests.journeys.conftest import Visit
from tests.journeys.visitor import Variant, Visitor
from tests.journeys.words import NAMES, Words
from tests.system import System


def a_photo() -> FilePayload:
    """A face, more or less."""
    picture = Image.new("RGB", (640, 480), "#f0a030")
    ImageDraw.Draw(picture).ellipse((220, 100, 420, 340), fill="#7a3010")
    file = io.BytesIO()
    picture.save(file, "PNG")
    return {"name": "me.png", "mimeType": "image/png", "buffer": file.getvalue()}


async def test_a_profile_gets_a_photo_and_a_handle_that_others_find(
    system: System, visit: Visit
) -> None:
    member, other = await given.members(system, ["Asha Devi", "Bina Kumari"])
    handle = f"asha.{time.time_ns() % 10**9}"
    asha = await visit(member, Variant("en", "phone"), at="/you/profile")
    asha.expect("404 /api/v1/people/")
    async with asha.page.expect_file_chooser() as chooser:
        await asha.press("identity:photo.add")
    await (await chooser.value).set_files(a_photo())
    await asha.button("identity:photo.remove").wait_for()
    await asha.write("identity:profile.handle", handle)
    await asha.reads("identity:profile.handle_free")
    await asha.look("profile")
    await asha.press("identity:profile.save")
    await asha.reads("identity:profile.saved")

    await member.fund(10_00)
    await member.send(other.id, 10_00, key=given.a_key())
    bina = await visit(other, Variant("hi", "desktop"), at="/send")
    await expect(bina.main.get_by_role("listitem").locator("img")).to_have_count(0)
    await bina.write("payees:search.label", f"{handle}@batua")
    await bina.row(bina.words("payees:look_up.second")).click()
    await bina.reads("payees:look_up.is_it")
    await expect(bina.main.get_by_role("status").locator("img")).to_be_visible()
    await bina.look("found-by-handle")


async def speaks(visitor: Visitor, language: str) -> None:
    """Choose a language on the bar of whatever screen this is."""
    await visitor.bar("nav.language").click()
    await visitor.page.get_by_role("dialog").get_by_role("button", name=NAMES[language]).click()
    visitor.words = Words(language)


async def test_language_and_colours_change_on_any_screen_and_keep_what_was_typed(
    system: System, visit: Visit
) -> None:
    guest = await visit(None)
    await guest.choose_language()
    await guest.press("identity:welcome.register")
    await guest.write("identity:details.name", "Asha Devi")
    await guest.bar("nav.language").click()
    await guest.look("language-sheet")
    await guest.page.keyboard.press("Escape")
    await speaks(guest, "hi")
    await guest.is_on("identity:details.title")
    assert await guest.box("identity:details.name").input_value() == "Asha Devi"
    await guest.bar("theme.to_dark").click()
    theme = "() => document.documentElement.dataset.theme"
    assert await guest.page.evaluate(theme) == "dark"
    await guest.page.reload()
    await guest.is_on("identity:details.title")
    assert await guest.page.evaluate(theme) == "dark"

    member, other = await given.members(system, ["Asha Devi", "Bina Kumari"])
    await member.fund(100_00)
    asha = await visit(member, at=f"/send/{other.id}")
    await asha.type_amount("payments:amount.label", "75")
    await asha.write("payments:amount.note", "मिठाई")
    await speaks(asha, "hi")
    await asha.is_on("payments:amount.title")
    assert await asha.box("payments:amount.label").input_value() == "75"
    assert await asha.box("payments:amount.note").input_value() == "मिठाई"
    await other.post("/requests", {"payer": member.id, "amount": inr(5_00)}, key=given.a_key())
    await expect(asha.page.locator("html")).to_have_attribute("lang", "hi")
    assert (await member.get("/me"))["language"] == "hi"
