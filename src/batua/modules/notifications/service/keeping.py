"""The keys of those who carry channels, changed while everything runs."""

from typing import Final

from batua.kit.connections import Keeper
from batua.modules.notifications.types import KeysChanged

keys: Final = Keeper("notifications", KeysChanged)
