"""The data folder: made, checked for room, and held by one batua at a time."""

import contextlib
import errno
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from batua.apps.trouble import DiskFull, FolderInUse, FolderNotWritable

LOCK_NAME: Final = "batua.lock"
SMALLEST_FREE_MB: Final = 256


def claim(folder: Path) -> None:
    """Make the folder, and refuse one that cannot be written or has no room.

    refuses  FolderNotWritable, DiskFull
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(folder, SMALLEST_FREE_MB) from error
        raise FolderNotWritable(folder, error.strerror or type(error).__name__) from error
    if shutil.disk_usage(folder).free < SMALLEST_FREE_MB * 1024 * 1024:
        raise DiskFull(folder, SMALLEST_FREE_MB)


def lock(folder: Path) -> IO[str]:
    """Hold the folder for this process; the kernel lets go of it whatever way we die.

    refuses  FolderInUse
    """
    holder = (folder / LOCK_NAME).open("a+")
    try:
        fcntl.flock(holder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        holder.close()
        raise FolderInUse(folder, holder_of(folder)) from error
    note(holder, f"process {os.getpid()}")
    return holder


def note(holder: IO[str], text: str) -> None:
    """Say in the lock file who holds the folder, for the next one who wants it."""
    holder.seek(0)
    holder.truncate()
    holder.write(text + "\n")
    holder.flush()


def holder_of(folder: Path) -> str:
    """What the holder of the folder noted about itself."""
    with contextlib.suppress(OSError):
        return (folder / LOCK_NAME).read_text().strip() or "unknown process"
    return "unknown process"


def is_held(folder: Path) -> bool:
    """Whether some batua holds the folder now."""
    try:
        with (folder / LOCK_NAME).open("a+") as probe:
            fcntl.flock(probe, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


@contextlib.contextmanager
def held(folder: Path) -> Iterator[IO[str]]:
    """Hold the folder while the block runs."""
    holder = lock(folder)
    try:
        yield holder
    finally:
        holder.close()
