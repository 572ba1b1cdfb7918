"""Pay links, as QR codes carry them: ours, and `upi://pay` that names a payee of ours."""

import re
from decimal import Decimal, InvalidOperation
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode, urlsplit
from uuid import UUID

from batua.kit.money import Currency, Money, UnreadableAmount
from batua.modules.identity.types import PersonId
from batua.modules.payments.errors import (
    HandleNotReadable,
    QrNotReadable,
    QrOfAnotherNetwork,
)
from batua.modules.payments.rules import words
from batua.modules.payments.types import Link

NETWORK: Final = "batua"
MAX_TEXT: Final = 1000
_HANDLE: Final = re.compile(r"^[a-z0-9][a-z0-9._-]{0,63}$")
_ADDRESS: Final = re.compile(r"^[A-Za-z0-9][A-Za-z0-9._-]*@[A-Za-z0-9]+$")
_AMOUNT: Final = re.compile(r"^[0-9]{1,15}(\.[0-9]{1,4})?$")


def make(public_url: str, link: Link) -> str:
    """The text of a pay link: `<public_url>/pay?to=asha@batua&am=12.50&cu=INR&tn=…`."""
    fields = {"to": link.handle or str(link.person)}
    if link.amount is not None:
        fields["am"] = f"{link.amount.to_decimal():f}"
        fields["cu"] = str(link.amount.currency)
    if link.note:
        fields["tn"] = link.note
    return f"{public_url.rstrip('/')}/pay?{urlencode(fields, safe='@', quote_via=quote)}"


def parse(text: str) -> Link:
    """What a scanned text says.

    The host of a pay link is not compared: only the name of the payee is taken from it, and the
    payee is looked up here whoever printed the code.

    refuses  QrNotReadable, QrOfAnotherNetwork
    """
    text = text.strip()
    if len(text) > MAX_TEXT:
        raise QrNotReadable
    if _ADDRESS.match(text):
        return Link(handle=_own(text))
    try:
        parts = urlsplit(text)
        fields = dict(parse_qsl(parts.query, max_num_fields=30))
    except ValueError:
        raise QrNotReadable from None
    if parts.scheme.lower() == "upi" and parts.netloc.lower() == "pay":
        return _link(fields, fields.get("pa", ""))
    if parts.scheme.lower() in {"http", "https"} and parts.path.rstrip("/") == "/pay":
        return _link(fields, fields.get("to", ""))
    raise QrNotReadable


def handle(text: str) -> str:
    """A handle as it is kept: `Asha` is `asha@batua`; refuses HandleNotReadable."""
    name, _, network = text.strip().lower().removeprefix("@").partition("@")
    if network not in {"", NETWORK} or not _HANDLE.match(name):
        raise HandleNotReadable
    return f"{name}@{NETWORK}"


def _link(fields: dict[str, str], to: str) -> Link:
    note = words.clean(fields.get("tn", ""))[: words.MAX_NOTE] or None
    amount = _amount(fields)
    try:
        return Link(person=PersonId(UUID(to)), amount=amount, note=note)
    except ValueError:
        return Link(handle=_own(to), amount=amount, note=note)


def _own(address: str) -> str:
    if not _ADDRESS.match(address):
        raise QrNotReadable
    name, _, network = address.lower().partition("@")
    if network != NETWORK:
        raise QrOfAnotherNetwork
    if not _HANDLE.match(name):
        raise QrNotReadable
    return f"{name}@{NETWORK}"


def _amount(fields: dict[str, str]) -> Money | None:
    """The amount of a link: plain digits with a point, as the makers of such codes write it."""
    written = fields.get("am", "")
    if not written:
        return None
    if not _AMOUNT.match(written):
        raise QrNotReadable
    try:
        amount = Money.of_decimal(Decimal(written), Currency(fields.get("cu") or "INR"))
    except (UnreadableAmount, ValueError, InvalidOperation):
        raise QrNotReadable from None
    return amount if amount.minor > 0 else None
