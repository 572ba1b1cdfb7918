"""The kinds of facts that are published, what is told of each, and how."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

import msgspec

from batua.kit.currencies import EXPONENTS
from batua.kit.journal import Fact
from batua.kit.money import Money
from batua.modules.gateways import types as gateways
from batua.modules.groups import types as groups
from batua.modules.identity import types as identity
from batua.modules.payments import types as payments
from batua.modules.webhooks.errors import UnknownKind
from batua.modules.webhooks.rules import shapes
from batua.modules.webhooks.types import TEST_KIND

_CODE: Final = re.compile(r"[a-z][a-z_.]{0,63}")
_OTHER: Final = "other"


@dataclass(frozen=True, slots=True)
class Published:
    """A kind that integrators may hear.

    subject  the field that the subject of the fact is told as, where the fact itself has no such one
    """

    fact: type[Fact]
    shape: type[msgspec.Struct]
    subject: str = ""

    @property
    def kind(self) -> str:
        return self.fact.kind

    @property
    def summary(self) -> str:
        """What it says, in the words of the fact."""
        return " ".join((self.fact.__doc__ or "").split("\n\n")[0].split())

    def schema(self) -> dict[str, Any]:
        """The JSON schema of the whole body."""
        return _schema(self.kind, self.shape)

    def data(self, fact: Fact) -> dict[str, Any]:
        """What is told of a fact: the fields that the shape names, and nothing else."""
        return {
            name: _told(fact.subject if name == self.subject else getattr(fact, name))
            for name in self.shape.__struct_fields__
        }


_REQUESTS: Final = (
    payments.Requested,
    payments.RequestDeclined,
    payments.RequestCancelled,
    payments.RequestExpired,
)

PUBLISHED: Final = (
    Published(identity.Registered, shapes.PersonRegistered, "person"),
    Published(payments.WalletOpened, shapes.WalletOpened, "wallet"),
    Published(payments.Sent, shapes.PaymentSent),
    *(Published(fact, shapes.RequestChanged) for fact in _REQUESTS),
    Published(payments.RequestPaid, shapes.RequestPaid),
    Published(payments.ToppedUp, shapes.OwnMoney),
    Published(payments.PaymentByLink, shapes.LinkPaid),
    Published(payments.PaymentByLinkKept, shapes.OwnMoneyFailed),
    Published(payments.TopUpFailed, shapes.OwnMoneyFailed),
    Published(payments.AmountMismatched, shapes.AmountMismatched),
    Published(payments.Withdrawn, shapes.OwnMoney),
    Published(payments.WithdrawalFailed, shapes.OwnMoneyFailed),
    Published(payments.PaidIntoPot, shapes.PotMoney, "payment"),
    Published(payments.PaidFromPot, shapes.PotMoney, "payment"),
    Published(gateways.AttemptChanged, shapes.AttemptChanged, "attempt"),
    Published(groups.GroupCreated, shapes.GroupOnly, "group"),
    Published(groups.Joined, shapes.Membership, "group"),
    Published(groups.Left, shapes.MembershipEnded, "group"),
    Published(groups.Proposed, shapes.Proposed, "group"),
    Published(groups.Decided, shapes.Decided, "group"),
    Published(groups.Executed, shapes.Proposed, "group"),
    Published(groups.Contributed, shapes.GroupMoney, "group"),
    Published(groups.DuesTaken, shapes.GroupMoney, "group"),
    Published(groups.DuesFined, shapes.DuesFined, "group"),
    Published(groups.LoanAsked, shapes.LoanAsked, "group"),
    Published(groups.LoanRepaid, shapes.LoanRepaid, "group"),
    Published(groups.LoanCancelled, shapes.LoanCancelled, "group"),
)
FACTS: Final[tuple[type[Fact], ...]] = tuple(one.fact for one in PUBLISHED)
BY_KIND: Final = {one.kind: one for one in PUBLISHED}


def check(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds, each once and in order.

    refuses  UnknownKind, also for none at all
    """
    if not kinds or not BY_KIND.keys() >= set(kinds):
        raise UnknownKind
    return tuple(sorted(set(kinds)))


def body(fact: Fact, at: datetime) -> bytes:
    """What is sent of a fact: the very bytes that are signed, the same in every try."""
    data = BY_KIND[fact.kind].data(fact)
    return msgspec.json.encode(shapes.Envelope(fact.kind, at.astimezone(UTC), data))


def test_body(endpoint: UUID, at: datetime) -> bytes:
    """What is sent to see whether an endpoint works."""
    data = shapes.Tested(endpoint)
    return msgspec.json.encode(shapes.Envelope(TEST_KIND, at.astimezone(UTC), data))


def _told(value: Any) -> Any:
    match value:
        case Money():
            return shapes.Amount(value.minor, str(value.currency))
        case StrEnum() | str():
            return _word(str(value))
        case _:
            return value


def _word(text: str) -> str:
    """Words of ours go out as they are; whatever else a provider may have said does not."""
    return text if text in EXPONENTS or _CODE.fullmatch(text) else _OTHER


def _schema(kind: str, shape: type[msgspec.Struct]) -> dict[str, Any]:
    (data,), components = msgspec.json.schema_components([shape], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": kind,
        "type": "object",
        "required": ["type", "timestamp", "data"],
        "properties": {
            "type": {"const": kind},
            "timestamp": {"type": "string", "format": "date-time"},
            "data": data,
        },
        "$defs": components,
    }
