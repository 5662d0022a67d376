"""Events of films, games, exercises and false reports: the words are there, the deeds are not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dashboard.coding.lexicon import Lexicon
    from dashboard.coding.triggers import Trigger

SETTINGS = frozenset({"during", "in", "at", "for", "of", "as"})


def is_make_believe(trigger: Trigger, path: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether an event belongs to a story or a drill, or is told only to be called false."""
    frame = trigger.frame
    below = (t for tokens in frame.prepositions.values() for t in tokens)
    arguments = (trigger.token, *frame.subjects, *frame.objects, *below)
    mock = lexicon.phrases["mock"]
    if any(c.lower_ in mock for t in arguments for c in t.children):
        return True
    if any(t.lemma_.lower() in lexicon.phrases["player"] for t in frame.subjects):
        return True
    if any(_is_called_false(w, trigger.token, lexicon) for w in trigger.token.ancestors):
        return True
    return any(
        _has_subject(word, lexicon.phrases["fiction"] | lexicon.phrases["player"])
        or _is_set_in(word, lexicon.phrases["drill"] | lexicon.phrases["fiction"])
        for word in path
    )


def _has_subject(word: Token, lemmas: frozenset[str]) -> bool:
    """Whether a film or a novel does what the verb says: "the film opens with a bombing"."""
    return any(c.dep_ == "nsubj" and c.lemma_.lower() in lemmas for c in word.children)


def _is_set_in(word: Token, lemmas: frozenset[str]) -> bool:
    """Whether it happens "during an exercise", "in a film"."""
    if word.lemma_.lower() in lemmas and word.dep_ == "pobj":
        return word.head.lower_ in SETTINGS
    places = (c for c in word.children if c.dep_ == "prep" and c.lower_ in SETTINGS)
    nouns = (n for p in places for n in p.children if n.dep_ == "pobj")
    return any(n.lemma_.lower() in lemmas for n in nouns)


def _is_called_false(word: Token, event: Token, lexicon: Lexicon) -> bool:
    """Whether it is "denied that", "reports that ... proved false"."""
    if word.i != event.i and word.lemma_.lower() in lexicon.phrases["deny"]:
        clauses = [c for c in word.children if c.dep_ in {"ccomp", "xcomp"}]
        return any(event.i == w.i for c in clauses for w in c.subtree)
    ends = {"acomp", "oprd", "attr", "xcomp"}
    return any(
        c.dep_ in ends and c.lower_ in lexicon.phrases["false"] and c.i != event.i
        for c in word.children
    )
