"""Checkout pages of ours over HTTP, for payers: they may have no account here, and no session."""

from typing import Annotated, Any, Final
from uuid import UUID

import msgspec
from litestar import Response
from litestar.params import Dependency, HeaderParameter, PathParameter
from litestar.response import Redirect

from batua.kit.db import Database
from batua.kit.web import Rate, Raw, get, post
from batua.modules.gateways import service
from batua.modules.gateways.api import screens
from batua.modules.gateways.errors import NoSuchAttempt
from batua.modules.gateways.types import Direction, Rails

Connected = Annotated[Rails, Dependency(skip_validation=True)]
Door = Annotated[service.CallbackDoor, Dependency(skip_validation=True)]
CheckoutPath = Annotated[UUID, PathParameter(description="The checkout.")]
Languages = Annotated[
    str | None,
    HeaderParameter(
        name="Accept-Language", description="Which language the page speaks.", required=False
    ),
]
RATE: Final = Rate(120, 60)
MAX_FORM_BYTES: Final = 20_000
HTML: Final = "text/html"


class CheckoutState(msgspec.Struct):
    """Whether a checkout can still be paid."""

    is_open: Annotated[bool, msgspec.Meta(description="False once it was paid, or is over.")]


@get(
    "/checkouts/{id:uuid}",
    permission="public",
    refuses=(NoSuchAttempt,),
    rate=RATE,
    media_type=HTML,
)
async def show_checkout(
    db: Database, rails: Connected, id: CheckoutPath, languages: Languages = None
) -> Response[str]:
    """The page of a checkout: a code to pay by, or the way on to the provider's own page."""
    known, page = await service.checkout_page(db, rails, id)
    shown = screens.checkout(known, page, languages or "")
    headers = {"content-security-policy": shown.policy, "cache-control": "no-store"}
    return Response(shown.html, media_type=f"{HTML}; charset=utf-8", headers=headers)


@get("/checkouts/{id:uuid}/state", permission="public", refuses=(NoSuchAttempt,), rate=RATE)
async def read_state(db: Database, id: CheckoutPath) -> CheckoutState:
    """Whether it can still be paid; its page asks, and goes on when it cannot."""
    async with db.read() as tx:
        known = await service.attempt(tx, id)
    if known.direction is not Direction.IN:
        raise NoSuchAttempt
    return CheckoutState(screens.is_open(known))


@post(
    "/checkouts/{id:uuid}",
    status_code=303,
    permission="public",
    refuses=(NoSuchAttempt,),
    rate=RATE,
    request_max_body_size=MAX_FORM_BYTES,
)
async def come_back(raw: Raw, db: Database, callback_door: Door, id: CheckoutPath) -> Redirect:
    """Where a provider sends the payer's browser back to, with its signed form; then to the app."""
    known = await service.come_back(db, callback_door, id, raw.headers, raw.body)
    return Redirect(known.return_url or f"/api/v1/checkouts/{id}", status_code=303)


ROUTES: Final[list[Any]] = [show_checkout, read_state, come_back]
