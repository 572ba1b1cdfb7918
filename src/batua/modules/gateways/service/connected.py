"""What wiring connected, by name."""

from typing import Final

from batua.modules.gateways.errors import NoSuchProvider
from batua.modules.gateways.types import Provider, Rails

ROOM: Final = "rails"
"""The name under which wiring lends `Rails` to jobs and handlers."""


def provider_of(rails: Rails, name: str) -> Provider:
    """The adapter of a provider; refuses NoSuchProvider."""
    found = rails.providers.get(name)
    if found is None:
        raise NoSuchProvider
    return found
