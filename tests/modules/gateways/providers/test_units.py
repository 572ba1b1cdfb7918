"""Amounts in the units of providers: exact there and back, or refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from batua.kit.currencies import EXPONENTS
from batua.kit.money import MAX_MINOR, Currency, Money
from batua.modules.gateways.providers.cashfree.wire import UNITS as CASHFREE
from batua.modules.gateways.providers.razorpay.wire import UNITS as RAZORPAY
from batua.modules.gateways.providers.stripe.wire import UNITS as STRIPE
from batua.modules.gateways.providers.units import NotExact, Units

ALL = [RAZORPAY, STRIPE, CASHFREE, Units()]
codes = st.sampled_from(sorted(EXPONENTS))


def money(minor: int, code: str) -> Money:
    return Money(minor, Currency(code))


@pytest.mark.parametrize("units", ALL)
@given(code=codes, minor=st.integers(min_value=0, max_value=MAX_MINOR))
def test_what_is_sent_comes_back_exactly(units, code, minor):
    amount = money(minor, code)
    try:
        whole, major = units.whole(amount), units.decimal(amount)
    except NotExact:
        return
    assert units.from_whole(whole, code) == amount
    assert units.from_decimal(major, code.lower()) == amount
    assert units.from_decimal(Decimal(major), code) == amount


@pytest.mark.parametrize(
    ("units", "minor", "code", "whole", "major"),
    [
        (RAZORPAY, 12_500, "INR", 12_500, "125.00"),
        (RAZORPAY, 12_340, "KWD", 12_340, "12.340"),
        (STRIPE, 1_500, "JPY", 1_500, "1500"),
        (STRIPE, 15, "UGX", 1_500, "15.00"),
        (STRIPE, 500, "MGA", 5, "5"),
        (CASHFREE, 1_015, "INR", 1_015, "10.15"),
        (Units(), 5, "KWD", 5, "0.005"),
    ],
)
def test_amounts_look_as_providers_document_them(units, minor, code, whole, major):
    assert units.whole(money(minor, code)) == whole
    assert units.decimal(money(minor, code)) == major


@pytest.mark.parametrize(
    ("units", "minor", "code"),
    [
        (RAZORPAY, 12_345, "KWD"),
        (STRIPE, 12_345, "BHD"),
        (STRIPE, 555, "MGA"),
        (CASHFREE, 1, "OMR"),
    ],
)
def test_what_cannot_be_written_is_not_rounded(units, minor, code):
    with pytest.raises(NotExact):
        units.whole(money(minor, code))
    with pytest.raises(NotExact):
        units.decimal(money(minor, code))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1.005", "INR"),
        ("1.5", "JPY"),
        ("x", "INR"),
        ("NaN", "INR"),
        ("Infinity", "INR"),
        ("1e400", "INR"),
        ("99999999999999999999", "INR"),
        ("1", "XQX"),
        ("1", ""),
    ],
)
def test_what_a_provider_cannot_have_meant_is_refused(text, code):
    with pytest.raises(NotExact):
        Units().from_decimal(text, code)


def test_a_whole_number_that_is_too_large_is_refused():
    with pytest.raises(NotExact):
        Units().from_whole(10**40, "INR")
