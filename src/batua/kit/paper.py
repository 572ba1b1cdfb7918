"""Pages on paper: PDF in the web app's font, with Indian scripts shaped."""

import re
from importlib.resources import files
from typing import Final, cast

from fpdf import FPDF
from fpdf.enums import MethodReturnValue

from batua.kit import clock

FONT: Final = "NotoSans"
INDIGO: Final = (38, 42, 110)
GREY: Final = (96, 96, 104)
INK: Final = (24, 24, 32)
LEAF: Final = (20, 110, 62)
MARIGOLD: Final = (150, 84, 0)
LINE: Final = (222, 222, 228)
# The joiners belong to the script; spaces between its words stay inside a piece.
_LETTERS = "[\u0900-\u097f\ua8e0-\ua8ff\u200c\u200d]+"
_DEVANAGARI: Final = re.compile(f"({_LETTERS}(?: {_LETTERS})*)")


class FontsMissing(RuntimeError):
    """The fonts were not built; `make` builds them."""


def blank(size: tuple[int, int], margin: int, title: str, language: str) -> FPDF:
    """A document with its first page, of a size and margin in millimetres."""
    paper = FPDF(unit="mm", format=size)
    paper.set_margin(margin)
    paper.set_auto_page_break(False)
    paper.set_text_shaping(True)
    paper.c_margin = 0
    folder = files("batua.modules.payments").joinpath("fonts")  # where `make` puts them
    for style, name in (("", "Regular"), ("B", "Bold")):
        path = folder.joinpath(f"NotoSans-{name}.ttf")
        if not path.is_file():
            raise FontsMissing(str(path))
        paper.add_font(FONT, style, str(path))
    paper.set_title(title)
    paper.set_lang(language)
    paper.set_creation_date(clock.now())
    paper.add_page()
    return paper


def runs(text: str) -> list[str]:
    """A text in pieces of one script each: a shaper takes a whole piece for that of its start."""
    return [piece for piece in _DEVANAGARI.split(text) if piece]


def width_of(paper: FPDF, text: str) -> float:
    """How wide one line of a text is."""
    return sum(_width(paper, piece) for piece in runs(text))


def _width(paper: FPDF, piece: str) -> float:
    # Only scripts whose letters change beside one another need the shaper, which is slow.
    paper.set_text_shaping(_DEVANAGARI.match(piece) is not None)
    return float(paper.get_string_width(piece))


def write(paper: FPDF, text: str, height: float) -> None:
    """One line from where the paper stands, piece by piece."""
    for piece in runs(text):
        paper.cell(_width(paper, piece), height, piece)


def centred(paper: FPDF, height: float, text: str) -> None:
    """One line in the middle of the page."""
    paper.set_x((paper.w - width_of(paper, text)) / 2)
    write(paper, text, height)
    paper.ln(height)


def ending_at(paper: FPDF, x: float, height: float, text: str) -> None:
    """One line that ends at a place, as amounts do."""
    paper.set_x(x - width_of(paper, text))
    write(paper, text, height)


def cut(paper: FPDF, text: str, width: float) -> list[str]:
    """A text in lines that are no wider."""
    if width_of(paper, text) <= width:
        return [text] if text else []
    paper.set_text_shaping(True)
    lines = paper.multi_cell(width, 1, text, dry_run=True, output=MethodReturnValue.LINES)
    return cast("list[str]", lines)


def wrapped(paper: FPDF, box: tuple[float, float, float], text: str) -> None:
    """A text on as many lines as it needs; the box is where it begins, its width, a line's height."""
    x, width, height = box
    for line in cut(paper, text, width):
        paper.set_x(x)
        write(paper, line, height)
        paper.ln(height)
