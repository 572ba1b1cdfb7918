"""What the sandbox decides, as tables."""

from datetime import timedelta

import pytest

from batua.sandbox import rules


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("Your code is 042137. Tell nobody.", "042137"),
        ("आपका कोड 042137 है", "042137"),
        ("1234", "1234"),
        ("Call 918005550100", None),
        ("You got ₹50", None),
        ("", None),
    ],
)
def test_the_code_in_a_message(body, code):
    assert rules.code_in(body) == code


def test_the_sender_gets_more_patient_and_gives_up():
    first = timedelta(seconds=1)
    waits = [rules.wait_before_resend(tries, first) for tries in range(1, rules.MAX_TRIES + 1)]
    assert [wait.total_seconds() for wait in waits[:4]] == [1, 2, 4, 8]
    assert waits[-1] is None
    assert all(a <= b for a, b in zip(waits[:-2], waits[1:-1], strict=True))
    assert waits[-2] == timedelta(minutes=10)


def test_an_ordinary_account_is_paid():
    fate = rules.fate_of("123456789012")
    assert (fate.status, fate.failure, fate.is_refused) == ("succeeded", None, False)
