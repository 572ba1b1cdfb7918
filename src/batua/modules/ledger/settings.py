"""What an operator may choose about the ledger's proof."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from batua.kit.settings import register


@register
@dataclass(frozen=True, slots=True)
class LedgerSettings:
    """Where the head of the chain is written besides the database, each hour."""

    ENV_PREFIX: ClassVar[str] = "BATUA_LEDGER_"
    heads_file: Path | None = field(
        default=None,
        metadata={"help": "A file that gets a line for each head, best on another machine's disk."},
    )
    heads_url: str = field(
        default="", metadata={"help": "An address that each head is sent to by POST."}
    )
    heads_secret: str = field(
        default="", repr=False, metadata={"help": "Signs what is sent to BATUA_LEDGER_HEADS_URL."}
    )
