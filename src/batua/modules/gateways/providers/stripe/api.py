"""Calls to Stripe's API: form-encoded bodies, idempotency keys, and what its refusals mean."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from batua.kit.outside import Answer, Ask, Outside
from batua.modules.gateways.providers.rail import Absent, Refused, Unreadable
from batua.modules.gateways.providers.stripe.wire import Problem

_FORM: Final = {"content-type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True, slots=True)
class Api:
    """Every call here may be repeated: it reads, or carries a key."""

    outside: Outside

    async def post(self, path: str, body: Mapping[str, Any], key: str) -> Answer:
        """Ask for something, once a key; raises Refused."""
        headers = {**_FORM, "Idempotency-Key": key}
        answer = await self.outside.call(Ask("POST", path, form(body), headers, may_repeat=True))
        if answer.status in {400, 402, 404}:
            raise Refused(_problem(answer), is_final=not answer.is_repeated)
        return answer

    async def get(self, path: str, params: Mapping[str, str] | None = None) -> Answer:
        """Read; raises Absent for an id that Stripe does not know."""
        answer = await self.outside.call(Ask("GET", path, params=params, may_repeat=True))
        if answer.status == 404:
            _problem(answer)
            raise Absent
        return answer


def form(body: Mapping[str, Any]) -> bytes:
    """Nested names as Stripe reads them: `a[b][0][c]=…`; what is None is left out."""
    return urlencode(list(_pairs("", body))).encode()


def _pairs(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _pairs(f"{name}[{key}]" if name else str(key), inner)
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _pairs(f"{name}[{place}]", inner)
    elif value is not None:
        yield name, str(value)


def _problem(answer: Answer) -> str:
    """The code of a refusal; raises Unreadable when it is not Stripe that speaks."""
    found = answer.read(Problem)
    if found is None:
        raise Unreadable(f"answer {answer.status}")
    return found.error.code or found.error.type
