"""What must hold of money, asked of our books and of the stand-ins' own."""

import contextlib
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import psycopg
from tests.modules.payments.given import Someone
from tests.rails.saboteur import Saboteur
from tests.sandbox.server import Receiver, SandboxClient

from batua.kit import clock
from batua.kit.db import Database, Tx, fetch_all
from batua.kit.journal import facts
from batua.kit.money import Currency
from batua.kit.secrets import KeyRing
from batua.modules.gateways import service as gateways
from batua.modules.gateways.types import Attempt, AttemptState, Direction
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import AccountKind, Leg, PostOrder
from batua.modules.payments import service as payments
from batua.modules.payments.store import payment as payment_store
from batua.modules.payments.types import Payment, PaymentStatus

REFUND = "test.refund"
UNDECIDED = "('created', 'pending', 'unknown')"
PATIENT = {"timeout_ms": 15_000, "budget_ms": 20_000, "tries": 2}


@dataclass
class Table:
    """Everything the schedules of one rail share.

    names  the rail and the other one, which goes on where it does not begin
    make   the rails by name, with other settings
    """

    db: Database
    keys: KeyRing
    sandbox: SandboxClient
    books: psycopg.AsyncConnection[Any]
    names: tuple[str, str]
    lines: dict[str, Saboteur]
    receivers: dict[str, Receiver]
    make: Any
    who: Someone
    currency: Currency
    taken: dict[str, int] = field(default_factory=dict)


@dataclass
class Witness:
    """Looks at what the payments of one schedule have become."""

    table: Table
    payments: list[tuple[UUID, Direction]] = field(default_factory=list)
    since: datetime = field(default_factory=clock.now)
    start_minor: int = 0
    start_clearing: dict[str, int] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)

    async def _begin(self) -> None:
        """Remember how it was before."""
        self.start_minor, self.start_clearing = await self._wallet(), await self._clearing()

    async def _check(self) -> None:
        """What holds at every moment."""
        moved = await self._moved()
        shares = await self._shares()
        for id, direction in self.payments:
            done = [minor for share in shares[id] if (minor := moved.get(share)) is not None]
            assert len(done) <= 1, f"{direction} moved twice"
            async with self.table.db.read() as tx:
                status = (await _payment(tx, id)).status
            if status is PaymentStatus.SUCCEEDED:
                # What was asked before it was looked at may come to be meanwhile; never the opposite.
                assert done or (await self._moved_of(shares[id])), f"{direction} was not moved"
            if direction is Direction.OUT and status is PaymentStatus.FAILED:
                assert not done, "given back, and paid out"

    async def _check_end(self) -> None:
        """What holds when all is over."""
        left = await self._attempts(f"state IN {UNDECIDED}")
        assert not left, [(one.provider, one.direction, one.state) for one in left]
        contradictions = await self._facts("gateways.contradicted")
        assert not contradictions, contradictions
        before, after = self.start_clearing, await self._clearing()
        ours = {name: after.get(name, 0) - before.get(name, 0) for name in self.table.names}
        theirs = await self._stand_ins_say()
        said = {name: theirs.get(name, 0) for name in self.table.names}
        assert ours == said, (ours, said)
        wallet, made = await self._wallet() - self.start_minor, await self._made()
        assert wallet == made, (wallet, made)
        async with self.table.db.read() as tx:
            assert (await ledger.verify(tx)).is_clean

    async def _made(self) -> int:
        """What the payments of this schedule made of the wallet."""
        made = 0
        for id, direction in self.payments:
            async with self.table.db.read() as tx:
                payment = await _payment(tx, id)
            if payment.status is PaymentStatus.SUCCEEDED:
                made += payment.amount.minor * (1 if direction is Direction.IN else -1)
        return made

    async def _facts(self, kind: str) -> list[Any]:
        async with self.table.db.read() as tx:
            return await facts(tx, (kind,))

    async def _clearing(self) -> dict[str, int]:
        """What our books say each provider holds for us."""
        async with self.table.db.read() as tx:
            rows = await fetch_all(
                tx,
                "SELECT n.owner, a.posted_debits_minor - a.posted_credits_minor FROM ledger.account a"
                " JOIN ledger.account_name n ON n.account_id = a.id"
                " WHERE n.kind = 'clearing' AND n.owner <> 'test'",
            )
        return {owner: minor for owner, minor in rows if minor}

    async def _stand_ins_say(self) -> dict[str, int]:
        """The same by the stand-ins' own books."""
        total: dict[str, int] = {}
        moved = await self._moved()
        for one in await self._attempts("true"):
            minor = moved.get(one.id)
            if minor is not None:
                signed = minor if one.direction is Direction.IN else -minor
                total[one.provider] = total.get(one.provider, 0) + signed
        return {name: minor for name, minor in total.items() if minor}

    async def _moved(self) -> dict[UUID, int]:
        """What the stand-ins moved for each attempt of ours."""
        rows = await self._books(
            "SELECT id, dialect, kind, reference, moved_minor FROM sandbox.movement"
            " WHERE SINCE AND status = 'succeeded'"
        )
        ours = {one.id for one in await self._attempts("true")}
        found = {}
        for id, dialect, kind, reference, minor in rows:
            attempt = attempt_of(reference)
            if attempt not in ours:
                continue
            if dialect == "paypal" and kind == "checkout" and not await self._is_captured(id):
                continue  # an order that is approved moves nothing until we capture it
            found[attempt] = minor
        return found

    async def _moved_of(self, attempts: list[UUID]) -> bool:
        moved = await self._moved()
        return any(attempt in moved for attempt in attempts)

    async def _is_captured(self, id: str) -> bool:
        rail = self.table.make("paypal", direct=True, **PATIENT)
        try:
            return bool((await rail.checkout.find(id)).status == "COMPLETED")
        finally:
            await rail.aclose()

    async def _shares(self) -> dict[UUID, list[UUID]]:
        """The attempts of each payment of this schedule."""
        found: dict[UUID, list[UUID]] = {id: [] for id, _ in self.payments}
        for one in await self._attempts("true"):
            if one.reference in found:
                found[one.reference].append(one.id)
        return found

    async def _attempts(self, where: str) -> list[Attempt]:
        async with self.table.db.read() as tx:
            rows = await fetch_all(
                tx,
                f"SELECT id FROM gateways.attempt WHERE created_at >= %(since)s AND {where}"
                " ORDER BY created_at, id",
                {"since": self.since},
            )
            return [await gateways.attempt(tx, id) for (id,) in rows]

    async def _top_up_of(self, id: UUID) -> Any:
        async with self.table.db.read() as tx:
            return await payments.top_up_of(tx, self.table.who.id, id)

    async def _movement(self, attempt: UUID) -> str | None:
        rows = await self._books(
            "SELECT id, reference FROM sandbox.movement WHERE SINCE AND kind = 'checkout'"
        )
        return next((id for id, reference in rows if attempt_of(reference) == attempt), None)

    async def _books(self, sql: str) -> list[tuple[Any, ...]]:
        """What is in the stand-ins' books since this schedule began."""
        since = "created_at >= %(since)s"
        found = await self.table.books.execute(sql.replace("SINCE", since), {"since": self.since})
        return await found.fetchall()

    async def _wallet(self) -> int:
        async with self.table.db.transaction() as tx:
            wallet = await payments.open_wallet(tx, self.table.who.id, self.table.currency)
            return (await ledger.account(tx, wallet.account)).balance.minor


async def _payment(tx: Tx, id: UUID) -> Payment:
    """A payment, whoever's."""
    found = await payment_store.find(tx, id)
    assert found is not None
    return found


def attempt_of(reference: str) -> UUID | None:
    """Providers that know no lines in a reference were given it without them."""
    with contextlib.suppress(ValueError):
        return UUID(reference)
    return None


async def settle_refund(tx: Tx, attempt: Attempt) -> None:
    """What came goes back from the suspense account, once the provider has given it back."""
    if attempt.state is not AttemptState.SUCCEEDED:
        return
    clearing, source = [
        await ledger.open_account(
            tx, kind=kind, owner=owner, currency=attempt.amount.currency, floor_minor=None
        )
        for kind, owner in (
            (AccountKind.CLEARING, attempt.provider),
            (AccountKind.SUSPENSE, "refunds"),
        )
    ]
    legs = (Leg(source.id, clearing.id, attempt.amount),)
    await ledger.post(tx, PostOrder(id=attempt.id, kind="refund", ref=str(attempt.id), legs=legs))
