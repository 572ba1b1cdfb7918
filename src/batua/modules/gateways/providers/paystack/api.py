"""Calls to Paystack's API, and what its refusals mean."""

from collections.abc import AsyncIterator, Mapping
from typing import TypeVar

from batua.kit.outside import Answer, Outside
from batua.modules.gateways.providers.json_api import JsonApi
from batua.modules.gateways.providers.paystack.wire import Problem, told
from batua.modules.gateways.providers.rail import Unreadable

T = TypeVar("T")


def api(outside: Outside) -> JsonApi:
    """Paystack knows no idempotency header: a reference is taken once."""
    return JsonApi(outside, _problem, absent=frozenset({400, 404}))


async def pages(
    api: JsonApi, path: str, params: Mapping[str, str], kind: type[T], page: int
) -> AsyncIterator[T]:
    """All of a list, `page` things a call; raises Absent."""
    number = 1
    while True:
        asked = {**params, "perPage": str(page), "page": str(number)}
        found: list[T] = told(await api.get(path, asked), list[kind])  # type: ignore[valid-type]
        for one in found:
            yield one
        if len(found) < page:
            return
        number += 1


def _problem(answer: Answer) -> str:
    """The code of a refusal; raises Unreadable when it is not Paystack that speaks."""
    found = answer.read(Problem)
    if found is None or found.status:
        raise Unreadable(f"answer {answer.status}")
    return (found.code or "refused").lower()
