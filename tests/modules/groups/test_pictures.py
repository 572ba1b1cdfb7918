"""The picture of a group: what is taken, who may give and see it, and for how long a link opens it."""

from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image
from tests.modules.groups.test_api import Json, done, let_in, link, made, refused
from tests.modules.groups.test_receipts import document, opened, picture
from tests.modules.payments.client import Client

from batua.kit import clock
from batua.modules.groups.service.links import LINK_S
from batua.modules.groups.service.picturing import MAX_BYTES


async def give(who: Client, group: Json, content: bytes):
    headers = {"Content-Type": "image/png"}
    path = f"/groups/{group['id']}/picture"
    return await who("PUT", path, content=content, headers=headers)


async def url_of(who: Client, group: Json) -> str | None:
    """Where somebody finds it: on the group's home as in her list."""
    home = done(await who("GET", f"/groups/{group['id']}"))["picture_url"]
    (listed,) = done(await who("GET", "/groups"))["items"]
    assert listed["picture_url"] == home
    return home


async def test_a_picture_is_drawn_anew_and_seen_by_every_member(
    as_asha: Client, as_bina: Client
) -> None:
    group = await made(as_asha)
    await let_in(as_asha, group, as_bina)
    assert await url_of(as_bina, group) is None
    given = done(await give(as_asha, group, picture() + b"<script>alert(1)</script>"))
    mine, hers = await url_of(as_asha, group), await url_of(as_bina, group)
    assert given["picture_url"] == mine and mine != hers and hers is not None
    answer = await opened(as_bina, hers)
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert b"script" not in answer.content
    with Image.open(BytesIO(answer.content)) as seen:
        assert (seen.format, seen.size) == ("JPEG", (40, 40))
    log = done(await as_bina("GET", f"/groups/{group['id']}/log"))["items"]
    assert "picture_given" in [line["act"] for line in log]

    # Another takes its place, and the links to the first open nothing.
    done(await give(as_asha, group, picture("red")))
    other = await url_of(as_bina, group)
    assert other is not None and other != hers
    assert (await opened(as_bina, other)).content != answer.content
    assert refused(await opened(as_bina, hers)) == (404, "groups.group_not_found")
    for _ in range(2):
        done(await as_asha("DELETE", f"/groups/{group['id']}/picture"))
    assert await url_of(as_bina, group) is None
    assert (await opened(as_bina, other)).status_code == 404


async def test_only_who_may_describe_the_group_gives_it_a_picture(
    as_asha: Client, as_bina: Client, as_chetan: Client
) -> None:
    group = await made(as_asha)
    await let_in(as_asha, group, as_bina)
    done(await give(as_asha, group, picture()))
    before = await url_of(as_asha, group)
    assert refused(await give(as_bina, group, picture("red"))) == (403, "groups.not_in_your_role")
    gone = await as_bina("DELETE", f"/groups/{group['id']}/picture")
    assert refused(gone) == (403, "groups.not_in_your_role")
    assert refused(await give(as_chetan, group, picture())) == (404, "groups.group_not_found")
    assert await url_of(as_asha, group) == before


@pytest.mark.parametrize("lie", ["", "<svg onload='alert(1)'/>", "pdf", "large"])
async def test_what_is_no_picture_is_refused(as_asha: Client, lie: str) -> None:
    group = await made(as_asha)
    large = picture() + b"\0" * MAX_BYTES
    content = {"pdf": document(), "large": large}.get(lie, lie.encode())
    assert refused(await give(as_asha, group, content)) == (400, "groups.not_a_picture")
    assert await url_of(as_asha, group) is None


async def test_a_link_ends_and_is_for_a_member(
    as_asha: Client, as_bina: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = await made(as_asha)
    await let_in(as_asha, group, as_bina)
    done(await give(as_asha, group, picture()))
    url = await url_of(as_bina, group)
    assert url is not None
    place, link = url.split("link=")
    # Beyond the reader and the time, the seal.
    altered = link[:-6] + ("A" if link[-6] != "A" else "B") + link[-5:]
    for wrong in (altered, link[:-4], "", "x", "é"):
        assert (await opened(as_bina, f"{place}link={wrong}")).status_code == 404, wrong
    now = clock.now()
    with monkeypatch.context() as patch:
        patch.setattr(clock, "now", lambda: now + timedelta(seconds=2 * LINK_S + 1))
        assert (await opened(as_bina, url)).status_code == 404
    assert (await opened(as_bina, url)).status_code == 200
    done(await as_bina("POST", f"/groups/{group['id']}/leave"))
    assert (await opened(as_bina, url)).status_code == 404


async def seen_with(who: Client, secret: str) -> Json:
    return dict(done(await who("POST", "/groups/invites/look", {"secret": secret})))


async def test_whoever_was_shown_an_invite_sees_the_picture_while_it_holds(
    as_asha: Client, as_bina: Client, as_chetan: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = await made(as_asha)
    secret = await link(as_asha, group)
    assert (await seen_with(as_bina, secret))["picture_url"] is None
    done(await give(as_asha, group, picture()))
    mine, hers = [(await seen_with(who, secret))["picture_url"] for who in (as_bina, as_chetan)]
    assert mine != hers
    assert (await opened(as_bina, mine)).headers["content-type"] == "image/jpeg"

    # What opens it for her is made for her and this invite: no part of it does for another.
    parts, others = mine.split("&invite="), hers.split("&invite=")
    for wrong in (parts[0], f"{parts[0]}&invite={group['id']}", mine.replace("link=", "link=A")):
        assert refused(await opened(as_bina, wrong)) == (404, "groups.group_not_found"), wrong
    assert parts[1] == others[1]
    now = clock.now()
    with monkeypatch.context() as patch:
        patch.setattr(clock, "now", lambda: now + timedelta(seconds=2 * LINK_S + 1))
        assert (await opened(as_bina, mine)).status_code == 404
    assert (await opened(as_bina, mine)).status_code == 200
    done(await as_asha("DELETE", f"/groups/{group['id']}/invites/{parts[1]}"))
    assert (await opened(as_bina, mine)).status_code == 404


async def test_an_invite_by_name_shows_the_picture_to_the_one_it_names(
    as_asha: Client, as_bina: Client
) -> None:
    group = await made(as_asha)
    done(await give(as_asha, group, picture()))
    asked = {"person": str(as_bina.who.id)}
    done(await as_asha("POST", f"/groups/{group['id']}/invites", asked))
    (mine,) = done(await as_bina("GET", "/groups/invites"))["items"]
    url = mine["group"]["picture_url"]
    assert (await opened(as_bina, url)).status_code == 200
    joined = done(await as_bina("POST", f"/groups/{group['id']}/join"))
    # The invite is used, and she is a member: her own link opens it now.
    assert (await opened(as_bina, url)).status_code == 404
    assert (await opened(as_bina, joined["group"]["picture_url"])).status_code == 200


async def test_whoever_asked_sees_what_the_invite_showed_until_she_is_answered(
    as_asha: Client, as_bina: Client, as_chetan: Client
) -> None:
    group = await made(as_asha, constitution={"admission": "officers"})
    secret = await link(as_asha, group, max_uses=1)
    done(await give(as_asha, group, picture()))
    for who in (as_asha, as_bina, as_chetan):
        assert done(await who("GET", "/groups/asked")) == {"items": []}
    asking = done(await as_bina("POST", "/groups/join", {"secret": secret}))["me"]
    (mine,) = done(await as_bina("GET", "/groups/asked"))["items"]
    assert sorted(mine) == ["asked_at", "id", "name", "picture_url"]
    assert (mine["id"], mine["name"]) == (group["id"], "Friends of the well")
    for who in (as_asha, as_chetan):  # the officer and a stranger have asked for nothing
        assert done(await who("GET", "/groups/asked")) == {"items": []}

    # The link is used up, and she waits: nobody else's link does, nor hers once she is answered.
    assert (await opened(as_bina, mine["picture_url"])).status_code == 200
    assert refused(await as_bina("GET", f"/groups/{group['id']}"))[0] == 404
    path = f"/groups/{group['id']}/members/{asking['id']}/decline"
    done(await as_asha("POST", path))
    assert (await opened(as_bina, mine["picture_url"])).status_code == 404
    assert done(await as_bina("GET", "/groups/asked")) == {"items": []}
