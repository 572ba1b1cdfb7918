"""The nouns of connections: what may be connected, what is kept of it, and what people are shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol
from uuid import UUID

from batua.kit.refusal import Kind, Refusal
from batua.kit.settings import Settings


class Verdict(StrEnum):
    """What a harmless call told."""

    OK = "ok"
    WRONG_KEY = "wrong_key"
    UNREACHABLE = "unreachable"
    UNTRUSTED = "untrusted"
    """Its certificate proves nothing."""
    SLOW = "slow"
    CLOCK = "clock"
    """Its clock and ours are minutes apart, so signatures fail."""
    TROUBLE = "trouble"
    """It answers that something is wrong on its side, or that we ask too often."""
    UNCLEAR = "unclear"
    """It answered what we do not understand: the address may be another's."""


@dataclass(frozen=True, slots=True)
class Probe:
    """How a harmless call ended.

    status  of the last answer, if one came
    skew_s  how far its clock is before ours, where it tells the time
    """

    verdict: Verdict
    status: int | None = None
    skew_s: int | None = None


class Link(Protocol):
    """Something outside, connected."""

    async def probe(self) -> Probe:
        """Make a harmless call that needs the keys; never raises for what the network does."""
        ...

    async def aclose(self) -> None:
        """Close the connections."""
        ...


@dataclass(frozen=True, slots=True)
class Spec:
    """Something that may be connected by settings.

    owner      the module whose it is
    connect    None while its first key is empty; refuses SettingsError
    callbacks  paths of ours that it calls
    """

    name: str
    owner: str
    settings: type[Settings]
    connect: Callable[[Any], Link | None]
    callbacks: tuple[str, ...] = ()


class Source(StrEnum):
    """Whose settings are in force."""

    KEPT = "kept"
    """Those in the database."""
    ENVIRONMENT = "environment"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One setting as it is kept.

    until  of a secret that was changed: how long it is still taken
    """

    text: str = field(repr=False)
    at: datetime
    by: UUID | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of one connection; without values the environment is in force."""

    version: int
    values: Mapping[str, Value] = field(default_factory=dict)
    changed_at: datetime | None = None
    changed_by: UUID | None = None
    is_readable: bool = True


NOTHING = Kept(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One setting as people see it: of a secret its last four signs at most.

    has_lines  it may be of more than one line
    value      None for a secret, and for what is as by default
    until      how long the secret before it is still taken
    """

    field: str
    help: str
    is_secret: bool
    has_lines: bool
    is_set: bool
    value: str | None = None
    ending: str | None = None
    default: str = ""
    set_at: datetime | None = None
    set_by: UUID | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """How something is connected.

    trouble  why the settings in force cannot be used
    """

    name: str
    source: Source
    version: int
    is_connected: bool
    trouble: str | None
    callbacks: tuple[str, ...]
    settings: tuple[Shown, ...]
    changed_at: datetime | None
    changed_by: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """New settings in the place of those of a version.

    values      by field; None takes one away, what is absent stays
    keep_hours  how long a secret that is replaced is still taken, where it has a place to be kept
    """

    version: int
    values: Mapping[str, str | None] = field(repr=False)
    keep_hours: int = 24


class NoSuchConnection(Refusal):
    """There is nothing of this name that could be connected."""

    code = "kit.no_such_connection"
    kind = Kind.NOT_FOUND
    todo = "Check the name."


class ConnectionChanged(Refusal):
    """Somebody else has changed these settings meanwhile."""

    code = "kit.connection_changed"
    kind = Kind.CONFLICT
    todo = "Look at them anew, and change those."


class ConnectionUnreadable(Refusal):
    """The kept settings cannot be opened: their key is not in the ring."""

    code = "kit.connection_unreadable"
    kind = Kind.CONFLICT
    todo = "Put the key back into BATUA_KEYS, or take the settings away and give them anew."
