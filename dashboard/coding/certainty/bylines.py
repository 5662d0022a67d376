"""The source that a headline names behind its colon or dash: "Bandits kill five: police"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dashboard.coding.what.lexicon import Lexicon

MARKS = frozenset({":", "-", "–", "—"})
SPEAKERS = frozenset(
    {"army", "military", "medic", "activist", "media", "lawmaker", "local", "rebel", "eyewitness"}
    | {"ngo", "paper", "envoy", "survivor", "rescuer", "reuters", "network", "channel", "chief"}
)
LONGEST = 4
SHORTEST_HEAD = 3
BYLINE = "meta"
"""How the parse is told of it: it belongs to no clause."""


def mend_byline(doc: Doc, lexicon: Lexicon) -> None:
    """Take the source behind a headline out of its clause; the parse makes it a victim."""
    mark = next((t for t in doc[SHORTEST_HEAD:][-LONGEST - 1 : -1] if t.text in MARKS), None)
    if mark is None or not _stands_free(mark):
        return
    words, root = doc[mark.i + 1 :], next(t for t in doc if t.dep_ == "ROOT")
    if root.i > mark.i or not _is_source(words[-1], lexicon):
        return
    if any(w.pos_ in {"VERB", "AUX", "NUM"} or w.is_punct for w in words):
        return
    for word in words:
        if word.head.i <= mark.i:
            word.head, word.dep_ = (words[-1], "compound") if word != words[-1] else (root, BYLINE)
    words[-1].head, words[-1].dep_ = root, BYLINE


def byline_of(doc: Doc) -> Token | None:
    """Return the source behind a headline, once the parse is mended."""
    return doc[-1] if doc[-1].dep_ == BYLINE else None


def _stands_free(mark: Token) -> bool:
    """Whether a mark parts two phrases; the dash of "anti-army" does not."""
    return mark.text == ":" or (bool(mark.nbor(-1).whitespace_) and mark.nbor().i < len(mark.doc))


def _is_source(word: Token, lexicon: Lexicon) -> bool:
    lemma, phrases = word.lemma_.lower(), lexicon.phrases
    speakers = SPEAKERS | phrases["neutral speaker"] | phrases["anonymous speaker"]
    is_name = word.pos_ == "PROPN" and word.ent_type_ in {"ORG", "PERSON"}
    return lemma in speakers or word.lower_ in speakers or is_name
