"""Somebody who calls the HTTP of payments."""

from typing import Any

import httpx
from tests.modules.payments.given import Someone

BASE = "/api/v1"


class Client:
    """Calls as one person, with a fresh key for each order unless one is given."""

    def __init__(self, http: httpx.AsyncClient, who: Someone) -> None:
        self.http, self.who, self.count = http, who, 0

    async def __call__(self, method: str, path: str, body: Any = None, **more: Any) -> Any:
        self.count += 1
        headers = {
            "Authorization": f"Bearer {self.who.access_token}",
            "Idempotency-Key": f"key-{self.count}",
            "Step-Up-Token": self.who.step_up,
            **more.pop("headers", {}),
        }
        headers = {name: value for name, value in headers.items() if value is not None}
        return await self.http.request(
            method, BASE + path, headers=headers, **({} if body is None else {"json": body}), **more
        )


def rupees(amount: int) -> dict[str, Any]:
    return {"minor": amount * 100, "currency": "INR"}
