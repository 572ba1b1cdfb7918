"""Posts a webhook by the guarded way out; redirects are not followed, cookies not kept."""

import asyncio
import ssl
import time
from collections.abc import Mapping
from typing import Final

import httpx

from batua.kit import clock
from batua.kit.guarded import Forbidden, Guarded, Resolve, resolve
from batua.kit.standard_webhooks import signature
from batua.modules.webhooks.types import Answer, Outcome, Outgoing

CONNECT_S: Final = 5.0
ANSWER_S: Final = 10.0
WHOLE_S: Final = 15.0
KEPT_BYTES: Final = 500

_TIMES: Final = {"connect": CONNECT_S, "read": ANSWER_S, "write": ANSWER_S, "pool": CONNECT_S}


class HttpPoster:
    """The real way out.

    loopback  whether this machine may be posted to
    """

    def __init__(
        self, *, loopback: bool, tls: ssl.SSLContext | None = None, resolve: Resolve = resolve
    ) -> None:
        self.loopback = loopback
        self._way = Guarded(loopback=loopback, tls=tls, resolve=resolve)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._way.aclose()

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
        response = await self._way.handle_async_request(_request(what))
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


def _request(what: Outgoing) -> httpx.Request:
    return httpx.Request(
        "POST",
        what.url,
        content=what.body,
        headers=headers(what),
        extensions={"timeout": _TIMES},
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
