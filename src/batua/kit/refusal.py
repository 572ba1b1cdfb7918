"""Refusals: normal answers that say no, each with a stable code and what to do about it."""

import dataclasses
from enum import StrEnum
from typing import Any, ClassVar


class Kind(StrEnum):
    """Why a request is refused; the web edge alone turns a kind into an HTTP status."""

    INVALID = "invalid"
    UNAUTHENTICATED = "unauthenticated"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    CONFLICT = "conflict"
    LIMITED = "limited"
    UNAVAILABLE = "unavailable"


class Refusal(Exception):
    """The request cannot be granted."""

    code: ClassVar[str]
    """`module.reason`; never renamed, never reused."""
    kind: ClassVar[Kind]
    todo: ClassVar[str] = "Check the request and try again."
    """One sentence to the person: what to do now."""
    retry: ClassVar[bool] = False
    """Whether the very same request may succeed later."""
    constraint: ClassVar[str | None] = None
    """`schema.constraint` or SQLSTATE by which PostgreSQL states this refusal."""

    registry: ClassVar[dict[str, type["Refusal"]]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Register the code, so that two refusals can never share one."""
        super().__init_subclass__(**kwargs)
        code = cls.__dict__.get("code")
        if code is None:
            return
        known = Refusal.registry.get(code)
        assert known is None or known.__qualname__ == cls.__qualname__, f"{code} is taken"
        Refusal.registry[code] = cls

    @classmethod
    def summary(cls) -> str:
        """The first sentence of the docstring: what the problem's `detail` says."""
        text = (cls.__doc__ or "").strip()
        if text.startswith(f"{cls.__name__}("):  # what dataclass writes when there is none
            return "The request was refused."
        return " ".join(text.split("\n\n")[0].split())

    def detail(self) -> str:
        """What happened, in one sentence; a subclass may name its facts."""
        return self.summary()

    def facts(self) -> dict[str, Any]:
        """The typed facts of a dataclass refusal, by field name."""
        fields = getattr(self, "__dataclass_fields__", {})
        return {name: getattr(self, name) for name in fields}

    @classmethod
    def of_constraint(cls, name: str) -> type["Refusal"] | None:
        """The refusal that a constraint `schema.name` or an SQLSTATE stands for, if any."""
        return next((r for r in Refusal.registry.values() if r.constraint == name), None)


class Unavailable(Refusal):
    """The service cannot answer just now; nothing was changed."""

    code = "kit.unavailable"
    kind = Kind.UNAVAILABLE
    retry = True
    todo = "Wait a moment and try again with the same key."


class Stalled(Unavailable):
    """Somebody else keeps what this needs for longer than usual; nothing was changed."""


@dataclasses.dataclass(eq=False)
class BadField(Refusal):
    """A field of the request is not as it should be."""

    code = "kit.bad_field"
    kind = Kind.INVALID
    todo = "Mend the fields that are named and send the request again."
    field: str
    message: str

    def detail(self) -> str:
        return f"{self.field}: {self.message}"


class BadCursor(Refusal):
    """The cursor was not made by this list."""

    code = "kit.bad_cursor"
    kind = Kind.INVALID
    todo = "Start again from the first page."


class IdempotencyKeyMissing(Refusal):
    """A request that moves money carries an Idempotency-Key of 1 to 255 visible characters."""

    code = "kit.idempotency_key_missing"
    kind = Kind.INVALID
    todo = "Make a new random key for each new order, and send the same key when you retry it."


class NotFound(Refusal):
    """There is nothing here that you may see."""

    code = "kit.not_found"
    kind = Kind.NOT_FOUND
    todo = "Check the address."


@dataclasses.dataclass(eq=False)
class TooManyRequests(Refusal):
    """Too many requests came from this address."""

    code = "kit.too_many_requests"
    kind = Kind.LIMITED
    retry = True
    todo = "Wait for the time that Retry-After names."
    retry_after_s: int


class NotSignedIn(Refusal):
    """The request carries no valid access token."""

    code = "kit.not_signed_in"
    kind = Kind.UNAUTHENTICATED
    todo = "Sign in, or refresh the session, and send the access token."


class NotPermitted(Refusal):
    """The caller's roles do not include the permission that this needs."""

    code = "kit.not_permitted"
    kind = Kind.FORBIDDEN
    todo = "Ask an administrator for the role."
