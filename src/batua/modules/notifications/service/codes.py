"""What India's operators (DLT) call the messages that hold codes.

A code is never held back for want of a registration: whoever could not sign in could not mend it.
"""

from uuid import UUID

from batua.kit import clock
from batua.kit.db import Tx
from batua.kit.words import LANGUAGES, nearest, words
from batua.modules.identity.types import Purpose
from batua.modules.notifications.errors import BadDlt, NoSuchTemplate
from batua.modules.notifications.service.templates import ID, INDIA
from batua.modules.notifications.store import codes as store
from batua.modules.notifications.types import Registration
from batua.modules.notifications.types.templates import CodeTemplate


async def code_templates(tx: Tx, language: str) -> list[CodeTemplate]:
    """What every message about a code says in a language, and what the operators call it.

    refuses  NoSuchTemplate for a language without words
    """
    _check_language(language)
    named = await store.named(tx)
    said = words(language)
    return [
        CodeTemplate(
            purpose=purpose,
            language=language,
            text=said[f"identity.sms.{purpose}"],
            dlt_template=named.get((purpose.value, language), ""),
        )
        for purpose in Purpose
    ]


async def change_code_dlt(
    tx: Tx, purpose: Purpose, language: str, template: str, by: UUID
) -> list[CodeTemplate]:
    """Name a message so to the operators from now on; empty: it is not registered.

    repeat   changes nothing
    refuses  NoSuchTemplate, BadDlt
    """
    _check_language(language)
    if not ID.fullmatch(template):
        raise BadDlt
    key = (purpose.value, language)
    if template:
        await store.keep(tx, key, template, by, clock.now())
    else:
        await store.drop(tx, key)
    return await code_templates(tx, language)


async def registration(tx: Tx, purpose: Purpose, language: str, to: str) -> Registration | None:
    """What a message names to the operators; None when it is none of theirs, or not whole."""
    if not to.startswith(INDIA):
        return None
    return await store.registration(tx, purpose.value, nearest(language))


def _check_language(language: str) -> None:
    if language not in LANGUAGES:
        raise NoSuchTemplate
