"""Which typeface of the machine draws a script that the house faces lack, and what none draws."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from unicodedata import category

import matplotlib as mpl
from matplotlib.font_manager import FontEntry, fontManager, get_font

FONTS = Path(__file__).parent / "fonts"
FALLBACK = "DejaVu Sans"
"""Comes with matplotlib; draws the Cyrillic, Arabic and Hebrew names that the house face lacks."""
FALLBACK_FILE = Path(mpl.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
UNSEEN = frozenset({"Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp"})
"""Categories of characters that need no shape of their own."""
LAST_RESORT = "(name in another script)"

Face = tuple[str, str]
"""Family and file."""


def faces_for(text: str) -> tuple[Face, ...]:
    """Return the machine's faces for what of a text the house faces lack, in order of need."""
    if text.isascii():
        return ()
    found = (_face_of(character) for character in text if not _is_at_home(character))
    return tuple(dict.fromkeys(face for face in found if face is not None))


def is_drawable(text: str) -> bool:
    """Whether a picture made on this machine shows all of a text."""
    return text.isascii() or all(_is_at_home(c) or _face_of(c) is not None for c in text)


def drawable(text: str) -> str:
    """Return a text without what no face draws: never boxes. Words say where nothing is left."""
    if is_drawable(text):
        return text
    kept = "".join(c if _is_at_home(c) or _face_of(c) is not None else " " for c in text)
    words = " ".join(kept.split())
    return words if any(c.isalnum() for c in words) else LAST_RESORT


@lru_cache(maxsize=4096)
def _is_at_home(character: str) -> bool:
    return ord(character) in _home() or category(character) in UNSEEN


@lru_cache(maxsize=1)
def _home() -> frozenset[int]:
    """What the house faces and their fallback draw."""
    files = (FONTS / "SourceSansPro-Regular.ttf", FALLBACK_FILE)
    return frozenset().union(*(get_font(str(file)).get_charmap() for file in files))


@lru_cache(maxsize=4096)
def _face_of(character: str) -> Face | None:
    face = next((face for face in _faces() if ord(character) in _drawn_by(face[1])), None)
    if face is not None:
        _lend_weights(face)
    return face


@lru_cache(maxsize=64)
def _lend_weights(face: Face) -> None:
    """Let a face of one weight serve for bold words too, as the fallback's does."""
    family, file = face
    known = {entry.weight for entry in fontManager.ttflist if entry.name == family}
    for weight in {400, 600, 700} - known:
        entry = FontEntry(fname=file, name=family, weight=weight, stretch="normal", size="scalable")
        fontManager.ttflist.append(entry)


@lru_cache(maxsize=1)
def _faces() -> tuple[Face, ...]:
    """The machine's upright text faces, one file each family, but not the font of empty boxes."""
    upright = sorted(
        (entry.name, entry.weight != 400, entry.fname)
        for entry in fontManager.ttflist
        if entry.style == entry.variant == "normal" and not entry.name.startswith("Last Resort")
    )
    return tuple({name: file for name, _, file in reversed(upright)}.items())[::-1]


@cache
def _drawn_by(file: str) -> frozenset[int]:
    try:
        return frozenset(get_font(file).get_charmap())
    except (RuntimeError, OSError):  # a broken file among the machine's fonts is not ours to mend
        return frozenset()
