"""The payment_link and link_checkout tables: what was asked for by links, and what was begun."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from batua.kit.db import Tx, execute, fetch_all, fetch_one, fetch_value
from batua.kit.money import Currency, Money
from batua.kit.once import Keys
from batua.kit.secrets import KeyRing
from batua.modules.identity.types import PersonId
from batua.modules.payments.errors import KeyReused
from batua.modules.payments.store import turning
from batua.modules.payments.types import PaymentStatus
from batua.modules.payments.types.payment_links import (
    LinkCheckout,
    PaymentLink,
    PaymentLinkId,
)

SECRET: Final = "payments.payment_link"  # noqa: S105 - what sealed secrets are for
keys_of_payers: Final = Keys("payments.link_key", KeyReused)
"""What keys of people without an account were used for, each link on its own."""

_LINK: Final = (
    "id, person, currency, least_minor, most_minor, note, is_once, created_at, expires_at,"
    " cancelled_at, paid_count, received_minor"
)
_CHECKOUT: Final = (
    "c.id, c.link_id, l.currency, c.amount_minor, c.attempt_id, c.status, c.failure,"
    " c.created_at, c.expires_at, c.settled_at"
)
_CHECKOUTS: Final = (
    f"SELECT {_CHECKOUT} FROM payments.link_checkout AS c"  # noqa: S608 - our own names
    " INNER JOIN payments.payment_link AS l ON l.id = c.link_id"
)


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link as it lies in the table, without its secret."""

    id: UUID
    person: UUID
    currency: str
    least_minor: int
    most_minor: int
    note: str
    is_once: bool
    created_at: datetime
    expires_at: datetime
    cancelled_at: datetime | None
    paid_count: int
    received_minor: int

    def to_link(self) -> PaymentLink:
        currency = Currency(self.currency)
        return PaymentLink(
            id=PaymentLinkId(self.id),
            person=PersonId(self.person),
            least=Money(self.least_minor, currency),
            most=Money(self.most_minor, currency),
            note=self.note,
            is_once=self.is_once,
            created_at=self.created_at,
            expires_at=self.expires_at,
            cancelled_at=self.cancelled_at,
            paid_count=self.paid_count,
            received=Money(self.received_minor, currency),
        )


@dataclass(frozen=True, slots=True)
class CheckoutRow:
    """A checkout as it lies in the table, with the currency of its link."""

    id: UUID
    link_id: UUID
    currency: str
    amount_minor: int
    attempt_id: UUID
    status: str
    failure: str | None
    created_at: datetime
    expires_at: datetime
    settled_at: datetime | None

    def to_checkout(self) -> LinkCheckout:
        return LinkCheckout(
            id=self.id,
            link=PaymentLinkId(self.link_id),
            amount=Money(self.amount_minor, Currency(self.currency)),
            attempt=self.attempt_id,
            status=PaymentStatus(self.status),
            failure=self.failure,
            created_at=self.created_at,
            expires_at=self.expires_at,
            settled_at=self.settled_at,
        )


async def add(tx: Tx, link: PaymentLink, secret_hash: bytes, sealed: bytes) -> None:
    """Write a new link."""
    await execute(
        tx,
        "INSERT INTO payments.payment_link (id, person, currency, least_minor, most_minor, note,"
        " is_once, secret_hash, sealed, created_at, expires_at) VALUES (%(id)s, %(person)s,"
        " %(currency)s, %(least)s, %(most)s, %(note)s, %(is_once)s, %(hash)s, %(sealed)s,"
        " %(created_at)s, %(expires_at)s)",
        {
            "id": link.id,
            "person": link.person,
            "currency": str(link.least.currency),
            "least": link.least.minor,
            "most": link.most.minor,
            "note": link.note,
            "is_once": link.is_once,
            "hash": secret_hash,
            "sealed": sealed,
            "created_at": link.created_at,
            "expires_at": link.expires_at,
        },
    )


async def find(tx: Tx, id: UUID) -> PaymentLink | None:
    """The link, whoever asks: callers check whose it is."""
    return await _link(tx, "id = %(id)s", {"id": id})


async def lock(tx: Tx, id: UUID) -> PaymentLink | None:
    """The link, held until the transaction ends."""
    return await _link(tx, "id = %(id)s FOR NO KEY UPDATE", {"id": id})


async def by_secret(tx: Tx, secret_hash: bytes) -> PaymentLink | None:
    """The link that a secret opens."""
    return await _link(tx, "secret_hash = %(hash)s", {"hash": secret_hash})


async def lock_by_secret(tx: Tx, secret_hash: bytes) -> PaymentLink | None:
    """The same, held until the transaction ends: one checkout is begun at a time."""
    return await _link(tx, "secret_hash = %(hash)s FOR NO KEY UPDATE", {"hash": secret_hash})


async def sealed_of(tx: Tx, ids: Sequence[UUID]) -> dict[UUID, bytes]:
    """The sealed secrets of links; the caller bounds how many."""
    rows = await fetch_all(
        tx,
        "SELECT id, sealed FROM payments.payment_link WHERE id = ANY(%(ids)s)",
        {"ids": list(ids)},
    )
    return dict(rows)


async def count_open(tx: Tx, person: UUID, now: datetime) -> int:
    """How many links of a person can be paid."""
    return int(
        await fetch_value(
            tx,
            "SELECT count(*) FROM payments.payment_link WHERE person = %(person)s"
            " AND cancelled_at IS NULL AND expires_at > %(now)s"
            " AND NOT (is_once AND paid_count > 0)",
            {"person": person, "now": now},
        )
    )


async def page(
    tx: Tx, person: UUID, after: tuple[datetime, UUID] | None, limit: int
) -> list[PaymentLink]:
    """A person's links, newest first, from after a position on."""
    params: dict[str, Any] = {"person": person, "limit": limit}
    where = "person = %(person)s"
    if after is not None:
        where += " AND (created_at, id) < (%(after_at)s, %(after_id)s)"
        params["after_at"], params["after_id"] = after
    rows = await fetch_all(
        tx,
        f"SELECT {_LINK} FROM payments.payment_link WHERE {where}"  # noqa: S608 - our own names
        " ORDER BY created_at DESC, id DESC LIMIT %(limit)s",
        params,
        row=LinkRow,
    )
    return [row.to_link() for row in rows]


async def cancel(tx: Tx, id: UUID, at: datetime) -> None:
    """End a locked link before its time; the first time stands."""
    await execute(
        tx,
        "UPDATE payments.payment_link SET cancelled_at = coalesce(cancelled_at, %(at)s)"
        " WHERE id = %(id)s",
        {"id": id, "at": at},
    )


async def count_paid(tx: Tx, id: UUID, amount: Money) -> None:
    """Add what has come by a locked link."""
    await execute(
        tx,
        "UPDATE payments.payment_link SET paid_count = paid_count + 1,"
        " received_minor = received_minor + %(minor)s WHERE id = %(id)s",
        {"id": id, "minor": amount.minor},
    )


async def add_checkout(tx: Tx, checkout: LinkCheckout) -> None:
    """Write a checkout that was begun."""
    await execute(
        tx,
        "INSERT INTO payments.link_checkout"
        " (id, link_id, amount_minor, attempt_id, status, created_at, expires_at)"
        " VALUES (%(id)s, %(link)s, %(minor)s, %(attempt)s, 'pending', %(at)s, %(expires_at)s)",
        {
            "id": checkout.id,
            "link": checkout.link,
            "minor": checkout.amount.minor,
            "attempt": checkout.attempt,
            "at": checkout.created_at,
            "expires_at": checkout.expires_at,
        },
    )


async def checkout(tx: Tx, id: UUID) -> LinkCheckout | None:
    """A checkout, whoever asks."""
    return await _checkout(tx, "c.id = %(id)s", {"id": id})


async def lock_checkout(tx: Tx, id: UUID) -> LinkCheckout | None:
    """A checkout, held until the transaction ends; its link is held before."""
    return await _checkout(tx, "c.id = %(id)s FOR NO KEY UPDATE OF c", {"id": id})


async def open_checkouts(tx: Tx, link: UUID, now: datetime, limit: int) -> list[LinkCheckout]:
    """Checkouts of a link that can still be paid, the newest first."""
    rows = await fetch_all(
        tx,
        f"{_CHECKOUTS} WHERE c.link_id = %(link)s AND c.status IN ('pending', 'unknown')"
        " AND c.expires_at > %(now)s ORDER BY c.expires_at DESC LIMIT %(limit)s",
        {"link": link, "now": now, "limit": limit},
        row=CheckoutRow,
    )
    return [row.to_checkout() for row in rows]


async def paid_checkouts(
    tx: Tx, link: UUID, after: tuple[datetime, UUID] | None, limit: int
) -> list[LinkCheckout]:
    """Checkouts of a link whose money has come, newest first, from after a position on."""
    params: dict[str, Any] = {"link": link, "limit": limit}
    where = "c.link_id = %(link)s AND c.status = 'succeeded'"
    if after is not None:
        where += " AND (c.created_at, c.id) < (%(after_at)s, %(after_id)s)"
        params["after_at"], params["after_id"] = after
    rows = await fetch_all(
        tx,
        f"{_CHECKOUTS} WHERE {where} ORDER BY c.created_at DESC, c.id DESC LIMIT %(limit)s",
        params,
        row=CheckoutRow,
    )
    return [row.to_checkout() for row in rows]


async def write_checkout(tx: Tx, checkout: LinkCheckout) -> None:
    """Write where a locked checkout has come to."""
    await execute(
        tx,
        "UPDATE payments.link_checkout SET attempt_id = %(attempt)s, status = %(status)s,"
        " failure = %(failure)s, settled_at = %(settled_at)s WHERE id = %(id)s",
        {
            "id": checkout.id,
            "attempt": checkout.attempt,
            "status": checkout.status.value,
            "failure": checkout.failure,
            "settled_at": checkout.settled_at,
        },
    )


async def reseal(tx: Tx, keys: KeyRing, after: UUID, limit: int) -> tuple[UUID, int] | None:
    """Seal the next secrets under the current key: the last id seen, and how many; or None."""
    return await turning.reseal(tx, keys, ("payments.payment_link", SECRET), after, limit)


async def _link(tx: Tx, where: str, params: dict[str, Any]) -> PaymentLink | None:
    row = await fetch_one(
        tx,
        f"SELECT {_LINK} FROM payments.payment_link WHERE {where}",  # noqa: S608 - our own names
        params,
        row=LinkRow,
    )
    return None if row is None else row.to_link()


async def _checkout(tx: Tx, where: str, params: dict[str, Any]) -> LinkCheckout | None:
    row = await fetch_one(tx, f"{_CHECKOUTS} WHERE {where}", params, row=CheckoutRow)
    return None if row is None else row.to_checkout()
