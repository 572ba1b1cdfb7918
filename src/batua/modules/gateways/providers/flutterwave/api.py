"""Calls to Flutterwave's API, and what its refusals mean."""

from collections.abc import AsyncIterator, Mapping
from typing import TypeVar

from batua.kit.outside import Answer, Outside
from batua.modules.gateways.providers.flutterwave.wire import Problem, opened
from batua.modules.gateways.providers.json_api import JsonApi
from batua.modules.gateways.providers.rail import Unreadable

T = TypeVar("T")


def api(outside: Outside) -> JsonApi:
    """Flutterwave's v3 knows no idempotency header: a reference is taken once."""
    return JsonApi(outside, _problem, absent=frozenset({400, 404}))


async def pages(
    api: JsonApi, path: str, params: Mapping[str, str], kind: type[T]
) -> AsyncIterator[T]:
    """All of a list; raises Absent."""
    number, last = 1, 1
    while number <= last:
        answer = await api.get(path, {**params, "page": str(number)})
        found = opened(answer, list[kind])  # type: ignore[valid-type]
        for one in found.data:
            yield one
        number, last = number + 1, found.pages


def _problem(answer: Answer) -> str:
    """A word for a refusal, as it has no codes; raises Unreadable when it is not Flutterwave."""
    found = answer.read(Problem)
    if found is None or found.status != "error":
        raise Unreadable(f"answer {answer.status}")
    return "refused"
