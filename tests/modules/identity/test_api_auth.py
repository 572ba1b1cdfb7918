"""Signing in over HTTP: tokens in bodies and cookies."""

import asyncio

from tests.modules.identity.edge import (
    REGISTRATION,
    WEB,
    app_of,
    bearer,
    browser,
    ok,
    refused,
    register,
)
from tests.modules.identity.given import ASHA, BINA, NEW_PASSWORD, PASSWORD, PIN


async def test_a_program_registers_signs_in_refreshes_and_signs_out(client, outbox):
    session = await register(client, outbox)
    assert session["token_type"] == "Bearer"
    assert session["expires_in_s"] == 600
    assert session["refresh_token"]
    assert session["device_token"]
    assert session["person"]["phone"] == ASHA
    assert session["person"]["has_pin"] is True
    assert not client.cookies

    me = await ok(client.get("/api/v1/me", headers=bearer(session)))
    assert me == session["person"]

    wish = {
        "identifier": ASHA,
        "password": PASSWORD,
        "device_token": session["device_token"],
    }
    known = await ok(client.post("/api/v1/auth/login", json=wish))
    assert known["challenge"] is None
    assert known["session"]["device_token"] is None

    fresh = await ok(
        client.post("/api/v1/auth/refresh", json={"refresh_token": session["refresh_token"]})
    )
    assert fresh["refresh_token"] != session["refresh_token"]
    answer = await client.post("/api/v1/auth/logout", headers=bearer(fresh))
    assert (answer.status_code, answer.content) == (204, b"")
    await refused(client.get("/api/v1/me", headers=bearer(fresh)), 401, "identity.session_ended")
    await refused(
        client.post("/api/v1/auth/refresh", json={"refresh_token": fresh["refresh_token"]}),
        401,
        "identity.session_ended",
    )
    await ok(client.get("/api/v1/me", headers=bearer(known["session"])))


async def test_a_new_device_is_asked_for_a_code(client, outbox):
    await register(client, outbox)
    wish = {"identifier": ASHA, "password": PASSWORD, "device_name": "Kitchen tablet"}
    asked = await ok(client.post("/api/v1/auth/login", json=wish))
    assert asked["session"] is None
    challenge = asked["challenge"]
    assert challenge["sent_to"] == "+91 ••••• ••210"
    assert challenge["resend_after_s"] == 30
    proof = {
        "challenge": challenge["challenge"],
        "code": outbox.code,
        "device_name": "Kitchen tablet",
    }
    session = await ok(client.post("/api/v1/auth/login/confirm", json=proof))
    listed = await ok(client.get("/api/v1/me/devices", headers=bearer(session)))
    assert [(d["name"], d["is_current"]) for d in listed["items"]][0] == ("Kitchen tablet", True)
    assert [s["is_current"] for s in listed["items"][0]["sessions"]] == [True]


async def test_the_web_keeps_its_tokens_in_cookies_that_scripts_cannot_read(client, outbox):
    session = await register(client, outbox, WEB)
    assert session["refresh_token"] is None
    assert session["device_token"] is None
    kept = {c.name: c for c in client.cookies.jar}
    assert set(kept) == {"batua_refresh", "batua_device"}
    for cookie in kept.values():
        assert cookie.path == "/api/v1/auth"
        assert cookie.has_nonstandard_attr("HttpOnly")
        assert cookie.get_nonstandard_attr("SameSite").lower() == "strict"

    before = client.cookies["batua_refresh"]
    fresh = await ok(client.post("/api/v1/auth/refresh", headers=WEB))
    assert fresh["refresh_token"] is None
    assert client.cookies["batua_refresh"] != before
    await ok(client.get("/api/v1/me", headers=bearer(fresh)))

    answer = await client.post("/api/v1/auth/logout", headers=WEB)
    assert answer.status_code == 204
    assert "batua_refresh" not in client.cookies
    assert "batua_device" in client.cookies
    await refused(client.get("/api/v1/me", headers=bearer(fresh)), 401, "identity.session_ended")
    wish = {"identifier": ASHA, "password": PASSWORD}
    again = await ok(client.post("/api/v1/auth/login", json=wish, headers=WEB))
    assert again["session"] is not None


async def test_another_site_cannot_refresh_by_cookie(client, outbox):
    await register(client, outbox, WEB)
    await refused(client.post("/api/v1/auth/refresh"), 403, "identity.client_header_missing")
    await ok(client.post("/api/v1/auth/refresh", headers=WEB))
    client.cookies.clear()
    await refused(client.post("/api/v1/auth/refresh", headers=WEB), 401, "identity.session_ended")


async def test_over_https_cookies_are_secure(db, means, outbox):
    async with browser(app_of(db, means, "https://batua.example")) as client:
        body = REGISTRATION
        asked = await ok(client.post("/api/v1/auth/register", json=body), 202)
        proof = {"challenge": asked["challenge"], "code": outbox.code}
        proved = await ok(client.post("/api/v1/auth/register/confirm", json=proof))
        secrets = {"ticket": proved["ticket"], "password": PASSWORD, "pin": PIN}
        answer = await client.post("/api/v1/auth/register/complete", json=secrets, headers=WEB)
    kept = answer.headers.get_list("set-cookie")
    assert len(kept) == 2
    for line in kept:
        assert line.startswith("__Secure-batua_")
        assert "; Secure" in line


async def test_a_family_shares_a_browser_and_each_stays_known(client, outbox):
    await register(client, outbox, WEB, ASHA)
    await register(client, outbox, WEB, BINA)
    for phone in (ASHA, BINA, ASHA):
        wish = {"identifier": phone, "password": PASSWORD}
        done = await ok(client.post("/api/v1/auth/login", json=wish, headers=WEB))
        assert done["session"]["person"]["phone"] == phone
        fresh = await ok(client.post("/api/v1/auth/refresh", headers=WEB))
        assert fresh["person"]["phone"] == phone


async def test_five_tabs_refresh_at_once_and_nobody_is_signed_out(client, outbox):
    await register(client, outbox, WEB)
    cookies = {name: client.cookies[name] for name in ("batua_refresh", "batua_device")}
    header = {**WEB, "Cookie": "; ".join(f"{k}={v}" for k, v in cookies.items())}
    client.cookies.clear()
    answers = await asyncio.gather(
        *(client.post("/api/v1/auth/refresh", headers=header) for _ in range(5))
    )
    assert [a.status_code for a in answers] == [200] * 5
    for answer in answers:
        await ok(client.get("/api/v1/me", headers=bearer(answer.json())))


async def test_codes_are_limited_with_retry_after(client):
    for _ in range(5):
        await ok(client.post("/api/v1/auth/register", json=REGISTRATION), 202)
    answer = await client.post("/api/v1/auth/register", json=REGISTRATION)
    assert answer.status_code == 429
    assert answer.json()["code"] == "identity.too_many_tries"
    assert 700 < int(answer.headers["retry-after"]) <= 720


async def test_resending_too_soon_answers_429(client):
    asked = await ok(client.post("/api/v1/auth/register", json=REGISTRATION), 202)
    answer = await client.post("/api/v1/auth/codes/resend", json={"challenge": asked["challenge"]})
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["retry-after"]) <= 30


async def test_a_wrong_code_says_how_many_tries_are_left(client, outbox):
    asked = await ok(client.post("/api/v1/auth/register", json=REGISTRATION), 202)
    proof = {"challenge": asked["challenge"], "code": outbox.wrong()}
    problem = await refused(
        client.post("/api/v1/auth/register/confirm", json=proof), 400, "identity.wrong_code"
    )
    assert problem["facts"] == {"tries_left": 4}


async def test_an_account_is_recovered(client, outbox, session):
    asked = await ok(client.post("/api/v1/auth/recover", json={"identifier": ASHA}), 202)
    proof = {"challenge": asked["challenge"], "code": outbox.code}
    proved = await ok(client.post("/api/v1/auth/recover/confirm", json=proof))
    renewal = {"ticket": proved["ticket"], "password": NEW_PASSWORD}
    fresh = await ok(client.post("/api/v1/auth/recover/complete", json=renewal))
    await refused(client.get("/api/v1/me", headers=bearer(session)), 401, "identity.session_ended")
    await ok(client.get("/api/v1/me", headers=bearer(fresh)))
    await refused(
        client.post("/api/v1/me/pin/code", headers=bearer(fresh)),
        429,
        "identity.pin_reset_too_soon",
    )
