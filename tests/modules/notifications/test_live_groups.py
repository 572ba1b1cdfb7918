"""What happens in a group is heard by those who are in it, as long as they are."""

from tests.modules.groups import given as groups_given
from tests.modules.notifications.test_live import caller, hear, ring

from batua.kit.db import Database
from batua.kit.secrets import KeyRing
from batua.modules.notifications.live import Live


async def test_members_hear_their_groups_until_they_leave(db: Database, keys: KeyRing) -> None:
    circle = await groups_given.circle(db, keys, 2)
    member, stranger = caller(circle[1].id), caller()
    live = Live(db)
    async with (
        live.running(),
        live.listen(member, None) as ear,
        live.listen(stranger, None) as deaf,
    ):
        await circle.pay_in(circle[0], 100)
        (paid,) = await hear(ear, 1)
        assert (paid.kind, paid.subject) == ("groups.contributed", circle.id)

        await circle.leave(circle[1])
        (left,) = await hear(ear, 1)
        assert left.kind == "groups.left"
        await circle.pay_in(circle[0], 200)
        last = await ring(db, 1, member.person, stranger.person)
        # What the group did after she left is not between.
        assert [change.subject for change in await hear(ear, 1)] == [last]
        assert [change.subject for change in await hear(deaf, 1)] == [last]


async def test_who_joins_while_she_listens_hears_the_group(db: Database, keys: KeyRing) -> None:
    circle = await groups_given.circle(db, keys, 2)
    await circle.leave(circle[1])
    live = Live(db)
    async with live.running(), live.listen(caller(circle[1].id), None) as ear:
        await circle.join(circle[1])
        assert [change.kind for change in await hear(ear, 1)] == ["groups.joined"]
        await circle.pay_in(circle[0], 100)
        assert [change.kind for change in await hear(ear, 1)] == ["groups.contributed"]


async def test_who_was_away_is_told_what_her_groups_did(db: Database, keys: KeyRing) -> None:
    circle = await groups_given.circle(db, keys, 2)
    member = caller(circle[1].id)
    live = Live(db)
    async with live.running():
        async with live.listen(member, None) as ear:
            await circle.pay_in(circle[0], 100)
            (first,) = await hear(ear, 1)
        await circle.pay_in(circle[0], 200)
        async with live.listen(member, first.cursor) as ear:
            assert [change.kind for change in await hear(ear, 1)] == ["groups.contributed"]
