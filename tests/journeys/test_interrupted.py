"""What breaks off in the middle: a tab that dies, an answer that is lost, a day without network."""

import asyncio
import re

from playwright.async_api import Route, expect
from tests import given
from tests.given import Member
from tests.journeys.conftest import Visit
from tests.journeys.steps import PEOPLE, order_to, reveal_balance, shows_balance
from tests.journeys.visitor import Variant, Visitor
from tests.journeys.words import exactly, rupees
from tests.system import System

ORDERS = re.compile(r"/api/v1/payments$")
LOST = "lost /api/v1/payments"


class Line:
    """The way of the orders to the server, which breaks after or before they arrive."""

    def __init__(self, visitor: Visitor) -> None:
        self.context = visitor.context
        self.arrived = asyncio.Event()

    async def keep_answers(self) -> None:
        """The server gets the order, and its answer never comes."""

        async def only_there(route: Route) -> None:
            if route.request.method != "POST":
                await route.fallback()
                return
            answer = await route.fetch()
            assert answer.status == 201, await answer.text()
            self.arrived.set()

        await self.context.route(ORDERS, only_there)

    async def lose_answers(self) -> None:
        """The server gets the order, and the network breaks down before the answer is here."""

        async def there_and_lost(route: Route) -> None:
            if route.request.method == "POST":
                await route.fetch()
                self.arrived.set()
            await route.abort("connectionreset")

        await self.context.route(ORDERS, there_and_lost)

    async def lose_orders(self) -> None:
        """Nothing arrives at all."""
        await self.context.route(ORDERS, lambda route: route.abort("internetdisconnected"))

    async def mend(self) -> None:
        """Everything goes through again."""
        await self.context.unroute_all(behavior="ignoreErrors")


async def two(system: System, language: str = "en") -> list[Member]:
    """Asha, who has 1,000 rupees, and Bina."""
    return [
        await given.member(system, name, money=money, language=language)
        for name, money in zip(PEOPLE[language], (1000_00, 0), strict=True)
    ]


async def assert_paid_once(payer: Member, payee: Member, whole: int) -> None:
    """One payment, and both balances say so."""
    assert (await payer.balance(), await payee.balance()) == ((1000 - whole) * 100, whole * 100)
    sent = [item for item in (await payer.get("/payments"))["items"] if item["kind"] == "send"]
    assert len(sent) == 1


async def test_a_tab_killed_while_sending_pays_once_and_tells_it_when_it_is_opened_again(
    system: System, visit: Visit
) -> None:
    payer, payee = await two(system)
    asha = await visit(payer)
    line = Line(asha)
    await line.keep_answers()
    await order_to(asha, payee, 250)
    await line.arrived.wait()
    await asha.page.close()
    await line.mend()

    await asha.reopen()
    await asha.go("/")
    told = asha.words.shape("payments:pending.send", amount=rupees(250))
    toast = asha.page.get_by_role("status").get_by_text(told)
    await expect(toast).to_be_visible()
    await asha.look("home-told-after-kill")
    await reveal_balance(asha, 750)
    see = asha.page.get_by_role("status").get_by_role(
        "button", name=asha.words("payments:pending.see")
    )
    await see.click()
    await asha.reads("payments:done.succeeded_out")
    await assert_paid_once(payer, payee, 250)
    assert await asha.page.evaluate("() => localStorage.getItem('batua.pending')") is None


async def test_an_order_whose_answer_or_whose_way_is_lost_goes_once(
    system: System, visit: Visit
) -> None:
    payer, payee = await two(system, "hi")
    asha = await visit(payer, Variant("hi", "phone"))
    asha.expect(LOST)
    line = Line(asha)
    await line.lose_answers()
    await order_to(asha, payee, 310)
    await asha.reads("payments:sending.once")
    await asha.look("sending")
    await line.mend()
    await asha.reads("payments:done.succeeded_out")
    await asha.sees(exactly(310))
    await assert_paid_once(payer, payee, 310)

    await line.lose_orders()
    await order_to(asha, payee, 600)
    await asha.reads("payments:sending.once")
    await asha.press("payments:sending.home")
    await asha.reads("payments:sending.send", amount=rupees(600))
    await asha.look("home-underway")
    assert await payee.balance() == 310_00
    await line.mend()
    told = asha.words.shape("payments:pending.send", amount=rupees(600))
    await expect(asha.page.get_by_role("status").get_by_text(told)).to_be_visible()
    await reveal_balance(asha, 90)
    assert (await payer.balance(), await payee.balance()) == (90_00, 910_00)


async def test_without_a_network_the_last_known_opens_with_its_age(
    system: System, visit: Visit
) -> None:
    payer, payee = await two(system)
    sent = (await payer.send(payee.id, 125_00, key=given.a_key(), note="Tea leaves")).json()
    asha = await visit(payer, offline=True)
    await asha.row("Tea leaves").click()
    await asha.is_on("payments:receipt.title")
    await asha.sees(sent["reference"])
    await asha.kept_for_later()
    asha.expect("^lost ")
    await asha.context.set_offline(True)
    await asha.page.reload()
    await asha.sees(sent["reference"])
    await asha.reads("state.offline")
    await asha.reads("state.just_now")
    await asha.look("receipt-offline")
    await asha.go("/")
    await asha.reads("state.just_now")
    await reveal_balance(asha, 875)
    await asha.look("home-offline")
    await asha.context.set_offline(False)
    await payee.send(payer.id, 25_00, key=given.a_key())
    await shows_balance(asha, 900)
    await expect(asha.page.get_by_text(asha.words("state.offline"))).to_have_count(0)
