"""Profiles, handles, look-ups, roles and photos."""

import asyncio
from dataclasses import replace
from io import BytesIO
from uuid import uuid4

import pytest
from PIL import Image
from tests.modules.identity import given
from tests.modules.identity.given import ASHA, BINA, CHRIS, PIN

from batua.kit import clock, journal
from batua.modules.identity import service
from batua.modules.identity.errors import (
    BadEmail,
    BadHandle,
    BadName,
    BadPhone,
    BadPhoto,
    HandleTaken,
    NoSuchPerson,
    NoSuchPhoto,
    StepUpRequired,
    TooManyHandles,
    TooManyTries,
    UnknownLanguage,
    UnknownTimeZone,
)
from batua.modules.identity.types import Person, ProfileChange, ProfileChanged, Role, RolesChanged


@pytest.fixture
async def caller(db, means, asha):
    return await given.caller(db, means, await given.signed(db, means, asha))


async def change(db, means, caller, step_up: str | None = None, **fields) -> Person:
    async with db.transaction() as tx:
        wish = ProfileChange(**fields)
        return await service.change_profile(tx, means.keys, caller, wish, step_up)


async def changes(db) -> list[str]:
    async with db.transaction() as tx:
        return [f.fields for f in await journal.facts(tx) if isinstance(f, ProfileChanged)]


async def test_people_are_found_by_id_phone_and_handle(db, means, asha):
    async with db.read() as tx:
        assert await service.person(tx, means.keys, asha.id) == asha
        assert await service.people(tx, means.keys, [asha.id, uuid4()]) == {asha.id: asha}
        assert await service.find_by_phone(tx, means.keys, "+91 98765 43210") == asha.id
        assert await service.find_by_phone(tx, means.keys, BINA) is None
        assert await service.find_by_handle(tx, "asha") is None
        with pytest.raises(BadPhone):
            await service.find_by_phone(tx, means.keys, "98765")
        with pytest.raises(BadHandle):
            await service.find_by_handle(tx, "a b")
        with pytest.raises(NoSuchPerson):
            await service.person(tx, means.keys, uuid4())


async def test_a_profile_changes_and_says_which_fields(db, means, asha, caller):
    changed = await change(
        db, means, caller, name="Asha Kumari", language="hi", time_zone="Asia/Dubai"
    )
    assert changed == replace(asha, name="Asha Kumari", language="hi", time_zone="Asia/Dubai")
    async with db.read() as tx:
        assert await service.person(tx, means.keys, asha.id) == changed
    await change(db, means, caller, name="Asha Kumari")
    assert await changes(db) == ["name,language,time_zone"]


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"name": " "}, BadName),
        ({"email": "asha"}, BadEmail),
        ({"handle": "a"}, BadHandle),
        ({"handle": "support"}, HandleTaken),
        ({"language": "xx"}, UnknownLanguage),
        ({"time_zone": "Mars"}, UnknownTimeZone),
    ],
)
async def test_a_refused_change_changes_nothing(db, means, asha, caller, fields, refusal):
    with pytest.raises(refusal):
        await change(db, means, caller, **{"name": "Another Name", **fields})
    async with db.read() as tx:
        assert await service.person(tx, means.keys, asha.id) == asha
    assert await changes(db) == []


async def test_an_email_changes_only_with_the_pin(db, means, asha, caller):
    with pytest.raises(StepUpRequired):
        await change(db, means, caller, email="new@example.org")
    proof = await service.step_up(db, means, caller, PIN)
    changed = await change(db, means, caller, proof.token, email="New@Example.org")
    assert changed.email == "new@example.org"
    with pytest.raises(StepUpRequired):
        await change(db, means, caller, email="")
    assert (await change(db, means, caller, proof.token, email="")).email is None


async def test_an_email_that_others_have_is_taken_without_a_word(db, means, caller):
    await given.person(db, means, BINA, email="family@example.org")
    proof = await service.step_up(db, means, caller, PIN)
    changed = await change(db, means, caller, proof.token, email="family@example.org")
    assert changed.email == "family@example.org"


async def test_a_handle_stays_with_its_first_person_for_ever(db, means, asha, caller):
    await change(db, means, caller, handle="asha")
    changed = await change(db, means, caller, handle="asha.devi")
    assert changed.handle == "asha.devi@batua"
    bina = await given.caller(
        db, means, await given.signed(db, means, await given.person(db, means, BINA))
    )
    for taken in ("asha", "asha.devi"):
        with pytest.raises(HandleTaken):
            await change(db, means, bina, handle=taken)
        assert not await service.is_handle_free(db, means.keys, bina, taken)
        assert await service.is_handle_free(db, means.keys, caller, taken)
        async with db.read() as tx:
            assert await service.find_by_handle(tx, taken) == asha.id
    assert (await change(db, means, caller, handle="asha")).handle == "asha@batua"


async def test_of_twenty_people_who_want_a_handle_at_once_one_gets_it(db, means):
    callers = [
        await given.caller(
            db,
            means,
            await given.signed(db, means, await given.person(db, means, f"+9198123456{n:02d}")),
        )
        for n in range(20)
    ]
    outcomes = await asyncio.gather(
        *(change(db, means, one, handle="lucky") for one in callers), return_exceptions=True
    )
    assert sum(isinstance(o, Person) for o in outcomes) == 1
    assert sum(isinstance(o, HandleTaken) for o in outcomes) == 19


async def test_a_person_may_have_had_five_handles(db, means, caller):
    for n in range(5):
        await change(db, means, caller, handle=f"asha{n}")
    with pytest.raises(TooManyHandles):
        await change(db, means, caller, handle="asha5")
    assert (await change(db, means, caller, handle="asha0")).handle == "asha0@batua"


async def test_handles_can_be_looked_up_thirty_times_then_slowly(db, means, caller):
    with clock.frozen(clock.now()):
        for n in range(30):
            assert await service.is_handle_free(db, means.keys, caller, f"name{n}")
        with pytest.raises(TooManyTries):
            await service.is_handle_free(db, means.keys, caller, "name30")


async def test_reserved_handles_are_not_free(db, means, caller):
    assert not await service.is_handle_free(db, means.keys, caller, "support")


async def test_roles_count_from_the_next_request_on(db, means, asha):
    signed = await given.signed(db, means, asha)
    async with db.transaction() as tx:
        roles = frozenset({Role.PERSON, Role.SUPPORT})
        await service.change_roles(tx, asha.id, roles, by=None)
        assert (await service.authenticate(tx, means.keys, signed.access_token)).roles == roles
        with pytest.raises(NoSuchPerson):
            await service.change_roles(tx, uuid4(), roles, by=None)
        stated = [f.roles for f in await journal.facts(tx) if isinstance(f, RolesChanged)]
    assert stated == ["person,support"]


def picture(kind: str = "JPEG", size: tuple[int, int] = (900, 600), **more: object) -> bytes:
    written = BytesIO()
    Image.new("RGB", size, (200, 30, 90)).save(written, kind, **more)
    return written.getvalue()


def with_place() -> bytes:
    """A photo that tells where it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[2] = (28.0, 36.0, 50.0)
    return picture(exif=exif, comment=b"SecretComment")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
async def test_a_photo_is_cut_square_and_shown_to_its_owner(db, means, caller, kind):
    person = await service.put_photo(db, means, caller, picture(kind))
    assert person.photo_url is not None
    assert person.photo_url.startswith(f"/api/v1/people/{person.id}/photo?v=")
    shown = await service.photo(db, means, caller, person.id)
    with Image.open(BytesIO(shown)) as opened:
        assert (opened.format, opened.size) == ("JPEG", (512, 512))
    assert await changes(db) == ["photo"]


async def test_a_photo_loses_everything_but_its_pixels(db, means, caller):
    given_photo = with_place()
    assert b"SecretCamera" in given_photo
    person = await service.put_photo(db, means, caller, given_photo)
    shown = await service.photo(db, means, caller, person.id)
    assert b"Secret" not in shown
    with Image.open(BytesIO(shown)) as opened:
        assert dict(opened.getexif()) == {}
        assert "comment" not in opened.info


async def test_a_photo_is_turned_upright(db, means, caller):
    drawn = Image.new("RGB", (400, 400), "white")
    drawn.paste("black", (0, 0, 400, 200))
    exif = Image.Exif()
    exif[0x0112] = 3  # upside down
    written = BytesIO()
    drawn.save(written, "JPEG", exif=exif)
    person = await service.put_photo(db, means, caller, written.getvalue())
    with Image.open(BytesIO(await service.photo(db, means, caller, person.id))) as opened:
        assert opened.getpixel((200, 50))[0] > 200
        assert opened.getpixel((200, 350))[0] < 50


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a picture",
        picture()[:2000],
        b"GIF89a" + bytes(100),
        bytes(5_000_001),
        picture("PNG", (8000, 5001)),
    ],
    ids=["empty", "text", "cut short", "gif", "too large", "too many pixels"],
)
async def test_what_is_no_picture_is_refused(db, means, caller, content):
    with pytest.raises(BadPhoto):
        await service.put_photo(db, means, caller, content)
    assert await changes(db) == []


async def test_a_new_photo_replaces_the_file_of_the_old_one(db, means, caller):
    first = await service.put_photo(db, means, caller, picture())
    second = await service.put_photo(db, means, caller, picture("PNG"))
    assert first.photo_url != second.photo_url
    assert await means.files.get(first.photo_key) is None
    assert await means.files.get(second.photo_key) is not None
    removed = await service.remove_photo(db, means, caller)
    assert removed.photo_url is None
    assert await means.files.get(second.photo_key) is None
    with pytest.raises(NoSuchPhoto):
        await service.photo(db, means, caller, caller.person)
    await service.remove_photo(db, means, caller)
    assert await changes(db) == ["photo", "photo", "photo"]


async def test_a_photo_is_shown_to_acquaintances_alone(db, means, asha, caller):
    await service.put_photo(db, means, caller, picture())
    bina = await given.person(db, means, BINA)
    chris = await given.person(db, means, CHRIS)

    async def acquainted(tx, viewer, other) -> bool:
        return (viewer, other) == (bina.id, asha.id)

    friendly = replace(means, acquainted=acquainted)
    by = {
        one.id: await given.caller(db, means, await given.signed(db, means, one))
        for one in (bina, chris)
    }
    assert await service.photo(db, friendly, by[bina.id], asha.id)
    with pytest.raises(NoSuchPhoto):
        await service.photo(db, friendly, by[chris.id], asha.id)
    with pytest.raises(NoSuchPhoto):
        await service.photo(db, friendly, by[bina.id], uuid4())
    with pytest.raises(NoSuchPhoto):
        await service.photo(db, means, by[bina.id], asha.id)


async def test_the_phone_is_the_same_person_in_any_writing(db, means, asha):
    assert asha.phone == ASHA
