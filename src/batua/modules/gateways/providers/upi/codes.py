"""How somebody is asked for money by UPI: an address that opens an app, and what codes hold."""

import base64
import re
from dataclasses import dataclass
from typing import Final, Protocol
from urllib.parse import quote, urlencode

from batua.kit.money import Money
from batua.modules.gateways.providers.upi import emv

CURRENCY: Final = "INR"
_VPA: Final = re.compile(r"[a-zA-Z0-9._-]{2,256}@[a-zA-Z][a-zA-Z0-9]{1,63}")
_CATEGORY: Final = re.compile(r"[0-9]{4}")
_REFERENCE: Final = re.compile(r"[A-Za-z0-9]{1,35}")
_SCHEME: Final = "A000000524"
_RUPEES: Final = "356"
_LONGEST_NAME, _LONGEST_CITY = 25, 15


class Signer(Protocol):
    """Signs addresses; whoever is paid keeps the key, and the acquirer knows its other half."""

    def sign(self, text: bytes) -> bytes:
        """The signature over these bytes."""
        ...


def is_vpa(text: str) -> bool:
    """Whether this is written as a payment address; that it exists, only its bank can say."""
    return _VPA.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Payee:
    """Who is paid.

    category  merchant category code; `0000` for a person
    """

    vpa: str
    name: str
    city: str
    category: str = "0000"

    def __post_init__(self) -> None:
        """Refuse what no app could pay."""
        if not is_vpa(self.vpa) or not self.name or not self.city:
            raise ValueError("a payee has a payment address, a name and a city")
        if not _CATEGORY.fullmatch(self.category):
            raise ValueError("a category has four digits")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: without an amount the code is a static one, and the payer types it.

    reference  how the payment is known by everybody, at most 35 letters and digits
    """

    amount: Money | None = None
    reference: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be paid, or not be told apart."""
        if self.amount is not None and (
            self.amount.minor <= 0 or self.amount.currency != CURRENCY or self.reference is None
        ):
            raise ValueError("an amount is in rupees, above nothing, and has a reference")
        if self.reference is not None and not _REFERENCE.fullmatch(self.reference):
            raise ValueError("a reference has at most 35 letters and digits")


def address(payee: Payee, asked: Asked, mode: str, signer: Signer | None = None) -> str:
    """The `upi://pay` address; with a signer, its signature stands at the end as `sign`.

    mode  how the payer came to it: 04 by an address, 01 by a static code, 22 by a dynamic one;
          05 and 16 for the same where they are signed
    """
    fields = {"pa": payee.vpa, "pn": payee.name, "mc": payee.category, "mode": mode}
    if asked.reference is not None:
        fields["tr"] = asked.reference
    if asked.note is not None:
        fields["tn"] = asked.note
    if asked.amount is not None:
        fields["am"] = f"{asked.amount.to_decimal():f}"
    fields["cu"] = CURRENCY
    text = f"upi://pay?{urlencode(fields, safe='@', quote_via=quote)}"
    if signer is None:
        return text
    signature = base64.b64encode(signer.sign(text.encode())).decode()
    return f"{text}&sign={quote(signature, safe='')}"


def bharat(payee: Payee, asked: Asked) -> str:
    """The text of a Bharat QR code: static without an amount, dynamic with one."""
    is_dynamic = asked.amount is not None
    account = [("00", _SCHEME), ("01", payee.vpa)]
    fields = [("00", "01"), ("01", "12" if is_dynamic else "11"), ("26", emv.join(account))]
    if asked.reference is not None:
        fields.append(("27", emv.join([("00", _SCHEME), ("01", asked.reference)])))
    fields += [("52", payee.category), ("53", _RUPEES)]
    if asked.amount is not None:
        fields.append(("54", f"{asked.amount.to_decimal():f}"))
    fields += [
        ("58", "IN"),
        ("59", payee.name[:_LONGEST_NAME]),
        ("60", payee.city[:_LONGEST_CITY]),
    ]
    if asked.reference is not None:
        fields.append(("62", emv.join([("05", asked.reference[:25])])))
    return emv.write(fields)
