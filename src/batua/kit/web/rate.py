"""Limits of requests by address, counted in PostgreSQL so that all processes share them."""

import dataclasses
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address, ip_network
from typing import Any, ClassVar

from litestar.connection import ASGIConnection

from batua.kit import clock
from batua.kit.db import Database, execute, fetch_value
from batua.kit.jobs import Context, periodic
from batua.kit.refusal import TooManyRequests
from batua.kit.secrets import KeyRing
from batua.kit.settings import register


@register
@dataclasses.dataclass(frozen=True, slots=True)
class WebSettings:
    """How the web process is reached."""

    ENV_PREFIX: ClassVar[str] = "BATUA_WEB_"
    public_url: str = "http://127.0.0.1:8000"
    trusted_proxies: tuple[str, ...] = ()
    """Addresses or networks whose X-Forwarded-For is believed."""
    rate_factor: int = 1
    """Multiplies every limit by address; load tests and shared test machines raise it."""


@dataclass(frozen=True, slots=True)
class Rate:
    """At most `hits` requests of one address within `window_s` seconds."""

    hits: int
    window_s: int


def client_address(connection: ASGIConnection[Any, Any, Any, Any]) -> str:
    """The caller's address; a trusted proxy is asked whom it speaks for."""
    peer = connection.client.host if connection.client else "unknown"
    settings: WebSettings | None = connection.app.state.get("web_settings")
    trusted = settings.trusted_proxies if settings else ()
    if not trusted or not _is_in(peer, trusted):
        return peer
    forwarded = connection.headers.get("x-forwarded-for", "")
    for hop in reversed([part.strip() for part in forwarded.split(",") if part.strip()]):
        if not _is_in(hop, trusted):
            return hop
    return peer


def _is_in(address: str, networks: tuple[str, ...]) -> bool:
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    return any(parsed in ip_network(network, strict=False) for network in networks)


async def check(connection: ASGIConnection[Any, Any, Any, Any], name: str, rate: Rate) -> None:
    """Count one request.

    refuses  TooManyRequests beyond the rate; the count stands even so
    """
    db: Database = connection.app.state.db
    keys: KeyRing = connection.app.state["keys"]
    settings: WebSettings | None = connection.app.state.get("web_settings")
    now = clock.now()
    start = int(now.timestamp()) // rate.window_s * rate.window_s
    async with db.transaction() as tx:
        hits = await fetch_value(
            tx,
            "INSERT INTO kit.rate AS r (bucket, window_start, hits) VALUES (%(b)s, %(w)s, 1)"
            " ON CONFLICT (bucket, window_start) DO UPDATE SET hits = r.hits + 1 RETURNING hits",
            {
                # Addresses are personal: only their keyed index is stored.
                "b": keys.index(f"{name}|{client_address(connection)}", purpose="kit.rate").hex(),
                "w": datetime.fromtimestamp(start, UTC),
            },
        )
    if hits > rate.hits * (settings.rate_factor if settings else 1):
        wait = start + rate.window_s - int(now.timestamp())
        raise TooManyRequests(retry_after_s=max(1, wait))


@periodic("kit.forget_rates", cron="17 * * * *")
async def forget_rates(ctx: Context) -> None:
    """Forget counts that no limit looks at any more."""
    async with ctx.db.transaction() as tx:
        await execute(
            tx,
            "DELETE FROM kit.rate WHERE window_start < %(at)s",
            {"at": clock.now() - timedelta(days=1)},
        )
