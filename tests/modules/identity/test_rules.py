"""The rules of identity, by tables and properties."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from batua.modules.identity.errors import (
    BadEmail,
    BadHandle,
    BadName,
    BadPhone,
    UnknownLanguage,
    UnknownTimeZone,
    WeakPassword,
    WeakPin,
)
from batua.modules.identity.rules import limits, profile, strength
from batua.modules.identity.rules.limits import Verdict
from batua.modules.identity.rules.profile import Identifier

NOW = datetime(2026, 3, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "e164"),
    [
        ("+919876543210", "+919876543210"),
        ("+91 98765 43210", "+919876543210"),
        ("+44 7911 123456", "+447911123456"),
        ("+1 (202) 555-0123", "+12025550123"),
        ("+254712345678", "+254712345678"),
    ],
)
def test_phones_of_any_country_are_read_as_e164(text, e164):
    assert profile.phone(text) == e164


@pytest.mark.parametrize("text", ["", "98765 43210", "+91 12", "+999123456789", "asha", "+" * 300])
def test_what_is_no_phone_anywhere_is_refused(text):
    with pytest.raises(BadPhone):
        profile.phone(text)


@given(st.text(max_size=40))
def test_a_phone_is_refused_or_written_in_e164(text):
    try:
        assert profile.phone(profile.phone(text)) == profile.phone(text)
    except BadPhone:
        return


@pytest.mark.parametrize(
    ("text", "plain"),
    [(" Asha@Example.ORG ", "asha@example.org"), ("a+b@x.co.in", "a+b@x.co.in")],
)
def test_emails_are_compared_in_lower_case(text, plain):
    assert profile.email(text) == plain


@pytest.mark.parametrize(
    "text",
    ["", "asha", "asha@", "@x.org", "a@b", "a b@x.org", "a@x..org", "a@x.org\x00", "a" * 255],
)
def test_what_is_no_email_is_refused(text):
    with pytest.raises(BadEmail):
        profile.email(text)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("  Asha   Devi ", "Asha Devi"),
        ("आशा देवी", "आशा देवी"),
        ("O'Neil-Smith 3rd", "O'Neil-Smith 3rd"),
    ],
)
def test_names_are_kept_on_one_line(text, plain):
    assert profile.name(text) == plain


@pytest.mark.parametrize("text", ["", "   ", "123", "Asha\u202eiveD", "A\x00b", "a" * 101, "😀"])
def test_names_that_are_empty_or_steer_text_are_refused(text):
    with pytest.raises(BadName):
        profile.name(text)


@pytest.mark.parametrize("text", ["asha", "asha@batua", " Asha@Batua "])
def test_a_handle_may_leave_out_its_home(text):
    assert profile.handle(text) == "asha@batua"


@pytest.mark.parametrize("text", ["as", "a" * 31, ".asha", "asha devi", "आशा", "asha@upi", ""])
def test_handles_of_other_shapes_are_refused(text):
    with pytest.raises(BadHandle):
        profile.handle(text)


@pytest.mark.parametrize("text", ["support", "sup.port", "batua-help", "admin", "p-o-l-i-c-e"])
def test_handles_of_the_house_are_reserved(text):
    assert profile.is_reserved(profile.handle(text))


def test_ordinary_handles_are_not_reserved():
    assert not profile.is_reserved("asha.devi@batua")


def test_languages_and_zones_are_known_ones():
    assert profile.language("hi") == "hi"
    assert profile.time_zone("Asia/Kolkata") == "Asia/Kolkata"
    with pytest.raises(UnknownLanguage):
        profile.language("xx")
    with pytest.raises(UnknownTimeZone):
        profile.time_zone("Mars/Olympus")


@pytest.mark.parametrize(
    ("phone", "zone"),
    [
        ("+919876543210", "Asia/Kolkata"),
        ("+9779812345678", "Asia/Kathmandu"),
        ("+254712345678", "Africa/Nairobi"),
        ("+12025550123", "America/New_York"),
    ],
)
def test_the_time_zone_is_guessed_from_the_phone(phone, zone):
    assert profile.likely_time_zone(phone) == zone


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("+91 98765 43210", (Identifier.PHONE, "+919876543210")),
        ("Asha@Example.org", (Identifier.EMAIL, "asha@example.org")),
        ("98765", (Identifier.PHONE, "98765")),
        ("not@mail", (Identifier.EMAIL, "not@mail")),
    ],
)
def test_what_is_typed_to_sign_in_is_never_refused_for_its_shape(typed, read):
    assert profile.identifier(typed) == read


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("Asha Devi", "Asha D•••"),
        ("Asha", "As•••"),
        ("Asha Devi (demo)", "Asha D••• (demo)"),
        ("Asha Kumari Devi", "Asha K••• D•••"),
        ("आशा देवी", "आशा दे•••"),
        ("क्षमा", "क्षमा•••"),
        ("Li", "Li•••"),
        ("X", "X•••"),
    ],
)
def test_names_are_masked_by_whole_letters(name, masked):
    assert profile.mask_name(name) == masked


@pytest.mark.parametrize(
    ("phone", "masked"),
    [("+919876543210", "+91 ••••• ••210"), ("+447911123456", "+44 ••••• ••456")],
)
def test_phones_are_masked_but_for_three_digits(phone, masked):
    assert profile.mask_phone(phone) == masked


@pytest.mark.parametrize(
    ("given_name", "agent", "shown"),
    [
        ("Asha's  phone", "", "Asha's phone"),
        (None, "Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537", "Chrome · Android"),
        ("", "Mozilla/5.0 (iPhone) Version/17 Safari/604", "Safari · iPhone"),
        (None, "curl/8", "?"),
        ("bad\u202ename", "Firefox/120 Windows NT", "Firefox · Windows"),
    ],
)
def test_devices_are_named_by_owner_or_browser(given_name, agent, shown):
    assert profile.device_name(given_name, agent) == shown


@pytest.mark.parametrize(
    ("pin", "reason"),
    [
        ("12345", "digits"),
        ("1234567", "digits"),
        ("12345a", "digits"),
        ("१२३४५६", "digits"),
        ("000000", "repeated"),
        ("121212", "repeated"),
        ("123123", "repeated"),
        ("112233", "repeated"),
        ("111222", "repeated"),
        ("123321", "repeated"),
        ("123456", "sequence"),
        ("654321", "sequence"),
        ("135791", "sequence"),
        ("890123", "sequence"),
        ("199012", "year"),
        ("121990", "year"),
        ("200108", "year"),
        ("543210", "sequence"),
        ("987654", "sequence"),
        ("765432", "sequence"),
    ],
)
def test_pins_that_thieves_try_first_are_refused(pin, reason):
    with pytest.raises(WeakPin) as refused:
        strength.check_pin(pin, "+919876543210")
    assert refused.value.reason == reason


def test_a_pin_from_the_phone_is_refused():
    with pytest.raises(WeakPin) as refused:
        strength.check_pin("812345", "+919812345678")
    assert refused.value.reason == "phone"


@pytest.mark.parametrize("pin", ["482915", "739164", "902714"])
def test_other_pins_are_taken(pin):
    strength.check_pin(pin, "+919876543210")


def test_few_pins_are_lost_to_the_rules():
    refused = 0
    for number in range(0, 1_000_000, 97):
        try:
            strength.check_pin(f"{number:06d}", "+447911123456")
        except WeakPin:
            refused += 1
    assert 0.015 < refused / (1_000_000 / 97) < 0.035


@pytest.mark.parametrize(
    ("password", "reason"),
    [
        ("short7!", "short"),
        ("x" * 257, "long"),
        ("password1", "common"),
        ("PassWord1", "common"),
        ("iloveyou2", "common"),
        ("batua1234", "guessable"),
        ("aaaaaaaaaaaa", "guessable"),
        ("abcdefghijkl", "guessable"),
        ("ashadevi12", "guessable"),
        ("9876543210a", "guessable"),
    ],
)
def test_passwords_that_are_tried_early_are_refused(password, reason):
    with pytest.raises(WeakPassword) as refused:
        strength.check_password(password, ["Asha Devi", "+919876543210", "asha.devi@example.org"])
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    "password",
    ["mango tree by the well", "आम के पेड़ के नीचे", "S7x!kq2p", "correct horse " * 18, "monsoon rain"],
)
def test_passwords_of_any_composition_are_taken(password):
    strength.check_password(password, ["Asha Devi"])


def test_the_list_of_common_passwords_is_long_enough():
    assert len(strength._common_passwords()) > 3000


@pytest.mark.parametrize(
    ("locks", "minutes"),
    [(0, 15), (1, 30), (2, 60), (3, 120), (6, 960), (7, 1440), (8, 1440), (1000, 1440)],
)
def test_locks_double_up_to_a_day(locks, minutes):
    assert limits.lock_time(locks) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("behind", "age_s", "same", "verdict"),
    [
        (0, 0, True, Verdict.ROTATE),
        (0, 10_000, False, Verdict.ROTATE),
        (1, 0, True, Verdict.REPEAT),
        (1, 10, True, Verdict.REPEAT),
        (1, 10.1, True, Verdict.REUSED),
        (1, 1, False, Verdict.REUSED),
        (2, 1, True, Verdict.REUSED),
        (1, -1, True, Verdict.REPEAT),
        (2, -1, True, Verdict.REUSED),
    ],
)
def test_refresh_tokens_are_judged_by_generation_age_and_device(behind, age_s, same, verdict):
    judged = limits.judge_refresh(
        behind=behind, rotated_at=NOW - timedelta(seconds=age_s), now=NOW, is_same_device=same
    )
    assert judged is verdict


@pytest.mark.parametrize(
    ("address", "block"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("testclient", "testclient"),
    ],
)
def test_a_customer_of_ipv6_counts_as_one_address(address, block):
    assert limits.address_block(address) == block
