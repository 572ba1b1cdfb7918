"""The stream of live changes against its document: schemathesis cannot hear it to its end."""

import asyncio
import json
from pathlib import Path

import jsonschema_rs
import pytest
from tests import given
from tests.given import API
from tests.system import System

DOCUMENT = json.loads((Path(__file__).parents[2] / "docs" / "openapi.json").read_text())

pytestmark = pytest.mark.xdist_group("contract")


async def test_each_event_is_what_the_document_says(system: System) -> None:
    asha, bina = await given.members(system, ["Asha Devi", "Bina Kumari"], money=10_000)
    told = DOCUMENT["paths"][f"{API}/events"]["get"]["responses"]["200"]["content"]
    ((media, content),) = told.items()
    fits = jsonschema_rs.Draft202012Validator(
        {**content["schema"], "components": DOCUMENT["components"]}, validate_formats=True
    )
    stream = bina.http.stream("GET", f"{API}/events", headers=bina.headers)
    async with stream as answer, asyncio.timeout(60):
        assert answer.headers["content-type"].split(";")[0] == media
        lines = answer.aiter_lines()
        while not (await anext(lines)).startswith("id:"):
            pass
        sent = given.done(await asha.send(bina.id, 100, key=given.a_key()))
        data: dict[str, str] = {}
        while data.get("kind") != "payments.sent":
            name, _, value = (await anext(lines)).partition(": ")
            if name == "data":
                data = json.loads(value)
                assert list(fits.iter_errors(data)) == []
    assert data["subject"] == sent["id"]


async def test_nobody_hears_without_signing_in(system: System) -> None:
    asha = await given.member(system, "Asha Devi")
    answer = await asha.http.get(f"{API}/events")
    assert (answer.status_code, answer.json()["code"]) == (401, "kit.not_signed_in")
