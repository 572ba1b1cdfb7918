"""PayPal's callbacks: signed by a certificate that PayPal's API serves under an id."""

import asyncio
import base64
import binascii
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final
from urllib.parse import urlsplit

from batua.kit.certificates import Certificate
from batua.kit.outside import Ask, NoAnswer, Outside
from batua.modules.gateways.errors import BadSignature
from batua.modules.gateways.providers import signing
from batua.modules.gateways.providers.paypal.wire import Event
from batua.modules.gateways.types import Callback

PATH: Final = "/v1/notifications/certs/"
RESENT_FOR: Final = timedelta(days=4)
"""PayPal repeats a callback for three days."""
_ID: Final = re.compile(r"CERT-[0-9A-Za-z-]{4,80}")
_MOST: Final = 64
_AT_ONCE: Final = 4


def signed_text(id: str, sent: str, webhook_id: str, body: bytes) -> bytes:
    """What the signature covers: the body by its CRC-32."""
    return f"{id}|{sent}|{webhook_id}|{zlib.crc32(body)}".encode()


@dataclass(slots=True)
class Certificates:
    """PayPal's certificates by id, fetched from the API's own address alone.

    The address in a callback is only taken for the id in it: nobody makes us call somewhere else.
    """

    outside: Outside
    found: dict[str, Certificate] = field(default_factory=dict)
    tasks: dict[str, "asyncio.Task[None]"] = field(default_factory=dict)

    def of(self, id: str) -> Certificate | None:
        """The certificate; None when it is not here yet, but will be when PayPal calls again."""
        known = self.found.get(id)
        if known is None and id not in self.tasks and len(self.tasks) < _AT_ONCE:
            self.tasks[id] = asyncio.get_running_loop().create_task(self._fetched(id))
        return known

    async def fetch(self, id: str) -> None:
        """Get one; raises NoAnswer."""
        answer = await self.outside.call(Ask("GET", PATH + id, may_repeat=True))
        read = Certificate.read(answer.body) if answer.is_success else None
        if read is not None and any(name.endswith(".paypal.com") for name in read.names):
            while len(self.found) >= _MOST:
                self.found.pop(next(iter(self.found)))
            self.found[id] = read

    async def _fetched(self, id: str) -> None:
        try:
            await self.fetch(id)
        except NoAnswer:
            pass  # the next callback asks again
        finally:
            self.tasks.pop(id, None)


@dataclass(frozen=True, slots=True)
class CertifiedReader:
    """Reads callbacks. One by a certificate that we have not seen is refused, and comes again."""

    certificates: Certificates
    webhook_id: str

    def __call__(self, headers: Mapping[str, str], body: bytes, now: datetime) -> Callback:
        """Verify the raw bytes, then read the ids; refuses BadSignature, BadCallback."""
        sent = headers.get("paypal-transmission-time", "")
        sent_at = _moment(sent)
        if not -signing.TOLERANCE <= now - sent_at <= RESENT_FOR:
            raise BadSignature
        if headers.get("paypal-auth-algo", "") != "SHA256withRSA":
            raise BadSignature
        certificate = self.certificates.of(_id(headers.get("paypal-cert-url", "")))
        if certificate is None:
            raise BadSignature
        if not certificate.since <= sent_at <= certificate.until:
            raise BadSignature
        id = headers.get("paypal-transmission-id", "")
        text = signed_text(id, sent, self.webhook_id, body)
        _verify(certificate, headers.get("paypal-transmission-sig", ""), text)
        event = signing.event(body, Event)
        return Callback(
            event_id=event.id[:255],
            kind=event.event_type[:64],
            reference=event.resource.reference,
            sent_at=sent_at,
            signed_with="current",
        )


def _verify(certificate: Certificate, given: str, text: bytes) -> None:
    try:
        signature = base64.b64decode(given, validate=True)
    except (binascii.Error, ValueError):
        raise BadSignature from None
    if not certificate.has_signed(signature, text):
        raise BadSignature


def _id(url: str) -> str:
    """The id in the address of a certificate; refuses BadSignature for any other address."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        raise BadSignature from None
    before, path, id = parts.path.rpartition(PATH)
    if parts.scheme != "https" or not host.endswith(".paypal.com") or before or not path:
        raise BadSignature
    if _ID.fullmatch(id) is None or parts.query or parts.fragment:
        raise BadSignature
    return id


def _moment(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise BadSignature from None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
