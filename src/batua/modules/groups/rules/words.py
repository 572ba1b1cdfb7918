"""Text that people write in a group: one line of plain text, of a length."""

import re
import unicodedata
from typing import Final

from batua.modules.groups.errors import WordsTooLong

MAX_NAME: Final = 80
MAX_PURPOSE: Final = 500
MAX_REASON: Final = 1000
MAX_VOTE_REASON: Final = 280
MAX_NOTE: Final = 200
# Marks that turn the direction of text could make it read as what it is not.
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_UNSEEN: Final = {"Cc", "Cs", "Cn", "Zl", "Zp"}


def line(field: str, text: str, most: int, least: int = 0) -> str:
    """A text as it is kept: composed, without control characters and outer space.

    refuses  WordsTooLong when it has more characters, or fewer
    """
    composed = _TURNING.sub("", unicodedata.normalize("NFC", text))
    seen = "".join(" " if unicodedata.category(c) in _UNSEEN else c for c in composed)
    kept = " ".join(seen.split())
    if not least <= len(kept) <= most:
        raise WordsTooLong(field, most)
    return kept
