"""Calls to PayPal's API: a token that is renewed in time, and what its refusals mean."""

import asyncio
import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from batua.kit import clock
from batua.kit.outside import Answer, Ask, Outside
from batua.modules.gateways.providers.connection import thing
from batua.modules.gateways.providers.json_api import JsonApi
from batua.modules.gateways.providers.paypal.wire import Problem, Token
from batua.modules.gateways.providers.rail import Unreadable

SPARE: Final = timedelta(minutes=2)
"""How long before its end a token is not used any more."""
_FORM: Final = {"content-type": "application/x-www-form-urlencoded"}


@dataclass(slots=True)
class Tokens:
    """The token of our client; one call at a time asks for a new one."""

    outside: Outside
    client_id: str
    client_secret: str = field(repr=False)
    _token: str = field(default="", repr=False)
    _until: datetime | None = None
    _asking: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def header(self) -> dict[str, str]:
        """What every call carries; raises NoAnswer, Unreadable."""
        async with self._asking:
            if self._until is None or clock.now() >= self._until:
                await self._renew()
        return {"authorization": f"Bearer {self._token}"}

    def forget(self) -> None:
        """PayPal does not take it any more."""
        self._until = None

    async def _renew(self) -> None:
        pair = base64.b64encode(f"{self.client_id}:{self.client_secret}".encode()).decode()
        headers = {**_FORM, "authorization": f"Basic {pair}"}
        body = b"grant_type=client_credentials"
        ask = Ask("POST", "/v1/oauth2/token", body, headers, may_repeat=True)
        found = thing(await self.outside.call(ask), Token)
        self._token = found.access_token
        self._until = clock.now() + timedelta(seconds=found.expires_in) - SPARE


@dataclass(frozen=True, slots=True)
class Api:
    """Every call here may be repeated: it reads, or carries a key."""

    json: JsonApi
    tokens: Tokens

    @classmethod
    def of(cls, outside: Outside, client_id: str, client_secret: str) -> "Api":
        """The API with its own tokens."""
        return cls(JsonApi(outside, _problem), Tokens(outside, client_id, client_secret))

    async def post(self, path: str, body: Mapping[str, Any], key: str) -> Answer:
        """Ask for something, once a key; raises Refused."""
        once = {"PayPal-Request-Id": key, "Prefer": "return=representation"}
        answer = await self.json.post(path, body, {**await self.tokens.header(), **once})
        return self._noted(answer)

    async def get(self, path: str, params: Mapping[str, str] | None = None) -> Answer:
        """Read; raises Absent for an id that PayPal does not know."""
        return self._noted(await self.json.get(path, params, await self.tokens.header()))

    def _noted(self, answer: Answer) -> Answer:
        if answer.status == 401:
            self.tokens.forget()
        return answer


def _problem(answer: Answer) -> str:
    """The issue of a refusal; raises Unreadable when it is not PayPal that speaks."""
    found = answer.read(Problem)
    if found is None:
        raise Unreadable(f"answer {answer.status}")
    issues = (one.issue for one in found.details)
    return next((one for one in issues if one), found.name).lower()
