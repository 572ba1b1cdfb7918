"""What is published is queued for the endpoints that want it; each fact once, however often heard."""

from batua.kit import journal
from batua.kit.db import Tx
from batua.kit.journal import Fact, hears
from batua.modules.webhooks import service
from batua.modules.webhooks.rules.kinds import FACTS


@hears(*FACTS)
async def tell(tx: Tx, fact: Fact) -> None:
    """Whoever wants it."""
    await service.tell(tx, fact, journal.heard())
