"""Places in the log as ages: never younger than the truth."""

from hypothesis import given
from hypothesis import strategies as st

from batua.kit.replica import Ages


@given(
    st.lists(st.integers(0, 5), min_size=1, max_size=60),
    st.integers(0, 150),
    st.integers(1, 80),
)
def test_an_age_is_since_the_primary_was_last_no_further(
    steps: list[int], replayed: int, keep_s: int
) -> None:
    ages, position, last = Ages(keep_s), 0, None
    for at, step in enumerate(steps):
        position += step
        ages.note(float(at), position)
        if position <= replayed:
            last = float(at)
    found = ages.as_of(replayed)
    if last is not None and last >= len(steps) - 1 - keep_s:
        assert found == last
    else:
        assert found is None or found == last


def test_an_idle_primary_makes_nobody_old() -> None:
    ages = Ages(30)
    for at in range(1000):
        ages.note(float(at), 7)
    assert (ages.as_of(7), ages.as_of(6)) == (999.0, None)


def test_a_primary_that_is_behind_another_counts_alone() -> None:
    ages = Ages(30)
    for at, position in enumerate([5, 8, 9, 6]):
        ages.note(float(at), position)
    assert (ages.as_of(9), ages.as_of(5)) == (3.0, 0.0)
