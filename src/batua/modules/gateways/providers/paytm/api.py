"""Calls to Paytm: the body is signed as it is sent, and every answer has the status 200."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar

import msgspec

from batua.kit.outside import Answer, Ask, Outside
from batua.modules.gateways.providers.connection import thing
from batua.modules.gateways.providers.paytm import checksum

T = TypeVar("T")
_JSON: Final = {"content-type": "application/json"}


class _Told(msgspec.Struct):
    body: msgspec.Raw


@dataclass(frozen=True, slots=True)
class Api:
    """Paytm's API for one merchant.

    Every call here may be repeated: it reads, or names something that Paytm does once.
    """

    outside: Outside
    merchant: str
    key: bytes = field(repr=False)

    async def ask(
        self,
        path: str,
        body: Mapping[str, Any],
        kind: type[T],
        params: Mapping[str, str] | None = None,
    ) -> T:
        """The body of the answer; raises Unreadable when it is none of Paytm's."""
        inner = msgspec.json.encode({"mid": self.merchant, **body})
        head = {"tokenType": "AES", "signature": checksum.sign(self.key, inner.decode())}
        content = msgspec.json.encode({"head": head, "body": msgspec.Raw(inner)})
        answer = await self._post(path, content, params)
        told = thing(answer, _Told)
        return thing(Answer(answer.status, answer.headers, bytes(told.body)), kind)

    async def ask_plain(self, path: str, fields: Mapping[str, str], kind: type[T]) -> T:
        """The same of the report, whose fields stand beside their signature."""
        signature = checksum.sign(self.key, checksum.joined(fields))
        content = msgspec.json.encode({**fields, "checksumHash": signature})
        return thing(await self._post(path, content, None), kind)

    async def _post(self, path: str, content: bytes, params: Mapping[str, str] | None) -> Answer:
        return await self.outside.call(Ask("POST", path, content, _JSON, params, may_repeat=True))
