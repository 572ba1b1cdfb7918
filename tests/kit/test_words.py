"""Every language says everything, with the same values in it."""

import string

import pytest
from babel.messages.pofile import read_po

from batua.kit import words
from batua.kit.money import Money


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_english_is_first_and_hindi_is_there():
    assert words.LANGUAGES[0] == "en"
    assert "hi" in words.LANGUAGES


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_a_language_has_every_key_and_no_other(language):
    assert words.words(language).keys() == words.words("en").keys()


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_a_language_uses_the_same_placeholders(language):
    for key, text in words.words("en").items():
        assert placeholders(words.words(language)[key]) == placeholders(text), key


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_no_key_is_written_twice(language):
    path = words.files("batua").joinpath("locales", f"{language}.po")
    keys = [line for line in path.read_text().splitlines() if line.startswith("msgid ")]
    assert len(keys) == len(set(keys))
    with path.open("rb") as source:
        read_po(source, abort_invalid=True)


def test_say_speaks_the_language():
    assert words.say("en", "kit.brand") == "Batua"
    assert words.say("hi", "kit.brand") == "बटुआ"


def test_say_falls_back_to_english_for_an_unknown_language():
    assert words.say("ta", "kit.brand") == "Batua"
    assert words.say("hi-IN", "kit.brand") == "बटुआ"


def test_an_unknown_key_is_an_error():
    with pytest.raises(KeyError):
        words.say("en", "kit.no_such_key")


def test_values_are_put_in_and_money_is_written_by_locale(monkeypatch):
    texts = {"en": {"t.got": "{who} sent {amount}."}, "hi": {"t.got": "{who} ने {amount} भेजे।"}}
    monkeypatch.setattr(words, "words", texts.__getitem__)
    rupees = Money(10_000_000, "INR")
    assert words.say("en", "t.got", who="Asha", amount=rupees) == "Asha sent ₹1,00,000.00."
    assert words.say("hi", "t.got", who="आशा", amount=rupees) == "आशा ने ₹1,00,000.00 भेजे।"


def test_a_text_missing_in_one_language_is_said_in_english(monkeypatch):
    monkeypatch.setattr(words, "words", {"en": {"t.x": "text"}, "hi": {}}.__getitem__)
    assert words.say("hi", "t.x") == "text"
