"""What we send to WhatsApp, what the played one answers and calls back, held to Meta's own specification."""

from typing import Any

import httpx
import jsonschema_rs
import msgspec
import pytest
from tests.contract.specs import yaml_spec
from tests.sandbox.server import KEY_SECRET, Receiver, SandboxClient

from batua.kit.ids import new_id
from batua.modules.notifications.providers.whatsapp import callbacks
from batua.modules.notifications.providers.whatsapp.channel import WhatsAppCloud
from batua.modules.notifications.providers.whatsapp.settings import WhatsAppSettings
from batua.modules.notifications.types import Delivery, Outgoing

FILE = "whatsapp/business-messaging-api_v23.0.yaml"
NUMBER = "106540352242922"
PATH = "/{Version}/{Phone-Number-ID}/messages"


def fits(name: str, what: Any) -> None:
    """Refuse what does not fit a schema of the specification."""
    components = yaml_spec(FILE)["components"]
    whole = {"$ref": f"#/components/schemas/{name}", "components": components}
    jsonschema_rs.Draft202012Validator(whole).validate(what)


async def sent(language: str) -> tuple[httpx.Request, dict[str, Any]]:
    requests: list[httpx.Request] = []

    def take(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(200, json={"messages": [{"id": "wamid.x"}]})

    settings = WhatsAppSettings(
        phone_number_id=NUMBER,
        access_token="token",
        app_secret="secret",
        verify_token="agreed",
        templates='{"group_loan_late.hi": "late", "group_loan_late.en": "late:en_US"}',
    )
    cloud = WhatsAppCloud(settings, httpx.MockTransport(take))
    what = Outgoing(
        reference=new_id(),
        to="+919812300001",
        language=language,
        subject="",
        text="",
        template="group_loan_late",
        values={"name": "Sita\n  Devi", "amount": "₹16.20", "group": "Well", "day": "1 May"},
    )
    assert (await cloud.send(what)).delivery is Delivery.ACCEPTED
    await cloud.aclose()
    (request,) = requests
    return request, msgspec.json.decode(request.content)


@pytest.mark.parametrize(("language", "code"), [("hi", "hi"), ("en", "en_US")])
async def test_a_request_fits_the_specification(language: str, code: str) -> None:
    request, body = await sent(language)
    assert PATH in yaml_spec(FILE)["paths"]
    assert str(request.url) == f"https://graph.facebook.com/v23.0/{NUMBER}/messages"
    assert request.headers["authorization"] == "Bearer token"
    fits("TemplateMessage", body)
    fits("TemplateObject", body["template"])
    (component,) = body["template"]["components"]
    fits("BodyComponent", component)
    for parameter in component["parameters"]:
        fits("ParameterObject", parameter)
    assert body["template"]["language"]["code"] == code
    assert "Sita Devi" in [parameter["text"] for parameter in component["parameters"]]


def test_each_status_of_the_specification_means_something() -> None:
    known = yaml_spec(FILE)["components"]["schemas"]["Statuses"]["properties"]["status"]["enum"]
    assert set(known) == set(callbacks.STATUS)


async def test_the_played_one_answers_and_calls_back_as_the_specification_says(
    sandbox: SandboxClient,
) -> None:
    receiver = Receiver()
    await receiver.start()
    token = {"authorization": f"Bearer {KEY_SECRET}"}
    settings_ = {"url": receiver.url}
    assert (await sandbox.http.put("/sandbox/webhooks/whatsapp", json=settings_)).is_success
    _, body = await sent("hi")
    for last in ("0222", "0030"):
        body["to"] = f"+9195{new_id().int % 10**4:04d}{last}"
        path = f"/graph/v23.0/{NUMBER}/messages"
        answer = await sandbox.http.post(path, json=body, headers=token)
        assert answer.status_code == 200, answer.text
        fits("MessageResponsePayload", answer.json())
    await receiver.wait_for(6)
    await receiver.stop()
    for headers, raw in receiver.calls:
        assert callbacks.sign(KEY_SECRET, raw) == headers["x-hub-signature-256"]
        fits("WebhookPayload", msgspec.json.decode(raw))
        (report,) = callbacks.statuses_of(raw)
        assert report.is_known
        assert str(report.reference) == body["biz_opaque_callback_data"]
    for wrong, status in ((path.replace(NUMBER, "1"), 400), (path, 401)):
        refused = await sandbox.http.post(
            wrong, json=body, headers=token if status == 400 else {"authorization": "Bearer x"}
        )
        assert refused.status_code == status
        fits("GraphAPIError", refused.json())


async def test_each_example_of_the_specification_reads_without_loss() -> None:
    schemas = yaml_spec(FILE)["components"]["schemas"]
    example = {name: told.get("example", "x") for name, told in _told(schemas["Statuses"]).items()}
    for status in _told(schemas["Statuses"])["status"]["enum"]:
        one = {**example, "status": status, "id": "wamid.1", "errors": [{"code": 131047}]}
        for name in ("conversation", "pricing"):
            one.pop(name)
        value = {"messaging_product": "whatsapp", "statuses": [one]}
        change = {"value": value, "field": "messages"}
        body = {"object": "x", "entry": [{"id": "1", "changes": [change]}]}
        (report,) = callbacks.statuses_of(msgspec.json.encode(body))
        assert (report.status, report.failure) == (status, "whatsapp_131047")
        assert report.provider_ref == "wamid.1"


def _told(schema: dict[str, Any]) -> dict[str, Any]:
    return dict(schema["properties"])
