"""Photos: drawn anew, so that nothing hidden in the file is kept, and shown to acquaintances."""

from typing import Final
from uuid import UUID

from batua.kit import journal, pictures
from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.ids import new_id
from batua.modules.identity.errors import BadPhoto, NoSuchPhoto
from batua.modules.identity.service.means import Means
from batua.modules.identity.service.profiles import person
from batua.modules.identity.store import people
from batua.modules.identity.types import Person, PersonId, ProfileChanged

MAX_BYTES: Final = 5_000_000
_SIDE: Final = 512


async def put_photo(db: Database, means: Means, caller: Caller, content: bytes) -> Person:
    """Show another photo of oneself, cut to a square of at most 512 pixels.

    refuses  BadPhoto
    states   ProfileChanged
    """
    drawn = await _drawn(content)
    key = f"identity/photos/{new_id().hex}.jpg"
    await means.files.put(key, drawn, pictures.MEDIA_TYPE)
    try:
        return await _replace(db, means, caller, key)
    except BaseException:
        await means.files.delete(key)
        raise


async def remove_photo(db: Database, means: Means, caller: Caller) -> Person:
    """Show no photo any longer.

    repeat   does nothing
    states   ProfileChanged
    """
    return await _replace(db, means, caller, None)


async def photo(db: Database, means: Means, caller: Caller, id: UUID) -> bytes:
    """The photo of oneself or of somebody one knows.

    refuses  NoSuchPhoto, alike for people who do not exist
    """
    async with db.read() as tx:
        viewer, other = PersonId(caller.person), PersonId(id)
        if viewer != other and not await means.acquainted(tx, viewer, other):
            raise NoSuchPhoto
        found = await people.get(tx, means.keys, other)
    if found is None or found.photo_key is None:
        raise NoSuchPhoto
    content = await means.files.get(found.photo_key)
    if content is None:
        raise NoSuchPhoto
    return content


async def _drawn(content: bytes) -> bytes:
    if not 0 < len(content) <= MAX_BYTES:
        raise BadPhoto
    try:
        return await pictures.redraw(content, _SIDE, is_square=True)
    except pictures.NotAPicture as error:
        raise BadPhoto from error


async def _replace(db: Database, means: Means, caller: Caller, key: str | None) -> Person:
    async with db.transaction() as tx:
        before = await people.set_photo(tx, caller.person, key)
        changed = await person(tx, means.keys, caller.person)
        if before != key:
            me = caller.person
            await journal.state(
                tx, ProfileChanged(subject=me, actor=me, audience=(me,), fields="photo")
            )
    if before is not None and before != key:
        await means.files.delete(before)
    return changed
