"""The keys of providers: who may take money for us, changed while everything runs."""

from typing import Final

from batua.kit.connections import Keeper
from batua.modules.gateways.types import KeysChanged

keys: Final = Keeper("gateways", KeysChanged)
