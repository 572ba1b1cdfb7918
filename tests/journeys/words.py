"""The words that the app shows, taken from its own catalogs, so that no text is written twice."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from batua.kit.money import Currency, Money

LOCALES = Path(__file__).parents[2] / "web" / "src" / "locales"
# As the app writes numbers and dates; see web/src/lib/languages.ts.
TAGS = {"en": "en-IN", "hi": "hi-IN"}
NAMES = {"en": "English", "hi": "हिन्दी"}
ANYTHING = "{{}}"


@cache
def catalog(language: str, name: str) -> dict[str, Any]:
    """One catalog of one language."""
    folder = LOCALES / language
    places = [folder / f"{name}.json", folder / "office" / f"{name}.json"]
    found = next(path for path in places if path.exists())
    return dict(json.loads(found.read_text()))


def rupees(whole: int) -> str:
    """Whole rupees as a sentence says them: "₹1,000"."""
    return exactly(whole).removesuffix(".00")


def exactly(whole: int) -> str:
    """Whole rupees as a list shows them: "₹1,000.00"."""
    return Money(whole * 100, Currency("INR")).format("en")


class Words:
    """What the app says in one language: `words("payments:check.send", amount=…, name=…)`."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key; the shell's catalog is meant where none is named."""
        text = self.find(key, values.get("count"))
        return re.sub(r"{{(\w+)}}", lambda hole: str(values[hole.group(1)]), text)

    def find(self, key: str, count: object = None) -> str:
        """The text with its holes, in the plural of `count`."""
        name, _, path = key.rpartition(":")
        *folders, last = path.split(".")
        found = catalog(self.language, name or "app")
        for folder in folders:
            found = found[folder]
        if isinstance(count, int) and last not in found:
            last += "_one" if count == 1 or (self.language == "hi" and count == 0) else "_other"
        return str(found[last])

    def shape(self, key: str, **values: object) -> "re.Pattern[str]":
        """The whole text of a key; holes that are not named hold anything, and a space any space."""
        parts = re.split(r"{{(\w+)}}", self.find(key, values.get("count")))
        parts[1::2] = [str(values[hole]) if hole in values else ANYTHING for hole in parts[1::2]]
        known = [".+" if part is ANYTHING else re.escape(part) for part in parts]
        return re.compile(rf"^\s*{''.join(known)}\s*$".replace(r"\ ", r"\s+"))
