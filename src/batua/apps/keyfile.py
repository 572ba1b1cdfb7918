"""The keys of an installation in its data folder, for those who do not set BATUA_KEYS."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import psycopg
from psycopg.types.json import Jsonb

from batua.apps.trouble import Trouble
from batua.kit import secrets

NAME: Final = "keys.env"
PURPOSE: Final = "kit.key_proof"
NAMES: Final = ("BATUA_KEYS", "BATUA_INDEX_KEY")
WARNING: Final = """\
# The keys that open the personal data in this installation's database.
# Keep a copy in a safe place: without them that data is lost, with them it is readable.
"""


class KeysDoNotFit(Trouble):
    """The keys are not those that the database was written with."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            "The keys are not those that this database was written with.",
            f"Put the right BATUA_KEYS and BATUA_INDEX_KEY back (in the environment or in "
            f"{folder / NAME}); for an empty start, choose another folder with --data.",
        )


def prove(url: str, folder: Path, ring: secrets.KeyRing) -> None:
    """See that the keys open this database; the first time, leave what later starts try.

    refuses  KeysDoNotFit
    """
    find = "SELECT value FROM kit.mark WHERE name = 'keys'"
    with psycopg.connect(url) as connection:
        row = connection.execute(find).fetchone()
    if row is None:
        prove_anew(url, ring)
        return
    found = row[0]
    if not secrets.equal(found["index"], ring.index(PURPOSE, purpose=PURPOSE).hex()):
        raise KeysDoNotFit(folder)
    try:
        ring.open(bytes.fromhex(found["sealed"]), purpose=PURPOSE)
    except secrets.UnreadableSecret as error:
        raise KeysDoNotFit(folder) from error


def prove_anew(url: str, ring: secrets.KeyRing) -> None:
    """Leave what later starts try their keys on."""
    proof = {
        "index": ring.index(PURPOSE, purpose=PURPOSE).hex(),
        "sealed": ring.seal(PURPOSE, purpose=PURPOSE).hex(),
    }
    with psycopg.connect(url) as connection:
        connection.execute(
            "INSERT INTO kit.mark (name, value) VALUES ('keys', %s)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = now()",
            (Jsonb(proof),),
        )


def load(folder: Path, env: Mapping[str, str]) -> dict[str, str]:
    """The key settings: those of the environment, else of the keys file; empty when neither is."""
    if env.get("BATUA_KEYS"):
        return {name: env[name] for name in NAMES if env.get(name)}
    path = folder / NAME
    if not path.exists():
        return {}
    lines = [line.strip() for line in path.read_text().splitlines()]
    pairs = [line.partition("=") for line in lines if line and not line.startswith("#")]
    return {name: value for name, _, value in pairs if name in NAMES}


def make(folder: Path) -> dict[str, str]:
    """New keys, written where only this user can read them."""
    keys = {"BATUA_KEYS": secrets.new_key_setting(), "BATUA_INDEX_KEY": secrets.new_key()}
    write(folder, keys)
    return keys


def write(folder: Path, keys: Mapping[str, str]) -> None:
    """Replace the keys file at once and for good: a half-written one would lock everybody out."""
    fresh = folder / f"{NAME}.new"
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write(WARNING)
        out.writelines(f"{name}={keys[name]}\n" for name in NAMES)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(folder / NAME)
    directory = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
