"""Signed tokens: access for ten minutes, step-up for five; both name a session."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

import jwt

from batua.kit import clock
from batua.kit.secrets import KeyRing, UnreadableSecret
from batua.modules.identity.rules import limits

ISSUER: Final = "batua"
_ALGORITHM: Final = "HS256"
_REQUIRED: Final = ["iss", "aud", "sub", "sid", "iat", "exp"]


class Audience(StrEnum):
    """What a token may be used for; one kind is never taken for another."""

    ACCESS = "batua"
    STEP_UP = "batua.step-up"


@dataclass(frozen=True, slots=True)
class Claims:
    """What a token with a right signature says."""

    person: UUID
    session: UUID
    expires_at: datetime
    pin_version: int | None

    @property
    def is_expired(self) -> bool:
        """Whether its time is over."""
        return clock.now() >= self.expires_at


def access(keys: KeyRing, person: UUID, session: UUID) -> str:
    """An access token."""
    return _signed(keys, Audience.ACCESS, person, session, clock.now() + limits.ACCESS_LIFE)


def step_up(keys: KeyRing, person: UUID, session: UUID, pin_version: int) -> tuple[str, datetime]:
    """A step-up token and when it ends; a change of the PIN ends it too."""
    expires_at = clock.now() + limits.STEP_UP_LIFE
    text = _signed(keys, Audience.STEP_UP, person, session, expires_at, pin=pin_version)
    return text, expires_at


def read(keys: KeyRing, text: str, audience: Audience) -> Claims | None:
    """The claims of a token that this house signed for this use; the caller looks at the time."""
    try:
        key_id = jwt.get_unverified_header(text).get("kid")
        claims: dict[str, Any] = jwt.decode(
            text,
            keys.jwt_key(str(key_id)),
            algorithms=[_ALGORITHM],
            audience=audience,
            issuer=ISSUER,
            # The house's own clock decides about time, see `is_expired`.
            options={"require": _REQUIRED, "verify_exp": False, "verify_iat": False},
        )
        return Claims(
            person=UUID(claims["sub"]),
            session=UUID(claims["sid"]),
            expires_at=datetime.fromtimestamp(claims["exp"], tz=clock.now().tzinfo),
            pin_version=claims.get("pin"),
        )
    except (jwt.PyJWTError, UnreadableSecret, ValueError, TypeError, OverflowError):
        return None


def _signed(
    keys: KeyRing,
    audience: Audience,
    person: UUID,
    session: UUID,
    expires_at: datetime,
    **more: int,
) -> str:
    claims = {
        "iss": ISSUER,
        "aud": audience.value,
        "sub": str(person),
        "sid": str(session),
        "iat": int(clock.now().timestamp()),
        "exp": int(expires_at.timestamp()),
        **more,
    }
    return jwt.encode(
        claims, keys.jwt_key(), algorithm=_ALGORITHM, headers={"kid": keys.current_id}
    )
