"""The HTTP of groups: the whole way from a new group to a payout, and what it refuses."""

import csv
import io
from typing import Any
from uuid import UUID

from tests.modules.groups.given import no_rails
from tests.modules.payments import given
from tests.modules.payments.client import Client, rupees

from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.modules.groups import service as groups
from batua.modules.groups.types import GroupId

Json = dict[str, Any]
OPEN = {"admission": "invited", "vote": {"second_factor_minor": 100_00}}
"""Who has a link is in; from a hundred rupees on a vote asks for the PIN."""


def done(answer: Any) -> Any:
    assert answer.is_success, answer.text
    return answer.json() if answer.content else None


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def made(who: Client, **more: Any) -> Json:
    body = {"kind": "simple_pot", "name": "Friends of the well", "constitution": OPEN, **more}
    return dict(done(await who("POST", "/groups", body)))


async def link(who: Client, group: Json, **more: Any) -> str:
    body = {"max_uses": 100, **more}
    return str(done(await who("POST", f"/groups/{group['id']}/invites", body))["secret"])


async def let_in(chair: Client, group: Json, *people: Client, **more: Any) -> list[Json]:
    secret = await link(chair, group, **more)
    return [done(await who("POST", "/groups/join", {"secret": secret}))["me"] for who in people]


async def propose(who: Client, group: Json, **body: Any) -> Json:
    return dict(done(await who("POST", f"/groups/{group['id']}/proposals", body)))


async def withdrawal(who: Client, group: Json, amount: int) -> Json:
    money = {"amount": rupees(amount), "payee": str(who.who.id)}
    return await propose(who, group, kind="withdraw", reason="A pump", **money)


async def vote(who: Client, group: Json, proposal: Json, choice: str = "yes", **more: Any) -> Any:
    body = {"version": proposal["version"], "choice": choice}
    path = f"/groups/{group['id']}/proposals/{proposal['id']}/vote"
    return await who("POST", path, body, **more)


async def test_a_group_from_its_rules_to_a_payout(
    db: Database, as_asha: Client, as_bina: Client, as_chetan: Client
) -> None:
    kinds = done(await as_asha("GET", "/groups/kinds"))["items"]
    assert [each["kind"] for each in kinds] == ["simple_pot", "savings_group", "event_fund"]
    assert kinds[0]["words"][0] == {"key": "rule.vote.percent", "holes": {"percent": 51}}

    group = await made(as_asha, purpose="A new pump")
    path = f"/groups/{group['id']}"
    assert (group["me"]["role"], group["members"], group["needs"]["votes"]) == ("chair", 1, [])
    assert "answer_joins" in group["me"]["rights"]

    invite = done(await as_asha("POST", f"{path}/invites", {"max_uses": 5}))
    secret = invite["secret"]
    assert invite["link"] == f"https://batua.example/groups/join#{secret}"
    assert invite["qr_svg"].startswith("<svg")
    seen = done(await as_bina("POST", "/groups/invites/look", {"secret": secret}))
    assert (seen["name"], seen["purpose"], seen["members"]) == (
        "Friends of the well",
        "A new pump",
        1,
    )
    for who in (as_bina, as_chetan):
        joined = done(await who("POST", "/groups/join", {"secret": secret}))
        assert (joined["me"]["status"], joined["me"]["role"]) == ("active", "member")

    paid = done(
        await as_bina("POST", f"{path}/transactions", {"amount": rupees(300), "note": "=1"})
    )
    assert (paid["amount"], paid["balance_after"], paid["person"]["name"]) == (
        rupees(300),
        rupees(300),
        "Bina Kumari",
    )
    assert done(await as_asha("GET", f"{path}/transactions/{paid['id']}")) == paid

    asked = await withdrawal(as_asha, group, 200)
    assert asked["tally"] == {
        "electors": 2,
        "needed": 2,
        "percent": 51,
        "yes": 0,
        "no": 0,
        "abstain": 0,
        "gone": 0,
        "waiting": 2,
    }
    assert (asked["may_vote"], asked["needs_pin"], asked["is_mine"]) == (False, True, True)
    assert {"key": "vote.needs", "holes": {"needed": 2}} in asked["words"]
    home = done(await as_bina("GET", path))
    assert (home["needs"]["votes"], home["open_proposals"]) == ([asked["id"]], 1)
    assert (home["my_share"], home["pot"]["balance"]) == (rupees(300), rupees(300))

    no_pin = await vote(as_bina, group, asked, headers={"Step-Up-Token": None})
    assert refused(no_pin) == (403, "identity.step_up_required")
    assert done(await vote(as_bina, group, asked))["status"] == "open"
    passed = done(await vote(as_chetan, group, asked))
    assert (passed["status"], passed["tally"]["yes"], passed["mine"]) == ("approved", 2, "yes")
    assert done(await as_asha("GET", path))["pot"] == {
        "balance": rupees(300),
        "available": rupees(100),
    }
    await groups.pay(db, no_rails(), GroupId(id_of(group)), id_of(asked))
    assert await given.balance(db, as_asha.who) == 1_200_00
    ended = done(await as_chetan("GET", f"{path}/proposals/{asked['id']}"))
    assert ended["status"] == "executed"
    await read_afterwards(as_bina, path, asked)


async def read_afterwards(who: Client, path: str, asked: Json) -> None:
    """What any member reads of a payout that was made."""
    ballots = done(await who("GET", f"{path}/proposals/{asked['id']}/ballots"))["items"]
    assert {each["person"]["name"] for each in ballots} == {"Bina Kumari", "Chetan Rao"}
    lines = done(await who("GET", f"{path}/transactions"))["items"]
    assert [each["amount"] for each in lines] == [rupees(-200), rupees(300)]
    log = done(await who("GET", f"{path}/log"))["items"]
    assert {"created", "joined", "contributed", "proposed", "voted", "paid_out"} <= {
        each["act"] for each in log
    }
    file = await who("GET", f"{path}/transactions/export.csv")
    rows = list(csv.DictReader(io.StringIO(file.text.removeprefix("\ufeff"))))
    assert [(row["amount"], row["note"]) for row in rows] == [
        ("-200.00", "A pump"),
        ("300.00", "'=1"),
    ]


def id_of(thing: Json) -> UUID:
    return UUID(thing["id"])


async def test_the_other_names_are_the_same_orders_and_a_key_orders_once(as_asha: Client) -> None:
    body = {"kind": "simple_pot", "name": "Well", "constitution": OPEN}
    key = {"headers": {"Idempotency-Key": "same"}}
    first = done(await as_asha("POST", "/group/create", body, **key))
    assert done(await as_asha("POST", "/groups", body, **key)) == first
    other = await as_asha("POST", "/groups", {**body, "name": "Wall"}, **key)
    assert refused(other) == (409, "groups.key_reused")
    bare = await as_asha("POST", "/groups", body, headers={"Idempotency-Key": None})
    assert refused(bare) == (400, "kit.idempotency_key_missing")

    key = {"headers": {"Idempotency-Key": "again"}}
    money = {"amount": rupees(10)}
    path = f"/groups/{first['id']}/transactions"
    paid = done(await as_asha("POST", "/group/contribute", {**money, "group": first["id"]}, **key))
    assert done(await as_asha("POST", path, money, **key)) == paid
    assert len(done(await as_asha("GET", path))["items"]) == 1


async def test_whoever_is_not_in_a_group_finds_nothing(as_asha: Client, as_bina: Client) -> None:
    group = await made(as_asha)
    for path in ("", "/members", "/transactions", "/proposals", "/log", "/constitution"):
        got = await as_bina("GET", f"/groups/{group['id']}{path}")
        assert refused(got) == (404, "groups.group_not_found"), path
    assert done(await as_bina("GET", "/groups"))["items"] == []


async def test_a_viewer_looks_and_does_nothing_else(
    as_asha: Client, as_bina: Client, as_chetan: Client
) -> None:
    group = await made(as_asha)
    path = f"/groups/{group['id']}"
    (me,) = await let_in(as_asha, group, as_bina, role="viewer")
    await let_in(as_asha, group, as_chetan)
    assert (me["rights"], me["has_voice"]) == (["read"], False)
    done(await as_asha("POST", f"{path}/transactions", {"amount": rupees(10)}))
    asked = await propose(as_asha, group, kind="remove", subject=me["id"])
    forbidden = [
        await vote(as_bina, group, asked),
        await as_bina("POST", f"{path}/transactions", {"amount": rupees(1)}),
        await as_bina("POST", f"{path}/proposals", {"kind": "remove", "subject": me["id"]}),
        await as_bina("POST", f"{path}/invites", {}),
        await as_bina("PATCH", path, {"name": "Mine"}),
        await as_bina("GET", f"{path}/transactions/export.csv"),
        await as_bina("DELETE", f"{path}/delegation"),
    ]
    for answer in forbidden:
        assert refused(answer) == (403, "groups.not_in_your_role"), answer.request.url
    assert done(await as_bina("GET", path))["pot"]["balance"] == rupees(10)


async def test_people_ask_to_come_in_and_officers_answer(
    as_asha: Client, as_bina: Client, as_chetan: Client
) -> None:
    group = await made(as_asha, constitution={"admission": "officers"})
    path = f"/groups/{group['id']}"
    bina, chetan = await let_in(as_asha, group, as_bina, as_chetan)
    assert (bina["status"], bina["rights"]) == ("asked", [])
    assert refused(await as_bina("GET", path)) == (404, "groups.group_not_found")
    assert done(await as_asha("GET", path))["needs"]["joins"] == 2
    asking = done(await as_asha("GET", f"{path}/members", params={"status": "asked"}))["items"]
    assert [each["person"]["name"] for each in asking] == ["Bina Kumari", "Chetan Rao"]

    assert done(await as_asha("POST", f"{path}/members/{bina['id']}/approve"))["status"] == "active"
    got = done(await as_asha("POST", f"{path}/members/{chetan['id']}/decline"))
    assert got["status"] == "declined"
    again = await as_asha("POST", f"{path}/members/{chetan['id']}/approve")
    assert refused(again) == (404, "groups.member_not_found")
    by_member = await as_bina("POST", f"{path}/members/{chetan['id']}/approve")
    assert refused(by_member) == (403, "groups.not_in_your_role")

    await let_in(as_asha, group, as_chetan)
    done(await as_chetan("DELETE", f"{path}/join"))
    assert refused(await as_chetan("DELETE", f"{path}/join")) == (404, "groups.group_not_found")
    done(await as_bina("POST", f"{path}/leave"))
    assert refused(await as_bina("GET", path)) == (404, "groups.group_not_found")


async def test_people_are_invited_by_name_and_links_end(
    as_asha: Client, as_bina: Client, as_chetan: Client
) -> None:
    group = await made(as_asha, constitution={"admission": "officers"})
    path = f"/groups/{group['id']}"
    by_handle = done(await as_asha("POST", f"{path}/invites", {"handle": "bina"}))
    assert by_handle["secret"] is None
    assert by_handle["invite"]["person"]["name"] == "Bina Kumari"
    by_phone = done(await as_asha("POST", f"{path}/invites", {"phone": "+919812345679"}))
    assert by_phone["invite"]["person"]["id"] == str(as_chetan.who.id)
    (mine,) = done(await as_bina("GET", "/groups/invites"))["items"]
    assert (mine["group"]["id"], mine["invited_by"]["name"]) == (group["id"], "Asha Devi")
    # An officer's own invite by name is her yes already.
    assert done(await as_bina("POST", f"{path}/join"))["me"]["status"] == "active"

    missed = await as_asha("POST", f"{path}/invites", {"handle": "nobody"})
    assert refused(missed) == (404, "payments.payee_not_found")
    two = await as_asha("POST", f"{path}/invites", {"handle": "bina", "phone": "+919812345679"})
    assert refused(two) == (400, "kit.bad_field")
    never = await as_asha("POST", f"{path}/invites", {"person": str(given.stranger())})
    assert refused(never) == (404, "payments.payee_not_found")
    long = await as_asha("POST", f"{path}/invites", {"days": 31})
    assert refused(long) == (400, "groups.invite_invalid")

    done(await as_asha("DELETE", f"{path}/invites/{by_phone['invite']['id']}"))
    gone = await as_chetan("POST", f"{path}/join")
    assert refused(gone) == (404, "groups.invite_not_found")
    kept = done(await as_asha("GET", f"{path}/invites"))["items"]
    assert [each["cancelled_at"] is None for each in kept] == [False, True]


async def test_ready_made_rules_are_named_in_the_language_of_whoever_makes_the_group(
    http: Any, db: Database, keys: KeyRing, as_asha: Client
) -> None:
    meera = Client(http, await given.someone(db, keys, "Meera", "+919812345670", language="hi"))
    for who, names in ((as_asha, ["Savings", "Loan"]), (meera, ["बचत", "कर्ज़"])):
        kinds = done(await who("GET", "/groups/kinds"))["items"]
        body = {"kind": "savings_group", "name": "Friends of the well"}
        made = done(await who("POST", "/groups", body))
        for rules in (kinds[1]["constitution"], made["constitution"]):
            assert [rules["dues"][0]["name"], rules["loans"][0]["name"]] == names
            assert (rules["dues"][0]["key"], rules["loans"][0]["key"]) == ("savings", "loan")
