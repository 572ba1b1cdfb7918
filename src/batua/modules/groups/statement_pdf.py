"""The statement of a pot on paper: as many pages as it needs, in its reader's language."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from fpdf import FPDF

from batua.kit import clock, paper
from batua.kit.words import say
from batua.kit.written_money import locale_of
from batua.modules.groups.types import Face, PrintedStatement, StatementFilter, Transaction

SIZE_MM: Final = (210, 297)  # A4
MARGIN_MM: Final = 14
RIGHT_MM: Final = SIZE_MM[0] - MARGIN_MM
BOTTOM_MM: Final = SIZE_MM[1] - 20
WHEN_MM: Final = 32
WHAT_MM: Final = 78
AMOUNT_END_MM: Final = RIGHT_MM - 36
LINE_MM: Final = 5
MOST_NOTE_LINES: Final = 2


@dataclass(slots=True)
class _Sheet:
    """The document as it is drawn."""

    page: FPDF
    found: PrintedStatement

    def word(self, key: str, **values: str | int) -> str:
        return say(self.found.language, f"groups.statement.{key}", **values)

    def money(self, minor: int) -> str:
        return self.found.group.money(minor).format(self.found.language)

    def day(self, day: date) -> str:
        return str(format_date(day, "d MMM y", locale_of(self.found.language)))

    def time(self, at: datetime, pattern: str) -> str:
        where = locale_of(self.found.language)
        return str(format_datetime(at, pattern, ZoneInfo(self.found.time_zone), where))

    def ink(self, colour: tuple[int, int, int], size: int, style: str = "") -> None:
        self.page.set_text_color(*colour)
        self.page.set_font(paper.FONT, style, size)


def draw(found: PrintedStatement) -> bytes:
    """The statement as a PDF file."""
    title = say(found.language, "groups.statement.title")
    sheet = _Sheet(paper.blank(SIZE_MM, MARGIN_MM, title, found.language), found)
    _band(sheet)
    _head(sheet)
    _columns(sheet)
    balance = found.opening_minor
    for line, face in found.lines:
        balance += line.amount_minor
        # Between lines that are left out, each says for itself what was in the pot after it.
        after = balance if found.sifted is None else line.balance_minor or 0
        _line(sheet, line, face, after)
    if not found.lines:
        sheet.ink(paper.GREY, 10)
        paper.centred(sheet.page, 14, sheet.word("none"))
    _feet(sheet)
    return bytes(sheet.page.output())


def _band(sheet: _Sheet) -> None:
    """What stands above each page."""
    page = sheet.page
    page.set_fill_color(*paper.INDIGO)
    page.rect(0, 0, SIZE_MM[0], 20, style="F")
    page.set_xy(MARGIN_MM, 5)
    sheet.ink((255, 255, 255), 15, "B")
    paper.write(page, say(sheet.found.language, "kit.brand"), 10)
    sheet.ink((255, 255, 255), 11)
    page.set_y(5)
    paper.ending_at(page, RIGHT_MM, 10, sheet.word("title"))
    page.set_xy(MARGIN_MM, 26)


def _head(sheet: _Sheet) -> None:
    page, found = sheet.page, sheet.found
    sheet.ink(paper.INK, 16, "B")
    paper.wrapped(page, (MARGIN_MM, RIGHT_MM - MARGIN_MM, 8), found.group.name)
    sheet.ink(paper.GREY, 10)
    page.set_x(MARGIN_MM)
    period = sheet.word("period", since=sheet.day(found.since), until=sheet.day(found.until))
    paper.write(page, period, 7)
    page.ln(9)
    amounts = [line.amount_minor for line, _ in found.lines]
    sums = {
        "went_in": sum(minor for minor in amounts if minor > 0),
        "went_out": sum(minor for minor in amounts if minor < 0),
    }
    if found.sifted is None:
        closing = found.opening_minor + sum(amounts)
        sums = {"opening": found.opening_minor, **sums, "closing": closing}
    else:
        only = sheet.word("only", what=" · ".join(_asked_for(sheet, found.sifted)))
        paper.wrapped(page, (MARGIN_MM, RIGHT_MM - MARGIN_MM, 6), only)
        page.ln(2)
    top, width = page.get_y(), (RIGHT_MM - MARGIN_MM) / len(sums)
    for n, (key, minor) in enumerate(sums.items()):
        page.set_xy(MARGIN_MM + n * width, top)
        sheet.ink(paper.GREY, 9)
        paper.write(page, sheet.word(key), 5)
        page.set_xy(MARGIN_MM + n * width, top + 5)
        sheet.ink(paper.INK, 12, "B")
        paper.write(page, sheet.money(minor), 7)
    page.set_xy(MARGIN_MM, top + 17)


def _asked_for(sheet: _Sheet, sifted: StatementFilter) -> Iterator[str]:
    """What the lines have in common, in words."""
    if sifted.member is not None:
        yield "—" if sheet.found.of is None else sheet.found.of.name
    for kind in sifted.kinds:
        yield say(sheet.found.language, f"groups.movement.{kind.value}")
    if sifted.min_minor is not None:
        yield sheet.word("least", amount=sheet.money(sifted.min_minor))
    if sifted.max_minor is not None:
        yield sheet.word("most", amount=sheet.money(sifted.max_minor))
    if sifted.text:
        yield sheet.word("text", text=sifted.text)


def _columns(sheet: _Sheet) -> None:
    page = sheet.page
    sheet.ink(paper.GREY, 9)
    top = page.get_y()
    for x, key in ((MARGIN_MM, "when"), (MARGIN_MM + WHEN_MM, "what")):
        page.set_xy(x, top)
        paper.write(page, sheet.word(key), 6)
    for end, key in ((AMOUNT_END_MM, "amount"), (RIGHT_MM, "balance")):
        paper.ending_at(page, end, 6, sheet.word(key))
    page.set_xy(MARGIN_MM, top + 7)


def _line(sheet: _Sheet, line: Transaction, face: Face | None, balance: int) -> None:
    page = sheet.page
    sheet.ink(paper.INK, 10, "B")
    name = "" if face is None else face.name
    names = paper.cut(page, name, WHAT_MM)[:1]
    sheet.ink(paper.GREY, 9)
    kind = say(sheet.found.language, f"groups.movement.{line.kind.value}")
    said = " · ".join(part for part in (kind, line.note) if part)
    notes = paper.cut(page, said, WHAT_MM)[:MOST_NOTE_LINES]
    height = (len(names) + len(notes)) * LINE_MM + 4
    if page.get_y() + height > BOTTOM_MM:
        page.add_page()
        _band(sheet)
        _columns(sheet)
    top = page.get_y()
    page.set_draw_color(*paper.LINE)
    page.line(MARGIN_MM, top, RIGHT_MM, top)
    page.set_xy(MARGIN_MM, top + 2)
    at = line.settled_at or line.created_at
    paper.write(page, sheet.time(at, "d MMM y"), LINE_MM)
    page.set_xy(MARGIN_MM, top + 2 + LINE_MM)
    paper.write(page, sheet.time(at, "h:mm a"), LINE_MM)
    for n, text in enumerate((*names, *notes)):
        is_name = n < len(names)
        sheet.ink(paper.INK if is_name else paper.GREY, 10 if is_name else 9, "B" * is_name)
        page.set_xy(MARGIN_MM + WHEN_MM, top + 2 + n * LINE_MM)
        paper.write(page, text, LINE_MM)
    page.set_y(top + 2)
    sheet.ink(paper.LEAF if line.amount_minor > 0 else paper.INK, 10, "B")
    paper.ending_at(page, AMOUNT_END_MM, LINE_MM, sheet.money(line.amount_minor))
    sheet.ink(paper.INK, 10)
    paper.ending_at(page, RIGHT_MM, LINE_MM, sheet.money(balance))
    page.set_xy(MARGIN_MM, top + max(height, 2 * LINE_MM + 4))


def _feet(sheet: _Sheet) -> None:
    """What stands below each page, now that it is known how many there are."""
    page, pages = sheet.page, sheet.page.pages_count
    made = sheet.word("made", at=sheet.time(clock.now(), "d MMMM y, h:mm a v"))
    for n in range(1, pages + 1):
        page.page = n
        sheet.ink(paper.GREY, 8)
        page.set_xy(MARGIN_MM, SIZE_MM[1] - 13)
        paper.write(page, made, 5)
        paper.ending_at(page, RIGHT_MM, 5, sheet.word("page", n=n, pages=pages))
