"""Ordinary casing for text in capitals, so that names stand out again.

`MOSCOW, 3 JAN -- THE COMMANDER SAID` becomes `Moscow, 3 Jan -- the commander said`. Every
character keeps its place: only the casing changes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from spacy.vocab import Vocab

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SHOUTING_SHARE = 0.75
"""Above this share of capitals among its letters, a line says nothing by its casing."""
MIN_WORDS = 4
"""A shorter line in capitals may be a name (`SOUTH CHARLESTON`) and is left alone."""
MAX_ACRONYM = 2


def truecase(text: str, *, is_name: Callable[[str], bool]) -> str:
    """Return `text` with its lines in capitals rewritten in ordinary casing."""
    if _is_shouting(text):
        return _recase(text, is_name=is_name)
    lines = text.splitlines(keepends=True)
    return "".join(_recase(line, is_name=is_name) if _is_shouting(line) else line for line in lines)


def _is_shouting(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) == 0 or len(WORD.findall(text)) < MIN_WORDS:
        return False
    return sum(letter.isupper() for letter in letters) / len(letters) > SHOUTING_SHARE


def _recase(text: str, *, is_name: Callable[[str], bool]) -> str:
    pieces: list[str] = []
    last = 0
    starts_sentence = True
    for match in WORD.finditer(text):
        between = text[last : match.start()]
        starts_sentence = starts_sentence or any(mark in between for mark in ".?!")
        pieces += [
            between,
            _cased(match.group(), as_name=starts_sentence or is_name(match.group())),
        ]
        last = match.end()
        starts_sentence = False
    return "".join([*pieces, text[last:]])


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

    def _score(self, key: str) -> float:
        if not self._vocab.has_vector(key):
            return 0.9 if key.isalpha() else 0.1
        vector = np.asarray(self._vocab.get_vector(key))
        log_odds = float(vector @ self._weights) + self._bias
        return float(1 / (1 + np.exp(-log_odds)))
