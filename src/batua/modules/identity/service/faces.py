"""What lists show of people, for those who show many: opened once, asked about each time."""

from collections.abc import Iterable
from typing import Final

from batua.kit.db import Tx
from batua.kit.secrets import KeyRing
from batua.modules.identity.store import people as store
from batua.modules.identity.types import Face

KEPT: Final = 20_000


class Faces:
    """Reads faces, and decrypts only what has changed since it was read last."""

    def __init__(self, keys: KeyRing) -> None:
        self._keys = keys
        self._kept: dict[str, tuple[store.Sealed, Face]] = {}

    async def of(self, tx: Tx, ids: Iterable[str]) -> dict[str, Face]:
        """Several people by id, as they are now; who does not exist is absent.

        ids  as text: who shows many people has them so, and it costs less than ids
        """
        rows = await store.get_faces(tx, ids)
        return {row[0]: self._face(row) for row in rows}

    def _face(self, row: store.Sealed) -> Face:
        kept = self._kept.get(row[0])
        # Sealed twice, the same name looks different: equal rows say the same.
        if kept is not None and kept[0] == row:
            return kept[1]
        face = store.face_of(self._keys, row)
        if len(self._kept) >= KEPT:
            self._kept.clear()
        self._kept[row[0]] = (row, face)
        return face
