"""The providers that call us back, each by what it takes to know that it is it."""

from dataclasses import dataclass
from typing import Final

from batua.kit import metrics
from batua.kit.logs import log
from batua.modules.notifications.errors import BadSignature
from batua.modules.notifications.providers.twilio.callbacks import TwilioDoor
from batua.modules.notifications.providers.whatsapp.callbacks import WhatsAppDoor

FORGED: Final = metrics.counter(
    "batua_channel_callbacks_forged_total",
    "Callbacks that their provider did not sign.",
    "provider",
)


@dataclass(slots=True)
class Doors:
    """What is connected just now; None for what is not."""

    twilio: TwilioDoor | None = None
    whatsapp: WhatsAppDoor | None = None


def forged(provider: str) -> BadSignature:
    """Count a callback that is not believed; the refusal to raise."""
    FORGED.labels(provider).inc()
    log.warning("channel_callback_forged", provider=provider)
    return BadSignature()
