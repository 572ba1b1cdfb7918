"""The application over HTTP, as programs and pages of ours speak to it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from httpx import ASGITransport, AsyncClient
from tests.modules.identity.given import ASHA, PASSWORD, PIN

from batua.kit.web import AppParts, WebSettings, create_app
from batua.kit.web.openapi import operations
from batua.modules.identity import service
from batua.modules.identity.api import ROUTES
from batua.modules.identity.types import PERMISSIONS

WEB = {"Batua-Client": "web"}
REGISTRATION = {"phone": ASHA, "name": "Asha Devi", "language": "en"}


def app_of(db, means, public_url: str = "http://127.0.0.1:8000", grants=PERMISSIONS):
    return create_app(
        AppParts(
            db=db,
            keys=means.keys,
            routes=ROUTES,
            authenticate=service.Authenticator(db, means.keys),
            grants=grants,
            web_settings=WebSettings(public_url=public_url),
            rooms={"identity_means": means},
        )
    )


@asynccontextmanager
async def browser(app) -> AsyncIterator[AsyncClient]:
    """A client in the test's own loop, so that requests really run at once.

    The framework's own test client runs the application in another thread, where a pool of this
    loop must not be used.
    """
    async with AsyncClient(
        transport=ASGITransport(app), base_url="http://testserver.local"
    ) as client:
        yield client


def bearer(session: dict) -> dict[str, str]:
    return {"Authorization": f"Bearer {session['access_token']}"}


async def ok(answer_of, status: int = 200) -> dict:
    answer = await answer_of
    assert answer.status_code == status, answer.text
    return answer.json() if answer.content else {}


async def refused(answer_of, status: int, code: str) -> dict:
    answer = await answer_of
    problem = answer.json()
    assert (answer.status_code, problem["code"]) == (status, code), problem
    assert problem["todo"]
    return problem


async def register(client, outbox, headers=None, phone: str = ASHA) -> dict:
    headers = headers or {}
    body = {**REGISTRATION, "phone": phone}
    asked = await ok(client.post("/api/v1/auth/register", json=body), 202)
    proof = {"challenge": asked["challenge"], "code": outbox.code}
    proved = await ok(client.post("/api/v1/auth/register/confirm", json=proof))
    secrets = {"ticket": proved["ticket"], "password": PASSWORD, "pin": PIN}
    return await ok(
        client.post("/api/v1/auth/register/complete", json=secrets, headers=headers), 201
    )


def own_operations(app) -> list:
    return [found for found in operations(app) if found[1].startswith("/api/v1/")]
