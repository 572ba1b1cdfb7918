"""E-mail by SMTP: to any mail server, encrypted, as plain text and as HTML."""

import asyncio
import ssl
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as LINES
from email.utils import format_datetime, parseaddr
from pathlib import Path
from typing import ClassVar, Final

import aiosmtplib

from batua.kit import clock
from batua.kit.connections import Probe, Verdict
from batua.kit.settings import SettingsError, register
from batua.modules.notifications.mail_page import page
from batua.modules.notifications.types import Delivery, DeliveryReport, Outgoing

NAME: Final = "smtp"
STARTTLS: Final = "starttls"
TLS: Final = "tls"
PLAIN: Final = "none"
_HERE: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_SIDE_BY_SIDE: Final = 8


@register
@dataclass(frozen=True, slots=True)
class SmtpSettings:
    """The mail server that takes our e-mails."""

    ENV_PREFIX: ClassVar[str] = "BATUA_SMTP_"
    host: str = field(default="", metadata={"help": "Name of the mail server; empty for none."})
    port: int = field(default=587, metadata={"help": "587 for STARTTLS, 465 for TLS."})
    security: str = field(default=STARTTLS, metadata={"help": "starttls, tls, or none."})
    username: str = field(default="", metadata={"help": "Who we are there; empty for nobody."})
    password: str = field(default="", repr=False, metadata={"help": "Our password there."})
    sender: str = field(default="", metadata={"help": "From: Batua <hello@example.org>."})
    ca_file: Path | None = field(
        default=None, metadata={"help": "Who vouches for the server; empty for the system's."}
    )
    timeout_ms: int = field(default=15_000, metadata={"help": "Longest wait for one e-mail."})


class SmtpChannel:
    """Hands e-mails to a mail server.

    SMTP knows no idempotency: an e-mail whose answer was lost may arrive twice. Its Message-ID
    follows from the reference, by which mailboxes tell that the second is the first.
    """

    def __init__(self, settings: SmtpSettings, public_url: str) -> None:
        """Take the settings; refuses SettingsError for those that cannot work or tell secrets."""
        _check(settings)
        self._settings, self._public_url = settings, public_url.rstrip("/")
        name, self._from = parseaddr(settings.sender)
        self._sender = Address(name or "Batua", addr_spec=self._from)
        self._timeout_s = settings.timeout_ms / 1000
        self._trust = ssl.create_default_context(cafile=settings.ca_file)
        self._seats = asyncio.Semaphore(_SIDE_BY_SIDE)

    async def send(self, what: Outgoing) -> DeliveryReport:
        """Hand an e-mail over under its reference."""
        message = self._message(what)
        try:
            async with self._seats, asyncio.timeout(self._timeout_s):
                await self._hand_over(message)
        except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
            return _report(error).by(NAME)
        ref = message["Message-ID"][1:-1]
        return DeliveryReport(Delivery.ACCEPTED, provider_ref=ref, provider=NAME)

    async def probe(self) -> Probe:
        """Sign in there, and go again."""
        s = self._settings
        client = aiosmtplib.SMTP(
            hostname=s.host,
            port=s.port,
            use_tls=s.security == TLS,
            start_tls=s.security == STARTTLS,
            tls_context=None if s.security == PLAIN else self._trust,
            username=s.username or None,
            password=s.password or None,
            timeout=self._timeout_s,
        )
        try:
            async with asyncio.timeout(self._timeout_s), client:
                await client.noop()
        except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
            return Probe(_verdict(error), getattr(error, "code", None))
        return Probe(Verdict.OK)

    async def aclose(self) -> None:
        """Nothing stays open between two e-mails."""

    async def _hand_over(self, message: EmailMessage) -> None:
        s = self._settings
        await aiosmtplib.send(
            message,
            hostname=s.host,
            port=s.port,
            use_tls=s.security == TLS,
            start_tls=s.security == STARTTLS,
            tls_context=None if s.security == PLAIN else self._trust,
            username=s.username or None,
            password=s.password or None,
            timeout=self._timeout_s,
        )

    def _message(self, what: Outgoing) -> EmailMessage:
        message = EmailMessage(policy=LINES)
        message["From"] = self._sender
        message["To"] = what.to
        # A name that somebody chose may hold line breaks; a header may not.
        message["Subject"] = " ".join(what.subject.split())
        message["Date"] = format_datetime(clock.now())
        message["Message-ID"] = f"<{what.reference}@{self._from.rpartition('@')[2]}>"
        message["Auto-Submitted"] = "auto-generated"
        if what.unsubscribe:
            where = f"{self._public_url}/api/v1/channels/unsubscribe/{what.unsubscribe}"
            message["List-Unsubscribe"] = f"<{where}>"
            message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        message.set_content(what.text)
        message.add_alternative(page(what.text, what.subject, what.language), subtype="html")
        # After the parts: what is set before them is taken to be the first part's.
        message["Content-Language"] = what.language
        return message


def _report(error: Exception) -> DeliveryReport:
    """What a failure means: only a permanent no about this e-mail itself is a refusal."""
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        return _of_code(max(each.code for each in error.recipients))
    if isinstance(error, aiosmtplib.SMTPDataError | aiosmtplib.SMTPRecipientRefused):
        return _of_code(error.code)
    if isinstance(error, aiosmtplib.SMTPNotSupported):
        return DeliveryReport(Delivery.REFUSED, failure="not_supported")
    # A wrong password or sender is our own fault: to mend it must not cost the e-mails.
    name = type(error).__name__
    code = getattr(error, "code", None)
    return DeliveryReport(Delivery.UNANSWERED, failure=name if code is None else f"{name}_{code}")


def _verdict(error: Exception) -> Verdict:
    """What a sign-in that did not work tells."""
    causes = (error, error.__cause__, error.__context__)
    if any(isinstance(one, ssl.SSLError) for one in causes):
        return Verdict.UNTRUSTED
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        return Verdict.WRONG_KEY
    if isinstance(error, TimeoutError | aiosmtplib.SMTPTimeoutError):
        return Verdict.SLOW
    if isinstance(error, OSError | aiosmtplib.SMTPConnectError):
        return Verdict.UNREACHABLE
    is_trouble = isinstance(error, aiosmtplib.SMTPResponseException) and error.code < 500
    return Verdict.TROUBLE if is_trouble else Verdict.UNCLEAR


def _of_code(code: int) -> DeliveryReport:
    is_final = 500 <= code < 600
    return DeliveryReport(
        Delivery.REFUSED if is_final else Delivery.UNANSWERED, failure=f"smtp_{code}"
    )


def _check(settings: SmtpSettings) -> None:
    if settings.security not in {STARTTLS, TLS, PLAIN}:
        raise SettingsError("BATUA_SMTP_SECURITY is none of starttls, tls, none.")
    if "@" not in parseaddr(settings.sender)[1]:
        raise SettingsError("BATUA_SMTP_SENDER is no address. Write: Batua <hello@example.org>")
    if settings.security == PLAIN and settings.password and settings.host not in _HERE:
        raise SettingsError("BATUA_SMTP_SECURITY=none would send the password in clear.")
