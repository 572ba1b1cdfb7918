"""Posts a webhook: to the address that its name leads to now, once looked at, and to no other.

A name is resolved here and the connection made to the number that was looked at, so that nobody can
lead it elsewhere in between. Redirects are not followed, cookies not kept, connections not shared.
"""

import asyncio
import contextlib
import socket
import ssl
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

import httpx

from batua.kit import clock
from batua.kit.addresses import is_allowed, is_loopback
from batua.kit.standard_webhooks import signature
from batua.modules.webhooks.types import Answer, Outcome, Outgoing

CONNECT_S: Final = 5.0
ANSWER_S: Final = 10.0
WHOLE_S: Final = 15.0
KEPT_BYTES: Final = 500
MOST_AT_ONCE: Final = 64
MOST_NUMBERS: Final = 2

Resolve = Callable[[str, int], Awaitable[list[str]]]
_TIMES: Final = {"connect": CONNECT_S, "read": ANSWER_S, "write": ANSWER_S, "pool": CONNECT_S}


class Forbidden(Exception):
    """The name leads to an address that nothing is sent to."""


async def resolve(host: str, port: int) -> list[str]:
    """The numeric addresses that a name leads to; raises OSError when to none."""
    found = await asyncio.get_running_loop().getaddrinfo(
        host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP
    )
    return [str(address[0]) for *_, address in found]


class HttpPoster:
    """The real way out.

    loopback  whether this machine may be posted to
    """

    def __init__(
        self, *, loopback: bool, tls: ssl.SSLContext | None = None, resolve: Resolve = resolve
    ) -> None:
        self.loopback = loopback
        self._resolve = resolve
        # No connection is kept: on the way to one number there may be many names.
        limits = httpx.Limits(max_connections=MOST_AT_ONCE, max_keepalive_connections=0)
        self._transport = httpx.AsyncHTTPTransport(
            verify=tls or httpx.create_ssl_context(trust_env=False), trust_env=False, limits=limits
        )

    async def aclose(self) -> None:
        """Close the connections."""
        await self._transport.aclose()

    async def post(self, what: Outgoing) -> Answer:
        """Post one try; whatever happens is an answer."""
        began = time.monotonic()
        status, text, retry_after_s = None, "", 0
        try:
            async with asyncio.timeout(WHOLE_S):
                status, text, retry_after_s = await self._exchange(what)
            outcome = _outcome_of(status)
        except Forbidden:
            outcome = Outcome.FORBIDDEN
        except (TimeoutError, httpx.TimeoutException):
            outcome = Outcome.SLOW
        except httpx.ConnectError as error:
            outcome = Outcome.UNTRUSTED if _is_about_trust(error) else Outcome.UNREACHABLE
        except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, ValueError):
            outcome = Outcome.BROKEN
        except OSError:
            outcome = Outcome.UNREACHABLE
        took_ms = int((time.monotonic() - began) * 1000)
        return Answer(
            outcome=outcome,
            status=status,
            text=text,
            took_ms=took_ms,
            retry_after_s=retry_after_s,
        )

    async def _exchange(self, what: Outgoing) -> tuple[int, str, int]:
        """Status, first bytes, and the time for which it asks to be left alone."""
        response = await self._answer(what)
        try:
            kept = bytearray()
            async for part in response.aiter_raw():
                kept += part
                if len(kept) >= KEPT_BYTES:
                    break
            asked = response.headers.get("retry-after", "")
            seconds = int(asked) if asked.isascii() and asked.isdigit() and len(asked) <= 6 else 0
            return response.status_code, _readable(bytes(kept)), seconds
        finally:
            await response.aclose()

    async def _answer(self, what: Outgoing) -> httpx.Response:
        """Ask the first number, and the next when nothing could be sent there."""
        url = httpx.URL(what.url)
        *others, last = (await self._numbers(url))[:MOST_NUMBERS]
        for number in others:
            with contextlib.suppress(httpx.ConnectError, httpx.ConnectTimeout):
                return await self._transport.handle_async_request(_request(url, number, what))
        return await self._transport.handle_async_request(_request(url, last, what))

    async def _numbers(self, url: httpx.URL) -> list[str]:
        host, port = url.host, url.port or (443 if url.scheme == "https" else 80)
        numbers = await self._resolve(host, port)
        are_fit = all(is_allowed(one, loopback=self.loopback) for one in numbers)
        # One forbidden number among many is a name that somebody plays with.
        if not numbers or not are_fit:
            raise Forbidden
        if url.scheme != "https" and not all(map(is_loopback, numbers)):
            raise Forbidden
        return numbers


def _request(url: httpx.URL, number: str, what: Outgoing) -> httpx.Request:
    return httpx.Request(
        "POST",
        url.copy_with(host=number),
        content=what.body,
        headers={"host": url.netloc.decode("ascii"), **headers(what)},
        extensions={"timeout": _TIMES, "sni_hostname": url.raw_host.decode("ascii")},
    )


def headers(what: Outgoing) -> Mapping[str, str]:
    """What goes with the body; each key that signs has a signature."""
    sent_at_s = int(clock.now().timestamp())
    signed = (signature(key, what.message, sent_at_s, what.body) for key in what.keys)
    return {
        "content-type": "application/json",
        "user-agent": "Batua-Webhooks",
        "accept-encoding": "identity",
        "webhook-id": what.message,
        "webhook-timestamp": str(sent_at_s),
        "webhook-signature": " ".join(signed),
    }


def _is_about_trust(error: BaseException) -> bool:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False


def _readable(raw: bytes) -> str:
    """Text for the log: what cannot be read or shown is marked."""
    text = raw[:KEPT_BYTES].decode(errors="replace")
    return "".join(char if char.isprintable() or char in "\n\t" else "\ufffd" for char in text)


def _outcome_of(status: int) -> Outcome:
    if 200 <= status <= 299:
        return Outcome.TAKEN
    return Outcome.MOVED if 300 <= status <= 399 else Outcome.REFUSED
