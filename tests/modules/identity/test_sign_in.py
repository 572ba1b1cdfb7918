"""Signing in, known devices, and what strangers cannot find out or lock."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from tests.modules.identity import given
from tests.modules.identity.given import ASHA, BINA, CHRIS, HERE, NEW_PASSWORD, PASSWORD

from batua.kit import clock, journal
from batua.modules.identity import service
from batua.modules.identity.errors import (
    CodeExpired,
    SessionEnded,
    TooManyTries,
    WrongCode,
    WrongCredentials,
)
from batua.modules.identity.service import NewPassword
from batua.modules.identity.types import (
    Challenge,
    Origin,
    Proof,
    Purpose,
    SessionRevoked,
    Signed,
    SignedIn,
    SignIn,
)

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


async def on_new_device(db, means, outbox, who: str = ASHA) -> Signed:
    asked = await given.sign_in(db, means, who)
    assert isinstance(asked, Challenge)
    return await service.confirm_sign_in(db, means, Proof(asked.token, outbox.code), HERE)


@pytest.mark.parametrize("who", [ASHA, "+91 98765 43210", "asha@example.org", "Asha@Example.ORG"])
async def test_a_new_device_needs_a_code_and_is_known_then(db, means, outbox, who):
    person = await given.person(db, means, email="asha@example.org")
    asked = await given.sign_in(db, means, who)
    assert isinstance(asked, Challenge)
    assert asked.sent_to == "+91 ••••• ••210"
    assert outbox.messages[-1].purpose is Purpose.SIGN_IN
    signed = await service.confirm_sign_in(db, means, Proof(asked.token, outbox.code), HERE)
    assert signed.person == person
    assert signed.device_token

    again = await given.sign_in(db, means, who, PASSWORD, signed.device_token)
    assert isinstance(again, Signed)
    assert again.device == signed.device
    assert again.session != signed.session
    assert again.device_token is None
    assert len(outbox.messages) == 1
    async with db.transaction() as tx:
        facts = [f for f in await journal.facts(tx) if isinstance(f, SignedIn)]
    assert [f.is_new_device for f in facts] == [True, False]


@pytest.mark.parametrize(
    ("who", "password"),
    [
        (ASHA, "another password"),
        (BINA, PASSWORD),
        ("asha@example.org", "another password"),
        ("bina@example.org", PASSWORD),
        ("98765", PASSWORD),
        ("not@mail", PASSWORD),
        ("", ""),
    ],
)
async def test_all_wrong_pairs_are_refused_alike(db, means, outbox, who, password):
    await given.person(db, means, email="asha@example.org")
    with pytest.raises(WrongCredentials):
        await given.sign_in(db, means, who, password)
    assert outbox.messages == []


class CountingHasher(service.Hasher):
    """Counts how many hashes were checked."""

    checks = 0

    async def is_right(self, encoded, secret):
        self.checks += 1
        return await super().is_right(encoded, secret)


@pytest.mark.parametrize("sharers", [0, 1, 2, 3, 4])
async def test_a_sign_in_costs_the_same_number_of_hashes_whoever_exists(db, means, sharers):
    from dataclasses import replace

    for phone in [ASHA, BINA, CHRIS, "+12025550123"][:sharers]:
        await given.person(db, means, phone, email="family@example.org")
    hasher = CountingHasher(given.CHEAP)
    counted = replace(means, hasher=hasher)
    with pytest.raises(WrongCredentials):
        await given.sign_in(db, counted, "family@example.org", "wrong password")
    assert hasher.checks == 3
    with pytest.raises(WrongCredentials):
        await given.sign_in(db, counted, ASHA, "wrong password")
    assert hasher.checks == 4


async def test_people_who_share_an_email_are_told_apart_by_password_and_device(db, means, outbox):
    asha = await given.person(db, means, ASHA, "Asha", email="family@example.org")
    bina = await given.person(db, means, BINA, "Bina", email="family@example.org")
    chris = await given.person(
        db, means, CHRIS, "Chris", email="family@example.org", password=NEW_PASSWORD
    )
    signed = await given.signed(db, means, bina)
    first = await on_new_device(db, means, outbox, "family@example.org")
    assert first.person == asha
    home = await given.sign_in(db, means, "family@example.org", PASSWORD, signed.device_token)
    assert isinstance(home, Signed)
    assert home.person == bina
    await given.sign_in(db, means, "family@example.org", NEW_PASSWORD)
    assert outbox.messages[-1].to_phone == chris.phone


async def test_several_people_stay_known_on_one_phone(db, means, outbox):
    asha = await given.signed(db, means, await given.person(db, means, ASHA))
    bina = await given.signed(db, means, await given.person(db, means, BINA))
    held = (bina.device_token, asha.device_token)
    for phone, device in ((ASHA, asha.device), (BINA, bina.device)):
        again = await given.sign_in(db, means, phone, PASSWORD, *held)
        assert isinstance(again, Signed)
        assert again.device == device


async def test_somebody_elses_device_is_new_to_me(db, means, outbox):
    await given.person(db, means, ASHA)
    bina = await given.signed(db, means, await given.person(db, means, BINA))
    asked = await given.sign_in(db, means, ASHA, PASSWORD, bina.device_token)
    assert isinstance(asked, Challenge)


async def test_a_revoked_device_needs_a_code_again(db, means, outbox):
    signed = await given.signed(db, means, await given.person(db, means))
    caller = await given.caller(db, means, signed)
    async with db.transaction() as tx:
        await service.revoke_device(tx, caller, signed.device)
    asked = await given.sign_in(db, means, ASHA, PASSWORD, signed.device_token)
    assert isinstance(asked, Challenge)


async def test_ten_wrong_passwords_lock_strangers_out_but_not_a_known_device(db, means, outbox):
    signed = await given.signed(db, means, await given.person(db, means))
    with clock.frozen(NOON) as held:
        for _ in range(10):
            with pytest.raises(WrongCredentials):
                await given.sign_in(db, means, ASHA, "wrong password")
        with pytest.raises(TooManyTries) as refused:
            await given.sign_in(db, means, ASHA, PASSWORD)
        assert refused.value.retry_after_s == 360
        known = await given.sign_in(db, means, ASHA, PASSWORD, signed.device_token)
        assert isinstance(known, Signed)
        held.advance(timedelta(seconds=360))
        assert isinstance(await given.sign_in(db, means, ASHA, PASSWORD), Challenge)


async def test_the_limit_is_the_same_for_who_does_not_exist(db, means):
    with clock.frozen(NOON):
        for _ in range(10):
            with pytest.raises(WrongCredentials):
                await given.sign_in(db, means, BINA, "wrong password")
        with pytest.raises(TooManyTries) as refused:
            await given.sign_in(db, means, BINA, "wrong password")
        assert refused.value.retry_after_s == 360


async def test_a_known_device_has_ten_wrong_passwords_too(db, means):
    signed = await given.signed(db, means, await given.person(db, means))
    with clock.frozen(NOON):
        for _ in range(10):
            with pytest.raises(WrongCredentials):
                await given.sign_in(db, means, ASHA, "wrong password", signed.device_token)
        with pytest.raises(TooManyTries):
            await given.sign_in(db, means, ASHA, PASSWORD, signed.device_token)


async def test_wrong_passwords_at_once_are_all_counted(db, means):
    await given.person(db, means)
    with clock.frozen(NOON):
        outcomes = await asyncio.gather(
            *(given.sign_in(db, means, ASHA, "wrong password") for _ in range(30)),
            return_exceptions=True,
        )
    assert sum(isinstance(o, WrongCredentials) for o in outcomes) == 10
    assert sum(isinstance(o, TooManyTries) for o in outcomes) == 20


async def test_a_right_password_gives_the_tries_back(db, means, outbox):
    await given.person(db, means)
    with clock.frozen(NOON):
        for password in [*["wrong password"] * 9, PASSWORD, *["wrong password"] * 9]:
            if password == PASSWORD:
                assert isinstance(await given.sign_in(db, means, ASHA), Challenge)
                continue
            with pytest.raises(WrongCredentials):
                await given.sign_in(db, means, ASHA, password)
        assert isinstance(await given.sign_in(db, means, ASHA), Challenge)


async def test_a_shared_email_cannot_be_used_to_guess_on_for_ever(db, means, outbox):
    """Own right passwords between the guesses give no tries back, on a known device neither."""
    await given.person(db, means, ASHA, email="family@example.org")
    own = NEW_PASSWORD
    thief = await given.person(db, means, BINA, email="family@example.org", password=own)
    device = (await given.signed(db, means, thief)).device_token
    with clock.frozen(NOON):
        for password in ["guess one", "guess two", own] * 3 + ["guess three"]:
            try:
                await given.sign_in(db, means, "family@example.org", password, device)
            except WrongCredentials:
                assert password != own
        with pytest.raises(TooManyTries):
            await given.sign_in(db, means, "family@example.org", own, device)
        assert isinstance(await given.sign_in(db, means, ASHA, PASSWORD), Challenge)


async def test_an_address_has_sixty_tries_and_a_factor_widens_it(db, means):
    from dataclasses import replace

    async def tries(of, count: int) -> list[type]:
        wide = replace(means, address_factor=of)
        outcomes = []
        for n in range(count):
            attempt = SignIn(f"+91987654{n:04d}", "wrong password", Origin(f"192.0.2.{of}"))
            try:
                await service.sign_in(db, wide, attempt)
            except (WrongCredentials, TooManyTries) as error:
                outcomes.append(type(error))
        return outcomes

    with clock.frozen(NOON):
        assert (await tries(1, 62)).count(TooManyTries) == 2
        assert (await tries(2, 62)).count(TooManyTries) == 0


async def test_a_code_of_before_a_new_password_signs_nobody_in(db, means, outbox):
    signed = await given.signed(db, means, await given.person(db, means))
    caller = await given.caller(db, means, signed)
    asked = await given.sign_in(db, means, ASHA)
    wish = NewPassword(PASSWORD, NEW_PASSWORD)
    await service.change_password(db, means, caller, wish)
    with pytest.raises(CodeExpired):
        await service.confirm_sign_in(db, means, Proof(asked.token, outbox.code), HERE)


async def test_a_sign_in_code_used_at_once_opens_one_session(db, means, outbox):
    await given.person(db, means)
    asked = await given.sign_in(db, means, ASHA)
    proof = Proof(asked.token, outbox.code)
    outcomes = await asyncio.gather(
        *(service.confirm_sign_in(db, means, proof, HERE) for _ in range(10)),
        return_exceptions=True,
    )
    assert sum(isinstance(o, Signed) for o in outcomes) == 1
    assert sum(isinstance(o, CodeExpired) for o in outcomes) == 9


async def test_a_wrong_sign_in_code_is_counted(db, means, outbox):
    await given.person(db, means)
    asked = await given.sign_in(db, means, ASHA)
    with pytest.raises(WrongCode) as refused:
        await service.confirm_sign_in(db, means, Proof(asked.token, outbox.wrong()), HERE)
    assert refused.value.tries_left == 4


async def test_the_twenty_first_session_ends_the_one_used_longest_ago(db, means):
    person = await given.person(db, means)
    with clock.frozen(NOON) as held:
        sessions = []
        for _ in range(21):
            sessions.append(await given.signed(db, means, person))
            held.advance(timedelta(seconds=1))
        with pytest.raises(SessionEnded):
            await given.caller(db, means, sessions[0])
        for signed in sessions[1:]:
            assert await given.caller(db, means, signed)
    async with db.transaction() as tx:
        revoked = [f for f in await journal.facts(tx) if isinstance(f, SessionRevoked)]
    assert [(f.session, f.reason) for f in revoked] == [(sessions[0].session, "too_many")]


async def test_a_password_hashed_at_another_cost_is_hashed_again_when_it_is_given(db, means):
    from dataclasses import replace

    signed = await given.signed(db, means, await given.person(db, means))
    dear = replace(means, hasher=service.Hasher(service.HashSettings(16, 2, 1)))
    for _ in range(2):
        again = await given.sign_in(db, dear, ASHA, PASSWORD, signed.device_token)
        assert isinstance(again, Signed)
    async with db.read() as tx:
        from batua.modules.identity.store import credentials

        kept = await credentials.passwords(tx, means.keys, [signed.person.id])
    assert "m=16,t=2,p=1" in kept[signed.person.id].encoded
    assert kept[signed.person.id].encoded.startswith("$argon2id$")
