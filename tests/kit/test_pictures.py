"""Pictures: drawn anew, whatever was hidden in the file."""

from io import BytesIO

import pytest
from PIL import Image

from batua.kit import pictures
from batua.kit.pictures import NotAPicture


def picture(size: tuple[int, int], kind: str = "PNG", **more: object) -> bytes:
    written = BytesIO()
    Image.new("RGB", size, "red").save(written, kind, **more)
    return written.getvalue()


def seen(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
async def test_a_picture_keeps_its_shape_and_is_made_smaller(kind: str) -> None:
    drawn = seen(await pictures.redraw(picture((3000, 1500), kind), 2000))
    assert (drawn.format, drawn.size) == ("JPEG", (2000, 1000))


async def test_a_small_picture_keeps_its_size() -> None:
    assert seen(await pictures.redraw(picture((30, 10)), 2000)).size == (30, 10)


async def test_a_square_is_cut_out_of_the_middle() -> None:
    drawn = seen(await pictures.redraw(picture((300, 100)), 512, is_square=True))
    assert drawn.size == (100, 100)


async def test_nothing_hidden_is_kept_and_it_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010E] = "a secret place"
    given = picture((40, 20), "JPEG", exif=exif) + b"<script>alert(1)</script>"
    drawn = await pictures.redraw(given, 2000)
    assert seen(drawn).size == (20, 40)
    assert not seen(drawn).getexif()
    assert b"secret" not in drawn and b"script" not in drawn


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        b"%PDF-1.4",
        b"\xff\xd8\xff\xe0 and no more",
        picture((10, 10), "GIF"),
        picture((10, 10), "BMP"),
        picture((7000, 7000), "PNG"),
    ],
    ids=["empty", "svg", "pdf", "cut", "gif", "bmp", "huge"],
)
async def test_what_is_no_picture_is_refused(content: bytes) -> None:
    with pytest.raises(NotAPicture):
        await pictures.redraw(content, 2000)
