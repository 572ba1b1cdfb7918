"""E-mails to a real mail server: whole, encrypted, signed in, and each answer means something."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from tests.modules.notifications.mailhouse import (
    PASSWORD,
    USER,
    Mailbox,
    certificate,
    mail_server,
)
from tests.sandbox.server import free_port

from batua.kit.ids import new_id
from batua.kit.settings import SettingsError
from batua.modules.notifications.providers.smtp import SmtpChannel, SmtpSettings
from batua.modules.notifications.types import Delivery, DeliveryReport, Outgoing

D = Delivery


@pytest.fixture(scope="module")
def trust(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ssl.SSLContext]:
    return certificate(tmp_path_factory.mktemp("mail"))


@pytest.fixture
def box() -> Mailbox:
    return Mailbox()


@pytest_asyncio.fixture
async def port(box: Mailbox, trust: tuple[Path, ssl.SSLContext]) -> AsyncIterator[int]:
    async with mail_server(box, tls_context=trust[1], require_starttls=True) as found:
        yield found


def channel(port: int, trust: tuple[Path, ssl.SSLContext] | None, **more: Any) -> SmtpChannel:
    values = {
        "host": "localhost",
        "port": port,
        "sender": "Batua Friends <hello@batua.example>",
        "ca_file": None if trust is None else trust[0],
        **more,
    }
    return SmtpChannel(SmtpSettings(**values), "https://batua.example/")


def an_email(**more: Any) -> Outgoing:
    values: dict[str, Any] = {
        "reference": new_id(),
        "to": "sita@example.org",
        "language": "hi",
        "subject": "एक किस्त\r\nBcc: evil@example.org",
        "text": "नमस्ते Sita & <b>co</b>,\n\n₹16.20 की किस्त\nकल थी।\n",
        "template": "group_loan_late",
        "values": {},
        **more,
    }
    return Outgoing(**values)


async def test_an_email_arrives_whole_and_encrypted(box: Mailbox, port: int, trust: Any) -> None:
    what = an_email(unsubscribe="tic-ket")
    mail = channel(port, trust, username=USER, password=PASSWORD)
    report = await mail.send(what)
    name = f"{what.reference}@batua.example"
    assert report == DeliveryReport(D.ACCEPTED, provider_ref=name)
    (came,) = box.came
    assert box.encrypted == [True]
    assert came["From"] == "Batua Friends <hello@batua.example>"
    assert came["To"] == "sita@example.org"
    assert came["Bcc"] is None
    assert came["Subject"] == "एक किस्त Bcc: evil@example.org"
    assert came["Message-ID"] == f"<{name}>"
    assert came["Content-Language"] == "hi"
    where = "https://batua.example/api/v1/channels/unsubscribe/tic-ket"
    assert came["List-Unsubscribe"] == f"<{where}>"
    assert came["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert came.get_body(("plain",)).get_content().replace("\r\n", "\n") == what.text
    page = came.get_body(("html",)).get_content()
    assert '<html lang="hi"' in page
    assert "<p>नमस्ते Sita &amp; &lt;b&gt;co&lt;/b&gt;,</p>" in page
    assert "<p>₹16.20 की किस्त<br>कल थी।</p>" in page


async def test_a_repeat_has_the_same_name_and_another_email_another(
    box: Mailbox, port: int, trust: Any
) -> None:
    mail, what = channel(port, trust), an_email()
    assert await mail.send(what) == await mail.send(what)
    await mail.send(an_email())
    first, again, other = (one["Message-ID"] for one in box.came)
    assert first == again != other
    assert all(one["List-Unsubscribe"] is None for one in box.came)


@pytest.mark.parametrize(
    ("rcpt", "data", "report"),
    [
        ("550 No such user", "", DeliveryReport(D.REFUSED, failure="smtp_550")),
        ("451 Try later", "", DeliveryReport(D.UNANSWERED, failure="smtp_451")),
        ("", "554 Not wanted", DeliveryReport(D.REFUSED, failure="smtp_554")),
        ("", "452 No room", DeliveryReport(D.UNANSWERED, failure="smtp_452")),
    ],
)
async def test_each_answer_means_something(
    box: Mailbox, port: int, trust: Any, rcpt: str, data: str, report: DeliveryReport
) -> None:
    box.rcpt, box.data = [one for one in (rcpt,) if one], [one for one in (data,) if one]
    mail = channel(port, trust)
    assert await mail.send(an_email()) == report
    assert (await mail.send(an_email())).delivery is D.ACCEPTED


async def test_our_own_fault_refuses_no_email(box: Mailbox, port: int, trust: Any) -> None:
    wrong = channel(port, trust, username=USER, password="other")
    report = await wrong.send(an_email())
    assert (report.delivery, report.failure) == (D.UNANSWERED, "SMTPAuthenticationError_535")
    # The server's certificate is vouched for by nobody whom the system knows.
    stranger = await channel(port, None).send(an_email())
    assert stranger.delivery is D.UNANSWERED
    assert box.came == []


async def test_a_server_that_is_away_or_silent_is_no_answer(trust: Any) -> None:
    away = await channel(free_port(), trust).send(an_email())
    assert away.delivery is D.UNANSWERED

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    report = await channel(port, trust, timeout_ms=200).send(an_email())
    server.close()
    assert report.delivery is D.UNANSWERED
    assert report.failure is not None


async def test_tls_from_the_first_byte(box: Mailbox, trust: tuple[Path, ssl.SSLContext]) -> None:
    async with mail_server(box, trust[1], auth_require_tls=False) as port:
        mail = channel(port, trust, security="tls", username=USER, password=PASSWORD)
        assert (await mail.send(an_email())).delivery is D.ACCEPTED
    assert box.encrypted == [True]


async def test_without_encryption_only_when_told(box: Mailbox) -> None:
    async with mail_server(box) as port:
        assert (await channel(port, None).send(an_email())).delivery is D.UNANSWERED
        open_one = channel(port, None, security="none")
        assert (await open_one.send(an_email())).delivery is D.ACCEPTED
    assert box.encrypted == [False]


@pytest.mark.parametrize(
    "values",
    [
        {"security": "ssl"},
        {"sender": "nobody"},
        {"sender": ""},
        {"security": "none", "host": "mail.example.org", "password": "p"},
    ],
)
def test_settings_that_cannot_work_are_refused_at_the_start(values: dict[str, str]) -> None:
    given = {"host": "localhost", "sender": "hello@batua.example", **values}
    with pytest.raises(SettingsError, match="BATUA_SMTP_"):
        SmtpChannel(SmtpSettings(**given), "https://batua.example")
