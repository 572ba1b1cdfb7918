"""The nouns of templates: what stands in their holes, how they look, and India's registrations."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from batua.kit.money import Money
from batua.modules.identity.types import Purpose
from batua.modules.notifications.types import Kind, Via


class Hole(StrEnum):
    """What stands in a hole of a template; each is of one type."""

    NAME = "name"
    GROUP = "group"
    LINES = "lines"
    AMOUNT = "amount"
    DAY = "day"
    UNTIL = "until"


Value = str | Money | date | datetime


@dataclass(frozen=True, slots=True)
class Holes:
    """What the words of a kind must name, and what they may besides."""

    required: frozenset[str]
    optional: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a template, or filled ones; only an e-mail has a subject."""

    text: str
    subject: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """What a kind says through a channel in a language.

    is_changed    whether these are not the house's own words
    dlt_template  what India's operators call it; empty: not registered
    """

    kind: Kind
    via: Via
    language: str
    words: Words
    is_changed: bool
    dlt_template: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dlt:
    """Who we are to India's operators (DLT).

    entity       our principal entity id
    header       the sender's name that is registered for us
    is_required  whether a text message to India without a registered template stays here
    """

    entity: str = ""
    header: str = ""
    is_required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeTemplate:
    """What a message about a code says in a language, and what India's operators call it."""

    purpose: Purpose
    language: str
    text: str
    dlt_template: str


class Alphabet(StrEnum):
    """How the characters of a text message are written."""

    GSM_7 = "gsm_7"
    UCS_2 = "ucs_2"


@dataclass(frozen=True, slots=True)
class Segments:
    """What a text message is charged as; units are those of its alphabet."""

    alphabet: Alphabet
    units: int
    count: int


@dataclass(frozen=True, slots=True)
class Preview:
    """A template as a reader gets it; `html` of an e-mail, `segments` of a text message."""

    words: Words
    html: str | None
    segments: Segments | None
