"""Asking, deciding and taking back; what is kept of it, and who learns of it."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from tests.modules.kyc.given import (
    MOVES,
    acts,
    asked,
    by,
    facts,
    holds,
    move,
    officer,
    person,
    verify,
)

from batua.kit import clock
from batua.kit.db import Database, fetch_all
from batua.kit.ids import new_id
from batua.kit.refusal import BadCursor
from batua.kit.secrets import KeyRing
from batua.modules.kyc import rules
from batua.modules.kyc import service as kyc
from batua.modules.kyc.errors import (
    AboutYourself,
    AlreadyAsked,
    BadEnd,
    BadReason,
    LookForOne,
    MovedOn,
    NoSuchVerification,
)
from batua.modules.kyc.types import Asked as AskedFact
from batua.modules.kyc.types import (
    Claim,
    Confirmed,
    Reason,
    State,
    Verification,
    VerificationId,
    Way,
)

NOON = datetime(2027, 3, 10, 6, 30, tzinfo=UTC)


async def brought_to(db: Database, keys: KeyRing, state: State) -> Verification:
    """A verification of Asha's in a state."""
    asha, uma = await person(db, keys, 0), await officer(db, keys, 3)
    it = await asked(db, asha)
    match state:
        case State.ASKED:
            return it
        case State.DECLINED:
            return await move(db, uma, it, State.DECLINED)
        case State.TAKEN_BACK:
            async with db.transaction() as tx:
                return await kyc.take_back(tx, by(asha), it.id)
        case State.EXPIRED:
            async with db.transaction() as tx:
                await kyc.confirm(
                    tx, by(uma), it.id, Way.IN_PERSON, clock.now() + timedelta(hours=1)
                )
            with clock.frozen(clock.now() + timedelta(hours=2)):
                await asked(db, asha)
            async with db.read() as tx:
                return (await kyc.mine(tx, asha.id))[1]
    it = await move(db, uma, it, State.CONFIRMED)
    return await move(db, uma, it, State.WITHDRAWN) if state is State.WITHDRAWN else it


@pytest.mark.parametrize("was", State)
async def test_officers_take_the_steps_of_the_graph_and_no_other(
    db: Database, keys: KeyRing, was: State
) -> None:
    it = await brought_to(db, keys, was)
    assert it.state is was
    om = await officer(db, keys)
    before = await facts(db)
    for becomes in set(MOVES) - rules.STEPS[was]:
        with pytest.raises(MovedOn):
            await move(db, om, it, becomes)
    assert await facts(db) == before
    for becomes in set(MOVES) & rules.STEPS[was]:
        after = await move(db, om, it, becomes)
        assert after.state is becomes
        break


async def test_a_confirmed_claim_holds_until_an_officer_takes_it_back(
    db: Database, keys: KeyRing
) -> None:
    asha, om = await person(db, keys, 0), await officer(db, keys)
    it = await asked(db, asha)
    assert not await holds(db, asha)
    await move(db, om, it, State.CONFIRMED)
    assert await holds(db, asha)
    assert not await holds(db, om)
    await move(db, om, it, State.WITHDRAWN)
    assert not await holds(db, asha)


async def test_nothing_but_ids_ways_and_times_is_kept_or_told(db: Database, keys: KeyRing) -> None:
    asha, om = await person(db, keys, 0), await officer(db, keys)
    it = await asked(db, asha)
    await move(db, om, it, State.CONFIRMED)
    about = {"subject": it.id, "audience": (asha.id,), "person": asha.id}
    assert await facts(db) == [AskedFact(actor=asha.id, **about), Confirmed(actor=om.id, **about)]
    assert await acts(db) == [(asha.id, "asked", it.id), (om.id, "confirmed", it.id)]
    async with db.read() as tx:
        [stored] = await fetch_all(
            tx, "SELECT data::text FROM journal.fact WHERE kind = 'kyc.confirmed'"
        )
        [(kept,)] = await fetch_all(tx, "SELECT to_jsonb(v) FROM kyc.verification AS v")
    assert "woman" not in stored[0]
    assert set(kept) == {
        *("id", "person", "claim", "way", "state", "asked_at", "confirmed_at", "confirmed_by"),
        *("how", "until", "ended_at", "ended_by", "reason"),
    }


async def test_one_asks_once_and_again_after_a_no(db: Database, keys: KeyRing) -> None:
    asha, om = await person(db, keys, 0), await officer(db, keys)
    first = await asked(db, asha)
    with pytest.raises(AlreadyAsked):
        await asked(db, asha)
    declined = await move(db, om, first, State.DECLINED)
    assert (declined.reason, declined.ended_by) == (Reason.NOT_REACHED, om.id)
    await move(db, om, await asked(db, asha), State.CONFIRMED)
    with pytest.raises(AlreadyAsked):
        await asked(db, asha)
    assert [fact.kind for fact in await facts(db)] == [
        *("kyc.asked", "kyc.declined", "kyc.asked", "kyc.confirmed"),
    ]


async def test_she_takes_back_what_she_asked_and_what_was_confirmed(
    db: Database, keys: KeyRing
) -> None:
    asha, bina = await person(db, keys, 0), await person(db, keys, 1)
    open_one = await asked(db, asha)
    async with db.transaction() as tx:
        assert (await kyc.take_back(tx, by(asha), open_one.id)).state is State.TAKEN_BACK
    good = await verify(db, asha)
    for who, id, refusal in (
        (bina, good.id, NoSuchVerification),
        (asha, VerificationId(new_id()), NoSuchVerification),
        (asha, open_one.id, MovedOn),
    ):
        with pytest.raises(refusal):
            async with db.transaction() as tx:
                await kyc.take_back(tx, by(who), id)
    assert await holds(db, asha)
    async with db.transaction() as tx:
        await kyc.take_back(tx, by(asha), good.id)
    assert not await holds(db, asha)


async def test_a_confirmation_until_a_day_ends_with_it_and_is_asked_for_anew(
    db: Database, keys: KeyRing
) -> None:
    with clock.frozen(NOON) as held:
        asha, om = await person(db, keys, 0), await officer(db, keys)
        it = await asked(db, asha)
        end = NOON + timedelta(days=365)
        async with db.transaction() as tx:
            await kyc.confirm(tx, by(om), it.id, Way.IN_PERSON, end)
        held.move_to(end - timedelta(seconds=1))
        assert await holds(db, asha)
        held.move_to(end)
        assert not await holds(db, asha)
        again = await asked(db, asha)
        async with db.read() as tx:
            states = [(one.id, one.state) for one in await kyc.mine(tx, asha.id)]
        assert states == [(again.id, State.ASKED), (it.id, State.EXPIRED)]
        assert [fact.kind for fact in await facts(db)][-2:] == ["kyc.expired", "kyc.asked"]


async def test_a_confirmation_does_not_end_before_it_begins(db: Database, keys: KeyRing) -> None:
    asha, om = await person(db, keys, 0), await officer(db, keys)
    it = await asked(db, asha)
    with pytest.raises(BadEnd):
        async with db.transaction() as tx:
            await kyc.confirm(tx, by(om), it.id, Way.IN_PERSON, clock.now())
    assert not await holds(db, asha)


async def test_nobody_decides_about_herself(db: Database, keys: KeyRing) -> None:
    om = await officer(db, keys)
    it = await asked(db, om)
    for becomes in MOVES:
        with pytest.raises(AboutYourself):
            await move(db, om, it, becomes)
    assert not await holds(db, om)


async def test_a_decision_names_one_of_its_own_reasons(db: Database, keys: KeyRing) -> None:
    asha, om = await person(db, keys, 0), await officer(db, keys)
    it = await asked(db, asha)
    with pytest.raises(BadReason):
        async with db.transaction() as tx:
            await kyc.decline(tx, by(om), it.id, Reason.MISUSED)
    await move(db, om, it, State.CONFIRMED)
    with pytest.raises(BadReason):
        async with db.transaction() as tx:
            await kyc.withdraw(tx, by(om), it.id, Reason.NOT_REACHED)
    with pytest.raises(NoSuchVerification):
        async with db.transaction() as tx:
            await kyc.withdraw(tx, by(om), VerificationId(new_id()), Reason.MISTAKE)
    assert await holds(db, asha)


async def test_whoever_waits_longest_is_first_and_every_look_is_logged(
    db: Database, keys: KeyRing
) -> None:
    om, one_page, seen = await officer(db, keys), None, []
    people = [await person(db, keys, n) for n in (0, 1, 4)]
    made = [await asked(db, who) for who in people]
    await move(db, om, made[1], State.DECLINED)
    while True:
        async with db.transaction() as tx:
            one_page = await kyc.waiting(tx, by(om), one_page and one_page.next, 1)
        seen += one_page.items
        if one_page.next is None:
            break
    assert [one.id for one in seen] == [made[0].id, made[2].id]
    assert (await acts(db))[-2:] == [(om.id, "looked", None)] * 2
    with pytest.raises(BadCursor):
        async with db.transaction() as tx:
            await kyc.waiting(tx, by(om), "x", 1)


async def test_one_person_is_found_by_what_she_is_called_and_no_list_names_the_verified(
    db: Database, keys: KeyRing
) -> None:
    om = await officer(db, keys)
    asha = await person(db, keys, 0, handle="asha@batua")
    it = await verify(db, asha)
    for wanted in ({"phone": asha.person.phone, "handle": None}, {"phone": None, "handle": "asha"}):
        async with db.transaction() as tx:
            assert [one.id for one in await kyc.find(tx, keys, by(om), **wanted)] == [it.id]
    async with db.transaction() as tx:
        assert await kyc.find(tx, keys, by(om), phone=None, handle="nobody") == []
        assert (await kyc.waiting(tx, by(om), None, 10)).items == []
    for wanted in ({"phone": None, "handle": None}, {"phone": "+919812300000", "handle": "asha"}):
        with pytest.raises(LookForOne):
            async with db.transaction() as tx:
                await kyc.find(tx, keys, by(om), **wanted)
    searched = [line for line in await acts(db) if line[1] == "searched"]
    assert searched == [(om.id, "searched", who) for who in (asha.id, asha.id, None)]
    async with db.read() as tx:
        first = await kyc.log(tx, None, 2)
        rest = await kyc.log(tx, first.next, 100)
    assert [line.act for line in (*first.items, *rest.items)] == [
        *("looked", "searched", "searched", "searched", "confirmed", "asked"),
    ]


@pytest.mark.parametrize("other", [State.CONFIRMED, State.DECLINED, State.TAKEN_BACK])
async def test_of_two_who_decide_at_once_one_does(
    db: Database, keys: KeyRing, other: State
) -> None:
    om, uma = await officer(db, keys, 2), await officer(db, keys, 3)
    asha = await person(db, keys, 0)

    async def take_back(it: Verification) -> Verification:
        async with db.transaction() as tx:
            return await kyc.take_back(tx, by(asha), it.id)

    for _ in range(5):
        it = await asked(db, asha)
        told = len(await facts(db))
        second = take_back(it) if other is State.TAKEN_BACK else move(db, uma, it, other)
        done = await asyncio.gather(
            move(db, om, it, State.CONFIRMED), second, return_exceptions=True
        )
        # What was confirmed can still be taken back, so then both may have their way, one by one.
        won = [one for one in done if isinstance(one, Verification)]
        assert all(isinstance(one, Verification | MovedOn) for one in done), done
        in_turn = [one.state for one in won] == [State.CONFIRMED, State.TAKEN_BACK]
        assert len(won) == 1 or in_turn, done
        assert len(await facts(db)) == told + len(won)
        async with db.read() as tx:
            now = (await kyc.mine(tx, asha.id))[0]
        if now.state is State.CONFIRMED:
            await take_back(now)


async def test_who_asks_twice_at_once_has_asked_once(db: Database, keys: KeyRing) -> None:
    asha = await person(db, keys, 0)
    done = await asyncio.gather(*(asked(db, asha) for _ in range(4)), return_exceptions=True)
    assert sorted(type(one).__name__ for one in done) == ["AlreadyAsked"] * 3 + ["Verification"]
    async with db.read() as tx:
        assert len(await kyc.mine(tx, asha.id)) == 1
        assert not await kyc.holds(tx, asha.id, Claim.WOMAN)
