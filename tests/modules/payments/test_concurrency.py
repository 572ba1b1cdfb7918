"""Everything at once against a real PostgreSQL: nothing is paid twice, doubled or overdrawn."""

import asyncio
import json
import sys
from collections import Counter
from typing import Any

import pytest
from tests.modules.payments import given
from tests.modules.payments.given import Someone, inr

from batua.kit.db import Database, execute, fetch_all, fetch_value
from batua.kit.money import Currency
from batua.kit.refusal import Refusal
from batua.kit.secrets import KeyRing
from batua.modules.payments import service as payments
from batua.modules.payments.types import AskOrder, RequestStatus

pytestmark = pytest.mark.usefixtures("both_ways")


async def outcome(act: Any) -> Any:
    """What an act returns, or the code of its refusal."""
    try:
        return await act
    except Refusal as refusal:
        return refusal.code


async def test_fifty_tasks_send_from_one_wallet_that_can_afford_twenty(
    db: Database, keys: KeyRing, bina: Someone
) -> None:
    payer = await given.someone(db, keys, "Asha Devi", "+919876543210", money=20_00 + 99)
    done = asyncio.Event()
    lowest: list[int] = []

    async def watch() -> None:
        while not done.is_set():
            async with db.read() as tx:
                rows = await fetch_all(
                    tx,
                    "SELECT a.posted_credits_minor - a.posted_debits_minor FROM ledger.account a"
                    " JOIN payments.wallet w ON w.account = a.public_id",
                )
                total = await fetch_value(
                    tx,
                    "SELECT sum(posted_credits_minor - posted_debits_minor) FROM ledger.account",
                )
            assert total == 0
            lowest.append(min(minor for (minor,) in rows))

    watcher = asyncio.create_task(watch())
    answers = await asyncio.gather(
        *(outcome(given.send(db, keys, payer, bina, inr(1_00))) for _ in range(50))
    )
    done.set()
    await watcher

    refusals = Counter(a for a in answers if isinstance(a, str))
    paid = [a for a in answers if not isinstance(a, str)]
    assert (len(paid), refusals) == (20, {"ledger.not_enough_money": 30})
    assert len({view.payment.id for view in paid}) == 20
    assert sorted(v.payment.payer_balance.minor for v in paid) == [99 + 100 * n for n in range(20)]
    assert await given.balance(db, payer) == 99
    assert await given.balance(db, bina) == 20_00
    assert lowest and min(lowest) >= 0
    assert await given.sum_of_all_balances(db) == 0
    assert len(await given.facts(db, "payments.sent")) == 20


async def test_the_same_key_twenty_times_at_once_is_one_entry_and_twenty_equal_answers(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    before = await given.picture(db)
    answers = await asyncio.gather(
        *(given.send(db, keys, asha, bina, inr(100), key="one", note="Tea") for _ in range(20))
    )
    assert all(answer == answers[0] for answer in answers)
    after = await given.picture(db)
    assert after.entries == before.entries + 1
    assert (after.payments, after.claims) == (1, 1)
    assert await given.balance(db, bina) == 100
    assert len(await given.facts(db, "payments.sent")) == 1


async def test_the_same_key_at_once_when_the_first_is_refused_is_refused_for_all(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    before = await given.picture(db)
    answers = await asyncio.gather(
        *(outcome(given.send(db, keys, bina, asha, inr(1), key="one")) for _ in range(10))
    )
    assert set(answers) == {"ledger.not_enough_money"}
    assert await given.picture(db) == before


async def test_two_orders_race_for_one_key_and_one_of_them_gets_it(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    answers = await asyncio.gather(
        *(outcome(given.send(db, keys, asha, bina, inr(n), key="one")) for n in range(1, 11))
    )
    assert Counter(answers)["payments.key_reused"] == 9
    (paid,) = [a for a in answers if not isinstance(a, str)]
    assert await given.balance(db, bina) == paid.payment.amount.minor


async def test_a_day_limit_holds_under_concurrency(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    owner = Database(db.settings, role=None)
    await owner.open()
    async with owner.transaction() as tx:
        await execute(
            tx,
            "INSERT INTO payments.limit_rule (kind, tier, currency, amount_minor, valid_from)"
            " VALUES ('day', 'basic', 'INR', 10000, '2026-01-01')",
        )
    await owner.close()
    answers = await asyncio.gather(
        *(outcome(given.send(db, keys, asha, bina, inr(30_00))) for _ in range(12))
    )
    refusals = Counter(a for a in answers if isinstance(a, str))
    assert refusals == {"payments.day_limit_reached": 9}
    assert await given.balance(db, bina) == 90_00


async def test_people_who_pay_each_other_at_once_do_not_wait_for_one_another_for_ever(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    await given.fund(db, bina, inr(1_000_00))
    chitra = await given.someone(db, keys, "Chitra Rao", "+919811111111", money=1_000_00)
    three = [asha, bina, chitra]
    pairs = [(a, b) for a in three for b in three if a is not b] * 8
    await asyncio.gather(*(given.send(db, keys, a, b, inr(1_00)) for a, b in pairs))
    assert [await given.balance(db, who) for who in three] == [1_000_00] * 3
    assert await given.sum_of_all_balances(db) == 0


async def test_first_wallets_opened_from_both_sides_at_once_do_not_deadlock(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    await given.fund(db, bina, inr(1_000_00))
    owner = Database(db.settings, role=None)
    await owner.open()
    for _ in range(5):
        async with owner.transaction() as tx:
            await execute(tx, "DELETE FROM payments.wallet")
        await asyncio.gather(
            given.send(db, keys, asha, bina, inr(1)), given.send(db, keys, bina, asha, inr(1))
        )
    await owner.close()
    assert await given.balance(db, asha) == 1_000_00


async def test_a_request_paid_twenty_times_at_once_is_paid_once(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    id = await given.ask(db, keys, bina, asha, inr(100))
    answers = await asyncio.gather(*(outcome(given.pay(db, keys, asha, id)) for _ in range(20)))
    assert Counter(a for a in answers if isinstance(a, str)) == {"payments.request_closed": 19}
    assert await given.balance(db, bina) == 100
    assert len(await given.facts(db, "payments.sent")) == 1
    assert len(await given.facts(db, "payments.request_paid")) == 1


@pytest.mark.parametrize("ending", ["decline", "cancel"])
async def test_a_request_is_either_paid_or_ended(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone, ending: str
) -> None:
    async def end(id: Any) -> Any:
        async with db.transaction() as tx:
            if ending == "decline":
                return await payments.decline(tx, keys, asha.id, id)
            return await payments.cancel_request(tx, keys, bina.id, id)

    paid_count = 0
    for _ in range(8):
        id = await given.ask(db, keys, bina, asha, inr(100))
        acts = [outcome(given.pay(db, keys, asha, id)), outcome(end(id))]
        if _ % 2:
            acts.reverse()
        answers = await asyncio.gather(*acts)
        assert answers.count("payments.request_closed") == 1
        async with db.read() as tx:
            request = (await payments.request_of(tx, keys, asha.id, id)).request
        is_paid = request.status is RequestStatus.PAID
        assert is_paid == (request.payment is not None)
        paid_count += is_paid
    assert await given.balance(db, bina) == 100 * paid_count
    ended = await given.facts(db, "payments.request_declined", "payments.request_cancelled")
    assert len(ended) == 8 - paid_count


async def test_wishes_asked_at_once_are_counted(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    async def one(n: int) -> Any:
        wish = AskOrder(bina.id, asha.id, inr(n), "", 7, f"k{n}")
        async with db.transaction() as tx:
            return await payments.ask(tx, keys, wish)

    answers = await asyncio.gather(*(outcome(one(n)) for n in range(1, 13)))
    assert Counter(a for a in answers if isinstance(a, str)) == {
        "payments.too_many_open_requests": 7
    }


async def test_a_key_stands_for_one_answer_across_verbs_at_once(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    id = await given.ask(db, keys, bina, asha, inr(100))

    async def pay() -> Any:
        return await given.pay(db, keys, asha, id, key="one")

    async def send() -> Any:
        return await given.send(db, keys, asha, bina, inr(100), key="one")

    answers = await asyncio.gather(outcome(pay()), outcome(send()))
    assert answers.count("payments.key_reused") == 1
    assert await given.balance(db, bina) == 100


async def test_a_wallet_in_a_second_currency_has_limits_of_its_own(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    await given.send(db, keys, asha, bina, inr(900_00))
    async with db.read() as tx:
        used = (await payments.limits(tx, keys, asha.id, Currency("USD"))).used_day
    assert used.minor == 0


async def test_two_processes_race_with_the_same_keys_and_each_key_has_one_outcome(
    db: Database, keys: KeyRing, database: str, bina: Someone
) -> None:
    payer = await given.someone(db, keys, "Asha Devi", "+919876543210", money=20_00)
    orders = {
        "url": database,
        "payer": str(payer.id),
        "session": str(payer.caller.session),
        "step_up": payer.step_up,
        "payee": str(bina.id),
        "minor": 1_00,
        "keys": [f"k{n}" for n in range(40)],
    }

    async def run(order_of_keys: list[str], *, alone: bool) -> dict[str, str]:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.modules.payments.racer",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        told = json.dumps({**orders, "keys": order_of_keys, "alone": alone}).encode()
        out, _ = await process.communicate(told)
        assert process.returncode == 0
        answers: dict[str, str] = json.loads(out.splitlines()[-1])
        return answers

    one, other = await asyncio.gather(
        run(orders["keys"], alone=False),
        run(list(reversed(orders["keys"])), alone=given.Way.alone),  # type: ignore[arg-type]
    )
    assert one == other
    paid = {outcome for outcome in one.values() if "." not in outcome}
    refused = Counter(outcome for outcome in one.values() if "." in outcome)
    assert (len(paid), refused) == (20, {"ledger.not_enough_money": 20})
    assert await given.balance(db, payer) == 0
    assert await given.balance(db, bina) == 20_00
    assert await given.sum_of_all_balances(db) == 0
