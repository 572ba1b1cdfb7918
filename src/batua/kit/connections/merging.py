"""What a change makes of kept settings, and what people are shown of them; no I/O."""

import dataclasses
import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final, get_type_hints
from urllib.parse import urlsplit
from uuid import UUID

from batua.kit.connections.nouns import Change, Kept, Shown, Value
from batua.kit.refusal import BadField
from batua.kit.settings import Settings, env_name

PREVIOUS: Final = "_previous"
LONGEST_TEXT: Final = 4000
SHORTEST_WITH_ENDING: Final = 12
ENDING: Final = 4
MOST_KEEP_HOURS: Final = 24 * 14
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_BREAK: Final = re.compile(r"\r\n?")
_HERE: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_WHERE_TO: Final = frozenset({"url", "host", "port", "security"})
"""Where secrets are sent to: who changes it must know them."""

Texts = Mapping[str, str]
FieldOf = dataclasses.Field[Any]


def open_fields(cls: type[Settings]) -> Iterator[FieldOf]:
    """Those that people may set: no path of the server, and no secret's place while it is changed."""
    hints = get_type_hints(cls)
    for field in dataclasses.fields(cls):
        is_path = Path in (hints[field.name], *getattr(hints[field.name], "__args__", ()))
        if not is_path and not field.name.endswith(PREVIOUS):
            yield field


def texts(kept: Kept, now: datetime) -> dict[str, str]:
    """The kept settings by field, without secrets whose time is over."""
    return {
        name: one.text for name, one in kept.values.items() if one.until is None or one.until > now
    }


def of_environment(cls: type[Settings], env: Texts) -> dict[str, str]:
    """What the environment sets, by field."""
    names = {field.name: env_name(cls, field) for field in dataclasses.fields(cls)}
    return {field: env[name] for field, name in names.items() if env.get(name)}


def as_environment(cls: type[Settings], given: Texts) -> dict[str, str]:
    """Settings by field, as variables."""
    names = {field.name: env_name(cls, field) for field in dataclasses.fields(cls)}
    return {names[field]: text for field, text in given.items() if field in names}


def merged(
    cls: type[Settings],
    kept: Kept,
    in_force: Texts,
    change: Change,
    at: tuple[datetime, UUID | None],
) -> dict[str, Value]:
    """The settings after a change.

    in_force  what counted until now; where nothing is kept yet, none of it is taken over but a
              secret that is replaced
    at        when, and by whom
    refuses   BadField
    """
    now, by = at
    fields = {field.name: field for field in open_fields(cls)}
    known = {field.name for field in dataclasses.fields(cls)}
    values = {name: one for name, one in kept.values.items() if name in texts(kept, now)}
    for name, given in change.values.items():
        if name not in fields:
            raise BadField(f"values.{name}", "is no setting of this one")
        text = None if given is None else _checked(fields[name], given)
        old = in_force.get(name)
        before = name + PREVIOUS
        if text is None or change.keep_hours == 0:
            values.pop(before, None)
        elif before in known and old and old != text:
            until = now + timedelta(hours=change.keep_hours)
            values[before] = Value(text=old, at=now, by=by, until=until)
        if text is None:
            values.pop(name, None)
        elif old != text or name not in values:
            values[name] = Value(text=text, at=now, by=by)
    _check_goal(fields, in_force, values, change)
    return values


def _check_goal(
    fields: Mapping[str, FieldOf], in_force: Texts, values: Mapping[str, Value], change: Change
) -> None:
    """Kept secrets go nowhere else: whoever changes the address gives them again."""
    goals = _WHERE_TO & fields.keys()
    if all(_text(fields[goal], in_force) == _text(fields[goal], values) for goal in goals):
        return
    for name, field in fields.items():
        if not field.repr and name in values and not change.values.get(name):
            raise BadField(f"values.{name}", "is given again when the address changes")


def _text(field: FieldOf, given: Mapping[str, Any]) -> str:
    found = given.get(field.name)
    text = found.text if isinstance(found, Value) else found
    return default_of(field) if text is None else text


def _checked(field: FieldOf, given: str) -> str | None:
    """The text without space around it; None for an empty one. Refuses BadField."""
    name = field.name
    text = _BREAK.sub("\n", given.strip()) if has_lines(field) else given.strip()
    if len(text) > LONGEST_TEXT:
        raise BadField(f"values.{name}", "is too long")
    if _CONTROL.search(text.replace("\n", "") if has_lines(field) else text):
        raise BadField(f"values.{name}", "holds a line break or another sign that nobody can see")
    if text and (name == "url" or name.endswith("_url")):
        _check_address(name, text)
    return text or None


def has_lines(field: FieldOf) -> bool:
    """Whether a setting may be of more than one line, such as a key in PEM."""
    return bool(field.metadata.get("has_lines", False))


def _check_address(name: str, text: str) -> None:
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        host = None
    is_plain = bool(host) and parts.scheme == "http" and host in _HERE
    if not host or parts.username or parts.query or parts.fragment:
        raise BadField(f"values.{name}", "is no address")
    if parts.scheme != "https" and not is_plain:
        raise BadField(f"values.{name}", "begins with https://")


def shown(cls: type[Settings], kept: Kept, in_force: Texts) -> tuple[Shown, ...]:
    """Each setting without what is secret in it."""
    return tuple(_shown(field, kept, in_force) for field in open_fields(cls))


def _shown(field: FieldOf, kept: Kept, in_force: Texts) -> Shown:
    text = in_force.get(field.name)
    value = kept.values.get(field.name)
    before = kept.values.get(field.name + PREVIOUS)
    is_secret = not field.repr
    return Shown(
        field=field.name,
        help=str(field.metadata.get("help", "")),
        is_secret=is_secret,
        is_set=text is not None,
        value=None if is_secret else text,
        has_lines=has_lines(field),
        # A key in PEM ends as every other does.
        ending=ending(text) if is_secret and text and not has_lines(field) else None,
        default=default_of(field),
        set_at=None if value is None else value.at,
        set_by=None if value is None else value.by,
        until=before.until if before and field.name + PREVIOUS in in_force else None,
    )


def ending(secret: str) -> str | None:
    """The last signs of a secret that is long enough to stay one."""
    return secret[-ENDING:] if len(secret) >= SHORTEST_WITH_ENDING else None


def default_of(field: FieldOf) -> str:
    """What counts where nothing is set, as it would be written."""
    if field.default is dataclasses.MISSING or field.default is None:
        return ""
    if isinstance(field.default, tuple):
        return ",".join(field.default)
    return str(field.default)


def named(cls: type[Settings], problem: str) -> tuple[str, str]:
    """The field that a SettingsError is about, and what it says without the variable's name."""
    for field in sorted(dataclasses.fields(cls), key=lambda one: -len(one.name)):
        name = env_name(cls, field)
        if name in problem:
            said = problem.split(name, 1)[1].strip(" .:") or "cannot be used"
            return f"values.{field.name}", "cannot be read" if "readable" in said else said
    return "values", "cannot be used"
