"""How we push to browsers."""

from dataclasses import dataclass, field
from typing import ClassVar

from batua.kit.settings import register


@register
@dataclass(frozen=True, slots=True)
class PushSettings:
    """By which keys push services know us, and where they may be."""

    ENV_PREFIX: ClassVar[str] = "BATUA_PUSH_"
    private_key: str = field(
        default="",
        repr=False,
        metadata={"help": "VAPID private key in base64url; empty: one is made and kept sealed."},
    )
    contact: str = field(
        default="", metadata={"help": "mailto: or https: for push services; empty: our address."}
    )
    ttl_s: int = field(default=86_400, metadata={"help": "How long a push is worth delivering."})
    loopback: bool = field(
        default=False, metadata={"help": "Allow a push service on this machine: the sandbox."}
    )
