"""Ids are UUIDv7, unique, and rise within a process."""

import threading
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from batua.kit import ids


def test_an_id_is_a_uuid_of_version_7_and_the_rfc_variant():
    made = ids.new_id()
    assert made.version == 7
    assert made.variant == "specified in RFC 4122"
    assert UUID(str(made)) == made


def test_ids_rise_strictly():
    made = [ids.new_id() for _ in range(20_000)]
    assert all(a < b for a, b in zip(made, made[1:], strict=False))
    assert [str(a) for a in made] == sorted(str(a) for a in made)


def test_ids_rise_although_the_clock_goes_back(monkeypatch):
    first = ids.new_id()
    monkeypatch.setattr(ids.time, "time_ns", lambda: 1_000_000_000)
    assert ids.new_id() > first


def test_a_full_counter_borrows_from_the_next_millisecond(monkeypatch):
    held = ids.time.time_ns() + 3_600_000_000_000
    monkeypatch.setattr(ids.time, "time_ns", lambda: held)
    monkeypatch.setattr(ids, "_last_ms", 0)
    made = [ids.new_id() for _ in range(10_000)]
    assert all(a < b for a, b in zip(made, made[1:], strict=False))
    assert made[-1].int >> 80 > held // 1_000_000


def test_threads_never_share_an_id():
    made: list[list[UUID]] = [[] for _ in range(8)]
    start = threading.Barrier(8)

    def work(mine: list[UUID]) -> None:
        start.wait()
        mine.extend(ids.new_id() for _ in range(3_000))

    threads = [threading.Thread(target=work, args=(mine,)) for mine in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({id for mine in made for id in mine}) == 24_000
    assert all(mine == sorted(mine) for mine in made)


def test_made_at_tells_the_moment(monkeypatch):
    monkeypatch.setattr(ids, "_last_ms", 0)
    now = datetime.now(UTC)
    assert abs(ids.made_at(ids.new_id()) - now) < timedelta(minutes=1)
    with pytest.raises(ValueError, match="UUIDv7"):
        ids.made_at(uuid4())


def test_marks_are_apart_and_as_long_as_each_other():
    made = [ids.new_mark() for _ in range(5_000)]
    assert len(set(made)) == 5_000
    assert len({len(one) for one in made}) == 1
