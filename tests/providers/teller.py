"""A server that answers what it is told to, and remembers every request as it came."""

import asyncio
import contextlib
import json
from dataclasses import dataclass, field
from typing import Any, Self


@dataclass
class Told:
    """A request."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Teller:
    """`answers` by the beginning of method and path, such as `GET /v1/refunds`; else 500.

    statuses  where one differs from `status`, by the same
    """

    answers: dict[str, Any] = field(default_factory=dict)
    status: int = 200
    statuses: dict[str, int] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    port: int = 0
    _server: asyncio.Server | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            first, *rest = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            method, path, _ = first.split(" ")
            lines = [line.partition(":") for line in rest if line]
            headers = {name.lower(): value.strip() for name, _, value in lines}
            body = await reader.readexactly(int(headers.get("content-length", "0")))
            self.told.append(Told(method, path, headers, body))
            writer.write(self._answer(f"{method} {path}"))
            await writer.drain()
        writer.close()

    def _answer(self, asked: str) -> bytes:
        found = [start for start in self.answers if asked.startswith(start)]
        said = self.answers[found[0]] if found else None
        raw = said if isinstance(said, bytes) else json.dumps(said).encode()
        status = self.statuses.get(found[0], self.status) if found else 500
        head = f"HTTP/1.1 {status} X\r\ncontent-length: {len(raw)}\r\nconnection: close\r\n\r\n"
        return head.encode() + raw
