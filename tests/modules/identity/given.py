"""People, sign-ins and codes that tests of identity begin with."""

from dataclasses import dataclass, field

from batua.kit.caller import Caller
from batua.kit.db import Database, Tx
from batua.modules.identity import service
from batua.modules.identity.service import Completion, HashSettings, Means
from batua.modules.identity.types import (
    Challenge,
    CodeMessage,
    NewPerson,
    Origin,
    Person,
    Proof,
    Registration,
    Signed,
    SignIn,
)

CHEAP = HashSettings(memory_kib=8, rounds=1, at_once=4)
ASHA, BINA, CHRIS = "+919876543210", "+919812345678", "+447911123456"
PASSWORD = "mango tree by the well"
NEW_PASSWORD = "seven clay pots in a row"
PIN, NEW_PIN = "482915", "739164"
HERE = Origin("198.51.100.7", (), "Asha's phone")


@dataclass
class Outbox:
    """Plays the messenger."""

    messages: list[CodeMessage] = field(default_factory=list)

    async def __call__(self, tx: Tx, message: CodeMessage) -> None:
        """Keep a message instead of sending it."""
        assert not tx.closed
        self.messages.append(message)

    @property
    def code(self) -> str:
        """The code of the last message."""
        return self.messages[-1].code

    def wrong(self) -> str:
        """A code that is not the last one."""
        return "000000" if self.code != "000000" else "000001"


async def person(
    db: Database, means: Means, phone: str = ASHA, name: str = "Asha Devi", **more: object
) -> Person:
    """Somebody with a password and a PIN."""
    new = NewPerson(phone, name, **{"password": PASSWORD, "pin": PIN, **more})  # type: ignore[arg-type]
    async with db.transaction() as tx:
        return await service.register_directly(tx, means.keys, new, means.hasher)


async def signed(db: Database, means: Means, who: Person) -> Signed:
    """A session on a new device."""
    async with db.transaction() as tx:
        return await service.open_session(tx, means.keys, who, service.Place(None, "Phone"))


async def caller(db: Database, means: Means, session: Signed) -> Caller:
    """Who the access token of a session stands for."""
    async with db.transaction() as tx:
        return await service.authenticate(tx, means.keys, session.access_token)


async def ticket(db: Database, means: Means, outbox: Outbox, phone: str = ASHA) -> str:
    """A phone that was proved and waits for its secrets."""
    wish = Registration(phone, "Asha Devi", "en", "asha@example.org")
    asked = await service.register(db, means, wish, HERE)
    proof = Proof(asked.token, outbox.code)
    return (await service.confirm_registration(db, means, proof, HERE)).token


async def registered(db: Database, means: Means, outbox: Outbox, phone: str = ASHA) -> Signed:
    """An account made the long way."""
    completion = Completion(await ticket(db, means, outbox, phone), PASSWORD, PIN)
    return await service.complete_registration(db, means, completion, HERE)


async def sign_in(
    db: Database, means: Means, who: str, password: str = PASSWORD, *devices: str
) -> Signed | Challenge:
    """One attempt to sign in."""
    origin = Origin("198.51.100.7", devices, "Asha's phone")
    return await service.sign_in(db, means, SignIn(who, password, origin))
