"""Pictures that people bring are drawn anew: of the file nothing is kept but what one sees."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Final

from PIL import Image, ImageOps

MEDIA_TYPE: Final = "image/jpeg"
"""Of every picture that was drawn anew."""
_MAX_PIXELS: Final = 40_000_000
_FORMATS: Final = ("JPEG", "PNG", "WEBP")

# A picture of forty megapixels takes a hundred megabytes while it is read: one at a time.
_threads = ThreadPoolExecutor(1, thread_name_prefix="picture")


class NotAPicture(Exception):
    """It is no JPEG, PNG or WebP that can be drawn, or it has more than forty megapixels."""


async def redraw(content: bytes, side: int, *, is_square: bool = False) -> bytes:
    """The picture as a fresh JPEG without places, times, names or anything else but pixels.

    side       pixels of the longer side at most; a smaller picture keeps its size
    is_square  the middle is cut out
    raises     NotAPicture
    """
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_threads, _redraw, content, side, is_square)


def _redraw(content: bytes, side: int, is_square: bool) -> bytes:
    try:
        drawn = _drawn(content, side, is_square)
    except Exception as error:  # decoders raise anything at a hostile file
        raise NotAPicture from error
    # A new canvas: metadata hangs on the opened picture and must not be copied along.
    canvas = Image.new("RGB", drawn.size, "white")
    canvas.paste(drawn, mask=drawn.getchannel("A"))
    written = BytesIO()
    canvas.save(written, "JPEG", quality=85, optimize=True)
    return written.getvalue()


def _drawn(content: bytes, side: int, is_square: bool) -> Image.Image:
    with Image.open(BytesIO(content), formats=_FORMATS) as opened:
        if opened.width * opened.height > _MAX_PIXELS:
            raise NotAPicture
        opened.draft("RGB", (2 * side, 2 * side))
        upright = ImageOps.exif_transpose(opened).convert("RGBA")
    if is_square:
        size = min(side, upright.width, upright.height)
        return ImageOps.fit(upright, (size, size))
    upright.thumbnail((side, side), Image.Resampling.LANCZOS)
    return upright
