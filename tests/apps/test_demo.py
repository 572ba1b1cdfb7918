"""Demo people: a believable past that the books agree with, loaded once, and removable."""

import asyncio
from collections import Counter
from datetime import UTC, datetime, timedelta
from uuid import UUID

import psycopg
import pytest
import pytest_asyncio
from psycopg import sql

from batua.apps import demo
from batua.apps.demo import loading
from batua.apps.demo.claims import VERIFIED
from batua.apps.demo.people import ASHA, CAST, FATIMA, LAKSHMI, PASSWORD, RAVI, SUNITA
from batua.apps.demo.stage import Stage
from batua.apps.demo.story import Ask, story
from batua.kit.db import Database, DatabaseSettings, fetch_all, fetch_value
from batua.modules.groups import service as groups
from batua.modules.groups.errors import WomenOnly
from batua.modules.groups.types import (
    EVERY_LINE,
    DuesDue,
    GuaranteeStatus,
    InviteOrder,
    JoinOrder,
    LoanStatus,
    LoansWanted,
    MemberStatus,
    ProposalStatus,
    TransactionKind,
)
from batua.modules.identity import service as identity
from batua.modules.identity.errors import WrongCredentials
from batua.modules.identity.types import NewPerson, Origin, SignIn
from batua.modules.kyc import service as kyc
from batua.modules.kyc.types import By, Claim, State, Way
from batua.modules.ledger import service as ledger
from batua.modules.ledger.types.proof import Reach
from batua.modules.notifications import service as notifications
from batua.modules.payments import service as payments
from batua.modules.payments.types import (
    Actor,
    HistoryFilter,
    PaymentKind,
    PaymentStatus,
    RequestStatus,
)

pytestmark = pytest.mark.xdist_group("demo")

TODAY = datetime(2026, 6, 10, 15, tzinfo=UTC)


def quiet(_done: int, _total: int) -> None:
    """No progress bar."""


def with_name(url: str, name: str) -> str:
    start, _, rest = url.partition("@/")
    return f"{start}@/{name}?{rest.partition('?')[2]}"


def copy(server_url: str, name: str, template: str) -> str:
    with psycopg.connect(server_url, autocommit=True) as conn:
        conn.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(name), sql.Identifier(template)
            )
        )
    return with_name(server_url, name)


def drop(server_url: str, name: str) -> None:
    with psycopg.connect(server_url, autocommit=True) as conn:
        conn.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        )


@pytest.fixture(scope="module")
def lived(server_url, template_url, keys):
    """A database in which the demo was loaded: broken off in the middle, then loaded again."""
    name = "demo_lived"
    drop(server_url, name)
    url = copy(server_url, name, template_url.partition("@/")[2].partition("?")[0])

    async def live() -> None:
        db = Database(DatabaseSettings(url=url))
        await db.open()
        try:
            with pytest.raises(RuntimeError, match="power cut"):
                await demo.load(db, keys, cut_after(60))
            assert await demo.load(db, keys, quiet)
        finally:
            await db.close()

    asyncio.run(live())
    yield name
    drop(server_url, name)


def cut_after(count: int):
    def progress(done: int, _total: int) -> None:
        if done == count:
            raise RuntimeError("power cut")

    return progress


@pytest_asyncio.fixture
async def db(server_url, lived):
    """A copy of the lived database, for each test its own."""
    url = copy(server_url, f"{lived}_copy", lived)
    made = Database(DatabaseSettings(url=url))
    await made.open()
    yield made
    await made.close()
    drop(server_url, f"{lived}_copy")


async def person(db, keys, role, generation: int = 1):
    async with db.read() as tx:
        id = await identity.find_by_phone(tx, keys, role.phone(generation))
        return await identity.person(tx, keys, id)


async def sign_in(db, keys, role, password=PASSWORD):
    means = Stage.build(db, keys, 1).means
    wish = SignIn(role.phone(1), password, Origin("127.0.0.1"))
    return await identity.sign_in(db, means, wish)


async def test_the_books_agree_and_nobody_was_ever_short(db):
    async with db.read() as tx:
        report = await ledger.verify(tx)
        pots = await groups.agreement(tx, Reach(0, 0))
    assert report.is_clean, report.damages
    assert pots.damages == ()
    assert report.entries > 150


async def test_a_load_that_was_broken_off_tells_the_same_story_once(db, keys):
    events = story(datetime.now(UTC))
    asked = [event for event in events if isinstance(event, Ask)]
    async with db.read() as tx:
        assert await fetch_value(tx, "SELECT count(*) FROM payments.request") == len(asked)
        people = await fetch_value(tx, "SELECT count(*) FROM identity.person")
        before = await fetch_value(tx, "SELECT count(*) FROM ledger.entry")
    assert people == len(CAST)
    assert await demo.load(db, keys, quiet) is False
    async with db.read() as tx:
        assert await fetch_value(tx, "SELECT count(*) FROM ledger.entry") == before


async def test_every_sort_of_history_is_there_and_lies_in_the_past(db, keys):
    async with db.read() as tx:
        rows = await fetch_all(
            tx, "SELECT kind, status, count(*) FROM payments.payment GROUP BY kind, status"
        )
        found = Counter({(kind, status): count for kind, status, count in rows})
        requests = await fetch_all(tx, "SELECT DISTINCT status FROM payments.request")
        oldest = await fetch_value(tx, "SELECT min(created_at) FROM payments.payment")
        newest = await fetch_value(tx, "SELECT max(created_at) FROM payments.payment")
    done, failed = PaymentStatus.SUCCEEDED, PaymentStatus.FAILED
    assert found[PaymentKind.SEND, done] > 100
    assert found[PaymentKind.REQUEST, done] > 3
    assert found[PaymentKind.TOP_UP, done] > 10
    assert found[PaymentKind.WITHDRAWAL, done] == 6
    assert found[PaymentKind.TOP_UP, failed] == found[PaymentKind.WITHDRAWAL, failed] == 1
    assert {status for (status,) in requests} == {
        RequestStatus.OPEN,
        RequestStatus.PAID,
        RequestStatus.DECLINED,
        RequestStatus.EXPIRED,
    }
    assert datetime.now(UTC) - oldest > timedelta(days=90)
    assert newest < datetime.now(UTC)


async def test_a_visitor_signs_in_and_sees_only_the_last_days_as_new(db, keys):
    ravi = await person(db, keys, RAVI)
    assert "(demo)" in ravi.name
    answer = await sign_in(db, keys, RAVI)
    assert answer is not None
    async with db.read() as tx:
        page = await notifications.notifications(tx, keys, ravi.id, None, 100, unread=False)
        history = await payments.history(tx, keys, ravi.id, HistoryFilter(), None, 100)
    new = [one for one in page.items if one.told.read_at is None]
    assert 0 < len(new) < 12
    assert all(one.told.created_at > datetime.now(UTC) - timedelta(days=3) for one in new)
    assert len(history.items) > 20


async def test_no_job_is_left_that_would_ask_the_sandbox_about_the_past(db):
    async with db.read() as tx:
        left = await fetch_all(
            tx, "SELECT DISTINCT task_name FROM public.procrastinate_jobs WHERE status = 'todo'"
        )
    assert [name for (name,) in left if name.startswith("gateways.settle")] == []


async def test_those_who_leave_own_nothing_and_nobody_can_be_them(db, keys):
    assert await demo.remove(db, keys) == len(CAST)
    async with db.read() as tx:
        report = await ledger.verify(tx)
        open_requests = await fetch_value(
            tx, "SELECT count(*) FROM payments.request WHERE status = 'open'"
        )
        accounts = await fetch_all(tx, "SELECT account FROM payments.wallet")
        wallets = await ledger.accounts(tx, [id for (id,) in accounts])
        rows = await fetch_all(tx, 'SELECT pot, members, dissolved_at FROM groups."group"')
        pots = await ledger.accounts(tx, [pot for pot, _, _ in rows])
        open_votes = "SELECT count(*) FROM groups.proposal WHERE status = 'open'"
        votes = await fetch_value(tx, open_votes)
        agreed = await groups.agreement(tx, Reach(0, 0))
        claims = Counter(
            await fetch_all(tx, "SELECT state, person = ended_by FROM kyc.verification")
        )
    assert claims == {(State.TAKEN_BACK, True): len(VERIFIED) + 1}, "nobody waits, nothing holds"
    assert report.is_clean, report.damages
    assert open_requests == 0
    assert all(not one.is_open and one.balance.minor == 0 for one in wallets)
    assert [(members, over is not None) for _, members, over in rows] == [(0, True)] * 3
    assert [pot.balance.minor for pot in pots] == [0, 0, 0]
    assert votes == 0
    assert agreed.damages == ()
    assert (await person(db, keys, RAVI)).name == "Former person (demo)"
    with pytest.raises(WrongCredentials):
        await sign_in(db, keys, RAVI)
    assert await demo.remove(db, keys) == 0


async def test_the_groups_have_a_past_and_wait_for_the_visitor(db, keys):
    ravi, sunita = await person(db, keys, RAVI), await person(db, keys, SUNITA)
    async with db.read() as tx:
        mine = await groups.groups(tx, ravi.id, None, 10)
        savers, fair = sorted((each for each, _, _ in mine.items), key=lambda each: -each.members)
        views = await groups.proposals(tx, ravi.id, savers.id, (ProposalStatus.OPEN,), (None, 10))
        loans = await groups.loans(tx, keys, sunita.id, savers.id, LoansWanted(), (None, 10))
        statement = await groups.statement(tx, ravi.id, savers.id, EVERY_LINE, (None, 100))
        dues = await groups.dues_due(tx, ravi.id, savers.id)
        loan = await groups.loan(tx, keys, sunita.id, savers.id, loans.items[0].loan.id)
    assert all("(demo)" in each.name for each in (savers, fair))
    assert (savers.members, fair.members) == (6, 4)
    [waiting] = views.items
    assert waiting.may
    assert waiting.mine is None
    assert (waiting.proposal.yes, waiting.proposal.needed) == (2, 3), "her yes decides it"
    assert loan.loan.status is LoanStatus.ACTIVE
    assert [each.status for each in loan.guarantees] == [GuaranteeStatus.AGREED]
    assert [row.is_paid for row in loan.rows] == [True, False, False, False]
    kinds = Counter(each.kind for each in statement.items)
    assert kinds == {
        TransactionKind.CONTRIBUTION: 23,
        TransactionKind.DISBURSEMENT: 1,
        TransactionKind.REPAYMENT: 1,
        TransactionKind.PAYOUT: 1,
    }
    assert datetime.now(UTC) - statement.items[-1].created_at > timedelta(days=89)
    assert dues == DuesDue(1, 51_000), "one month and its fine"


async def test_four_women_have_a_group_of_their_own_and_one_waits_for_an_officer(db, keys):
    officer, fatima = await person(db, keys, RAVI), await person(db, keys, FATIMA)
    women = {(await person(db, keys, role)).id for role in VERIFIED}
    lakshmi = await person(db, keys, LAKSHMI)
    async with db.transaction() as tx:
        page = await kyc.waiting(tx, By(officer.id, UUID(int=1)), None, 10)
        verified = (
            "SELECT person, how, confirmed_by FROM kyc.verification WHERE state = 'confirmed'"
        )
        confirmed = set(await fetch_all(tx, verified))
        id = await fetch_value(tx, 'SELECT id FROM groups."group" WHERE is_women_only')
        view = await groups.group(tx, lakshmi.id, id)
        inside = await groups.members(tx, lakshmi.id, id, MemberStatus.ACTIVE, (None, 10))
    [waits] = page.items
    assert (waits.person, waits.claim, waits.way) == (fatima.id, Claim.WOMAN, Way.VIDEO_CALL)
    assert confirmed == {(woman, Way.IN_PERSON, None) for woman in women}
    assert {member.person for member in inside.items} == women
    assert "(demo)" in view.group.name
    assert view.pot.balance.minor == 95_000
    invited = InviteOrder(Actor(lakshmi.id, UUID(int=1)), id, fatima.id)
    with pytest.raises(WomenOnly):
        async with db.transaction() as tx:
            await groups.invite(tx, invited)
            await groups.join(tx, JoinOrder(Actor(fatima.id, UUID(int=2)), group=id))
    async with db.transaction() as tx:
        await kyc.confirm(tx, By(officer.id, UUID(int=1)), waits.id, Way.VIDEO_CALL)
        await groups.invite(tx, invited)
        await groups.join(tx, JoinOrder(Actor(fatima.id, UUID(int=2)), group=id))
        assert (await groups.group(tx, fatima.id, id)).group.members == 5


async def test_a_group_with_somebody_else_in_it_goes_on_without_them(db, keys):
    ravi = await person(db, keys, RAVI)
    async with db.transaction() as tx:
        new = NewPerson(phone="+919811100001", name="Visitor")
        visitor = await identity.register_directly(tx, keys, new, None)
        page = await groups.groups(tx, ravi.id, None, 10)
        fair = min((each for each, _, _ in page.items), key=lambda each: each.members)
        asha = await person(db, keys, ASHA)
        await groups.invite(tx, InviteOrder(Actor(asha.id, UUID(int=1)), fair.id, visitor.id))
        await groups.join(tx, JoinOrder(Actor(visitor.id, UUID(int=2)), group=fair.id))
    await demo.remove(db, keys)
    async with db.read() as tx:
        view = await groups.group(tx, visitor.id, fair.id)
    assert view.group.dissolved_at is None
    assert view.group.members == 1
    assert view.pot.balance.minor == 97_000, "what was in the pot is the group's"


async def test_after_a_removal_new_people_come(db, keys, monkeypatch):
    await demo.remove(db, keys)
    first_week = [event for event in story(TODAY) if event.at < TODAY - timedelta(days=93)]
    monkeypatch.setattr(loading, "story", lambda _: first_week)
    assert await demo.load(db, keys, quiet)
    assert (await person(db, keys, RAVI, generation=2)).handle == "ravi.demo2@batua"
    assert demo.sign_ins(db.settings.url)[0].startswith("+919000002001")


def test_the_story_is_the_same_from_any_day():
    def shape(today):
        return [(event.key, event.rupees, event.at - today) for event in story(today)]

    assert shape(TODAY) == shape(TODAY + timedelta(days=17))
    keys = [event.key for event in story(TODAY)]
    assert len(set(keys)) == len(keys)


def test_a_first_start_loads_it_only_where_nobody_lives(server_url, template_url, lived, keys):
    empty = copy(server_url, "demo_empty", template_url.partition("@/")[2].partition("?")[0])
    try:
        assert demo.is_wanted(empty)
        assert demo.sign_ins(empty) == []
        assert not demo.is_wanted(with_name(server_url, lived))
        assert len(demo.sign_ins(with_name(server_url, lived))) == 3
    finally:
        drop(server_url, "demo_empty")
