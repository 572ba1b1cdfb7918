"""The HTTP of payments: nothing of anybody else's, nothing without a token, all of it described."""

import re
from typing import Any
from uuid import UUID

from litestar import Litestar
from tests.modules.payments import given
from tests.modules.payments.client import BASE, Client, rupees
from tests.modules.payments.given import Someone

from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.kit.web.openapi import document, operations
from batua.modules.payments.types import PERMISSIONS


async def test_every_handler_that_takes_an_id_finds_nothing_of_somebody_elses(
    app: Litestar,
    db: Database,
    http: Any,
    as_asha: Client,
    as_bina: Client,
    asha: Someone,
    bina: Someone,
    keys: KeyRing,
) -> None:
    chitra = Client(http, await given.someone(db, keys, "Chitra Rao", "+919811111111"))
    asked = await as_bina("POST", "/requests", {"payer": str(asha.id), "amount": rupees(50)})
    paid = await as_asha("POST", "/payments", {"payee": str(bina.id), "amount": rupees(50)})
    wallet = (await as_asha("GET", "/wallets")).json()["items"][0]
    link = await as_asha("POST", "/payment-links", {"currency": "INR"})
    hers = {
        "wallets": wallet["id"],
        "payments": paid.json()["id"],
        "requests": asked.json()["id"],
        "top-ups": paid.json()["id"],
        "withdrawals": paid.json()["id"],
        "payment-links": link.json()["id"],
    }
    before = await given.picture(db)
    seen = 0
    for handler, path, method in operations(app):
        if "{id}" not in path or handler.opt["permission"] == "public":
            continue  # a checkout by link is for whoever knows its id
        noun = path.removeprefix(BASE).split("/")[1]
        for id in (hers[noun], str(given.stranger())):
            got = await chitra(method.upper(), path.removeprefix(BASE).replace("{id}", id))
            assert got.status_code == 404, (method, path, got.text)
            seen += 1
        assert handler.opt["permission"] in PERMISSIONS
    assert seen >= 2 * 13
    assert await given.picture(db) == before


async def test_nothing_is_answered_without_a_token(app: Litestar, http: Any) -> None:
    for handler, path, method in operations(app):
        if handler.opt.get("permission") == "public":
            continue
        filled = re.sub(r"\{[^}]+\}", str(UUID(int=7)), path)
        got = await http.request(method.upper(), filled)
        assert (got.status_code, got.json()["code"]) == (401, "kit.not_signed_in"), path


def test_every_operation_is_described_with_examples_and_refusals(app: Litestar) -> None:
    doc = document(app)
    ours = {
        (path, method): operation
        for path, item in doc["paths"].items()
        for method, operation in item.items()
        if path.startswith(BASE)
    }
    assert (f"{BASE}/payment/send", "post") in ours
    for (path, method), operation in ours.items():
        where = f"{method} {path}"
        assert operation.get("description"), where
        assert "400" in operation["responses"], where
        for parameter in operation.get("parameters", []):
            assert parameter.get("description"), (where, parameter["name"])
    for name, schema in doc["components"]["schemas"].items():
        for field, value in schema.get("properties", {}).items():
            described = value.get("description") or any(
                part.get("description") for part in value.get("oneOf", value.get("anyOf", []))
            )
            # A tag has one value and says itself what it is.
            assert described or "$ref" in value or "const" in value, (name, field)
