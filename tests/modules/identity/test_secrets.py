"""Passwords and PINs: changed, locked, reset, and given to step up."""

import asyncio
from datetime import UTC, datetime, timedelta

import jwt
import pytest
from tests.modules.identity import given
from tests.modules.identity.given import (
    ASHA,
    BINA,
    HERE,
    NEW_PASSWORD,
    NEW_PIN,
    PASSWORD,
    PIN,
)

from batua.kit import clock, journal
from batua.modules.identity import service
from batua.modules.identity.errors import (
    CodeExpired,
    NotSignedIn,
    PinIsLocked,
    PinMissing,
    PinResetTooSoon,
    SessionEnded,
    StepUpExpired,
    StepUpRequired,
    TooManyTries,
    WeakPassword,
    WeakPin,
    WrongCode,
    WrongCredentials,
    WrongPassword,
    WrongPin,
)
from batua.modules.identity.service import NewPassword, Renewal
from batua.modules.identity.types import (
    Challenge,
    PasswordChanged,
    PinChanged,
    PinLocked,
    PinReset,
    Proof,
    Purpose,
    Signed,
    StepUp,
)

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
WRONG = "584031"


@pytest.fixture
async def signed(db, means, asha):
    return await given.signed(db, means, asha)


@pytest.fixture
async def caller(db, means, signed):
    return await given.caller(db, means, signed)


async def facts(db, kind) -> list:
    async with db.transaction() as tx:
        return [fact for fact in await journal.facts(tx) if isinstance(fact, kind)]


async def require(db, means, session, token) -> None:
    async with db.read() as tx:
        await service.require_step_up(tx, means.keys, session, token)


async def test_a_new_password_ends_all_other_sessions(db, means, asha, signed, caller):
    other = await given.signed(db, means, asha)
    await service.change_password(db, means, caller, NewPassword(PASSWORD, NEW_PASSWORD))
    assert await given.caller(db, means, signed) == caller
    with pytest.raises(SessionEnded):
        await given.caller(db, means, other)
    with pytest.raises(WrongCredentials):
        await given.sign_in(db, means, ASHA, PASSWORD, signed.device_token)
    again = await given.sign_in(db, means, ASHA, NEW_PASSWORD, signed.device_token)
    assert isinstance(again, Signed)
    assert len(await facts(db, PasswordChanged)) == 1


@pytest.mark.parametrize(
    ("current", "new", "refusal"),
    [
        ("wrong password", NEW_PASSWORD, WrongPassword),
        (PASSWORD, "password1", WeakPassword),
        (PASSWORD, "AshaDevi99", WeakPassword),
    ],
)
async def test_a_refused_password_changes_nothing(db, means, asha, caller, current, new, refusal):
    other = await given.signed(db, means, asha)
    with pytest.raises(refusal):
        await service.change_password(db, means, caller, NewPassword(current, new))
    assert await given.caller(db, means, other)
    assert isinstance(await given.sign_in(db, means, ASHA, PASSWORD), Challenge)
    assert await facts(db, PasswordChanged) == []


async def test_the_current_password_can_be_guessed_ten_times(db, means, caller):
    with clock.frozen(NOON):
        for _ in range(10):
            with pytest.raises(WrongPassword):
                await service.change_password(db, means, caller, NewPassword("x", NEW_PASSWORD))
        with pytest.raises(TooManyTries):
            await service.change_password(db, means, caller, NewPassword(PASSWORD, NEW_PASSWORD))


async def is_alive(db, means, opened: Signed) -> bool:
    try:
        await given.caller(db, means, opened)
    except SessionEnded:
        return False
    return True


async def test_a_sign_in_that_races_a_new_password_never_survives_it(db, means, signed, caller):
    password = PASSWORD
    for n in range(4):
        new = f"{NEW_PASSWORD} {n}"
        changed, *tried = await asyncio.gather(
            service.change_password(db, means, caller, NewPassword(password, new)),
            *(given.sign_in(db, means, ASHA, password, signed.device_token) for _ in range(2)),
            return_exceptions=True,
        )
        assert changed is None
        assert all(isinstance(outcome, Signed | WrongCredentials) for outcome in tried), tried
        opened = [outcome for outcome in tried if isinstance(outcome, Signed)]
        assert not any([await is_alive(db, means, one) for one in opened])
        password = new


async def test_the_pin_opens_a_step_up_of_five_minutes(db, means, signed, caller):
    with clock.frozen(NOON) as held:
        caller = await given.caller(db, means, await given.signed(db, means, signed.person))
        proof = await service.step_up(db, means, caller, PIN)
        assert proof.expires_at == NOON + timedelta(minutes=5)
        await require(db, means, caller.session, proof.token)
        held.advance(timedelta(minutes=5))
        with pytest.raises(StepUpExpired):
            await require(db, means, caller.session, proof.token)


async def test_a_step_up_is_good_in_its_own_session_alone(db, means, asha, signed, caller):
    proof = await service.step_up(db, means, caller, PIN)
    other = await given.signed(db, means, asha)
    for session, token in (
        (other.session, proof.token),
        (caller.session, None),
        (caller.session, ""),
        (caller.session, "nothing"),
        (caller.session, signed.access_token),
        (caller.session, proof.token[:-2] + "xx"),
    ):
        with pytest.raises(StepUpRequired):
            await require(db, means, session, token)
    async with db.transaction() as tx:
        with pytest.raises(NotSignedIn):
            await service.authenticate(tx, means.keys, proof.token)


async def test_a_step_up_ends_with_its_session(db, means, asha, caller):
    proof = await service.step_up(db, means, caller, PIN)
    async with db.transaction() as tx:
        await service.sign_out(tx, asha.id, caller.session)
    with pytest.raises(StepUpExpired):
        await require(db, means, caller.session, proof.token)


async def test_a_new_pin_ends_the_step_ups_of_the_old_one(db, means, caller):
    proof = await service.step_up(db, means, caller, PIN)
    await service.change_pin(db, means, caller, PIN, NEW_PIN)
    with pytest.raises(StepUpExpired):
        await require(db, means, caller.session, proof.token)
    with pytest.raises(WrongPin):
        await service.step_up(db, means, caller, PIN)
    assert isinstance(await service.step_up(db, means, caller, NEW_PIN), StepUp)
    assert [f.was_reset for f in await facts(db, PinChanged)] == [False]


async def test_a_step_up_token_tells_nothing_of_the_pin(db, means, caller):
    proof = await service.step_up(db, means, caller, PIN)
    claims = jwt.decode(proof.token, options={"verify_signature": False})
    assert set(claims) == {"iss", "aud", "sub", "sid", "iat", "exp", "pin"}
    assert claims["pin"] == 1  # the version of the PIN, which only counts its changes


async def lock_pin(db, means, caller) -> PinIsLocked:
    """Three wrong PINs in a row."""
    for tries_left in (2, 1):
        with pytest.raises(WrongPin) as refused:
            await service.step_up(db, means, caller, WRONG)
        assert refused.value.tries_left == tries_left
    with pytest.raises(PinIsLocked) as locked:
        await service.step_up(db, means, caller, WRONG)
    return locked.value


async def test_three_wrong_pins_in_a_row_lock_it_and_locks_double(db, means, caller):
    with clock.frozen(NOON) as held:
        for minutes in (15, 30, 60, 120, 240, 480, 960, 1440, 1440):
            locked = await lock_pin(db, means, caller)
            assert locked.until == clock.now() + timedelta(minutes=minutes)
            assert locked.retry_after_s == minutes * 60
            held.advance(timedelta(minutes=minutes) - timedelta(seconds=1))
            with pytest.raises(PinIsLocked) as still:
                await service.step_up(db, means, caller, PIN)
            assert still.value.retry_after_s == 1
            held.advance(timedelta(seconds=1))
    assert len(await facts(db, PinLocked)) == 9


async def test_a_right_pin_after_locks_begins_them_anew(db, means, caller):
    with clock.frozen(NOON) as held:
        for minutes in (15, 30):
            locked = await lock_pin(db, means, caller)
            held.advance(timedelta(minutes=minutes))
        assert locked.retry_after_s == 30 * 60
        assert await service.step_up(db, means, caller, PIN)
        assert (await lock_pin(db, means, caller)).retry_after_s == 15 * 60


async def test_a_right_pin_gives_the_tries_back(db, means, caller):
    for _ in range(3):
        for _ in range(2):
            with pytest.raises(WrongPin):
                await service.step_up(db, means, caller, WRONG)
        assert await service.step_up(db, means, caller, PIN)


async def test_a_right_pin_at_the_third_try_does_not_lock(db, means, caller):
    for _ in range(2):
        with pytest.raises(WrongPin):
            await service.step_up(db, means, caller, WRONG)
    assert await service.step_up(db, means, caller, PIN)
    assert await facts(db, PinLocked) == []


async def test_a_hundred_guesses_at_once_are_three_tries(db, means, caller):
    outcomes = await asyncio.gather(
        *(service.step_up(db, means, caller, f"{n:06d}") for n in range(100)),
        return_exceptions=True,
    )
    assert sum(isinstance(o, WrongPin) for o in outcomes) == 2
    assert sum(isinstance(o, PinIsLocked) for o in outcomes) == 98
    assert len(await facts(db, PinLocked)) == 1


async def test_changing_the_pin_counts_tries_too(db, means, caller):
    for _ in range(2):
        with pytest.raises(WrongPin):
            await service.change_pin(db, means, caller, WRONG, NEW_PIN)
    with pytest.raises(PinIsLocked):
        await service.change_pin(db, means, caller, WRONG, NEW_PIN)
    with pytest.raises(PinIsLocked):
        await service.step_up(db, means, caller, PIN)


async def test_a_weak_new_pin_is_refused_without_using_a_try(db, means, caller):
    for _ in range(4):
        with pytest.raises(WeakPin):
            await service.change_pin(db, means, caller, WRONG, "123456")
    assert await service.step_up(db, means, caller, PIN)


async def test_a_forgotten_pin_is_replaced_by_password_and_code_even_when_locked(
    db, means, outbox, caller
):
    for _ in range(3):
        with pytest.raises((WrongPin, PinIsLocked)):
            await service.step_up(db, means, caller, WRONG)
    asked = await service.ask_pin_code(db, means, caller, HERE)
    assert outbox.messages[-1].purpose is Purpose.PIN
    reset = PinReset(PASSWORD, Proof(asked.token, outbox.code))
    await service.reset_pin(db, means, caller, reset, NEW_PIN)
    assert await service.step_up(db, means, caller, NEW_PIN)
    assert [f.was_reset for f in await facts(db, PinChanged)] == [True]
    with pytest.raises(CodeExpired):
        await service.reset_pin(db, means, caller, reset, PIN)


async def test_a_pin_is_not_reset_by_half_a_proof(db, means, outbox, caller):
    asked = await service.ask_pin_code(db, means, caller, HERE)
    code, wrong = outbox.code, outbox.wrong()
    with pytest.raises(WrongPassword):
        reset = PinReset("wrong password", Proof(asked.token, code))
        await service.reset_pin(db, means, caller, reset, NEW_PIN)
    with pytest.raises(WrongCode):
        reset = PinReset(PASSWORD, Proof(asked.token, wrong))
        await service.reset_pin(db, means, caller, reset, NEW_PIN)
    bina = await given.caller(
        db, means, await given.signed(db, means, await given.person(db, means, BINA))
    )
    theirs = await service.ask_pin_code(db, means, bina, HERE)
    with pytest.raises(CodeExpired):
        reset = PinReset(PASSWORD, Proof(theirs.token, outbox.code))
        await service.reset_pin(db, means, caller, reset, NEW_PIN)
    assert await service.step_up(db, means, caller, PIN)
    assert await facts(db, PinChanged) == []


async def test_a_pin_is_not_reset_within_a_day_of_a_recovery(db, means, outbox, asha):
    with clock.frozen(NOON) as held:
        asked = await service.recover(db, means, ASHA, "en", HERE)
        proof = Proof(asked.token, outbox.code)
        ticket = await service.confirm_recovery(db, means, proof, HERE)
        signed = await service.complete_recovery(
            db, means, Renewal(ticket.token, NEW_PASSWORD), HERE
        )
        caller = await given.caller(db, means, signed)
        with pytest.raises(PinResetTooSoon) as refused:
            await service.ask_pin_code(db, means, caller, HERE)
        assert refused.value.retry_after_s == 24 * 3600
        assert await service.step_up(db, means, caller, PIN)
        held.advance(timedelta(hours=24))
        assert await service.ask_pin_code(db, means, caller, HERE)


async def test_who_has_no_pin_yet_chooses_one_by_password_and_code(db, means, outbox):
    person = await given.person(db, means, BINA, pin=None)
    caller = await given.caller(db, means, await given.signed(db, means, person))
    with pytest.raises(PinMissing):
        await service.step_up(db, means, caller, PIN)
    with pytest.raises(PinMissing):
        await service.change_pin(db, means, caller, PIN, NEW_PIN)
    with pytest.raises(StepUpRequired):
        await require(db, means, caller.session, None)
    asked = await service.ask_pin_code(db, means, caller, HERE)
    reset = PinReset(PASSWORD, Proof(asked.token, outbox.code))
    await service.reset_pin(db, means, caller, reset, NEW_PIN)
    proof = await service.step_up(db, means, caller, NEW_PIN)
    await require(db, means, caller.session, proof.token)
