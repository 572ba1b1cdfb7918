"""Profile, devices, secrets and photo over HTTP."""

from uuid import uuid4

from tests.modules.identity import given
from tests.modules.identity.edge import bearer, ok, refused
from tests.modules.identity.given import BINA, NEW_PASSWORD, NEW_PIN, PASSWORD, PIN
from tests.modules.identity.test_profiles import picture


async def test_a_revoked_session_fails_at_the_next_request(db, means, client, asha, session):
    other = await given.signed(db, means, asha)
    header = {"Authorization": f"Bearer {other.access_token}"}
    await ok(client.get("/api/v1/me", headers=header))
    answer = await client.delete(f"/api/v1/me/sessions/{other.session}", headers=bearer(session))
    assert answer.status_code == 204
    await refused(client.get("/api/v1/me", headers=header), 401, "identity.session_ended")
    await ok(client.get("/api/v1/me", headers=bearer(session)))


async def test_devices_are_named_and_signed_out(db, means, client, asha, session):
    other = await given.signed(db, means, asha)
    path = f"/api/v1/me/devices/{other.device}"
    named = await client.patch(path, json={"name": "Lost phone"}, headers=bearer(session))
    assert named.status_code == 204
    listed = await ok(client.get("/api/v1/me/devices", headers=bearer(session)))
    assert {d["name"] for d in listed["items"]} == {"Lost phone", "Phone"}
    assert (await client.delete(path, headers=bearer(session))).status_code == 204
    header = {"Authorization": f"Bearer {other.access_token}"}
    await refused(client.get("/api/v1/me", headers=header), 401, "identity.session_ended")
    await refused(client.delete(path, headers=bearer(session)), 404, "identity.no_such_device")
    third = await given.signed(db, means, asha)
    answer = await client.post("/api/v1/me/sessions/revoke-others", headers=bearer(session))
    assert answer.status_code == 204
    header = {"Authorization": f"Bearer {third.access_token}"}
    await refused(client.get("/api/v1/me", headers=header), 401, "identity.session_ended")


async def test_what_belongs_to_others_answers_404(db, means, client, session):
    bina = await given.signed(db, means, await given.person(db, means, BINA))
    header = bearer(session)
    for method, path, code in (
        ("DELETE", f"/api/v1/me/sessions/{bina.session}", "identity.no_such_session"),
        ("DELETE", f"/api/v1/me/devices/{bina.device}", "identity.no_such_device"),
        ("PATCH", f"/api/v1/me/devices/{bina.device}", "identity.no_such_device"),
        ("GET", f"/api/v1/people/{bina.person.id}/photo", "identity.no_such_photo"),
        ("GET", f"/api/v1/people/{uuid4()}/photo", "identity.no_such_photo"),
    ):
        body = {"json": {"name": "Mine"}} if method == "PATCH" else {}
        await refused(client.request(method, path, headers=header, **body), 404, code)
    header = {"Authorization": f"Bearer {bina.access_token}"}
    await ok(client.get("/api/v1/me", headers=header))


async def test_the_profile_changes_and_an_email_needs_the_pin(client, session):
    header = bearer(session)
    changed = await ok(
        client.patch("/api/v1/me", json={"name": "Asha K", "handle": "asha"}, headers=header)
    )
    assert (changed["name"], changed["handle"]) == ("Asha K", "asha@batua")
    wish = {"email": "new@example.org"}
    await refused(
        client.patch("/api/v1/me", json=wish, headers=header), 403, "identity.step_up_required"
    )
    proof = await ok(client.post("/api/v1/auth/step-up", json={"pin": PIN}, headers=header))
    header = {**header, "Step-Up-Token": proof["token"]}
    assert (await ok(client.patch("/api/v1/me", json=wish, headers=header)))["email"] == (
        "new@example.org"
    )
    assert await ok(client.get("/api/v1/handles/asha@batua", headers=header)) == {"available": True}
    assert await ok(client.get("/api/v1/handles/support", headers=header)) == {"available": False}
    await refused(client.get("/api/v1/handles/a", headers=header), 400, "identity.bad_handle")


async def test_three_wrong_pins_answer_429_with_retry_after(client, session):
    header = bearer(session)
    for tries_left in (2, 1):
        problem = await refused(
            client.post("/api/v1/auth/step-up", json={"pin": "584031"}, headers=header),
            403,
            "identity.wrong_pin",
        )
        assert problem["facts"] == {"tries_left": tries_left}
    answer = await client.post("/api/v1/auth/step-up", json={"pin": "584031"}, headers=header)
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "900"
    assert answer.json()["code"] == "identity.pin_locked"


async def test_password_and_pin_are_changed(client, outbox, session):
    header = bearer(session)
    wish = {"current": PASSWORD, "new": NEW_PASSWORD}
    assert (await client.post("/api/v1/me/password", json=wish, headers=header)).status_code == 204
    await refused(
        client.post("/api/v1/me/password", json=wish, headers=header),
        403,
        "identity.wrong_password",
    )
    wish = {"current_pin": PIN, "new_pin": NEW_PIN}
    assert (await client.post("/api/v1/me/pin", json=wish, headers=header)).status_code == 204
    await refused(
        client.post("/api/v1/me/pin", json={"new_pin": PIN}, headers=header),
        400,
        "identity.pin_proof_missing",
    )
    await refused(
        client.post(
            "/api/v1/me/pin", json={"new_pin": PIN, "password": NEW_PASSWORD}, headers=header
        ),
        400,
        "identity.pin_proof_missing",
    )
    asked = await ok(client.post("/api/v1/me/pin/code", headers=header), 202)
    wish = {
        "new_pin": PIN,
        "password": NEW_PASSWORD,
        "challenge": asked["challenge"],
        "code": outbox.code,
    }
    assert (await client.post("/api/v1/me/pin", json=wish, headers=header)).status_code == 204
    await ok(client.post("/api/v1/auth/step-up", json={"pin": PIN}, headers=header))


async def test_a_photo_is_put_shown_and_removed(client, session):
    header = bearer(session)
    put = await ok(
        client.put(
            "/api/v1/me/photo",
            content=picture(),
            headers={**header, "Content-Type": "image/jpeg"},
        )
    )
    shown = await client.get(put["photo_url"], headers=header)
    assert shown.status_code == 200
    assert shown.headers["content-type"] == "image/jpeg"
    assert shown.headers["cache-control"] == "private, max-age=86400"
    assert shown.content.startswith(b"\xff\xd8")
    await refused(
        client.put("/api/v1/me/photo", content=b"no picture", headers=header),
        400,
        "identity.bad_photo",
    )
    removed = await ok(client.delete("/api/v1/me/photo", headers=header))
    assert removed["photo_url"] is None
    await refused(client.get(put["photo_url"], headers=header), 404, "identity.no_such_photo")
