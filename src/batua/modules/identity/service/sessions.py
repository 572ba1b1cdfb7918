"""Sessions: opened, refreshed, asked for at each request, and ended at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Final
from uuid import UUID

from batua.kit import clock, journal
from batua.kit.caller import Caller
from batua.kit.db import Database, Tx
from batua.kit.ids import new_id
from batua.kit.lane import Lane
from batua.kit.secrets import KeyRing, token
from batua.modules.identity.errors import (
    AccessExpired,
    NoSuchDevice,
    NoSuchSession,
    NotSignedIn,
    RefreshReused,
    SessionEnded,
)
from batua.modules.identity.rules import limits
from batua.modules.identity.rules.limits import Verdict
from batua.modules.identity.service import tokens
from batua.modules.identity.service.means import Means
from batua.modules.identity.store import people, sealing, sessions
from batua.modules.identity.store.sessions import NewDevice, NewSession, Refresh, Which
from batua.modules.identity.types import (
    Device,
    DeviceId,
    DeviceRevoked,
    Person,
    SessionId,
    SessionRevoked,
    Signed,
    SignedIn,
    SignedOut,
)

TOKENS_KEPT: Final = 10_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a session is opened: on a device that is known, or on a new one of some name."""

    device: UUID | None
    name: str = "?"


@dataclass(frozen=True, slots=True)
class _Opened:
    session: UUID
    device: UUID
    refresh_token: str
    device_token: str | None = None


async def open_session(tx: Tx, keys: KeyRing, person: Person, place: Place) -> Signed:
    """Sign somebody in.

    repeat   each call opens another session; the one used longest ago ends beyond twenty
    states   SignedIn, and SessionRevoked beyond twenty
    """
    now, device_token = clock.now(), None
    device = place.device
    if device is None:
        device, device_token = new_id(), token()
        added = NewDevice(device, person.id, place.name, device_token, now)
        await sessions.add_device(tx, keys, added)
    else:
        await sessions.see_device(tx, device, now)
    new = NewSession(
        id=new_id(),
        person=person.id,
        device=device,
        now=now,
        idle_until=now + limits.SESSION_IDLE,
        expires_at=now + limits.SESSION_LIFE,
    )
    await sessions.add_session(tx, new)
    ended = await sessions.end_oldest(tx, person.id, limits.SESSIONS_MAX, now)
    await _state_ended(tx, person.id, ended, "too_many")
    await journal.state(
        tx,
        SignedIn(
            subject=person.id,
            actor=person.id,
            audience=(person.id,),
            session=new.id,
            device=device,
            is_new_device=device_token is not None,
        ),
    )
    refresh_token = token()
    await sessions.add_refresh_token(tx, keys, refresh_token, new.id, 1, now)
    return _signed(keys, person, _Opened(new.id, device, refresh_token, device_token))


async def authenticate(tx: Tx, keys: KeyRing, text: str) -> Caller:
    """Who holds an access token: its session must be alive at this moment.

    refuses  NotSignedIn, AccessExpired, SessionEnded
    """
    claims = _claims(keys, text)
    live = await sessions.live(tx, [claims.session], clock.now())
    return _caller(claims, live.get(claims.session))


class Authenticator:
    """Tells who holds an access token, for many requests by one question to the database.

    Each request asks anew, so a session that is ended is out at its next request.
    """

    def __init__(self, db: Database, keys: KeyRing) -> None:
        self._db = db
        self._lane: Lane[UUID, sessions.Live | None] = Lane("identity.authenticate", self._ask)
        # A token is signed once and shown with every request: its signature is checked once, too.
        self._read = lru_cache(TOKENS_KEPT)(partial(_claims, keys))

    async def __call__(self, text: str) -> Caller:
        """Who holds a token.

        refuses  NotSignedIn, AccessExpired, SessionEnded
        """
        claims = self._read(text)
        if claims.is_expired:
            raise AccessExpired
        return _caller(claims, await self._lane.put(claims.session))

    async def _ask(self, ids: Sequence[UUID]) -> list[sessions.Live | None]:
        live = await self._db.ask(lambda tx: sessions.live(tx, ids, clock.now()))
        return [live.get(id) for id in ids]


def _claims(keys: KeyRing, text: str) -> tokens.Claims:
    claims = tokens.read(keys, text, tokens.Audience.ACCESS)
    if claims is None:
        raise NotSignedIn
    if claims.is_expired:
        raise AccessExpired
    return claims


def _caller(claims: tokens.Claims, live: sessions.Live | None) -> Caller:
    if live is None or live.person != claims.person:
        raise SessionEnded
    return Caller(
        person=live.person,
        session=claims.session,
        device=live.device,
        roles=frozenset(live.roles),
        language=live.language,
    )


async def refresh(
    db: Database, means: Means, refresh_token: str, device_tokens: tuple[str, ...] | None
) -> Signed:
    """Change a refresh token for a new one and a new access token.

    device_tokens  what the client holds; None when it told nothing, which grants no grace
    repeat         the same token within ten seconds from the same device gets a token too; any
                   other repeat ends the session
    refuses        SessionEnded, RefreshReused
    states         SessionRevoked when a token was reused
    """
    async with db.transaction() as tx:
        now = clock.now()
        found = await sessions.lock_refresh(tx, means.keys, refresh_token, now)
        if found is None or not found.is_live:
            raise SessionEnded
        is_same = _is_device(means.keys, found, device_tokens)
        verdict = limits.judge_refresh(
            behind=found.generation - found.token_generation,
            rotated_at=found.rotated_at,
            now=now,
            is_same_device=is_same,
        )
        # A token shown by another device than its own was stolen, whatever its generation.
        if device_tokens is not None and not is_same:
            verdict = Verdict.REUSED
        if verdict is not Verdict.REUSED:
            return await _refreshed(tx, means.keys, found, verdict)
        which = Which(found.person, session=found.session)
        ended = await sessions.end(tx, which, "refresh_reused", now)
        await _state_ended(tx, found.person, ended, "refresh_reused")
    raise RefreshReused


async def sign_out(tx: Tx, person: UUID, session: UUID) -> None:
    """Close the caller's own session.

    repeat   does nothing
    states   SignedOut
    """
    which = Which(person, session=session)
    for ended in await sessions.end(tx, which, "signed_out", clock.now()):
        await journal.state(
            tx, SignedOut(subject=person, actor=person, audience=(person,), session=ended)
        )


async def sign_out_by_refresh(tx: Tx, keys: KeyRing, refresh_token: str) -> None:
    """Close the session of a refresh token; an unknown one is nothing to close.

    states   SignedOut
    """
    found = await sessions.lock_refresh(tx, keys, refresh_token, clock.now())
    if found is not None:
        await sign_out(tx, found.person, found.session)


async def is_live(tx: Tx, session: UUID) -> bool:
    """Whether somebody is still signed in by a session."""
    return session in await sessions.live(tx, [session], clock.now())


async def devices(tx: Tx, keys: KeyRing, caller: Caller) -> list[Device]:
    """The caller's known devices with their live sessions."""
    return await sessions.devices(tx, keys, caller.person, clock.now())


async def name_device(tx: Tx, keys: KeyRing, caller: Caller, device: DeviceId, name: str) -> None:
    """Call a device by another name.

    refuses  NoSuchDevice
    """
    if not await sessions.lock_device(tx, caller.person, device):
        raise NoSuchDevice
    await sessions.name_device(tx, keys, device, name)


async def revoke_device(tx: Tx, caller: Caller, device: DeviceId) -> None:
    """Sign a device out everywhere at once; it needs a code the next time.

    refuses  NoSuchDevice
    states   DeviceRevoked, SessionRevoked
    """
    gone = await sessions.forget_devices(tx, caller.person, clock.now(), only=device)
    if not gone:
        raise NoSuchDevice
    await end_sessions(tx, Which(caller.person, device=device), "device_revoked")
    await _state_forgotten(tx, caller.person, gone)


async def revoke_session(tx: Tx, caller: Caller, session: SessionId) -> None:
    """End one session at once.

    refuses  NoSuchSession
    states   SessionRevoked
    """
    if not await end_sessions(tx, Which(caller.person, session=session), "revoked"):
        raise NoSuchSession


async def revoke_others(tx: Tx, caller: Caller) -> None:
    """End every session of the caller but this one.

    repeat   does nothing
    states   SessionRevoked
    """
    await end_sessions(tx, Which(caller.person, other_than=caller.session), "revoked")


async def end_sessions(tx: Tx, which: Which, reason: str) -> list[UUID]:
    """End sessions and say so; which ones."""
    ended = await sessions.end(tx, which, reason, clock.now())
    await _state_ended(tx, which.person, ended, reason)
    return ended


async def forget_everything(tx: Tx, person: UUID, reason: str) -> None:
    """End all sessions of a person, and know none of her devices any longer."""
    gone = await sessions.forget_devices(tx, person, clock.now())
    await end_sessions(tx, Which(person), reason)
    await _state_forgotten(tx, person, gone)


async def _refreshed(tx: Tx, keys: KeyRing, found: Refresh, verdict: Verdict) -> Signed:
    now, generation = clock.now(), found.generation
    if verdict is Verdict.ROTATE:
        generation = await sessions.rotate(tx, found.session, now, now + limits.SESSION_IDLE)
    fresh = token()
    await sessions.add_refresh_token(tx, keys, fresh, found.session, generation, now)
    person = await people.get(tx, keys, found.person)
    assert person is not None
    return _signed(keys, person, _Opened(found.session, found.device, fresh))


def _is_device(keys: KeyRing, found: Refresh, device_tokens: Iterable[str] | None) -> bool:
    hashes = {sealing.token_hash(keys, text) for text in device_tokens or ()}
    return found.device_token_hash in hashes


def _signed(keys: KeyRing, person: Person, opened: _Opened) -> Signed:
    return Signed(
        person=person,
        session=SessionId(opened.session),
        device=DeviceId(opened.device),
        access_token=tokens.access(keys, person.id, opened.session),
        expires_in_s=int(limits.ACCESS_LIFE.total_seconds()),
        refresh_token=opened.refresh_token,
        device_token=opened.device_token,
    )


async def _state_ended(tx: Tx, person: UUID, ended: Iterable[UUID], reason: str) -> None:
    for session in ended:
        await journal.state(
            tx, SessionRevoked(subject=person, audience=(person,), session=session, reason=reason)
        )


async def _state_forgotten(tx: Tx, person: UUID, gone: Iterable[UUID]) -> None:
    for device in gone:
        await journal.state(tx, DeviceRevoked(subject=person, audience=(person,), device=device))
