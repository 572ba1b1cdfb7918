"""Child processes that are kept running: started, restarted with patience, stopped together."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FIRST_WAIT_S: Final = 0.5
LONGEST_WAIT_S: Final = 3.0  # all is well again ten seconds after whatever killed it often
STEADY_S: Final = 60.0  # one that ran this long has earned a quick restart
STOP_TIMEOUT_S: Final = 15.0
ORPHAN_TIMEOUT_S: Final = 10.0
LARGEST_LOG_BYTES: Final = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Part:
    """What to run, and where its words go (None: to our own console).

    env          what is known from the beginning
    waits_after  the last word of the command, by which the program loads itself and then waits for
                 its settings on its input (one line of JSON); None: it finds them in its environment
    """

    name: str
    command: Sequence[str]
    env: Mapping[str, str]
    log: Path | None
    waits_after: str | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """A part that ended by itself."""

    part: Part
    code: int
    tries: int
    wait_s: float


class Child:
    """One part and the process that plays it now."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self.process: subprocess.Popen[bytes] | None = None
        self.tries = 0
        self._settings: Mapping[str, str] | None = None
        self._began = 0.0
        self._again_at = 0.0

    @property
    def is_wanted(self) -> bool:
        """Whether it was started, and so is to be kept running."""
        return self._settings is not None

    def load(self) -> None:
        """Let a part that waits for its settings load itself meanwhile."""
        if self.part.waits_after is not None and self.process is None:
            self._run({})

    def start(self, settings: Mapping[str, str]) -> None:
        """Run the part with these settings over what its environment says."""
        self._settings = settings
        self._began = time.monotonic()
        if self.part.waits_after is None:
            self._run(settings)
            return
        if self.process is None or self.process.poll() is not None:
            self._run({})
        assert self.process is not None
        assert self.process.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # it has ended: `tend` starts it again
            self.process.stdin.write(json.dumps(dict(settings)).encode() + b"\n")
            self.process.stdin.close()

    def _run(self, settings: Mapping[str, str]) -> None:
        """In a session of its own, so that Ctrl-C reaches only us."""
        waits = self.part.waits_after
        with contextlib.ExitStack() as stack:
            output = None
            if self.part.log is not None:
                output = stack.enter_context(self.part.log.open("ab"))
            self.process = subprocess.Popen(  # noqa: S603 - our own programs
                [*self.part.command, *([] if waits is None else [waits])],
                env={**self.part.env, **settings},
                stdin=subprocess.DEVNULL if waits is None else subprocess.PIPE,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    def tend(self) -> Ended | None:
        """Start it again when its time has come; tells once of each end."""
        if self._settings is None:
            return None
        if self.process is None:
            if time.monotonic() >= self._again_at:
                self.start(self._settings)
            return None
        code = self.process.poll()
        if code is None:
            self._trim_log()
            return None
        self.kill()  # what it had started itself must not keep its port
        if time.monotonic() - self._began > STEADY_S:
            self.tries = 0
        self.tries += 1
        wait_s = min(FIRST_WAIT_S * 2 ** (self.tries - 1), LONGEST_WAIT_S)
        self._again_at = time.monotonic() + wait_s
        self.process = None
        return Ended(self.part, code, self.tries, wait_s)

    def ask_to_stop(self) -> None:
        """Send SIGTERM."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def kill(self) -> None:
        """End the process and all that it started."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)
            if self.process.stdin is not None:
                self.process.stdin.close()
            self.process.wait()

    def last_words(self, lines: int = 12) -> str:
        """The end of its log."""
        if self.part.log is None or not self.part.log.exists():
            return ""
        with self.part.log.open("rb") as said:
            said.seek(max(0, self.part.log.stat().st_size - 8192))
            return "\n".join(said.read().decode(errors="replace").splitlines()[-lines:])

    def _trim_log(self) -> None:
        """Keep one old log beside the present one; the child appends, so it may be emptied."""
        log = self.part.log
        if log is not None and log.stat().st_size > LARGEST_LOG_BYTES:
            shutil.copyfile(log, log.with_suffix(".log.1"))
            os.truncate(log, 0)


class Crew:
    """All children of one `batua up`."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.children = [Child(part) for part in parts]

    @property
    def is_started(self) -> bool:
        """Whether any was."""
        return any(child.is_wanted for child in self.children)

    def load(self) -> None:
        """Let those that can load themselves before anything else is there."""
        for child in self.children:
            child.load()

    def start(self, settings: Mapping[str, str], *names: str) -> None:
        """Start those of these names that were not, all of them when none is named."""
        for child in self.children:
            if not child.is_wanted and (not names or child.part.name in names):
                child.start(settings)

    def tend(self) -> Iterator[Ended]:
        """Restart what has ended and is due; what ended since the last look."""
        for child in self.children:
            ended = child.tend()
            if ended is not None:
                yield ended

    def stop(self) -> None:
        """Ask all to stop, wait for a while, and end those that do not."""
        for child in self.children:
            child.ask_to_stop()
        deadline = time.monotonic() + STOP_TIMEOUT_S
        for child in self.children:
            if child.process is not None:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    child.process.wait(max(0.1, deadline - time.monotonic()))
            child.kill()


def stop_with_parent(parent: int) -> None:
    """Stop as soon as `parent` is no longer our parent: politely, but not for ever."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(ORPHAN_TIMEOUT_S)
        os._exit(1)  # what waits for a database that died with the parent waits in vain

    threading.Thread(target=watch, name="parent-watch", daemon=True).start()
