"""Whom somebody blames for an event, and for what."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from dashboard.coding.what.lexicon import Lexicon


def those_blamed(verb: Token, lexicon: Lexicon) -> Iterator[Token]:
    """Yield whom somebody blames: "blamed X for it", "blamed it on X", "attributed it to X"."""
    links = [c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"on", "to"}]
    on = [c for link in links for c in link.children if c.dep_ == "pobj"]
    things = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    people = [t for t in things if not lexicon.is_event_noun(t.lemma_.lower())]
    if not _is_for_event(verb, lexicon):
        return
    for token in on if verb.lemma_ == "attribute" else (on or people):
        yield from (token, *(c for c in token.conjuncts if c.i > token.i))


def _is_for_event(verb: Token, lexicon: Lexicon) -> bool:
    """Whether it is "for the attack", not "for slow aid"; or for nothing that is said."""
    links = (c for c in verb.children if c.lower_ in {"for", "of"} and c.dep_ == "prep")
    deeds = [t for link in links for t in link.children if t.dep_ in {"pobj", "pcomp"}]
    return not deeds or any(
        t.pos_ in {"VERB", "PRON"} or lexicon.is_event_noun(t.lemma_.lower()) for t in deeds
    )


def is_blame_denied(verb: Token) -> bool:
    """Whether nobody is blamed: "did not blame", "declined to blame"."""
    is_negated = any(c.dep_ == "neg" for c in verb.children)
    return is_negated or (verb.dep_ == "xcomp" and verb.head.lemma_ in {"refuse", "decline"})
