"""A thousand people with money, signed in, and a web process before them: what HTTP figures need."""

import asyncio
import base64
import os
import secrets
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psutil
from tests.system import free_ports

from batua.kit import clock, ids
from batua.kit.db import Database, DatabaseSettings, Tx
from batua.kit.money import Currency, Money
from batua.kit.secrets import KeyRing
from batua.modules.identity import service as identity
from batua.modules.identity.types import NewPerson, PersonId
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types import AccountKind, Leg, PostOrder
from batua.modules.payments import service as payments
from batua.modules.payments.rules import limits, words
from batua.modules.payments.store import lane
from batua.modules.payments.types import PaymentId

PEOPLE = 1_000
FRIENDS = 8
"""So many people each has paid before: a send to them asks no PIN."""
MONEY = Money(50_000_00, Currency("INR"))
RUPEE = Money(1_00, Currency("INR"))
START_S = 240


@dataclass
class Townsman:
    """Somebody who pays."""

    id: PersonId
    token: str
    wallet: str
    friends: list[PersonId] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)


@dataclass
class Town:
    """People, their database, and the address of the web process."""

    url: str
    address: str
    process: psutil.Process
    people: list[Townsman]
    keys: KeyRing
    env: Mapping[str, str]

    def rss_mb(self) -> float:
        """The memory of the web process."""
        return float(self.process.memory_info().rss) / 1e6


@asynccontextmanager
async def town(
    url: str,
    count: int = PEOPLE,
    *,
    know_each_other: bool = True,
    settings: Mapping[str, str] | None = None,
) -> AsyncIterator[Town]:
    """Settle people in a migrated database and open the web for them, with settings besides."""
    ring = {"b001": secrets.token_bytes(32)}
    index = secrets.token_bytes(32)
    keys = KeyRing(ring, index)
    people = await _settle(url, keys, count)
    if know_each_other:
        await acquaint(url, people)
    (port,) = free_ports(1)
    env = {
        **{name: value for name, value in os.environ.items() if not name.startswith("BATUA_")},
        "DATABASE_URL": url,
        "BATUA_KEYS": ",".join(f"{k}:{base64.b64encode(v).decode()}" for k, v in ring.items()),
        "BATUA_INDEX_KEY": base64.b64encode(index).decode(),
        "BATUA_WEB_RATE_FACTOR": "1000000",
        "BATUA_SMS_KEY_SECRET": "bench",
        **(settings or {}),
    }
    command = [sys.executable, "-m", "batua.apps.cli", "serve", "--port", str(port)]
    log = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the process
    process = await asyncio.create_subprocess_exec(*command, env=env, stderr=log)
    try:
        await _until_ready(f"http://127.0.0.1:{port}")
        address, found = f"http://127.0.0.1:{port}", psutil.Process(process.pid)
        yield Town(url, address, found, people, keys, env)
    finally:
        process.terminate()
        await process.wait()
        log.close()


async def _until_ready(address: str) -> None:
    ends = time.monotonic() + START_S
    while not await _is_ready(address):
        assert time.monotonic() < ends, "the web process did not start"
        await asyncio.sleep(0.1)


async def _is_ready(address: str) -> bool:
    async with httpx.AsyncClient() as http:
        try:
            return (await http.get(f"{address}/readyz")).is_success
        except httpx.TransportError:
            return False


async def _settle(url: str, keys: KeyRing, count: int) -> list[Townsman]:
    db = Database(DatabaseSettings(url=url, pool_max=4))
    await db.open()
    try:
        people: list[Townsman] = []
        for start in range(0, count, 100):
            async with db.transaction() as tx:
                people += [await _settle_one(tx, keys, start + n) for n in range(100)]
        return people
    finally:
        await db.close()


async def acquaint(url: str, people: list[Townsman]) -> None:
    """Everybody knows her neighbours, and the one whom all know: a merchant."""
    hot, count = people[0].id, len(people)
    for place, one in enumerate(people):
        next_ones = [people[(place + n) % count].id for n in range(1, FRIENDS)]
        one.friends = [*next_ones, hot if place else people[FRIENDS].id]
    db = Database(DatabaseSettings(url=url, pool_max=4))
    await db.open()
    try:
        await _befriend(db, people)
    finally:
        await db.close()


async def _settle_one(tx: Tx, keys: KeyRing, number: int) -> Townsman:
    new = NewPerson(phone=f"+9190{number:08}", name=f"Person {number}")
    hasher = identity.Hasher(identity.HashSettings(memory_kib=64))
    person = await identity.register_directly(tx, keys, new, hasher)
    signed = await identity.open_session(tx, keys, person, identity.Place(None, "Bench"))
    wallet = await payments.open_wallet(tx, person.id, MONEY.currency)
    source = await ledger.open_account(
        tx, kind=AccountKind.CLEARING, owner="bench", currency=MONEY.currency, floor_minor=None
    )
    legs = (Leg(source.id, wallet.account, MONEY),)
    await ledger.post(tx, PostOrder(id=ids.new_id(), kind="top_up", ref="bench", legs=legs))
    return Townsman(person.id, signed.access_token, str(wallet.account))


async def _befriend(db: Database, people: list[Townsman]) -> None:
    """Everybody pays her friends once, with the PIN."""
    for one in range(FRIENDS):
        items = [_first(who.id, who.friends[one]) for who in people]
        now = clock.now()
        spans = [limits.span(now, "Asia/Kolkata")] * len(items)
        async with db.transaction() as tx:
            placed = await lane.send(tx, items, spans, limits.DEFAULT_TIER, now)
        assert all(placed), "everybody can pay a rupee"


async def befriended(url: str, pairs: list[tuple[PersonId, PersonId]]) -> None:
    """Let each payer of the pairs know the payee, as if she had paid her with the PIN before."""
    db = Database(DatabaseSettings(url=url, pool_max=2))
    await db.open()
    try:
        for start in range(0, len(pairs), 500):
            items = [_first(*pair) for pair in pairs[start : start + 500]]
            now = clock.now()
            spans = [limits.span(now, "Asia/Kolkata")] * len(items)
            async with db.transaction() as tx:
                placed = await lane.send(tx, items, spans, limits.DEFAULT_TIER, now)
            assert all(placed), "everybody can pay a rupee"
    finally:
        await db.close()


def _first(payer: PersonId, payee: PersonId) -> lane.Item:
    id = PaymentId(ids.new_id())
    return lane.Item(
        id=id,
        payer=payer,
        payee=payee,
        amount=RUPEE,
        note="",
        code=words.reference(id),
        key=str(id),
        request_hash=b"0" * 16,
        request=None,
        has_pin=True,
        is_acquainted=False,
        time_zone="Asia/Kolkata",
    )


SEND_LUA = """
local people, n, count = {}, 0, 0
for line in io.lines(os.getenv("BENCH_PEOPLE")) do
  local words = {}
  for word in line:gmatch("%S+") do words[#words + 1] = word end
  n = n + 1
  people[n] = words
end
local start
function init(args)
  math.randomseed(os.time() + tonumber(tostring({}):sub(8), 16))
  start = string.format("%08x%08x", math.random(0, 2^31 - 1), math.random(0, 2^31 - 1))
end
function request()
  count = count + 1
  local who = people[1 + math.random(n - 1)]
  local to = os.getenv("BENCH_TO") or who[3 + math.random(#who - 3)]
  return wrk.format("POST", "/api/v1/payments", {
    ["Authorization"] = "Bearer " .. who[1],
    ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = start .. count,
  }, '{"payee":"' .. to .. '","amount":{"minor":100,"currency":"INR"}}')
end
"""
READ_LUA = (
    SEND_LUA.split("function request()", maxsplit=1)[0]
    + """
function request()
  local who = people[math.random(n)]
  local path = os.getenv("BENCH_PATH"):gsub("WALLET", who[2])
  return wrk.format("GET", path, {["Authorization"] = "Bearer " .. who[1]})
end
"""
)


CONTRIBUTE_LUA = (
    SEND_LUA.split("function request()", maxsplit=1)[0]
    + """
function request()
  count = count + 1
  local who = people[math.random(n)]
  local group = os.getenv("BENCH_GROUP") or who[#who]
  return wrk.format("POST", "/api/v1/groups/" .. group .. "/transactions", {
    ["Authorization"] = "Bearer " .. who[1],
    ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = start .. count,
  }, '{"amount":{"minor":100,"currency":"INR"}}')
end
"""
)


def write_people(people: Sequence[Townsman], folder: Path, name: str = "people.txt") -> Path:
    """One a line: token, wallet, id, friends, and her own group if she has one."""
    path = folder / name
    lines = [
        " ".join([one.token, one.wallet, str(one.id), *map(str, one.friends), *one.groups])
        for one in people
    ]
    path.write_text("\n".join(lines) + "\n")
    return path
