"""How many text messages a text is charged as: GSM-7 or UCS-2, alone or joined."""

from typing import Final

from batua.modules.notifications.types.templates import Alphabet, Segments

_BASIC: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED: Final = frozenset("\f^{}\\[~]|€")
_ALONE: Final = {Alphabet.GSM_7: 160, Alphabet.UCS_2: 70}
_JOINED: Final = {Alphabet.GSM_7: 153, Alphabet.UCS_2: 67}
_LAST_OF_PLANE: Final = 0xFFFF


def count(text: str) -> Segments:
    """The segments of a text; the rupee sign, among others, makes all of it UCS-2."""
    is_gsm = all(char in _BASIC or char in _EXTENDED for char in text)
    alphabet = Alphabet.GSM_7 if is_gsm else Alphabet.UCS_2
    sizes = [_size(char, alphabet) for char in text]
    units = sum(sizes)
    if units <= _ALONE[alphabet]:
        return Segments(alphabet, units, 1)
    segments, used = 1, 0
    for size in sizes:
        # A character is never cut in two, so a segment may stay one unit short.
        if used + size > _JOINED[alphabet]:
            segments, used = segments + 1, 0
        used += size
    return Segments(alphabet, units, segments)


def _size(char: str, alphabet: Alphabet) -> int:
    if alphabet is Alphabet.GSM_7:
        return 2 if char in _EXTENDED else 1
    return 2 if ord(char) > _LAST_OF_PLANE else 1
