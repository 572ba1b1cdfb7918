"""PDF files: those that act by themselves, or that carry other files, are refused."""

from collections.abc import Callable
from io import BytesIO

import pytest
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from batua.kit import documents
from batua.kit.documents import NotADocument


def written() -> bytes:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=12)
    pdf.cell(text="Paid: 500 rupees", link="https://example.org/bill")
    return bytes(pdf.output())


def changed(change: Callable[[PdfWriter], object]) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(written())))
    change(writer)
    found = BytesIO()
    writer.write(found)
    return found.getvalue()


def action(kind: str, **more: str) -> DictionaryObject:
    found = DictionaryObject({NameObject("/S"): NameObject(kind)})
    found.update({NameObject(f"/{key}"): TextStringObject(value) for key, value in more.items()})
    return found


def opens_with(kind: str, **more: str) -> Callable[[PdfWriter], object]:
    def change(writer: PdfWriter) -> None:
        writer.root_object[NameObject("/OpenAction")] = action(kind, **more)

    return change


def annotated(writer: PdfWriter) -> None:
    note = DictionaryObject({NameObject("/Subtype"): NameObject("/RichMedia")})
    writer.pages[0][NameObject("/Annots")] = ArrayObject([writer._add_object(note)])


def on_page(writer: PdfWriter) -> None:
    when = DictionaryObject({NameObject("/O"): action("/JavaScript", JS="app.alert(1)")})
    writer.pages[0][NameObject("/AA")] = writer._add_object(when)


def named_script(writer: PdfWriter) -> None:
    script = writer._add_object(action("/JavaScript", JS="app.alert(1)"))
    names = DictionaryObject(
        {NameObject("/Names"): ArrayObject([TextStringObject("first"), script])}
    )
    writer.root_object[NameObject("/Names")] = DictionaryObject({NameObject("/JavaScript"): names})


def form(writer: PdfWriter) -> None:
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
        {NameObject("/XFA"): TextStringObject("<xdp/>")}
    )


ACTING = {
    "script": named_script,
    "script on opening": opens_with("/JavaScript", JS="app.alert(1)"),
    "script of a page": on_page,
    "starts a program": opens_with("/Launch", F="calc.exe"),
    "sends a form": opens_with("/SubmitForm", F="https://example.org"),
    "goes to another file": opens_with("/GoToR", F="other.pdf"),
    "carries a file": lambda writer: writer.add_attachment("virus.exe", b"MZ"),
    "rich media": annotated,
    "XFA": form,
    "locked": lambda writer: writer.encrypt("secret"),
}


async def test_a_plain_document_with_a_link_is_good() -> None:
    await documents.check(written())


async def test_a_document_that_only_opens_at_a_place_is_good() -> None:
    await documents.check(changed(opens_with("/GoTo", D="first")))


@pytest.mark.parametrize("name", list(ACTING))
def test_a_document_that_acts_is_refused(name: str) -> None:
    assert not documents.is_harmless(changed(ACTING[name]))


def test_a_name_that_is_written_in_numbers_is_read_all_the_same() -> None:
    hidden = changed(opens_with("/JavaScript", JS="app.alert(1)")).replace(
        b"/JavaScript", b"/J#61vaScript"
    )
    assert b"/JavaScript" not in hidden
    assert not documents.is_harmless(hidden)


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7", b"%PDF-1.7\n" + b"\0" * 500, b"<html><script>alert(1)</script>", b"GIF89a"],
    ids=["empty", "cut", "zeros", "page", "gif"],
)
async def test_what_is_no_document_is_refused(content: bytes) -> None:
    with pytest.raises(NotADocument):
        await documents.check(content)


async def test_a_reader_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "TIMEOUT_S", 0.001)
    with pytest.raises(NotADocument):
        await documents.check(written())
