"""A batch looked at before: whom each line names, every reason against it, what would be left."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from batua.kit.db import Database
from batua.kit.money import Currency, Money
from batua.kit.refusal import Refusal
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.identity.types import PersonId
from batua.modules.payments.errors import BatchTooLong, PayeeNotFound
from batua.modules.payments.rules import bulk as rules
from batua.modules.payments.rules import words
from batua.modules.payments.rules.bulk import Purse
from batua.modules.payments.service.bulk.purses import purses as purses_of
from batua.modules.payments.service.bulk.recipients import recognise, without_wallet
from batua.modules.payments.service.people import payees
from batua.modules.payments.types import (
    Caution,
    Fault,
    Payee,
    Preview,
    PreviewLine,
    PreviewTotal,
    Wanted,
)

AT_ONCE: Final = 500
"""So many people are opened in one go: other requests come in between."""

Who = Mapping[str, Payee | Refusal]


async def preview(
    db: Database, keys: KeyRing, person: PersonId, lines: Sequence[Wanted]
) -> Preview:
    """Say what a batch would do, line by line, without doing it; nothing moves.

    refuses  BatchTooLong
    """
    if not 1 <= len(lines) <= rules.MAX_LINES:
        raise BatchTooLong(rules.MAX_LINES)
    known = await recognise(db, keys, person, lines)
    who = await _seen(db, keys, person, known)
    async with db.transaction() as tx:
        pairs = {
            (payee.party.id, line.amount.currency)
            for line in lines
            if line.amount is not None and isinstance(payee := who[line.recipient], Payee)
        }
        lacking = await without_wallet(tx, keys, person, pairs, opens=False)
        me = await identity.person(tx, keys, person)
        currencies = {line.amount.currency for line in lines if line.amount is not None}
        purses = await purses_of(tx, me, currencies, has_pin=True)
    return _judged(lines, who, lacking, purses)


async def _seen(
    db: Database, keys: KeyRing, viewer: PersonId, known: Mapping[str, PersonId | Refusal]
) -> Who:
    ids = list({id for id in known.values() if not isinstance(id, Refusal)})
    seen: dict[PersonId, Payee] = {}
    for start in range(0, len(ids), AT_ONCE):
        async with db.transaction() as tx:
            seen |= await payees(tx, keys, viewer, ids[start : start + AT_ONCE])
    return {
        text: one if isinstance(one, Refusal) else seen.get(one) or PayeeNotFound()
        for text, one in known.items()
    }


def _judged(
    lines: Sequence[Wanted],
    who: Who,
    lacking: Mapping[tuple[PersonId, Currency], Refusal],
    purses: dict[Currency, Purse],
) -> Preview:
    """Each line judged after those before it, as if those that can go had gone."""
    named = Counter(one.party.id for line in lines if isinstance(one := who[line.recipient], Payee))
    needs_pin = False
    totals: dict[Currency, int] = {}
    seen: list[PreviewLine] = []
    for line in lines:
        found, faults = who[line.recipient], list(line.faults)
        payee = found if isinstance(found, Payee) else None
        if isinstance(found, Refusal):
            faults.insert(0, Fault("recipient", found))
        if payee is not None and line.amount is not None:
            refusal = lacking.get((payee.party.id, line.amount.currency))
            if refusal is not None:
                faults.append(Fault("recipient", refusal))
        if line.amount is not None:
            purse = purses[line.amount.currency]
            faults += [Fault("amount", refusal) for refusal in purse.refusals(line.amount)]
            if not faults and payee is not None:
                purse.take(line.amount)
                totals[line.amount.currency] = (
                    totals.get(line.amount.currency, 0) + line.amount.minor
                )
                is_high = line.amount >= purse.limits.no_pin_below
                needs_pin = needs_pin or is_high or not payee.paid_before
        cautions = _cautions(line, payee, named)
        seen.append(PreviewLine(line, payee, tuple(faults), cautions))
    return Preview(seen, [_total(c, totals.get(c, 0), p) for c, p in purses.items()], needs_pin)


def _cautions(
    line: Wanted, payee: Payee | None, named: Mapping[PersonId, int]
) -> tuple[Caution, ...]:
    if payee is None:
        return ()
    found: list[Caution] = []
    if named[payee.party.id] > 1:
        found.append(Caution.PAID_TWICE)
    # Only what the payer is shown of the name is compared: the rest must not be guessed out of it.
    mine, hers = (words.fold(text).split() for text in (line.name, payee.party.name))
    if mine and hers:
        shown, dots, _ = hers[0].partition("•")
        is_hers = mine[0].startswith(shown) if dots else mine[0] == shown
        if not is_hers:
            found.append(Caution.NAME_DIFFERS)
    return tuple(found)


def _total(currency: Currency, minor: int, purse: Purse) -> PreviewTotal:
    return PreviewTotal(Money(minor, currency), Money(purse.available, currency), purse.limits)
