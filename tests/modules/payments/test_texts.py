"""Links, notes, references and search words, as people and scanners write them."""

import unicodedata
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st
from tests.modules.payments.given import inr

from batua.kit.ids import new_id
from batua.kit.money import Currency, Money
from batua.kit.refusal import Refusal
from batua.modules.identity.types import PersonId
from batua.modules.payments.errors import (
    HandleNotReadable,
    NoteTooLong,
    QrNotReadable,
    QrOfAnotherNetwork,
)
from batua.modules.payments.rules import links, words
from batua.modules.payments.types import Link

HOME = "https://batua.example"
PERSON = PersonId(UUID("0198c5f0-7d3a-7b1e-9c55-2f1d8a4b6c3e"))


def test_a_link_says_who_how_much_and_what_for() -> None:
    link = Link(handle="asha@batua", amount=inr(12_50), note="चाय & biscuits")
    text = links.make(f"{HOME}/", link)
    assert text == (
        f"{HOME}/pay?to=asha@batua&am=12.50&cu=INR&tn=%E0%A4%9A%E0%A4%BE%E0%A4%AF%20%26%20biscuits"
    )
    assert links.parse(text) == link


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (f"{HOME}/pay?to=asha@batua", Link(handle="asha@batua")),
        ("http://127.0.0.1:8000/pay/?to=ASHA@BATUA", Link(handle="asha@batua")),
        (f"{HOME}/pay?to={PERSON}", Link(person=PERSON)),
        ("asha@batua", Link(handle="asha@batua")),
        (" upi://pay?pa=asha@batua&pn=Asha&cu=INR ", Link(handle="asha@batua")),
        (
            "UPI://pay?pa=Asha@Batua&pn=Asha%20Devi&am=1&tn=Tea&cu=INR",
            Link(handle="asha@batua", amount=inr(100), note="Tea"),
        ),
        ("upi://pay?pa=asha@batua&am=99.5", Link(handle="asha@batua", amount=inr(99_50))),
        ("upi://pay?pa=asha@batua&am=", Link(handle="asha@batua")),
        ("upi://pay?pa=asha@batua&am=0.00", Link(handle="asha@batua")),
        (
            f"{HOME}/pay?to=asha@batua&am=1.234&cu=KWD",
            Link(handle="asha@batua", amount=Money(1234, Currency("KWD"))),
        ),
        (
            f"{HOME}/pay?to=asha@batua&am=500&cu=JPY",
            Link(handle="asha@batua", amount=Money(500, Currency("JPY"))),
        ),
    ],
)
def test_a_scanned_text_is_read(text: str, link: Link) -> None:
    assert links.parse(text) == link


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", QrNotReadable),
        ("hello", QrNotReadable),
        ("https://batua.example/other?to=asha@batua", QrNotReadable),
        ("https://batua.example/pay?am=1", QrNotReadable),
        ("upi://mandate?pa=asha@batua", QrNotReadable),
        ("upi://pay?pn=Asha", QrNotReadable),
        ("upi://pay?pa=asha@okaxis", QrOfAnotherNetwork),
        ("asha@ybl", QrOfAnotherNetwork),
        ("upi://pay?pa=asha@batua&am=1,000", QrNotReadable),
        ("upi://pay?pa=asha@batua&am=-5", QrNotReadable),
        ("upi://pay?pa=asha@batua&am=1e9", QrNotReadable),
        ("upi://pay?pa=asha@batua&am=1.234", QrNotReadable),
        ("upi://pay?pa=asha@batua&am=1&cu=EURO", QrNotReadable),
        ("upi://pay?pa=asha@batua&am=999999999999999999", QrNotReadable),
        ("http://[bad/pay?to=asha@batua", QrNotReadable),
        (f"{HOME}/pay?to=asha@batua&tn={'x' * 1000}", QrNotReadable),
    ],
)
def test_a_text_that_names_nobody_of_ours_is_refused(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        links.parse(text)


@for_all(
    st.from_regex(r"[a-z0-9][a-z0-9._-]{2,29}", fullmatch=True),
    st.none() | st.integers(1, 10**12),
    st.sampled_from(["INR", "JPY", "KWD"]),
    st.text(max_size=60),
)
def test_every_link_that_is_made_can_be_read(
    handle: str, minor: int | None, currency: str, note: str
) -> None:
    amount = None if minor is None else Money(minor, Currency(currency))
    link = Link(handle=f"{handle}@batua", amount=amount, note=words.note(note) or None)
    assert links.parse(links.make(HOME, link)) == link


@for_all(st.text(max_size=300))
def test_no_scanned_text_breaks_the_reader(text: str) -> None:
    try:
        link = links.parse(text)
    except (QrNotReadable, QrOfAnotherNetwork):
        return
    assert link.handle or link.person


@pytest.mark.parametrize(
    ("text", "handle"),
    [
        ("asha", "asha@batua"),
        (" Asha@Batua ", "asha@batua"),
        ("@asha", "asha@batua"),
        ("a.s-h_a9", "a.s-h_a9@batua"),
    ],
)
def test_a_handle_is_read_with_or_without_its_home(text: str, handle: str) -> None:
    assert links.handle(text) == handle


@pytest.mark.parametrize("text", ["", "@", "asha@okaxis", "आशा", "a b", "-asha", "x" * 70])
def test_what_is_no_handle_is_refused(text: str) -> None:
    with pytest.raises(HandleNotReadable):
        links.handle(text)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (None, ""),
        ("  two   words \n and a line ", "two words and a line"),
        ("nul\x00 bell\x07", "nul bell"),
        ("abc\u202edcb", "abcdcb"),  # would read backwards
        ("क्\u200dष", "क्\u200dष"),  # the joiner shapes the letter
        ("e\u0301", "é"),
        ("\ud800x", "x"),
    ],
)
def test_a_note_is_one_line_of_plain_text(text: str | None, note: str) -> None:
    assert words.note(text) == note


def test_a_note_has_200_characters_at_most() -> None:
    assert words.note("x" * 200 + "  ") == "x" * 200
    with pytest.raises(NoteTooLong):
        words.note("x" * 201)


@for_all(st.text(max_size=300))
def test_a_clean_text_stays_as_it_is(text: str) -> None:
    once = words.clean(text)
    assert words.clean(once) == once
    assert not any(unicodedata.category(sign) in {"Cc", "Cs"} for sign in once)


def test_a_reference_is_made_of_signs_that_nobody_confuses() -> None:
    made = {words.reference(new_id()) for _ in range(5000)}
    assert len(made) == 5000
    assert all(len(code) == 12 and not set(code) & set("ILOU") for code in made)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("tea time", "'tea':* & 'time':*"),
        ("it's & | ! (x)", "'it''s':* & '&':* & '|':* & '!':* & '(x)':*"),
        ("back\\slash", "'back\\\\slash':*"),
        ("  ", ""),
    ],
)
def test_search_words_are_quoted(text: str, query: str) -> None:
    assert words.search_query(text) == query


@pytest.mark.parametrize(
    ("query", "is_named"),
    [
        ("asha", True),
        ("DEV", True),
        ("devi as", True),
        ("zoe", True),
        ("asha rao", False),
        ("sha", False),
        ("asha@", True),
        ("+91 98765 43210", True),
        ("9876543210", True),
        ("210", True),
        ("543210", False),  # inner digits would be uncovered one by one
        ("6543210", False),
        ("10", False),
        ("", False),
        (" . ", False),
    ],
)
def test_a_person_is_named_by_name_handle_or_whole_number(query: str, is_named: bool) -> None:
    found = words.names_person(query, "Asha Zoë Devi", "asha@batua", "+919876543210")
    assert found is is_named


def test_a_devanagari_name_is_found_by_its_beginning() -> None:
    assert words.names_person("कुम", "आशा कुमारी", None, "+919876543210")
    assert not words.names_person("मारी", "आशा कुमारी", None, "+919876543210")


def test_amounts_of_links_are_exact() -> None:
    text = links.make(HOME, Link(handle="a@batua", amount=inr(10**12 + 1)))
    assert "am=10000000000.01" in text
    assert Decimal("10000000000.01") == inr(10**12 + 1).to_decimal()
