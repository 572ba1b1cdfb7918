"""Registering, signing in, refreshing, recovering, stepping up, signing out."""

from contextlib import suppress
from typing import Any

from litestar import Response

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.refusal import Refusal
from batua.kit.web import post
from batua.modules.identity import errors, service
from batua.modules.identity.api import client, shapes
from batua.modules.identity.api.client import AnyRequest, ClientKind
from batua.modules.identity.api.evenly import evenly
from batua.modules.identity.service import Means
from batua.modules.identity.types import Proof, Registration, Signed, SignIn

_CODE = (errors.WrongCode, errors.CodeSpent, errors.CodeExpired, errors.TooManyTries)


@post(
    "/auth/register",
    permission="public",
    status_code=202,
    refuses=(
        errors.BadPhone,
        errors.BadName,
        errors.BadEmail,
        errors.UnknownLanguage,
        errors.UnknownTimeZone,
        errors.TooManyTries,
    ),
)
async def register(
    db: Database, identity_means: Means, request: AnyRequest, data: shapes.RegisterIn
) -> shapes.Challenge:
    """Send a code to a phone that wants an account; the answer does not tell if it has one."""
    wish = Registration(data.phone, data.name, data.language, data.email, data.time_zone)
    async with evenly(identity_means):
        made = await service.register(db, identity_means, wish, client.origin(request))
    return shapes.Challenge.of(made)


@post("/auth/register/confirm", permission="public", status_code=200, refuses=_CODE)
async def confirm_registration(
    db: Database, identity_means: Means, request: AnyRequest, data: shapes.ConfirmIn
) -> shapes.Ticket:
    """Prove the phone by the code."""
    proof = Proof(data.challenge, data.code)
    origin = client.origin(request)
    ticket = await service.confirm_registration(db, identity_means, proof, origin)
    return shapes.Ticket.of(ticket)


@post(
    "/auth/register/complete",
    permission="public",
    refuses=(errors.TicketSpent, errors.WeakPassword, errors.WeakPin, errors.PhoneTaken),
)
async def complete_registration(
    db: Database,
    identity_means: Means,
    request: AnyRequest,
    data: shapes.CompleteIn,
    client_kind: ClientKind = None,
) -> Response[shapes.Session]:
    """Make the account with a password and a PIN, and sign in."""
    _ = client_kind
    completion = service.Completion(data.ticket, data.password, data.pin)
    origin = client.origin(request, data.device_name)
    signed = await service.complete_registration(db, identity_means, completion, origin)
    return client.answer(request, signed, 201)


@post(
    "/auth/codes/resend",
    permission="public",
    status_code=202,
    refuses=(errors.CodeExpired, errors.ResendTooSoon, errors.TooManyTries),
)
async def resend(
    db: Database, identity_means: Means, request: AnyRequest, data: shapes.ResendIn
) -> shapes.Challenge:
    """Send another code; the one before is void."""
    async with evenly(identity_means):
        origin = client.origin(request)
        made = await service.resend(db, identity_means, data.challenge, origin)
    return shapes.Challenge.of(made)


@post(
    "/auth/login",
    permission="public",
    status_code=200,
    refuses=(errors.WrongCredentials, errors.TooManyTries),
)
async def sign_in(
    db: Database,
    identity_means: Means,
    request: AnyRequest,
    data: shapes.SignInIn,
    client_kind: ClientKind = None,
) -> Response[shapes.SignInOut]:
    """Sign in by phone or e-mail; a device that is new asks for a code first."""
    _ = client_kind
    origin = client.origin(request, data.device_name, data.device_token)
    attempt = SignIn(data.identifier, data.password, origin)
    async with evenly(identity_means):
        done = await service.sign_in(db, identity_means, attempt)
    if isinstance(done, Signed):
        return client.answer(request, done, 200, in_sign_in=True)
    return Response(shapes.SignInOut(None, shapes.Challenge.of(done)), status_code=200)


@post("/auth/login/confirm", permission="public", status_code=200, refuses=_CODE)
async def confirm_sign_in(
    db: Database,
    identity_means: Means,
    request: AnyRequest,
    data: shapes.ConfirmSignInIn,
    client_kind: ClientKind = None,
) -> Response[shapes.Session]:
    """Sign in on a new device by its code; the device is known from now on."""
    _ = client_kind
    proof = Proof(data.challenge, data.code)
    origin = client.origin(request, data.device_name)
    signed = await service.confirm_sign_in(db, identity_means, proof, origin)
    return client.answer(request, signed, 200)


@post(
    "/auth/refresh",
    permission="public",
    status_code=200,
    refuses=(errors.SessionEnded, errors.RefreshReused, errors.ClientHeaderMissing),
)
async def refresh(
    db: Database,
    identity_means: Means,
    request: AnyRequest,
    data: shapes.RefreshIn | None = None,
    client_kind: ClientKind = None,
) -> Response[shapes.Session]:
    """A new access token and refresh token; a token that comes twice ends the session."""
    _ = client_kind
    token, devices = client.refresh_of(request, data or shapes.RefreshIn())
    signed = await service.refresh(db, identity_means, token, devices)
    return client.answer(request, signed, 200)


@post("/auth/logout", permission="public", status_code=204)
async def sign_out(
    db: Database,
    identity_means: Means,
    request: AnyRequest,
    data: shapes.RefreshIn | None = None,
    client_kind: ClientKind = None,
) -> Response[None]:
    """Sign out here, by access token or refresh token; when nobody is signed in, nothing is done."""
    _ = client_kind
    keys = identity_means.keys
    bearer = request.headers.get("authorization", "").partition(" ")[2]
    with suppress(Refusal):
        async with db.transaction() as tx:
            caller = await service.authenticate(tx, keys, bearer)
            await service.sign_out(tx, caller.person, caller.session)
            return client.signed_out(request)
    with suppress(errors.SessionEnded, errors.ClientHeaderMissing):
        token, _devices = client.refresh_of(request, data or shapes.RefreshIn())
        async with db.transaction() as tx:
            await service.sign_out_by_refresh(tx, keys, token)
    return client.signed_out(request)


@post("/auth/recover", permission="public", status_code=202, refuses=(errors.TooManyTries,))
async def recover(
    db: Database, identity_means: Means, request: AnyRequest, data: shapes.RecoverIn
) -> shapes.Challenge:
    """Send a code to the phone of an account; the answer does not tell if there is one."""
    async with evenly(identity_means):
        made = await service.recover(
            db, identity_means, data.identifier, data.language, client.origin(request)
        )
    return shapes.Challenge.of(made)


@post("/auth/recover/confirm", permission="public", status_code=200, refuses=_CODE)
async def confirm_recovery(
    db: Database, identity_means: Means, request: AnyRequest, data: shapes.ConfirmIn
) -> shapes.Ticket:
    """Prove the phone by the code."""
    proof = Proof(data.challenge, data.code)
    origin = client.origin(request)
    return shapes.Ticket.of(await service.confirm_recovery(db, identity_means, proof, origin))


@post(
    "/auth/recover/complete",
    permission="public",
    status_code=200,
    refuses=(errors.TicketSpent, errors.WeakPassword),
)
async def complete_recovery(
    db: Database,
    identity_means: Means,
    request: AnyRequest,
    data: shapes.RecoverCompleteIn,
    client_kind: ClientKind = None,
) -> Response[shapes.Session]:
    """A new password; every session and device of before is signed out."""
    _ = client_kind
    renewal = service.Renewal(data.ticket, data.password)
    origin = client.origin(request, data.device_name)
    signed = await service.complete_recovery(db, identity_means, renewal, origin)
    return client.answer(request, signed, 200)


@post(
    "/auth/step-up",
    permission="identity.step_up",
    status_code=200,
    refuses=(errors.WrongPin, errors.PinIsLocked, errors.PinMissing),
)
async def step_up(
    db: Database, identity_means: Means, caller: Caller, data: shapes.StepUpIn
) -> shapes.StepUp:
    """Give the PIN; what comes back goes into the header Step-Up-Token."""
    given = await service.step_up(db, identity_means, caller, data.pin)
    return shapes.StepUp(given.token, given.expires_at)


ROUTES: list[Any] = [
    register,
    confirm_registration,
    complete_registration,
    resend,
    sign_in,
    confirm_sign_in,
    refresh,
    sign_out,
    recover,
    confirm_recovery,
    complete_recovery,
    step_up,
]
