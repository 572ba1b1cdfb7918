"""A running sandbox in a process of its own, and a receiver for what it calls back."""

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field

import httpx

KEY_ID = "batua"
KEY_SECRET = "sandbox-test-secret"
WEBHOOK_SECRET = "whsec_" + "dGVzdHMgb25seSwgbm90IGEgc2VjcmV0IGF0IGFsbC4="


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class SandboxServer:
    """The sandbox as `batua sandbox` runs it; it can be killed and started again."""

    database_url: str
    moment_ms: int = 300
    port: int = field(default_factory=free_port)
    process: "subprocess.Popen[bytes] | None" = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        command = [sys.executable, "-m", "granian", "--interface", "asgi", "--factory"]
        command += ["--port", str(self.port), "--workers", "1", "--no-ws", "--log-level", "warning"]
        self.process = subprocess.Popen(
            [*command, "batua.sandbox.app:from_environment"],
            env={
                **os.environ,
                "DATABASE_URL": self.database_url,
                "BATUA_SANDBOX_URL": self.url,
                "BATUA_SANDBOX_KEY_ID": KEY_ID,
                "BATUA_SANDBOX_KEY_SECRET": KEY_SECRET,
                "BATUA_SANDBOX_WEBHOOK_SECRET": WEBHOOK_SECRET,
                "BATUA_SANDBOX_MOMENT_MS": str(self.moment_ms),
                "BATUA_SANDBOX_TICK_MS": "30",
                "BATUA_SANDBOX_RESEND_MS": "100",
                "BATUA_LOG_LEVEL": "warning",
            },
        )
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            with contextlib.suppress(httpx.HTTPError):
                if httpx.get(f"{self.url}/healthz", timeout=5).is_success:
                    return
            assert self.process.poll() is None, "the sandbox ended at its start"
            time.sleep(0.05)
        self.stop()
        raise AssertionError("the sandbox did not start")

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(20)
            self.process = None

    def kill(self) -> None:
        """As the kernel does it: no goodbye."""
        children = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True, text=True
        ).stdout.split()
        self.process.kill()
        for pid in children:
            with contextlib.suppress(ProcessLookupError):
                os.kill(int(pid), 9)
        self.process.wait(20)
        self.process = None


class SandboxClient:
    """What a tester does with the sandbox."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.http = httpx.AsyncClient(base_url=url, timeout=40)
        self.api = httpx.AsyncClient(base_url=url, timeout=40, auth=(KEY_ID, KEY_SECRET))

    async def aclose(self) -> None:
        await self.http.aclose()
        await self.api.aclose()

    async def fault(self, mode: str, scope: str = "all", **more: int) -> None:
        answer = await self.http.post(
            "/sandbox/controls", json={"mode": mode, "scope": scope, **more}
        )
        assert answer.status_code == 200, answer.text

    async def call_back(self, dialect: str, url: str) -> None:
        """Where a stand-in shall send its callbacks."""
        answer = await self.http.put(f"/sandbox/webhooks/{dialect}", json={"url": url})
        assert answer.status_code == 204, answer.text

    async def switch(self, id: str, **switches: object) -> None:
        answer = await self.http.post(f"/sandbox/checkouts/{id}/switches", json=switches)
        assert answer.status_code == 200, answer.text

    async def act(self, id: str, what: str, **more: object) -> dict:
        answer = await self.http.post(f"/sandbox/checkouts/{id}/act", json={"act": what, **more})
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def deliveries(self, id: str) -> list[dict]:
        return (await self.http.get(f"/sandbox/deliveries/{id}")).json()

    async def all_delivered(self, id: str, within_s: float = 30) -> list[dict]:
        deadline = time.monotonic() + within_s
        while time.monotonic() < deadline:
            found = await self.deliveries(id)
            if found and not any(one["is_due"] for one in found):
                return found
            await asyncio.sleep(0.05)
        raise AssertionError(f"callbacks are still due: {await self.deliveries(id)}")


@dataclass
class Receiver:
    """Takes callbacks and keeps their raw bytes; `answers` holds the statuses to give, then 200."""

    answers: list[int] = field(default_factory=list)
    calls: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    port: int = 0
    _server: asyncio.Server | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None

    async def wait_for(self, count: int, within_s: float = 30) -> None:
        deadline = time.monotonic() + within_s
        while len(self.calls) < count:
            assert time.monotonic() < deadline, f"{len(self.calls)} of {count} callbacks came"
            await asyncio.sleep(0.02)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            lines = [line.partition(":") for line in head.split("\r\n")[1:] if line]
            headers = {name.strip().lower(): value.strip() for name, _, value in lines}
            body = await reader.readexactly(int(headers.get("content-length", "0")))
            status = self.answers.pop(0) if self.answers else 200
            self.calls.append((headers, body))
            writer.write(
                f"HTTP/1.1 {status} X\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".encode()
            )
            await writer.drain()
        writer.close()
