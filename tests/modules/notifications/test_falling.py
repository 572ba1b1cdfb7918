"""One channel after another: the next one once, until one arrives, and never the same one twice."""

import asyncio
from datetime import timedelta
from uuid import UUID

import pytest
import pytest_asyncio
from tests.modules.groups.given import NOON
from tests.modules.notifications.dispatching import (
    ARRIVED,
    REFUSED,
    UNANSWERED,
    Wire,
    jobs_waiting,
)
from tests.modules.payments import given
from tests.modules.payments.given import Someone

from batua.kit import clock
from batua.kit.db import Database, fetch_all
from batua.kit.ids import new_id
from batua.kit.jobs import Context, run_due
from batua.kit.money import Currency, Money
from batua.kit.secrets import KeyRing
from batua.modules.notifications import jobs, rules, service
from batua.modules.notifications.errors import BadOrder
from batua.modules.notifications.rules import order as order_rules
from batua.modules.notifications.types import (
    Delivery,
    DeliveryReport,
    Dispatch,
    DispatchState,
    Kind,
    LogFilter,
    Order,
    StatusReport,
    Tell,
    Via,
    Wishes,
)

S = DispatchState
NIGHT = NOON + timedelta(hours=10)
PHONE, EMAIL = "+919812300001", "sita@example.org"
THREE = (Via.SMS, Via.CALL, Via.EMAIL)


class House:
    """Somebody who is told things, and a wire for each channel."""

    def __init__(self, db: Database, keys: KeyRing, who: Someone) -> None:
        self.db, self.keys, self.who = db, keys, who
        self.wires = {via: Wire() for via in Via}

    @property
    def context(self) -> Context:
        return Context(self.db, {"keys": self.keys, "channels": self.wires})

    async def tell(self, kind: Kind, key: str = "once") -> None:
        async with self.db.transaction() as tx:
            amount = Money(5_00, Currency("INR"))
            await service.tell(tx, Tell(person=self.who.id, key=key, kind=kind, amount=amount))

    async def set(self, kind: Kind, channels: tuple[Via, ...], confirm_s: int = 900) -> None:
        wanted = Order(kind, channels, confirm_s, is_changed=True)
        async with self.db.transaction() as tx:
            await service.change_order(tx, wanted, self.who.id)

    async def log(self) -> list[Dispatch]:
        """The delivery log, the oldest first."""
        async with self.db.read() as tx:
            found = await service.deliveries(tx, self.keys, LogFilter(), None, 100)
        return found.items[::-1]

    async def states(self) -> dict[Via, S]:
        return {one.channel: one.state for one in await self.log()}

    async def note(self, reference: UUID, state: S) -> bool:
        said = StatusReport(
            provider="test",
            reference=reference,
            provider_ref="ref_1",
            status=state.value,
            state=state,
            is_known=True,
            failure="lost",
        )
        async with self.db.transaction() as tx:
            return await service.note_status(tx, said)


@pytest_asyncio.fixture
async def house(db: Database, keys: KeyRing) -> House:
    who = await given.someone(db, keys, "Sita Devi", PHONE, email=EMAIL)
    return House(db, keys, who)


async def test_an_alarm_leaves_by_email_at_any_hour_and_though_she_wants_none(
    house: House,
) -> None:
    async with house.db.transaction() as tx:
        await service.change_wishes(tx, house.who.id, Wishes(off=frozenset(Via)))
    with clock.frozen(NIGHT):
        await house.tell(Kind.NEW_DEVICE)
        await house.tell(Kind.NEW_DEVICE)
        assert await jobs_waiting(house.db) == 0, "alarms have a job of their own"
        async with house.db.read() as tx:
            waiting = await fetch_all(tx, "SELECT task_name, queue_name FROM procrastinate_jobs")
        assert waiting == [("notifications.send_alarm", "urgent")]
        await run_due(house.context)
    (mail,) = house.wires[Via.EMAIL].given
    assert (mail.to, mail.subject) == (EMAIL, "Signed in on a new device")
    assert "change your password" in mail.text
    assert mail.unsubscribe == ""
    assert await house.states() == {Via.EMAIL: S.SENT}


async def test_what_is_no_alarm_stays_in_the_app_until_an_admin_says_otherwise(
    house: House,
) -> None:
    await house.tell(Kind.TOPPED_UP)
    assert await house.log() == []
    await house.set(Kind.TOPPED_UP, (Via.SMS,))
    with clock.frozen(NOON):
        await house.tell(Kind.TOPPED_UP, "two")
        await run_due(house.context)
    (sms,) = house.wires[Via.SMS].given
    assert sms.text == "Batua: Money added. ₹5.00 came into your wallet."
    await house.set(Kind.TOPPED_UP, ())
    await house.tell(Kind.TOPPED_UP, "three")
    assert len(await house.log()) == 1


async def test_what_was_read_in_the_app_is_not_sent_any_more(house: House) -> None:
    await house.set(Kind.TOPPED_UP, (Via.SMS,))
    with clock.frozen(NOON):
        await house.tell(Kind.TOPPED_UP)
        async with house.db.transaction() as tx:
            await service.mark_read(tx, house.who.id, None)
        await run_due(house.context)
    (line,) = await house.log()
    assert (line.state, line.failure) == (S.CANCELLED, "settled")


async def test_each_channel_is_tried_once_until_none_is_left(house: House) -> None:
    await house.set(Kind.TOPPED_UP, THREE)
    for wire in house.wires.values():
        wire.reports = [REFUSED]
    with clock.frozen(NOON):
        await house.tell(Kind.TOPPED_UP)
        await run_due(house.context)
    log = await house.log()
    assert [one.channel for one in log] == list(THREE)
    assert {one.state for one in log} == {S.FAILED}
    assert [len(house.wires[via].given) for via in THREE] == [1, 1, 1]


async def test_no_address_and_no_wish_for_a_channel_go_on_with_the_next(
    db: Database, keys: KeyRing
) -> None:
    house = House(db, keys, await given.someone(db, keys, "Ravi Kumar", PHONE))
    await house.set(Kind.TOPPED_UP, (Via.EMAIL, Via.CALL, Via.SMS))
    async with db.transaction() as tx:
        await service.change_wishes(tx, house.who.id, Wishes(off=frozenset({Via.CALL})))
    with clock.frozen(NOON):
        await house.tell(Kind.TOPPED_UP)
        await run_due(house.context)
    log = await house.log()
    assert [(one.channel, one.state, one.failure) for one in log] == [
        (Via.EMAIL, S.FAILED, "no_address"),
        (Via.CALL, S.CANCELLED, "unwished"),
        (Via.SMS, S.SENT, None),
    ]


async def test_one_that_arrived_stops_it(house: House) -> None:
    await house.set(Kind.TOPPED_UP, THREE)
    house.wires[Via.SMS].reports = [ARRIVED]
    with clock.frozen(NOON) as held:
        await house.tell(Kind.TOPPED_UP)
        await run_due(house.context)
        held.advance(timedelta(days=1))
        await jobs.send_due(house.context)
        await run_due(house.context)
    assert await house.states() == {Via.SMS: S.DELIVERED}


async def test_what_nobody_confirms_in_time_goes_on_once(house: House) -> None:
    await house.set(Kind.TOPPED_UP, THREE, confirm_s=900)
    with clock.frozen(NOON) as held:
        await house.tell(Kind.TOPPED_UP)
        await run_due(house.context)
        held.advance(timedelta(seconds=899))
        await jobs.send_due(house.context)
        assert await house.states() == {Via.SMS: S.SENT}
        held.advance(timedelta(seconds=1))
        await asyncio.gather(*(jobs.send_due(house.context) for _ in range(4)))
        assert await house.states() == {Via.SMS: S.SENT, Via.CALL: S.QUEUED}
        # Late, but before the call: it arrived after all, and nobody is called.
        assert await house.note((await house.log())[0].id, S.DELIVERED)
        await run_due(house.context)
    log = await house.log()
    assert [(one.channel, one.state, one.failure) for one in log] == [
        (Via.SMS, S.DELIVERED, None),
        (Via.CALL, S.CANCELLED, "settled"),
    ]
    assert house.wires[Via.CALL].given == []


async def test_a_provider_that_says_so_later_and_twice_goes_on_once(house: House) -> None:
    await house.set(Kind.TOPPED_UP, THREE)
    with clock.frozen(NOON) as held:
        await house.tell(Kind.TOPPED_UP)
        await run_due(house.context)
        id = (await house.log())[0].id
        await asyncio.gather(*(house.note(id, S.FAILED) for _ in range(4)))
        held.advance(timedelta(seconds=901))
        await jobs.send_due(house.context)
        await run_due(house.context)
    assert await house.states() == {Via.SMS: S.FAILED, Via.CALL: S.SENT}
    assert len(house.wires[Via.CALL].given) == 1


async def test_an_email_that_was_taken_is_not_waited_for(house: House) -> None:
    await house.set(Kind.TOPPED_UP, (Via.EMAIL, Via.SMS), confirm_s=60)
    with clock.frozen(NOON) as held:
        await house.tell(Kind.TOPPED_UP)
        await run_due(house.context)
        held.advance(timedelta(days=1))
        await jobs.send_due(house.context)
    assert await house.states() == {Via.EMAIL: S.SENT}


async def test_what_is_given_up_goes_on(house: House) -> None:
    await house.set(Kind.TOPPED_UP, THREE)
    house.wires[Via.SMS].reports = [UNANSWERED]
    with clock.frozen(NOON) as held:
        await house.tell(Kind.TOPPED_UP)
        (line,) = await house.log()
        for _ in range(rules.MAX_TRIES):
            await service.send(house.context, str(line.id))
            (line, *after) = await house.log()
            held.move_to(rules.loud_at(Wishes(), max(line.due_at, clock.now()), "Asia/Kolkata"))
        assert (line.state, line.failure) == (S.FAILED, "given_up")
    assert [one.channel for one in after] == [Via.CALL]


async def test_a_killed_worker_neither_skips_the_next_channel_nor_repeats_it(
    house: House,
) -> None:
    class Killed(BaseException):
        pass

    class Dying(Wire):
        async def send(self, what):
            await super().send(what)
            raise Killed

    dying = Dying([REFUSED])
    await house.set(Kind.TOPPED_UP, THREE)
    with clock.frozen(NOON) as held:
        await house.tell(Kind.TOPPED_UP)
        id = (await house.log())[0].id
        with pytest.raises(Killed):
            await service.send(
                Context(house.db, {"keys": house.keys, "channels": dict.fromkeys(Via, dying)}),
                str(id),
            )
        assert await house.states() == {Via.SMS: S.QUEUED}
        house.wires[Via.SMS].reports = [DeliveryReport(Delivery.REFUSED, failure="unreachable")]
        held.advance(rules.LEASE)
        await jobs.send_due(house.context)
        await run_due(house.context)
    assert await house.states() == {Via.SMS: S.FAILED, Via.CALL: S.SENT}
    assert [one.reference for one in dying.given] == [id]


@pytest.mark.parametrize(
    ("kind", "channels", "confirm_s"),
    [
        (Kind.TOPPED_UP, (Via.SMS, Via.SMS), 900),
        (Kind.TOPPED_UP, (Via.WHATSAPP,), 900),
        (Kind.TOPPED_UP, (Via.SMS,), -1),
        (Kind.GROUP_LOAN_LATE, (Via.SMS,), 900),
    ],
)
async def test_an_order_that_cannot_be_is_refused(
    house: House, kind: Kind, channels: tuple[Via, ...], confirm_s: int
) -> None:
    async with house.db.transaction() as tx:
        with pytest.raises(BadOrder):
            wanted = Order(kind, channels, confirm_s, is_changed=True)
            await service.change_order(tx, wanted, new_id())
        assert await service.order(tx, kind) == order_rules.default(kind)


async def test_an_order_is_put_back(house: House) -> None:
    await house.set(Kind.NEW_DEVICE, (Via.CALL,))
    async with house.db.transaction() as tx:
        assert (await service.order(tx, Kind.NEW_DEVICE)).channels == (Via.CALL,)
        back = Order(Kind.NEW_DEVICE, (), 1800, is_changed=False)
        await service.change_order(tx, back, house.who.id)
        found = {one.kind: one for one in await service.orders(tx)}
    assert set(found) == set(Kind)
    assert found[Kind.NEW_DEVICE] == order_rules.default(Kind.NEW_DEVICE)


def test_every_order_of_the_house_can_be_said() -> None:
    for kind in order_rules.DEFAULTS:
        order_rules.check(order_rules.default(kind))
