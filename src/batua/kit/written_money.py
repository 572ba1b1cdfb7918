"""Money as people write it: read and written by locale, in whole minor units."""

import copy
import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import Final

from babel import Locale
from babel.numbers import (
    NumberPattern,
    get_currency_symbol,
    get_decimal_symbol,
    get_group_symbol,
)

HOME: Final = {"en": "en_IN"}
"""A bare language means the people the house was built for: English groups digits in lakhs."""

_SPACES: Final = " \u00a0\u202f\u2009"
_MINUS: Final = "-\u2212"
# CLDR sets a space between a code and the number: `KWD 1.234`, but `₹1.23`.
_LETTER_BESIDE_DIGIT: Final = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
# What Indians write around rupees besides the symbol, longest first.
_RUPEE_WORDS: Final = ("rupees", "rs.", "rs", "रुपये", "रु.", "रु", "₨")


@lru_cache(maxsize=128)
def locale_of(name: str) -> Locale:
    """The locale of a name such as `en`, `hi`, `en_IN` or `en-IN`."""
    return Locale.parse(HOME.get(name, name).replace("-", "_"))


@lru_cache(maxsize=512)
def _pattern(locale: Locale, digits: int) -> NumberPattern:
    """The locale's currency pattern, with the digits of ISO 4217 in place of CLDR's."""
    pattern: NumberPattern = copy.copy(locale.currency_formats["standard"])
    pattern.frac_prec = (digits, digits)
    return pattern


def write(value: Decimal, currency: str, digits: int, locale: str) -> str:
    """Major units as people of the locale write them."""
    where = locale_of(locale)
    text: str = _pattern(where, digits).apply(
        value, where, currency=str(currency), currency_digits=False
    )
    return _LETTER_BESIDE_DIGIT.sub("\u00a0", text)


def read(text: str, currency: str, digits: int, locale: str) -> int | None:
    """The minor units a person typed, or None if that would be a guess."""
    where = locale_of(locale)
    bare = _without_currency(_in_ascii_digits(text), currency, where)
    is_negative = bare[:1] in _MINUS and bare != ""
    if is_negative:
        bare = _without_currency(bare[1:], currency, where)
    point, group = get_decimal_symbol(where), get_group_symbol(where)
    match = _shape(point, group, digits).fullmatch(bare)
    if match is None:
        return None
    whole = re.sub(r"\D", "", match["whole"])
    minor = int(whole + (match["fraction"] or "").ljust(digits, "0"))
    return -minor if is_negative else minor


@lru_cache(maxsize=256)
def _shape(point: str, group: str, digits: int) -> re.Pattern[str]:
    """Plain digits, or groups of three, or Indian groups of two before the last three."""
    sign = f"[{_SPACES}]" if group in _SPACES else re.escape(group)
    whole = rf"[0-9]{{1,20}}|[0-9]{{1,3}}(?:{sign}[0-9]{{3}}){{1,6}}"
    whole += rf"|[0-9]{{1,2}}(?:{sign}[0-9]{{2}}){{1,8}}{sign}[0-9]{{3}}"
    fraction = rf"(?:{re.escape(point)}(?P<fraction>[0-9]{{1,{digits}}}))?" if digits else ""
    return re.compile(rf"(?P<whole>{whole}){fraction or '(?P<fraction>)'}")


def _in_ascii_digits(text: str) -> str:
    """The same text with the decimal digits of any script as 0 to 9, without direction marks."""
    plain = (
        str(unicodedata.decimal(char)) if char.isdecimal() else char
        for char in text
        if unicodedata.category(char) != "Cf"
    )
    return "".join(plain).strip(_SPACES)


def _without_currency(text: str, currency: str, locale: Locale) -> str:
    """The text without the currency's own sign, code or word, before or after the number."""
    marks = [currency.lower(), get_currency_symbol(currency, locale).lower()]
    marks += [get_currency_symbol(currency, "en").lower()]
    if currency == "INR":
        marks += _RUPEE_WORDS
        text = text.removesuffix("/-")  # how rupees without paise are written by hand
    for mark in sorted({_in_ascii_digits(mark) for mark in marks}, key=len, reverse=True):
        lower = text.lower()
        if lower.startswith(mark):
            return text[len(mark) :].strip(_SPACES)
        if lower.endswith(mark):
            return text[: -len(mark)].strip(_SPACES)
    return text
