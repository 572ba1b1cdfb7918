"""QR codes as pictures."""

import segno


def qr_svg(text: str) -> str:
    """A QR code as SVG: dark on white in both themes, with the quiet zone scanners need."""
    code = segno.make(text, error="m", micro=False)
    return str(code.svg_inline(border=4, dark="#000", light="#fff", omitsize=True))
