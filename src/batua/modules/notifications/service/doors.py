"""The providers that call us back, each by what it takes to know that it is it."""

from dataclasses import dataclass

from batua.modules.notifications.providers.twilio.callbacks import TwilioDoor


@dataclass(frozen=True, slots=True)
class Doors:
    """What is connected; None for what is not."""

    twilio: TwilioDoor | None = None
