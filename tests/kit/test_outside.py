"""Calls to the outside, over real connections to a server that misbehaves as it is told."""

import asyncio
import logging
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import msgspec
import pytest
import pytest_asyncio
from tests.sandbox.server import free_port

from batua.kit.outside import Ask, Breaker, Limits, NoAnswer, Outside, Pace, Peer, Why

SECRET = "sk_test_dont_tell"
PATIENT = Limits(answer_s=30, budget_s=30, connect_s=30, pause_s=0.001)


class Thing(msgspec.Struct):
    id: int


def answer(status: int, body: bytes = b'{"id": 7}', **headers: str) -> bytes:
    more = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} X\r\ncontent-length: {len(body)}\r\n{more}\r\n".encode() + body


HANG, HANG_UP = b"hang", b"hang up"


@dataclass
class Faulty:
    """Answers each request with the next of `script`, the last one for ever."""

    script: list[bytes] = field(default_factory=lambda: [answer(200)])
    seen: list[str] = field(default_factory=list)
    here: int = 0
    most_at_once: int = 0
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while await self.answered(reader, writer):
                pass
        writer.close()

    async def answered(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answer one request; whether the connection goes on."""
        self.seen.append((await reader.readuntil(b"\r\n\r\n")).decode())
        self.here += 1
        self.most_at_once = max(self.most_at_once, self.here)
        said = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        if said == HANG:
            await self.gate.wait()
        if said in {HANG, HANG_UP}:
            return False
        await asyncio.sleep(0)
        self.here -= 1
        writer.write(said)
        await writer.drain()
        return said.startswith(b"HTTP")


@pytest_asyncio.fixture
async def faulty() -> AsyncIterator[Faulty]:
    found = Faulty()
    server = await asyncio.start_server(found.serve, "127.0.0.1", 0)
    found.port = server.sockets[0].getsockname()[1]
    yield found
    found.gate.set()
    server.close()


@asynccontextmanager
async def calling(url: str, limits: Limits = PATIENT, **more: object) -> AsyncIterator[Outside]:
    peer = Peer(name="faulty", base_url=url, auth=("id", SECRET), secrets=(SECRET,))
    outside = Outside(peer, limits, **more)
    yield outside
    await outside.aclose()


async def test_an_answer_comes_with_status_headers_and_body(faulty):
    faulty.script = [answer(201, request_id="abc")]
    async with calling(faulty.url) as outside:
        found = await outside.call(Ask("POST", "/things", b"{}", may_repeat=False))
    assert (found.status, found.is_success, found.read(Thing)) == (201, True, Thing(7))
    assert found.headers["request-id"] == "abc"
    assert faulty.seen[0].startswith("POST /things HTTP/1.1")


@pytest.mark.parametrize("status", [400, 401, 404, 409, 422])
async def test_a_refusal_is_an_answer_and_is_not_asked_for_again(faulty, status):
    faulty.script = [answer(status)]
    async with calling(faulty.url) as outside:
        assert (await outside.call(Ask("GET", "/", may_repeat=True))).status == status
    assert len(faulty.seen) == 1


@pytest.mark.parametrize("body", [b"", b"null", b"[]", b'{"id": "7"}', b"\xff", b'{"id": "\xff"}'])
async def test_a_body_that_is_something_else_reads_as_nothing(faulty, body):
    faulty.script = [answer(200, body)]
    async with calling(faulty.url) as outside:
        assert (await outside.call(Ask("GET", "/", may_repeat=True))).read(Thing) is None


@pytest.mark.parametrize("trouble", [answer(429), answer(500), answer(503), HANG_UP, b"SMTP?\r\n"])
async def test_a_call_with_a_key_is_tried_again(faulty, trouble):
    faulty.script = [trouble, answer(200)]
    async with calling(faulty.url) as outside:
        assert (await outside.call(Ask("POST", "/", may_repeat=True))).status == 200
    assert len(faulty.seen) == 2


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
async def test_a_call_without_a_key_is_answered_once(faulty, status):
    faulty.script = [answer(status), answer(200)]
    async with calling(faulty.url) as outside:
        assert (await outside.call(Ask("POST", "/", may_repeat=False))).status == status
    assert len(faulty.seen) == 1


@pytest.mark.parametrize(("trouble", "why"), [(HANG_UP, Why.BROKEN), (b"?\r\n", Why.BROKEN)])
async def test_a_call_without_a_key_that_broke_is_not_tried_again(faulty, trouble, why):
    faulty.script = [trouble, answer(200)]
    async with calling(faulty.url) as outside:
        with pytest.raises(NoAnswer) as nothing:
            await outside.call(Ask("POST", "/", may_repeat=False))
    assert (nothing.value.why, nothing.value.may_have_arrived) == (why, True)
    assert len(faulty.seen) == 1


async def test_nobody_there_has_certainly_heard_nothing():
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    async with calling(f"http://127.0.0.1:{free_port()}", sleep=sleep) as outside:
        with pytest.raises(NoAnswer) as nothing:
            await outside.call(Ask("POST", "/", may_repeat=False))
    assert (nothing.value.why, nothing.value.may_have_arrived) == (Why.UNREACHABLE, False)
    assert sum(1 for pause in pauses if pause > 0) == 1, "it never left us: it was tried again"


async def test_one_try_that_hangs_is_slow(faulty):
    faulty.script = [HANG]
    hurried = Limits(answer_s=0.05, budget_s=30, tries=1)
    async with calling(faulty.url, hurried) as outside:
        with pytest.raises(NoAnswer) as nothing:
            await outside.call(Ask("GET", "/", may_repeat=True))
    assert (nothing.value.why, nothing.value.may_have_arrived) == (Why.SLOW, True)


async def test_all_tries_together_keep_the_budget(faulty):
    faulty.script = [HANG]
    async with calling(faulty.url, Limits(answer_s=60, budget_s=0.1, tries=9)) as outside:
        with pytest.raises(NoAnswer) as nothing:
            await outside.call(Ask("GET", "/", may_repeat=True))
        assert nothing.value.why is Why.SLOW
    assert len(faulty.seen) <= 1


async def test_a_wait_that_is_asked_for_is_kept_within_the_budget(faulty):
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    faulty.script = [answer(429, retry_after="3"), answer(429, retry_after="3600"), answer(200)]
    async with calling(faulty.url, Limits(answer_s=30, budget_s=30, tries=3), sleep=sleep) as out:
        assert (await out.call(Ask("GET", "/", may_repeat=True))).status == 429
    assert [pause for pause in pauses if pause] == [3]
    assert len(faulty.seen) == 2


async def test_a_body_without_end_is_cut_off(faulty):
    faulty.script = [answer(200, b"x" * 200_000)]
    async with calling(faulty.url, Limits(max_bytes=100_000, answer_s=30, budget_s=30)) as outside:
        with pytest.raises(NoAnswer) as nothing:
            await outside.call(Ask("GET", "/", may_repeat=False))
    assert nothing.value.why is Why.TOO_LARGE


async def test_a_redirect_is_not_followed(faulty):
    faulty.script = [answer(302, location="http://127.0.0.1:1/elsewhere")]
    async with calling(faulty.url) as outside:
        assert (await outside.call(Ask("GET", "/", may_repeat=True))).status == 302


async def test_no_more_calls_at_once_than_seats(faulty):
    async with calling(faulty.url, Limits(answer_s=30, budget_s=30, at_once=3)) as outside:
        calls = [outside.call(Ask("GET", "/", may_repeat=True)) for _ in range(20)]
        assert {found.status for found in await asyncio.gather(*calls)} == {200}
    assert 1 <= faulty.most_at_once <= 3


async def test_who_fails_too_often_is_left_alone_and_comes_back_by_one_call(faulty):
    time = 100.0
    faulty.script = [answer(500)]
    limits = Limits(answer_s=30, budget_s=30, tries=1, failures=3, rest_s=15)
    async with calling(faulty.url, limits, now=lambda: time) as outside:
        for _ in range(3):
            assert (await outside.call(Ask("GET", "/", may_repeat=True))).status == 500
        with pytest.raises(NoAnswer) as nothing:
            await outside.call(Ask("GET", "/", may_repeat=True))
        assert (nothing.value.why, nothing.value.may_have_arrived) == (Why.RESTING, False)
        assert len(faulty.seen) == 3
        time += 15
        faulty.script = [answer(200)]
        assert (await outside.call(Ask("GET", "/", may_repeat=True))).status == 200
        assert not outside.breaker.is_resting


async def test_a_secret_is_in_no_address_no_error_and_no_log(faulty, caplog):
    caplog.set_level(logging.DEBUG, logger="batua")
    faulty.script = [HANG_UP]
    async with calling(faulty.url) as outside:
        for path, params in ((f"/x/{SECRET}", None), ("/x", {"key": SECRET})):
            with pytest.raises(ValueError, match="a part of the address") as refused:
                await outside.call(Ask("GET", path, params=params, may_repeat=True))
            assert SECRET not in "".join(traceback.format_exception(refused.value))
        with pytest.raises(NoAnswer) as nothing:
            await outside.call(Ask("POST", "/x", content=SECRET.encode(), may_repeat=False))
    told = "".join(traceback.format_exception(nothing.value)) + repr(nothing.value)
    assert SECRET not in told
    assert SECRET not in caplog.text
    assert nothing.value.__context__ is None
    assert len(faulty.seen) == 1


def test_a_breaker_that_nobody_tells_an_end_lets_one_through_each_rest():
    breaker = Breaker(failures=2, rest_s=10)
    breaker.note(0, is_well=False)
    assert breaker.lets_through(0)
    breaker.note(0, is_well=False)
    assert [breaker.lets_through(now) for now in (0, 9, 10, 10, 19, 20)] == [
        *(False, False, True, False, False, True)
    ]
    breaker.note(20, is_well=False)
    assert breaker.is_resting
    breaker.note(30, is_well=True)
    assert [breaker.lets_through(30) for _ in range(3)] == [True] * 3


def test_calls_are_paced_after_a_burst():
    pace = Pace(per_second=4)
    assert [pace.wait(100) for _ in range(4)] == [0, 0, 0, 0]
    assert [pace.wait(100) for _ in range(3)] == [0.25, 0.5, 0.75]
    assert pace.wait(200) == 0
    assert {Pace(0).wait(0) for _ in range(100)} == {0}
