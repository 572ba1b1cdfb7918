"""Pushes in the order of channels: at their turn, and the next channel when no browser takes them."""

import asyncio

import pytest
import pytest_asyncio
from tests.modules.groups.given import NOON
from tests.modules.notifications.dispatching import ACCEPTED, REFUSED
from tests.modules.notifications.test_falling import EMAIL, PHONE, House
from tests.modules.payments import given

from batua.kit import clock, web_push
from batua.kit.db import Database
from batua.kit.jobs import run_due
from batua.kit.secrets import KeyRing
from batua.modules.notifications import service
from batua.modules.notifications.errors import BadOrder, BadTemplate
from batua.modules.notifications.rules.order import sayable
from batua.modules.notifications.types import DispatchState, Kind, Topic, Via, Wishes
from batua.modules.notifications.types.push import PushSubscription
from batua.modules.notifications.types.templates import Template, Words

S = DispatchState
KIND = Kind.TOPPED_UP
POINT = web_push.encoded(web_push.public_of(web_push.new_private()))
CALM = Wishes(quiet_from=0, quiet_until=0)


@pytest_asyncio.fixture
async def house(db: Database, keys: KeyRing) -> House:
    with clock.frozen(NOON):
        who = await given.someone(db, keys, "Sita Devi", PHONE, email=EMAIL)
    made = House(db, keys, who)
    async with db.transaction() as tx:
        await service.change_wishes(tx, who.id, CALM)
    return made


async def browsers(house: House, count: int) -> None:
    for number in range(count):
        endpoint = f"https://push.example/{number}"
        what = PushSubscription(endpoint, POINT, web_push.encoded(b"s" * 16))
        async with house.db.transaction() as tx:
            await service.start_push(tx, house.keys, house.who.caller, what, loopback=False)


async def told(house: House, kind: Kind = KIND) -> list[tuple[Via, S]]:
    """Everything that left, the oldest first."""
    with clock.frozen(NOON):
        await house.tell(kind)
        await run_due(house.context)
        return [(one.channel, one.state) for one in await house.log()]


async def test_the_next_channel_is_tried_when_no_browser_takes_a_push(house: House) -> None:
    await browsers(house, 2)
    await house.set(KIND, (Via.PUSH, Via.SMS, Via.EMAIL))
    house.wires[Via.PUSH].reports = [REFUSED]
    house.wires[Via.SMS].reports = [REFUSED]
    assert await told(house) == [
        (Via.PUSH, S.FAILED),
        (Via.PUSH, S.FAILED),
        (Via.SMS, S.FAILED),
        (Via.EMAIL, S.SENT),
    ]


async def test_one_browser_that_takes_it_is_enough(house: House) -> None:
    await browsers(house, 2)
    await house.set(KIND, (Via.PUSH, Via.SMS))
    house.wires[Via.PUSH].reports = [REFUSED, ACCEPTED]
    assert sorted(await told(house)) == [(Via.PUSH, S.FAILED), (Via.PUSH, S.SENT)]


async def test_pushes_that_fail_at_once_go_on_once(house: House) -> None:
    await browsers(house, 4)
    await house.set(KIND, (Via.PUSH, Via.SMS))
    house.wires[Via.PUSH].reports = [REFUSED]
    with clock.frozen(NOON):
        await house.tell(KIND)
        pushes = [one.id for one in await house.log()]
        await asyncio.gather(*(service.send(house.context, str(id)) for id in pushes))
        found = [(one.channel, one.state) for one in await house.log()]
    assert found == [*[(Via.PUSH, S.FAILED)] * 4, (Via.SMS, S.QUEUED)]


async def test_pushes_wait_for_their_turn_only_where_an_order_names_them(house: House) -> None:
    await browsers(house, 1)
    await house.set(KIND, (Via.EMAIL, Via.PUSH))
    assert await told(house) == [(Via.EMAIL, S.SENT)]
    house.wires[Via.EMAIL].reports = [REFUSED]
    with clock.frozen(NOON):
        await house.tell(KIND, "again")
        await run_due(house.context)
    later = [(one.channel, one.state) for one in await house.log()][1:]
    assert later == [(Via.EMAIL, S.FAILED), (Via.PUSH, S.SENT)]
    await house.set(KIND, (Via.SMS,))
    with clock.frozen(NOON):
        await house.tell(KIND, "third")
    third = {one.channel for one in (await house.log())[3:]}
    assert third == {Via.SMS, Via.PUSH}


async def test_without_a_browser_the_next_channel_is_tried_at_once(house: House) -> None:
    await house.set(KIND, (Via.PUSH, Via.SMS))
    assert await told(house) == [(Via.SMS, S.SENT)]


async def test_pushes_that_she_does_not_want_for_a_matter_go_on_too(house: House) -> None:
    await browsers(house, 1)
    await house.set(KIND, (Via.PUSH, Via.SMS))
    off = Wishes(quiet_from=0, quiet_until=0, off_in=frozenset({(Topic.PAYMENTS, Via.PUSH)}))
    async with house.db.transaction() as tx:
        await service.change_wishes(tx, house.who.id, off)
    assert await told(house) == [(Via.PUSH, S.CANCELLED), (Via.SMS, S.SENT)]


async def test_loans_and_summaries_are_not_pushed_by_an_order(house: House) -> None:
    for kind in (Kind.GROUP_LOAN_DUE, Kind.GROUP_LOAN_LATE, Kind.DIGEST):
        assert Via.PUSH not in sayable(kind)
        with pytest.raises(BadOrder):
            await house.set(kind, (Via.PUSH,))
    assert all(Via.PUSH in sayable(kind) for kind in (KIND, Kind.NEW_DEVICE, Kind.REQUESTED))


async def own(house: House, subject: str, text: str) -> None:
    wanted = Template(
        kind=KIND, via=Via.PUSH, language="en", words=Words(text, subject), is_changed=True
    )
    async with house.db.transaction() as tx:
        await service.change_template(tx, wanted, house.who.id, has_own_words=True)


async def test_a_push_says_the_words_of_its_template(house: House) -> None:
    await browsers(house, 1)
    for wrong in (("", "{amount}"), ("It is {amount}", "{amount}"), ("Money", "no amount")):
        with pytest.raises(BadTemplate):
            await own(house, *wrong)
    await own(house, "Money is here", "You have {amount} more")
    async with house.db.transaction() as tx:
        shown = Wishes(quiet_from=0, quiet_until=0, shows_amounts=True)
        await service.change_wishes(tx, house.who.id, shown)
    await told(house)
    (push,) = house.wires[Via.PUSH].given
    assert (push.subject, push.text) == ("Money is here", "You have ₹5.00 more")
    async with house.db.transaction() as tx:
        await service.change_wishes(tx, house.who.id, CALM)
    with clock.frozen(NOON):
        await house.tell(KIND, "hidden")
        await run_due(house.context)
    hidden = house.wires[Via.PUSH].given[-1]
    assert (hidden.subject, hidden.text) == ("Money is here", "")
