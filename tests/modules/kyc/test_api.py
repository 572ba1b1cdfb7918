"""Verification over HTTP: who may, what each sees, and what strangers learn."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest_asyncio
from tests.modules.kyc.given import officer, person
from tests.modules.payments.client import Client

from batua.kit.db import Database
from batua.kit.ids import new_id
from batua.kit.secrets import KeyRing
from batua.kit.web import AppParts, WebSettings, create_app
from batua.modules.identity import service as identity
from batua.modules.kyc import api
from batua.modules.kyc.types import PERMISSIONS

WOMAN = {"claim": "woman", "way": "in_person"}


@pytest_asyncio.fixture
async def http(db: Database, keys: KeyRing) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(
        AppParts(
            db=db,
            keys=keys,
            routes=api.ROUTES,
            authenticate=identity.Authenticator(db, keys),
            grants=PERMISSIONS,
            web_settings=WebSettings(public_url="https://batua.example", rate_factor=1000),
            rooms={},
        )
    )
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://batua.test") as client:
        yield client


@pytest_asyncio.fixture
async def asha(db: Database, keys: KeyRing, http: httpx.AsyncClient) -> Client:
    return Client(http, await person(db, keys, 0, handle="asha@batua", language="hi"))


@pytest_asyncio.fixture
async def om(db: Database, keys: KeyRing, http: httpx.AsyncClient) -> Client:
    """An officer."""
    return Client(http, await officer(db, keys))


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def done(answer: httpx.Response) -> Any:
    assert answer.status_code in {200, 201}, answer.text
    return answer.json()


async def test_she_asks_an_officer_confirms_and_she_sees_it(asha: Client, om: Client) -> None:
    assert done(await asha("GET", "/verifications")) == {"items": []}
    made = done(await asha("POST", "/verifications", WOMAN))
    assert (made["state"], made["is_good"], made["way"]) == ("asked", False, "in_person")
    assert refused(await asha("POST", "/verifications", WOMAN)) == (409, "kyc.already_asked")

    [case] = done(await om("GET", "/verifications/waiting"))["items"]
    assert case["person"] == {
        "id": str(asha.who.id),
        "name": "Asha Devi",
        "phone": "+919812300000",
        "handle": "asha@batua",
        "language": "hi",
    }
    path = f"/verifications/{made['id']}"
    until = {"how": "video_call", "until": "2020-01-01T00:00:00Z"}
    assert refused(await om("POST", f"{path}/confirm", until)) == (400, "kyc.bad_end")
    good = done(await om("POST", f"{path}/confirm", {"how": "video_call"}))
    assert (good["state"], good["confirmed_by"], good["is_good"]) == (
        *("confirmed", str(om.who.id), True),
    )
    assert done(await om("GET", "/verifications/waiting"))["items"] == []
    [mine] = done(await asha("GET", "/verifications"))["items"]
    assert (mine["state"], mine["how"], mine["is_good"]) == ("confirmed", "video_call", True)
    assert "confirmed_by" not in mine

    assert refused(await om("POST", f"{path}/decline", {"reason": "not_sure"})) == (
        *(409, "kyc.moved_on"),
    )
    assert refused(await om("POST", f"{path}/withdraw", {"reason": "not_sure"})) == (
        *(400, "kyc.bad_reason"),
    )
    done(await om("POST", f"{path}/withdraw", {"reason": "mistake"}))
    [mine] = done(await asha("GET", "/verifications"))["items"]
    assert (mine["state"], mine["reason"], mine["is_good"]) == ("withdrawn", "mistake", False)


async def test_an_officer_finds_one_person_and_whoever_is_not_there_is_nothing(
    asha: Client, om: Client
) -> None:
    made = done(await asha("POST", "/verifications", WOMAN))
    done(await om("POST", f"/verifications/{made['id']}/decline", {"reason": "not_reached"}))
    found = done(await om("POST", "/verifications/find", {"phone": "+919812300000"}))
    assert [one["id"] for one in found["items"]] == [made["id"]]
    for nobody in ({"phone": "+919812300099"}, {"handle": "nobody"}):
        assert done(await om("POST", "/verifications/find", nobody))["items"] == []
    assert refused(await om("POST", "/verifications/find", {})) == (400, "kyc.look_for_one")
    bad = await om("POST", "/verifications/find", {"phone": "12"})
    assert refused(bad) == (400, "identity.bad_phone")


async def test_she_takes_back_her_own_and_nobody_elses_is_there(
    asha: Client, http: httpx.AsyncClient, db: Database, keys: KeyRing
) -> None:
    bina = Client(http, await person(db, keys, 1))
    made = done(await asha("POST", "/verifications", WOMAN))
    path = f"/verifications/{made['id']}/take-back"
    of_asha, of_nobody = (
        await bina("POST", path),
        await bina("POST", f"/verifications/{new_id()}/take-back"),
    )
    assert refused(of_asha) == refused(of_nobody) == (404, "kyc.no_such_verification")
    assert done(await bina("GET", "/verifications"))["items"] == []
    assert done(await asha("POST", path))["state"] == "taken_back"
    assert refused(await asha("POST", path)) == (409, "kyc.moved_on")


async def test_the_desk_is_for_officers_and_the_log_for_auditors(
    asha: Client, om: Client, http: httpx.AsyncClient, db: Database, keys: KeyRing
) -> None:
    auditor = Client(http, await person(db, keys, 3, roles=frozenset({"auditor"})))
    made = done(await asha("POST", "/verifications", WOMAN))
    path = f"/verifications/{made['id']}"
    desk = [
        ("GET", "/verifications/waiting", None),
        ("POST", "/verifications/find", {"handle": "asha"}),
        ("POST", f"{path}/confirm", {"how": "in_person"}),
        ("POST", f"{path}/decline", {"reason": "not_sure"}),
        ("POST", f"{path}/withdraw", {"reason": "mistake"}),
    ]
    for who in (asha, auditor):
        for method, url, body in desk:
            assert (await who(method, url, body)).status_code == 403, url
    for who in (asha, om):
        assert (await who("GET", "/verifications/log")).status_code == 403
    [line] = done(await auditor("GET", "/verifications/log"))["items"]
    assert (line["act"], line["actor"], line["subject"]) == (
        *("asked", str(asha.who.id), made["id"]),
    )
    own = done(await om("POST", "/verifications", WOMAN))
    answer = await om("POST", f"/verifications/{own['id']}/confirm", {"how": "in_person"})
    assert refused(answer) == (403, "kyc.about_yourself")
