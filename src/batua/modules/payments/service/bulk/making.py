"""Making a part of a batch in one transaction: its lines judged in order, then sent at once."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from batua.kit import clock, ids
from batua.kit.db import Tx
from batua.kit.money import Currency
from batua.kit.refusal import Refusal
from batua.modules.identity.types import Person
from batua.modules.ledger import service as ledger
from batua.modules.ledger.errors import AccountClosed
from batua.modules.payments.errors import BatchRefused, KeyReused
from batua.modules.payments.rules import bulk as rules
from batua.modules.payments.rules import limits as limit_rules
from batua.modules.payments.rules import words
from batua.modules.payments.rules.bulk import Purse
from batua.modules.payments.service.bulk.purses import purses as purses_of
from batua.modules.payments.store import bulk as store
from batua.modules.payments.store import lane as lane_store
from batua.modules.payments.store.bulk import Line, Part
from batua.modules.payments.store.key import once
from batua.modules.payments.types import (
    Actor,
    BatchId,
    LineRefusal,
    PaymentId,
    Screen,
    SendOrder,
)


@dataclass(frozen=True, slots=True)
class Making:
    """A batch while its parts are made."""

    id: BatchId
    person: Person
    actor: Actor
    has_pin: bool
    screens: Sequence[Screen] = ()


class _LeftOutError(Exception):
    """Lines that ought to go were left out: the part is judged once more without them."""

    def __init__(self, places: Sequence[int]) -> None:
        super().__init__()
        self.places = places


async def locked(tx: Tx, making: Making, parts: Sequence[Part]) -> dict[Currency, Purse]:
    """Lock every account that the parts touch, at once and in order; then the payer's purses."""
    going = [
        line
        for part in parts
        for n, line in enumerate(part.lines, part.first_line)
        if n not in part.refusals
    ]
    currencies = {line.amount.currency for line in going if line.amount is not None}
    people = {line.payee for line in going if line.payee is not None} | {making.person.id}
    # The ledger sorts them itself.
    await store.lock_wallets(tx, list(people), list(currencies))
    return await purses_of(tx, making.person, currencies, has_pin=making.has_pin)


async def make_all(tx: Tx, making: Making, parts: Sequence[Part]) -> None:
    """Make every line, or say of every line that cannot go why.

    refuses  BatchRefused
    """
    purses = await locked(tx, making, parts)
    refusals: dict[int, LineRefusal] = {}
    for n, part in enumerate(parts):
        made = await make(tx, making, part, purses)
        refusals |= made.refusals
        await store.finish(tx, making.id, n, made, clock.now())
    if refusals:
        raise BatchRefused(len(refusals), [_told(n, refusals[n]) for n in sorted(refusals)])


def _told(line: int, refusal: LineRefusal) -> dict[str, Any]:
    cls = Refusal.registry[refusal.code]
    return {"line": line, **asdict(refusal), "detail": cls.summary(), "todo": cls.todo}


async def make(tx: Tx, making: Making, part: Part, purses: dict[Currency, Purse]) -> Part:
    """Make a part as far as its lines can go; the purses are left as it leaves them."""
    known = dict(part.refusals)
    while True:
        trial = {currency: replace(purse) for currency, purse in purses.items()}
        going, refusals = await _judge(tx, making, replace(part, refusals=known), trial)
        items = [_item(making, n, part.lines[n - part.first_line]) for n in going]
        try:
            async with tx.transaction():
                await _send(tx, making, items)
        except _LeftOutError as left:
            known |= await _why(tx, making, part, [going[place] for place in left.places])
            continue
        purses.update(trial)
        payments: list[PaymentId | None] = [None] * len(part.lines)
        for n, item in zip(going, items, strict=True):
            payments[n - part.first_line] = item.id
        return Part(part.first_line, part.lines, refusals, payments)


async def _judge(
    tx: Tx, making: Making, part: Part, purses: Mapping[Currency, Purse]
) -> tuple[list[int], dict[int, LineRefusal]]:
    """Which lines go, one after another, and why the others do not."""
    going: list[int] = []
    refusals = dict(part.refusals)
    for n, line in enumerate(part.lines, part.first_line):
        if n in refusals:
            continue
        assert line.amount is not None, "a line without an amount was refused before"
        purse = purses[line.amount.currency]
        found = purse.refusals(line.amount)
        if not found and making.screens:
            found = await _screened(tx, making, n, line)
        if found:
            refusals[n] = rules.refusal_of(found[0])
        else:
            purse.take(line.amount)
            going.append(n)
    return going, refusals


async def _screened(tx: Tx, making: Making, n: int, line: Line) -> list[Refusal]:
    assert line.payee is not None
    assert line.amount is not None
    order = SendOrder(making.actor, line.payee, line.amount, line.note, _key(making.id, n))
    try:
        for screen in making.screens:
            async with tx.transaction():
                await screen(tx, order)
    except Refusal as refusal:
        return [refusal]
    return []


def _key(batch: BatchId, line: int) -> str:
    """The key of a line: it is sent once, whoever makes the batch."""
    return f"{batch}:{line}"


def _item(making: Making, n: int, line: Line) -> lane_store.Item:
    assert line.payee is not None
    assert line.amount is not None
    id = PaymentId(ids.new_id())
    return lane_store.Item(
        id=id,
        payer=making.person.id,
        payee=line.payee,
        amount=line.amount,
        note=line.note,
        code=words.reference(id),
        key=_key(making.id, n),
        request_hash=making.id.bytes,
        request=None,
        has_pin=True,  # it is judged already, with the limits of this very moment
        is_acquainted=True,
        time_zone=making.person.time_zone,
    )


async def _send(tx: Tx, making: Making, items: Sequence[lane_store.Item]) -> None:
    if not items:
        return
    at = clock.now()
    spans = [limit_rules.span(at, making.person.time_zone)] * len(items)
    placed = await lane_store.send(tx, items, spans, limit_rules.DEFAULT_TIER, at)
    left = [place for place, one in enumerate(placed) if one is None]
    if left:
        raise _LeftOutError(left)


async def _why(tx: Tx, making: Making, part: Part, lines: Sequence[int]) -> dict[int, LineRefusal]:
    """Why lines that the payer could afford were left out: the payee is closed, or the key taken."""
    chosen = {n: part.lines[n - part.first_line] for n in lines}
    people = [line.payee for line in chosen.values() if line.payee is not None]
    currencies = [line.amount.currency for line in chosen.values() if line.amount is not None]
    accounts = await store.accounts_of(tx, people, currencies)
    read = {account.id: account for account in await ledger.accounts(tx, list(accounts.values()))}
    found: dict[int, LineRefusal] = {}
    for n, line in chosen.items():
        assert line.payee is not None
        assert line.amount is not None
        account = read[accounts[line.payee, str(line.amount.currency)]]
        if account.is_open:
            claim = await once.find(tx, making.person.id, _key(making.id, n))
            assert claim is not None, "a line that could go was left out"
        found[n] = rules.refusal_of(KeyReused() if account.is_open else AccountClosed())
    return found
