"""What payments does when others state a fact."""

from batua.kit.db import Tx
from batua.kit.journal import hears
from batua.modules.identity.types import PersonId, Registered
from batua.modules.payments import service


@hears(Registered)
async def open_first_wallet(tx: Tx, fact: Registered) -> None:
    """Everybody has a wallet in the default currency from the start; twice opens one."""
    await service.open_wallet(tx, PersonId(fact.subject), service.default_currency())
