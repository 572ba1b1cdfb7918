"""The HTTP of loans: reckoned, asked for, answered for, voted on, paid out, paid back once."""

import asyncio
from datetime import timedelta
from typing import Any

from tests.modules.groups.given import no_rails
from tests.modules.groups.test_api import Json, done, id_of, let_in, made, refused, vote
from tests.modules.payments import given
from tests.modules.payments.client import Client, rupees

from batua.kit import clock
from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.modules.groups import service as groups
from batua.modules.groups.types import GroupId

PRODUCT = {
    "key": "loan",
    "name": "Loan",
    "interest": "equal_principal",
    "rate_bps": 200,
    "max_count": 12,
    "savings_multiple_pct": 300,
}
LENDS: Json = {
    "admission": "invited",
    "vote": {"second_factor_minor": 10_000_00},
    "loans": [PRODUCT],
}
GUARDED: Json = {**LENDS, "loans": [{**PRODUCT, "guarantors": 1}], "reserve_minor": 50_00}


def wanted(amount: int = 120, count: int = 12, **more: Any) -> Json:
    return {"product": "loan", "amount": rupees(amount), "count": count, **more}


async def lending(people: list[Client], rules: Json = LENDS) -> tuple[Json, list[Json]]:
    """A group of these people, each of whom put 100 rupees into its pot; and their memberships."""
    group = await made(people[0], constitution=rules)
    await let_in(people[0], group, *people[1:])
    for who in people:
        body = {"amount": rupees(100)}
        done(await who("POST", f"/groups/{group['id']}/transactions", body))
    members = done(await people[0]("GET", f"/groups/{group['id']}/members"))["items"]
    return group, members


async def ask(who: Client, group: Json, *guarantors: Json, **more: Any) -> Json:
    named = [each["id"] for each in guarantors]
    body = {**wanted(), "purpose": "A sewing machine", "guarantors": named, **more}
    return dict(done(await who("POST", f"/groups/{group['id']}/loans", body)))


def at(group: Json, loan: Json, verb: str = "") -> str:
    return f"/groups/{group['id']}/loans/{loan['id']}{verb}"


async def pass_vote(db: Database, group: Json, loan: Json, *voters: Client) -> Json:
    """Everybody says yes, and the money goes."""
    path = f"/groups/{group['id']}/proposals/{loan['proposal_id']}"
    proposal = done(await voters[0]("GET", path))
    for who in voters:
        done(await vote(who, group, proposal))
    await groups.pay(db, no_rails(), GroupId(id_of(group)), id_of(proposal))
    return dict(done(await voters[0]("GET", at(group, loan))))


async def test_a_loan_from_its_quote_to_its_last_instalment(
    db: Database, as_asha: Client, as_bina: Client, as_chetan: Client
) -> None:
    group, members = await lending([as_asha, as_bina, as_chetan], GUARDED)
    path = f"/groups/{group['id']}"
    quote = done(await as_asha("POST", f"{path}/loans/quote", wanted()))
    assert (len(quote["rows"]), quote["cost"]["apr_bps"]) == (12, 2400)
    assert (quote["cost"]["interest"]["minor"], quote["cost"]["total"]["minor"]) == (15_60, 135_60)
    assert (quote["most"], quote["lendable"]) == (rupees(300), rupees(250))

    loan = await ask(as_asha, group, members[1])
    assert (loan["status"], loan["is_mine"], loan["guarantors_needed"]) == ("asked", True, 1)
    assert [row["total"] for row in loan["rows"]] == [row["total"] for row in quote["rows"]]
    assert done(await as_bina("GET", path))["needs"]["guarantees"] == [loan["id"]]
    assert done(await as_chetan("GET", path))["needs"]["guarantees"] == []

    no_pin = await as_bina(
        "POST", at(group, loan, "/answer"), {"is_yes": True}, headers={"Step-Up-Token": None}
    )
    assert refused(no_pin) == (403, "identity.step_up_required")
    loan = done(await as_bina("POST", at(group, loan, "/answer"), {"is_yes": True}))
    assert (loan["status"], loan["guarantees"][0]["status"]) == ("voting", "agreed")
    asked = done(await as_bina("GET", f"{path}/proposals/{loan['proposal_id']}"))
    assert (asked["kind"], asked["loan_id"], asked["amount"]) == ("loan", loan["id"], rupees(120))
    loan = await pass_vote(db, group, loan, as_bina, as_chetan)
    assert (loan["status"], loan["outstanding"], loan["is_mine"]) == ("active", rupees(120), False)
    assert (loan["due"]["amount"]["minor"], loan["payoff"]["minor"]) == (12_40, 122_40)
    assert await given.balance(db, as_asha.who) == 1_000_00 - 100_00 + 120_00

    paid = done(await as_asha("POST", at(group, loan, "/repayments"), {"amount": inr(12_40)}))
    assert (paid["interest"]["minor"], paid["principal"]["minor"]) == (2_40, 10_00)
    seen = done(await as_asha("GET", at(group, loan)))
    assert [row["is_paid"] for row in seen["rows"][:2]] == [True, False]
    assert (seen["due"]["amount"]["minor"], seen["payoff"]) == (12_20, rupees(110))
    done(await as_asha("POST", at(group, loan, "/repayments"), {"amount": seen["payoff"]}))
    seen = done(await as_bina("GET", at(group, loan)))
    assert (seen["status"], seen["due"], seen["payoff"]["minor"]) == ("closed", None, 0)
    assert seen["guarantees"][0]["status"] == "released"
    lines = done(await as_bina("GET", at(group, loan, "/repayments"), params={"limit": 1}))
    assert [each["amount"] for each in lines["items"]] == [rupees(110)]
    rest = {"limit": 1, "cursor": lines["next"]}
    older = done(await as_bina("GET", at(group, loan, "/repayments"), params=rest))
    assert (older["items"], older["next"]) == ([paid], None)


def inr(minor: int) -> Json:
    return {"minor": minor, "currency": "INR"}


async def test_money_is_taken_once_a_key_and_never_more_than_is_owed(
    db: Database, as_asha: Client, as_bina: Client, as_chetan: Client
) -> None:
    group, _ = await lending([as_asha, as_bina, as_chetan])
    loan = await ask(as_asha, group, count=3, amount=rupees(30))
    loan = await pass_vote(db, group, loan, as_bina, as_chetan)
    before = await given.balance(db, as_asha.who)

    async def repay(minor: int, key: str) -> Any:
        headers = {"Idempotency-Key": key}
        path = at(group, loan, "/repayments")
        return await as_asha("POST", path, {"amount": inr(minor)}, headers=headers)

    same = [done(each) for each in await asyncio.gather(*(repay(10_60, "one") for _ in range(3)))]
    assert same == [same[0]] * 3
    assert await given.balance(db, as_asha.who) == before - 10_60
    assert refused(await repay(10_61, "one")) == (409, "groups.key_reused")
    # Twenty are left: of two orders of fifteen, one finds too little owed.
    two = await asyncio.gather(repay(15_00, "two"), repay(15_00, "three"))
    assert sorted(each.status_code for each in two) == [201, 409]
    (over,) = [each.json() for each in two if each.status_code == 409]
    assert (over["code"], over["facts"]["owed_minor"]) == ("groups.more_than_owed", 5_00)
    assert await given.balance(db, as_asha.who) == before - 25_60
    assert done(await repay(5_00, "four"))["principal"] == rupees(5)
    assert done(await as_bina("GET", at(group, loan)))["status"] == "closed"
    assert done(await repay(15_00, "two" if two[0].status_code == 201 else "three"))


async def test_guarantors_may_decline_and_a_question_be_taken_back(
    as_asha: Client, as_bina: Client, as_chetan: Client
) -> None:
    group, members = await lending([as_asha, as_bina, as_chetan], GUARDED)
    alone = await as_asha("POST", f"/groups/{group['id']}/loans", wanted(purpose="Me"))
    assert refused(alone) == (400, "groups.guarantors_missing")
    loan = await ask(as_asha, group, members[1])
    done(await as_bina("POST", at(group, loan, "/answer"), {"is_yes": False}))
    again = await as_bina("POST", at(group, loan, "/answer"), {"is_yes": True})
    assert refused(again) == (409, "groups.not_asked")
    others = await as_bina("POST", at(group, loan, "/guarantors"), {"member": members[2]["id"]})
    assert refused(others) == (403, "groups.only_the_asker")
    more = done(await as_asha("POST", at(group, loan, "/guarantors"), {"member": members[2]["id"]}))
    assert [each["status"] for each in more["guarantees"]] == ["declined", "asked"]
    twice = await as_asha("POST", f"/groups/{group['id']}/loans", wanted(purpose="More"))
    assert refused(twice) == (409, "groups.loan_open")
    ended = done(await as_asha("POST", at(group, loan, "/cancel")))
    assert (ended["status"], ended["guarantees"][1]["status"]) == ("cancelled", "released")
    home = done(await as_chetan("GET", f"/groups/{group['id']}"))
    assert home["needs"]["guarantees"] == []


async def test_refusals_say_how_much_could_be_lent(
    as_asha: Client, as_bina: Client, as_chetan: Client
) -> None:
    group, _ = await lending([as_asha, as_bina, as_chetan])
    path = f"/groups/{group['id']}/loans"
    answer = await as_asha("POST", path, wanted(301, purpose="Too much"))
    assert (refused(answer), answer.json()["facts"]["most_minor"]) == (
        (409, "groups.loan_too_large"),
        300_00,
    )
    wrong = {
        "groups.loan_product_not_found": {**wanted(), "product": "other"},
        "groups.loan_terms_invalid": wanted(count=13),
        "groups.wrong_currency": {**wanted(), "amount": {"minor": 1, "currency": "USD"}},
    }
    for code, body in wrong.items():
        assert (await as_asha("POST", f"{path}/quote", body)).json()["code"] == code


async def test_an_instalment_waits_for_its_borrower_a_week_before_its_day(
    db: Database, keys: KeyRing, as_asha: Client, as_bina: Client, as_chetan: Client
) -> None:
    group, _ = await lending([as_asha, as_bina, as_chetan])
    loan = await ask(as_asha, group, count=3, amount=rupees(30))
    loan = await pass_vote(db, group, loan, as_bina, as_chetan)
    me, id = as_asha.who.id, GroupId(id_of(group))
    first = loan["rows"][0]["due_on"]

    async def due(days: int) -> tuple[str, int, bool] | None:
        with clock.frozen(clock.now()) as held:
            held.advance(timedelta(days=days))
            async with db.read() as tx:
                found = (await groups.loan_needs(tx, keys, me, id)).due
        return None if found is None else (str(found[1].due_on), found[1].minor, found[1].is_late)

    assert await due(0) is None
    assert await due(25) == (first, 10_60, False)
    assert await due(35) == (first, 10_60, True)
    assert await due(65) == (first, 21_00, True)
    home = done(await as_asha("GET", f"/groups/{group['id']}"))
    assert home["needs"]["instalment"] is None


async def test_members_see_all_loans_and_borrowers_their_own(
    db: Database, as_asha: Client, as_bina: Client, as_chetan: Client
) -> None:
    group, _ = await lending([as_asha, as_bina, as_chetan])
    path = f"/groups/{group['id']}/loans"
    first = await ask(as_asha, group, amount=rupees(30), count=3)
    await pass_vote(db, group, first, as_bina, as_chetan)
    second = await ask(as_bina, group, amount=rupees(40), count=4)

    async def ids(who: Client, **params: Any) -> list[str]:
        return [each["id"] for each in done(await who("GET", path, params=params))["items"]]

    assert await ids(as_chetan) == [second["id"], first["id"]]
    assert await ids(as_chetan, mine=True) == []
    assert await ids(as_asha, mine=True) == [first["id"]]
    assert await ids(as_chetan, status=["voting", "asked"]) == [second["id"]]
    page = done(await as_chetan("GET", path, params={"limit": 1}))
    assert await ids(as_chetan, cursor=page["next"]) == [first["id"]]
    (line,) = done(await as_chetan("GET", path, params={"status": "active"}))["items"]
    assert (line["person"]["name"], line["due"]["amount"]) == ("Asha Devi", inr(10_60))
    assert page["items"][0]["due"] is None


async def test_the_group_is_asked_about_a_loan_that_is_being_paid_back(
    db: Database, as_asha: Client, as_bina: Client, as_chetan: Client
) -> None:
    group, _ = await lending([as_asha, as_bina, as_chetan])
    loan = await ask(as_asha, group, count=3, amount=rupees(30))
    path = at(group, loan, "/proposals")
    early = await as_bina("POST", path, {"kind": "write_off"})
    assert refused(early) == (409, "groups.loan_not_open")
    loan = await pass_vote(db, group, loan, as_bina, as_chetan)
    assert (loan["may_repay"], loan["borrower_saved"]) == (False, rupees(100))
    wrong = await as_bina("POST", path, {"kind": "remove"})
    assert refused(wrong) == (400, "groups.proposal_invalid")
    body = {"kind": "restructure", "count": 6, "reason": "The harvest failed"}
    asked = done(await as_asha("POST", path, body))
    assert (asked["loan_id"], asked["instalments"], asked["amount"]) == (loan["id"], 6, rupees(30))
    assert (asked["may_vote"], asked["subject"]["name"]) == (False, "Asha Devi")
    for who in (as_bina, as_chetan):
        asked = done(await vote(who, group, asked))
    assert asked["status"] == "executed"
    seen = done(await as_asha("GET", at(group, loan)))
    assert (len(seen["rows"]), seen["may_repay"]) == (6, True)
    told = done(await as_chetan("GET", f"/groups/{group['id']}/log"))["items"]
    assert "loan_restructure" in {each["act"] for each in told}
