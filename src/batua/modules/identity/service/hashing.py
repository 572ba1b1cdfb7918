"""Argon2id in threads, with a bound on how much is hashed and how much may wait."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeVar

from argon2 import PasswordHasher, Type
from argon2.exceptions import VerificationError

from batua.kit import metrics
from batua.kit.refusal import Unavailable
from batua.kit.secrets import token

T = TypeVar("T")

_QUEUE_MAX: Final = 100
_WAITING = metrics.gauge("batua_identity_hashes_waiting", "Argon2 hashes that wait or run.")


@dataclass(frozen=True)
class HashSettings:
    """The cost of a hash; the defaults are one of the sets that OWASP holds to be equal."""

    memory_kib: int = 47_104
    rounds: int = 1
    at_once: int = 2


class Hasher:
    """Hashes and checks secrets; the event loop goes on meanwhile."""

    def __init__(self, given: HashSettings | None = None) -> None:
        """Take the cost; lanes stay at one, so that a hash uses one core."""
        given = given or HashSettings()
        self._argon2 = PasswordHasher(
            time_cost=given.rounds, memory_cost=given.memory_kib, parallelism=1, type=Type.ID
        )
        self._threads = ThreadPoolExecutor(given.at_once, thread_name_prefix="argon2")
        self._pending = 0

    async def hash(self, secret: str) -> str:
        """The encoded hash of a secret, with a salt of its own."""
        return await self._run(lambda: self._argon2.hash(secret))

    async def is_right(self, encoded: str | None, secret: str) -> bool:
        """Whether a secret is the one that was hashed; None takes as long and is never right."""
        return await self._run(lambda: self._check(encoded, secret))

    def is_outdated(self, encoded: str) -> bool:
        """Whether a hash was made at another cost than today's."""
        return self._argon2.check_needs_rehash(encoded)

    def _check(self, encoded: str | None, secret: str) -> bool:
        try:
            self._argon2.verify(encoded or self._nobodys, secret)
        except VerificationError:
            return False
        return encoded is not None

    @cached_property
    def _nobodys(self) -> str:
        return self._argon2.hash(token())

    async def _run(self, work: Callable[[], T]) -> T:
        if self._pending >= _QUEUE_MAX:
            raise Unavailable
        self._pending += 1
        _WAITING.inc()
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._pending -= 1
            _WAITING.dec()
