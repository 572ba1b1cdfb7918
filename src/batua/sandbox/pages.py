"""The addresses of the sandbox's pages and of the files they need."""

from pathlib import Path
from typing import Annotated, Any, Final, TypeVar
from urllib.parse import parse_qsl

import msgspec
from litestar import Request, Response, get, post
from litestar.response import Redirect

from batua.kit import clock
from batua.kit.db import Database
from batua.sandbox import screens, service, store
from batua.sandbox.controls import OUTBOX_LIMIT, address_of
from batua.sandbox.errors import ApiError
from batua.sandbox.service import Act
from batua.sandbox.types import Channel, ChannelFault, Kind, Mishap, Movement, Switches

_ASSETS: Final = Path(__file__).with_name("assets")
_TYPES: Final = {
    "sandbox.css": "text/css; charset=utf-8",
    "sandbox.svg": "image/svg+xml",
    "hand-over.js": "text/javascript; charset=utf-8",
    "outbox.js": "text/javascript; charset=utf-8",
}
_DELAY_S: Final = 10
_MAX_FORM: Final = 4096


class _Form(msgspec.Struct):
    """The checkout page's form; a browser leaves out what is not ticked."""

    act: Act
    silent: str = ""
    disorder: str = ""
    forged: str = ""
    duplicates: Annotated[int, msgspec.Meta(ge=0, le=5)] = 0
    callback_delay_s: Annotated[int, msgspec.Meta(ge=0, le=86_400)] = 0
    callback_amount_minor: Annotated[int, msgspec.Meta(gt=0)] | None = None
    paid_amount_minor: Annotated[int, msgspec.Meta(gt=0)] | None = None

    def switches(self) -> Switches:
        return Switches(
            duplicates=self.duplicates,
            disorder=bool(self.disorder),
            forged=bool(self.forged),
            silent=bool(self.silent),
            callback_delay_s=self.callback_delay_s,
            callback_amount_minor=self.callback_amount_minor,
            paid_amount_minor=self.paid_amount_minor,
        )


class _MishapForm(msgspec.Struct):
    """The outbox's form."""

    channel: Channel
    mode: Mishap
    address: str = ""
    times: Annotated[int, msgspec.Meta(gt=0, le=1000)] | None = None


F = TypeVar("F", _Form, _MishapForm)


@get("/checkout/{id:str}")
async def show_checkout(id: str, db: Database) -> Response[str]:
    """The page on which the payer pays."""
    async with db.read() as tx:
        found = await store.find(tx, Kind.CHECKOUT, id)
    if found is None:
        return _html(screens.missing(), screens.policy(), status=404)
    return _html(screens.checkout(found), screens.policy(found))


@post("/checkout/{id:str}", status_code=303)
async def pay(id: str, request: Request[Any, Any, Any], db: Database) -> Response[Any]:
    """What the payer chose; then back to the shop."""
    form = _form(await request.body(), _Form)
    async with db.transaction() as tx:
        before = await service.switch(tx, id, form.switches())
        after = await service.act(
            tx, id, form.act, delay_s=_DELAY_S if form.act is Act.DELAY else 0
        )
    return Redirect(_way_back(before, after), status_code=303)


def _form(body: bytes, shape: type[F]) -> F:
    if len(body) > _MAX_FORM:
        raise ApiError(413, "too_large", "The form is too large.")
    fields = {k: v for k, v in parse_qsl(body.decode("ascii", "replace")) if v}
    try:
        return msgspec.convert(fields, shape, strict=False)
    except msgspec.ValidationError:
        raise ApiError(400, "bad_form", "The form cannot be read.") from None


def _way_back(before: Movement, after: Movement) -> str:
    """The shop; or the page itself, when there is none or nothing could be done any more."""
    was_over = before.status != "open"
    if after.return_url is None or was_over:
        return f"/checkout/{after.id}"
    return after.return_url


@get("/sandbox")
async def show_outbox(db: Database, phone: str = "", channel: str = "") -> Response[str]:
    """Messages of every channel with their codes, and what was paid."""
    chosen = Channel(channel) if channel in set(Channel) else None
    address = address_of(phone)
    async with db.read() as tx:
        messages = await store.messages(tx, address, OUTBOX_LIMIT, chosen)
        movements = await store.latest(tx, 20)
        faults = await store.channel_faults(tx)
    asked = screens.Asked(address or "", chosen)
    page = screens.outbox((messages, movements, faults), asked, clock.now())
    return _html(page, screens.policy())


@post("/sandbox/mishaps", status_code=303)
async def set_mishap(request: Request[Any, Any, Any], db: Database) -> Response[Any]:
    """What shall go wrong with the next messages, as the page's form says it."""
    form = _form(await request.body(), _MishapForm)
    address = address_of(form.address)
    async with db.transaction() as tx:
        if form.mode is Mishap.NONE:
            await store.clear_channel_faults(tx, form.channel.value, address)
        else:
            fault = ChannelFault(form.channel.value, form.mode.value, address, form.times)
            await store.add_channel_fault(tx, fault)
    return Redirect("/sandbox", status_code=303)


@get("/")
async def home() -> Response[Any]:
    """The outbox is the front page."""
    return Redirect("/sandbox", status_code=303)


@get("/assets/{name:str}")
async def asset(name: str) -> Response[bytes]:
    """A file of a page."""
    kind = _TYPES.get(name)
    if kind is None:
        raise ApiError(404, "not_found", "There is no such file.")
    headers = {"cache-control": "max-age=300", "content-type": kind}
    return Response((_ASSETS / name).read_bytes(), headers=headers, media_type=kind)


def _html(page: str, policy: str, status: int = 200) -> Response[str]:
    headers = {"content-security-policy": policy, "cache-control": "no-store"}
    return Response(
        page, status_code=status, media_type="text/html; charset=utf-8", headers=headers
    )


HANDLERS: Final = [show_checkout, pay, show_outbox, set_mishap, home, asset]
