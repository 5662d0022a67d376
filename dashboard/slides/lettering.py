"""The typefaces of the pictures and how much room a text takes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import matplotlib as mpl
from matplotlib.font_manager import FontEntry, FontProperties, fontManager, get_font

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

FONTS = Path(__file__).parent / "fonts"
FALLBACK = "DejaVu Sans"
"""Comes with matplotlib; draws the Cyrillic, Arabic and Hebrew names that the house face lacks."""
PX_PER_POINT = 2.0
"""A slide is 13.333 inches and 1920 pixels wide: 144 pixels an inch, two a point."""
MIN_POINTS = 14.0
"""Nothing on a slide is smaller: it must be read from the back of the room."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """One way to set type: file, size in points of the slide, extra room between letters."""

    file: str
    points: float
    spacing_em: float = 0.0

    @property
    def is_serif(self) -> bool:
        """Whether PowerPoint sets it in the theme's heading font."""
        return "Serif" in self.file

    @property
    def family(self) -> str:
        """The family as matplotlib knows it."""
        return "Source Serif Pro" if self.is_serif else "Source Sans Pro"

    @property
    def is_bold(self) -> bool:
        """Whether to ask PowerPoint for bold."""
        return self.weight > 400

    @property
    def is_italic(self) -> bool:
        """Whether the face is an italic."""
        return self.file.endswith("-It.ttf")

    def properties(self) -> FontProperties:
        """What matplotlib wants to know."""
        return FontProperties(
            family=[self.family, FALLBACK],
            weight=self.weight,
            style="italic" if self.is_italic else "normal",
            size=self.points,
        )

    @property
    def weight(self) -> int:
        """The weight as CSS counts it."""
        return 700 if "-Bold" in self.file else 600 if "Semibold" in self.file else 400

    def spaced(self, text: str) -> str:
        """The text with hair spaces between its letters, as letter-spaced capitals are set."""
        return "\u200a".join(text) if self.spacing_em else text


TITLE = Lettering("SourceSerifPro-Semibold.ttf", 28)
SUBTITLE = Lettering("SourceSansPro-Regular.ttf", 15)
COUNTRY = Lettering("SourceSansPro-Semibold.ttf", 17, spacing_em=0.1)
NEIGHBOUR = Lettering("SourceSansPro-Semibold.ttf", 14.5, spacing_em=0.1)
CAPITAL = Lettering("SourceSansPro-Semibold.ttf", 14.5)
CITY = Lettering("SourceSansPro-Regular.ttf", 14)
AREA = Lettering("SourceSerifPro-It.ttf", 15)
BODY = Lettering("SourceSansPro-Regular.ttf", 14)
STRONG = Lettering("SourceSansPro-Semibold.ttf", 14)
NUMBER = Lettering("SourceSansPro-Bold.ttf", 14)
HANDLING = Lettering("SourceSansPro-Semibold.ttf", 14)


@lru_cache(maxsize=4096)
def text_size(text: str, lettering: Lettering) -> tuple[float, float]:
    """Width and height of one line in sheet pixels; the height is the line's, not the ink's."""
    face = _face(lettering.file)
    face.set_size(lettering.points, 72 * PX_PER_POINT)
    face.set_text(lettering.spaced(text), 0.0)
    width, _ = face.get_width_height()
    return width / 64, lettering.points * PX_PER_POINT * 1.22


def wrap(text: str, lettering: Lettering, *, width: float, lines: int) -> tuple[str, ...]:
    """The text broken into at most `lines` lines of `width` pixels, with an ellipsis if cut."""
    words, out = printable(text).split(), [""]
    for position, word in enumerate(words):
        trial = f"{out[-1]} {word}".strip()
        if text_size(trial, lettering)[0] <= width or not out[-1]:
            out[-1] = trial
        elif len(out) < lines:
            out.append(word)
        else:
            out[-1] = _cut(" ".join([out[-1], *words[position:]]), lettering, width)
            return tuple(out)
    return tuple(x if fits(x, lettering, width) else _cut(x, lettering, width) for x in out)


def printable(words: str) -> str:
    """Return the words without control characters, which no font draws and XML forbids."""
    return "".join(c if c >= " " or c in "\t\n" else " " for c in words)


def fits(text: str, lettering: Lettering, width: float) -> bool:
    """Whether one line of text is no wider than `width` pixels."""
    return text_size(text, lettering)[0] <= width


def _cut(text: str, lettering: Lettering, width: float) -> str:
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(text[:middle].rstrip() + "…", lettering, width):
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip(" ,;:") + "…"


@lru_cache(maxsize=16)
def _face(file: str) -> FT2Font:
    dejavu = Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
    return get_font([str(FONTS / file), str(dejavu)])


def _register_fonts() -> None:
    """Tell matplotlib of the house faces, and that the fallback's bold serves as its semibold."""
    for path in sorted(FONTS.glob("*.ttf")):
        fontManager.addfont(path)
    bold = Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans-Bold.ttf"
    fontManager.ttflist.append(
        FontEntry(fname=str(bold), name=FALLBACK, weight=600, stretch="normal", size="scalable")
    )


_register_fonts()
