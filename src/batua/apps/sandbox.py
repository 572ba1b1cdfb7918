"""The sandbox process: plays the outside providers until it is told to stop."""

from batua.apps.serving import serve_alone
from batua.sandbox.app import from_environment


def serve(host: str, port: int) -> None:
    """Serve until SIGTERM or SIGINT.

    refuses  SettingsError before anything listens
    """
    serve_alone(from_environment(), host, port)
