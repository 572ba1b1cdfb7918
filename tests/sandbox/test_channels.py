"""The outbox of all channels, as people and tests see it."""

from typing import Any
from uuid import uuid4

import pytest


def a_phone() -> str:
    return f"+9196{uuid4().int % 10**8:08d}"


def call(to: str, **more: Any) -> dict[str, Any]:
    return {
        "to": to,
        "say": "<b>Hello</b> 4829",
        "language": "en",
        "reference": str(uuid4()),
        **more,
    }


async def test_the_page_shows_each_channel_and_filters_by_it(sandbox: Any) -> None:
    phone, email = a_phone(), f"{uuid4().hex}@example.org"
    mail = {"to": email, "subject": "Due", "text": "One\nTwo", "language": "en"}
    assert (await sandbox.api.post("/v1/calls", json=call(phone))).status_code == 201
    sent = await sandbox.api.post("/v1/emails", json={**mail, "reference": str(uuid4())})
    assert (sent.status_code, sent.json()["status"]) == (201, "sent")
    html = (await sandbox.http.get("/sandbox", params={"phone": phone})).text
    assert "&lt;b&gt;Hello&lt;/b&gt;" in html
    assert "<b>Hello" not in html
    assert '<p class="code"></p>' in html  # a number in a call is no code
    by_email = (await sandbox.http.get("/sandbox", params={"phone": email})).text
    assert 'class="subject" lang=en>Due<' in by_email
    calls = (await sandbox.http.get("/sandbox", params={"phone": phone, "channel": "sms"})).text
    assert "Hello" not in calls


async def test_the_pages_form_lets_messages_go_wrong_and_right_again(sandbox: Any) -> None:
    phone = a_phone()
    form = {"channel": "call", "mode": "refuse", "times": "2", "address": phone}
    answer = await sandbox.http.post("/sandbox/mishaps", data=form)
    assert answer.status_code == 303
    html = (await sandbox.http.get("/sandbox")).text
    assert f"Call to {phone} is refused for good, 2 more" in html
    refused = await sandbox.api.post("/v1/calls", json=call(phone))
    assert (refused.status_code, refused.json()["code"]) == (422, "unreachable")
    await sandbox.http.post("/sandbox/mishaps", data={**form, "mode": "none"})
    assert (await sandbox.http.get("/sandbox/channels")).json() == []
    assert (await sandbox.api.post("/v1/calls", json=call(phone))).status_code == 201


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        ("calls", {"to": "98123"}),
        ("calls", {"say": ""}),
        ("emails", {"to": "nobody", "subject": "x", "text": "x"}),
        ("whatsapp", {"template": ""}),
    ],
)
async def test_what_is_no_message_is_refused(sandbox: Any, path: str, wrong: dict) -> None:
    body = {**call(a_phone()), **wrong}
    assert (await sandbox.api.post(f"/v1/{path}", json=body)).status_code == 400


async def test_channels_are_for_the_merchant_alone(sandbox: Any) -> None:
    for path in ("calls", "emails", "whatsapp", "messages"):
        answer = await sandbox.http.post(f"/v1/{path}", json=call(a_phone()))
        assert answer.status_code == 401
