"""Numbers about the running process, for Prometheus; labels never carry personal data."""

from collections.abc import Callable
from typing import Final, TypeVar

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4

from batua.kit.logs import is_personal

CONTENT_TYPE: Final = CONTENT_TYPE_PLAIN_0_0_4
SECONDS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
"""Buckets of a duration, from a quick read to a slow provider."""

registry: Final = CollectorRegistry()
ProcessCollector(registry=registry)

M = TypeVar("M", Counter, Gauge, Histogram)
_made: dict[str, Counter | Gauge | Histogram] = {}


def counter(name: str, help: str, *labels: str) -> Counter:
    """A number that only rises, made at its first naming."""
    return _once(name, Counter, lambda: Counter(name, help, _safe(labels), registry=registry))


def gauge(name: str, help: str, *labels: str) -> Gauge:
    """A number that rises and falls, made at its first naming."""
    return _once(name, Gauge, lambda: Gauge(name, help, _safe(labels), registry=registry))


def histogram(
    name: str, help: str, *labels: str, buckets: tuple[int | float, ...] = SECONDS
) -> Histogram:
    """A distribution, by default of seconds, made at its first naming."""
    return _once(
        name,
        Histogram,
        lambda: Histogram(name, help, _safe(labels), registry=registry, buckets=buckets),
    )


def render() -> bytes:
    """Everything in Prometheus's text format."""
    return generate_latest(registry)


def _once(name: str, kind: type[M], make: Callable[[], M]) -> M:
    known = _made.get(name)
    if known is None:
        known = _made[name] = make()
    if not isinstance(known, kind):
        raise TypeError(f"{name} is already a {type(known).__name__}")
    return known


def _safe(labels: tuple[str, ...]) -> tuple[str, ...]:
    personal = [label for label in labels if is_personal(label)]
    if personal:
        raise ValueError(f"a label must not carry {', '.join(personal)}")
    return labels
