"""The nouns of identity, the facts it states, and the gates it asks."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar, Final, NewType, Protocol
from uuid import UUID

from batua.kit.db import Tx
from batua.kit.journal import Fact

PersonId = NewType("PersonId", UUID)
DeviceId = NewType("DeviceId", UUID)
SessionId = NewType("SessionId", UUID)


class Role(StrEnum):
    """What somebody may be to the house; a person can be several."""

    PERSON = "person"
    SUPPORT = "support"
    AUDITOR = "auditor"
    ADMIN = "admin"


_EVERYBODY: Final = frozenset(Role)

PERMISSIONS: Final[dict[str, frozenset[str]]] = {
    "identity.profile.read": _EVERYBODY,
    "identity.profile.change": _EVERYBODY,
    "identity.photo.read": _EVERYBODY,
    "identity.handle.look_up": _EVERYBODY,
    "identity.secrets.change": _EVERYBODY,
    "identity.devices.read": _EVERYBODY,
    "identity.devices.change": _EVERYBODY,
    "identity.step_up": _EVERYBODY,
}


class Purpose(StrEnum):
    """What a code proves, or why somebody is written to."""

    REGISTER = "register"
    SIGN_IN = "sign_in"
    RECOVER = "recover"
    PIN = "pin"
    ALREADY_REGISTERED = "already_registered"


@dataclass(frozen=True, slots=True)
class Pace:
    """How often something may be done: `burst` times at once, then once in every `every`."""

    kind: str
    burst: int
    every: timedelta

    def widened(self, factor: int) -> "Pace":
        """So many times as much of it."""
        return Pace(self.kind, self.burst * factor, self.every / factor)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with an account."""

    id: PersonId
    name: str = field(repr=False)
    phone: str = field(repr=False)
    email: str | None = field(repr=False)
    handle: str | None
    language: str
    time_zone: str
    photo_key: str | None
    roles: frozenset[str]
    created_at: datetime
    has_pin: bool

    @property
    def photo_url(self) -> str | None:
        """The path of the photo; it changes with the photo, so that it may be kept long."""
        if self.photo_key is None:
            return None
        version = self.photo_key.rpartition("/")[2].partition(".")[0]
        return f"/api/v1/people/{self.id}/photo?v={version[-8:]}"


@dataclass(frozen=True, slots=True)
class Face:
    """What lists show of a person."""

    id: PersonId
    name: str = field(repr=False)
    phone: str = field(repr=False)
    handle: str | None
    photo_key: str | None


@dataclass(frozen=True, slots=True)
class Registration:
    """What somebody tells about herself when she registers."""

    phone: str = field(repr=False)
    name: str = field(repr=False)
    language: str
    email: str | None = field(default=None, repr=False)
    time_zone: str | None = None


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person to be written without codes, for demo data and tests.

    Without a password or a PIN no such secret exists, and nothing is hashed.
    """

    phone: str = field(repr=False)
    name: str = field(repr=False)
    language: str = "en"
    email: str | None = field(default=None, repr=False)
    handle: str | None = None
    time_zone: str | None = None
    password: str | None = field(default=None, repr=False)
    pin: str | None = field(default=None, repr=False)
    roles: frozenset[str] = frozenset({Role.PERSON})
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a request comes from.

    address        the network address, for limits alone; never stored in the clear
    device_tokens  the device tokens it carries, newest first; several people share a phone
    device_name    what the device is called if it becomes known
    """

    address: str = field(repr=False)
    device_tokens: tuple[str, ...] = field(default=(), repr=False)
    device_name: str = field(default="?", repr=False)


@dataclass(frozen=True, slots=True)
class SignIn:
    """An attempt to sign in by phone or e-mail."""

    identifier: str = field(repr=False)
    password: str = field(repr=False)
    origin: Origin


@dataclass(frozen=True, slots=True)
class Proof:
    """An answer to a challenge."""

    challenge: str = field(repr=False)
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Challenge:
    """A code was sent, or the answer looks as if it was.

    token           names the challenge when the code is given
    sent_to         masked; None when telling it would tell whether somebody is registered
    resend_after_s  seconds until another code may be asked for
    """

    token: str = field(repr=False)
    expires_at: datetime
    resend_after_s: int
    sent_to: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ticket:
    """The right to end what a code has begun, once."""

    token: str = field(repr=False)
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Signed:
    """Somebody is signed in.

    device_token  only when the device is new; the client keeps it to be known next time
    """

    person: Person
    session: SessionId
    device: DeviceId
    access_token: str = field(repr=False)
    expires_in_s: int
    refresh_token: str = field(repr=False)
    device_token: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class StepUp:
    """A short-lived proof that the PIN was just given in this session."""

    token: str = field(repr=False)
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Session:
    """A live sign-in on a device."""

    id: SessionId
    created_at: datetime
    last_used_at: datetime


@dataclass(frozen=True, slots=True)
class Device:
    """A device that is known, with its live sessions."""

    id: DeviceId
    name: str = field(repr=False)
    created_at: datetime
    last_seen_at: datetime
    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class PinReset:
    """What lets somebody choose a new PIN who has forgotten hers."""

    password: str = field(repr=False)
    proof: Proof


@dataclass(frozen=True, slots=True)
class ProfileChange:
    """New values of a profile; what is None stays. An empty e-mail removes it."""

    name: str | None = field(default=None, repr=False)
    email: str | None = field(default=None, repr=False)
    handle: str | None = None
    language: str | None = None
    time_zone: str | None = None


@dataclass(frozen=True, slots=True)
class CodeMessage:
    """A text message for one phone; `code` is empty when the purpose carries none."""

    to_phone: str = field(repr=False)
    code: str = field(repr=False)
    purpose: Purpose
    language: str

    @property
    def key(self) -> str:
        """The key of its words, which take `code`."""
        return f"identity.sms.{self.purpose}"


class Messenger(Protocol):
    """Gate: send a code, in the transaction that made it."""

    async def __call__(self, tx: Tx, message: CodeMessage) -> None: ...


class Acquainted(Protocol):
    """Gate: whether one person may see another's photo."""

    async def __call__(self, tx: Tx, viewer: PersonId, other: PersonId) -> bool: ...


@dataclass(frozen=True, kw_only=True)
class Registered(Fact):
    """Somebody has an account; the subject of every fact here is the person."""

    kind: ClassVar[str] = "identity.registered"
    language: str


@dataclass(frozen=True, kw_only=True)
class SignedIn(Fact):
    """A session was opened."""

    kind: ClassVar[str] = "identity.signed_in"
    session: UUID
    device: UUID
    is_new_device: bool


@dataclass(frozen=True, kw_only=True)
class SignedOut(Fact):
    """A session was closed by its own device."""

    kind: ClassVar[str] = "identity.signed_out"
    session: UUID


@dataclass(frozen=True, kw_only=True)
class SessionRevoked(Fact):
    """A session was ended from outside it.

    reason  revoked, refresh_reused, password_changed, recovered, device_revoked, too_many
    """

    kind: ClassVar[str] = "identity.session_revoked"
    session: UUID
    reason: str


@dataclass(frozen=True, kw_only=True)
class DeviceRevoked(Fact):
    """A device is no longer known."""

    kind: ClassVar[str] = "identity.device_revoked"
    device: UUID


@dataclass(frozen=True, kw_only=True)
class PasswordChanged(Fact):
    """The password is a new one."""

    kind: ClassVar[str] = "identity.password_changed"


@dataclass(frozen=True, kw_only=True)
class PinChanged(Fact):
    """The PIN is a new one.

    was_reset  it was forgotten, and chosen anew by password and code
    """

    kind: ClassVar[str] = "identity.pin_changed"
    was_reset: bool


@dataclass(frozen=True, kw_only=True)
class PinLocked(Fact):
    """The PIN was wrong too often in a row."""

    kind: ClassVar[str] = "identity.pin_locked"
    until: datetime


@dataclass(frozen=True, kw_only=True)
class ProfileChanged(Fact):
    """Fields of the profile have new values; `fields` names them with commas between."""

    kind: ClassVar[str] = "identity.profile_changed"
    fields: str


@dataclass(frozen=True, kw_only=True)
class Recovered(Fact):
    """Somebody came back by a code to her phone; what moves money may be careful for a while."""

    kind: ClassVar[str] = "identity.recovered"


@dataclass(frozen=True, kw_only=True)
class RolesChanged(Fact):
    """The roles are others now, with commas between."""

    kind: ClassVar[str] = "identity.roles_changed"
    roles: str
