"""A receipt on paper: one page, in the reader's language, with Indian scripts shaped."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from fpdf import FPDF

from batua.kit import clock, paper
from batua.kit.words import say
from batua.kit.written_money import locale_of
from batua.modules.payments.types import Direction, Party, PaymentKind, PaymentStatus, Receipt

WIDTH_MM: Final = 148  # A5
HEIGHT_MM: Final = 210
TALL_MM: Final = 270  # for the longest note between the longest names
MUCH_TEXT: Final = 160
MARGIN_MM: Final = 14
LABEL_MM: Final = 38
VALUE_MM: Final = MARGIN_MM + LABEL_MM


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the receipt: what it tells, and a smaller text below."""

    label: str
    text: str
    below: str = ""


def draw(receipt: Receipt) -> bytes:
    """The receipt as a PDF file."""
    page = _page(receipt)
    _head(page, receipt)
    for line in lines(receipt):
        _line(page, line)
    _foot(page, receipt)
    return bytes(page.output())


def lines(receipt: Receipt) -> Iterator[Line]:
    """What the receipt tells, line by line."""
    view, payment = receipt.view, receipt.view.payment

    def word(key: str) -> str:
        return say(receipt.language, f"payments.receipt.{key}")

    outside = word("outside")
    mine, other = _who(receipt.viewer), _who(view.other)
    sides = [("payer", mine), ("payee", other)]
    if payment.direction(view.viewer) is Direction.IN:
        sides = [("payer", other), ("payee", mine)]
    for key, (name, below) in sides:
        yield Line(word(key), name or outside, below)
    yield Line(word("when"), _time(payment.settled_at or payment.created_at, receipt))
    yield Line(word("kind"), say(receipt.language, f"payments.kind.{payment.kind.value}"))
    if payment.note:
        yield Line(word("note"), payment.note)
    yield Line(word("fee"), payment.fee.format(receipt.language))
    yield Line(word("reference"), payment.reference)


def _who(party: Party | None) -> tuple[str, str]:
    if party is None:
        return "", ""
    return party.name, "  ".join(part for part in (party.handle, party.phone) if part)


def _time(at: datetime, receipt: Receipt) -> str:
    return str(
        format_datetime(
            at, "d MMMM y, h:mm:ss a v", ZoneInfo(receipt.time_zone), locale_of(receipt.language)
        )
    )


def _page(receipt: Receipt) -> FPDF:
    texts = [line.text for line in lines(receipt)]
    height = HEIGHT_MM if sum(map(len, texts)) <= MUCH_TEXT else TALL_MM
    title = say(receipt.language, "payments.receipt.title")
    return paper.blank((WIDTH_MM, height), MARGIN_MM, title, receipt.language)


def _head(page: FPDF, receipt: Receipt) -> None:
    payment = receipt.view.payment
    language = receipt.language
    page.set_fill_color(*paper.INDIGO)
    page.rect(0, 0, WIDTH_MM, 26, style="F")
    page.set_xy(MARGIN_MM, 8)
    page.set_text_color(255, 255, 255)
    page.set_font(paper.FONT, "B", 16)
    page.cell(60, 10, say(language, "kit.brand"))
    page.set_font(paper.FONT, "", 12)
    page.set_xy(WIDTH_MM - MARGIN_MM - 60, 8)
    page.cell(60, 10, say(language, "payments.receipt.title"), align="R")

    page.set_xy(MARGIN_MM, 36)
    page.set_text_color(*paper.GREY)
    page.set_font(paper.FONT, "", 12)
    paper.centred(page, 7, say(language, f"payments.receipt.{_headline(receipt)}"))
    page.set_text_color(*paper.INK)
    page.set_font(paper.FONT, "B", 28)
    paper.centred(page, 14, payment.amount.format(language))
    is_done = payment.status is PaymentStatus.SUCCEEDED
    page.set_text_color(*(paper.LEAF if is_done else paper.MARIGOLD))
    page.set_font(paper.FONT, "B", 12)
    paper.centred(page, 8, say(language, f"payments.status.{payment.status.value}"))
    page.ln(6)


def _headline(receipt: Receipt) -> str:
    payment = receipt.view.payment
    if payment.kind is PaymentKind.TOP_UP:
        return "you_added"
    if payment.kind is PaymentKind.WITHDRAWAL:
        return "you_withdrew"
    is_out = payment.direction(receipt.view.viewer) is Direction.OUT
    return "you_paid" if is_out else "you_received"


def _line(page: FPDF, line: Line) -> None:
    page.set_draw_color(*paper.LINE)
    page.line(MARGIN_MM, page.get_y(), WIDTH_MM - MARGIN_MM, page.get_y())
    page.ln(2)
    top = page.get_y()
    page.set_text_color(*paper.GREY)
    page.set_font(paper.FONT, "", 10)
    paper.wrapped(page, (MARGIN_MM, LABEL_MM - 2, 6), line.label)
    label_end = page.get_y()
    page.set_y(top)
    page.set_text_color(*paper.INK)
    page.set_font(paper.FONT, "B", 11)
    paper.wrapped(page, (VALUE_MM, WIDTH_MM - MARGIN_MM - VALUE_MM, 6), line.text)
    if line.below:
        page.set_text_color(*paper.GREY)
        page.set_font(paper.FONT, "", 9)
        paper.wrapped(page, (VALUE_MM, WIDTH_MM - MARGIN_MM - VALUE_MM, 5), line.below)
    page.set_y(max(label_end, page.get_y()) + 2)


def _foot(page: FPDF, receipt: Receipt) -> None:
    page.line(MARGIN_MM, page.get_y(), WIDTH_MM - MARGIN_MM, page.get_y())
    page.set_y(-22)
    page.set_text_color(*paper.GREY)
    page.set_font(paper.FONT, "", 8)
    made = say(receipt.language, "payments.receipt.made", at=_time(clock.now(), receipt))
    paper.centred(page, 4, made)
    paper.centred(page, 4, str(receipt.view.payment.id))
