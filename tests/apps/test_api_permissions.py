"""The whole API: who may call what, which refusals are told, and a document without gaps."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from litestar import Litestar
from litestar.handlers import HTTPRouteHandler

from batua.apps import wiring
from batua.apps.web import describe, outline
from batua.kit.refusal import Refusal
from batua.kit.web.openapi import operations

DOCUMENT = Path(__file__).parents[2] / "docs" / "openapi.json"
Json = dict[str, Any]

# Everything that anybody may call. A line more is a decision, not a detail.
PUBLIC = {
    "post /api/v1/auth/codes/resend",
    "post /api/v1/auth/login",
    "post /api/v1/auth/login/confirm",
    "post /api/v1/auth/logout",
    "post /api/v1/auth/recover",
    "post /api/v1/auth/recover/complete",
    "post /api/v1/auth/recover/confirm",
    "post /api/v1/auth/refresh",
    "post /api/v1/auth/register",
    "post /api/v1/auth/register/complete",
    "post /api/v1/auth/register/confirm",
    "post /api/v1/webhooks/{provider}",
    # By a ticket that we gave away in an e-mail.
    "get /api/v1/channels/unsubscribe/{ticket}",
    "post /api/v1/channels/unsubscribe/{ticket}",
    # Believed only when the provider has signed them.
    "get /api/v1/channels/whatsapp",
    "post /api/v1/channels/whatsapp",
    "post /api/v1/channels/twilio/keys/{ticket}",
    "post /api/v1/channels/twilio/speech/{ticket}",
    "post /api/v1/channels/twilio/status/{reference}",
    "get /api/openapi.json",
    "get /api/v1/ledger/head",
    # The page that a payer is sent to, who may be anybody; its id is known to her alone.
    "get /api/v1/checkouts/{id}",
    "get /api/v1/checkouts/{id}/state",
    "post /api/v1/checkouts/{id}",
    # For whoever has a payment link, or the id of what she began by it.
    "post /api/v1/payment-links/look",
    "post /api/v1/payment-links/pay",
    "get /api/v1/payment-links/checkouts/{id}",
    "post /api/v1/payment-links/checkouts/{id}/ask",
    # By a link that was made for one member and ends after five minutes.
    "get /api/v1/group-pictures/{id}",
    "get /api/v1/group-receipts/{receipt}",
    "get /healthz",
    "get /metrics",
    "get /readyz",
    "get /sandbox",
}
# Files of the app and of the API's page, which hold nothing of anybody.
FILES = re.compile(r"^get /(?!api/v1/|metrics|healthz|readyz|sandbox|api/openapi)")


@pytest.fixture(scope="module")
def app() -> Litestar:
    """The application with every route; it opens no database."""
    return outline()


@pytest.fixture(scope="module")
def document() -> Json:
    return describe()


def handlers(app: Litestar) -> dict[str, HTTPRouteHandler]:
    """Every handler of the application by `method /path`."""
    return {f"{method} {path}": handler for handler, path, method in operations(app)}


def test_every_handler_names_a_permission_that_somebody_holds(app: Litestar) -> None:
    grants = wiring.grants()
    for name, handler in handlers(app).items():
        permission = handler.opt.get("permission")
        assert permission, f"{name} names no permission"
        if permission == "public":
            assert name in PUBLIC or FILES.match(name), f"{name} is open to anybody"
        else:
            assert grants.get(permission), f"{name}: nobody holds {permission}"


def test_the_list_of_what_is_public_has_no_line_too_many(app: Litestar) -> None:
    found = handlers(app)
    public = {name for name in PUBLIC if name in found}
    assert public == PUBLIC
    assert {found[name].opt["permission"] for name in public} == {"public"}


def test_every_permission_is_asked_for_by_some_handler(app: Litestar) -> None:
    asked = {handler.opt.get("permission") for handler in handlers(app).values()}
    assert set(wiring.grants()) - asked == set()


def test_every_permission_is_held_by_known_roles() -> None:
    for permission, roles in wiring.grants().items():
        assert roles <= {"person", "support", "auditor", "admin"}, permission
        assert re.fullmatch(r"[a-z_]+(\.[a-z_]+)+", permission)


def test_what_moves_money_is_for_people_only() -> None:
    movers = [name for name in wiring.grants() if name.split(".")[-1] in {"send", "top_up"}]
    movers += ["payments.withdraw", "payments.requests.answer"]
    for name in movers:
        assert wiring.grants()[name] == {"person"}, name


def test_every_refusal_of_a_handler_is_in_the_document(app: Litestar, document: Json) -> None:
    for name, handler in handlers(app).items():
        method, path = name.split(" ", 1)
        operation = document["paths"].get(path, {}).get(method)
        if operation is None:
            assert not path.startswith("/api/v1/"), f"{name} is not in the document"
            continue
        told = set(told_codes(operation))
        for refusal in handler.opt["refuses"]:
            assert issubclass(refusal, Refusal)
            assert refusal.code in told, f"{name} does not tell of {refusal.code}"


def told_codes(operation: Json) -> Iterator[str]:
    for answer in operation["responses"].values():
        for content in answer.get("content", {}).values():
            yield from content.get("examples", {})


def test_every_operation_is_described_once(document: Json) -> None:
    names = [operation["operationId"] for _, operation in each_operation(document)]
    assert len(names) == len(set(names))
    for name, operation in each_operation(document):
        assert sentence(operation.get("description")), name
        assert operation.get("summary"), name
        assert operation.get("tags"), name


def test_every_parameter_is_described(document: Json) -> None:
    for name, operation in each_operation(document):
        for parameter in operation.get("parameters", []):
            assert sentence(parameter.get("description")), f"{name}: {parameter['name']}"
            assert {"schema", "in", "name"} <= parameter.keys()


def test_every_field_is_described(document: Json) -> None:
    for name, schema in document["components"]["schemas"].items():
        for field, of_field in schema.get("properties", {}).items():
            assert sentence(of_field.get("description")), f"{name}.{field}"


def test_every_body_and_answer_has_an_example_that_fits(document: Json) -> None:
    seen = 0
    for name, operation in each_operation(document):
        for where, content in contents(operation):
            if "schema" not in content:
                continue
            for example in examples(content):
                check(document, content["schema"], example, f"{name} {where}")
                seen += 1
            assert list(examples(content)), f"{name} {where} has no example"
    assert seen > 200


def test_every_answer_says_what_it_is(document: Json) -> None:
    for name, operation in each_operation(document):
        for status, answer in operation["responses"].items():
            assert sentence(answer.get("description")), f"{name} {status}"
            assert answer["description"] not in {
                "Request fulfilled, document follows",
                "Document created, URL follows",
            }, f"{name} {status}"


def test_the_examples_of_fields_fit_them(document: Json) -> None:
    for name, schema in document["components"]["schemas"].items():
        for field, of_field in schema.get("properties", {}).items():
            for example in of_field.get("examples", []):
                check(document, of_field, example, f"{name}.{field}")


def test_the_document_is_openapi_3_1(document: Json) -> None:
    assert document["openapi"].startswith("3.1")
    for reference in references(document):
        assert reference.startswith("#/components/schemas/")
        assert reference.rsplit("/", 1)[-1] in document["components"]["schemas"]
    for name, operation in each_operation(document):
        path = name.split(" ", 1)[1]
        in_path = {p["name"] for p in operation.get("parameters", []) if p["in"] == "path"}
        assert in_path == set(re.findall(r"{(\w+)}", path)), name


def test_the_written_document_is_the_present_one(document: Json) -> None:
    written = json.loads(DOCUMENT.read_text())
    present = json.loads(json.dumps(document))
    assert written == present, "run `make types`"


def each_operation(document: Json) -> Iterator[tuple[str, Json]]:
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            yield f"{method} {path}", operation


def contents(operation: Json) -> Iterator[tuple[str, Json]]:
    """Every body and answer with its media type."""
    for media, content in operation.get("requestBody", {}).get("content", {}).items():
        yield f"body {media}", content
    for status, answer in operation["responses"].items():
        for media, content in answer.get("content", {}).items():
            yield f"{status} {media}", content


def examples(content: Json) -> Iterator[Any]:
    if "example" in content:
        yield content["example"]
    for example in content.get("examples", {}).values():
        yield example["value"]


def check(document: Json, schema: Json, example: Any, where: str) -> None:
    whole = {**schema, "components": document["components"]}
    validator = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
    errors = [
        f"{'/'.join(map(str, e.instance_path))}: {e.message}"
        for e in validator.iter_errors(example)
    ]
    assert not errors, f"{where}: {errors}"


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def sentence(text: Any) -> bool:
    """Whether a description says something."""
    return isinstance(text, str) and len(text.strip()) >= 3
