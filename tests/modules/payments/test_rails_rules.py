"""Bank accounts as people write them, as banks want them, and as they may be shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from batua.kit.refusal import BadField
from batua.modules.gateways.types import AttemptState, Destination
from batua.modules.payments.rules import rails
from batua.modules.payments.types import PaymentStatus


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        (
            ("50100123456789", "HDFC0000001", "Asha Devi"),
            ("50100123456789", "HDFC0000001", "Asha Devi"),
        ),
        (
            (" 5010-0123 456789 ", "hdfc 0000001", "Asha\n Devi "),
            ("50100123456789", "HDFC0000001", "Asha Devi"),
        ),
        (("123456", "SBIN0ABC123", "आशा"), ("123456", "SBIN0ABC123", "आशा")),
        (("1" * 18, "KKBK0000001", "A" * 100), ("1" * 18, "KKBK0000001", "A" * 100)),
    ],
)
def test_an_account_is_kept_as_banks_write_it(given_, kept):
    assert rails.bank_account(Destination(*given_)) == Destination(*kept)


@pytest.mark.parametrize(
    ("given_", "field"),
    [
        (("12345", "HDFC0000001", "Asha"), "destination.account_number"),
        (("1" * 19, "HDFC0000001", "Asha"), "destination.account_number"),
        (("١٢٣٤٥٦٧", "HDFC0000001", "Asha"), "destination.account_number"),
        (("123456\n;", "HDFC0000001", "Asha"), "destination.account_number"),
        (("123456", "HDFC1000001", "Asha"), "destination.ifsc"),
        (("123456", "HDF00000001", "Asha"), "destination.ifsc"),
        (("123456", "HDFC000000", "Asha"), "destination.ifsc"),
        (("123456", "HDFC0000001", "\u202e "), "destination.name"),
        (("123456", "HDFC0000001", "A" * 101), "destination.name"),
    ],
)
def test_what_is_no_account_is_refused_by_field(given_, field):
    with pytest.raises(BadField) as raised:
        rails.bank_account(Destination(*given_))
    assert raised.value.field == field
    assert given_[0] not in raised.value.detail()


@given(st.from_regex(r"\A[0-9]{6,18}\Z"), st.from_regex(r"\A[A-Z]{4}0[A-Z0-9]{6}\Z"))
def test_only_the_bank_and_four_digits_are_shown(number, ifsc):
    shown = rails.masked(rails.bank_account(Destination(number, ifsc, "Asha")))
    assert shown == f"{ifsc[:4]} •••• {number[-4:]}"
    assert sum(char.isdigit() for char in shown) == 4


def test_every_state_of_an_attempt_is_decided_about():
    left_alone = {AttemptState.CREATED, AttemptState.PARTLY_REFUNDED, AttemptState.REFUNDED}
    assert set(rails.STATUS) == set(AttemptState) - left_alone
    assert rails.STATUS[AttemptState.MISMATCHED] is PaymentStatus.FAILED
