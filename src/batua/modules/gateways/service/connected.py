"""What wiring connected, by name."""

from collections.abc import AsyncIterator
from datetime import date
from typing import Final

from batua.modules.gateways.errors import NoSuchProvider
from batua.modules.gateways.types import Provider, Rails, SettledLine

ROOM: Final = "rails"
"""The name under which wiring lends `Rails` to jobs and handlers."""


def provider_of(rails: Rails, name: str) -> Provider:
    """The adapter of a provider; refuses NoSuchProvider."""
    found = rails.providers.get(name)
    if found is None:
        raise NoSuchProvider
    return found


def settled(rails: Rails, provider: str, day: date) -> AsyncIterator[SettledLine]:
    """Every line of a provider's settlement report of a day (UTC), asked for as it is read.

    refuses  NoSuchProvider; NoSettlementReport, also in the midst of it: what came is no report
    """
    return provider_of(rails, provider).settled(day)
