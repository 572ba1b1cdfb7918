"""How a module declares a route: its permission and its refusals stand in the decorator."""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, Final

import litestar
import msgspec
from litestar.handlers import HTTPRouteHandler
from litestar.params import HeaderParameter, Parameter, QueryParameter

from batua.kit.money import Currency, Money
from batua.kit.refusal import BadField, IdempotencyKeyMissing, Refusal
from batua.kit.web.rate import Rate

Route = Callable[[Callable[..., Any]], HTTPRouteHandler]
PUBLIC = "public"
MAX_MINOR = 9_000_000_000_000_000  # what JavaScript holds exactly, and far below bigint

_D = msgspec.Meta


class Amount(msgspec.Struct, forbid_unknown_fields=True):
    """An amount of money in whole minor units of one currency."""

    minor: Annotated[
        int,
        _D(
            description="Whole minor units, such as paise.",
            examples=[12500],
            ge=-MAX_MINOR,
            le=MAX_MINOR,
        ),
    ]
    currency: Annotated[
        str, _D(description="ISO 4217 code.", examples=["INR"], pattern="^[A-Z]{3}$")
    ]

    def to_money(self, field: str = "amount") -> Money:
        """The amount as Money.

        refuses  BadField when the currency is none
        """
        try:
            return Money(self.minor, Currency(self.currency))
        except ValueError as error:
            raise BadField(f"{field}.currency", "is not a currency of ISO 4217") from error

    @classmethod
    def of(cls, money: Money) -> "Amount":
        return cls(money.minor, str(money.currency))


IdempotencyKey = Annotated[
    str | None,
    HeaderParameter(
        name="Idempotency-Key",
        description="Made once for each order: the same key gives the same answer for ever.",
        required=False,
    ),
]
MOMENT: Final = {"format": "date-time", "examples": ["2026-11-21T09:30:00Z"]}
"""What the document says of a query parameter that `moment_of` reads."""
From = Annotated[
    str | None,
    QueryParameter(
        name="from",
        description="From this moment on, RFC 3339.",
        required=False,
        schema_extra=MOMENT,
    ),
]
To = Annotated[
    str | None,
    QueryParameter(
        name="to", description="Before this moment, RFC 3339.", required=False, schema_extra=MOMENT
    ),
]
Cursor = Annotated[
    str | None,
    QueryParameter(description="`next` of the page before; absent for the first.", required=False),
]
StepUpToken = Annotated[
    str | None,
    HeaderParameter(
        name="Step-Up-Token",
        description="Proof that the PIN was given in this session within five minutes.",
        required=False,
    ),
]
Limit = Annotated[
    int, Parameter(ge=1, le=100, description="How many items a page holds.", required=False)
]

def moment_of(text: str, field: str) -> datetime:
    """The moment that a query names, in UTC; one without a zone is taken as UTC.

    Declared as a string: the framework would take "0.5" for half a second after 1970 began.

    refuses  BadField when it is not RFC 3339
    """
    try:
        at = msgspec.convert(text, datetime)
        return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (msgspec.ValidationError, OverflowError) as error:
        raise BadField(field, "is no moment of RFC 3339") from error


KEY_PATTERN = "^[!-~]{1,255}$"
_KEY = re.compile(KEY_PATTERN)


def key_of(key: str | None) -> str:
    """The idempotency key of a request.

    refuses  IdempotencyKeyMissing when it is absent or not 1 to 255 visible characters
    """
    if key is None or not _KEY.fullmatch(key):
        raise IdempotencyKeyMissing
    return key


def _with(
    kwargs: dict[str, Any], permission: str, refuses: Sequence[type[Refusal]], rate: Rate | None
) -> dict[str, Any]:
    return {**kwargs, "permission": permission, "refuses": tuple(refuses), "rate": rate}


def get(
    path: str | list[str],
    *,
    permission: str,
    refuses: Sequence[type[Refusal]] = (),
    rate: Rate | None = None,
    **kwargs: Any,
) -> Route:
    """Answer GET; `permission` names who may, "public" means anybody."""
    return litestar.get(path, **_with(kwargs, permission, refuses, rate))


def post(
    path: str | list[str],
    *,
    permission: str,
    refuses: Sequence[type[Refusal]] = (),
    rate: Rate | None = None,
    **kwargs: Any,
) -> Route:
    """Answer POST; 201 unless `status_code` says otherwise. For `express=True` see kit.web.express."""
    return litestar.post(path, **_with(kwargs, permission, refuses, rate))


def put(
    path: str | list[str],
    *,
    permission: str,
    refuses: Sequence[type[Refusal]] = (),
    rate: Rate | None = None,
    **kwargs: Any,
) -> Route:
    """Answer PUT."""
    return litestar.put(path, **_with(kwargs, permission, refuses, rate))


def patch(
    path: str | list[str],
    *,
    permission: str,
    refuses: Sequence[type[Refusal]] = (),
    rate: Rate | None = None,
    **kwargs: Any,
) -> Route:
    """Answer PATCH."""
    return litestar.patch(path, **_with(kwargs, permission, refuses, rate))


def delete(
    path: str | list[str],
    *,
    permission: str,
    refuses: Sequence[type[Refusal]] = (),
    rate: Rate | None = None,
    **kwargs: Any,
) -> Route:
    """Answer DELETE; 204 unless `status_code` says otherwise."""
    return litestar.delete(path, **_with(kwargs, permission, refuses, rate))


def second_name(handler: HTTPRouteHandler, path: str) -> HTTPRouteHandler:
    """Let the same handler answer under another path too."""
    handler.paths = sorted({*handler.paths, path})  # type: ignore[assignment]
    return handler
