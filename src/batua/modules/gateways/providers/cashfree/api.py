"""Calls to Cashfree's APIs, and what its refusals mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec

from batua.kit.outside import Answer, Ask, Outside
from batua.modules.gateways.providers.cashfree.wire import Problem
from batua.modules.gateways.providers.rail import Absent, Refused, Unreadable

VERSION: Final = "2025-01-01"
PAYOUT_VERSION: Final = "2024-01-01"


@dataclass(frozen=True, slots=True)
class Api:
    """One of Cashfree's products, `root` being its path.

    Every call here may be repeated: it reads, or names something that Cashfree does once.
    """

    outside: Outside
    root: str
    headers: Mapping[str, str] = field(repr=False)

    @classmethod
    def product(cls, outside: Outside, root: str, version: str, keys: tuple[str, str]) -> "Api":
        """A product with the client id and the client secret that are its own."""
        named = {"x-client-id": keys[0], "x-client-secret": keys[1], "x-api-version": version}
        return cls(outside, root, named)

    async def post(self, path: str, body: Mapping[str, Any], key: str | None) -> Answer:
        """Ask for something, once a key, or for a report; raises Refused."""
        once = {} if key is None else {"x-idempotency-key": key, "x-request-id": key}
        headers = {**self.headers, "content-type": "application/json", **once}
        content = msgspec.json.encode(body)
        answer = await self.outside.call(
            Ask("POST", self.root + path, content, headers, may_repeat=True)
        )
        if answer.status in {400, 404, 409, 422}:
            is_final = answer.status != 409 and not answer.is_repeated
            raise Refused(_problem(answer), is_final=is_final)
        return answer

    async def get(self, path: str, params: Mapping[str, str] | None = None) -> Answer:
        """Read; raises Absent for an id that Cashfree does not know."""
        answer = await self.outside.call(
            Ask("GET", self.root + path, None, self.headers, params, may_repeat=True)
        )
        if answer.status == 404:
            _problem(answer)
            raise Absent
        return answer


def number(text: str) -> msgspec.Raw:
    """An exact decimal as a number of JSON."""
    return msgspec.Raw(text.encode())


def _problem(answer: Answer) -> str:
    """The code of a refusal; raises Unreadable when it is not Cashfree that speaks."""
    found = answer.read(Problem)
    if found is None:
        raise Unreadable(f"answer {answer.status}")
    return found.code
