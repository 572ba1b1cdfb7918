"""Text that people write: notes, references, search words."""

import re
from typing import Final
from uuid import UUID

from batua.kit.text import begin, parts_of_name
from batua.kit.text import clean as clean
from batua.kit.text import fold as fold
from batua.kit.text import search_query as search_query
from batua.modules.payments.errors import NoteTooLong

MAX_NOTE: Final = 200
_REFERENCE_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
REFERENCE_LENGTH: Final = 12
_PAIRS: Final = [a + b for a in _REFERENCE_ALPHABET for b in _REFERENCE_ALPHABET]
_REFERENCE_BEGUN: Final = re.compile(f"[{_REFERENCE_ALPHABET}]{{1,{REFERENCE_LENGTH}}}")


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


def reference_begun(text: str) -> str | None:
    """The beginning of a reference, or all of it, if the text can be that; a space parts no signs."""
    signs = text.replace(" ", "").upper()
    return signs if _REFERENCE_BEGUN.fullmatch(signs) else None


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
    return begin(words, parts_of_name(name, handle))
