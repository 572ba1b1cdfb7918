"""What wiring lends to handlers: the fast lane, and the readers of wallets and histories."""

from typing import Annotated

from litestar.params import Dependency

from batua.modules.payments import service

Sends = Annotated[service.Sends, Dependency(skip_validation=True)]
WalletReader = Annotated[service.WalletReader, Dependency(skip_validation=True)]
HistoryReader = Annotated[service.HistoryReader, Dependency(skip_validation=True)]
