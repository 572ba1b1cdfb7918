"""Pages of a list, and the opaque cursors between them."""

import base64
import binascii
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Generic, TypeVar
from uuid import UUID

import msgspec

from batua.kit.refusal import BadCursor

T = TypeVar("T")

MAX_LIMIT = 100

Place = Annotated[int, msgspec.Meta(ge=0, le=2**63 - 1)]
"""A number in a cursor: anybody may write one, and the columns are `bigint`."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some items, and the cursor of the next page (None at the end)."""

    items: list[T]
    next: str | None = None


def encode_cursor(position: tuple[datetime | UUID | int | str, ...]) -> str:
    """An opaque text for the place after the last item of a page."""
    packed = msgspec.json.encode(position)
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def decode_cursor(cursor: str, shape: Any) -> Any:
    """The position in a cursor, read as `shape`, e.g. `tuple[datetime, UUID]`.

    refuses  BadCursor when the text is not a cursor of that shape
    """
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        return msgspec.json.decode(base64.urlsafe_b64decode(padded), type=shape)
    except (binascii.Error, ValueError, msgspec.MsgspecError) as error:
        raise BadCursor from error


def page_of(rows: list[T], limit: int, cursor_of: Any) -> Page[T]:
    """A page from `limit + 1` rows: the extra one only tells that there is more."""
    if len(rows) <= limit:
        return Page(rows)
    kept = rows[:limit]
    return Page(kept, encode_cursor(cursor_of(kept[-1])))
