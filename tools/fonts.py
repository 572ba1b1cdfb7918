"""Makes the fonts of printed receipts from those of the web app: one TrueType file a weight.

The web app's font package holds variable fonts cut by script; a PDF needs static ones, and one font
for a whole line, so that `₹500 to आशा` is shaped as one piece.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

from fontTools import merge
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

ROOT: Final = Path(__file__).resolve().parents[1]
PACKAGE: Final = ROOT / "web/node_modules/@fontsource-variable/noto-sans"
TARGET: Final = ROOT / "src/batua/modules/payments/fonts"
SCRIPTS: Final = ("latin", "latin-ext", "vietnamese", "cyrillic", "greek", "devanagari")
WEIGHTS: Final = {"Regular": 400, "Bold": 700}


def main() -> int:
    """Write the fonts; says what to do when the package is not there."""
    if not PACKAGE.is_dir():
        print(f"{PACKAGE.relative_to(ROOT)} is missing: run `make web` first.")
        return 1
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, weight in WEIGHTS.items():
        made = TARGET / f"NotoSans-{name}.ttf"
        part = made.with_suffix(".part")
        build(weight, part)
        part.replace(made)  # whole or not at all, even when the build is stopped
        print(f"{made.relative_to(ROOT)}  {made.stat().st_size // 1024} kB")
    shutil.copy(PACKAGE / "LICENSE", TARGET / "LICENSE.txt")
    return 0


def build(weight: int, target: Path) -> None:
    """One static font of every script in one weight."""
    with tempfile.TemporaryDirectory() as folder:
        cuts = [cut(script, weight, Path(folder)) for script in SCRIPTS]
        merge.Merger().merge([str(path) for path in cuts]).save(target)


def cut(script: str, weight: int, folder: Path) -> Path:
    """The part of one script, unpacked and fixed to a weight."""
    font = TTFont(PACKAGE / f"files/noto-sans-{script}-wght-normal.woff2")
    static = instancer.instantiateVariableFont(font, {"wght": weight})
    static.flavor = None
    path = folder / f"{script}.ttf"
    static.save(path)
    return path


if __name__ == "__main__":
    sys.exit(main())
