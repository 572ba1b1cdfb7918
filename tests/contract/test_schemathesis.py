"""The whole API against its own document, as an ordinary person calls it: good data and bad.

Each answer must be one that the document tells of, in status, type and shape, and none may be a
5xx. What is good by the document is taken or refused by a stated rule; what is bad is refused.
SCHEMATHESIS_EXAMPLES and SCHEMATHESIS_SEED make a longer or another search.
"""

import asyncio
import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import schemathesis
from schemathesis import config
from tests import given
from tests.given import inr
from tests.system import System

EXAMPLES = int(os.environ.get("SCHEMATHESIS_EXAMPLES", "8"))
SEED = int(os.environ.get("SCHEMATHESIS_SEED", "20261"))
DOCUMENT = Path(__file__).parents[2] / "docs" / "openapi.json"
DOCUMENT_JSON = json.loads(DOCUMENT.read_text())
BANK = {"kind": "bank", "account_number": "50100123456789", "ifsc": "HDFC0000001", "name": "Asha"}

INNER = ("member", "invite", "transaction", "proposal", "loan")
"""What a path names second."""

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("contract")]


@dataclass
class Signed:
    """Headers of a signed-in person, and ids of things that are there for her."""

    headers: dict[str, str]
    ids: dict[str, str] = field(default_factory=dict)


@pytest.fixture(scope="module")
def signed(system: System) -> Signed:
    return asyncio.run(somebody_with_things(system))


async def somebody_with_things(system: System) -> Signed:
    """Asha has done everything once, so that there is something to read."""
    names = ["Asha Devi", "Bina Kumari", "Devi Nair"]
    asha, bina, devi = await given.members(system, names, money=100_000)
    await given.sign_in_again(asha)
    sent = given.done(await asha.send(bina.id, 1_000, key=given.a_key(), note="Tea"))
    wish = {"amount": inr(500)}
    asked = await asha.post("/requests", {**wish, "payer": bina.id}, key=given.a_key())
    items = {"items": [{"payee": bina.id, "amount": inr(100)}]}
    batch = await asha.post("/payments/batch", items, key=given.a_key())
    order = {"amount": inr(2_000), "destination": BANK}
    withdrawn = await asha.post("/withdrawals", order, key=given.a_key())
    top_up = await asha.open_checkout(700)
    in_group = await given.a_group(asha, bina, devi)
    devices = (await asha.get("/me/devices"))["items"]
    other = next(device for device in devices if not device["is_current"])
    ids = {
        "wallets": (await asha.wallet())["id"],
        "payments": sent["id"],
        "batches": batch["batch"]["id"],
        "requests": asked["id"],
        "withdrawals": withdrawn["id"],
        "top-ups": top_up["id"],
        "devices": other["id"],
        "people": bina.id,
        "payee": bina.id,
        "payer": bina.id,
        "person": bina.id,
        "groups": in_group["group"],
        "group": in_group["group"],
        "subject": in_group["group_member"],
        **{name: in_group[f"group_{name}"] for name in INNER},
    }
    for who in (asha, bina, devi):
        await who.http.aclose()
    return Signed(asha.headers, ids)


@schemathesis.serializer("application/x-ndjson")
def line_of_json(_: Any, value: Any) -> bytes:
    """A body that has one JSON value a line: one line."""
    return json.dumps(value).encode()


@schemathesis.serializer("text/csv", "application/pdf")
def file_of(_: Any, value: Any) -> bytes:
    """A body that is the file itself."""
    return value if isinstance(value, bytes) else str(value).encode(errors="replace")


def search() -> config.SchemathesisConfig:
    """How much is tried, and what is asked of each answer."""
    checks = config.ChecksConfig(
        # A rule beyond the shape (a currency that is none, a PIN too easy) is a documented 400.
        positive_data_acceptance=config.PositiveDataAcceptanceConfig(
            expected_statuses=["2xx", "400", "401", "403", "404", "409", "429"]
        )
    )
    project = config.ProjectConfig(
        checks=checks,
        generation=config.GenerationConfig(
            max_examples=EXAMPLES,
            allow_extra_parameters=False,  # names in a query that nobody asked for are passed over
        ),
        request_timeout=20,
    )
    return config.SchemathesisConfig(seed=SEED, projects=config.ProjectsConfig(default=project))


def with_real_ids(case: schemathesis.Case, ids: dict[str, str]) -> schemathesis.Case:
    """A case that asks for things that are there, about as often as for others."""
    folder = re.match(r"/api/v1/(?:me/|payments/(?=batches))?([a-z-]+)", case.path)
    put_in(case.path_parameters, "id", ids.get(folder[1] if folder else ""))
    put_in(case.query, "person", ids["person"])
    for name in INNER:
        put_in(case.path_parameters, name, ids[name])
    for name in ("payee", "payer", "group", "subject", "member"):
        put_in(case.body, name, ids[name])
    return case


def has_null_in_query(case: schemathesis.Case) -> bool:
    """In a query `null` says the same as nothing, so it is neither good nor bad."""
    values = (case.query or {}).values()
    return any(one in (None, "null") for v in values for one in (v if isinstance(v, list) else [v]))


def put_in(container: Any, name: str, id: str | None) -> None:
    """Every other made-up id becomes a real one."""
    if not isinstance(container, dict) or id is None:
        return
    try:
        is_even = UUID(str(container.get(name))).int % 2 == 0
    except ValueError:
        return
    if is_even:
        container[name] = id


document = schemathesis.openapi.from_path(DOCUMENT, config=search())
api = document.exclude(path="/api/v1/events")
"""All but the stream of changes, which goes on for ten minutes; its own test is below."""


@api.parametrize()
def test_no_answer_leaves_the_document(
    case: schemathesis.Case, system: System, signed: Signed
) -> None:
    if has_null_in_query(case):
        return
    would_sign_out = case.operation.path.endswith("/auth/logout")
    headers = {} if would_sign_out else signed.headers
    real = with_real_ids(case, signed.ids)
    answer = real.call_and_validate(base_url=system.address, headers=headers)
    is_problem = answer.headers.get("content-type") == ["application/problem+json"]
    if is_problem and case.method.lower() == case.operation.method:  # others are tried too
        assert is_told_of(case, answer.status_code, answer.json()["code"])


def is_told_of(case: schemathesis.Case, status: int, code: str) -> bool:
    """Whether the document lists a refusal where it was given."""
    told = DOCUMENT_JSON["paths"][case.operation.path][case.operation.method]["responses"]
    listed = told.get(str(status), {}).get("content", {}).get("application/problem+json", {})
    is_no_such_path = code == "kit.not_found"  # an id that is none, a method that is none
    return is_no_such_path or code == f"kit.http_{status}" or code in listed.get("examples", {})


def test_each_operation_is_a_test_of_its_own(request: pytest.FixtureRequest) -> None:
    """Tests of one name would count as one when two workers share them: see decision 0801."""
    names = [item.nodeid for item in request.session.items]
    assert len(names) == len(set(names))
