"""What a superuser alters in payments is named, sealed or not, and untouched books are whole."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import psycopg
import pytest
from tests.conftest import copy_database, drop_database, opened
from tests.modules.ledger.test_tampering import unguarded
from tests.modules.payments.given import ask, fund, inr, pay, send, someone, usd
from tests.modules.payments.rails_given import BANK, sandbox_provider

from batua.kit.db import Database, Tx, execute, fetch_value
from batua.kit.ids import new_id
from batua.kit.money import Currency
from batua.kit.secrets import KeyRing
from batua.modules.gateways import service as gateways
from batua.modules.gateways.types import Rails
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import Damage, Head
from batua.modules.payments import service as payments
from batua.modules.payments.types.rails import TopUpOrder, WithdrawOrder

NAME = re.compile(r"\{(\w+)\}")
PROOFS = payments.proofs(b"the key of this test".ljust(32))


@dataclass(frozen=True)
class Books:
    """Something of everything, most of it sealed."""

    url: str
    head: Head
    names: dict[str, str]


async def _settled(db: Database, payment: object, settle: object) -> None:
    """The provider says that an attempt succeeded."""
    async with db.transaction() as tx:
        attempt = payment.attempt.id if hasattr(payment, "attempt") else payment
        await execute(
            tx,
            "UPDATE gateways.attempt SET state = 'succeeded', received_minor = amount_minor,"
            " received_currency = currency, next_ask_at = NULL WHERE id = %(id)s",
            {"id": attempt},
        )
        await settle(tx, await gateways.attempt(tx, attempt))


async def _written(url: str, keys: KeyRing) -> Books:
    rails = Rails(
        providers={"sandbox": sandbox_provider("http://127.0.0.1:1", "http://127.0.0.1:1")},
        settlements={},
        keys=keys,
    )
    async with opened(url, pool_max=10) as db:
        asha = await someone(db, keys, "Asha Devi", "+919876543210", money=900_00)
        bina = await someone(db, keys, "Bina Kumari", "+919812345678", money=10_00)
        for who in (asha, bina):
            await fund(db, who, usd(50_00))
        async with db.transaction() as tx:
            order = TopUpOrder(asha.id, inr(500_00), str(new_id()), "http://batua.test")
            top_up = await payments.top_up(tx, rails, order)
        await _settled(db, top_up.attempt.id, payments.settle_top_up)
        withdrawals = []
        for _ in range(2):
            async with db.transaction() as tx:
                order = WithdrawOrder(asha.actor, inr(100_00), BANK, str(new_id()))
                withdrawals.append(await payments.withdraw(tx, keys, rails, order))
        gone, leaving = (made.payment for made in withdrawals)
        await _settled(db, gone.attempt, payments.settle_withdrawal)
        sent = await send(db, keys, asha, bina, inr(100_00))
        await send(db, keys, asha, bina, usd(1_00))
        other = await send(db, keys, bina, asha, inr(40_00))
        request = await ask(db, keys, bina, asha, inr(25_00))
        paid = await pay(db, keys, asha, request)
        assert await ledger.seal(db, PROOFS) == 1
        async with db.read() as tx:
            head = await ledger.head(tx)
        late = await send(db, keys, asha, bina, inr(7_00))
        async with db.transaction() as tx:
            wallet = await payments.open_wallet(tx, asha.id, Currency("INR"))
        assert head is not None
        names = {
            "asha": asha.id,
            "bina": bina.id,
            "sent": sent.payment.id,
            "other": other.payment.id,
            "paid": paid.payment.id,
            "request": request,
            "top_up": top_up.payment.id,
            "top_up_attempt": top_up.attempt.id,
            "gone": gone.id,
            "gone_attempt": gone.attempt,
            "leaving": leaving.id,
            "late": late.payment.id,
            "wallet": wallet.account,
        }
        return Books(url, head, {name: str(id) for name, id in names.items()})


@pytest.fixture(scope="module")
def books(server_url: str, template_url: str, keys: KeyRing) -> Iterator[Books]:
    """One database for all that is rolled back."""
    url = copy_database(server_url)
    yield asyncio.run(_written(url, keys))
    drop_database(server_url, url)


@pytest.fixture
async def thief(books: Books) -> AsyncIterator[Tx]:
    """A superuser in a transaction of one moment, rolled back at the end."""
    conn = await psycopg.AsyncConnection.connect(books.url, autocommit=True)
    await conn.set_isolation_level(psycopg.IsolationLevel.REPEATABLE_READ)
    try:
        async with conn.transaction(force_rollback=True):
            yield conn
    finally:
        await conn.close()


async def test_untouched_books_are_whole(books: Books, thief: Tx) -> None:
    found = await ledger.verify(thief, proofs=PROOFS, elsewhere=[books.head])
    assert found.damages == ()
    assert (found.blocks, found.waiting) == (1, 1)
    assert [part.name for part in found.parts] == [
        *("chain", "accounts", "entries", "holds", "sums", "safeguarding", "guards"),
        *("payments", "limits"),
    ]
    assert await fetch_value(thief, "SELECT count(*) FROM payments.witness_v1(0, 1000)") == 7


SEALED = "what belongs to it elsewhere is not what was sealed with it"
OF_PAYMENT = [
    (f"UPDATE payments.payment SET {change} WHERE id = '{{sent}}'", "ledger.entry", SEALED)
    for change in (
        "amount_minor = 1",
        "fee_minor = 1",
        "payer = '{bina}', payee = '{asha}'",
        "payee = gen_random_uuid()",
        "status = 'failed'",
        "kind = 'top_up'",
        "currency = 'USD'",
        "created_at = created_at - interval '1 day'",
        "settled_at = settled_at + interval '1 s'",
        "reference = 'another'",
        "payer_balance_minor = payer_balance_minor + 1",
        "payee_balance_minor = NULL",
        "entry_id = gen_random_uuid()",
    )
] + [
    ("DELETE FROM payments.payment WHERE id = '{sent}'", "ledger.entry", SEALED),
    (
        "UPDATE payments.payment SET amount_minor = 1 WHERE id = '{gone}'",
        "ledger.entry",
        SEALED,
    ),
    (
        "UPDATE payments.payment SET attempt_id = gen_random_uuid() WHERE id = '{top_up}'",
        "ledger.entry",
        SEALED,
    ),
]
OF_KEY = [
    ("UPDATE payments.key SET key = 'k' WHERE result = '{sent}'", "ledger.entry", SEALED),
    (
        "UPDATE payments.key SET request_hash = substr(sha256('x'), 1, 16) WHERE result = '{sent}'",
        "ledger.entry",
        SEALED,
    ),
    ("UPDATE payments.key SET person = '{bina}' WHERE result = '{sent}'", "ledger.entry", SEALED),
    ("DELETE FROM payments.key WHERE result = '{sent}'", "ledger.entry", SEALED),
    ("DELETE FROM payments.key WHERE result = '{top_up}'", "ledger.entry", SEALED),
    (
        (
            "INSERT INTO payments.key SELECT person, 'twice', request_hash, result FROM payments.key"
            " WHERE result = '{sent}'"
        ),
        "ledger.entry",
        SEALED,
    ),
    (
        (
            "INSERT INTO payments.key SELECT person, 'none', request_hash,"
            " '00000000-0000-7000-8000-000000000001'::uuid"
            " FROM payments.key WHERE result = '{sent}'"
        ),
        "payments.key",
        "payment and idempotency key do not belong together",
    ),
    (
        "DELETE FROM payments.key WHERE result = '{leaving}'",
        "payments.key",
        "payment and idempotency key do not belong together",
    ),
]
NOT_SEALED = [
    (
        "UPDATE payments.payment SET amount_minor = 1 WHERE id = '{late}'",
        "payments.payment",
        "its amount is not that of its entry",
    ),
    (
        "UPDATE payments.payment SET payer = '{bina}', payee = '{asha}' WHERE id = '{late}'",
        "payments.key",
        "payment and idempotency key do not belong together",
    ),
    (
        (
            "WITH taken AS (UPDATE payments.key SET person = '{bina}' WHERE result = '{late}')"
            " UPDATE payments.payment SET payer = '{bina}', payee = '{asha}' WHERE id = '{late}'"
        ),
        "payments.payment",
        "its payer is not whose money its entry took",
    ),
    (
        "UPDATE payments.payment SET payee = gen_random_uuid() WHERE id = '{late}'",
        "payments.payment",
        "its payee is not who got the money of its entry",
    ),
    (
        "DELETE FROM payments.payment WHERE id = '{late}'",
        "payments.key",
        "payment and idempotency key do not belong together",
    ),
    (
        (
            "WITH gone AS (DELETE FROM payments.key WHERE result = '{late}')"
            " DELETE FROM payments.payment WHERE id = '{late}'"
        ),
        "ledger.entry",
        "there is no payment for this entry",
    ),
    (
        "UPDATE payments.payment SET status = 'failed' WHERE id = '{late}'",
        "payments.payment",
        "its status is not what the entries tell",
    ),
    (
        "UPDATE payments.payment SET entry_id = gen_random_uuid() WHERE id = '{late}'",
        "payments.payment",
        "its status is not what the entries tell",
    ),
    (
        (
            "INSERT INTO payments.payment (id, kind, status, payer, payee, currency, amount_minor,"
            " reference, entry_id, created_at, settled_at) SELECT '00000000-0000-7000-8000-000000000001', kind, status,"
            " payer, payee, currency, amount_minor, 'x', gen_random_uuid(), created_at, settled_at"
            " FROM payments.payment WHERE id = '{late}'"
        ),
        "payments.payment",
        "its status is not what the entries tell",
    ),
]
OF_OTHERS = [
    (
        "UPDATE payments.wallet SET account = '00000000-0000-7000-8000-000000000001' WHERE account = '{wallet}'",
        "payments.wallet",
        "its account is not its person's",
    ),
    (
        "UPDATE payments.payment SET amount_minor = 1 WHERE id = '{leaving}'",
        "payments.payment",
        "its money is not set aside as it says",
    ),
    (
        "UPDATE payments.payment SET status = 'failed', settled_at = now() WHERE id = '{leaving}'",
        "payments.payment",
        "its money is not set aside as it says",
    ),
    (
        "UPDATE payments.request SET status = 'open', closed_at = NULL WHERE id = '{request}'",
        "payments.request",
        "it and its payment do not agree",
    ),
    (
        "UPDATE payments.request SET amount_minor = 1 WHERE id = '{request}'",
        "payments.request",
        "it and its payment do not agree",
    ),
    (
        "UPDATE payments.spent SET day_minor = 0 WHERE person = '{asha}' AND currency = 'INR'",
        "payments.spent",
        "the payments add up to something else",
    ),
    (
        "UPDATE payments.spent SET month_minor = 0 WHERE person = '{asha}' AND currency = 'INR'",
        "payments.spent",
        "the payments add up to something else",
    ),
    (
        "UPDATE payments.limit_rule SET amount_minor = 50 WHERE kind = 'per_send'",
        "payments.payment",
        "it is above what could go in one payment",
    ),
    (
        (
            "UPDATE gateways.attempt SET amount_minor = 1, received_minor = 1"
            " WHERE id = '{top_up_attempt}'"
        ),
        "gateways.attempt",
        "provider and entries do not agree",
    ),
    (
        "UPDATE gateways.attempt SET state = 'failed' WHERE id = '{top_up_attempt}'",
        "gateways.attempt",
        "provider and entries do not agree",
    ),
    (
        "DELETE FROM gateways.attempt WHERE id = '{top_up_attempt}'",
        "gateways.attempt",
        "provider and entries do not agree",
    ),
]
EDITS = [*OF_PAYMENT, *OF_KEY, *NOT_SEALED, *OF_OTHERS]


@pytest.mark.parametrize(("edit", "table", "fault"), EDITS, ids=[edit[:70] for edit, *_ in EDITS])
async def test_whatever_is_altered_is_named(
    books: Books, thief: Tx, edit: str, table: str, fault: str
) -> None:
    async with unguarded(thief):
        await execute(thief, "SET LOCAL session_replication_role = replica")
        assert await execute(thief, edit.format(**books.names)) > 0
    found = await ledger.verify(thief, proofs=PROOFS, elsewhere=[books.head])
    first = found.damages[0]
    assert (first.table, first.fault) == (table, fault)
    known = [*books.names.values(), "00000000-0000-7000-8000-000000000001"]
    (named,) = {id for id in known if id in first.row}
    wanted = {books.names[name] for name in NAME.findall(edit)}
    wanted |= {books.names["gone_attempt"]} if "{gone}" in edit else set()
    wanted |= {books.names["top_up_attempt"]} if "{top_up}" in edit else set()
    assert named in wanted or named in edit or not wanted, "the row is the one that was altered"


async def test_money_out_of_nowhere_is_found_by_the_provider(books: Books, thief: Tx) -> None:
    """A program's own functions write a sound entry, for which no provider took money."""
    await execute(
        thief,
        "SELECT ledger.post_v1(gen_random_uuid(), 'top_up', '', ARRAY[c.public_id],"
        " ARRAY[%(wallet)s::uuid], ARRAY[1000000::bigint], ARRAY['INR'], now(), NULL)"
        " FROM ledger.named AS c WHERE c.kind = 'clearing' AND c.owner = 'sandbox'"
        " AND c.currency = 'INR'",
        {"wallet": books.names["wallet"]},
    )
    found = await ledger.verify(thief, proofs=PROOFS)
    entry = await fetch_value(thief, "SELECT id FROM ledger.entry ORDER BY seq DESC LIMIT 1")
    assert found.damages == (
        Damage(
            table="gateways.attempt",
            row=f"attempt {entry}",
            fault="provider and entries do not agree",
        ),
    )
