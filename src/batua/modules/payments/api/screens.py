"""The screens that wiring lends to the handlers that send; none unless it lends some."""

from collections.abc import Sequence
from typing import Annotated

from litestar.params import Dependency

from batua.modules.payments.types import Screen

Screens = Annotated[Sequence[Screen], Dependency(skip_validation=True)]
