"""What a module offers of its connections: each change is a fact, which never tells a secret."""

from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from batua.kit import journal
from batua.kit.connections.desk import Connections
from batua.kit.connections.nouns import Change, Connection, NoSuchConnection, Probe
from batua.kit.db import Database, Tx


@dataclass(frozen=True, slots=True)
class Keeper:
    """The connections of one module.

    fact  states that settings changed: `name`, `version`, `fields`, `was_forgotten`; its subject
          stands for the connection, its actor is nobody for the command line
    """

    owner: str
    fact: type[Any]

    async def show(self, tx: Tx, connections: Connections, name: str) -> Connection:
        """How one is connected, without its secrets; refuses NoSuchConnection."""
        return await connections.show(tx, self._own(connections, name))

    async def change(
        self, tx: Tx, connections: Connections, by: UUID | None, name: str, change: Change
    ) -> Connection:
        """Keep other settings; what is under way goes on with them.

        by       None for the command line
        repeat   the version has moved on, so a second call is refused
        refuses  NoSuchConnection, ConnectionChanged, ConnectionUnreadable, BadField
        states   the fact
        """
        kept = await connections.change(tx, by, self._own(connections, name), change)
        await self._tell(tx, by, kept, sorted(change.values), was_forgotten=False)
        return kept

    async def forget(
        self, tx: Tx, connections: Connections, by: UUID | None, name: str, version: int
    ) -> Connection:
        """Take away what is kept, so that the environment is in force again.

        refuses  NoSuchConnection, ConnectionChanged
        states   the fact
        """
        kept = await connections.forget(tx, by, self._own(connections, name), version)
        await self._tell(tx, by, kept, [], was_forgotten=True)
        return kept

    async def probe(
        self, db: Database, connections: Connections, name: str, change: Change | None = None
    ) -> Probe:
        """Make a harmless call with the settings in force, or with those a change would make.

        refuses  NoSuchConnection, ConnectionUnreadable, BadField also when it is not connected
        """
        return await connections.probe(db, self._own(connections, name), change)

    def _own(self, connections: Connections, name: str) -> str:
        if name not in connections.names(self.owner):
            raise NoSuchConnection
        return name

    async def _tell(
        self, tx: Tx, by: UUID | None, kept: Connection, fields: list[str], *, was_forgotten: bool
    ) -> None:
        fact = self.fact(
            subject=uuid5(NAMESPACE_URL, f"batua:connection:{kept.name}"),
            actor=by,
            name=kept.name,
            version=kept.version,
            fields=tuple(fields),
            was_forgotten=was_forgotten,
        )
        await journal.state(tx, fact)
