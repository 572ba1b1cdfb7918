"""How a phone, an e-mail, a name and a handle are read, and how they are masked."""

import re
import unicodedata
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final
from zoneinfo import available_timezones

import phonenumbers

from batua.kit import words
from batua.modules.identity.errors import (
    BadEmail,
    BadHandle,
    BadName,
    BadPhone,
    UnknownLanguage,
    UnknownTimeZone,
)

HANDLE_HOME: Final = "@batua"
_EMAIL: Final = re.compile(r"[^\s@\x00-\x1f]{1,64}@[^\s@.\x00-\x1f]+(\.[^\s@.\x00-\x1f]+)+")
_HANDLE: Final = re.compile(r"[a-z0-9][a-z0-9._-]{2,29}")
_RESERVED: Final = frozenset(
    {"admin", "agent", "batua", "care", "help", "info", "mail", "me", "office", "pay", "payment"}
    | {"payments", "police", "refund", "root", "security", "service", "staff", "support", "system"}
)
_LINE_STEERING: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS: Final = frozenset("\u200c\u200d")

# Names that the phone tables have kept and nobody expects any longer.
_RENAMED: Final = {"Asia/Calcutta": "Asia/Kolkata", "Asia/Katmandu": "Asia/Kathmandu"}

# In this order: most browsers name their ancestors too.
_BROWSERS: Final = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS: Final = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
)


class Identifier(StrEnum):
    """By what somebody is named when she signs in."""

    PHONE = "phone"
    EMAIL = "email"


def phone(text: str) -> str:
    """The number in E.164; any country's."""
    try:
        read = phonenumbers.parse(text, None)
    except phonenumbers.NumberParseException:
        raise BadPhone from None
    if not phonenumbers.is_valid_number(read):
        raise BadPhone
    return phonenumbers.format_number(read, phonenumbers.PhoneNumberFormat.E164)


def email(text: str) -> str:
    """The address as it is compared: without spaces around, in lower case."""
    plain = unicodedata.normalize("NFC", text).strip().lower()
    if len(plain) > 254 or not _EMAIL.fullmatch(plain):
        raise BadEmail
    return plain


def name(text: str) -> str:
    """The name on one line; characters that steer or hide text are refused."""
    plain = " ".join(unicodedata.normalize("NFC", text).split())
    kinds = [unicodedata.category(letter) for letter in plain if letter not in _JOINERS]
    if not 1 <= len(plain) <= 100 or _LINE_STEERING.intersection(kinds):
        raise BadName
    if not any(kind.startswith("L") for kind in kinds):
        raise BadName
    return plain


def device_name(given: str | None, user_agent: str) -> str:
    """What a device is called: as its owner says, or by browser and system."""
    plain = " ".join((given or "").split())[:60]
    kinds = {unicodedata.category(letter) for letter in plain if letter not in _JOINERS}
    if plain and not kinds & _LINE_STEERING:
        return plain
    browser = next((shown for sign, shown in _BROWSERS if sign in user_agent), None)
    system = next((shown for sign, shown in _SYSTEMS if sign in user_agent), None)
    return " · ".join(part for part in (browser, system) if part) or "?"


def handle(text: str) -> str:
    """The whole handle, `asha@batua`; the home may be left out."""
    plain = text.strip().lower().removesuffix(HANDLE_HOME)
    if not _HANDLE.fullmatch(plain):
        raise BadHandle
    return plain + HANDLE_HOME


def is_reserved(whole_handle: str) -> bool:
    """Whether a handle could be taken for the house itself."""
    plain = re.sub(r"[._-]", "", whole_handle.removesuffix(HANDLE_HOME))
    return plain in _RESERVED or plain.startswith("batua")


def language(text: str) -> str:
    """One of the languages that the house speaks."""
    if text not in words.LANGUAGES:
        raise UnknownLanguage
    return text


def time_zone(text: str) -> str:
    """A name of the time zone database."""
    if text not in _time_zones():
        raise UnknownTimeZone
    return text


def likely_time_zone(e164: str) -> str:
    """The first zone of the phone's country, for who has not said."""
    from phonenumbers import timezone  # its tables take time to load and are seldom needed

    zones = timezone.time_zones_for_number(phonenumbers.parse(e164, None))
    return next((_RENAMED.get(z, z) for z in zones if z in _time_zones()), "UTC")


def country_of(e164: str) -> str | None:
    """The country of a phone, ISO 3166-1; None for a number of no single country."""
    found = phonenumbers.region_code_for_number(phonenumbers.parse(e164, None))
    return found if found and found.isalpha() else None


def identifier(text: str) -> tuple[Identifier, str]:
    """What a person typed to sign in; unreadable text stays as it is and will match nobody."""
    if "@" in text:
        try:
            return Identifier.EMAIL, email(text)
        except BadEmail:
            return Identifier.EMAIL, text
    try:
        return Identifier.PHONE, phone(text)
    except BadPhone:
        return Identifier.PHONE, text


def mask_name(full_name: str) -> str:
    """Enough of a name to be known by friends: `Asha D•••`; a single name keeps two letters.

    What stands in brackets, such as `(demo)`, is no name and stays.
    """
    first, *others = full_name.split() or ["•"]
    if not others:
        return "".join(_letters(first)[:2]) + "•••"
    masked = (word if word.startswith("(") else _letters(word)[0] + "•••" for word in others)
    return " ".join([first, *masked])


@lru_cache(20_000)
def mask_phone(e164: str) -> str:
    """The country and the last three digits: `+91 ••••• ••210`."""
    read = phonenumbers.parse(e164, None)
    national = phonenumbers.national_significant_number(read)
    hidden = "•" * (len(national) - 3) + national[-3:]
    groups = [hidden[at : at + 5] for at in range(0, len(hidden), 5)]
    return " ".join([f"+{read.country_code}", *groups])


def _letters(word: str) -> list[str]:
    """The letters of a word, each with the signs that belong to it."""
    letters: list[str] = []
    for sign in word:
        joins = bool(letters) and (
            unicodedata.category(sign).startswith("M")
            or sign in _JOINERS
            or letters[-1][-1] in _JOINERS
            or unicodedata.combining(letters[-1][-1]) == 9  # a virama binds the next letter
        )
        if joins:
            letters[-1] += sign
        else:
            letters.append(sign)
    return letters


@cache
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones())
