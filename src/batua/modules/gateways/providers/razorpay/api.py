"""Calls to Razorpay's API, and what its refusals mean."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from batua.kit.outside import Answer, Ask, Outside
from batua.modules.gateways.providers.rail import Absent, Refused, Unreadable
from batua.modules.gateways.providers.razorpay.wire import Problem

_JSON: Final = {"content-type": "application/json"}


@dataclass(frozen=True, slots=True)
class Api:
    """Every call here may be repeated: it reads, or names something that Razorpay does once."""

    outside: Outside

    async def post(
        self, path: str, body: Mapping[str, Any], headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Ask for something; raises Refused."""
        content = msgspec.json.encode(body)
        ask = Ask("POST", path, content, {**_JSON, **(headers or {})}, may_repeat=True)
        answer = await self.outside.call(ask)
        if answer.status in {400, 404, 422}:
            raise Refused(_problem(answer), is_final=not answer.is_repeated)
        return answer

    async def get(self, path: str, params: Mapping[str, str] | None = None) -> Answer:
        """Read; raises Absent for an id that Razorpay does not know."""
        answer = await self.outside.call(Ask("GET", path, params=params, may_repeat=True))
        if answer.status in {400, 404}:
            _problem(answer)
            raise Absent
        return answer


def _problem(answer: Answer) -> str:
    """The code of a refusal; raises Unreadable when it is not Razorpay that speaks."""
    found = answer.read(Problem)
    if found is None:
        raise Unreadable(f"answer {answer.status}")
    return (found.error.reason or found.error.code).lower()
