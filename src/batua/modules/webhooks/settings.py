"""What an operator may choose about webhooks."""

from dataclasses import dataclass, field
from typing import ClassVar

from batua.kit.settings import register


@register
@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """Where our webhooks may go."""

    ENV_PREFIX: ClassVar[str] = "BATUA_WEBHOOKS_"
    loopback: bool = field(
        default=False,
        metadata={"help": "Allow addresses on this machine, by http too: to try things out."},
    )
