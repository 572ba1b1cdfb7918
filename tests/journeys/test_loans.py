"""A loan from the question to its last rupee: reckoned, asked, answered for, voted, paid out, paid back."""

import asyncio

from tests import given
from tests.given import Member, inr
from tests.journeys.conftest import Visit
from tests.journeys.steps import PEOPLE
from tests.journeys.visitor import Variant, Visitor
from tests.system import System

RULES = {
    "admission": "invited",
    "vote": {"second_factor_minor": 10_000_00},
    "loans": [{"key": "loan", "name": "Loan", "rate_bps": 200, "guarantors": 1}],
}


async def test_a_loan_is_asked_guaranteed_voted_paid_out_and_paid_back(
    system: System, visit: Visit
) -> None:
    borrower, friend = await asyncio.gather(
        given.member(system, PEOPLE["en"][0], money=1_000_00),
        given.member(system, PEOPLE["hi"][1], money=1_000_00, language="hi"),
    )
    group = await lending(borrower, friend)
    asha, bina = await asyncio.gather(
        visit(borrower, Variant("en", "phone"), at=f"/groups/{group}/loans"),
        visit(friend, Variant("hi", "desktop"), at=f"/groups/{group}"),
    )
    await asha.reads("loans:list.none")
    await asha.follow("loans:list.borrow")
    await ask(asha)
    # Her screen stood open all the while.
    await bina.row(bina.words("loans:needs.answer", name=PEOPLE["en"][0])).click()
    await bina.reads("loans:guarantee.title")
    await bina.look("loan-guarantee")
    await bina.press("loans:guarantee.yes")
    await bina.type_pin("payments:pin.label")
    await bina.follow("loans:one.vote")
    await bina.reads("loans:terms.apr")
    await bina.look("loan-vote")
    await bina.press("groups:cast.yes")
    await bina.reads("groups:status.executed")

    await asha.reads("loans:status.active")
    assert await borrower.balance() == 1_200_00
    await asha.look("loan-active")
    await asha.press("loans:change.ask")
    await asha.look("loan-change")
    await asha.agree("do.close")
    await pay_back(asha)
    await bina.go(f"/groups/{group}/loans")
    await bina.reads("loans:status.closed")
    await bina.look("loans")
    assert await borrower.balance() == 588_00


async def lending(asha: Member, bina: Member) -> str:
    """A group that lends, with 400 rupees of each of two people in its pot."""
    body = {"kind": "savings_group", "name": "Friends of the well", "constitution": RULES}
    group = (await asha.post("/groups", body, key=given.a_key()))["id"]
    secret = (await asha.post(f"/groups/{group}/invites", {}))["secret"]
    await bina.post("/groups/join", {"secret": secret})
    for who in (asha, bina):
        path = f"/groups/{group}/transactions"
        await who.post(path, {"amount": inr(400_00)}, key=given.a_key())
    return str(group)


async def ask(asha: Visitor) -> None:
    """Six hundred rupees for a year, answered for by the other."""
    await asha.type_amount("loans:borrow.how_much", "600")
    await asha.reads("loans:terms.apr")
    await asha.look("loan-reckoned")
    await asha.press("do.next")
    await asha.write("loans:ask.purpose", "A sewing machine")
    await asha.main.get_by_role("checkbox").check()
    await asha.look("loan-ask")
    await asha.press("loans:ask.go")
    await asha.reads("loans:status.asked")
    await asha.look("loan-asked")


async def pay_back(asha: Visitor) -> None:
    """All of it at once: what was lent, and the interest of the one month that has begun."""
    await asha.press("loans:one.repay")
    await asha.agree("loans:repay.all")
    await asha.look("loan-repay")
    # Whether a payment asks for the PIN is the server's to say, by refusing it without.
    asha.expect(r"403 .*/repayments$")
    await asha.agree("loans:repay.go")
    await asha.type_pin("payments:pin.label")
    await asha.reads("loans:status.closed")
    await asha.look("loan-closed")
