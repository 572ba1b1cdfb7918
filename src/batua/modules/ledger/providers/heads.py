"""Keepers of heads: a file that only grows, and an address on another machine."""

import asyncio
import hmac
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import httpx

TIMEOUT_S: Final = 10
TAIL: Final = 4096
"""More than a line has: enough to read the last one."""


class HeadFile:
    """A text file with a line of JSON for each head; lines are added and never changed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def keep(self, head: Mapping[str, Any]) -> None:
        """Add a head, unless it is the last line already."""
        await asyncio.to_thread(self._keep, json.dumps(head, sort_keys=True) + "\n")

    def _keep(self, line: str) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab+") as file:
            end = file.seek(0, os.SEEK_END)
            file.seek(max(0, end - TAIL))
            if file.read().decode(errors="replace").endswith(line):
                return
            file.write(line.encode())
            file.flush()
            os.fsync(file.fileno())


class HeadPost:
    """An address that takes each head by POST.

    The header `Batua-Signature` is the hex HMAC-SHA256 of the body under the secret.
    """

    def __init__(self, url: str, secret: str) -> None:
        self._url = url
        self._secret = secret.encode()

    async def keep(self, head: Mapping[str, Any]) -> None:
        """Send a head; raises httpx.HTTPError when it was not taken."""
        body = json.dumps(head, sort_keys=True).encode()
        signature = hmac.digest(self._secret, body, "sha256").hex()
        headers = {"Content-Type": "application/json", "Batua-Signature": signature}
        async with httpx.AsyncClient(timeout=TIMEOUT_S) as client:
            answer = await client.post(self._url, content=body, headers=headers)
            answer.raise_for_status()
