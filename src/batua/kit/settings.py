"""Settings: one frozen dataclass a module, read from the environment and checked as a whole."""

import dataclasses
import os
import types
import typing
from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar, Protocol, TypeVar, cast

PREFIX = "BATUA_"


class SettingsError(Exception):
    """A setting is missing, unknown or not readable; the message names it and says what to do."""


class Settings(Protocol):
    """A frozen dataclass whose fields are settings; `ENV_PREFIX` goes before each name."""

    ENV_PREFIX: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, Any]]


T = TypeVar("T", bound=Settings)

_known: dict[str, type[Settings]] = {}


def register(cls: type[T]) -> type[T]:
    """Make the names of a settings class known, so that `check_unknown` accepts them."""
    for field in dataclasses.fields(cls):
        _known[env_name(cls, field)] = cls
    return cls


def env_name(cls: type[Settings], field: "dataclasses.Field[Any]") -> str:
    """The environment variable of a field: its own `env` metadata, or prefix and name."""
    own = field.metadata.get("env")
    return str(own) if own else f"{cls.ENV_PREFIX}{field.name.upper()}"


def load(cls: type[T], env: Mapping[str, str] | None = None) -> T:
    """Read one settings class.

    env      variables by name; the process environment when absent
    refuses  SettingsError for a missing or unreadable value
    """
    source = os.environ if env is None else env
    hints = typing.get_type_hints(cls)
    values: dict[str, Any] = {}
    for field in dataclasses.fields(cls):
        name = env_name(cls, field)
        raw = source.get(name)
        if raw is None or raw == "":
            if _is_required(field):
                help_ = field.metadata.get("help", "It has no default.")
                raise SettingsError(f"{name} is not set. {help_}")
            continue
        values[field.name] = _read(name, raw, hints[field.name])
    return cls(**values)


def check_unknown(env: Mapping[str, str] | None = None) -> None:
    """Refuse names that begin with BATUA_ and belong to no setting: a typing slip must not pass."""
    source = os.environ if env is None else env
    for name in sorted(source):
        if name.startswith(PREFIX) and name not in _known:
            near = [
                k for k in sorted(_known) if k.split("_")[-1] == name.rsplit("_", maxsplit=1)[-1]
            ]
            hint = f" Did you mean {near[0]}?" if near else ""
            raise SettingsError(f"{name} is not a setting of Batua.{hint} Remove it or mend it.")


def known() -> dict[str, type[Settings]]:
    """Every registered setting by environment name, for `batua doctor` and the docs."""
    return dict(_known)


def _is_required(field: "dataclasses.Field[Any]") -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _read(name: str, raw: str, hint: Any) -> Any:
    """Turn the text of a variable into the field's type; optional types accept their inner one."""
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        hint = next(h for h in typing.get_args(hint) if h is not type(None))
    try:
        return _convert(raw, hint)
    except ValueError as error:
        raise SettingsError(f"{name} is not readable: {error}") from error


def _convert(raw: str, hint: Any) -> Any:
    if hint is bool:
        if raw.lower() not in {"1", "0", "true", "false", "yes", "no", "on", "off"}:
            raise ValueError("write true or false")
        return raw.lower() in {"1", "true", "yes", "on"}
    if hint is int:
        return int(raw)
    if hint is Path:
        return Path(raw).expanduser()
    if typing.get_origin(hint) is tuple:
        return tuple(part.strip() for part in raw.split(",") if part.strip())
    return cast("type[Any]", hint)(raw)
