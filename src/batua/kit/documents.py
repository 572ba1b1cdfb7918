"""PDF files that people bring: kept as they are, if nothing in them acts by itself.

A file is read through by a process of its own with little time and memory, so that one which is
made to break readers breaks nothing else.
"""

import asyncio
import resource
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any, Final

MEDIA_TYPE: Final = "application/pdf"
TIMEOUT_S: Final = 20.0
_CPU_S: Final = 10
_MEMORY_BYTES: Final = 600_000_000
_MAX_OBJECTS: Final = 100_000
_ACTING_KEYS: Final = frozenset(
    {"/JS", "/XFA", "/EmbeddedFiles", "/RichMediaContent", "/RichMediaSettings"}
)
_ACTING_NAMES: Final = frozenset(
    {
        *("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/ResetForm"),
        *("/GoToE", "/GoToR", "/Rendition", "/RichMediaExecute", "/Movie", "/Sound"),
        *("/RichMedia", "/Screen", "/3D", "/FileAttachment", "/EmbeddedFile"),
    }
)
"""Types of actions (ISO 32000-2, 12.6.4), annotations and files that do or carry something."""

_threads = ThreadPoolExecutor(2, thread_name_prefix="document")


class NotADocument(Exception):
    """It is no PDF that can be read; or it is locked, acts by itself, or carries other files."""


def looks_like(content: bytes) -> bool:
    """Whether a file says that it is a PDF."""
    return content.startswith(b"%PDF-")


async def check(content: bytes) -> None:
    """Read a PDF through; raises NotADocument."""
    await asyncio.get_running_loop().run_in_executor(_threads, _check, content)


def _check(content: bytes) -> None:
    command = [sys.executable, "-m", "batua.kit.documents"]
    try:
        subprocess.run(command, input=content, timeout=TIMEOUT_S, check=True, capture_output=True)  # noqa: S603 - ourselves
    except subprocess.SubprocessError as error:
        raise NotADocument from error


def is_harmless(content: bytes) -> bool:
    """Whether a PDF can be read whole and nothing in it acts; raises anything at a hostile file."""
    from pypdf import PdfReader

    if not looks_like(content) or b"/JavaScript" in content:
        return False
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted or not reader.pages:
        return False
    return not any(map(_acts, _parts(reader)))


def _parts(reader: Any) -> Iterator[Any]:
    """Everything that the file holds, and everything that lies in these."""
    from pypdf.generic import IndirectObject

    places = [(id, gen) for gen, ids in reader.xref.items() for id in ids]
    places += [(id, 0) for id in reader.xref_objStm]
    if len(places) > _MAX_OBJECTS:
        raise NotADocument
    left: list[Any] = [reader.trailer]
    left += [IndirectObject(id, gen, reader).get_object() for id, gen in places]
    while left:
        part = left.pop()
        yield part
        if isinstance(part, dict):
            left += [*part.keys(), *(value for value in part.values() if _is_inside(value))]
        elif isinstance(part, list):
            left += [value for value in part if _is_inside(value)]


def _is_inside(value: Any) -> bool:
    """What is only pointed at is a place of its own."""
    from pypdf.generic import IndirectObject

    return not isinstance(value, IndirectObject)


def _acts(part: Any) -> bool:
    from pypdf.generic import NameObject

    if isinstance(part, dict):
        return not _ACTING_KEYS.isdisjoint(part.keys())
    return isinstance(part, NameObject) and part in _ACTING_NAMES


def _main() -> int:
    resource.setrlimit(resource.RLIMIT_CPU, (_CPU_S, _CPU_S))
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
    return 0 if is_harmless(sys.stdin.buffer.read()) else 1


if __name__ == "__main__":
    sys.exit(_main())
