"""How the demo's story is told: events, and the days on which they were."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from batua.apps.demo.people import Role


@dataclass(frozen=True, slots=True)
class Event:
    """Something that somebody did; `rupees` are whole, `key` makes a repeat harmless."""

    at: datetime
    key: str
    who: Role
    rupees: int


def day(today: datetime, ago: int, hour: int, minute: int = 0) -> datetime:
    """A moment of a day so many days before today, by the clock of India (UTC + 5:30)."""
    midnight = today.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=ago)
    return midnight + timedelta(hours=hour - 5, minutes=minute - 30)
