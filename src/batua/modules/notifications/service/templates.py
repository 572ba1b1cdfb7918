"""What each kind says through each channel and in each language: shown, changed, tried."""

import re
from typing import Final
from uuid import UUID

from batua.kit import clock
from batua.kit.db import Tx
from batua.kit.words import LANGUAGES
from batua.modules.notifications.errors import (
    BadDlt,
    NoSuchTemplate,
    WordsAreApproved,
)
from batua.modules.notifications.mail_page import page
from batua.modules.notifications.rules import segments
from batua.modules.notifications.rules import templates as rules
from batua.modules.notifications.store import templates as store
from batua.modules.notifications.store.templates import Kept
from batua.modules.notifications.types import Kind, Registration, Via
from batua.modules.notifications.types.templates import Dlt, Preview, Template, Words

INDIA: Final = "+91"
EXAMPLE_ZONE: Final = "Asia/Kolkata"
ID: Final = re.compile(r"[0-9]{0,30}")
_HEADER: Final = re.compile(r"[A-Za-z0-9]{0,11}")


async def templates(tx: Tx, language: str) -> list[Template]:
    """All templates of a language.

    refuses  NoSuchTemplate for a language without words
    """
    _check_language(language)
    changed = await store.all_kept(tx, language)
    every = ((kind, via) for kind in Kind for via in Via)
    found = (_template(kind, via, language, changed.get((kind, via))) for kind, via in every)
    return [one for one in found if one is not None]


async def template(tx: Tx, kind: Kind, via: Via, language: str) -> Template:
    """One template.

    refuses  NoSuchTemplate
    """
    _check_language(language)
    found = _template(kind, via, language, await store.kept(tx, kind, via, language))
    if found is None:
        raise NoSuchTemplate
    return found


async def own_words(tx: Tx, kind: Kind, via: Via, language: str) -> Words | None:
    """What an admin put in the place of the house's words, if anything."""
    kept = await store.kept(tx, kind, via, language)
    return None if kept is None or kept.body is None else Words(kept.body, kept.subject or "")


async def change_template(tx: Tx, wanted: Template, by: UUID, *, has_own_words: bool) -> Template:
    """Say something else from now on, or know its registration; what waits already is said anew.

    has_own_words  False puts the house's own words back
    repeat         changes nothing
    refuses        NoSuchTemplate, BadTemplate, WordsAreApproved, BadDlt
    """
    kind, via, language = wanted.kind, wanted.via, wanted.language
    await template(tx, kind, via, language)
    if has_own_words:
        if via in rules.APPROVED:
            raise WordsAreApproved
        rules.check(kind, via, wanted.words)
    if not ID.fullmatch(wanted.dlt_template) or (wanted.dlt_template and via is not Via.SMS):
        raise BadDlt
    own = wanted.words if has_own_words else None
    changed = Kept(
        subject=(own.subject or None) if own else None,
        body=own.text if own else None,
        dlt_template=wanted.dlt_template,
    )
    await store.keep(tx, (kind, via, language), changed, by, clock.now())
    return await template(tx, kind, via, language)


def preview(kind: Kind, via: Via, language: str, wanted: Words) -> Preview:
    """How words look to a reader, with values such as they may have.

    refuses  NoSuchTemplate, BadTemplate
    """
    _check_language(language)
    if rules.house_words(kind, via, language) is None:
        raise NoSuchTemplate
    rules.check(kind, via, wanted)
    values = rules.written(rules.examples(kind, language), language, EXAMPLE_ZONE)
    said = rules.filled(wanted, values)
    return Preview(
        said,
        html=page(said.text, said.subject, language) if via is Via.EMAIL else None,
        segments=segments.count(said.text) if via is Via.SMS else None,
    )


async def dlt(tx: Tx) -> Dlt:
    """Who we are to India's operators."""
    return await store.dlt(tx)


async def change_dlt(tx: Tx, wanted: Dlt, by: UUID) -> None:
    """Be known to India's operators so from now on.

    repeat   changes nothing
    refuses  BadDlt
    """
    is_whole = bool(wanted.entity and wanted.header)
    if not ID.fullmatch(wanted.entity) or not _HEADER.fullmatch(wanted.header):
        raise BadDlt
    if wanted.is_required and not is_whole:
        raise BadDlt
    await store.keep_dlt(tx, wanted, by, clock.now())


async def registration(tx: Tx, found: Template, to: str) -> Registration | None:
    """What a text message names to the operators; None when it is none of theirs, or not whole."""
    if found.via is not Via.SMS or not to.startswith(INDIA) or not found.dlt_template:
        return None
    ours = await store.dlt(tx)
    if not ours.entity or not ours.header:
        return None
    return Registration(entity=ours.entity, header=ours.header, template=found.dlt_template)


async def must_stay(tx: Tx, via: Via, to: str, named: Registration | None) -> bool:
    """Whether the operators would not carry a message: they must know its text, and do not."""
    if via is not Via.SMS or not to.startswith(INDIA) or named is not None:
        return False
    return (await store.dlt(tx)).is_required


def _template(kind: Kind, via: Via, language: str, changed: Kept | None) -> Template | None:
    house = rules.house_words(kind, via, language)
    if house is None:
        return None
    is_changed = changed is not None and changed.body is not None
    if changed is None or changed.body is None:
        said = house
    else:
        said = Words(changed.body, changed.subject or "")
    return Template(
        kind=kind,
        via=via,
        language=language,
        words=said,
        is_changed=is_changed,
        dlt_template="" if changed is None else changed.dlt_template,
    )


def _check_language(language: str) -> None:
    if language not in LANGUAGES:
        raise NoSuchTemplate
