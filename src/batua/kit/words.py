"""The server's words in every language, from gettext files with dotted keys."""

from functools import cache
from importlib.resources import files
from typing import Any, Final

from babel.messages.pofile import read_po

from batua.kit.money import Money

FALLBACK: Final = "en"


def _discovered() -> tuple[str, ...]:
    found = {
        entry.name.removesuffix(".po")
        for entry in files("batua").joinpath("locales").iterdir()
        if entry.name.endswith(".po")
    }
    return (FALLBACK, *sorted(found - {FALLBACK}))


LANGUAGES: Final[tuple[str, ...]] = _discovered()
"""Every language with a file, the fallback first."""


def say(language: str, key: str, **values: Any) -> str:
    """The text of a key in a language, with its values put in; money is written by locale.

    refuses  KeyError for a key that the fallback language does not have
    """
    spoken = nearest(language)
    text = words(spoken).get(key) or words(FALLBACK)[key]
    shown = {
        name: value.format(spoken) if isinstance(value, Money) else value
        for name, value in values.items()
    }
    return text.format(**shown)


def nearest(language: str) -> str:
    """The language with a file that serves best: `hi-IN` is served by `hi`, others by English."""
    short = language.replace("_", "-").partition("-")[0].lower()
    return short if short in LANGUAGES else FALLBACK


@cache
def words(language: str) -> dict[str, str]:
    """All texts of a language by key; a key that is not translated yet is absent."""
    with files("batua").joinpath("locales", f"{language}.po").open("rb") as source:
        catalog = read_po(source, locale=language)
    return {
        str(message.id): str(message.string) for message in catalog if message.id and message.string
    }
