"""What is kept of each payer's day and month, and when it must be added up anew."""

from collections.abc import Collection, Mapping
from uuid import UUID

from batua.kit.db import Tx, array_of, execute, fetch_all, text_array_of
from batua.kit.money import Currency, Money
from batua.modules.identity.types import PersonId
from batua.modules.payments.store.wallet import WalletName
from batua.modules.payments.types import Span, Used

# An aggregate under a condition that is false reads nothing.
_USED = """
    SELECT
        a.person, a.currency, coalesce(k.day_minor, sums.day_minor, 0),
        coalesce(k.month_minor, sums.month_minor, 0)
    FROM unnest(
        %(people)s::uuid[], %(currencies)s::text[], %(days)s::timestamptz[],
        %(months)s::timestamptz[]
    ) AS a (person, currency, day, month)
    LEFT JOIN payments.spent AS k
        ON k.person = a.person AND k.currency = a.currency
        AND k.day_from = a.day AND k.month_from = a.month
    CROSS JOIN LATERAL (
        SELECT
            sum(p.amount_minor) FILTER (WHERE p.created_at >= a.day)::bigint AS day_minor,
            sum(p.amount_minor)::bigint AS month_minor
        FROM payments.payment AS p
        WHERE
            k.person IS NULL
            AND p.payer = a.person AND p.currency = a.currency AND p.created_at >= a.month
            AND p.kind IN ('send', 'request', 'withdrawal', 'pot_in')
            AND (p.attempt_id IS NULL OR p.kind <> 'pot_in')
            AND (p.pot_id IS NULL OR p.kind <> 'withdrawal')
            AND p.status IN ('succeeded', 'pending', 'unknown')
    ) AS sums
"""


async def used_of(tx: Tx, spans: Mapping[WalletName, Span]) -> dict[WalletName, Used]:
    """What left wallets in the day and the month of a span each; their accounts are locked."""
    asked = {
        "people": array_of(name.person for name in spans),
        "currencies": array_of(name.currency for name in spans),
        "days": text_array_of(str(span.day) for span in spans.values()),
        "months": text_array_of(str(span.month) for span in spans.values()),
    }
    return {
        WalletName(PersonId(person), currency): Used(Money(day, currency), Money(month, currency))
        for person, name, day, month in await fetch_all(tx, _USED, asked)
        for currency in (Currency(name),)
    }


async def forget_all(tx: Tx, names: Collection[WalletName]) -> None:
    """The same as `forget`, for many."""
    await execute(
        tx,
        "DELETE FROM payments.spent AS s"
        " USING unnest(%(people)s::uuid[], %(currencies)s::text[]) AS a (person, currency)"
        " WHERE s.person = a.person AND s.currency = a.currency",
        {
            "people": array_of(name.person for name in names),
            "currencies": array_of(name.currency for name in names),
        },
    )


async def forget(tx: Tx, person: UUID, currency: Currency) -> None:
    """Let the next send add up the payer's month: a payment of hers came or changed another way.

    Call it with her account locked, as the sends have it.
    """
    await execute(
        tx,
        "DELETE FROM payments.spent WHERE person = %(person)s AND currency = %(currency)s",
        {"person": person, "currency": str(currency)},
    )
