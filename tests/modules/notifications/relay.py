"""Our application behind a real port of this test's own loop, for providers that call back."""

import asyncio
import contextlib
from dataclasses import dataclass, field
from typing import Any

import httpx


@dataclass
class Relay:
    """Hands each request on to an application; `paths` are those that came."""

    app: Any = None
    paths: list[str] = field(default_factory=list)
    port: int = 0
    _server: asyncio.Server | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        assert self._server is not None
        self._server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            first, *lines = [line for line in head.split("\r\n") if line]
            method, path, _ = first.split(" ")
            pairs = (line.split(": ", 1) for line in lines)
            headers = {name.lower(): value for name, value in pairs}
            body = await reader.readexactly(int(headers.get("content-length", "0")))
            self.paths.append(path)
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url=self.url) as client:
                answer = await client.request(method, path, content=body, headers=headers)
            kind = answer.headers.get("content-type", "text/plain")
            head = f"HTTP/1.1 {answer.status_code} X\r\ncontent-type: {kind}\r\n"
            head += f"content-length: {len(answer.content)}\r\nconnection: close\r\n\r\n"
            writer.write(head.encode() + answer.content)
            await writer.drain()
        writer.close()
