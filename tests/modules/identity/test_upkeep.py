"""What lies in the tables: sealed, rotated, swept, and never logged."""

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.modules.identity import given
from tests.modules.identity.given import ASHA, HERE, PASSWORD, PIN

from batua.kit import clock, logs
from batua.kit.db import fetch_all, fetch_value
from batua.kit.secrets import KeyRing, UnreadableSecret
from batua.modules.identity import service
from batua.modules.identity.service import Place
from batua.modules.identity.store.sealing import SEALED
from batua.modules.identity.types import NewPerson, Registration, Signed

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
TABLES = ("person", "handle", "credential", "pin", "challenge", "device", "session", "pace")


async def everything(db) -> bytes:
    """Each byte that the module and the journal keep, text and bytea alike."""
    kept = []
    async with db.read() as tx:
        for table in (*(f"identity.{t}" for t in TABLES), "journal.fact", "kit.rate"):
            rows = await fetch_all(tx, f"SELECT t::text FROM {table} t")
            kept += [both(text) for (text,) in rows]
    return b"\n".join(kept)


def both(row: str) -> bytes:
    """A row as its text and as the bytes that its hexadecimal parts stand for."""
    parts = [part.strip('"') for part in row.strip("()").split(",")]
    unpacked = [bytes.fromhex(part[3:]) for part in parts if part.startswith("\\\\x")]
    return b"\n".join([row.encode(), *unpacked])


async def test_tables_and_journal_hold_no_personal_data_in_the_clear(db, means, outbox):
    signed = await given.registered(db, means, outbox)
    await service.register(db, means, Registration("+919812345678", "Bina Kumari", "en"), HERE)
    code = outbox.code
    assert isinstance(signed, Signed)
    kept = await everything(db)
    assert b"\x01k002" in kept  # sealed values were read as bytes too
    secrets = (
        *("Asha", "Devi", "Bina", "9876543210", "9812345678", "example.org", PASSWORD, PIN, code),
        *(signed.refresh_token, signed.device_token, signed.access_token, "argon2", HERE.address),
    )
    for secret in secrets:
        assert secret.encode() not in kept, secret


async def test_the_reader_of_the_tables_would_see_clear_text(db, means):
    """The test above can fail: a handle is public and is found."""
    await given.person(db, means, handle="asha.devi")
    assert b"asha.devi@batua" in await everything(db)


async def test_sealed_columns_do_not_open_for_another_purpose(db, means):
    person = await given.person(db, means)
    async with db.read() as tx:
        name = await fetch_value(
            tx, "SELECT name FROM identity.person WHERE id = %(id)s", {"id": person.id}
        )
    assert means.keys.open(name, purpose="identity.person.name") == "Asha Devi"
    with pytest.raises(UnreadableSecret):
        means.keys.open(name, purpose="identity.person.phone")


async def test_no_code_password_pin_phone_or_token_reaches_the_logs(db, means, outbox):
    stream = io.StringIO()
    logs.configure(logs.LogSettings(level="debug"), stream)
    signed = await given.registered(db, means, outbox)
    asked = await given.sign_in(db, means, ASHA)
    assert asked
    caller = await given.caller(db, means, signed)
    proof = await service.step_up(db, means, caller, PIN)
    logs.log.info("the_log_is_written_to")
    written = stream.getvalue()
    assert "the_log_is_written_to" in written
    codes = [message.code for message in outbox.messages]
    tokens = [signed.refresh_token, signed.device_token, signed.access_token, proof.token]
    for secret in (*codes, *tokens, PASSWORD, PIN, ASHA, "Asha"):
        assert secret not in written


async def old_ids(db, ring: KeyRing) -> list[str]:
    """Which columns still hold something that an older key sealed."""
    columns = [f"{sealed.table} {column}" for sealed in SEALED for column in sealed.columns]
    return [column for column in columns if await is_old(db, ring, *column.split())]


async def is_old(db, ring: KeyRing, table: str, column: str) -> bool:
    async with db.read() as tx:
        rows = await fetch_all(
            tx, f"SELECT {column} FROM identity.{table} WHERE {column} IS NOT NULL"
        )
    assert rows, (table, column)
    return any(ring.needs_rotation(blob) for (blob,) in rows)


async def test_rotating_seals_everything_with_the_current_key(db, means, outbox):
    people = [
        await given.person(db, means, f"+9198765432{n:02d}", email=f"p{n}@example.org")
        for n in range(5)
    ]
    signed = await given.signed(db, means, people[0])
    await service.register(db, means, Registration("+919812345678", "Bina", "en"), HERE)
    newer = KeyRing({"k003": b"3" * 32, "k002": b"2" * 32, "k001": b"1" * 32}, b"i" * 32)
    assert len(await old_ids(db, newer)) == 7
    steps = []
    total = await service.rotate_keys(db, newer, lambda done, all_: steps.append((done, all_)))
    assert await old_ids(db, newer) == []
    assert total == 5 + 5 + 5 + 1 + 1
    assert steps[-1] == (total, total)

    alone = KeyRing({"k003": b"3" * 32}, b"i" * 32)
    async with db.read() as tx:
        assert await service.people(tx, alone, [p.id for p in people]) == {p.id: p for p in people}
        assert await service.find_by_phone(tx, alone, people[2].phone) == people[2].id
    again = await given.sign_in(
        db, replace(means, keys=alone), people[0].phone, PASSWORD, signed.device_token
    )
    assert isinstance(again, Signed)


async def test_a_rotation_that_was_broken_off_goes_on(db, means):
    for n in range(450):
        async with db.transaction() as tx:
            person = await service.register_directly(
                tx, means.keys, NewPerson(f"+9198765{n:05d}", "Asha"), means.hasher
            )
            if n == 0:
                await service.open_session(tx, means.keys, person, Place(None, "Phone"))
    newer = KeyRing({"k003": b"3" * 32, "k002": b"2" * 32}, b"i" * 32)

    class BrokenOff(Exception):
        pass

    def break_off(done: int, total: int) -> None:
        if done >= 200:
            raise BrokenOff

    async def left() -> int:
        async with db.read() as tx:
            rows = await fetch_all(tx, "SELECT name FROM identity.person")
        return sum(newer.needs_rotation(name) for (name,) in rows)

    with pytest.raises(BrokenOff):
        await service.rotate_keys(db, newer, break_off)
    assert await left() == 250
    await service.rotate_keys(db, newer, lambda *_: None)
    assert await left() == 0


async def counts(db) -> dict[str, int]:
    async with db.read() as tx:
        return {
            table: await fetch_value(tx, f"SELECT count(*) FROM identity.{table}")
            for table in ("person", "challenge", "session", "refresh_token", "pace", "device")
        }


async def test_sweeping_deletes_what_is_spent_and_nothing_else(db, means, outbox):
    with clock.frozen(NOON) as held:
        signed = await given.registered(db, means, outbox)
        fresh = await service.refresh(db, means, signed.refresh_token, (signed.device_token,))
        assert await service.sweep(db) == 0
        held.advance(timedelta(hours=23))
        assert await service.sweep(db) == 3  # how often one phone and one address asked and tried
        assert (await counts(db))["challenge"] == 1
        held.advance(timedelta(hours=2))
        assert await service.sweep(db) == 1
        held.advance(timedelta(days=29) - timedelta(hours=1, minutes=1))
        again = await service.refresh(db, means, fresh.refresh_token, (signed.device_token,))
        held.advance(timedelta(days=1))
        assert await service.sweep(db) == 2
        assert await counts(db) == {
            "person": 1,
            "challenge": 0,
            "session": 1,
            "refresh_token": 1,
            "pace": 0,
            "device": 1,
        }
        assert await service.refresh(db, means, again.refresh_token, (signed.device_token,))
        held.advance(timedelta(days=121))
        assert await service.sweep(db) == 1
        assert (await counts(db))["refresh_token"] == 0
