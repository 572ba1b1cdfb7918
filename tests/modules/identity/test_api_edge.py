"""What no answer gives away, who may ask, and what the document says."""

import io
import json
import time
from dataclasses import replace
from uuid import uuid4

import pytest
from tests.modules.identity.edge import (
    REGISTRATION,
    WEB,
    app_of,
    bearer,
    browser,
    ok,
    own_operations,
    refused,
    register,
)
from tests.modules.identity.given import ASHA, BINA, PASSWORD, PIN

from batua.kit import logs
from batua.kit.web.openapi import document, refusals_of
from batua.modules.identity.types import PERMISSIONS, Role


def shape(value):
    """A value with its leaves replaced by their types."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    return type(value).__name__


@pytest.mark.parametrize(
    ("path", "known", "unknown"),
    [
        ("register", REGISTRATION, {**REGISTRATION, "phone": BINA}),
        ("recover", {"identifier": ASHA}, {"identifier": BINA}),
        ("recover", {"identifier": "asha@example.org"}, {"identifier": "bina@example.org"}),
        (
            "login",
            {"identifier": ASHA, "password": "wrong password"},
            {"identifier": BINA, "password": "wrong password"},
        ),
        (
            "login",
            {"identifier": "asha@example.org", "password": "wrong password"},
            {"identifier": "bina@example.org", "password": "wrong password"},
        ),
    ],
    ids=["register", "recover by phone", "recover by e-mail", "phone", "e-mail"],
)
async def test_answers_never_tell_who_is_registered(db, means, asha, path, known, unknown):
    """Same status, same shape, same headers, and never before the same time."""
    slow = replace(means, answer_floor_s=0.4)
    async with browser(app_of(db, slow)) as client:
        seen = [await look_of(client, f"/api/v1/auth/{path}", body) for body in (known, unknown)]
    assert seen[0] == seen[1]
    assert asha.phone == ASHA


async def look_of(client, path: str, body: dict) -> tuple:
    """Everything about an answer that does not differ between any two answers."""
    started = time.monotonic()
    answer = await client.post(path, json=body)
    assert time.monotonic() - started >= 0.4
    headers = {k: v for k, v in answer.headers.items() if k != "x-request-id"}
    own = ("request_id", "challenge", "expires_at", "sent_to")
    told = {k: shape(v) if k in own else v for k, v in answer.json().items()}
    return answer.status_code, headers, told


@pytest.mark.parametrize(
    "body",
    [
        {},
        {**REGISTRATION, "roles": ["admin"]},
        {**REGISTRATION, "phone": 919876543210},
        {**REGISTRATION, "phone": "+" * 50},
        {**REGISTRATION, "name": "\ud800"},
        [],
    ],
    ids=["empty", "unknown field", "number", "long", "half a letter", "list"],
)
async def test_bodies_of_another_shape_are_refused(client, body):

    answer = await client.post(
        "/api/v1/auth/register",
        content=json.dumps(body),
        headers={"Content-Type": "application/json"},
    )
    assert answer.status_code == 400, answer.text
    assert answer.headers["content-type"].startswith("application/problem+json")


async def test_without_a_role_nothing_is_permitted(db, means, session, client):
    for handler, path, method in own_operations(app_of(db, means)):
        if handler.opt["permission"] == "public":
            continue
        url = path.replace("{id}", str(uuid4())).replace("{handle}", "asha")
        answer = await client.request(method.upper(), url)
        assert answer.status_code == 401, (method, path)
    nobody = {permission: frozenset({Role.AUDITOR}) for permission in PERMISSIONS}
    async with browser(app_of(db, means, grants=nobody)) as bare:
        await refused(bare.get("/api/v1/me", headers=bearer(session)), 403, "kit.not_permitted")


async def test_every_permission_is_declared_and_every_one_is_used(db, means):
    named = {h.opt["permission"] for h, _, _ in own_operations(app_of(db, means))}
    assert named - {"public"} == set(PERMISSIONS)


async def test_the_document_lists_each_refusal_and_describes_each_field(db, means):
    app = app_of(db, means)
    doc = document(app)
    assert len(doc["paths"]) == 23
    for handler, path, method in own_operations(app):
        operation = doc["paths"][path][method]
        told = " ".join(r["description"] for r in operation["responses"].values())
        for refusal in refusals_of(handler):
            assert f"`{refusal.code}`" in told
    for name, schema in doc["components"]["schemas"].items():
        for field, of in schema.get("properties", {}).items():
            if name not in {"Problem", "FieldProblem"}:
                assert of.get("description") or "$ref" in str(of), (name, field)


async def test_requests_leave_no_code_phone_or_password_in_the_logs(client, outbox):
    stream = io.StringIO()
    logs.configure(logs.LogSettings(level="debug"), stream)
    session = await register(client, outbox, WEB)
    wish = {"identifier": ASHA, "password": "wrong password"}
    await refused(client.post("/api/v1/auth/login", json=wish), 401, "identity.wrong_credentials")
    await ok(client.get("/api/v1/handles/asha.devi", headers=bearer(session)))
    written = stream.getvalue()
    assert "/api/v1/auth/register" in written
    secrets = (
        *(outbox.code, ASHA, "9876543210", "Asha", PASSWORD, PIN, "asha.devi"),
        *(session["access_token"], client.cookies["batua_refresh"]),
    )
    for secret in secrets:
        assert secret not in written
