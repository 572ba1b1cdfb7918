"""What a dialect says: ids, events and signatures. It knows no database and no web."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Protocol

from batua.sandbox.types import Keys, Kind, Movement


class Dialect(Protocol):
    """A provider's own words.

    declines_end  whether a declined payment ends the checkout, or the payer may try again
    """

    declines_end: ClassVar[bool]

    def new_id(self, kind: Kind) -> str:
        """An id as this provider gives them."""
        ...

    def event(self, movement: Movement, event_id: str, now: datetime) -> Mapping[str, Any]:
        """The callback that tells how a movement stands."""
        ...

    def headers(self, keys: Keys, event_id: str, body: str, now: datetime) -> dict[str, str]:
        """The headers of a callback that is sent now, with its signature."""
        ...
