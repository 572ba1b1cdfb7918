"""What the verbs of identity need from outside, and its settings."""

from dataclasses import dataclass, field
from typing import ClassVar

from batua.kit import settings
from batua.kit.db import Tx
from batua.kit.files import Files
from batua.kit.secrets import KeyRing
from batua.modules.identity.service.hashing import Hasher, HashSettings
from batua.modules.identity.types import Acquainted, Messenger, PersonId


@settings.register
@dataclass(frozen=True)
class IdentitySettings:
    """What passwords cost, and how even answers are."""

    ENV_PREFIX: ClassVar[str] = "BATUA_IDENTITY_"

    hash_memory_kib: int = field(
        default=HashSettings.memory_kib, metadata={"help": "Memory of one argon2id hash, in KiB."}
    )
    hash_rounds: int = field(
        default=HashSettings.rounds, metadata={"help": "Passes of one argon2id hash."}
    )
    hash_at_once: int = field(
        default=HashSettings.at_once,
        metadata={"help": "So many hashes are computed at once; the others wait."},
    )
    answer_floor_ms: int = field(
        default=300,
        metadata={"help": "Signing in, registering and recovering never answer faster than this."},
    )

    def means(self, keys: KeyRing, gates: "Gates", address_factor: int = 1) -> "Means":
        """What the verbs need, at the cost that these settings name."""
        return Means(
            keys=keys,
            hasher=Hasher(HashSettings(self.hash_memory_kib, self.hash_rounds, self.hash_at_once)),
            messenger=gates.messenger,
            files=gates.files,
            acquainted=gates.acquainted,
            answer_floor_s=self.answer_floor_ms / 1000,
            address_factor=address_factor,
        )


async def nobody_else(tx: Tx, viewer: PersonId, other: PersonId) -> bool:
    """The gate `Acquainted` while nothing tells who knows whom."""
    _ = tx, viewer, other
    return False


@dataclass(frozen=True, slots=True)
class Gates:
    """What wiring fills."""

    messenger: Messenger
    files: Files
    acquainted: Acquainted = nobody_else


@dataclass(frozen=True, slots=True)
class Means:
    """Keys, gates and stores; wiring makes one for each process.

    answer_floor_s   seconds before which the open verbs never answer
    address_factor   multiplies every limit by address
    """

    keys: KeyRing
    hasher: Hasher
    messenger: Messenger
    files: Files
    acquainted: Acquainted = nobody_else
    answer_floor_s: float = 0.0
    address_factor: int = 1
