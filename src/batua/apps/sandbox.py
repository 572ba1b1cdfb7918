"""The sandbox process: plays the outside providers until it is told to stop."""

import logging
from typing import Final

from granian import Granian
from granian.constants import Interfaces

from batua.kit import settings
from batua.kit.logs import LogSettings, configure
from batua.sandbox.settings import SandboxSettings

BACKLOG: Final = 256


def serve(host: str, port: int) -> None:
    """Serve until SIGTERM or SIGINT.

    refuses  SettingsError before anything listens
    """
    settings.load(SandboxSettings)
    configure(settings.load(LogSettings))
    logging.getLogger("granian").setLevel(logging.WARNING)
    Granian(
        "batua.sandbox.app:from_environment",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        workers=1,
        backlog=BACKLOG,
        respawn_failed_workers=True,
        workers_kill_timeout=5,
        log_enabled=False,
        websockets=False,
    ).serve()
