"""Channels that take only words approved before: how a text becomes a template's numbered holes."""

import string

from batua.kit.words import nearest, words


def holes_of(language: str, key: str) -> list[str]:
    """The names of a text's holes in the order of that language: {{1}} is the first of them."""
    found = words(nearest(language))[key]
    names = (name for _, name, _, _ in string.Formatter().parse(found) if name)
    return list(dict.fromkeys(names))
