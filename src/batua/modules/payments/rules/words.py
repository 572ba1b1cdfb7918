"""Text that people write: notes, references, search words."""

import re
import unicodedata
from typing import Final
from uuid import UUID

from batua.modules.payments.errors import NoteTooLong

MAX_NOTE: Final = 200
MAX_SEARCH: Final = 100
_REFERENCE_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
REFERENCE_LENGTH: Final = 12
_PAIRS: Final = [a + b for a in _REFERENCE_ALPHABET for b in _REFERENCE_ALPHABET]
_REFERENCE_BEGUN: Final = re.compile(f"[{_REFERENCE_ALPHABET}]{{1,{REFERENCE_LENGTH}}}")
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


def note(text: str | None) -> str:
    """A note as it is kept; refuses NoteTooLong."""
    cleaned = clean(text or "")
    if len(cleaned) > MAX_NOTE:
        raise NoteTooLong(MAX_NOTE)
    return cleaned


def reference(payment: UUID) -> str:
    """The short code that people read to one another, made of the id's random end."""
    rest = payment.int
    shifts = range(5 * (REFERENCE_LENGTH - 2), -1, -10)  # two signs of five bits at a time
    return "".join([_PAIRS[rest >> shift & 1023] for shift in shifts])


def search_query(text: str) -> str:
    """A PostgreSQL tsquery: every word must begin a word of the note.

    Words are quoted, so no sign of theirs is read as an operator.
    """
    words = clean(text)[:MAX_SEARCH].split()
    quoted = (word.replace("\\", "\\\\").replace("'", "''") for word in words)
    return " & ".join(f"'{word}':*" for word in quoted)


def reference_begun(text: str) -> str | None:
    """The beginning of a reference, or all of it, if the text can be that; a space parts no signs."""
    signs = text.replace(" ", "").upper()
    return signs if _REFERENCE_BEGUN.fullmatch(signs) else None


def fold(text: str) -> str:
    """Text for comparing names: without case and accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def names_person(query: str, name: str, handle: str | None, phone: str) -> bool:
    """Whether the words of a query name a person.

    A phone is matched whole, or by the last three digits that everyone sees: a search by its
    inner digits would uncover it digit by digit.
    """
    words = fold(clean(query)).split()
    if not words:
        return False
    digits = re.sub(r"[^0-9]", "", query)
    if digits and re.fullmatch(r"[+0-9 ()./-]+", query.strip()):
        whole = re.sub(r"[^0-9]", "", phone)
        return (len(digits) >= 10 and whole.endswith(digits)) or digits == whole[-3:]
    known = [*fold(name).split(), *([fold(handle)] if handle else [])]
    return all(any(part.startswith(word) for part in known) for word in words)
