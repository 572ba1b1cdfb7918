"""Endpoints: registered, changed, paused, given a new secret, and taken away."""

from dataclasses import fields
from uuid import UUID

from batua.kit import clock, journal
from batua.kit.db import Tx
from batua.kit.ids import new_id
from batua.kit.secrets import KeyRing
from batua.kit.standard_webhooks import new_secret
from batua.modules.webhooks.errors import NoSuchEndpoint, TooManyEndpoints
from batua.modules.webhooks.rules import addresses, timing
from batua.modules.webhooks.rules import kinds as rules
from batua.modules.webhooks.rules.kinds import Published
from batua.modules.webhooks.service.sending import queue_job
from batua.modules.webhooks.store import endpoint as store
from batua.modules.webhooks.store.endpoint import SECRET
from batua.modules.webhooks.types import (
    Change,
    Draft,
    Endpoint,
    EndpointChanged,
    EndpointMade,
    EndpointRemoved,
    EndpointState,
    Pause,
    Revealed,
)


def kinds() -> tuple[Published, ...]:
    """The kinds that integrators may hear, each with what it says and its JSON schema."""
    return rules.PUBLISHED


async def register(
    tx: Tx, keys: KeyRing, by: UUID, draft: Draft, *, loopback: bool = False
) -> Revealed:
    """Register an endpoint: it hears of what happens from now on.

    loopback  whether addresses on this machine are allowed
    refuses   BadAddress, UnknownKind, TooManyEndpoints
    states    EndpointMade
    """
    addresses.check(draft.url, loopback=loopback)
    wanted = Draft(
        url=draft.url, description=draft.description.strip(), kinds=rules.check(draft.kinds)
    )
    if await store.count(tx) >= timing.MOST_ENDPOINTS:
        raise TooManyEndpoints
    id, secret = new_id(), new_secret()
    sealed = keys.seal(secret, purpose=SECRET)
    await store.add(tx, wanted, sealed, id, by, clock.now())
    await journal.state(tx, EndpointMade(subject=id, actor=by))
    return Revealed(await endpoint(tx, id), secret)


async def endpoints(tx: Tx) -> list[Endpoint]:
    """All endpoints, the newest first."""
    return await store.every(tx)


async def endpoint(tx: Tx, id: UUID) -> Endpoint:
    """One endpoint; refuses NoSuchEndpoint."""
    found = await store.find(tx, id)
    if found is None:
        raise NoSuchEndpoint
    return found


async def change(tx: Tx, by: UUID, id: UUID, change: Change, *, loopback: bool = False) -> Endpoint:
    """Change an endpoint, pause it, or switch it on; what waits goes to the new address.

    repeat   changes nothing
    refuses  NoSuchEndpoint, BadAddress, UnknownKind
    states   EndpointChanged
    """
    before = await store.find(tx, id, for_change=True)
    if before is None:
        raise NoSuchEndpoint
    if change.url is not None:
        addresses.check(change.url, loopback=loopback)
    wanted = Change(
        url=change.url,
        description=None if change.description is None else change.description.strip(),
        kinds=None if change.kinds is None else rules.check(change.kinds),
        state=change.state,
    )
    what = _differing(before, wanted)
    if not what:
        return before
    now = clock.now()
    await store.change(tx, id, wanted, now)
    if "state" in what and wanted.state is EndpointState.PAUSED:
        await store.pause(tx, id, Pause.OFFICER, now)
    elif "state" in what:
        await store.enable(tx, id, now)
    await queue_job(tx, id)
    await journal.state(tx, EndpointChanged(subject=id, actor=by, what=",".join(what)))
    return await endpoint(tx, id)


def _differing(before: Endpoint, wanted: Change) -> list[str]:
    """The fields that would have another value."""
    given = {one.name: getattr(wanted, one.name) for one in fields(wanted)}
    return [
        name
        for name, value in given.items()
        if value is not None and value != getattr(before, name)
    ]


async def rotate_secret(tx: Tx, keys: KeyRing, by: UUID, id: UUID) -> Revealed:
    """Give an endpoint a new secret; for a day the one before signs too.

    repeat   makes another one: of secrets before the last two none signs any more
    refuses  NoSuchEndpoint
    states   EndpointChanged
    """
    if await store.find(tx, id, for_change=True) is None:
        raise NoSuchEndpoint
    secret, now = new_secret(), clock.now()
    sealed = keys.seal(secret, purpose=SECRET)
    await store.rotate(tx, id, sealed, now + timing.OVERLAP, now)
    await journal.state(tx, EndpointChanged(subject=id, actor=by, what="secret"))
    return Revealed(await endpoint(tx, id), secret)


async def remove(tx: Tx, by: UUID, id: UUID) -> None:
    """Take an endpoint away with its secrets; its log stays as long as any.

    refuses  NoSuchEndpoint
    states   EndpointRemoved
    """
    if await store.find(tx, id, for_change=True) is None:
        raise NoSuchEndpoint
    await store.remove(tx, id, clock.now())
    await queue_job(tx, id)
    await journal.state(tx, EndpointRemoved(subject=id, actor=by))
