"""People who ask, officers who decide, and what is looked at after."""

from tests.modules.payments import given
from tests.modules.payments.given import Someone

from batua.kit import journal
from batua.kit.db import Database, fetch_all
from batua.kit.secrets import KeyRing
from batua.modules.kyc import service as kyc
from batua.modules.kyc.types import By, Claim, Reason, State, Verification, Way

OFFICER = frozenset({"person", "support"})
MOVES = {
    State.CONFIRMED: lambda tx, by, it: kyc.confirm(tx, by, it.id, Way.IN_PERSON),
    State.DECLINED: lambda tx, by, it: kyc.decline(tx, by, it.id, Reason.NOT_REACHED),
    State.WITHDRAWN: lambda tx, by, it: kyc.withdraw(tx, by, it.id, Reason.MISTAKE),
}
"""What an officer does to bring a verification into a state."""


def by(who: Someone) -> By:
    return By(who.id, who.caller.session)


async def person(db: Database, keys: KeyRing, n: int, **more: object) -> Someone:
    """Somebody without money, known by her number."""
    names = ("Asha Devi", "Bina Kumari", "Om Das", "Uma Rao", "Sita Rao")
    return await given.someone(db, keys, names[n], f"+9198123000{n:02d}", **more)


async def officer(db: Database, keys: KeyRing, n: int = 2) -> Someone:
    return await person(db, keys, n, roles=OFFICER)


async def asked(db: Database, who: Someone, way: Way = Way.VIDEO_CALL) -> Verification:
    async with db.transaction() as tx:
        return await kyc.ask(tx, by(who), Claim.WOMAN, way)


async def move(db: Database, who: Someone, it: Verification, becomes: State) -> Verification:
    """An officer decides."""
    async with db.transaction() as tx:
        return await MOVES[becomes](tx, by(who), it)


async def verify(db: Database, who: Someone) -> Verification:
    """Somebody is a verified woman, by the house itself."""
    it = await asked(db, who)
    async with db.transaction() as tx:
        return await kyc.confirm(tx, None, it.id, Way.IN_PERSON)


async def holds(db: Database, who: Someone) -> bool:
    async with db.read() as tx:
        return await kyc.holds(tx, who.id, Claim.WOMAN)


async def facts(db: Database) -> list[journal.Fact]:
    """The facts that kyc stated, in order."""
    async with db.read() as tx:
        return [one for one in await journal.facts(tx) if one.kind.startswith("kyc.")]


async def acts(db: Database) -> list[tuple[object, ...]]:
    """The log, the oldest first: who, what, about what."""
    async with db.read() as tx:
        return await fetch_all(tx, "SELECT actor, act, subject FROM kyc.log ORDER BY id")
