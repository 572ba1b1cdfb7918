"""Structured logs with a request id and without personal data."""

import asyncio
import atexit
import logging
import re
import sys
from collections.abc import MutableMapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final, TextIO

import msgspec
import structlog
from structlog.contextvars import (
    bind_contextvars,
    clear_contextvars,
    merge_contextvars,
    reset_contextvars,
)
from structlog.typing import EventDict, WrappedLogger

from batua.kit import clock, settings

REMOVED: Final = "[removed]"

# Whole names; as a part of a longer name these would hide too much (`error_code`, `job_name`).
_PERSONAL_NAMES: Final = frozenset({"name", "code", "pin", "body", "note", "to", "address", "ip"})
_PERSONAL_PARTS: Final = frozenset(
    {
        *("phone", "email", "mail", "password", "pin", "otp", "token", "secret", "authorization"),
        *("cookie", "account_number", "ifsc", "aadhaar", "handle", "vpa", "passkey", "signature"),
        *("full_name", "display_name", "code_hash", "jwt", "api_key", "key_secret"),
    }
)
_PATTERNS: Final = (
    # PostgreSQL's details repeat the row: balances, names, sealed fields.
    (re.compile(r"(DETAIL|CONTEXT):[^\n]*"), r"\1: " + REMOVED),
    (re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]*"), "[token]"),
    (re.compile(r"(?i)\b(bearer|basic) +[\w.~+/=-]{8,}"), r"\1 [token]"),
    (re.compile(r"[^\s@<>\"'(),;:=]+@[^\s@<>\"'(),;]+\.[A-Za-z]{2,}"), "[email]"),
    (re.compile(r"\+\d(?:[ ().-]{0,2}\d){6,14}(?!\d)"), "[phone]"),
    # An Indian mobile number without its country code.
    (re.compile(r"(?<![\w.-])[6-9]\d{9}(?![\w-])"), "[phone]"),
)

log: structlog.stdlib.BoundLogger = structlog.get_logger()


@settings.register
@dataclass(frozen=True)
class LogSettings:
    """How much is logged, and how it looks."""

    ENV_PREFIX: ClassVar[str] = "BATUA_LOG_"

    level: str = field(default="info", metadata={"help": "debug, info, warning or error."})
    format: str = field(default="json", metadata={"help": "json for machines, console for people."})


def configure(given: LogSettings, stream: TextIO | None = None) -> None:
    """Send our own logs and those of every library through one redacting pipe."""
    level = logging.getLevelNamesMapping().get(given.level.upper())
    if level is None:
        raise settings.SettingsError("BATUA_LOG_LEVEL is debug, info, warning or error.")
    if given.format not in {"json", "console"}:
        raise settings.SettingsError("BATUA_LOG_FORMAT is json or console.")
    shared: list[structlog.typing.Processor] = [
        merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(_formatter(given.format, shared))
    _plain.stream = handler.stream if given.format == "json" and level <= logging.INFO else None
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    # These write one line a request with its full address; ours has the same without the data.
    for loud in ("httpx", "httpcore", "granian.access", "asyncio"):
        logging.getLogger(loud).setLevel(max(level, logging.WARNING))


def _formatter(
    format_: str, shared: list[structlog.typing.Processor]
) -> structlog.stdlib.ProcessorFormatter:
    renderer: structlog.typing.Processor = structlog.processors.JSONRenderer(ensure_ascii=False)
    if format_ == "console":
        # Rich tracebacks would print local variables, and so personal data.
        renderer = structlog.dev.ConsoleRenderer(
            exception_formatter=structlog.dev.plain_traceback, colors=sys.stderr.isatty()
        )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            redact,
            renderer,
        ],
    )


class _Plain:
    """Where lines go that are known to hold nothing personal.

    Those of one turn of the event loop are written together: each write is a system call.
    """

    stream: Any = None

    def __init__(self) -> None:
        self._waiting: list[str] = []
        self._asked: asyncio.AbstractEventLoop | None = None

    def add(self, line: str) -> None:
        self._waiting.append(line)
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self.write()
            return
        if self._asked is not loop:
            self._asked = loop
            loop.call_soon(self.write)

    def write(self) -> None:
        lines, self._waiting, self._asked = self._waiting, [], None
        if lines and self.stream is not None:
            with suppress(OSError, ValueError):  # a full disk or a closed pipe fails no request
                self.stream.write("".join(lines))


_plain = _Plain()
atexit.register(_plain.write)


def request_line(method: str, route: str, status: int, ms: float, request_id: str) -> None:
    """One line a request: of our own words only, so it is written without looking for secrets."""
    if _plain.stream is None:
        log.info("request", method=method, route=route, status=status, ms=ms)
        return
    line = {
        "event": "request",
        "level": "info",
        "method": method,
        "route": route,
        "status": status,
        "ms": ms,
        "request_id": request_id,
        "time": clock.now(),
    }
    _plain.add(msgspec.json.encode(line).decode() + "\n")


class _Bound:
    """What `bind_request` holds: each request passes here, so it is no generator."""

    __slots__ = ("_before", "_request_id")

    def __init__(self, request_id: str) -> None:
        self._request_id = request_id

    def __enter__(self) -> None:
        self._before = bind_contextvars(request_id=self._request_id)

    def __exit__(self, *_: object) -> None:
        reset_contextvars(**self._before)


def bind_request(request_id: str) -> AbstractContextManager[None]:
    """Name the request in every line logged within the `with` block."""
    return _Bound(request_id)


def unbind() -> None:
    """Forget the request: a worker's next job starts clean."""
    clear_contextvars()


def is_personal(key: str) -> bool:
    """Whether a field of this name may hold personal data or a secret."""
    plain = key.lower().replace("-", "_")
    if plain in _PERSONAL_NAMES or plain in _PERSONAL_PARTS:
        return True
    framed = f"_{plain}_"
    return any(f"_{part}_" in framed for part in _PERSONAL_PARTS)


def redact(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Remove personal data: by the name of the field, and by its look in any text."""
    cleaned: MutableMapping[str, Any] = _without_personal(event)
    return cleaned


def _without_personal(value: Any, depth: int = 0) -> Any:
    if depth > 6:
        return REMOVED
    if isinstance(value, dict):
        return {
            key: REMOVED
            if is_personal(str(key)) and inner is not None
            else _without_personal(inner, depth + 1)
            for key, inner in value.items()
        }
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_without_personal(inner, depth + 1) for inner in value]
    if value is None or isinstance(value, (bool, int)):
        return value
    return clean_text(value if isinstance(value, str) else str(value))


def clean_text(text: str) -> str:
    """A text without what looks like a phone number, an e-mail address or a token."""
    for pattern, shown in _PATTERNS:
        text = pattern.sub(shown, text)
    return text
