"""Which way money goes."""

from enum import StrEnum


class Direction(StrEnum):
    """Which way the money goes."""

    IN = "in"
    OUT = "out"
    REFUND = "refund"
