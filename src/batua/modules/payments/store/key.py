"""What each Idempotency-Key of a person was used for, for ever."""

from typing import Final

from batua.kit.once import Keys
from batua.modules.payments.errors import KeyReused

once: Final = Keys("payments.key", KeyReused)
