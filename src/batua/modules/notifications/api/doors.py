"""Doors for those without a session: whoever holds the ticket of an e-mail."""

from typing import Annotated, Any, Final

from litestar import Response
from litestar.params import PathParameter

from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.kit.web import WebSettings, get, post
from batua.kit.words import LANGUAGES, say
from batua.modules.notifications import service
from batua.modules.notifications.errors import BadTicket

TicketPath = Annotated[str, PathParameter(description="The ticket, as we gave it away.")]
PLAIN: Final = "text/plain"
SETTINGS_PAGE: Final = "/you/settings"


@post(
    "/channels/unsubscribe/{ticket:str}",
    permission="public",
    refuses=(BadTicket,),
    status_code=200,
)
async def unsubscribe(db: Database, keys: KeyRing, ticket: TicketPath) -> None:
    """Send no more e-mails to whoever got this ticket; mail programs call it (RFC 8058)."""
    async with db.transaction() as tx:
        await service.unsubscribe(tx, keys, ticket)


# Programs that look at every address of an e-mail ask with GET, so this changes nothing.
@get("/channels/unsubscribe/{ticket:str}", permission="public", media_type=PLAIN)
async def show_way(ticket: TicketPath, web_settings: WebSettings) -> Response[str]:
    """Say where one chooses how one is reached, to whoever opens the address in a browser."""
    del ticket
    page = f"{web_settings.public_url.rstrip('/')}{SETTINGS_PAGE}"
    lines = [say(language, "notifications.unsubscribe", page=page) for language in LANGUAGES]
    return Response("\n\n".join(lines) + "\n", media_type=PLAIN)


ROUTES: Final[list[Any]] = [unsubscribe, show_way]
