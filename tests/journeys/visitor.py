"""Somebody at a browser: finds things by their names, and looks at each screen with all care."""

import asyncio
import os
import re
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from playwright.async_api import (
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    Response,
    expect,
)
from tests.given import API, PASSWORD, PIN, Member
from tests.journeys.axe import barriers
from tests.journeys.words import NAMES, Words
from tests.system import System

PATIENCE_S: Final = 20
SHOTS: Final = Path(__file__).parent / "shots"
SIZES: Final = {"phone": (360, 740), "desktop": (1280, 800)}
THEMES: Final[tuple[Literal["light", "dark"], ...]] = ("light", "dark")
# Chromium says the first of each answer from 400 on, which are heard of by themselves; and only
# who is to be offline keeps the shell.
KNOWN: Final = ("Failed to load resource", "Service Worker registration blocked by Playwright")
# A question that the app itself gave up, or that ended with its page.
GIVEN_UP: Final = "net::ERR_ABORTED"
# A frame later, because a colour that is inherited moves down one level a frame.
QUIET: Final = """async (loading) => {
  await new Promise((go) => requestAnimationFrame(() => setTimeout(go)))
  return document.fonts.status === "loaded"
  && !document.querySelector("[aria-busy=true]")
  && ![...document.querySelectorAll("[role=status]")].some((n) => n.ariaLabel === loading)
  && [...document.images].every((image) => image.complete || !image.checkVisibility())
  && !document.getAnimations().some((a) => a.playState === "running"
    && a.effect?.getComputedTiming().endTime !== Infinity)
}"""
# The app writes its answers down a second after they came.
KEPT: Final = """() => new Promise((tell) => {
  const open = indexedDB.open("batua")
  open.onerror = () => tell(false)
  open.onsuccess = () => {
    const all = open.result.transaction("answers").objectStore("answers").getAll()
    all.onsuccess = () => tell(JSON.stringify(all.result).includes(location.pathname.split("/").at(-1)))
  }
})"""
# What makes the page scroll sideways, and words that a box cuts off without saying so by dots.
TOO_WIDE: Final = """() => {
  const room = document.documentElement.clientWidth
  const isWide = document.documentElement.scrollWidth > room
  const isTooWide = (node) => {
    if (isWide && node.getBoundingClientRect().right > room + 1) return true
    const { overflowX, textOverflow, webkitLineClamp } = getComputedStyle(node)
    return ["hidden", "clip"].includes(overflowX) && node.scrollWidth > node.clientWidth + 1
      && textOverflow !== "ellipsis" && webkitLineClamp === "none" && node.innerText.trim() !== ""
  }
  const seen = [...document.querySelectorAll("body *")].filter((node) =>
    node.checkVisibility() && !node.closest(".hidden-text, svg, script") && isTooWide(node))
  return seen.slice(-3).map((node) => node.outerHTML.slice(0, 160))
}"""


@dataclass(frozen=True)
class Variant:
    """A language, and a phone or a desk."""

    language: str = "en"
    size: str = "phone"

    def __str__(self) -> str:
        return f"{self.size}-{self.language}"


@dataclass
class Tally:
    """How many screens were looked at, over the whole run."""

    screens: set[str] = field(default_factory=set)
    looks: int = 0

    def write(self) -> None:
        """Leave the numbers beside the pictures."""
        variants = Counter(name.partition(" ")[0] for name in self.screens)
        lines = [f"{name} {count}" for name, count in sorted(variants.items())]
        total = f"{len(variants)} screens, {len(self.screens)} of them counted by variant"
        SHOTS.mkdir(exist_ok=True)
        worker = os.environ.get("PYTEST_XDIST_WORKER", "all")
        (SHOTS / f"looked-at-{worker}.txt").write_text(
            "\n".join([total, f"{self.looks} runs of axe", *lines]) + "\n"
        )


@dataclass
class Visitor:
    """A person at a browser of her own.

    wrong     everything that no visitor should meet, with the screen where it was
    expected  shapes of what this journey provokes: "409 /api/v1/payments"
    """

    system: System
    context: BrowserContext
    page: Page
    variant: Variant
    tally: Tally
    member: Member | None = None
    wrong: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)
    screen: str = "start"

    def __post_init__(self) -> None:
        self.words = Words(self.variant.language)
        self.watch(self.page)

    # What goes wrong without being seen

    def watch(self, page: Page) -> None:
        """Hear what a page says to its developers."""
        self.page = page
        page.on("console", self._hear_console)
        page.on("pageerror", lambda error: self.complain(f"error: {error}"))
        page.on("response", self._hear_answer)
        page.on("requestfailed", self._hear_lost)

    def complain(self, words: str) -> None:
        """Something that must not be."""
        self.wrong.append(f"{self.screen} ({self.variant}): {words}")

    def expect(self, *shapes: str) -> None:
        """Answers that this journey provokes: "409 /payments", or "lost /payments"."""
        self.expected.extend(shapes)

    def _is_expected(self, what: str) -> bool:
        return any(re.search(shape, what) for shape in self.expected)

    def _hear_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not message.text.startswith(KNOWN):
            self.complain(f"console {message.type}: {message.text}")

    def _hear_answer(self, answer: Response) -> None:
        what = f"{answer.status} {answer.url.removeprefix(self.system.address)}"
        if answer.status >= 400 and not self._is_expected(what):
            self.complain(f"answer: {what}")

    def _hear_lost(self, request: Request) -> None:
        what = f"lost {request.url.removeprefix(self.system.address)} {request.failure}"
        if request.failure != GIVEN_UP and not self._is_expected(what):
            self.complain(what)

    # Finding things by what they are called

    @property
    def main(self) -> Locator:
        """The screen itself, without what stands around it."""
        return self.page.get_by_role("main")

    def button(self, key: str, **values: object) -> Locator:
        """A button of the screen by its words; values that are not given may be anything."""
        return self.main.get_by_role("button", name=self.words.shape(key, **values))

    def link(self, key: str, **values: object) -> Locator:
        """A link of the screen by its words."""
        return self.main.get_by_role("link", name=self.words.shape(key, **values))

    def row(self, text: str) -> Locator:
        """A row of a list in which something stands, to be tapped."""
        rows = self.main.get_by_role("listitem").filter(has_text=text)
        return rows.get_by_role("link").or_(rows.get_by_role("button")).first

    def box(self, key: str) -> Locator:
        """A field by its label."""
        return self.main.get_by_label(self.words(key), exact=True)

    def bar(self, key: str) -> Locator:
        """A sign of the bar on top."""
        name = self.words(key)
        signs = self.page.get_by_role("button", name=name, exact=True)
        return signs.or_(self.page.get_by_role("link", name=name, exact=True)).first

    async def press(self, key: str, **values: object) -> None:
        """Press a button."""
        await self.button(key, **values).click()

    async def follow(self, key: str, **values: object) -> None:
        """Follow a link."""
        await self.link(key, **values).click()

    async def agree(self, key: str, **values: object) -> None:
        """Press the button of the sheet that asks once more."""
        sheet = self.page.get_by_role("dialog")
        await sheet.get_by_role("button", name=self.words.shape(key, **values)).click()

    async def write(self, key: str, text: str) -> None:
        """Fill a field."""
        await self.box(key).fill(text)

    async def reads(self, key: str, **values: object) -> Locator:
        """Wait until a sentence stands on the screen; holes that are not named hold anything."""
        return await self.sees(self.words.shape(key, **values))

    async def sees(self, text: "str | re.Pattern[str]") -> Locator:
        """Wait until a text is visible somewhere on the page."""
        found = self.page.get_by_text(text).locator("visible=true").first
        await expect(found).to_be_visible()
        return found

    async def is_on(self, key: str) -> None:
        """Wait for the screen of this title."""
        title = self.page.get_by_role("heading", level=1, name=self.words(key), exact=True)
        await expect(title).to_be_attached()

    async def go(self, path: str) -> None:
        """Type an address."""
        await self.page.goto(self.system.address + path)

    # Money and secrets, by the keys under the thumb or those of the desk

    async def type_amount(self, key: str, amount: str) -> None:
        """Say how much."""
        if self.variant.size == "desktop":
            await self.write(key, amount)
            return
        for digit in amount:
            await self.main.get_by_role("button", name=digit, exact=True).click()

    async def type_pin(self, key: str, pin: str = PIN) -> None:
        """Give a PIN."""
        await expect(self.box(key)).to_be_editable()
        if self.variant.size == "desktop":
            await self.write(key, pin)
            return
        for digit in pin:
            await self.main.get_by_role("button", name=digit, exact=True).click()

    # Looking

    async def quiet(self) -> None:
        """Wait until everything that was on its way has come."""
        await self.until(QUIET, self.words("state.loading"))

    async def until(self, question: str, arg: object) -> None:
        """Ask the page until it says yes. Its policy forbids the eval that Playwright waits with."""
        deadline = time.monotonic() + PATIENCE_S
        while not await self.page.evaluate(question, arg):
            assert time.monotonic() < deadline, f"{self.screen} never came to: {question}"
            await asyncio.sleep(0.03)

    async def look(self, screen: str) -> None:
        """Look at a screen by day and by night: barriers, width, and a picture of each."""
        self.screen = screen
        found: dict[str, list[str]] = {}
        for theme in THEMES:
            await self.page.emulate_media(color_scheme=theme)
            if self.page.url.startswith(self.system.address):
                await self.until("(it) => document.documentElement.dataset.theme === it", theme)
                await expect(self.main).to_be_attached()  # not what stands in for it
            await self.quiet()
            for barrier in await barriers(self.page):
                found.setdefault(barrier, []).append(theme)
            self.tally.looks += 1
            await self.picture(f"{screen}-{self.variant.language}-{self.variant.size}-{theme}")
        for barrier, themes in found.items():
            self.complain(f"{' and '.join(themes)}: {barrier}")
        for wide in await self.page.evaluate(TOO_WIDE):
            self.complain(f"too wide: {wide}")
        self.tally.screens.add(f"{screen} {self.variant}")
        await self.page.emulate_media(color_scheme="light")

    async def picture(self, name: str) -> None:
        """Keep what is seen now, for the eye of whoever changed it; whole pages take longer."""
        SHOTS.mkdir(exist_ok=True)
        whole = os.environ.get("BATUA_SHOTS") == "whole"
        await self.page.screenshot(path=SHOTS / f"{name}.png", full_page=whole)

    # Getting in

    async def choose_language(self) -> None:
        """The first screen of all."""
        await self.main.get_by_role("button", name=NAMES[self.variant.language]).click()

    async def knock(self, who: Member, *, after: str | None = None) -> None:
        """Sign in by phone, password and the code of a new device."""
        await self.write("identity:details.phone", who.phone.removeprefix("+91"))
        await self.write("identity:sign_in.password", PASSWORD)
        await self.press("identity:sign_in.do")
        await self.box("identity:code.field").fill(await self.system.code(who.phone, after=after))

    async def kept_for_later(self) -> None:
        """Wait until the shell and the last answers are on the device."""
        await self.page.evaluate("async () => { await navigator.serviceWorker.ready }")
        await self.until(KEPT, None)

    async def reopen(self) -> None:
        """A new tab in the same browser."""
        self.watch(await self.context.new_page())


async def let_in(context: BrowserContext, who: Member) -> None:
    """Give a browser the cookies of a sign-in on the device that is known."""
    held = {
        "name": "batua_device",
        "value": who.device_token,
        "url": f"{who.system.address}{API}/auth",
    }
    await context.add_cookies([{**held, "httpOnly": True, "sameSite": "Strict"}])
    answer = await context.request.post(
        f"{who.system.address}{API}/auth/login",
        headers={"Batua-Client": "web"},
        data={"identifier": who.phone, "password": PASSWORD},
    )
    assert answer.ok, await answer.text()
    assert (await answer.json())["session"] is not None, "the device should be known"
