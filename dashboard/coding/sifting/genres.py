"""Where a document writes of sport, of markets, of a work of art or a rule: no deeds are told."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.coding.certainty.conditions import is_bidden

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Token

    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.lexicon import Lexicon

FIELDS = (
    ("sport", "sport prose"),
    ("trade", "trade prose"),
    ("kitchen prose",),
    ("medical prose",),
    ("computer prose",),
    ("game prose",),
    ("garden prose",),
    ("weather prose",),
)
"""Words that tell in one sentence, and those that tell only where others stand around them."""
TIMELESS = ("work prose", "museum prose", "law prose", "drill prose")
"""Prose whose present tense tells what happens in a work, a room, a rule or a drill, on no day."""
SCRIPTURE = "scripture prose"
# "The drill began when "terrorists" seized": what follows in its paragraph is played, too.
REHEARSAL = re.compile(
    r"\b(?:drill|exercise|rehearsal|simulation|re-?enactment|war ?game)\b[^.;]{0,60}?"
    r"\b(?:began|begins|started|starts|opened|opens|assumed|assumes|imagined|imagines|saw|sees)\b"
    r"(?=.*[“\"‘'](?:\w+ )?(?:terrorist|gunman|attacker|hostage|rebel|enemy|enemies|insurgent"
    r"|gunmen|casualt|victim|rioter|hijacker|passenger|intruder))",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SURROUNDINGS = 3
"""Sentences before and after that say what is being written about."""
ENOUGH_AROUND = 4
"""Different words of one field; fewer stand in any news report."""
STANDING = frozenset({"is", "are", "will", "would", "may", "can", "must", "shall", "might", "do"})
VICTIMS = frozenset({"dobj", "nsubjpass"})


def find_play(sentences: Sequence[Sentence], lexicon: Lexicon) -> frozenset[int]:
    """Return the numbers of the sentences that stand in prose of sport, markets, kitchens ..."""
    fields = [frozenset[str]().union(*(lexicon.phrases[u] for u in uses)) for uses in FIELDS]
    earnest = lexicon.phrases["earnest"]
    return frozenset(
        sentence.number
        for sentence, around, cues in _surroundings(sentences, fields)
        if cues > 2 * len(around & earnest)
    )


def find_timeless(sentences: Sequence[Sentence], lexicon: Lexicon) -> frozenset[int]:
    """Return the numbers of the sentences around which a work, a law or a drill is told of."""
    fields = [lexicon.phrases[use] for use in TIMELESS]
    return frozenset(s.number for s, _, _ in _surroundings(sentences, fields))


def find_plots(sentences: Sequence[Sentence], lexicon: Lexicon) -> frozenset[int]:
    """Return the numbers of the sentences that tell what happens in a story or in scripture."""
    words = [_words_of(s.text) for s in sentences]
    works, parts = lexicon.phrases["fiction"], lexicon.phrases["plot part"]
    verses = _surroundings(sentences, [lexicon.phrases[SCRIPTURE]])
    plots = (
        sentence.number
        for at, sentence in enumerate(sentences)
        if words[at] & parts and any(w & works for w in words[max(0, at - SURROUNDINGS) : at + 1])
    )
    rehearsed = {s.paragraph: s.number for s in reversed(sentences) if REHEARSAL.search(s.text)}
    played = (s for s in sentences if s.paragraph in rehearsed)
    drills = (s.number for s in played if s.number >= rehearsed[s.paragraph])
    return frozenset((*plots, *drills, *(s.number for s, _, _ in verses)))


def _surroundings(
    sentences: Sequence[Sentence], fields: Sequence[frozenset[str]]
) -> Iterator[tuple[Sentence, frozenset[str], int]]:
    """Yield the sentences of a field with the words around them, and how many are its own."""
    words = [_words_of(s.text) for s in sentences]
    known = frozenset[str]().union(*words)
    told = [field for field in fields if len(known & field) >= ENOUGH_AROUND]
    last = len(words) - 2 * SURROUNDINGS - 1
    for at, sentence in enumerate(sentences if told else ()):
        first = max(0, min(at - SURROUNDINGS, last))  # as many for the first and the last
        around = frozenset[str]().union(*words[first : first + 2 * SURROUNDINGS + 1])
        cues = max(len(around & field) for field in told)
        if cues >= ENOUGH_AROUND:
            yield sentence, around, cues


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


def is_of_no_day(event: Token) -> bool:
    """Whether it is told in a present or future that in such prose is that of no day.

    "He kills the guard and escapes"; but "has killed" was done.
    """
    for word in (event, *event.ancestors):
        if word.pos_ not in {"VERB", "AUX"}:
            continue
        helpers = {c.lower_ for c in word.children if c.dep_ in {"aux", "auxpass"}}
        if helpers & {"has", "have", "had", "was", "were", "did"} or word.tag_ == "VBD":
            return False
        if helpers & STANDING or word.tag_ in {"VBZ", "VBP"} or is_bidden(word):
            return True
    return False


def _words_of(text: str) -> frozenset[str]:
    """Return the words of a sentence, without a plural's ending, and its pairs: "last-scene"."""
    words = WORD.findall(text.lower())
    return frozenset((*_singular(words), *(f"{a}-{b}" for a, b in pairwise(words))))


def _singular(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        yield word
        yield word.removesuffix("s")
