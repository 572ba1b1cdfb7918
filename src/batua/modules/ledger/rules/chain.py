"""The arithmetic of the chain: what a block's rows come to, how blocks are linked, what differs.

A block seals three rows of rows: entries (with their postings and with what other modules say of
them), holds, and accounts. `digest` is a plain hash of all of it, `head` one of the block's fields
and of the head before, and `seal` is the head under the key of the installation. So whoever has the
heads that were written elsewhere can prove the chain without the key, and whoever has the key can
prove it without them.
"""

import hmac
import struct
from collections.abc import Iterator, Sequence
from hashlib import blake2b, sha256
from typing import Final

from batua.modules.ledger.types.proof import Block, Content, Difference, Rows

NONE: Final = bytes(32)
"""The head before the first block."""


_FIRSTS: Final = struct.Struct("<3q")
_ENTRY: Final = struct.Struct("<H3I")
_OTHER: Final = struct.Struct("<HI")


ALTERED: Final = "it is not what was sealed"
GONE: Final = "it was sealed and is gone"
ADDED: Final = "it was not there when its block was sealed"


def digest(content: Content) -> bytes:
    """The hash of everything in a block."""
    total = sha256()
    for name, rows in _sections(content):
        total.update(b"%s %d\n" % (name, len(rows.said)))
        total.update(b"".join(rows.said))
    count = len(content.postings)
    total.update(b"postings %d\n" % count)
    for column in content.postings.columns:
        total.update(struct.pack(f"<{count}q", *column))
    return total.digest()


def _sections(content: Content) -> tuple[tuple[bytes, Rows], ...]:
    return (
        (b"entries", content.entries),
        (b"told", content.told),
        (b"holds", content.holds),
        (b"accounts", content.accounts),
    )


def head(block: Block) -> bytes:
    """The hash of a block's fields and, through the one before, of all that was sealed till then."""
    counts = (block.entries, block.postings, block.holds, block.accounts)
    lasts = (block.last_entry, block.last_hold, block.last_account)
    words = (
        f"batua block {block.n}",
        *map(str, (*lasts, *counts, block.entries_so_far)),
        ",".join(block.witnesses),
        sha256(block.marks).hexdigest(),
        block.digest.hex(),
        block.sealed_at.isoformat(timespec="microseconds"),
        block.previous.hex(),
    )
    return sha256("\n".join(words).encode()).digest()


def seal(head: bytes, key: bytes) -> bytes:
    """What only the holder of the key can make of a head."""
    return hmac.digest(key, head, "sha256")


def marks(content: Content) -> bytes:
    """Short sums of each row, by which the altered one is found when a digest does not fit."""
    sections = (content.entries, content.holds, content.accounts)
    firsts = [rows.numbers[0] if rows.numbers else 0 for rows in sections]
    parts = [_FIRSTS.pack(*firsts)]
    for number, *sums in _entry_sums(content):
        parts.append(_ENTRY.pack(number - firsts[0], *sums))
    for rows, first in ((content.holds, firsts[1]), (content.accounts, firsts[2])):
        for number, said in zip(rows.numbers, rows.said, strict=True):
            parts.append(_OTHER.pack(number - first, _sum(said)))
    return b"".join(parts)


def _entry_sums(content: Content) -> Iterator[tuple[int, int, int, int]]:
    """Number, and the sums of the entry, of its postings and of what is told of it."""
    told: dict[int, bytes] = {}
    for number, said in zip(content.told.numbers, content.told.said, strict=True):
        told[number] = told.get(number, b"") + said
    lines: dict[int, list[int]] = {}
    for row in zip(*content.postings.columns, strict=True):
        lines.setdefault(row[0], []).extend(row)
    for number, said in zip(content.entries.numbers, content.entries.said, strict=True):
        own = lines.get(number, [])
        rows = struct.pack(f"<{len(own)}q", *own)
        yield number, _sum(said), _sum(rows), _sum(told.get(number, b""))


def _sum(said: bytes) -> int:
    return int.from_bytes(blake2b(said, digest_size=4).digest(), "little")


def difference(block: Block, content: Content) -> Difference | None:
    """The first row that is not as the block's marks say; None when they cannot tell."""
    try:
        entries, holds, accounts = _marked(block)
    except struct.error:
        return None
    found = {number: tuple(sums) for number, *sums in _entry_sums(content)}
    names = ("entry", "posting", "told")
    for number in sorted({*entries, *found}):
        first = _compared(number, entries.get(number), found.get(number), names)
        if first is not None:
            return first
    for name, sealed, rows in (
        ("hold", holds, content.holds),
        ("account", accounts, content.accounts),
    ):
        now = {n: (_sum(said),) for n, said in zip(rows.numbers, rows.said, strict=True)}
        for number in sorted({*sealed, *now}):
            first = _compared(number, sealed.get(number), now.get(number), (name,))
            if first is not None:
                return first
    strays = sorted({*content.postings.entries} - {*content.entries.numbers})
    return Difference("posting", strays[0], ADDED) if strays else None


Sums = tuple[int, ...]


def _compared(
    number: int, sealed: Sums | None, now: Sums | None, names: Sequence[str]
) -> Difference | None:
    if sealed is None or now is None:
        return Difference(names[0], number, ADDED if sealed is None else GONE)
    for name, was, is_ in zip(names, sealed, now, strict=True):
        if was != is_:
            return Difference(name, number, ALTERED)
    return None


def _marked(block: Block) -> tuple[dict[int, Sums], dict[int, Sums], dict[int, Sums]]:
    firsts = _FIRSTS.unpack_from(block.marks, 0)
    at = _FIRSTS.size
    found: list[dict[int, Sums]] = []
    for count, shape, first in zip(
        (block.entries, block.holds, block.accounts), (_ENTRY, _OTHER, _OTHER), firsts, strict=True
    ):
        section: dict[int, Sums] = {}
        for _ in range(count):
            offset, *sums = shape.unpack_from(block.marks, at)
            section[first + offset] = tuple(sums)
            at += shape.size
        found.append(section)
    return found[0], found[1], found[2]
