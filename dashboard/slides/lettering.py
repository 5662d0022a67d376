"""The typefaces of the pictures and how much room a text takes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from matplotlib.font_manager import FontEntry, FontProperties, fontManager, get_font
from matplotlib.ft2font import LoadFlags

from dashboard.slides.faces import FALLBACK, FALLBACK_FILE, FONTS, drawable, faces_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.ft2font import FT2Font

PX_PER_POINT = 2.0
"""A slide is 13.333 inches and 1920 pixels wide: 144 pixels an inch, two a point."""
MIN_POINTS = 14.0
"""Nothing on a slide is smaller: it must be read from the back of the room."""

LEAST_SHARE = 0.35
LEFT_TO_RIGHT = "\u200e"
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
UNSAID = re.compile(r"[\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Marks that turn the order of letters, halves of characters, and what Unicode says is none."""
MOST_WORDS = 120
"""No text on a slide has more: what follows is cut without being measured."""
CLAUSE_STARTS = frozenset({
    "after", "and", "as", "because", "before", "but", "if", "or", "since", "that", "until",
    "when", "where", "which", "while", "who",
})  # fmt: skip
DANGLING = frozenset({
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "its", "of", "on", "or",
    "the", "their", "to", "with",
})  # fmt: skip
"""Words that promise another one: nothing ends on them."""


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

    def properties(self, text: str = "") -> FontProperties:
        """What matplotlib wants to know to draw a text."""
        return FontProperties(
            family=[self.family, FALLBACK, *(family for family, _ in faces_for(text))],
            weight=self.weight,
            style="italic" if self.is_italic else "normal",
            size=self.points,
        )

    @property
    def weight(self) -> int:
        """The weight as CSS counts it."""
        return 700 if "-Bold" in self.file else 600 if "Semibold" in self.file else 400

    @property
    def size(self) -> int:
        """The size in PowerPoint's units (EMU)."""
        return round(self.points * 12_700)

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
    text = drawable(printable(text))
    face = _face(lettering.file, tuple(file for _, file in faces_for(text)))
    face.set_size(lettering.points, 72 * PX_PER_POINT)
    face.set_text(lettering.spaced(text), 0.0, flags=LoadFlags.NO_HINTING)
    width, _ = face.get_width_height()
    return width / 64, lettering.points * PX_PER_POINT * 1.22


def wrap(text: str, lettering: Lettering, *, width: float, lines: int) -> tuple[str, ...]:
    """The text broken into at most `lines` lines of `width` pixels; see `shorten` for the rest."""
    return shorten(text, lettering, width=width, lines=lines)[0]


def shorten(
    text: str, lettering: Lettering, *, width: float, lines: int
) -> tuple[tuple[str, ...], bool]:
    """
    Return the text in at most `lines` lines, and whether words had to be left out.

    It is cut where a clause ends, or else between words, never inside one that fits a line; an
    ellipsis says so. Who shortens says elsewhere where the full words stand.
    """
    words = printable(text).split()
    whole = _break(words, lettering, width)
    if len(whole) <= lines and all(fits(x, lettering, width) for x in whole):
        return tuple(whole), False
    most = _most_words(words, lettering, width, lines)
    if most == 0:
        return (_cut(words[0] if words else "", lettering, width),), True
    kept = _clean_end(words, most)
    out = _break([*words[:kept], "…"], lettering, width)
    if len(out) == 1 and text_size(out[0], lettering)[0] < LEAST_SHARE * width:
        # A word longer than the line follows: some of it says more than none of it.
        out = [_cut(" ".join(words[: most + 1]), lettering, width)]
    return tuple(out), True


def cut_word(word: str, lettering: Lettering, *, width: float) -> str:
    """Return a word in pieces, with spaces between them, that are each no wider than `width`."""
    pieces = []
    while word and not fits(word, lettering, width):
        size = max(1, len(_cut(word, lettering, width)) - 1)
        pieces.append(word[:size])
        word = word[size:]
    return " ".join([*pieces, word])


def _break(words: Sequence[str], lettering: Lettering, width: float) -> list[str]:
    out = [""]
    for word in words:
        trial = f"{out[-1]} {word}".strip()
        if not out[-1] or fits(trial, lettering, width):
            out[-1] = trial
        else:
            out.append(word)
    return out


def _most_words(words: Sequence[str], lettering: Lettering, width: float, lines: int) -> int:
    """How many words fit with an ellipsis after them."""
    for count in range(min(len(words), MOST_WORDS), 0, -1):
        broken = _break([*words[:count], "…"], lettering, width)
        if len(broken) <= lines and all(fits(x, lettering, width) for x in broken):
            return count
    return 0


def _clean_end(words: Sequence[str], most: int) -> int:
    """Where to cut: after a clause if it keeps more than half, else before no dangling word."""
    for count in range(most, most // 2, -1):
        if words[count - 1].endswith((",", ";", ".")) or words[count].lower() in CLAUSE_STARTS:
            return count
    kept = most
    while kept > 1 and words[kept - 1].lower() in DANGLING:
        kept -= 1
    return kept


def printable(words: str) -> str:
    """Return the words without what no font draws and XML forbids: control characters and the like.

    The marks that turn the order of letters round are left out as well.
    """
    return (
        words
        if words.isascii() and words.isprintable()
        else UNSAID.sub("", CONTROLS.sub(" ", words))
    )


def isolated(name: str) -> str:
    """Return a name after which the line runs on from left to right, whatever its script."""
    is_rtl = any(bidirectional(c) in {"R", "AL"} for c in name)
    return f"{name}{LEFT_TO_RIGHT}" if is_rtl else name


def fits(text: str, lettering: Lettering, width: float) -> bool:
    """Whether one line of text is no wider than `width` pixels."""
    return text_size(text, lettering)[0] <= width


def _cut(word: str, lettering: Lettering, width: float) -> str:
    """Cut inside a word that is wider than a line."""
    low, high = 0, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(word[:middle] + "…", lettering, width):
            low = middle
        else:
            high = middle - 1
    return word[:low] + "…"


@lru_cache(maxsize=16)
def _face(file: str, others: tuple[str, ...]) -> FT2Font:
    return get_font([str(FONTS / file), str(FALLBACK_FILE), *others])


def _register_fonts() -> None:
    """Tell matplotlib of the house faces, and that the fallback's bold serves as its semibold."""
    for path in sorted(FONTS.glob("*.ttf")):
        fontManager.addfont(path)
    bold = FALLBACK_FILE.with_name("DejaVuSans-Bold.ttf")
    fontManager.ttflist.append(
        FontEntry(fname=str(bold), name=FALLBACK, weight=600, stretch="normal", size="scalable")
    )


_register_fonts()
