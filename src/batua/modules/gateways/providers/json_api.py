"""Calls with bodies of JSON, and which answers mean a refusal or that a thing is not there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec

from batua.kit.outside import Answer, Ask, Outside
from batua.modules.gateways.providers.rail import Absent, Refused

JSON: Final = {"content-type": "application/json"}
_REFUSED: Final = frozenset({400, 404, 409, 422})
_CONFLICT: Final = 409


@dataclass(frozen=True, slots=True)
class JsonApi:
    """One provider's API.

    problem  the short code of a refusal; raises Unreadable when it is not the provider that speaks
    absent   answers to a reading call that mean: never heard of it
    headers  sent with each call
    """

    outside: Outside
    problem: Callable[[Answer], str]
    absent: frozenset[int] = frozenset({404})
    refused: frozenset[int] = _REFUSED
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)

    async def post(
        self,
        path: str,
        body: Mapping[str, Any],
        headers: Mapping[str, str] | None = None,
        *,
        may_repeat: bool = True,
    ) -> Answer:
        """Ask for something; raises Refused.

        may_repeat  it names something that the provider does once
        """
        content = msgspec.json.encode(body)
        sent = {**JSON, **self.headers, **(headers or {})}
        ask = Ask("POST", path, content, sent, may_repeat=may_repeat)
        answer = await self.outside.call(ask)
        if answer.status in self.refused:
            is_final = answer.status != _CONFLICT and not answer.is_repeated
            raise Refused(self.problem(answer), is_final=is_final)
        return answer

    async def get(
        self,
        path: str,
        params: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        """Read; raises Absent."""
        sent = {**self.headers, **(headers or {})}
        answer = await self.outside.call(Ask("GET", path, None, sent, params, may_repeat=True))
        if answer.status in self.absent:
            self.problem(answer)
            raise Absent
        return answer


def number(text: str) -> msgspec.Raw:
    """An exact decimal as a number of JSON."""
    return msgspec.Raw(text.encode())
