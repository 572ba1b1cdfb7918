"""One's own profile and secrets."""

from typing import Any

from batua.kit.caller import Caller
from batua.kit.db import Database
from batua.kit.web import StepUpToken, get, patch, post
from batua.modules.identity import errors, service
from batua.modules.identity.api import client, shapes
from batua.modules.identity.api.client import AnyRequest
from batua.modules.identity.service import Means
from batua.modules.identity.types import PinReset, ProfileChange, Proof


@get("/me", permission="identity.profile.read", refuses=(errors.NoSuchPerson,))
async def me(db: Database, identity_means: Means, caller: Caller) -> shapes.Profile:
    """Your own profile."""
    async with db.read() as tx:
        person = await service.person(tx, identity_means.keys, caller.person)
    return shapes.Profile.of(person)


@patch(
    "/me",
    permission="identity.profile.change",
    refuses=(
        errors.BadName,
        errors.BadEmail,
        errors.BadHandle,
        errors.HandleTaken,
        errors.TooManyHandles,
        errors.UnknownLanguage,
        errors.UnknownTimeZone,
        errors.StepUpRequired,
        errors.StepUpExpired,
    ),
)
async def change_me(
    db: Database,
    identity_means: Means,
    caller: Caller,
    data: shapes.ProfileIn,
    step_up_token: StepUpToken = None,
) -> shapes.Profile:
    """Change your profile; another e-mail needs the PIN first."""
    change = ProfileChange(data.name, data.email, data.handle, data.language, data.time_zone)
    async with db.transaction() as tx:
        person = await service.change_profile(
            tx, identity_means.keys, caller, change, step_up_token
        )
    return shapes.Profile.of(person)


@post(
    "/me/password",
    permission="identity.secrets.change",
    status_code=204,
    refuses=(errors.WrongPassword, errors.WeakPassword, errors.TooManyTries),
)
async def change_password(
    db: Database, identity_means: Means, caller: Caller, data: shapes.PasswordIn
) -> None:
    """Change your password; every other session ends."""
    wish = service.NewPassword(data.current, data.new)
    await service.change_password(db, identity_means, caller, wish)


@post(
    "/me/pin/code",
    permission="identity.secrets.change",
    status_code=202,
    refuses=(errors.PinResetTooSoon, errors.TooManyTries),
)
async def ask_pin_code(
    db: Database, identity_means: Means, caller: Caller, request: AnyRequest
) -> shapes.Challenge:
    """Send the code that a new PIN needs when the old one is forgotten."""
    origin = client.origin(request)
    return shapes.Challenge.of(await service.ask_pin_code(db, identity_means, caller, origin))


@post(
    "/me/pin",
    permission="identity.secrets.change",
    status_code=204,
    refuses=(
        errors.WrongPin,
        errors.PinIsLocked,
        errors.PinMissing,
        errors.WeakPin,
        errors.PinProofMissing,
        errors.PinResetTooSoon,
        errors.WrongPassword,
        errors.WrongCode,
        errors.CodeSpent,
        errors.CodeExpired,
        errors.TooManyTries,
    ),
)
async def change_pin(
    db: Database, identity_means: Means, caller: Caller, data: shapes.PinIn
) -> None:
    """Change your PIN by the current one, or by password and code if you have forgotten it."""
    if data.current_pin is not None:
        await service.change_pin(db, identity_means, caller, data.current_pin, data.new_pin)
        return
    if data.password is None or data.challenge is None or data.code is None:
        raise errors.PinProofMissing
    reset = PinReset(data.password, Proof(data.challenge, data.code))
    await service.reset_pin(db, identity_means, caller, reset, data.new_pin)


@get(
    "/handles/{handle:str}",
    permission="identity.handle.look_up",
    refuses=(errors.BadHandle, errors.TooManyTries),
)
async def handle(
    db: Database, identity_means: Means, caller: Caller, handle: str
) -> shapes.HandleOut:
    """Whether you could take a handle."""
    is_free = await service.is_handle_free(db, identity_means.keys, caller, handle)
    return shapes.HandleOut(is_free)


ROUTES: list[Any] = [me, change_me, change_password, ask_pin_code, change_pin, handle]
