"""Keys of the outside that people keep: sealed, write-only, changed while everything runs."""

from batua.kit.connections.desk import Connections
from batua.kit.connections.keeping import Keeper
from batua.kit.connections.nouns import (
    Change,
    Connection,
    ConnectionChanged,
    ConnectionUnreadable,
    Link,
    NoSuchConnection,
    Probe,
    Shown,
    Source,
    Spec,
    Verdict,
)
from batua.kit.connections.store import reseal

__all__ = [
    "Change",
    "Connection",
    "ConnectionChanged",
    "ConnectionUnreadable",
    "Connections",
    "Keeper",
    "Link",
    "NoSuchConnection",
    "Probe",
    "Shown",
    "Source",
    "Spec",
    "Verdict",
    "reseal",
]
