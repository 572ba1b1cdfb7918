"""The HTTP of the end of a group: who would get what, the vote, and what is left to do after it."""

from uuid import UUID

from tests.modules.groups.test_api import done, let_in, made, propose, refused, vote
from tests.modules.payments.client import Client, rupees

from batua.kit.db import Database
from batua.modules.groups import service as groups
from batua.modules.groups.types import GroupId, ProposalId


async def test_members_see_who_gets_what_before_and_after(
    db: Database, as_asha: Client, as_bina: Client
) -> None:
    group = await made(as_asha)
    path = f"/groups/{group['id']}"
    await let_in(as_asha, group, as_bina)
    for who, minor in ((as_asha, 10), (as_bina, 5)):
        done(await who("POST", f"{path}/transactions", {"amount": rupees(minor)}))
    reckoned = done(await as_bina("GET", f"{path}/split", params={"limit": 1}))
    assert (reckoned["total"], reckoned["hindrances"]) == (rupees(15), [])
    (first,) = reckoned["items"]
    assert (first["person"]["name"], first["amount"], first["status"]) == (
        "Asha Devi",
        rupees(10),
        None,
    )
    rest = {"cursor": reckoned["next"]}
    (second,) = done(await as_bina("GET", f"{path}/split", params=rest))["items"]
    assert (second["amount"], second["saved"]) == (rupees(5), rupees(5))
    equal = done(await as_bina("GET", f"{path}/split", params={"rule": "equal"}))
    assert [each["amount"] for each in equal["items"]] == [{"minor": 7_50, "currency": "INR"}] * 2

    asked = await propose(as_asha, group, kind="dissolve", split="saved")
    assert (asked["split"], asked["amount"], asked["needs_pin"]) == ("saved", rupees(15), True)
    for who in (as_asha, as_bina):
        voted = done(await vote(who, group, asked))
    assert voted["status"] == "executing"
    await groups.share_out(db, GroupId(UUID(group["id"])), ProposalId(UUID(asked["id"])))
    seen = done(await as_asha("GET", f"{path}/split"))
    assert [each["status"] for each in seen["items"]] == ["succeeded"] * 2
    home = done(await as_asha("GET", path))
    assert (home["is_over"], home["me"]["rights"]) == (True, ["export", "read"])
    assert home["pot"]["balance"] == rupees(0)
    late = await as_bina("POST", f"{path}/transactions", {"amount": rupees(1)})
    assert refused(late) == (409, "groups.group_over")
