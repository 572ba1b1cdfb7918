"""Who is told of groups: those about whom others decided, and nobody of what she did herself."""

from typing import Any

import pytest
from tests.modules.groups.given import circle
from tests.modules.notifications.test_reactions import AMOUNT, react, registered, state, told

from batua.kit.db import Database
from batua.kit.ids import new_id
from batua.kit.secrets import KeyRing
from batua.modules.groups import types as groups
from batua.modules.notifications.types import Kind
from batua.modules.payments import types as payments


@pytest.mark.parametrize(
    ("fact", "kind"),
    [
        (groups.Joined, Kind.GROUP_JOINED),
        (groups.TurnedAway, Kind.GROUP_TURNED_AWAY),
        (groups.Left, Kind.GROUP_REMOVED),
    ],
)
async def test_she_is_told_what_others_decided_about_her(
    db: Database, keys: KeyRing, fact: Any, kind: Kind
) -> None:
    asha = await registered(db, keys, "+919810000001", "Asha Devi", "en")
    group = new_id()
    about = {"subject": group, "person": asha.id, "audience": (group, asha.id)}
    await state(db, fact(**about, member=new_id(), actor=asha.id))
    await state(db, fact(**about, member=new_id(), actor=None))
    await react(db)
    (one,) = await told(db, keys, asha)
    assert (one.told.kind, one.told.subject) == (kind, group)


async def test_words_of_groups_name_the_other_and_lead_there(db: Database, keys: KeyRing) -> None:
    asha = await registered(db, keys, "+919810000001", "Asha Devi", "en")
    ravi = await registered(db, keys, "+919810000002", "Ravi Kumar", "en")
    group = new_id()
    asked = groups.Invited(
        subject=group, actor=asha.id, audience=(ravi.id,), person=ravi.id, invite=new_id()
    )
    given = groups.Delegated(
        subject=group, actor=asha.id, audience=(ravi.id,), giver=asha.id, taker=ravi.id
    )
    paid = payments.PaidFromPot(
        subject=new_id(), audience=(ravi.id,), pot=group, person=ravi.id, amount=AMOUNT
    )
    await state(db, asked, given, paid)
    await react(db)
    found = {one.told.kind: one for one in await told(db, keys, ravi)}
    assert set(found) == {Kind.GROUP_INVITED, Kind.GROUP_VOTE_GIVEN, Kind.GROUP_PAID}
    assert found[Kind.GROUP_INVITED].title.startswith("Asha")
    assert found[Kind.GROUP_INVITED].link == "/groups"
    assert "₹12,345.67" in found[Kind.GROUP_PAID].body
    assert found[Kind.GROUP_PAID].link == f"/groups/{group}"
    assert await told(db, keys, asha) == []


async def test_borrowers_and_those_who_answer_for_them_are_told(
    db: Database, keys: KeyRing
) -> None:
    asha = await registered(db, keys, "+919810000001", "Asha Devi", "en")
    ravi = await registered(db, keys, "+919810000002", "Ravi Kumar", "en")
    group, loan, proposal = new_id(), new_id(), new_id()
    of_loan = {"subject": group, "loan": loan}
    to_asha = {"subject": group, "audience": (group, asha.id)}
    await state(
        db,
        groups.GuaranteeAsked(**of_loan, actor=asha.id, audience=(ravi.id,), person=ravi.id),
        groups.GuaranteeAnswered(**to_asha, loan=loan, actor=ravi.id, person=ravi.id, is_yes=True),
        groups.Decided(**to_asha, proposal=proposal, what="loan", outcome="approved"),
        groups.GuaranteeCalled(**of_loan, audience=(group, ravi.id), person=ravi.id),
        # What is not about her, or what she did herself, is no news.
        groups.Decided(**to_asha, proposal=new_id(), what="withdraw", outcome="approved"),
        groups.Decided(**to_asha, proposal=new_id(), what="loan", outcome="withdrawn"),
        groups.LoanRepaid(**to_asha, loan=loan, actor=asha.id, person=asha.id, amount=AMOUNT),
    )
    await react(db)
    called, asked = await told(db, keys, ravi)
    assert called.told.kind is Kind.GROUP_GUARANTEE_CALLED
    assert asked.told.kind is Kind.GROUP_GUARANTEE_ASKED
    assert (asked.title.split()[0], asked.link) == ("Asha", f"/groups/{group}")
    found = {one.told.kind: one for one in await told(db, keys, asha)}
    assert set(found) == {Kind.GROUP_GUARANTEE_AGREED, Kind.GROUP_LOAN_APPROVED}
    assert found[Kind.GROUP_GUARANTEE_AGREED].title.startswith("Ravi")


async def test_whoever_answers_for_a_loan_is_told_that_it_will_not_be(
    db: Database, keys: KeyRing
) -> None:
    asha = await registered(db, keys, "+919810000001", "Asha Devi", "en")
    ravi = await registered(db, keys, "+919810000002", "Ravi Kumar", "hi")
    group = new_id()
    gone = groups.LoanCancelled(
        subject=group, audience=(group, asha.id, ravi.id), loan=new_id(), person=asha.id
    )
    await state(db, gone)
    await react(db)
    (found,) = await told(db, keys, ravi)
    assert (found.told.kind, found.link) == (Kind.GROUP_LOAN_CANCELLED, f"/groups/{group}")
    assert "Asha" in found.title
    assert await told(db, keys, asha) == []


async def test_a_refused_loan_and_a_loan_that_is_paid_back_are_told(
    db: Database, keys: KeyRing
) -> None:
    asha = await registered(db, keys, "+919810000001", "Asha Devi", "en")
    ravi = await registered(db, keys, "+919810000002", "Ravi Kumar", "en")
    group, loan = new_id(), new_id()
    to_asha = {"subject": group, "audience": (group, asha.id)}
    closing = {"loan": loan, "amount": AMOUNT, "is_closed": True}
    await state(
        db,
        groups.GuaranteeAnswered(**to_asha, loan=loan, actor=ravi.id, person=ravi.id, is_yes=False),
        groups.Decided(**to_asha, proposal=new_id(), what="loan", outcome="rejected"),
        groups.LoanRepaid(**to_asha, **closing, actor=asha.id, person=asha.id),
    )
    await react(db)
    assert {one.told.kind for one in await told(db, keys, asha)} == {
        Kind.GROUP_GUARANTEE_DECLINED,
        Kind.GROUP_LOAN_REFUSED,
        Kind.GROUP_LOAN_PAID_BACK,
    }


async def test_of_dues_only_who_owes_them_is_told_and_of_each_thing_once(
    db: Database, keys: KeyRing
) -> None:
    asha = await registered(db, keys, "+919810000001", "Asha Devi", "en")
    ravi = await registered(db, keys, "+919810000002", "Ravi Kumar", "hi")
    group, dues = new_id(), new_id()
    about = {"subject": group, "audience": (ravi.id,), "person": ravi.id, "amount": AMOUNT}
    reminders = [
        groups.DuesReminded(**about, dues=dues, what=what, due_on="2027-03-08")
        for what in ("coming", "missed", "asked")
    ]
    others = [
        groups.DuesFined(**about, dues=dues),
        groups.FineWaived(**about, dues=dues),
        groups.DuesTaken(**about, transaction=new_id()),
        groups.DuesNotTaken(**about, plan="weekly", reason="ledger.not_enough_money"),
    ]
    await state(db, *reminders, *reminders, *others)
    await react(db)
    found = await told(db, keys, ravi)
    assert sorted(one.told.kind for one in found) == [
        Kind.GROUP_DUES_ASKED,
        Kind.GROUP_DUES_ASKED,  # each time that somebody asks
        Kind.GROUP_DUES_COMING,
        Kind.GROUP_DUES_FINED,
        Kind.GROUP_DUES_MISSED,
        Kind.GROUP_DUES_NOT_TAKEN,
        Kind.GROUP_DUES_TAKEN,
        Kind.GROUP_DUES_WAIVED,
    ]
    assert {one.link for one in found} == {f"/groups/{group}/dues"}
    coming = next(one for one in found if one.told.kind is Kind.GROUP_DUES_COMING)
    assert coming.title == "8 मार्च 2027 को चंदा देना है"
    assert await told(db, keys, asha) == []


async def test_everybody_is_told_when_a_payout_comes_back_but_its_payee_otherwise(
    db: Database, keys: KeyRing
) -> None:
    whole = await circle(db, keys, 3)
    payee = whole[2]

    def changed(status: str) -> groups.PayoutChanged:
        return groups.PayoutChanged(
            subject=whole.id,
            audience=(whole.id, payee.id),
            proposal=new_id(),
            person=payee.id,
            amount=AMOUNT,
            status=status,
            reason="account_closed" if status == "returned" else None,
        )

    await state(db, *(changed(each) for each in ("chosen", "wallet", "arrived", "returned")))
    await react(db)
    kind = Kind.GROUP_PAYOUT_RETURNED
    for who, often in zip(whole.people, (1, 1, 0), strict=True):
        found = [one for one in await told(db, keys, who.person) if one.told.kind is kind]
        assert len(found) == often
        for one in found:
            assert "Person 2" in one.body
            assert "₹12,345.67" in one.body
            assert one.link == f"/groups/{whole.id}"
