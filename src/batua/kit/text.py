"""Text that people write and look for: one plain line, and whether words begin a name or a note."""

import re
import unicodedata
from typing import Final

MAX_SEARCH: Final = 100
# Marks that turn the direction of text could make a note read as what it is not. The joiners
# U+200C and U+200D stay: Indian scripts need them.
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")


def clean(text: str) -> str:
    """One line of plain text: composed, without control characters and outer space."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())  # nothing of the below can be in it
    text = _TURNING.sub("", unicodedata.normalize("NFC", text))
    kept = "".join(
        " " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign
        for sign in text
        if unicodedata.category(sign) not in {"Cs", "Cn"}
    )
    return " ".join(kept.split())


def search_query(text: str) -> str:
    """A PostgreSQL tsquery: every word must begin a word of what is searched.

    Words are quoted, so no sign of theirs is read as an operator.
    """
    words = clean(text)[:MAX_SEARCH].split()
    quoted = (word.replace("\\", "\\\\").replace("'", "''") for word in words)
    return " & ".join(f"'{word}':*" for word in quoted)


def fold(text: str) -> str:
    """Text for comparing names: without case and accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def parts_of_name(name: str, handle: str | None) -> tuple[str, ...]:
    """What a search may begin of a person: each word of her name, and her handle."""
    return (*fold(name).split(), *([fold(handle)] if handle else []))


def begin(words: list[str], parts: tuple[str, ...]) -> bool:
    """Whether each of some folded words begins a part."""
    return all(any(part.startswith(word) for part in parts) for word in words)
