"""Children of `batua up`: restarted with patience, stopped together, never left behind."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest

from batua.apps import children
from batua.apps.children import Child, Crew, Part

SLEEP = "import time; time.sleep(60)"
STUBBORN = "import signal, time; signal.signal(15, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
GRANDCHILD = (
    "import subprocess, sys, time;"
    "print(subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']).pid, flush=True);"
    "time.sleep(60)"
)


def part(tmp_path, code: str, name: str = "one") -> Part:
    return Part(name, [sys.executable, "-c", code], dict(os.environ), tmp_path / f"{name}.log")


def wait_until(is_true, timeout_s: float = 10) -> None:
    deadline = time.monotonic() + timeout_s
    while not is_true():
        assert time.monotonic() < deadline, "not in time"
        time.sleep(0.02)


@pytest.fixture
def crew(tmp_path):
    made = Crew([part(tmp_path, SLEEP)])
    yield made
    for child in made.children:
        child.kill()


def tend_until_ended(crew):
    found = []
    wait_until(lambda: found.extend(crew.tend()) or found)
    return found[0]


def test_a_killed_child_is_started_again_after_a_wait(crew):
    crew.start({})
    first = crew.children[0].process.pid
    os.kill(first, signal.SIGKILL)
    ended = tend_until_ended(crew)
    assert (ended.code, ended.tries, ended.wait_s) == (-signal.SIGKILL, 1, 0.5)
    assert crew.children[0].process is None, "not at once"
    wait_until(lambda: not list(crew.tend()) and crew.children[0].process is not None)
    assert crew.children[0].process.pid != first


def test_the_wait_doubles_up_to_a_bound_and_a_steady_run_resets_it(tmp_path, monkeypatch):
    monkeypatch.setattr(children, "FIRST_WAIT_S", 0.0)
    child = Child(part(tmp_path, "raise SystemExit(3)"))
    waits = []
    for tries in range(1, 10):
        child.start({})
        child.process.wait()
        monkeypatch.setattr(children, "FIRST_WAIT_S", 0.5)
        ended = child.tend()
        assert (ended.code, ended.tries) == (3, tries)
        waits.append(ended.wait_s)
    assert waits == [0.5, 1, 2, 3, 3, 3, 3, 3, 3]
    monkeypatch.setattr(children, "STEADY_S", 0.0)
    child.start({})
    child.process.wait()
    assert child.tend().wait_s == 0.5


def test_what_a_killed_child_had_started_ends_with_it(tmp_path):
    crew = Crew([part(tmp_path, GRANDCHILD)])
    crew.start({})
    log = tmp_path / "one.log"
    wait_until(lambda: log.exists() and log.read_text().strip())
    grandchild = int(log.read_text())
    os.kill(crew.children[0].process.pid, signal.SIGKILL)
    tend_until_ended(crew)
    wait_until(lambda: not psutil.pid_exists(grandchild) or is_zombie(grandchild))
    crew.stop()


def is_zombie(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


def test_stopping_waits_for_the_polite_and_ends_the_stubborn(tmp_path, monkeypatch):
    monkeypatch.setattr(children, "STOP_TIMEOUT_S", 0.5)
    crew = Crew([part(tmp_path, STUBBORN, "stubborn"), part(tmp_path, SLEEP, "polite")])
    crew.start({})
    wait_until(lambda: "up" in (tmp_path / "stubborn.log").read_text())
    crew.stop()
    assert [child.process.returncode for child in crew.children] == [
        -signal.SIGKILL,
        -signal.SIGTERM,
    ]


def test_last_words_are_the_end_of_the_log(tmp_path):
    child = Child(part(tmp_path, "for n in range(100): print(n)\nraise SystemExit('the reason')"))
    child.start({})
    child.process.wait()
    assert child.last_words(3).splitlines() == ["98", "99", "the reason"]


def test_a_large_log_is_moved_aside_while_the_child_goes_on(tmp_path, monkeypatch):
    monkeypatch.setattr(children, "LARGEST_LOG_BYTES", 10)
    code = "import time\nprint('x' * 50, flush=True)\ntime.sleep(1)\nprint('after', flush=True)\ntime.sleep(9)"
    crew = Crew([part(tmp_path, code)])
    crew.start({})
    log = tmp_path / "one.log"
    wait_until(lambda: log.exists() and log.stat().st_size > 50)
    assert list(crew.tend()) == []
    assert (tmp_path / "one.log.1").read_text().startswith("xxxx")
    wait_until(lambda: log.read_text() == "after\n")
    crew.stop()


WATCHED = """
import sys, time
from batua.apps.children import stop_with_parent
stop_with_parent(int(sys.argv[1]))
print("watching", flush=True)
time.sleep(60)
"""
PARENT = f"""
import os, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", {WATCHED!r}, str(os.getpid())])
print(child.pid, flush=True)
time.sleep(60)
"""


def test_a_child_stops_when_its_parent_is_killed():
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True) as up:
        child = int(up.stdout.readline())
        assert up.stdout.readline() == "watching\n"
        up.kill()
        wait_until(lambda: not psutil.pid_exists(child) or is_zombie(child))


WAITS = (
    "import os, sys, json; print('loaded', flush=True); line = sys.stdin.readline();"
    "print('told', json.loads(line)['SECRET'] if line else 'nothing', flush=True);"
    "import time; time.sleep(60 if line else 0)"
)


@pytest.fixture
def early(tmp_path):
    made = Part("early", [sys.executable, "-c", WAITS], dict(os.environ), tmp_path / "log", "-x")
    made = Crew([made, part(tmp_path, SLEEP, "late")])
    yield made
    for child in made.children:
        child.kill()


def says(crew, *words: str) -> bool:
    return crew.children[0].last_words().split("\n") == list(words)


def test_one_that_waits_for_its_settings_is_loaded_before_they_are_known(early):
    early.load()
    wait_until(lambda: says(early, "loaded"))
    assert not early.is_started and early.children[1].process is None
    assert list(early.tend()) == [], "nobody asked for it yet"
    first = early.children[0].process.pid
    early.start({"SECRET": "s1"}, "early")
    wait_until(lambda: says(early, "loaded", "told s1"))
    assert early.children[0].process.pid == first
    assert early.is_started and early.children[1].process is None, "only who was named"
    early.start({"SECRET": "s1"})
    assert early.children[1].process is not None


def test_one_that_waits_for_its_settings_is_told_them_again_when_it_is_started_again(early):
    early.start({"SECRET": "s1"})
    wait_until(lambda: says(early, "loaded", "told s1"))
    os.kill(early.children[0].process.pid, signal.SIGKILL)
    tend_until_ended(early)
    wait_until(lambda: not list(early.tend()) and says(early, *["loaded", "told s1"] * 2))


def test_one_that_ended_while_it_waited_is_started_when_the_settings_come(early):
    early.load()
    wait_until(lambda: says(early, "loaded"))
    os.kill(early.children[0].process.pid, signal.SIGKILL)
    wait_until(lambda: early.children[0].process.poll() is not None)
    early.start({"SECRET": "s1"})
    wait_until(lambda: says(early, "loaded", "loaded", "told s1"))


def test_one_that_is_never_told_ends_with_whoever_started_it(early):
    early.load()
    wait_until(lambda: says(early, "loaded"))
    process = early.children[0].process
    process.stdin.close()
    assert process.wait(30) == 0
    assert says(early, "loaded", "told nothing")
