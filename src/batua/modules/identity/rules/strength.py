"""What makes a password or a PIN too easy to guess."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import Final

import phonenumbers

from batua.modules.identity.errors import WeakPassword, WeakPin

PASSWORD_MIN: Final = 8
PASSWORD_MAX: Final = 256
_ESTIMATED: Final = 72
_GUESSES_MIN: Final = 10**6
_HOUSE_WORDS: Final = ("batua", "wallet", "rupee", "paisa", "money")
_YEAR: Final = re.compile(r"(19[3-9]|20[0-3])\d")


def check_password(password: str, about: Iterable[str]) -> None:
    """Refuse what a patient guesser would try early.

    about    the person's own words: name, phone, e-mail
    refuses  WeakPassword with the reason short, long, common or guessable
    """
    if len(password) < PASSWORD_MIN:
        raise WeakPassword("short")
    if len(password) > PASSWORD_MAX:
        raise WeakPassword("long")
    if password.lower() in _common_passwords():
        raise WeakPassword("common")
    if _guesses(password, about) < _GUESSES_MIN:
        raise WeakPassword("guessable")


def check_pin(pin: str, phone: str) -> None:
    """Refuse the PINs that thieves try first.

    refuses  WeakPin with the reason digits, repeated, sequence, year or phone
    """
    if not re.fullmatch(r"[0-9]{6}", pin):
        raise WeakPin("digits")
    if _is_repeated(pin):
        raise WeakPin("repeated")
    if _is_sequence(pin):
        raise WeakPin("sequence")
    if _YEAR.fullmatch(pin[:4]) or _YEAR.fullmatch(pin[2:]):
        raise WeakPin("year")
    national = phonenumbers.national_significant_number(phonenumbers.parse(phone, None))
    if pin in national:
        raise WeakPin("phone")


def _is_repeated(pin: str) -> bool:
    """One, two or three digits over and over, twins, or the same forwards and backwards."""
    parts = (pin[:1] * 6, pin[:2] * 3, pin[:3] * 2)
    twins = pin[::2] == pin[1::2]
    triplets = len(set(pin[:3])) == len(set(pin[3:])) == 1
    return pin in parts or twins or triplets or pin == pin[::-1]


def _is_sequence(pin: str) -> bool:
    """Digits that rise or fall by the same step, on from 9 to 0 too."""
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    return len(steps) == 1


def _guesses(password: str, about: Iterable[str]) -> float:
    from zxcvbn import zxcvbn  # loads its word lists only where passwords are chosen

    split = [re.split(r"[\s@.+_-]+", text) for text in about]
    own = [part for parts in split for part in (*parts, "".join(parts)) if len(part) >= 3]
    # The estimate grows with the square of the length, and the first 72 decide it.
    found = zxcvbn(password[:_ESTIMATED], user_inputs=[*_HOUSE_WORDS, *own])
    return float(found["guesses"])


@cache
def _common_passwords() -> frozenset[str]:
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    return frozenset(word for word in FREQUENCY_LISTS["passwords"] if len(word) >= PASSWORD_MIN)
