"""Callbacks: verified on the raw bytes, stored once, and settled by a job."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from batua.kit import clock, metrics
from batua.kit.db import Tx
from batua.kit.jobs import defer
from batua.kit.logs import log
from batua.modules.gateways import store
from batua.modules.gateways.errors import BadCallback, BadSignature
from batua.modules.gateways.service import connected
from batua.modules.gateways.service.asking import settle
from batua.modules.gateways.types import Attempt, Rails
from batua.modules.gateways.types.callbacks import Reason

CALLBACKS: Final = metrics.counter(
    "batua_gateway_callbacks_total", "Callbacks by what became of them.", "provider", "verdict"
)


async def receive(
    tx: Tx, rails: Rails, provider: str, headers: Mapping[str, str], raw_body: bytes
) -> None:
    """Take a provider's callback: verify, store once, and queue the settling.

    headers   by lower-case name
    raw_body  the bytes as they came; the signature covers exactly these
    repeat    the same event again is counted and changes nothing
    refuses   NoSuchProvider, BadSignature, BadCallback; a forged event leaves no trace but a count,
              so that it cannot take the place of the real one
    """
    adapter = connected.provider_of(rails, provider)
    now = clock.now()
    try:
        callback = adapter.read_callback(headers, raw_body, now)
    except BadSignature:
        CALLBACKS.labels(provider, "forged").inc()
        log.warning("callback_forged", provider=provider)
        rails.rejections.note(provider, now, Reason.BAD_SIGNATURE)
        raise
    except BadCallback:
        rails.rejections.note(provider, now, Reason.BAD_CALLBACK)
        raise
    known = await _named(tx, provider, callback.reference)
    is_new = await store.add_event(
        tx,
        provider,
        callback,
        attempt=None if known is None else known.id,
        body=rails.keys.encrypt(raw_body, purpose=store.EVENT),
        at=now,
    )
    CALLBACKS.labels(provider, _verdict(known, is_new=is_new)).inc()
    if known is not None and is_new:
        await defer(tx, settle, once=f"gateways.settle:{known.id}", attempt=str(known.id))


def _verdict(known: Attempt | None, *, is_new: bool) -> str:
    if known is None:
        return "unmatched"
    return "new" if is_new else "copy"


async def _named(tx: Tx, provider: str, reference: str | None) -> Attempt | None:
    """Our attempt that an event names, if it names one of this provider."""
    try:
        found = await store.find(tx, UUID(reference or ""))
    except ValueError:
        return None
    return found if found is not None and found.provider == provider else None
