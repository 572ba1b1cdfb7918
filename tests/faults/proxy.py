"""Stands between a web process and PostgreSQL, and cuts a connection once the work is committed.

It reads both ways of the wire protocol just enough to know which messages begin and end: when it
is armed, and a client sends what the harm waits for, the server gets it and does it, but its
answer is swallowed and both ends are closed.
"""

import asyncio
import contextlib
import itertools
import shutil
import struct
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

import psycopg

SOCKET = ".s.PGSQL.5432"
READY = b"Z"  # the server has done what it was told
IDLE = b"I"  # and is in no transaction


@dataclass
class Link:
    """One connection that goes through.

    named   for each prepared statement, whether it is what the harm waits for
    doomed  whether the answer that comes next is swallowed
    """

    client: asyncio.StreamWriter
    server: asyncio.StreamWriter
    named: dict[bytes, bytes] = field(default_factory=dict)
    is_doomed: bool = False

    def close(self) -> None:
        self.client.close()
        self.server.close()


@dataclass
class Proxy:
    """The way to the server for those who connect to `url`.

    awaited  a piece of SQL, or None while no harm is meant
    cuts     how often it has cut
    """

    url: str
    target: Path
    awaited: bytes | None = None
    cuts: int = 0
    links: set[Link] = field(default_factory=set)

    def cut_everything(self) -> None:
        """Close every connection at once, whatever is under way."""
        for link in list(self.links):
            link.close()
        self.cuts += 1

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_unix_connection(str(self.target))
        link = _Link(writer, back)
        self.links.add(link)
        try:
            # Cancelled when the test ends while somebody is still connected.
            with contextlib.suppress(OSError, EOFError, asyncio.CancelledError):
                await self.greet(reader, link)
                await asyncio.gather(self.carry(reader, link), self.bring(there, link))
        finally:
            self.links.discard(link)
            link.close()

    async def greet(self, reader: asyncio.StreamReader, link: Link) -> None:
        """The first message has no kind."""
        head = await reader.readexactly(4)
        link.server.write(head + await reader.readexactly(struct.unpack("!I", head)[0] - 4))

    async def carry(self, reader: asyncio.StreamReader, link: Link) -> None:
        """What the client says."""
        async for kind, message in messages(reader):
            if self.awaited is not None and self.awaited in said(kind, message, link):
                self.awaited = None
                link.is_doomed = True
            elif kind == b"P":
                said(kind, message, link)
            link.server.write(message)
            await link.server.drain()

    async def bring(self, reader: asyncio.StreamReader, link: Link) -> None:
        """What the server answers."""
        async for kind, message in messages(reader):
            if link.is_doomed:
                if kind == READY and message[5:6] == IDLE:
                    self.cuts += 1
                    link.close()  # which ends the other way too
                continue
            link.client.write(message)
            await link.client.drain()


class _Link(Link):
    """A link that can be kept in a set."""

    __hash__ = object.__hash__


async def messages(reader: asyncio.StreamReader) -> AsyncIterator[tuple[bytes, bytes]]:
    """Kind and whole of each message."""
    while True:
        head = await reader.readexactly(5)
        rest = await reader.readexactly(struct.unpack("!I", head[1:])[0] - 4)
        yield head[:1], head + rest


def said(kind: bytes, message: bytes, link: Link) -> bytes:
    """The SQL that a message asks to be done; nothing when it asks for none."""
    body = message[5:]
    if kind == b"Q":
        return body
    if kind == b"P":
        name, sql, _ = body.split(b"\0", 2)
        link.named[name] = sql
        return b""  # done when it is bound
    if kind == b"B":
        _portal, name, _ = body.split(b"\0", 2)
        return link.named.get(name, b"")
    return b""


@asynccontextmanager
async def between(url: str) -> AsyncIterator[Proxy]:
    """A proxy before a server that listens on a unix socket."""
    parts = psycopg.conninfo.conninfo_to_dict(url)
    folder = Path(tempfile.mkdtemp(prefix="batua-proxy-"))
    through = f"postgresql://{parts['user']}@/{parts['dbname']}?host={quote(str(folder), safe='')}"
    proxy = Proxy(through, Path(str(parts["host"])) / SOCKET)
    listening = await asyncio.start_unix_server(proxy.serve, str(folder / SOCKET))
    try:
        yield proxy
    finally:
        listening.close()
        proxy.cut_everything()
        shutil.rmtree(folder, ignore_errors=True)


def kinds() -> Iterator[str]:
    """In turn: the answer to a group of sends, the answer to a COMMIT, anything at any moment."""
    return itertools.cycle(["send_batch_v1", "COMMIT", ""])
