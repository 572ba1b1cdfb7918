"""Receipts: what they tell, in which language, and that every sign has its shape."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any
from uuid import UUID

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from tests.modules.payments import given
from tests.modules.payments.given import Someone, inr

from batua.kit import clock, paper
from batua.kit.db import Database
from batua.kit.ids import new_id
from batua.kit.secrets import KeyRing
from batua.kit.words import LANGUAGES, say, words
from batua.modules.identity.types import PersonId
from batua.modules.payments import receipt_pdf
from batua.modules.payments import service as payments
from batua.modules.payments.types import (
    Party,
    Payment,
    PaymentId,
    PaymentKind,
    PaymentStatus,
    PaymentView,
    Receipt,
)

ASHA = Party(PersonId(UUID(int=1)), "Asha Devi", "+91 ••••• ••210", "asha@batua", None)
BINA = Party(PersonId(UUID(int=2)), "बीना कुमारी", "+91 ••••• ••678", None, None)
AT = datetime(2027, 3, 9, 19, 5, 7, tzinfo=UTC)


def receipt(viewer: Party = ASHA, language: str = "en", **changed: Any) -> Receipt:
    """The receipt of a send of Asha to Bina."""
    payment = Payment(
        **{  # type: ignore[arg-type]
            "id": PaymentId(new_id()),
            "kind": PaymentKind.SEND,
            "status": PaymentStatus.SUCCEEDED,
            "payer": ASHA.id,
            "payee": BINA.id,
            "amount": inr(1_23_456_78),
            "fee": inr(0),
            "note": "दीवाली sweets",
            "reference": "7K2M9QXW4TBA",
            "created_at": AT,
            "settled_at": AT,
            "entry": new_id(),
            **changed,
        }
    )
    other = {ASHA.id: ASHA, BINA.id: BINA}.get(payment.other(viewer.id))  # type: ignore[arg-type]
    view = PaymentView(payment, viewer.id, other)
    return Receipt(view, viewer, language, "Asia/Kolkata")


def told(given_receipt: Receipt) -> list[tuple[str, str, str]]:
    return [(line.label, line.text, line.below) for line in receipt_pdf.lines(given_receipt)]


def test_a_receipt_tells_who_when_what_for_and_under_which_reference() -> None:
    assert told(receipt()) == [
        ("Given by", "Asha Devi", "asha@batua  +91 ••••• ••210"),
        ("Got by", "बीना कुमारी", "+91 ••••• ••678"),
        ("When", "10 March 2027, 12:35:07 am India Time", ""),
        ("What for", "Money sent", ""),
        ("Note", "दीवाली sweets", ""),
        ("Fee", "₹0.00", ""),
        ("Reference", "7K2M9QXW4TBA", ""),
    ]


def test_the_payee_reads_the_same_sides_in_her_language() -> None:
    lines = told(receipt(BINA, "hi", note=""))
    assert lines[0] == ("किसने दिए", "Asha Devi", "asha@batua  +91 ••••• ••210")
    assert lines[1] == ("किसे मिले", "बीना कुमारी", "+91 ••••• ••678")
    assert lines[2] == ("कब", "10 मार्च 2027, 12:35:07 am भारत समय", "")
    assert len(lines) == 6  # no line for a note that is not there


@pytest.mark.parametrize(
    ("kind", "sides", "first", "second"),
    [
        (PaymentKind.TOP_UP, {"payer": None, "payee": ASHA.id}, "Bank", "Asha Devi"),
        (PaymentKind.WITHDRAWAL, {"payer": ASHA.id, "payee": None}, "Asha Devi", "Bank"),
    ],
)
def test_the_outside_world_is_named_as_a_side(
    kind: PaymentKind, sides: dict[str, Any], first: str, second: str
) -> None:
    lines = told(receipt(kind=kind, **sides))
    assert [line[1] for line in lines[:2]] == [first, second]


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", pdf))


def test_every_kind_and_state_is_drawn_on_one_page_in_every_language() -> None:
    for language in LANGUAGES:
        for kind in PaymentKind:
            for status in PaymentStatus:
                pdf = receipt_pdf.draw(receipt(language=language, kind=kind, status=status))
                assert (pdf[:5], pages(pdf)) == (b"%PDF-", 1), (language, kind, status)
            if language != "en":
                break  # the states differ by a word only


def test_the_longest_texts_stay_on_one_page_that_grows() -> None:
    long = replace(ASHA, name="Wilhelmina " * 9)
    short = receipt_pdf.draw(receipt())
    tall = receipt_pdf.draw(replace(receipt(note="क्षत्रिय " * 22), viewer=long))
    assert (pages(short), pages(tall)) == (1, 1)
    assert b"595" in short or b"595." in short  # 210 mm
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", tall)
    assert box is not None and float(box[2]) > 700


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Asha", ["Asha"]),
        ("दीवाली की मिठाई", ["दीवाली की मिठाई"]),
        ("₹500 to आशा देवी!", ["₹500 to ", "आशा देवी", "!"]),
        ("क्\u200dष x", ["क्\u200dष", " x"]),
        ("", []),
    ],
)
def test_a_line_is_cut_by_script(text: str, pieces: list[str]) -> None:
    assert paper.runs(text) == pieces
    assert "".join(pieces) == text


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
def test_the_fonts_shape_devanagari_and_hold_every_sign_of_our_words(weight: str) -> None:
    path = str(files("batua.modules.payments").joinpath("fonts", f"NotoSans-{weight}.ttf"))
    font = hb.Font(hb.Face(hb.Blob.from_file_path(path)))

    def shaped(text: str) -> list[str]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(font, buffer, {})
        return [font.glyph_to_string(info.codepoint) for info in buffer.glyph_infos]

    # Three letters bound into one, and the vowel sign drawn before them.
    assert shaped("क्षि")[0].startswith("uni093F")
    assert len(shaped("क्षि")) == 2
    known = set(TTFont(path).getBestCmap())
    spoken = {
        sign
        for language in LANGUAGES
        for key, text in words(language).items()
        if key.startswith(("payments.", "kit.brand"))
        for sign in text
    }
    assert {sign for sign in spoken | set("₹$€£¥•—…") if ord(sign) not in known} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_words_of_receipts(language: str) -> None:
    ours = {key for key in words("en") if key.startswith("payments.")}
    assert ours <= set(words(language))
    for kind in PaymentKind:
        assert say(language, f"payments.kind.{kind.value}")
    for status in PaymentStatus:
        assert say(language, f"payments.status.{status.value}")


async def test_a_receipt_is_read_in_the_viewers_zone_and_names(
    db: Database, keys: KeyRing, asha: Someone, bina: Someone
) -> None:
    with clock.frozen(clock.now()):
        view = await given.send(db, keys, asha, bina, inr(250_00), note="Dinner")
    async with db.read() as tx:
        hers = await payments.receipt(tx, keys, bina.id, view.payment.id, "hi")
    assert (hers.viewer.name, hers.time_zone, hers.language) == (
        "Bina Kumari",
        "Asia/Kolkata",
        "hi",
    )
    assert hers.view.other is not None and hers.view.other.name == "Asha Devi"
    assert receipt_pdf.draw(hers).startswith(b"%PDF-")
