"""What we send to Twilio, and what the played one answers, held to Twilio's own specification."""

import re
from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest
from tests.contract.specs import spec
from tests.sandbox.server import KEY_SECRET, SandboxClient

from batua.kit.ids import new_id
from batua.modules.notifications.providers.twilio import callbacks
from batua.modules.notifications.providers.twilio.channels import Twilio
from batua.modules.notifications.providers.twilio.settings import TwilioSettings
from batua.modules.notifications.types import Delivery, Message, MessageId, Outgoing, Via

FILE = "twilio/twilio_api_v2010.json"
ACCOUNT = "AC" + "5a" * 16
FOLDER = "/2010-04-01/Accounts/{AccountSid}"


def schema(name: str) -> dict[str, Any]:
    return dict(spec(FILE)["components"]["schemas"][name])


def form_schema(thing: str) -> dict[str, Any]:
    operation = spec(FILE)["paths"][f"{FOLDER}/{thing}.json"]["post"]
    content = operation["requestBody"]["content"]
    return dict(content["application/x-www-form-urlencoded"]["schema"])


def outgoing() -> Outgoing:
    return Outgoing(
        reference=new_id(),
        to="+919812300001",
        language="hi",
        subject="",
        text="₹16.20 की किस्त",
        template="group_loan_late",
        values={"name": "Sita", "amount": "₹16.20", "group": "Well", "day": "1 May"},
    )


def account(
    transport: httpx.MockTransport | None = None, url: str = "http://twilio.test"
) -> Twilio:
    settings = TwilioSettings(
        url=url,
        account_sid=ACCOUNT,
        auth_token=KEY_SECRET,
        sms_from="+14155550100",
        call_from="+14155550100",
        whatsapp_from="+14155550101",
        content='{"group_loan_late.hi": "HX0123456789abcdef0123456789abcdef"}',
    )
    return Twilio(settings, "https://batua.example", str, transport)


async def asked() -> list[httpx.Request]:
    """Every kind of request that we make."""
    requests: list[httpx.Request] = []

    def take(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(201, json={"sid": "SM" + "0" * 32})

    ours = account(httpx.MockTransport(take))
    for channel in ours.channels().values():
        assert (await channel.send(outgoing())).delivery is Delivery.ACCEPTED
    code = Message(MessageId(new_id()), "+919812300001", "123456", None)  # type: ignore[arg-type]
    assert (await ours.send(code)).delivery is Delivery.ACCEPTED
    await ours.aclose()
    return requests


async def test_each_request_fits_the_specification() -> None:
    requests = await asked()
    assert len(requests) == 4
    for request in requests:
        thing = request.url.path.rpartition("/")[2].removesuffix(".json")
        assert request.url.path == f"{FOLDER}/{thing}.json".replace("{AccountSid}", ACCOUNT)
        assert request.url.query == b""
        wanted = form_schema(thing)
        fields = parse_qsl(request.content.decode(), strict_parsing=True)
        names = [name for name, _ in fields]
        assert set(wanted["required"]) <= set(names) <= set(wanted["properties"])
        for name, value in fields:
            told = wanted["properties"][name]
            assert names.count(name) == 1 or told["type"] == "array"
            check(told, value)


def check(told: dict[str, Any], value: str) -> None:
    if told.get("type") == "integer":
        assert value.isdigit()
    if told.get("format") == "uri":
        assert value.startswith("https://batua.example/api/v1/channels/twilio/")
    if "enum" in told:
        assert value in told["enum"]
    if "pattern" in told:
        assert re.search(told["pattern"], value)


@pytest.mark.parametrize(
    ("enum", "map_"),
    [("message_enum_status", callbacks.MESSAGE), ("call_enum_status", callbacks.CALL)],
)
def test_each_status_of_the_specification_means_something(enum: str, map_: dict[str, Any]) -> None:
    assert set(schema(enum)["enum"]) <= set(map_)


async def test_the_played_twilio_answers_as_the_specification_says(sandbox: SandboxClient) -> None:
    phone = f"+9197{new_id().int % 10**8:08d}"
    sent = {"To": phone, "From": "+14155550100", "Body": "Hello"}
    called = {"To": phone, "From": "+14155550100", "Url": "http://127.0.0.1:1/x"}
    for thing, form, name, status in (
        ("Messages", sent, "api.v2010.account.message", "message_enum_status"),
        ("Calls", called, "api.v2010.account.call", "call_enum_status"),
    ):
        path = f"{FOLDER}/{thing}.json".replace("{AccountSid}", ACCOUNT)
        answer = await sandbox.http.post(path, data=form, auth=(ACCOUNT, KEY_SECRET))
        assert answer.status_code == 201, answer.text
        known = schema(name)["properties"]
        for field, value in answer.json().items():
            assert field in known, field
            assert value is not None or known[field].get("nullable"), field
            if "pattern" in known[field] and value is not None:
                assert re.search(known[field]["pattern"], value), field
        assert answer.json()["status"] in schema(status)["enum"]


def test_every_channel_of_an_account_is_there() -> None:
    assert set(account().channels()) == {Via.SMS, Via.WHATSAPP, Via.CALL}
