"""Groups for women only: who comes in, and what becomes of whom a verification is taken from."""

import asyncio
from typing import Any

import pytest
import pytest_asyncio
from litestar import Litestar
from tests.modules.groups.given import OPEN, Circle, create
from tests.modules.groups.test_membership import a_person
from tests.modules.kyc.given import OFFICER, asked, move, officer, verify
from tests.modules.payments import given
from tests.modules.payments.client import Client
from tests.modules.payments.given import Someone

from batua.kit.db import Database
from batua.kit.files import Files
from batua.kit.secrets import KeyRing
from batua.kit.web import AppParts, WebSettings, create_app
from batua.modules.gateways.types import Rails
from batua.modules.groups import api
from batua.modules.groups import service as groups
from batua.modules.groups.errors import WomenOnly
from batua.modules.groups.types import (
    PERMISSIONS,
    Admission,
    Constitution,
    JoinOrder,
    Member,
    MemberStatus,
    ProposalKind,
    ProposalStatus,
    VoteRule,
)
from batua.modules.identity import service as identity
from batua.modules.kyc import api as kyc_api
from batua.modules.kyc import service as kyc
from batua.modules.kyc.types import PERMISSIONS as OF_KYC
from batua.modules.kyc.types import State

RULES = {
    admission: Constitution(admission=admission, vote=VoteRule(second_factor_minor=100_00))
    for admission in Admission
}


async def sisters(db: Database, keys: KeyRing, admission: Admission = Admission.INVITED) -> Circle:
    """A group for women of Asha's, who is verified."""
    asha = await a_person(db, keys, "Asha")
    await verify(db, asha)
    made = await create(db, asha, is_women_only=True, constitution=RULES[admission])
    return Circle(db, keys, made, [asha])


async def join(db: Database, who: Someone, secret: str) -> Member:
    async with db.transaction() as tx:
        return await groups.join(tx, JoinOrder(who.actor, secret))


async def lose(db: Database, keys: KeyRing, who: Someone) -> None:
    """An officer takes the verification of somebody back."""
    async with db.transaction() as tx:
        [found, *_] = await kyc.mine(tx, who.id)
    om = await given.someone(db, keys, "Om Das", "+919812399998", roles=OFFICER)
    await move(db, om, found, State.WITHDRAWN)


async def test_a_group_for_women_is_made_and_joined_by_whoever_is_verified(
    db: Database, keys: KeyRing
) -> None:
    gita, ravi = [await a_person(db, keys, name) for name in ("Gita", "Ravi")]
    with pytest.raises(WomenOnly):
        await create(db, ravi, is_women_only=True)
    whole = await sisters(db, keys)
    secret = await whole.invite()
    for who in (gita, ravi):
        with pytest.raises(WomenOnly):
            await join(db, who, secret)
    await asked(db, ravi)
    with pytest.raises(WomenOnly):  # asked is not verified
        await join(db, ravi, secret)
    await verify(db, gita)
    assert (await join(db, gita, secret)).status is MemberStatus.ACTIVE
    assert (await whole.group()).members == 2
    assert (await whole.facts())[-1] == "groups.joined"


async def test_a_group_for_all_asks_nobody(db: Database, keys: KeyRing) -> None:
    ravi = await a_person(db, keys, "Ravi")
    whole = Circle(db, keys, await create(db, ravi, constitution=OPEN), [ravi])
    gita = await a_person(db, keys, "Gita")
    assert (await whole.join(gita)).status is MemberStatus.ACTIVE


async def test_whoever_is_in_stays_when_her_verification_ends_and_nobody_is_told(
    db: Database, keys: KeyRing
) -> None:
    whole = await sisters(db, keys)
    gita = await a_person(db, keys, "Gita")
    await verify(db, gita)
    await whole.join(gita)
    before = await whole.facts()
    async with db.transaction() as tx:
        lines = (await groups.log(tx, whole[0].id, whole.id, None, 100)).items

    await lose(db, keys, gita)

    assert (await whole.member(gita)).status is MemberStatus.ACTIVE
    assert await whole.facts() == before
    async with db.transaction() as tx:
        assert (await groups.log(tx, whole[0].id, whole.id, None, 100)).items == lines
    await whole.pay_in(gita, 10_00)
    with pytest.raises(WomenOnly):
        await create(db, gita, is_women_only=True)
    await whole.leave(gita)
    with pytest.raises(WomenOnly):
        await whole.join(gita)


async def test_who_waits_is_turned_away_without_a_reason_when_her_verification_ended(
    db: Database, keys: KeyRing
) -> None:
    whole = await sisters(db, keys, Admission.OFFICERS)
    gita, chair = await a_person(db, keys, "Gita"), whole[0]
    await verify(db, gita)
    waiting = await whole.join(gita)
    assert waiting.status is MemberStatus.ASKED
    await lose(db, keys, gita)
    async with db.transaction() as tx:
        answer = await groups.answer_join(tx, chair.actor, whole.id, waiting.id, is_yes=True)
    assert answer.status is MemberStatus.DECLINED
    assert (await whole.group()).members == 1
    async with db.transaction() as tx:
        line = (await groups.log(tx, chair.id, whole.id, None, 1)).items[0]
    assert (line.act, line.actor, line.data) == ("turned_away", None, {})


async def test_a_vote_lets_nobody_in_whose_verification_ended(db: Database, keys: KeyRing) -> None:
    whole = await sisters(db, keys, Admission.VOTE)
    gita, hema = await a_person(db, keys, "Gita"), await a_person(db, keys, "Hema")
    for who, loses in ((gita, True), (hema, False)):
        await verify(db, who)
        waiting = await whole.join(who)
        proposal = await whole.ask(whole[0], ProposalKind.ADMIT, subject=waiting.id)
        if loses:
            await lose(db, keys, who)
        decided = await whole.vote(whole[0], proposal)
        if loses:
            assert (decided.status, decided.failure) == (ProposalStatus.FAILED, "not_asking")
            assert (await whole.group()).members == 1
        else:
            assert decided.status is ProposalStatus.EXECUTED
    assert (await whole.group()).members == 2


async def test_confirming_and_joining_at_once_lets_her_in_only_when_it_came_first(
    db: Database, keys: KeyRing
) -> None:
    whole = await sisters(db, keys)
    om, secret = await officer(db, keys), await whole.invite()
    for n in range(5):
        who = await a_person(db, keys, f"Gita {n}")
        it = await asked(db, who)
        confirmed, joined = await asyncio.gather(
            move(db, om, it, State.CONFIRMED), join(db, who, secret), return_exceptions=True
        )
        assert not isinstance(confirmed, BaseException), confirmed
        if isinstance(joined, WomenOnly):
            joined = await join(db, who, secret)
        assert isinstance(joined, Member), joined
        assert joined.status is MemberStatus.ACTIVE


async def test_withdrawing_and_joining_at_once_leaves_her_in_or_out(
    db: Database, keys: KeyRing
) -> None:
    whole = await sisters(db, keys)
    om, secret, inside = await officer(db, keys), await whole.invite(), 1
    for n in range(5):
        who = await a_person(db, keys, f"Hema {n}")
        it = await verify(db, who)
        gone, joined = await asyncio.gather(
            move(db, om, it, State.WITHDRAWN), join(db, who, secret), return_exceptions=True
        )
        assert not isinstance(gone, BaseException), gone
        assert isinstance(joined, Member | WomenOnly), joined
        inside += isinstance(joined, Member)
        assert (await whole.group()).members == inside
        with pytest.raises(WomenOnly):
            await create(db, who, is_women_only=True)


@pytest.fixture
def app(db: Database, keys: KeyRing) -> Litestar:
    """The routes of groups with those of kyc."""
    return create_app(
        AppParts(
            db=db,
            keys=keys,
            routes=[*api.ROUTES, *kyc_api.ROUTES],
            authenticate=identity.Authenticator(db, keys),
            grants={**PERMISSIONS, **OF_KYC},
            rooms={
                "files": Files.in_memory(),
                "rails": Rails({}, {}, keys),
                "contributions": groups.Contributions(db, keys),
            },
            web_settings=WebSettings(public_url="https://batua.example", rate_factor=1000),
        )
    )


@pytest_asyncio.fixture
async def as_officer(http: Any, db: Database, keys: KeyRing) -> Client:
    return Client(http, await officer(db, keys))


async def test_over_http_an_officer_opens_the_door(
    as_asha: Client, as_bina: Client, as_chetan: Client, as_officer: Client
) -> None:
    body = {"kind": "simple_pot", "name": "Sisters", "is_women_only": True}
    body["constitution"] = {"admission": "invited"}

    async def verified(who: Client) -> None:
        ask = {"claim": "woman", "way": "video_call"}
        made = (await who("POST", "/verifications", ask)).json()
        answer = await as_officer(
            "POST", f"/verifications/{made['id']}/confirm", {"how": "video_call"}
        )
        assert answer.status_code == 200, answer.text

    refused = await as_asha("POST", "/groups", body)
    assert (refused.status_code, refused.json()["code"]) == (403, "groups.women_only")
    await verified(as_asha)
    made = await as_asha("POST", "/groups", body)
    assert made.status_code == 201, made.text
    group: dict[str, Any] = made.json()
    path = f"/groups/{group['id']}"
    link = (await as_asha("POST", f"{path}/invites", {"max_uses": 5})).json()
    secret = {"secret": link["secret"]}
    for who in (as_bina, as_chetan):
        assert (await who("POST", "/groups/join", secret)).json()["code"] == "groups.women_only"
    await verified(as_bina)
    assert (await as_bina("POST", "/groups/join", secret)).status_code == 200
    # Nothing that members see of one another tells how, when or by whom anybody was verified.
    for what in ("", "/members", "/log"):
        answer = await as_asha("GET", path + what)
        assert answer.status_code == 200
        assert "verif" not in answer.text
    assert (await as_chetan("GET", path)).status_code == 404
