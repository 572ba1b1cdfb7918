"""Many at once, over HTTP, through two web processes on one database."""

import asyncio
import itertools
from collections import Counter
from collections.abc import AsyncIterator

import httpx
import psycopg
import pytest
import pytest_asyncio
from tests import given
from tests.given import API, Member, inr
from tests.system import System

from batua.kit.clock import now

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.xdist_group("system")]
SUM = "SELECT coalesce(sum(posted_credits_minor - posted_debits_minor), 0) FROM ledger.account"
LOWEST = (
    "SELECT min(posted_credits_minor - posted_debits_minor - pending_debits_minor)"
    " FROM ledger.account a JOIN ledger.account_name n ON n.account_id = a.id"
    " WHERE n.kind = 'wallet'"
)


@pytest_asyncio.fixture(loop_scope="module")
async def people(system: System) -> AsyncIterator[tuple[Member, Member]]:
    """Asha, who can afford twenty sends of 50 rupees, and Bina."""
    asha, bina = await given.members(system, ["Asha Devi", "Bina Kumari"])
    await asha.fund(20 * 50_00)
    yield asha, bina
    await asha.http.aclose()
    await bina.http.aclose()


async def send_through(
    address: str, payer: Member, payee: Member, minor: int, key: str
) -> httpx.Response:
    body = {"payee": payee.id, "amount": inr(minor)}
    return await payer.ask("POST", f"{address}{API}/payments", key=key, json=body)


async def test_of_fifty_sends_at_once_exactly_as_many_succeed_as_can_be_afforded(
    people: tuple[Member, Member],
) -> None:
    asha, bina = people
    addresses = itertools.cycle(asha.system.twins())
    seen: list[int] = []
    async with watched(asha, seen):
        answers = await asyncio.gather(
            *(send_through(next(addresses), asha, bina, 50_00, given.a_key()) for _ in range(50))
        )

    statuses = Counter(answer.status_code for answer in answers)
    assert statuses == {201: 20, 409: 30}
    refused = {a.json()["code"] for a in answers if a.status_code == 409}
    assert refused == {"ledger.not_enough_money"}
    assert len({a.json()["id"] for a in answers if a.status_code == 201}) == 20
    after = sorted(a.json()["balance_after"]["minor"] for a in answers if a.status_code == 201)
    assert after == [n * 50_00 for n in range(20)]  # each saw a balance of its own
    assert (await asha.balance(), await bina.balance()) == (0, 20 * 50_00)
    assert len(seen) > 10
    assert min(seen) >= 0


class watched:
    """Reads the balance over and over, by both processes and in the database, while a block runs."""

    def __init__(self, who: Member, seen: list[int]) -> None:
        self.who, self.seen = who, seen
        self.over = asyncio.Event()

    async def __aenter__(self) -> None:
        self.tasks = [
            *(asyncio.create_task(self.read(address)) for address in self.who.system.twins()),
            asyncio.create_task(self.read_database()),
        ]

    async def __aexit__(self, *_: object) -> None:
        self.over.set()
        await asyncio.gather(*self.tasks)

    async def read(self, address: str) -> None:
        while not self.over.is_set():
            wallets = given.done(await self.who.ask("GET", f"{address}{API}/wallets"))
            for wallet in wallets["items"]:
                self.seen += [wallet["balance"]["minor"], wallet["available"]["minor"]]

    async def read_database(self) -> None:
        url = self.who.system.database_url
        async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
            while not self.over.is_set():
                (total,) = await (await connection.execute(SUM)).fetchone() or (None,)
                assert total == 0, "money appeared or disappeared"
                (lowest,) = await (await connection.execute(LOWEST)).fetchone() or (None,)
                self.seen.append(lowest)


async def test_two_who_pay_each_other_at_once_end_where_they_began(
    people: tuple[Member, Member],
) -> None:
    asha, bina = people
    await bina.fund(20 * 50_00)
    addresses = itertools.cycle(asha.system.twins())
    seen: list[int] = []
    async with watched(asha, seen):
        answers = await asyncio.gather(
            *(
                send_through(next(addresses), payer, payee, 10_00, given.a_key())
                for _ in range(15)
                for payer, payee in ((asha, bina), (bina, asha))
            )
        )
    assert Counter(answer.status_code for answer in answers) == {201: 30}
    assert (await asha.balance(), await bina.balance()) == (20 * 50_00, 20 * 50_00)
    assert min(seen) >= 0


async def test_the_same_key_twenty_times_at_once_pays_once(people: tuple[Member, Member]) -> None:
    asha, bina = people
    addresses = itertools.cycle(asha.system.twins())
    key = given.a_key()

    answers = await asyncio.gather(
        *(send_through(next(addresses), asha, bina, 7_00, key) for _ in range(20))
    )

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert await entries(asha.system, asha, bina) == 1
    assert await bina.balance() == 7_00
    again = await send_through(asha.system.address, asha, bina, 7_00, key)
    assert again.content == answers[0].content
    other = await send_through(asha.system.address, asha, bina, 8_00, key)
    assert (other.status_code, other.json()["code"]) == (409, "payments.key_reused")
    assert await bina.balance() == 7_00


async def test_one_key_with_two_orders_at_once_pays_one_of_them(
    people: tuple[Member, Member],
) -> None:
    asha, bina = people
    one, two = asha.system.twins()
    key = given.a_key()

    answers = await asyncio.gather(
        *(send_through(one, asha, bina, 3_00, key) for _ in range(10)),
        *(send_through(two, asha, bina, 4_00, key) for _ in range(10)),
    )

    paid = {answer.json()["id"] for answer in answers if answer.status_code == 201}
    assert Counter(answer.status_code for answer in answers) == {201: 10, 409: 10}
    assert len(paid) == 1
    assert await bina.balance() in {3_00, 4_00}


async def test_a_request_paid_twenty_times_at_once_is_paid_once(
    people: tuple[Member, Member],
) -> None:
    asha, bina = people
    addresses = itertools.cycle(asha.system.twins())
    wish = {"payer": asha.id, "amount": inr(5_00)}
    request = await bina.post("/requests", wish, key=given.a_key())

    answers = await asyncio.gather(
        *(
            asha.ask("POST", f"{next(addresses)}{API}/requests/{request['id']}/pay", key=key)
            for key in [given.a_key() for _ in range(20)]
        )
    )

    assert Counter(answer.status_code for answer in answers) == {201: 1, 409: 19}
    assert await bina.balance() == 5_00


async def test_the_day_limit_holds_when_many_sends_race_for_the_last_of_it(
    people: tuple[Member, Member],
) -> None:
    asha, bina = people
    for _ in range(3):
        await asha.fund(50_000_00)
    day = next(i for i in (await asha.get("/limits"))["items"] if i["kind"] == "day")
    share = day["left"]["minor"] // 4 + 1  # three fit, four do not
    addresses = itertools.cycle(asha.system.twins())

    answers = await asyncio.gather(
        *(send_through(next(addresses), asha, bina, share, given.a_key()) for _ in range(12))
    )

    codes = Counter(a.json().get("code", "paid") for a in answers)
    assert codes == {"paid": 3, "payments.day_limit_reached": 9}
    assert await bina.balance() == 3 * share


async def entries(system: System, payer: Member, payee: Member) -> int:
    """How many entries moved money from one to the other."""
    url = system.database_url
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        row = await connection.execute(
            "SELECT count(*) FROM payments.payment p JOIN ledger.entry e ON e.id = p.entry_id"
            " WHERE p.payer = %s AND p.payee = %s AND p.created_at <= %s",
            (payer.id, payee.id, now()),
        )
        (count,) = await row.fetchone() or (0,)
        return int(count)
