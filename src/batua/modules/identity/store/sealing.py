"""Which columns are sealed, under which purpose, and how values become blind indexes."""

from typing import Final, NamedTuple

from batua.kit.secrets import KeyRing


class Sealed(NamedTuple):
    """A table with sealed columns and the column that names its rows."""

    table: str
    key: str
    columns: tuple[str, ...]


SEALED: Final = (
    Sealed("person", "id", ("name", "phone", "email")),
    Sealed("credential", "id", ("secret",)),
    Sealed("pin", "person_id", ("secret",)),
    Sealed("device", "id", ("name",)),
    Sealed("challenge", "id", ("draft",)),
)

PERSON_NAME: Final = "identity.person.name"
PERSON_PHONE: Final = "identity.person.phone"
PERSON_EMAIL: Final = "identity.person.email"
CREDENTIAL: Final = "identity.credential.secret"
PIN: Final = "identity.pin.secret"
DEVICE_NAME: Final = "identity.device.name"
DRAFT: Final = "identity.challenge.draft"


def purpose_of(table: str, column: str) -> str:
    """The purpose that a column is sealed for."""
    return f"identity.{table}.{column}"


def phone_index(keys: KeyRing, phone: str) -> bytes:
    """The blind index of a phone."""
    return keys.index(phone, purpose="identity.phone")


def email_index(keys: KeyRing, email: str) -> bytes:
    """The blind index of an e-mail."""
    return keys.index(email, purpose="identity.email")


def token_hash(keys: KeyRing, token: str) -> bytes:
    """What is kept of a token: enough to know it again, too little to use it."""
    return keys.index(token, purpose="identity.token")
