"""What keeps Batua from starting, each with one sentence on how to mend it."""

from pathlib import Path


class Trouble(Exception):
    """Something outside the program is not as it must be; `todo` says how to mend it."""

    def __init__(self, problem: str, todo: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.todo = todo


class FolderNotWritable(Trouble):
    """The data folder cannot be written."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            f"The data folder {folder} cannot be written: {reason}.",
            "Give yourself the right to write there, or choose another folder with --data.",
        )


class FolderInUse(Trouble):
    """Another batua runs on this data folder."""

    def __init__(self, folder: Path, holder: str) -> None:
        super().__init__(
            f"Another batua already runs on {folder} ({holder}).",
            "Use that one, stop it first, or choose another folder with --data.",
        )


class DiskFull(Trouble):
    """There is not enough room for the database."""

    def __init__(self, folder: Path, need_mb: int) -> None:
        super().__init__(
            f"The disk that holds {folder} is full.",
            f"Free at least {need_mb} MB there, or choose another folder with --data.",
        )


class DatabaseDidNotStart(Trouble):
    """The embedded database server ended or stayed silent."""


class DatabaseUnreachable(Trouble):
    """The database of DATABASE_URL does not answer."""


class DatabaseTooOld(Trouble):
    """The database server is older than what Batua's SQL needs."""


class PortTaken(Trouble):
    """Another program listens where we want to."""

    def __init__(self, host: str, port: int, holder: str, option: str) -> None:
        super().__init__(
            f"Port {port} on {host} is taken{holder}.",
            f"Stop that program, or choose another port: batua up {option} {port + 10}",
        )


class PartDidNotStart(Trouble):
    """A part of Batua ends again and again."""
