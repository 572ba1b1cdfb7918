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
from batua.modules.notifications.types import Delivery, Message, MessageId, Outgoing, Price, Via

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


SENT = (
    ("Messages", {"Body": "Hello"}, "api.v2010.account.message", "message_enum_status"),
    ("Calls", {"Url": "http://127.0.0.1:1/x"}, "api.v2010.account.call", "call_enum_status"),
)


def told(thing: str, name: str) -> dict[str, Any]:
    """What is told of something by the answer that reads it, checked against its name."""
    operation = spec(FILE)["paths"][f"{FOLDER}/{thing}/{{Sid}}.json"]["get"]
    answer = operation["responses"]["200"]["content"]["application/json"]
    assert answer["schema"] == {"$ref": f"#/components/schemas/{name}"}
    return dict(answer["examples"]["fetch"]["value"])


async def test_the_played_twilio_answers_as_the_specification_says(sandbox: SandboxClient) -> None:
    to = {"To": f"+9197{new_id().int % 10**8:08d}", "From": "+14155550100"}
    for thing, form, name, status in SENT:
        path = f"{FOLDER}/{thing}.json".replace("{AccountSid}", ACCOUNT)
        auth = (ACCOUNT, KEY_SECRET)
        made = await sandbox.http.post(path, data={**to, **form}, auth=auth)
        assert made.status_code == 201, made.text
        read = await sandbox.http.get(
            path.replace(".json", f"/{made.json()['sid']}.json"), auth=auth
        )
        assert read.status_code == 200, read.text
        for answer in (made.json(), read.json()):
            fits(schema(name)["properties"], answer)
            assert answer["status"] in schema(status)["enum"]
        assert set(read.json()) == set(made.json()) <= set(told(thing, name))


def fits(known: dict[str, Any], answer: dict[str, Any]) -> None:
    for field, value in answer.items():
        assert field in known, field
        assert value is not None or known[field].get("nullable"), field
        if "pattern" in known[field] and value is not None:
            assert re.search(known[field]["pattern"], value), field


@pytest.mark.parametrize(
    ("thing", "name", "micro"),
    [
        ("Messages", "api.v2010.account.message", 7_500),
        ("Calls", "api.v2010.account.call", 200_000),
    ],
)
async def test_a_price_is_asked_and_read_as_the_specification_says(
    thing: str, name: str, micro: int
) -> None:
    example = told(thing, name)
    asked_: list[httpx.Request] = []

    def take(request: httpx.Request) -> httpx.Response:
        asked_.append(request)
        return httpx.Response(200, json=example if len(asked_) == 1 else unknown)

    unknown = {**example, "price": None}
    assert schema(name)["properties"]["price"]["nullable"]
    ours = account(httpx.MockTransport(take))
    assert await ours.price(example["sid"]) == Price("USD", micro)
    assert await ours.price(example["sid"]) is None  # not known yet
    await ours.aclose()
    wanted = f"{FOLDER}/{thing}/{example['sid']}.json".replace("{AccountSid}", ACCOUNT)
    assert {(one.method, one.url.path, one.url.query) for one in asked_} == {("GET", wanted, b"")}


def test_every_channel_of_an_account_is_there() -> None:
    assert set(account().channels()) == {Via.SMS, Via.WHATSAPP, Via.CALL}
