"""The disk is full: orders are refused until there is room again, and none is half done."""

import contextlib
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.faults import killing, trial
from tests.faults.load import Load
from tests.system import System

ROOM = "size=900m"
SPARE = 256 * 1024
PAGE = 4096

pytestmark = [pytest.mark.fault, pytest.mark.slow, pytest.mark.xdist_group("faults")]


class Disk:
    """A small file system in memory, whose size can be changed while it is used."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self) -> None:
        """Leave next to no room."""
        for _ in range(20):
            used = shutil.disk_usage(self.folder).used
            size = (used + SPARE) // PAGE * PAGE
            with contextlib.suppress(subprocess.CalledProcessError):  # it has just grown
                self.mount(f"remount,size={size}")
                return

    def free(self) -> None:
        """Make room again."""
        self.mount(f"remount,{ROOM}")

    def mount(self, options: str) -> None:
        command = ["mount", "-t", "tmpfs", "-o", f"{options},mode=755", "tmpfs", str(self.folder)]
        subprocess.run(command, check=True, capture_output=True)


@pytest.fixture
def disk() -> Iterator[Disk]:
    folder = Path(tempfile.mkdtemp(prefix="batua-disk-"))
    made = Disk(folder)
    try:
        made.mount(ROOM)
    except (OSError, subprocess.CalledProcessError):
        folder.rmdir()
        pytest.skip("a file system of our own needs the right to mount one")
    try:
        yield made
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
        folder.rmdir()


async def test_a_full_disk_refuses_and_loses_nothing(disk: Disk) -> None:
    with System(disk.folder / "batua") as system:

        async def strike(load: Load) -> float:
            disk.fill()
            try:
                before = load.refused_503
                await load.until(lambda: load.refused_503 > before + 5, "nobody was refused")
            finally:
                disk.free()
            since = time.monotonic()
            await killing.there(system, "database")
            return await load.recovered(since)

        await trial.endure(system, "disk full", strike, trial.rounds(1, share=0.5))
