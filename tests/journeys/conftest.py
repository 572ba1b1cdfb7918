"""A browser for the journeys, and people who visit."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, async_playwright, expect
from tests.given import Member
from tests.journeys.moved import Moved, ahead
from tests.journeys.visitor import PATIENCE_S, SIZES, Tally, Variant, Visitor, let_in
from tests.journeys.words import TAGS
from tests.system import System
from tools.chromium import find

PATIENCE_MS = PATIENCE_S * 1000
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Visit = Callable[..., Awaitable[Visitor]]
VARIANTS = [Variant("hi", "phone"), Variant("en", "desktop")]
# The long ones run beside the others, with a system of their own.
BESIDE = {"test_sending.py", "test_requests.py"}
# These need a system of their own anyway.
MOVED = {"test_late.py", "test_dues.py"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys share a running system, and one event loop with the browser."""
    for item in items:
        if item.path.parent.name == "journeys":
            item.add_marker(pytest.mark.journey)
            name = item.path.name
            group = "beside" if name in BESIDE else "moved" if name in MOVED else "system"
            item.add_marker(pytest.mark.xdist_group(group))
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


@pytest.fixture(scope="session")
def tally() -> Tally:
    """How much was looked at."""
    return Tally()


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium(tally: Tally) -> AsyncIterator[Browser]:
    """One browser for all journeys; each visitor has a profile of her own in it."""
    path = find()
    assert path is not None, "no Chromium: run tools/chromium.py"
    expect.set_options(timeout=PATIENCE_MS)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        await browser.close()
    tally.write()


@pytest_asyncio.fixture(loop_scope="session")
async def visit(system: System, chromium: Browser, tally: Tally) -> AsyncIterator[Visit]:
    """Opens a browser for somebody, signed in when a member is named; at the end nothing was wrong."""
    async with visits(system, chromium, tally) as open_for:
        yield open_for


@pytest.fixture(scope="session")
def moved() -> Iterator[Moved]:
    """A system of its own whose clock is moved; it stands at ten in the morning of tomorrow."""
    with ahead() as found:
        yield found


@pytest_asyncio.fixture(loop_scope="session")
async def visit_moved(moved: Moved, chromium: Browser, tally: Tally) -> AsyncIterator[Visit]:
    """The same for the system whose clock is moved."""
    async with visits(moved.system, chromium, tally, moved.welcome) as open_for:
        yield open_for
    moved.visitors.clear()


@asynccontextmanager
async def visits(
    system: System,
    chromium: Browser,
    tally: Tally,
    welcome: Callable[[BrowserContext], Awaitable[None]] | None = None,
) -> AsyncIterator[Visit]:
    """Opens browsers while the block runs; after it, nothing was wrong in any of them.

    welcome  done to each before its first page
    """
    visitors: list[Visitor] = []

    async def open_for(
        who: Member | None = None,
        variant: Variant | None = None,
        *,
        at: str = "/",
        offline: bool = False,
    ) -> Visitor:
        found = await a_visitor(system, chromium, tally, who, variant or Variant(), offline)
        visitors.append(found)
        if welcome is not None:
            await welcome(found.context)
        await found.go(at)
        return found

    yield open_for
    wrong = [words for visitor in visitors for words in visitor.wrong]
    for visitor in visitors:
        await visitor.context.close()
    assert not wrong, "\n".join(wrong)


async def a_visitor(
    system: System,
    chromium: Browser,
    tally: Tally,
    who: Member | None,
    variant: Variant,
    offline: bool,
) -> Visitor:
    """A browser profile of this size and language; the shell is kept for offline when wanted."""
    width, height = SIZES[variant.size]
    kept = [{"name": "batua.language", "value": variant.language}]
    if who:
        kept.append({"name": "batua.person", "value": who.id})
    context = await chromium.new_context(
        viewport={"width": width, "height": height},
        has_touch=variant.size == "phone",
        locale=TAGS[variant.language],
        timezone_id="Asia/Kolkata",
        reduced_motion="reduce",
        service_workers="allow" if offline else "block",
        storage_state={
            "cookies": [],
            "origins": [{"origin": system.address, "localStorage": kept if who else []}],
        },
    )
    context.set_default_timeout(PATIENCE_MS)
    if who:
        await let_in(context, who)
    return Visitor(system, context, await context.new_page(), variant, tally, who)


@pytest.fixture(params=VARIANTS, ids=str)
def variant(request: pytest.FixtureRequest) -> Variant:
    """Each size and each language once; which of them meet makes no difference to a journey."""
    found: Variant = request.param
    return found
