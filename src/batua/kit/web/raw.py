"""A request as it came, for handlers that verify a signature on exactly these bytes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from litestar import Request


@dataclass(frozen=True, slots=True)
class Raw:
    """What a handler gets that asks for `raw`.

    headers  by lower-case name; of several with one name the last
    body     whole, within the route's limit of size
    """

    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)


async def read_raw(request: Request[Any, Any, Any]) -> Raw:
    """The same on the whole way."""
    body = await request.body()
    return Raw({name.lower(): value for name, value in request.headers.items()}, body)
