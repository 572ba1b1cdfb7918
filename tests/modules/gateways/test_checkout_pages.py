"""Checkout pages of ours: what they show, in which language, and what comes back with the payer."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import httpx
import pytest
import pytest_asyncio
from tests.modules.gateways.given import Line
from tests.modules.gateways.providers.test_paytm import SETTINGS, form
from tests.modules.gateways.providers.test_upi import SETTINGS as UPI
from tests.sandbox.server import Receiver, SandboxClient

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.ids import new_id
from batua.kit.secrets import KeyRing
from batua.kit.web import AppParts, WebSettings, create_app
from batua.modules.gateways import api, service
from batua.modules.gateways.api import screens
from batua.modules.gateways.providers.paytm.rail import connect
from batua.modules.gateways.providers.upi import rail as upi
from batua.modules.gateways.types import PERMISSIONS, AttemptState, Direction, HandOver, Scan
from batua.modules.identity import service as identity


@pytest_asyncio.fixture
async def paytm(line: Line, sandbox: SandboxClient, receiver: Receiver) -> AsyncIterator[None]:
    await sandbox.call_back("paytm", receiver.url)
    patient = {"timeout_ms": 15_000, "budget_ms": 20_000}
    rail = connect(replace(SETTINGS, url=f"{sandbox.url}/paytm", **patient))
    line.rails = replace(line.rails, providers={**line.rails.providers, "paytm": rail})
    yield
    await rail.aclose()


@pytest_asyncio.fixture
async def browser(
    db: Database, keys: KeyRing, line: Line, paytm: None
) -> AsyncIterator[httpx.AsyncClient]:
    del paytm
    app = create_app(
        AppParts(
            db=db,
            keys=keys,
            routes=api.ROUTES,
            authenticate=identity.Authenticator(db, keys),
            grants=PERMISSIONS,
            web_settings=WebSettings(public_url="https://batua.example", rate_factor=1000),
            rooms={
                "rails": line.rails,
                "connections": None,
                "callback_door": service.CallbackDoor(line.db, line.rails),
            },
        )
    )
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://batua.test") as client:
        yield client


def at(id: UUID) -> str:
    return f"/api/v1/checkouts/{id}"


def fields(page: str) -> dict[str, str]:
    return dict(re.findall(r'name="(\w+)" value="([^"]*)"', page))


async def test_the_page_hands_the_payer_over_and_takes_her_back(
    browser: httpx.AsyncClient, line: Line, sandbox: SandboxClient
):
    made = await line.started(provider="paytm")
    page = await browser.get(at(made.id), headers={"accept-language": "hi-IN,en;q=0.5"})
    assert page.headers["content-type"].startswith("text/html")
    assert '<html lang="hi">' in page.text
    assert "₹125.00 दें" in page.text
    assert (await browser.get(at(made.id) + "/state")).json() == {"is_open": True}
    told = fields(page.text)
    async with httpx.AsyncClient() as outside:
        gone = await outside.post(
            f"{sandbox.url}/paytm/theia/api/v1/showPaymentPage",
            data={name: told[name] for name in ("mid", "orderId", "txnToken")},
        )
    await sandbox.act(gone.headers["location"].rpartition("/")[2], "pay")
    raw = form({"ORDERID": str(made.id), "STATUS": "TXN_SUCCESS"})
    back = await browser.post(at(made.id), content=raw)
    assert (back.status_code, back.headers["location"]) == (303, made.return_url)
    await line.do_jobs()
    assert (await line.now(made.id)).state is AttemptState.SUCCEEDED
    assert (await browser.get(at(made.id) + "/state")).json() == {"is_open": False}
    over = await browser.get(at(made.id))
    assert "Paid. Thank you." in over.text
    assert "<form" not in over.text


@pytest.mark.parametrize("body", [b"", b"ORDERID=x&CHECKSUMHASH=forged", b"\xff", b"{}"])
async def test_what_is_not_signed_changes_nothing(browser: httpx.AsyncClient, line: Line, body):
    made = await line.started(provider="paytm")
    back = await browser.post(at(made.id), content=body)
    assert back.status_code == 303
    await line.do_jobs()
    assert (await line.now(made.id)).state is AttemptState.PENDING


async def test_a_code_is_shown_until_the_money_has_arrived(
    browser: httpx.AsyncClient, line: Line, sandbox: SandboxClient, receiver: Receiver
):
    await sandbox.call_back("upi", receiver.url)
    patient = {"timeout_ms": 15_000, "budget_ms": 20_000}
    rail = upi.connect(replace(UPI, url=f"{sandbox.url}/upi", **patient))
    line.rails.providers["upi"] = rail
    made = await line.started(provider="upi")
    page = await browser.get(at(made.id))
    assert "<svg" in page.text
    assert 'href="upi://pay?pa=batua@sandbox&amp;pn=Batua%20Mandal' in page.text
    assert f"tr={made.id.hex}&amp;am=125.00" in page.text
    assert "To Batua Mandal (batua@sandbox)" in page.text
    assert "form-action 'none'" in page.headers["content-security-policy"]
    await sandbox.act(made.provider_ref, "pay")
    await receiver.wait_for(1)
    for headers, body in receiver.calls:
        await service.CallbackDoor(line.db, line.rails).receive("upi", headers, body)
    await line.do_jobs()
    assert (await line.now(made.id)).state is AttemptState.SUCCEEDED
    assert (await browser.get(at(made.id) + "/state")).json() == {"is_open": False}
    await rail.aclose()


async def test_what_is_no_checkout_has_no_page(browser: httpx.AsyncClient, line: Line):
    out = await line.intend(Direction.OUT)
    for id in (out.id, new_id()):
        assert (await browser.get(at(id))).status_code == 404
        assert (await browser.post(at(id), content=b"")).status_code == 404
        assert (await browser.get(at(id) + "/state")).status_code == 404


async def test_a_page_that_is_over_does_not_open(browser: httpx.AsyncClient, line: Line):
    made = await line.started(provider="paytm")
    with clock.frozen(clock.now() + timedelta(hours=2)):
        page = await browser.get(at(made.id))
        assert (await browser.get(at(made.id) + "/state")).json() == {"is_open": False}
    assert "This payment is over." in page.text
    assert "<form" not in page.text


async def test_a_provider_in_trouble_is_told_of(browser: httpx.AsyncClient, line: Line):
    made = await line.started(provider="paytm")
    await line.sandbox.fault("garbage", "stand_ins")
    page = await browser.get(at(made.id))
    assert page.status_code == 200
    assert "cannot be opened just now" in page.text


async def test_what_comes_from_outside_is_shown_as_text(line: Line):
    """A page shows no markup of others, loads nothing, and sends forms to the provider alone."""
    evil = '"><script>alert(1)</script>'
    made = replace(await line.intend(), return_url=f"https://shop.example/{evil}")
    pages = [
        HandOver(f"https://pay.example/{evil}", {evil: evil}),
        Scan("upi://pay?pa=a@b", f"upi://pay?{evil}", evil, evil),
        None,
    ]
    for page in pages:
        shown = screens.checkout(made, page, "en")
        assert "<script>alert" not in shown.html
        assert shown.html.count("<script>") == 1
        assert "default-src 'none'" in shown.policy
        assert "unsafe" not in shown.policy
        assert "style=" not in shown.html
    assert "form-action https: https://pay.example" in screens.checkout(made, pages[0], "").policy
    assert "form-action 'none'" in screens.checkout(made, pages[1], "xx;q=1").policy
