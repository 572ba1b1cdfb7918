"""What is published: each kind fits its schema, and says nothing that names a person."""

import dataclasses
import json
import re
import typing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import jsonschema_rs
import pytest

from batua.kit.ids import new_id
from batua.kit.journal import Fact
from batua.kit.money import Currency, Money
from batua.modules.payments.types import TopUpFailed
from batua.modules.webhooks.errors import UnknownKind
from batua.modules.webhooks.rules import kinds
from batua.modules.webhooks.rules.kinds import PUBLISHED, Published

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
DOCS = Path(__file__).parents[3] / "docs" / "webhooks.md"
SECRETIVE = "Asha Devi +919876543210"


def a_fact(of: type[Fact]) -> Fact:
    """A fact whose every text is something personal."""
    hints = typing.get_type_hints(of)
    values: dict[str, Any] = {"subject": new_id(), "audience": (new_id(), new_id())}
    for field in dataclasses.fields(of):
        if field.name not in {"subject", "actor", "audience"}:
            values[field.name] = a_value(field.name, hints[field.name])
    return of(**values)


def a_value(name: str, hint: Any) -> Any:
    options = typing.get_args(hint) or (hint,)
    for kind, value in (
        (UUID, new_id()),
        (Money, Money(12_345, Currency("INR"))),
        (bool, True),
        (int, 7),
        (str, "INR" if name == "currency" else SECRETIVE),
    ):
        if kind in options:
            return value
    raise AssertionError(f"{name}: {hint}")


@pytest.mark.parametrize("one", PUBLISHED, ids=lambda one: one.kind)
def test_what_is_sent_fits_the_published_schema_and_names_nobody(one: Published) -> None:
    fact = a_fact(one.fact)
    body = kinds.body(fact, NOON)
    told = json.loads(body)
    jsonschema_rs.validator_for(one.schema(), validate_formats=True).validate(told)
    assert (told["type"], told["timestamp"]) == (one.kind, "2026-11-21T12:00:00Z")
    for word in SECRETIVE.split():
        assert word not in json.dumps(told["data"]), f"{one.kind} tells {word}"
    assert one.summary.endswith(".")


@pytest.mark.parametrize("one", PUBLISHED, ids=lambda one: one.kind)
def test_the_schema_refuses_what_is_not_so(one: Published) -> None:
    told = json.loads(kinds.body(a_fact(one.fact), NOON))
    validator = jsonschema_rs.validator_for(one.schema(), validate_formats=True)
    assert not validator.is_valid({**told, "type": "other.kind"})
    for name in told["data"]:
        less = {key: value for key, value in told["data"].items() if key != name}
        assert not validator.is_valid({**told, "data": less}), name


def test_no_field_is_called_as_if_it_held_words_of_people() -> None:
    personal = re.compile(r"name|phone|email|note|text|message|address|code|secret|purpose|title")
    for one in PUBLISHED:
        fields = one.shape.__struct_fields__
        assert not [name for name in fields if personal.search(name)], one.kind


def test_words_of_ours_are_told_as_they_are() -> None:
    def reason(text: str) -> str:
        amount = Money(1, Currency("INR"))
        fact = TopUpFailed(
            subject=new_id(), payment=new_id(), person=new_id(), amount=amount, reason=text
        )
        return str(json.loads(kinds.body(fact, NOON))["data"]["reason"])

    assert reason("expired") == "expired"
    assert reason("Card of Asha Devi was declined") == "other"


def test_kinds_are_chosen_among_those_that_are_there() -> None:
    assert kinds.check(("payments.topped_up", "payments.sent", "payments.sent")) == (
        "payments.sent",
        "payments.topped_up",
    )
    for wrong in ((), ("payments.sent", "payments.read"), ("webhooks.test",)):
        with pytest.raises(UnknownKind):
            kinds.check(wrong)


def test_every_kind_is_in_the_docs() -> None:
    named = set(re.findall(r"`([a-z]+\.[a-z_]+)`", DOCS.read_text(encoding="utf-8")))
    assert {one.kind for one in PUBLISHED} <= named


def test_the_example_of_the_docs_verifies_the_published_vector() -> None:
    found = re.search(r"```python\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    room: dict[str, Any] = {}
    exec(found[1], room)  # noqa: S102 - the very words of our docs
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    body, at = b'{"test": 2432232314}', 1614265330
    headers = {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": str(at),
        "webhook-signature": "v1,AAAA v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }
    is_genuine = room["is_genuine"]
    assert is_genuine(secret, headers, body, at)
    assert is_genuine(secret, headers, body, at + 300)
    assert not is_genuine(secret, headers, body, at + 301)
    assert not is_genuine(secret, headers, body + b" ", at)
    assert not is_genuine(secret, {**headers, "webhook-id": "msg_1"}, body, at)
