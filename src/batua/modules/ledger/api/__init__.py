"""HTTP of the ledger: its proof, and the whole of it as files."""

from typing import Any

from batua.modules.ledger.api import moving, proof

ROUTES: list[Any] = [*proof.ROUTES, *moving.ROUTES]
