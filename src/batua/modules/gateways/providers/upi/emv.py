"""EMVCo merchant codes: fields of a tag, a length and a value, ended by a checksum."""

from collections.abc import Sequence
from typing import Final

_CRC: Final = "63"
_LENGTH: Final = "04"
_POLYNOMIAL: Final = 0x1021
_MOST: Final = 99

Fields = Sequence[tuple[str, str]]


class Malformed(ValueError):
    """This is no EMVCo code, or its checksum is wrong."""


def crc(text: str) -> str:
    """CRC-16/CCITT-FALSE of the text in UTF-8, in capital letters."""
    rest = 0xFFFF
    for byte in text.encode():
        rest ^= byte << 8
        for _ in range(8):
            rest = (rest << 1 ^ (_POLYNOMIAL if rest & 0x8000 else 0)) & 0xFFFF
    return f"{rest:04X}"


def write(fields: Fields) -> str:
    """The code of these fields, in their order, with the checksum at its end."""
    body = join(fields) + _CRC + _LENGTH
    return body + crc(body)


def join(fields: Fields) -> str:
    """Fields without a checksum, as a template holds them; raises Malformed."""
    for tag, value in fields:
        if len(tag) != 2 or not (tag.isascii() and tag.isdigit()) or not 0 < len(value) <= _MOST:
            raise Malformed(f"tag {tag}")
    return "".join(f"{tag}{len(value):02d}{value}" for tag, value in fields)


def read(text: str) -> list[tuple[str, str]]:
    """The fields of a code without its checksum; raises Malformed."""
    body, given = text[:-4], text[-4:]
    if not body.endswith(_CRC + _LENGTH) or crc(body) != given:
        raise Malformed("checksum")
    return split(body[:-4])


def split(text: str) -> list[tuple[str, str]]:
    """The fields of a template; lengths count characters; raises Malformed."""
    fields: list[tuple[str, str]] = []
    while text:
        tag, length = text[:2], text[2:4]
        if not (f"{tag}{length}".isascii() and tag.isdigit() and length.isdigit()):
            raise Malformed("tag")
        value, text = text[4 : 4 + int(length)], text[4 + int(length) :]
        if len(value) != int(length) or len(length) != 2 or not value:
            raise Malformed(f"length of {tag}")
        fields.append((tag, value))
    return fields
