"""A way out to addresses that strangers choose: to the number that was looked at, and to no other.

A name is resolved here and the connection made to the number that was looked at, so that nobody can
lead it elsewhere in between. Connections are not shared.
"""

import asyncio
import contextlib
import socket
import ssl
from collections.abc import Awaitable, Callable
from typing import Final

import httpx

from batua.kit.addresses import is_allowed, is_loopback

MOST_AT_ONCE: Final = 64
MOST_NUMBERS: Final = 2

Resolve = Callable[[str, int], Awaitable[list[str]]]


class Forbidden(httpx.ConnectError):
    """The name leads to an address that nothing is sent to."""


async def resolve(host: str, port: int) -> list[str]:
    """The numeric addresses that a name leads to; raises OSError when to none."""
    found = await asyncio.get_running_loop().getaddrinfo(
        host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP
    )
    return [str(address[0]) for *_, address in found]


class Guarded(httpx.AsyncBaseTransport):
    """Sends to the public internet.

    loopback  whether this machine may be sent to as well
    """

    def __init__(
        self, *, loopback: bool, tls: ssl.SSLContext | None = None, resolve: Resolve = resolve
    ) -> None:
        self.loopback = loopback
        self._resolve = resolve
        # No connection is kept: on the way to one number there may be many names.
        limits = httpx.Limits(max_connections=MOST_AT_ONCE, max_keepalive_connections=0)
        self._inner = httpx.AsyncHTTPTransport(
            verify=tls or httpx.create_ssl_context(trust_env=False), trust_env=False, limits=limits
        )

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Ask the first number, and the next when nothing could be sent there."""
        *others, last = (await self._numbers(request.url))[:MOST_NUMBERS]
        for number in others:
            with contextlib.suppress(httpx.ConnectError, httpx.ConnectTimeout):
                return await self._inner.handle_async_request(_to(request, number))
        return await self._inner.handle_async_request(_to(request, last))

    async def _numbers(self, url: httpx.URL) -> list[str]:
        host, port = url.host, url.port or (443 if url.scheme == "https" else 80)
        try:
            numbers = await self._resolve(host, port)
        except OSError as error:
            raise httpx.ConnectError("the name leads nowhere") from error
        are_fit = all(is_allowed(one, loopback=self.loopback) for one in numbers)
        # One forbidden number among many is a name that somebody plays with.
        if not numbers or not are_fit:
            raise Forbidden("the name leads to an address that nothing is sent to")
        if url.scheme != "https" and not all(map(is_loopback, numbers)):
            raise Forbidden("only this machine is sent to in clear")
        return numbers


def _to(request: httpx.Request, number: str) -> httpx.Request:
    """The same request for a number; its Host header and the name that TLS asks for stay."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=number),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": request.url.raw_host.decode("ascii")},
    )
