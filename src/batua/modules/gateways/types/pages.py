"""What a checkout page of ours shows, for providers that have no page one could be sent to."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class HandOver:
    """The payer's browser carries these fields to the provider's own page."""

    address: str
    fields: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Scan:
    """A code to be read by the payer's own payment app, and the same as an address that opens it.

    payee  the name that the app will show, and `address` the account it will name
    """

    code: str
    link: str
    payee: str
    address: str


Page = HandOver | Scan
