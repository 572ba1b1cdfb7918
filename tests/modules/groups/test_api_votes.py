"""The HTTP of votes: rules that change, roles, amended questions, votes given to another."""

from datetime import timedelta

from tests.modules.groups.test_api import (
    OPEN,
    done,
    let_in,
    made,
    propose,
    refused,
    vote,
    withdrawal,
)
from tests.modules.payments import given
from tests.modules.payments.client import Client, rupees

from batua.kit import clock


async def test_rules_change_by_vote_and_every_version_is_kept(
    as_asha: Client, as_bina: Client
) -> None:
    group = await made(as_asha)
    path = f"/groups/{group['id']}"
    await let_in(as_asha, group, as_bina)
    rules = done(await as_asha("GET", f"{path}/constitution"))["constitution"]
    rules["vote"]["open_hours"] = 48
    asked = await propose(as_asha, group, kind="constitution", constitution=rules)
    change = {"path": "vote.open_hours", "was": 72, "becomes": 48}
    assert asked["changes"] == [change]
    for who in (as_asha, as_bina):
        voted = done(await vote(who, group, asked))
    assert voted["status"] == "executed"

    now = done(await as_bina("GET", f"{path}/constitution"))
    assert (now["version"], now["constitution"]["vote"]["open_hours"]) == (2, 48)
    assert {"key": "rule.vote.time", "holes": {"hours": 48, "days": 7}} in now["words"]
    first = done(await as_bina("GET", f"{path}/constitution", params={"version": 1}))
    assert first["constitution"]["vote"]["open_hours"] == 72
    kept = done(await as_bina("GET", f"{path}/constitution/versions"))["items"]
    assert [(each["version"], each["proposal_id"]) for each in kept] == [
        (2, asked["id"]),
        (1, None),
    ]
    between = {"was": 1, "becomes": 2}
    told = done(await as_bina("GET", f"{path}/constitution/changes", params=between))
    assert told["items"] == [change]
    never = await as_bina("GET", f"{path}/constitution", params={"version": 3})
    assert refused(never) == (404, "groups.constitution_not_found")

    rules["vote"]["percent"] = 50
    weak = await as_asha(
        "POST", f"{path}/proposals", {"kind": "constitution", "constitution": rules}
    )
    assert refused(weak) == (400, "groups.constitution_invalid")


async def test_a_treasurer_is_made_by_vote_and_cannot_make_another(
    as_asha: Client, as_bina: Client
) -> None:
    group = await made(as_asha)
    (bina,) = await let_in(as_asha, group, as_bina)
    given_role = {"member": bina["id"], "role": "treasurer"}
    asked = await propose(as_asha, group, kind="roles", roles=[given_role])
    assert [(each["person"]["name"], each["role"]) for each in asked["roles"]] == [
        ("Bina Kumari", "treasurer")
    ]
    for who in (as_asha, as_bina):
        done(await vote(who, group, asked))
    me = done(await as_bina("GET", f"/groups/{group['id']}"))["me"]
    assert me["role"] == "treasurer"
    assert "retry_payout" in me["rights"]
    # She may only ask as everybody may: nothing changes before the others have said yes.
    mine = await propose(
        as_bina, group, kind="roles", roles=[{"member": bina["id"], "role": "chair"}]
    )
    assert done(await vote(as_bina, group, mine))["status"] == "open"
    assert done(await as_bina("GET", f"/groups/{group['id']}"))["me"]["role"] == "treasurer"


async def test_another_amount_clears_the_votes_and_only_the_asker_may(
    as_asha: Client, as_bina: Client, as_chetan: Client
) -> None:
    group = await made(as_asha)
    path = f"/groups/{group['id']}"
    await let_in(as_asha, group, as_bina, as_chetan)
    done(await as_bina("POST", f"{path}/transactions", {"amount": rupees(300)}))
    asked = await withdrawal(as_asha, group, 50)
    assert asked["needs_pin"] is False
    done(await vote(as_bina, group, asked, headers={"Step-Up-Token": None}))
    body = {"amount": rupees(60), "payee": str(as_asha.who.id)}
    other = await as_bina("PATCH", f"{path}/proposals/{asked['id']}", body)
    assert refused(other) == (403, "groups.only_the_asker")
    changed = done(await as_asha("PATCH", f"{path}/proposals/{asked['id']}", body))
    assert (changed["version"], changed["amount"], changed["tally"]["yes"]) == (2, rupees(60), 0)
    assert refused(await vote(as_bina, group, asked)) == (409, "groups.proposal_changed")
    taken = done(await as_asha("POST", f"{path}/proposals/{asked['id']}/take-back"))
    assert taken["status"] == "withdrawn"
    assert refused(await vote(as_bina, group, changed)) == (409, "groups.proposal_over")
    retried = await as_asha("POST", f"{path}/proposals/{asked['id']}/retry")
    assert refused(retried) == (409, "groups.nothing_to_retry")
    open_ones = await as_asha("GET", f"{path}/proposals", params={"status": "open"})
    assert done(open_ones)["items"] == []


async def test_a_vote_that_was_given_counts_until_it_is_taken_back(
    as_asha: Client, as_bina: Client, as_chetan: Client
) -> None:
    group = await made(as_asha)
    path = f"/groups/{group['id']}"
    bina, chetan = await let_in(as_asha, group, as_bina, as_chetan)
    done(await as_asha("POST", f"{path}/transactions", {"amount": rupees(300)}))
    until = (clock.now() + timedelta(days=3)).isoformat()
    made_now = done(
        await as_bina("PUT", f"{path}/delegation", {"member": chetan["id"], "until": until})
    )
    assert (made_now["giver"]["name"], made_now["taker"]["name"], made_now["is_mine"]) == (
        "Bina Kumari",
        "Chetan Rao",
        True,
    )
    held = done(await as_chetan("GET", f"{path}/delegations"))["items"]
    assert [(each["id"], each["is_mine"]) for each in held] == [(made_now["id"], False)]
    asked = await withdrawal(as_asha, group, 50)
    assert done(await vote(as_chetan, group, asked))["tally"]["yes"] == 2
    ballots = done(await as_asha("GET", f"{path}/proposals/{asked['id']}/ballots"))["items"]
    assert {each["person"]["name"]: each["is_delegated"] for each in ballots} == {
        "Bina Kumari": True,
        "Chetan Rao": False,
    }
    done(await as_bina("DELETE", f"{path}/delegation"))
    assert done(await as_chetan("GET", f"{path}/delegations"))["items"] == []
    itself = await as_bina("PUT", f"{path}/delegation", {"member": bina["id"], "until": until})
    assert refused(itself) == (409, "groups.delegation_invalid")
    no_zone = {"member": chetan["id"], "until": "2027-01-01T10:00:00"}
    assert refused(await as_bina("PUT", f"{path}/delegation", no_zone)) == (400, "kit.bad_field")


async def test_what_cannot_be_is_a_problem_and_nothing_changes(
    as_asha: Client, as_bina: Client
) -> None:
    group = await made(as_asha)
    path = f"/groups/{group['id']}"
    (bina,) = await let_in(as_asha, group, as_bina)
    me = str(as_asha.who.id)
    bad = [
        ({"kind": "withdraw"}, 400, "groups.proposal_invalid"),
        ({"kind": "dissolve_us"}, 400, "kit.bad_field"),
        ({"kind": "withdraw", "amount": rupees(1), "payee": me}, 409, "groups.not_enough_in_pot"),
        (
            {"kind": "withdraw", "amount": rupees(0), "payee": me},
            400,
            "payments.amount_not_positive",
        ),
        ({"kind": "remove", "subject": str(given.stranger())}, 404, "groups.member_not_found"),
        (
            {"kind": "withdraw", "amount": {"minor": 1, "currency": "USD"}, "payee": me},
            400,
            "groups.wrong_currency",
        ),
        (
            {"kind": "remove", "subject": bina["id"], "reason": "x" * 1001},
            400,
            "groups.words_too_long",
        ),
    ]
    for body, status, code in bad:
        got = await as_asha("POST", f"{path}/proposals", body)
        assert refused(got) == (status, code), body
    assert done(await as_asha("GET", f"{path}/proposals"))["items"] == []
    women = {"kind": "simple_pot", "name": "Sisters", "is_women_only": True, "constitution": OPEN}
    assert refused(await as_asha("POST", "/groups", women)) == (403, "groups.women_only")
    unnamed = {"kind": "simple_pot", "name": "  "}
    assert refused(await as_asha("POST", "/groups", unnamed)) == (400, "groups.words_too_long")
