"""Sessions: tokens, rotation, reuse, and an end that counts at once."""

import asyncio
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import jwt
import pytest
from tests.modules.identity import given
from tests.modules.identity.given import ASHA, BINA

from batua.kit import clock, journal
from batua.kit.db import fetch_value
from batua.kit.secrets import KeyRing
from batua.modules.identity import service
from batua.modules.identity.errors import (
    AccessExpired,
    NoSuchDevice,
    NoSuchSession,
    NotSignedIn,
    RefreshReused,
    SessionEnded,
)
from batua.modules.identity.service import Place
from batua.modules.identity.types import (
    DeviceRevoked,
    SessionRevoked,
    Signed,
    SignedOut,
)

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


async def refresh(db, means, signed: Signed, token: str | None = None, device: str | None = ""):
    devices = (signed.device_token,) if device == "" else (device,) if device else None
    return await service.refresh(db, means, token or signed.refresh_token, devices)


async def is_alive(db, means, signed: Signed) -> bool:
    try:
        await given.caller(db, means, signed)
    except SessionEnded:
        return False
    return True


async def test_an_access_token_says_who_for_ten_minutes(db, means, asha):
    with clock.frozen(NOON) as held:
        signed = await given.signed(db, means, asha)
        caller = await given.caller(db, means, signed)
        assert (caller.person, caller.session, caller.device) == (
            asha.id,
            signed.session,
            signed.device,
        )
        assert caller.roles == {"person"}
        assert caller.language == "en"
        assert signed.expires_in_s == 600
        held.advance(timedelta(minutes=10))
        with pytest.raises(AccessExpired):
            await given.caller(db, means, signed)


async def test_a_token_holds_no_personal_data(db, means, asha):
    signed = await given.signed(db, means, asha)
    claims = jwt.decode(signed.access_token, options={"verify_signature": False})
    assert set(claims) == {"iss", "aud", "sub", "sid", "iat", "exp"}
    assert jwt.get_unverified_header(signed.access_token) == {
        "alg": "HS256",
        "typ": "JWT",
        "kid": means.keys.current_id,
    }


async def test_forged_tokens_are_refused(db, means, asha):
    signed = await given.signed(db, means, asha)
    claims = jwt.decode(signed.access_token, options={"verify_signature": False})
    key, kid = means.keys.jwt_key(), means.keys.current_id
    forged = [
        "",
        "nothing",
        "a.b.c",
        signed.access_token[:-2] + "xx",
        jwt.encode(claims, b"w" * 32, algorithm="HS256", headers={"kid": kid}),
        jwt.encode(claims, key, algorithm="HS256"),
        jwt.encode(claims, key, algorithm="HS256", headers={"kid": "zzzz"}),
        jwt.encode(claims, key + key, algorithm="HS512", headers={"kid": kid}),
        jwt.encode(claims, None, algorithm="none", headers={"kid": kid}),
        jwt.encode({**claims, "aud": "other"}, key, algorithm="HS256", headers={"kid": kid}),
        jwt.encode({**claims, "iss": "other"}, key, algorithm="HS256", headers={"kid": kid}),
        jwt.encode({**claims, "sub": "x"}, key, algorithm="HS256", headers={"kid": kid}),
        jwt.encode({**claims, "exp": 10**20}, key, algorithm="HS256", headers={"kid": kid}),
        jwt.encode(
            {k: v for k, v in claims.items() if k != "exp"},
            key,
            algorithm="HS256",
            headers={"kid": kid},
        ),
    ]
    async with db.transaction() as tx:
        for text in forged:
            with pytest.raises(NotSignedIn):
                await service.authenticate(tx, means.keys, text)


async def test_a_token_for_another_person_of_the_session_is_refused(db, means, asha):
    signed = await given.signed(db, means, asha)
    claims = jwt.decode(signed.access_token, options={"verify_signature": False})
    wrong = jwt.encode(
        {**claims, "sub": str(uuid4())},
        means.keys.jwt_key(),
        algorithm="HS256",
        headers={"kid": means.keys.current_id},
    )
    async with db.transaction() as tx:
        with pytest.raises(SessionEnded):
            await service.authenticate(tx, means.keys, wrong)


async def test_a_token_signed_with_the_key_before_is_still_good(db, means, asha):
    signed = await given.signed(db, means, asha)
    newer = KeyRing({"k003": b"3" * 32, "k002": b"2" * 32}, b"i" * 32)
    async with db.transaction() as tx:
        assert (await service.authenticate(tx, newer, signed.access_token)).person == asha.id
        gone = KeyRing({"k003": b"3" * 32}, b"i" * 32)
        with pytest.raises(NotSignedIn):
            await service.authenticate(tx, gone, signed.access_token)


async def test_a_refresh_gives_new_tokens_and_the_old_one_ends_the_session(db, means, asha):
    with clock.frozen(NOON) as held:
        signed = await given.signed(db, means, asha)
        held.advance(timedelta(minutes=9))
        fresh = await refresh(db, means, signed)
        assert fresh.session == signed.session
        assert fresh.device_token is None
        assert fresh.refresh_token != signed.refresh_token
        assert await is_alive(db, means, fresh)
        held.advance(timedelta(seconds=11))
        with pytest.raises(RefreshReused):
            await refresh(db, means, signed)
        assert not await is_alive(db, means, fresh)
        with pytest.raises(SessionEnded):
            await refresh(db, means, signed, fresh.refresh_token)
    async with db.transaction() as tx:
        revoked = [f for f in await journal.facts(tx) if isinstance(f, SessionRevoked)]
    assert [(f.session, f.reason) for f in revoked] == [(signed.session, "refresh_reused")]


async def test_two_tabs_that_refresh_at_once_both_stay_signed_in(db, means, asha):
    signed = await given.signed(db, means, asha)
    answers = await asyncio.gather(*(refresh(db, means, signed) for _ in range(5)))
    assert len({a.refresh_token for a in answers}) == 5
    assert all([await is_alive(db, means, answer) for answer in answers])
    # The cookie jar keeps whichever answer came last: any of them goes on.
    last = await refresh(db, means, signed, answers[2].refresh_token)
    assert await is_alive(db, means, last)


async def test_a_thief_within_the_grace_is_found_out_when_both_go_on(db, means, asha):
    with clock.frozen(NOON) as held:
        signed = await given.signed(db, means, asha)
        mine = await refresh(db, means, signed)
        thiefs = await refresh(db, means, signed)
        held.advance(timedelta(minutes=9))
        thiefs = await refresh(db, means, signed, thiefs.refresh_token)
        held.advance(timedelta(minutes=1))
        with pytest.raises(RefreshReused):
            await refresh(db, means, signed, mine.refresh_token)
        assert not await is_alive(db, means, thiefs)


async def test_there_is_no_grace_without_the_device_token(db, means, asha):
    signed = await given.signed(db, means, asha)
    await refresh(db, means, signed, device=None)
    with pytest.raises(RefreshReused):
        await refresh(db, means, signed, device=None)


async def test_a_refresh_token_shown_by_another_device_ends_the_session(db, means, asha):
    signed = await given.signed(db, means, asha)
    other = await given.signed(db, means, asha)
    with pytest.raises(RefreshReused):
        await refresh(db, means, signed, device=other.device_token)
    assert not await is_alive(db, means, signed)
    assert await is_alive(db, means, other)


async def test_a_refresh_token_before_the_last_is_reuse_even_at_once(db, means, asha):
    signed = await given.signed(db, means, asha)
    second = await refresh(db, means, signed)
    await refresh(db, means, signed, second.refresh_token)
    with pytest.raises(RefreshReused):
        await refresh(db, means, signed)


async def test_an_unknown_refresh_token_ends_nothing(db, means, asha):
    signed = await given.signed(db, means, asha)
    with pytest.raises(SessionEnded):
        await refresh(db, means, signed, "nothing")
    assert await is_alive(db, means, signed)


async def test_a_session_that_is_used_within_thirty_days_goes_on(db, means, asha):
    with clock.frozen(NOON) as held:
        signed = latest = await given.signed(db, means, asha)
        for _ in range(3):
            held.advance(timedelta(days=29))
            latest = await refresh(db, means, signed, latest.refresh_token)
        assert await is_alive(db, means, latest)


async def test_a_session_ends_after_thirty_idle_days(db, means, asha):
    with clock.frozen(NOON) as held:
        signed = await given.signed(db, means, asha)
        held.advance(timedelta(days=30))
        with pytest.raises(SessionEnded):
            await refresh(db, means, signed)


async def test_a_session_ends_after_ninety_days_even_if_it_is_used(db, means, asha):
    with clock.frozen(NOON) as held:
        signed = latest = await given.signed(db, means, asha)
        for _ in range(3):
            held.advance(timedelta(days=29))
            latest = await refresh(db, means, signed, latest.refresh_token)
        held.advance(timedelta(days=3))
        with pytest.raises(SessionEnded):
            await refresh(db, means, signed, latest.refresh_token)


async def test_signing_out_counts_at_once_and_twice_does_nothing(db, means, asha):
    signed = await given.signed(db, means, asha)
    for _ in range(2):
        async with db.transaction() as tx:
            await service.sign_out(tx, asha.id, signed.session)
    assert not await is_alive(db, means, signed)
    async with db.transaction() as tx:
        out = [f for f in await journal.facts(tx) if isinstance(f, SignedOut)]
    assert [f.session for f in out] == [signed.session]


async def test_signing_out_by_refresh_token(db, means, asha):
    signed = await given.signed(db, means, asha)
    async with db.transaction() as tx:
        await service.sign_out_by_refresh(tx, means.keys, "nothing")
        assert await is_alive(db, means, signed)
        await service.sign_out_by_refresh(tx, means.keys, signed.refresh_token)
    assert not await is_alive(db, means, signed)


async def test_devices_are_listed_with_their_live_sessions(db, means, asha):
    with clock.frozen(NOON) as held:
        phone = await given.signed(db, means, asha)
        held.advance(timedelta(minutes=1))
        async with db.transaction() as tx:
            laptop = await service.open_session(tx, means.keys, asha, Place(None, "Laptop"))
        held.advance(timedelta(minutes=1))
        async with db.transaction() as tx:
            more = await service.open_session(tx, means.keys, asha, Place(phone.device))
        caller = await given.caller(db, means, phone)
        async with db.transaction() as tx:
            await service.sign_out(tx, asha.id, phone.session)
            listed = await service.devices(tx, means.keys, caller)
    assert [(d.id, d.name, [s.id for s in d.sessions]) for d in listed] == [
        (phone.device, "Phone", [more.session]),
        (laptop.device, "Laptop", [laptop.session]),
    ]
    assert listed[0].last_seen_at == NOON + timedelta(minutes=2)
    assert listed[0].created_at == NOON


async def test_a_device_is_named(db, means, asha):
    signed = await given.signed(db, means, asha)
    caller = await given.caller(db, means, signed)
    async with db.transaction() as tx:
        await service.name_device(tx, means.keys, caller, signed.device, "Kitchen tablet")
        assert (await service.devices(tx, means.keys, caller))[0].name == "Kitchen tablet"


async def test_revoking_a_device_ends_its_sessions_and_no_others(db, means, asha):
    lost = await given.signed(db, means, asha)
    kept = await given.signed(db, means, asha)
    caller = await given.caller(db, means, kept)
    async with db.transaction() as tx:
        await service.revoke_device(tx, caller, lost.device)
    assert not await is_alive(db, means, lost)
    assert await is_alive(db, means, kept)
    with pytest.raises(SessionEnded):
        await refresh(db, means, lost)
    async with db.transaction() as tx:
        assert [d.id for d in await service.devices(tx, means.keys, caller)] == [kept.device]
        with pytest.raises(NoSuchDevice):
            await service.revoke_device(tx, caller, lost.device)
        facts = await journal.facts(tx)
    assert [f.device for f in facts if isinstance(f, DeviceRevoked)] == [lost.device]
    assert [f.reason for f in facts if isinstance(f, SessionRevoked)] == ["device_revoked"]


async def test_a_device_revoked_while_it_refreshes_never_stays_alive(db, means, asha):
    kept = await given.signed(db, means, asha)
    caller = await given.caller(db, means, kept)
    for _ in range(10):
        lost = await given.signed(db, means, asha)

        async def revoke(device=lost.device) -> None:
            async with db.transaction() as tx:
                await service.revoke_device(tx, caller, device)

        outcomes = await asyncio.gather(
            revoke(),
            refresh(db, means, lost),
            given.sign_in(db, means, ASHA, given.PASSWORD, lost.device_token),
            return_exceptions=True,
        )
        assert outcomes[0] is None, outcomes
        for outcome in outcomes[1:]:
            assert not isinstance(outcome, Signed) or not await is_alive(db, means, outcome)


async def test_revoking_one_session_and_all_others(db, means, asha):
    one, two, here = [await given.signed(db, means, asha) for _ in range(3)]
    caller = await given.caller(db, means, here)
    async with db.transaction() as tx:
        await service.revoke_session(tx, caller, one.session)
        with pytest.raises(NoSuchSession):
            await service.revoke_session(tx, caller, one.session)
    assert not await is_alive(db, means, one)
    assert await is_alive(db, means, two)
    async with db.transaction() as tx:
        await service.revoke_others(tx, caller)
        await service.revoke_others(tx, caller)
    assert not await is_alive(db, means, two)
    assert await is_alive(db, means, here)


async def test_somebody_elses_sessions_and_devices_do_not_exist_for_me(db, means, asha):
    bina = await given.signed(db, means, await given.person(db, means, BINA))
    caller = await given.caller(db, means, await given.signed(db, means, asha))
    async with db.transaction() as tx:
        with pytest.raises(NoSuchSession):
            await service.revoke_session(tx, caller, bina.session)
        with pytest.raises(NoSuchDevice):
            await service.revoke_device(tx, caller, bina.device)
        with pytest.raises(NoSuchDevice):
            await service.name_device(tx, means.keys, caller, bina.device, "Mine")
        await service.revoke_others(tx, caller)
    assert await is_alive(db, means, bina)


async def test_everything_of_a_person_can_be_signed_out(db, means, asha):
    signed = [await given.signed(db, means, asha) for _ in range(3)]
    async with db.transaction() as tx:
        await service.sign_out_everywhere(tx, asha.id)
    assert [await is_alive(db, means, s) for s in signed] == [False] * 3


async def test_tokens_are_not_kept_in_the_clear(db, means, asha):
    signed = await given.signed(db, means, asha)
    async with db.read() as tx:
        for token, sql in (
            (signed.refresh_token, "SELECT string_agg(r::text, '') FROM identity.refresh_token r"),
            (signed.device_token, "SELECT string_agg(d::text, '') FROM identity.device d"),
        ):
            kept = await fetch_value(tx, sql)
            assert kept
            assert token not in kept
            assert token.encode().hex() not in kept
