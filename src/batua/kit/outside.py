"""The one way to call a provider: bounded in time, size and number, repeated only if safe.

Adapters give each provider one `Outside`. A call ends with an `Answer`, whatever its status, or with
`NoAnswer`; neither carries the request, so that no secret and no body can get into a log.
"""

import asyncio
import random
import ssl
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from typing import Any, Final, TypeVar

import httpx
import msgspec

from batua.kit import metrics

T = TypeVar("T")

WORTH_ANOTHER_TRY: Final = frozenset({429, 500, 502, 503, 504})
"""Statuses that may be gone at the next try."""
_TROUBLE: Final = frozenset({500, 502, 503, 504})
_ANSWERED: Final = {2: "ok", 3: "moved", 4: "refused", 5: "failed"}
_WELL: Final = frozenset({"ok", "moved", "refused"})

SECONDS: Final = metrics.histogram(
    "batua_outside_seconds", "How long calls to the outside took, all tries.", "provider", "result"
)
RESTING: Final = metrics.gauge(
    "batua_outside_resting", "1 while a provider is left alone after failures.", "provider"
)


class Why(StrEnum):
    """Why there is no answer."""

    UNREACHABLE = "unreachable"
    BROKEN = "broken"
    """The connection broke, or what came was no HTTP."""
    SLOW = "slow"
    """The time of one try, or of all, was over."""
    TOO_LARGE = "too_large"
    RESTING = "resting"
    """It failed too often lately and is left alone for a while."""


class NoAnswer(Exception):
    """Nobody answered in time, or not readably.

    may_have_arrived  whether the other side may have read the request, and acted on it
    """

    def __init__(self, name: str, why: Why, *, may_have_arrived: bool) -> None:
        super().__init__(f"{name}: {why}")
        self.why = why
        self.may_have_arrived = may_have_arrived


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of us one provider may take.

    answer_s    longest wait for one answer; `budget_s` for all tries, pauses and queues together
    tries       how often a call that may be repeated is tried
    at_once     calls under way; more wait for a seat, within the budget
    per_second  calls a second, evenly spread after a burst of as many; 0 for no limit
    failures    so many in a row, and it is left alone for `rest_s`, then tried by one call
    """

    connect_s: float = 2
    answer_s: float = 4
    budget_s: float = 7
    tries: int = 2
    pause_s: float = 0.2
    at_once: int = 16
    per_second: int = 0
    failures: int = 10
    rest_s: float = 15
    max_bytes: int = 8_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """Whom we call, and by which keys.

    auth     user and password of HTTP Basic
    secrets  texts that must never be a part of an address; a call that would is refused
    """

    name: str
    base_url: str
    auth: tuple[str, str] | None = field(default=None, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Ask:
    """One request.

    may_repeat  it reads, or carries a key by which the other side does it once; any other call
                is tried again only if it certainly never left us
    """

    method: str
    path: str
    content: bytes | None = field(default=None, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    params: Mapping[str, str] | None = field(default=None, repr=False)
    may_repeat: bool = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the other side said; `headers` by lower-case name.

    is_repeated  an earlier try of the same call may have arrived, and may yet be acted on
    """

    status: int
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)
    is_repeated: bool = False

    @property
    def is_success(self) -> bool:
        """Whether the status is 2xx."""
        return 200 <= self.status < 300

    def read(self, kind: type[T]) -> T | None:
        """The body as JSON of this kind; None when it is anything else."""
        try:
            return msgspec.json.decode(self.body, type=kind)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return None


_seen: ContextVar[list[Answer] | None] = ContextVar("seen", default=None)


@contextmanager
def witnessed() -> Iterator[list[Answer]]:
    """Every answer to the calls of this block, for who asks how they were answered, not what."""
    answers: list[Answer] = []
    token = _seen.set(answers)
    try:
        yield answers
    finally:
        _seen.reset(token)


class Breaker:
    """Leaves a provider alone that failed too often in a row, and comes back by one call."""

    def __init__(self, failures: int, rest_s: float) -> None:
        self._most, self._rest_s = failures, rest_s
        self._failures = 0
        self._rests_until = 0.0

    @property
    def is_resting(self) -> bool:
        """Whether calls are held back, but for one now and then."""
        return self._failures >= self._most

    def rests(self, now: float) -> bool:
        """Whether no call would be let through now."""
        return self.is_resting and now < self._rests_until

    def lets_through(self, now: float) -> bool:
        """Whether a call may go; after the rest one may, the next only a rest later."""
        if not self.is_resting:
            return True
        if now < self._rests_until:
            return False
        self._rests_until = now + self._rest_s
        return True

    def note(self, now: float, *, is_well: bool) -> None:
        """Count how a call ended."""
        self._failures = 0 if is_well else self._failures + 1
        if self._failures == self._most:
            self._rests_until = now + self._rest_s


class Pulse:
    """How a provider did lately: a few calls of a minute say whether to go elsewhere if one can."""

    def __init__(self, slow_s: float, window_s: float = 60, most: int = 20) -> None:
        self._slow_s, self._window_s = slow_s, window_s
        self._calls: deque[tuple[float, bool]] = deque(maxlen=most)

    def note(self, now: float, took_s: float, *, is_well: bool) -> None:
        """Count how a call ended."""
        self._calls.append((now, is_well and took_s < self._slow_s))

    def is_well(self, now: float) -> bool:
        """False while half of five calls or more went wrong or were slow; it heals by waiting."""
        lately = [is_well for at, is_well in self._calls if at > now - self._window_s]
        return len(lately) < 5 or sum(lately) * 2 > len(lately)


class Pace:
    """Spreads calls over time: a burst of a second's worth, then evenly."""

    def __init__(self, per_second: int) -> None:
        self._gap = 1 / per_second if per_second else 0.0
        self._next = 0.0

    def wait(self, now: float) -> float:
        """How long the call that asks has to wait; its place is taken."""
        if not self._gap:
            return 0
        self._next = max(self._next, now - 1 + self._gap) + self._gap
        return max(0.0, self._next - self._gap - now)


@dataclass(slots=True)
class _Course:
    """How far a call has come."""

    ends_at: float
    may_have_arrived: bool = False
    is_under_way: bool = False


class Outside:
    """Calls to one peer."""

    def __init__(
        self,
        peer: Peer,
        limits: Limits = Limits(),
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[Any]] = asyncio.sleep,
    ) -> None:
        self.name, self.limits = peer.name, limits
        self.breaker = Breaker(limits.failures, limits.rest_s)
        self._pulse = Pulse(limits.answer_s / 2)
        self._pace = Pace(limits.per_second)
        self._seats = asyncio.Semaphore(limits.at_once)
        self._secrets = [secret for secret in peer.secrets if secret]
        self._now, self._sleep = now, sleep
        self._client = httpx.AsyncClient(
            base_url=peer.base_url,
            auth=peer.auth,
            headers={"user-agent": "Batua", "accept": "application/json", **peer.headers},
            timeout=httpx.Timeout(limits.answer_s, connect=limits.connect_s),
            limits=httpx.Limits(max_connections=limits.at_once, max_keepalive_connections=8),
            follow_redirects=False,
            trust_env=False,
            verify=_authorities(),
            transport=transport,
        )

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    @property
    def is_well(self) -> bool:
        """Whether it answers, and soon; True again a minute after it was asked for the last time."""
        now = self._now()
        return not self.breaker.rests(now) and self._pulse.is_well(now)

    async def call(self, ask: Ask) -> Answer:
        """Call, and again where that is safe; the last answer, whatever its status.

        raises  NoAnswer; ValueError when a secret would be a part of the address
        """
        request = self._client.build_request(
            ask.method, ask.path, content=ask.content, headers=ask.headers, params=ask.params
        )
        self._check_address(request.url)
        began, result = self._now(), "no_answer"
        course = _Course(ends_at=began + self.limits.budget_s)
        try:
            async with asyncio.timeout(self.limits.budget_s), self._seats:
                answer = await self._tries(request, course, may_repeat=ask.may_repeat)
        except NoAnswer as nothing:
            result = nothing.why
            raise
        except TimeoutError:
            if course.is_under_way:
                self._note(is_well=False)
            result = Why.SLOW
            raise self._nothing(Why.SLOW, course) from None
        else:
            result = _ANSWERED.get(answer.status // 100, "failed")
            return answer
        finally:
            took_s = self._now() - began
            SECONDS.labels(self.name, result).observe(took_s)
            self._pulse.note(self._now(), took_s, is_well=result in _WELL)

    async def _tries(self, request: httpx.Request, course: _Course, *, may_repeat: bool) -> Answer:
        for number in range(1, self.limits.tries + 1):
            is_last = number == self.limits.tries
            pause_s = self.limits.pause_s * (1 << (number - 1)) * random.uniform(0.5, 1.5)  # noqa: S311
            try:
                answer = await self._try(request, course)
            except NoAnswer as nothing:
                is_safe = may_repeat or not nothing.may_have_arrived
                if is_last or nothing.why is Why.RESTING or not is_safe:
                    raise
            else:
                if is_last or not may_repeat or answer.status not in WORTH_ANOTHER_TRY:
                    return answer
                pause_s = max(pause_s, _asked_to_wait_s(answer))
                if self._now() + pause_s >= course.ends_at:
                    return answer
            await self._sleep(pause_s)
        raise AssertionError("the last try returns or raises")

    async def _try(self, request: httpx.Request, course: _Course) -> Answer:
        """One try, counted by the breaker; what went wrong is told without the request."""
        await self._sleep(self._pace.wait(self._now()))
        if not self.breaker.lets_through(self._now()):
            raise self._nothing(Why.RESTING, course)
        before, course.may_have_arrived, course.is_under_way = course.may_have_arrived, True, True
        try:
            answer = await self._exchange(request, course)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout):
            course.may_have_arrived = before
            why = Why.UNREACHABLE
        except httpx.TimeoutException:
            why = Why.SLOW
        except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL):
            why = Why.BROKEN
        else:
            course.is_under_way = False
            self._note(is_well=answer.status not in _TROUBLE)
            return replace(answer, is_repeated=before)
        course.is_under_way = False
        self._note(is_well=False)
        raise self._nothing(why, course)

    async def _exchange(self, request: httpx.Request, course: _Course) -> Answer:
        response = await self._client.send(request, stream=True)
        try:
            body = bytearray()
            async for part in response.aiter_bytes():
                body += part
                if len(body) > self.limits.max_bytes:
                    raise self._nothing(Why.TOO_LARGE, course)
            headers = {name.lower(): value for name, value in response.headers.items()}
            answer = Answer(response.status_code, headers, bytes(body))
            if (seen := _seen.get()) is not None:
                seen.append(answer)
            return answer
        finally:
            await response.aclose()

    def _nothing(self, why: Why, course: _Course) -> NoAnswer:
        return NoAnswer(self.name, why, may_have_arrived=course.may_have_arrived)

    def _note(self, *, is_well: bool) -> None:
        self.breaker.note(self._now(), is_well=is_well)
        RESTING.labels(self.name).set(self.breaker.is_resting)

    def _check_address(self, url: httpx.URL) -> None:
        whole = str(url)
        if any(secret in whole for secret in self._secrets):
            raise ValueError(f"A secret of {self.name} would be a part of the address.")


@cache
def _authorities() -> ssl.SSLContext:
    """Whom we believe about names: read once, which takes longer than all else that a client needs."""
    return httpx.create_ssl_context(trust_env=False)


def _asked_to_wait_s(answer: Answer) -> float:
    """What `Retry-After` asks for, in seconds; 0 without one that can be read."""
    asked = answer.headers.get("retry-after", "")
    return float(asked) if asked.isascii() and asked.isdigit() and len(asked) <= 6 else 0
