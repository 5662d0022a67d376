"""Ordinary casing for text in capitals, so that names stand out again.

`MOSCOW, 3 JAN -- THE COMMANDER SAID` becomes `Moscow, 3 Jan -- the commander said`. Every
character keeps its place: only the casing changes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from numpy.typing import NDArray
    from spacy.vocab import Vocab

    from dashboard.gazetteer import Entry

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SHOUTING_SHARE = 0.75
"""Above this share of capitals among its letters, a line says nothing by its casing."""
LARGE_PLACE = 100_000
POSSIBLE = 0.2
MIN_WORDS = 4
"""A shorter line in capitals may be a name (`SOUTH CHARLESTON`) and is left alone."""
VOWELS = frozenset("AEIOUYÄÖÜÁÉÍÓÚÂÊÎÔÛÀÈÌÒÙ")


def no_names(_text: str) -> tuple[tuple[int, int], ...]:
    """Return no names: nothing is known beside single words."""
    return ()


def truecase(
    text: str,
    *,
    is_name: Callable[[str], bool],
    known_names: Callable[[str], Iterable[tuple[int, int]]] = no_names,
) -> str:
    """Return `text` with its lines in capitals rewritten in ordinary casing.

    `known_names` gives the runs of a text that are names whatever their words are: "San Miguel".
    """
    if _is_shouting(text):
        return _recase(text, is_name=is_name, known=known_names(text))
    lines = text.splitlines(keepends=True)
    return "".join(
        _recase(line, is_name=is_name, known=known_names(line)) if _is_shouting(line) else line
        for line in lines
    )


def _is_shouting(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) == 0 or len(WORD.findall(text)) < MIN_WORDS:
        return False
    return sum(letter.isupper() for letter in letters) / len(letters) > SHOUTING_SHARE


def _recase(text: str, *, is_name: Callable[[str], bool], known: Iterable[tuple[int, int]]) -> str:
    inside = {at for start, end in known for at in range(start, end)}
    pieces: list[str] = []
    last = 0
    opens = True
    for match in WORD.finditer(text):
        between, word = text[last : match.start()], match.group()
        # The dot of an initial ends no sentence.
        ending = between.removeprefix(".") if _is_initial(text, last - 1, last) else between
        opens = opens or any(mark in ending for mark in ".?!")
        if text[match.start() - 1 : match.start()].isdigit():
            word = word.lower()
        elif not _keeps_capitals(text, match.start(), match.end()):
            word = _cased(word, as_name=opens or match.start() in inside or is_name(word))
        pieces += [between, word]
        last = match.end()
        opens = False
    return "".join([*pieces, text[last:]])


def _keeps_capitals(text: str, start: int, end: int) -> bool:
    """Whether a word is an initial ("U.S.") or an acronym without a vowel ("FMLN")."""
    no_vowel = end - start > 1 and VOWELS.isdisjoint(text[start:end].upper())
    return no_vowel or _is_initial(text, start, end)


def _is_initial(text: str, start: int, end: int) -> bool:
    """Whether one letter and a dot stand alone, as in "U.S."."""
    alone = start <= 0 or not text[start - 1].isalpha()
    return end - start == 1 and alone and start >= 0 and text[end : end + 1] == "."


def _cased(word: str, *, as_name: bool) -> str:
    changed = word[0] + word[1:].lower() if as_name else word.lower()
    # A few letters change length with their case; such a word is left as it is.
    return changed if len(changed) == len(word) else word


class NameSense:
    """How likely a word is written with a capital in running text, from its word vector alone."""

    def __init__(self, vocab: Vocab, *, weights: NDArray[np.float64], bias: float) -> None:
        """Take the fitted weights; they belong to the vectors of this one model."""
        self._vocab = vocab
        self._weights = weights
        self._bias = bias
        self._known: dict[str, float] = {}

    def chance(self, word: str) -> float:
        """Return the chance from 0 to 1; a word without a vector is rare, so likely a name."""
        key = word.lower()
        if key not in self._known:
            self._known[key] = self._score(key)
        return self._known[key]

    def is_name(self, word: str) -> bool:
        """Whether the word is more likely a name than not."""
        return self.chance(word) > 0.5  # even chance

    def is_strange(self, word: str) -> bool:
        """Whether the model has no vector of the word: it is in none of the texts it was fed."""
        return not self._vocab.has_vector(word) and not self._vocab.has_vector(word.lower())

    def _score(self, key: str) -> float:
        if not self._vocab.has_vector(key):
            return 0.9 if key.isalpha() else 0.1
        vector = np.asarray(self._vocab.get_vector(key))
        log_odds = float(vector @ self._weights) + self._bias
        return float(1 / (1 + np.exp(-log_odds)))


def is_capitalised(name: str, entries: Sequence[Entry], sense: NameSense) -> bool:
    """Whether words that name a place are capitalised: "San Miguel" and "Lima", not "of" (a town).

    A name of one word must be at least possible as a name and that of a large or wide place.
    """
    words = WORD.findall(name)
    if len(words) > 1:
        return sense.chance(words[-1]) > POSSIBLE or sense.chance(words[0]) > POSSIBLE
    largest = max((entry.population or 0 for entry in entries), default=0)
    return largest >= LARGE_PLACE and sense.chance(name) > POSSIBLE
