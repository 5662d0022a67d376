"""Where a document writes of sport, markets or a story: words of war are figures there."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Doc

    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.lexicon import Lexicon

FIELDS = (("sport", "sport prose"), ("trade", "trade prose"))
"""Words that tell in one sentence, and those that tell only where others stand around them."""
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SURROUNDINGS = 3
"""Sentences before and after that say what is being written about."""
ENOUGH_AROUND = 4
"""Different words of one field; fewer stand in any news report."""
VICTIMS = frozenset({"dobj", "nsubjpass"})


def find_play(sentences: Sequence[Sentence], lexicon: Lexicon) -> frozenset[int]:
    """Return the numbers of the sentences that stand in prose of sport or of markets."""
    words = [_words_of(s.text) for s in sentences]
    known = frozenset[str]().union(*words)
    fields = [lexicon.phrases[one] | lexicon.phrases[more] for one, more in FIELDS]
    fields = [field for field in fields if len(known & field) >= ENOUGH_AROUND]
    if not fields:
        return frozenset()
    earnest = lexicon.phrases["earnest"]
    found = []
    for at, sentence in enumerate(sentences):
        around = frozenset[str]().union(*words[max(0, at - SURROUNDINGS) : at + SURROUNDINGS + 1])
        cues = max(len(around & field) for field in fields)
        if cues >= ENOUGH_AROUND and cues > 2 * len(around & earnest):
            found.append(sentence.number)
    return frozenset(found)


def find_plots(sentences: Sequence[Sentence], lexicon: Lexicon) -> frozenset[int]:
    """Return the numbers of the sentences that tell what happens in a film or a novel."""
    words = [_words_of(s.text) for s in sentences]
    works, parts = lexicon.phrases["fiction"], lexicon.phrases["plot part"]
    return frozenset(
        sentence.number
        for at, sentence in enumerate(sentences)
        if words[at] & parts and any(w & works for w in words[max(0, at - SURROUNDINGS) : at + 1])
    )


def is_earnest(doc: Doc, lexicon: Lexicon) -> bool:
    """Whether a sentence names those who bear arms, their weapons, or people who came to harm."""
    words = {t.lower_ for t in doc}
    words |= {t.lemma_.lower() for t in doc if t.pos_ in {"NOUN", "PROPN"}}
    if lexicon.phrases["earnest"] & words:
        return True
    harm = lexicon.phrases["fatal"] | lexicon.phrases["harm"]
    hurt = (c for t in doc if t.lemma_.lower() in harm for c in t.children if c.dep_ in VICTIMS)
    # "His men were massacred": the losers of a match.
    hurt = (v for v in hurt if not any(c.dep_ == "poss" for c in v.children))
    return any(
        lexicon.is_in(v.lemma_.lower(), "civilian") or any(c.dep_ == "nummod" for c in v.children)
        for v in hurt
    )


def _words_of(text: str) -> frozenset[str]:
    """Return the words of a sentence, without a plural's ending, and its pairs: "last-scene"."""
    words = WORD.findall(text.lower())
    return frozenset((*_singular(words), *(f"{a}-{b}" for a, b in pairwise(words))))


def _singular(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        yield word
        yield word.removesuffix("s")
