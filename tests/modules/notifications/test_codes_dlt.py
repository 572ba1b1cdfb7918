"""Messages that hold codes name their registration with India's operators; none is held back."""

from collections.abc import AsyncIterator

import httpx
import pytest_asyncio
from tests.modules.notifications.test_outbox import ACCEPTED, Telephone
from tests.modules.payments import given
from tests.modules.payments.client import Client

from batua.kit.db import Database
from batua.kit.jobs import Context, run_due
from batua.kit.secrets import KeyRing
from batua.kit.web import AppParts, WebSettings, create_app
from batua.modules.identity import service as identity
from batua.modules.identity.types import CodeMessage, Purpose
from batua.modules.notifications import jobs, service
from batua.modules.notifications.api import codes
from batua.modules.notifications.types import PERMISSIONS, Message, Registration
from batua.modules.notifications.types.templates import Dlt

ID = "1007165432109876543"
OURS = Dlt(entity="1001", header="BATUAA", is_required=True)
HERE, ABROAD = "+919810000001", "+14155550123"


@pytest_asyncio.fixture
async def http(db: Database, keys: KeyRing) -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(
        AppParts(
            db=db,
            keys=keys,
            routes=codes.ROUTES,
            authenticate=identity.Authenticator(db, keys),
            grants=PERMISSIONS,
            web_settings=WebSettings(public_url="https://batua.example", rate_factor=1000),
        )
    )
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://batua.test") as client:
        yield client


async def delivered(
    db: Database, keys: KeyRing, to: str, language: str = "hi", purpose: Purpose = Purpose.SIGN_IN
) -> Message:
    provider = Telephone(ACCEPTED)
    async with db.transaction() as tx:
        await jobs.messenger(keys)(tx, CodeMessage(to, "482913", purpose, language))
    await run_due(Context(db, {"keys": keys, "sms": provider}))
    (message,) = provider.given
    return message


async def test_a_code_to_india_names_its_registration(db: Database, keys: KeyRing) -> None:
    admin = (await given.someone(db, keys, "Om Das", "+919812399999")).id
    async with db.transaction() as tx:
        await service.change_code_dlt(tx, Purpose.SIGN_IN, "hi", ID, admin)
    assert (await delivered(db, keys, HERE)).dlt is None  # who we are was never said
    async with db.transaction() as tx:
        await service.change_dlt(tx, OURS, admin)
    named = Registration(entity="1001", header="BATUAA", template=ID)
    assert (await delivered(db, keys, HERE)).dlt == named
    # Nobody could sign in to mend it, so what is not registered leaves all the same.
    for to, language, purpose in (
        (ABROAD, "hi", Purpose.SIGN_IN),
        (HERE, "en", Purpose.SIGN_IN),
        (HERE, "hi", Purpose.PIN),
    ):
        assert (await delivered(db, keys, to, language, purpose)).dlt is None
    async with db.transaction() as tx:
        await service.change_code_dlt(tx, Purpose.SIGN_IN, "hi", "", admin)
    assert (await delivered(db, keys, HERE)).dlt is None


async def test_admins_name_registrations_of_codes(
    db: Database, keys: KeyRing, http: httpx.AsyncClient
) -> None:
    people = {}
    for last, role in enumerate(("admin", "support", "person")):
        roles = frozenset({"person", role})
        who = await given.someone(db, keys, "Om Das", f"+91981239999{last}", roles=roles)
        people[role] = Client(http, who)
    admin, support, person = people.values()
    path = "/notifications/codes/templates"
    listed = (await support("GET", f"{path}?language=hi")).json()["items"]
    assert {one["purpose"] for one in listed} == {one.value for one in Purpose}
    assert all(one["dlt_template"] == "" for one in listed)
    assert sum("{code}" in one["text"] for one in listed) == len(Purpose) - 1
    kept = await admin("PUT", f"{path}/sign_in/hi", {"dlt_template": ID})
    named = {one["purpose"]: one["dlt_template"] for one in kept.json()["items"]}
    assert named["sign_in"] == ID
    english = (await support("GET", f"{path}?language=en")).json()["items"]
    assert all(one["dlt_template"] == "" for one in english)
    for who, where, body, status in (
        (admin, "sign_in/hi", {"dlt_template": "12a"}, 400),
        (admin, "sign_in/xx", {"dlt_template": ID}, 404),
        (support, "sign_in/hi", {"dlt_template": ID}, 403),
        (person, "sign_in/hi", {"dlt_template": ID}, 403),
    ):
        assert (await who("PUT", f"{path}/{where}", body)).status_code == status
    assert (await person("GET", f"{path}?language=hi")).status_code == 403
    assert (await support("GET", f"{path}?language=xx")).status_code == 404
