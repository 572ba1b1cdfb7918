"""Kept connections: what goes over what, what is never shown, and who may send a secret elsewhere."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, ClassVar

import pytest

from batua.kit import clock, settings
from batua.kit.connections import (
    Change,
    ConnectionChanged,
    Connections,
    ConnectionUnreadable,
    NoSuchConnection,
    Probe,
    Source,
    Spec,
    Verdict,
    reseal,
)
from batua.kit.db import Database, fetch_value
from batua.kit.ids import new_id
from batua.kit.refusal import BadField
from batua.kit.secrets import KeyRing
from batua.kit.settings import SettingsError

OLD, NEW = "the-first-secret-of-all-4711", "another-secret-altogether-0815"
ADMIN = new_id()


@dataclass(frozen=True, slots=True)
class ToySettings:
    """A provider of toys."""

    ENV_PREFIX: ClassVar[str] = "BATUA_TOY_"
    url: str = "https://toys.example"
    key_id: str = field(default="", metadata={"help": "Key id."})
    hook: str = field(default="", repr=False, metadata={"help": "Secret of callbacks."})
    hook_previous: str = field(default="", repr=False)
    pem: str = field(default="", repr=False, metadata={"has_lines": True})
    tries: int = 2


@dataclass
class Toy:
    """A connected one, and how often any was closed."""

    chosen: ToySettings
    closed: ClassVar[int] = 0

    async def probe(self) -> Probe:
        return Probe(Verdict.OK if self.chosen.hook == NEW else Verdict.WRONG_KEY, 200)

    async def aclose(self) -> None:
        Toy.closed += 1


def connect(chosen: ToySettings) -> Toy | None:
    if not chosen.key_id:
        return None
    if not chosen.hook:
        raise SettingsError("BATUA_TOY_HOOK is not set.")
    return Toy(chosen)


def desk(keys: KeyRing, env: Mapping[str, str] | None = None) -> Connections:
    spec = Spec("toy", "toys", ToySettings, connect, ("/api/v1/webhooks/toy",))
    return Connections(keys, [spec], "https://batua.example/", env or {})


async def kept(db: Database, at: Connections, version: int = 0, **values: str | None) -> Any:
    async with db.transaction() as tx:
        found = await at.change(tx, ADMIN, "toy", Change(version=version, values=values))
    await at.refresh(db)
    return found


async def shown(db: Database, at: Connections) -> dict[str, Any]:
    async with db.read() as tx:
        return {one.field: one for one in (await at.show(tx, "toy")).settings}


async def test_what_is_kept_goes_over_all_that_the_environment_says(db: Database, keys: KeyRing):
    env = {"BATUA_TOY_KEY_ID": "env", "BATUA_TOY_HOOK": OLD, "BATUA_TOY_TRIES": "7"}
    at = desk(keys, env)
    assert at.load(ToySettings) == ToySettings(key_id="env", hook=OLD, tries=7)
    found = await kept(db, at, key_id="here", hook=NEW)
    assert (found.source, found.version, found.is_connected) == (Source.KEPT, 1, True)
    assert found.callbacks == ("https://batua.example/api/v1/webhooks/toy",)
    now = at.load(ToySettings)
    assert (now.key_id, now.hook, now.tries) == ("here", NEW, 2)
    assert now.hook_previous == OLD  # its callbacks are still signed with it
    async with db.transaction() as tx:
        back = await at.forget(tx, ADMIN, "toy", 1)
    await at.refresh(db)
    assert (back.source, back.version) == (Source.ENVIRONMENT, 2)
    assert at.load(ToySettings) == ToySettings(key_id="env", hook=OLD, tries=7)


async def test_an_environment_alone_is_shown_and_nothing_is_connected_without_keys(
    db: Database, keys: KeyRing
):
    async with db.read() as tx:
        assert (await desk(keys).show(tx, "toy")).source is Source.NONE
        half = await desk(keys, {"BATUA_TOY_KEY_ID": "env"}).show(tx, "toy")
    assert (half.source, half.is_connected) == (Source.ENVIRONMENT, False)
    assert half.trouble == "BATUA_TOY_HOOK is not set."


async def test_a_secret_is_sealed_and_only_its_ending_is_ever_shown(db: Database, keys: KeyRing):
    at = desk(keys)
    before = clock.now()
    found = await kept(db, at, key_id="here", hook=OLD)
    async with db.read() as tx:
        sealed = await fetch_value(tx, "SELECT sealed FROM kit.connection WHERE name = 'toy'")
        again = await at.show(tx, "toy")
    for told in (repr(found), repr(again), repr(at.load(ToySettings)), sealed.hex()):
        assert OLD not in told
        assert OLD.encode().hex() not in told
    hook = (await shown(db, at))["hook"]
    assert (hook.is_secret, hook.is_set, hook.value, hook.ending) == (True, True, None, "4711")
    assert hook.set_at >= before
    assert hook.set_by == ADMIN
    await kept(db, at, 1, hook="short-one")
    assert (await shown(db, at))["hook"].ending is None


async def test_only_what_has_lines_takes_line_breaks_and_tells_no_ending(
    db: Database, keys: KeyRing
):
    at = desk(keys)
    lines = "-----BEGIN A TOY-----\r\nbm90aGluZw==\r\n-----END A TOY-----\r\n"
    await kept(db, at, key_id="here", hook=OLD, pem=lines)
    assert at.load(ToySettings).pem.split("\n") == lines.split("\r\n")[:-1]
    told = await shown(db, at)
    assert [name for name, one in told.items() if one.has_lines] == ["pem"]
    assert (told["pem"].is_set, told["pem"].value, told["pem"].ending) == (True, None, None)


async def test_a_secret_that_is_changed_is_taken_for_a_while(db: Database, keys: KeyRing):
    at = desk(keys)
    await kept(db, at, key_id="here", hook=OLD)
    await kept(db, at, 1, hook=NEW)
    until = (await shown(db, at))["hook"].until
    assert until is not None
    assert at.load(ToySettings).hook_previous == OLD
    with clock.frozen(until - timedelta(seconds=1)):
        assert await at.refresh(db) == frozenset()
    with clock.frozen(until + timedelta(seconds=1)):
        assert await at.refresh(db) == {"toy"}  # rails are made anew without it
        assert at.load(ToySettings).hook_previous == ""
        assert (await shown(db, at))["hook"].until is None
    async with db.transaction() as tx:
        change = Change(version=2, values={"hook": OLD}, keep_hours=0)
        await at.change(tx, ADMIN, "toy", change)
    await at.refresh(db)
    assert (at.load(ToySettings).hook, at.load(ToySettings).hook_previous) == (OLD, "")


async def test_secrets_go_to_another_address_only_with_whoever_knows_them(
    db: Database, keys: KeyRing
):
    at = desk(keys)
    await kept(db, at, key_id="here", hook=OLD)
    elsewhere = "https://elsewhere.example"
    with pytest.raises(BadField, match=r"values\.hook"):
        await kept(db, at, 1, url=elsewhere)
    with pytest.raises(BadField, match=r"values\.hook"):
        await at.probe(db, "toy", Change(version=0, values={"url": elsewhere}))
    assert at.load(ToySettings).url == "https://toys.example"
    await kept(db, at, 1, url=elsewhere, hook=OLD)
    assert at.load(ToySettings).url == elsewhere


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"nothing": "x"}, "values.nothing"),
        ({"hook_previous": "x"}, "values.hook_previous"),
        ({"hook": "a\nb"}, "values.hook"),
        ({"key_id": "a\rb"}, "values.key_id"),
        ({"pem": "a\n\x07b"}, "values.pem"),
        ({"hook": "x" * 4001}, "values.hook"),
        ({"hook": None}, "values.hook"),
        ({"key_id": None}, "values"),
        ({"tries": "many"}, "values.tries"),
        ({"url": "http://toys.example"}, "values.url"),
        ({"url": "https://me:secret@toys.example"}, "values.url"),
        ({"url": "nowhere"}, "values.url"),
    ],
)
async def test_what_cannot_be_is_refused_and_nothing_changes(
    db: Database, keys: KeyRing, values: dict[str, str | None], field: str
):
    at = desk(keys)
    await kept(db, at, key_id="here", hook=OLD)
    before = at.load(ToySettings)
    with pytest.raises(BadField) as refused:
        await kept(db, at, 1, **values)
    assert refused.value.field == field
    assert "many" not in refused.value.message
    await at.refresh(db)
    assert at.load(ToySettings) == before


async def test_two_who_change_it_at_once_do_not_undo_each_other(db: Database, keys: KeyRing):
    at = desk(keys)

    async def first(name: str) -> str:
        try:
            await kept(db, at, 0, key_id=name, hook=OLD)
        except ConnectionChanged:
            return "late"
        return name

    told = await asyncio.gather(*(first(f"admin{n}") for n in range(4)))
    assert sorted(told)[1:] == ["late", "late", "late"]
    assert at.load(ToySettings).key_id == min(told)
    with pytest.raises(ConnectionChanged):
        async with db.transaction() as tx:
            await at.forget(tx, ADMIN, "toy", 0)


async def test_another_process_takes_it_within_seconds(db: Database, keys: KeyRing):
    here, there = desk(keys), desk(keys)
    changed = asyncio.Event()

    def hear(names: frozenset[str]) -> None:
        if "toy" in names and there.load(ToySettings).key_id:
            changed.set()

    there.on_change(hear)

    async def nothing() -> None:
        pass

    async with there.followed(db, nothing):
        assert there.load(ToySettings).key_id == ""
        await kept(db, here, key_id="here", hook=OLD)
        await asyncio.wait_for(changed.wait(), 30)
    assert there.load(ToySettings).hook == OLD


async def test_a_new_ring_key_seals_it_again_and_a_lost_one_is_told(db: Database, keys: KeyRing):
    await kept(db, desk(keys), key_id="here", hook=OLD)
    old = keys._keys  # noqa: SLF001 - a ring is made of the same keys and one more
    index = keys._index_key  # noqa: SLF001
    turned = KeyRing({"new1": b"n" * 32, **old}, index)
    async with db.transaction() as tx:
        assert await reseal(tx, turned) == 1
    async with db.transaction() as tx:
        assert await reseal(tx, turned) == 0
    alone = desk(KeyRing({"new1": b"n" * 32}, index))
    await alone.refresh(db)
    assert alone.load(ToySettings).hook == OLD
    lost = desk(keys)
    await lost.refresh(db)
    with pytest.raises(SettingsError):
        lost.load(ToySettings)
    with pytest.raises(ConnectionUnreadable):
        await kept(db, lost, 1, hook=NEW)
    async with db.transaction() as tx:
        assert (await lost.show(tx, "toy")).trouble is not None
        assert (await lost.forget(tx, None, "toy", 1)).source is Source.NONE


async def test_a_row_opens_under_its_own_name_only(db: Database, keys: KeyRing):
    await kept(db, desk(keys), key_id="here", hook=OLD)
    spec = Spec("twin", "toys", ToySettings, connect)
    twin = Connections(keys, [spec], "", {})
    async with db.transaction() as tx:
        await tx.execute("UPDATE kit.connection SET version = 1 WHERE name = 'toy'")
        await tx.execute(
            "INSERT INTO kit.connection (name, version, sealed, changed_at)"
            " SELECT 'twin', version, sealed, changed_at FROM kit.connection"
        )
    await twin.refresh(db)
    with pytest.raises(SettingsError):
        twin.load(ToySettings)


async def test_settings_are_tried_before_they_are_kept(db: Database, keys: KeyRing):
    at = desk(keys)
    await kept(db, at, key_id="here", hook=OLD)
    assert (await at.probe(db, "toy")).verdict is Verdict.WRONG_KEY
    tried = await at.probe(db, "toy", Change(version=0, values={"hook": NEW}))
    assert tried.verdict is Verdict.OK
    await at.refresh(db)
    assert at.load(ToySettings).hook == OLD
    with pytest.raises(NoSuchConnection):
        await at.probe(db, "nobody")
    with pytest.raises(BadField):
        await desk(keys).probe(db, "toy", Change(version=0, values={"key_id": None}))


def test_the_toy_is_no_setting_of_batua():
    assert not [name for name in settings.known() if name.startswith("BATUA_TOY_")]
