"""Where nothing is sent to: what an address says, where a name leads, and who answers there."""

import ipaddress
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from tests.modules.webhooks.receiving import HANG, Integrator, answer, integrator

from batua.kit.addresses import is_allowed
from batua.kit.ids import new_id
from batua.modules.webhooks.errors import BadAddress
from batua.modules.webhooks.providers.posting import KEPT_BYTES, HttpPoster
from batua.modules.webhooks.rules import addresses
from batua.modules.webhooks.types import Answer, Outcome, Outgoing

FORBIDDEN = [
    *("127.0.0.1", "127.9.9.9", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1"),
    *("169.254.169.254", "100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1"),
    *("255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe"),
    *("2002:7f00:1::", "2001:0:5ef5:79fd:0:59d:a0e5:ba1", "ff02::1", "2001:db8::1"),
    *("localhost", "example.org", ""),
]


@pytest.mark.parametrize("number", FORBIDDEN)
def test_no_number_inside_any_house_is_allowed(number: str) -> None:
    assert not is_allowed(number, loopback=False)


@pytest.mark.parametrize("number", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_numbers_of_the_internet_are_allowed(number: str) -> None:
    assert is_allowed(number, loopback=False)


def test_a_setting_allows_this_machine_and_nothing_more() -> None:
    allowed = [one for one in FORBIDDEN if is_allowed(one, loopback=True)]
    assert allowed == ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1"]


BAD = [
    *("http://example.org/", "ftp://example.org/", "//example.org/", "example.org", ""),
    *("https://", "https:///x", "https://me:pw@example.org/", "https://me@example.org/"),
    *("https://example.org/#x", "https://exa mple.org/", "https://example.org:99999/"),
    *("https://example.org:x/", "https://example.org:0/", "https://bücher.example/"),
    *("https://10.0.0.1/", "https://127.0.0.1/", "https://[::1]/", "https://[::ffff:10.0.0.1]/"),
    *("https://169.254.169.254/latest", "https://localhost/", "https://x.localhost./"),
    *("https://example.org\\@evil.example/", "https://exa_mple.org/", "https://example.org/\n"),
    "https://example.org/" + "x" * 1000,
]


@pytest.mark.parametrize("url", BAD)
def test_an_address_that_may_not_be_registered(url: str) -> None:
    with pytest.raises(BadAddress):
        addresses.check(url, loopback=False)


@pytest.mark.parametrize(
    "url", ["https://example.org", "https://example.org:8443/a?b=c", "https://93.184.216.34/"]
)
def test_an_address_of_the_internet(url: str) -> None:
    assert addresses.check(url, loopback=False) == url


def test_plain_http_is_for_this_machine_when_a_setting_allows_it() -> None:
    for url in ("http://127.0.0.1:8000/x", "http://localhost/", "http://[::1]:1/"):
        assert addresses.check(url, loopback=True) == url
    for url in ("http://example.org/", "http://10.0.0.1/", "https://10.0.0.1/"):
        with pytest.raises(BadAddress):
            addresses.check(url, loopback=True)


def outgoing(url: str) -> Outgoing:
    return Outgoing(
        delivery=new_id(),
        endpoint=new_id(),
        number=1,
        round=1,
        is_test=False,
        url=url,
        keys=(b"k" * 32,),
        message="evt_1",
        body=b'{"a":1}',
    )


async def posted(url: str, **how: object) -> Answer:
    poster = HttpPoster(**{"loopback": True, **how})
    try:
        return await poster.post(outgoing(url))
    finally:
        await poster.aclose()


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1"])
async def test_this_machine_is_not_posted_to_whatever_it_is_called(name: str) -> None:
    async with integrator() as here:
        for scheme in ("http", "https"):
            found = await posted(f"{scheme}://{name}:{here.port}/", loopback=False)
            assert found.outcome in {Outcome.FORBIDDEN, Outcome.UNREACHABLE}
            assert found.status is None
        assert here.got == []


async def test_a_name_that_leads_to_this_machine_is_not_followed() -> None:
    async def leads_home(_host: str, _port: int) -> list[str]:
        return ["127.0.0.1"]

    async def leads_both(_host: str, _port: int) -> list[str]:
        return ["93.184.216.34", "10.0.0.1"]

    async with integrator() as here:
        for resolve in (leads_home, leads_both):
            url = f"http://hooks.example.org:{here.port}/"
            found = await posted(url, loopback=False, resolve=resolve)
            assert found.outcome is Outcome.FORBIDDEN
        assert here.got == []


async def test_plain_http_goes_to_this_machine_only_whatever_was_written_before() -> None:
    async def leads_out(_host: str, _port: int) -> list[str]:
        return ["93.184.216.34"]

    found = await posted("http://localhost/", resolve=leads_out)
    assert found.outcome is Outcome.FORBIDDEN


async def test_nobody_there_is_an_answer_too() -> None:
    async with integrator() as gone:
        url = gone.url
    assert (await posted(url)).outcome is Outcome.UNREACHABLE

    async def nowhere(_host: str, _port: int) -> list[str]:
        raise OSError("no such name")

    assert (await posted("https://no.example/", resolve=nowhere)).outcome is Outcome.UNREACHABLE


async def test_what_is_no_http_is_broken() -> None:
    async with integrator() as here:
        here.script = [b"SMTP?\r\n\r\n"]
        assert (await posted(here.url)).outcome is Outcome.BROKEN


async def test_of_an_endless_answer_the_first_bytes_are_read() -> None:
    async with integrator() as here:
        here.script = [answer(200, b"x" * 10_000_000)]
        found = await posted(here.url)
    assert (found.outcome, len(found.text)) == (Outcome.TAKEN, KEPT_BYTES)


async def test_no_cookie_comes_back() -> None:
    async with integrator() as here:
        here.script = [answer(200, set_cookie="a=b; Path=/")]
        poster = HttpPoster(loopback=True)
        for _ in range(2):
            await poster.post(outgoing(here.url))
        await poster.aclose()
        assert [got.headers.get("cookie") for got in here.got] == [None, None]


async def test_who_never_answers_is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    from batua.modules.webhooks.providers import posting

    monkeypatch.setattr(posting, "WHOLE_S", 0.3)
    async with integrator() as here:
        here.script = [HANG]
        assert (await posted(here.url)).outcome is Outcome.SLOW


NAME = "hooks.example.org"


def certified(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server that is NAME, and a client that trusts who says so."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Test")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(who, who, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = made.public_bytes(serialization.Encoding.PEM)
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    (folder / "both.pem").write_bytes(private + pem)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(folder / "both.pem")
    return server, ssl.create_default_context(cadata=pem.decode())


@asynccontextmanager
async def secured(folder: Path) -> AsyncIterator[tuple[Integrator, ssl.SSLContext]]:
    server, client = certified(folder)
    async with integrator(ssl=server) as here:
        yield here, client


async def test_the_certificate_is_of_the_name_and_the_way_is_of_the_number(tmp_path: Path) -> None:
    asked: list[str] = []

    async def leads_here(host: str, _port: int) -> list[str]:
        asked.append(host)
        return [str(ipaddress.ip_address("127.0.0.1"))]

    async with secured(tmp_path) as (here, tls):
        url = f"https://{NAME}:{here.port}/in"
        found = await posted(url, tls=tls, resolve=leads_here)
        assert found.outcome is Outcome.TAKEN
        assert here.got[0].headers["host"] == f"{NAME}:{here.port}"
        other = f"https://other.example.org:{here.port}/in"
        assert (await posted(other, tls=tls, resolve=leads_here)).outcome is Outcome.UNTRUSTED
        assert (await posted(url, resolve=leads_here)).outcome is Outcome.UNTRUSTED
        assert len(here.got) == 1
    assert asked == [NAME, "other.example.org", NAME]
