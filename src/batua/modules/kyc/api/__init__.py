"""HTTP of kyc: one's own verification, and the desk of officers."""

from typing import Any

from batua.modules.kyc.api import desk, mine

ROUTES: list[Any] = [*mine.ROUTES, *desk.ROUTES]
