"""Stands between our adapter and a stand-in, and does to each call what a schedule wants.

The stand-in is the real one and the calls are real HTTP: only the line between them is bad.
"""

import asyncio
import contextlib
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

import httpx

GARBAGE = b'{"id": "\xff\xfe", <html><h1>502 Bad Gateway</h1>'
_NOT_FORWARDED = {"host", "connection", "content-length", "accept-encoding"}
_NOT_ANSWERED = {"connection", "content-length", "transfer-encoding", "content-encoding"}


class Fault(StrEnum):
    """What becomes of one call."""

    NONE = "none"
    LOST = "lost"
    """It does not arrive, and the line breaks."""
    LOST_ANSWER = "lost_answer"
    """It is done, and the line breaks."""
    SLOW = "slow"
    """It is done, and answered after nobody waits any more."""
    LATE = "late"
    """It arrives after nobody waits any more, in the midst of what comes after."""
    DOWN = "down"
    """5xx, and nothing was done."""
    DONE_DOWN = "done_down"
    """5xx, although it was done."""
    LIMITED = "limited"
    """429."""
    GARBAGE = "garbage"
    """It is done, and the answer cannot be read."""
    TWICE = "twice"
    """It arrives twice."""
    KILLED_BEFORE = "killed_before"
    """Our process dies when the call leaves, and it does not arrive."""
    KILLED_AFTER = "killed_after"
    """Our process dies when the answer arrives."""


_NOT_NOW = {Fault.LOST, Fault.KILLED_BEFORE, Fault.LATE, Fault.DOWN, Fault.LIMITED}


@dataclass
class Saboteur:
    """A bad line to `target`; `fate` is asked at each call, `kill` ends whoever is calling."""

    target: str
    fate: Callable[[], Fault] = lambda: Fault.NONE
    kill: Callable[[], None] = lambda: None
    late: list[httpx.Request] = field(default_factory=list)
    port: int = 0
    _keeper: socket.socket | None = None
    _server: asyncio.Server | None = None
    _client: httpx.AsyncClient = field(
        # No address here is of https, and reading whom to believe takes longer than all else.
        default_factory=lambda: httpx.AsyncClient(timeout=60, trust_env=False, verify=False)  # noqa: S501
    )

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def open(self) -> None:
        """Take a port, which stays ours while nobody listens there, and listen."""
        self._keeper = self._socket(0)
        self.port = self._keeper.getsockname()[1]
        await self.listen()

    async def listen(self) -> None:
        if self._server is None:
            self._server = await asyncio.start_server(self._serve, sock=self._socket(self.port))

    async def vanish(self) -> None:
        """Nobody listens any more: calls are refused before anything is sent."""
        if self._server is not None:
            self._server.close()
            self._server = None

    async def close(self) -> None:
        await self.vanish()
        await self._client.aclose()
        if self._keeper is not None:
            self._keeper.close()

    async def deliver_late(self) -> None:
        """What was on its way all the time arrives now."""
        waiting, self.late = self.late, []
        for request in waiting:
            with contextlib.suppress(httpx.HTTPError):
                await self._client.send(request)

    def _socket(self, port: int) -> socket.socket:
        made = socket.socket()
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        made.bind(("127.0.0.1", port))
        return made

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError, httpx.HTTPError):
            answer = await self._sabotaged(await self._read(reader), reader)
            if answer is not None:
                writer.write(answer)
                await writer.drain()
        writer.close()

    async def _sabotaged(
        self, request: httpx.Request, reader: asyncio.StreamReader
    ) -> bytes | None:
        """The answer, after the fault of this call; None when the line breaks instead."""
        fault = self.fate()
        if fault in _NOT_NOW:
            return await self._not_now(fault, request, reader)
        if fault is Fault.TWICE:
            await self._client.send(request)
        answer = await self._client.send(request)
        if fault is Fault.SLOW:
            await reader.read()  # until nobody waits any more
        if fault is Fault.KILLED_AFTER:
            self.kill()
        if fault in {Fault.SLOW, Fault.KILLED_AFTER, Fault.LOST_ANSWER}:
            return None
        if fault is Fault.DONE_DOWN:
            return _raw(502, {}, b"")
        if fault is Fault.GARBAGE:
            return _raw(200, {"content-type": "application/json"}, GARBAGE)
        return _raw(answer.status_code, dict(answer.headers), answer.content)

    async def _not_now(
        self, fault: Fault, request: httpx.Request, reader: asyncio.StreamReader
    ) -> bytes | None:
        """What happens to a call that does not arrive, or not yet."""
        if fault is Fault.KILLED_BEFORE:
            self.kill()
        if fault is Fault.LATE:
            await reader.read()
            self.late.append(request)
        if fault in {Fault.DOWN, Fault.LIMITED}:
            return _raw(503 if fault is Fault.DOWN else 429, {}, b"")
        return None

    async def _read(self, reader: asyncio.StreamReader) -> httpx.Request:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.rstrip("\r\n").split("\r\n")
        method, path, _ = first.split(" ")
        named = [line.partition(":") for line in lines]
        headers = {name.strip().lower(): value.strip() for name, _, value in named}
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        kept = {name: value for name, value in headers.items() if name not in _NOT_FORWARDED}
        return self._client.build_request(method, self.target + path, content=body, headers=kept)


def _raw(status: int, headers: dict[str, str], body: bytes) -> bytes:
    kept = {name: value for name, value in headers.items() if name.lower() not in _NOT_ANSWERED}
    kept |= {"content-length": str(len(body)), "connection": "close"}
    head = "".join(f"{name}: {value}\r\n" for name, value in kept.items())
    return f"HTTP/1.1 {status} X\r\n{head}\r\n".encode("latin-1") + body
