"""Many sends by one call of the database."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec

from batua.kit.db import Tx, array_of, fetch_all, text_array_of
from batua.kit.money import Money
from batua.modules.identity.types import PersonId
from batua.modules.payments.types import PaymentId, RequestId, Span


class Item(msgspec.Struct, frozen=True, gc=False):
    """A send that is ready: everything is looked up that need not be looked up under a lock."""

    id: PaymentId
    payer: PersonId
    payee: PersonId
    amount: Money
    note: str
    code: str
    key: str
    request_hash: bytes
    request: RequestId | None
    has_pin: bool
    is_acquainted: bool
    time_zone: str


class Placed(msgspec.Struct, frozen=True, gc=False):
    """A send that was made: the balances it left, in minor units."""

    payer_balance_minor: int
    payee_balance_minor: int
    at: datetime


_SEND = """
    SELECT n, payer_balance_minor, payee_balance_minor FROM payments.send_batch_v1(
        %(ids)s::uuid[], %(payers)s::uuid[], %(payees)s::uuid[], %(currencies)s::text[],
        %(amounts_minor)s::bigint[], %(notes)s::text[], %(codes)s::text[], %(keys)s::text[],
        %(hashes)s::bytea[], %(requests)s::uuid[], %(pins)s::boolean[], %(acquainted)s::boolean[],
        %(days)s::timestamptz[], %(months)s::timestamptz[], %(decimals)s::smallint[],
        %(tier)s, %(at)s
    )
"""


async def send(
    tx: Tx, items: Sequence[Item], spans: Sequence[Span], tier: str, at: datetime
) -> list[Placed | None]:
    """Make those of the sends that can be made just so; None for each of the others.

    spans  for each item, the day and the month that its payer lives in
    """
    params: dict[str, Any] = {
        "ids": array_of(item.id for item in items),
        "payers": array_of(item.payer for item in items),
        "payees": array_of(item.payee for item in items),
        "currencies": array_of(item.amount.currency for item in items),
        "amounts_minor": array_of(item.amount.minor for item in items),
        "notes": text_array_of(item.note for item in items),
        "codes": array_of(item.code for item in items),
        "keys": text_array_of(item.key for item in items),
        "hashes": text_array_of("\\x" + item.request_hash.hex() for item in items),
        "requests": array_of(item.request for item in items),
        "pins": array_of(item.has_pin for item in items),
        "acquainted": array_of(item.is_acquainted for item in items),
        "days": text_array_of(str(span.day) for span in spans),
        "months": text_array_of(str(span.month) for span in spans),
        "decimals": array_of(item.amount.currency.exponent for item in items),
        "tier": tier,
        "at": at,
    }
    placed: list[Placed | None] = [None] * len(items)
    for n, payer_minor, payee_minor in await fetch_all(tx, _SEND, params):
        placed[n - 1] = Placed(payer_minor, payee_minor, at)
    return placed
