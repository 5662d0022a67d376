"""Fold names so that spellings of one name meet: case, accents, apostrophes, hyphens, spaces.

`fold` serves a single name; `fold_text` folds a whole document once and keeps, for every folded
character, where it came from. `spelling_variants` makes the other transliterations of a name.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from array import array
from dataclasses import dataclass

# Apostrophes and their look-alikes, ayn and hamza as romanisers write them: dropped.
APOSTROPHES = frozenset("'’‘ʻʼʹ`´ʿʾʽˈ′＇")
# Dashes and joiners: a space.
JOINERS = frozenset("-‐‑‒–—―_/­־・·")
# Letters that Unicode does not decompose.
LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "a"}
)
# Scripts written without spaces (Thai to Khmer, kana, Han): any place may start or end a word.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")

# The quick way of `fold`, for the names that make up most of a dump.
_SPECIAL_ASCII = re.compile(r"[.&]")
_PLAIN = str.maketrans({"-": " ", "_": " ", "/": " ", "'": "", "`": ""})

# Groups of letters that romanisations of one sound use in turn; longest first within a group.
SOUNDS: tuple[tuple[str, ...], ...] = (
    ("dzh", "dj", "dz", "j"),
    ("zh", "j"),
    ("kh", "h", "x"),
    ("gh", "g"),
    ("sh", "s"),
    ("ch", "tch", "c"),
    ("iy", "iyy", "yi", "ii", "y", "i"),
    ("oe", "o"),
    ("ae", "a"),
    ("ue", "u"),
    ("oo", "ou", "u"),
    ("ee", "i"),
    ("ie", "ye", "e"),
    ("ai", "ay", "ei"),
    ("aa", "a"),
    ("q", "k", "g"),
    ("w", "v"),
    ("e", "a", "i"),
    ("o", "u"),
    ("dz", "z"),
    ("ts", "c"),
    ("ph", "f"),
    ("th", "t"),
)
ENDINGS: tuple[tuple[str, ...], ...] = (
    ("iy", "i", "y", "yy", "iya", "ia", "ya"),
    ("a", "ah", "eh", "e"),
    ("abad", "obod"),
)
MAX_VARIANTS = 250
MAX_CHANGES = 2

# Words that names are written with in two ways; the key is folded, so without its full stop.
SHORT_WORDS = {
    "st": ("saint", "sankt"),
    "ste": ("sainte",),
    "saint": ("st",),
    "mt": ("mount", "mont"),
    "mount": ("mt",),
    "mtn": ("mountain",),
    "mtns": ("mountains",),
    "ft": ("fort",),
    "fort": ("ft",),
    "pt": ("point", "port"),
    "n": ("north",),
    "s": ("south",),
    "e": ("east",),
    "w": ("west",),
    "co": ("county",),
    "dist": ("district",),
    "prov": ("province",),
    "twp": ("township",),
    "intl": ("international",),
    "is": ("island", "islands"),
    "r": ("river",),
}


@functools.lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    if character in APOSTROPHES:
        return ""
    if character.isspace() or character in JOINERS:
        return " "
    if character == "&":
        return "and"
    decomposed = unicodedata.normalize("NFKD", character.casefold())
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    return kept.translate(LETTERS)


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A document folded, with the place of every folded character in the raw text."""

    text: str
    raw_starts: array[int]
    """For each folded character, the raw character it came from."""
    raw_length: int

    def raw_end(self, folded_end: int) -> int:
        """Return the raw offset just after the folded character before `folded_end`."""
        return self.raw_starts[folded_end - 1] + 1


def fold_text(text: str) -> FoldedText:
    """Fold a document, keeping where each folded character came from."""
    pieces: list[str] = []
    origins = array("I")  # four bytes a character: texts of millions of them are read
    after_space = True
    for at, character in enumerate(text):
        piece = _fold_character(character)
        if character == "." and not text[at + 1 : at + 2].isalnum():
            continue  # "St. Louis" and "U.S. troops": only a dot inside an abbreviation stays
        if piece == " ":
            if after_space:
                continue
            after_space = True
        elif piece:
            after_space = False
        pieces.append(piece)
        origins.extend([at] * len(piece))
    return FoldedText("".join(pieces), origins, len(text))


def fold(name: str) -> str:
    """Return the key under which a name is stored and looked up."""
    if name.isascii() and not _SPECIAL_ASCII.search(name):
        return " ".join(name.translate(_PLAIN).lower().split())
    if "." not in name:
        return " ".join("".join(map(_fold_character, name)).split())
    return fold_text(name).text.strip()


def has_boundary(text: str, at: int) -> bool:
    """Whether a word may start or end at `at`: between the letters of a word it may not."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if _UNSPACED.match(before) or _UNSPACED.match(after):
        return True
    if after in APOSTROPHES and before.isalnum():
        return _closes_word(text, at)
    if before in APOSTROPHES and after.isalnum():
        # "d'Ivoire", "l'Iran": a capital after an elision; not the j of "Xo'jand"
        return after.isupper() or at == 1 or not text[at - 2].isalnum()
    return not (_is_letter(before) and _is_letter(after))


def _is_letter(character: str) -> bool:
    return character.isalnum() or bool(unicodedata.combining(character))


def _closes_word(text: str, at: int) -> bool:
    rest = text[at + 1 : at + 3]
    if not rest or not rest[0].isalnum():
        return True
    return rest[0] in "sS" and (len(rest) == 1 or not rest[1].isalnum())


def spelling_variants(key: str) -> tuple[str, ...]:
    """Return other romanisations of a folded name, the likeliest first, at most `MAX_VARIANTS`."""
    found = dict.fromkeys([key, *_other_words(key)])
    frontier = list(found)
    for _ in range(MAX_CHANGES):
        frontier = [v for k in frontier for v in _one_change(k) if v not in found]
        for variant in frontier:
            found.setdefault(variant)
            if len(found) > MAX_VARIANTS:
                return tuple(found)[1:]
    return tuple(found)[1:]


def _other_words(key: str) -> list[str]:
    words = key.split()
    changed = [
        " ".join([*words[:at], full, *words[at + 1 :]])
        for at, word in enumerate(words)
        for full in SHORT_WORDS.get(word, ())
    ]
    if len(words) > 1 and words[0] == "the":
        changed.append(" ".join(words[1:]))
    return changed


def split_words(name: str) -> str:
    """Return a name written together ("SouthSudan", "#NewYork") with its words apart."""
    return re.sub(r"(?<=[^\W\d_A-Z])(?=[A-Z])", " ", name.lstrip("#@"))


def _one_change(key: str) -> list[str]:
    changed = [_undouble(key)]
    for group in ENDINGS:
        changed += [key[: -len(old)] + new for old in group if key.endswith(old) for new in group]
    for group in SOUNDS:
        for old in group:
            changed += [
                key[: m.start()] + new + key[m.end() :]
                for m in re.finditer(re.escape(old), key)
                for new in group
                if new != old
            ]
    return [variant for variant in changed if variant != key]


def _undouble(key: str) -> str:
    return re.sub(r"([a-z])\1", r"\1", key)
