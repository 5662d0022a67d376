"""Those whom an event befell, where its noun stands apart from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.what.slips import particles_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

HARMING = frozenset({"kill", "wound", "injure", "hurt", "shoot", "murder", "slay", "maim"})
LOSSES = frozenset({"casualty", "injury", "loss", "death", "martyr", "victim", "fatality"})
DYING = frozenset({"die", "perish", "fall"})
COSTING = frozenset({"cost", "claim", "take"})
# The subject of these verbs is the one to whom it is done: "the garrison repelled an attack".
UNDERGOING = frozenset(
    {"come", "suffer", "survive", "face", "withstand", "repel", "repulse", "sustain", "escape"}
)
OBJECTS = frozenset({"dobj", "obj", "nsubjpass", "dative"})


def undergoers(noun: Token, verb: Token) -> list[Token]:
    """Return those to whom it was done, by the verb that a noun hangs on.

    "Came under attack", "killed nine people in an ambush", "the attack killed nine".
    """
    lemma = verb.lemma_.lower()
    is_repelled = bool(particles_of(verb) & {"back", "off"})
    if lemma in UNDERGOING or (is_repelled and noun.dep_ == "dobj"):
        return _children(verb, {"nsubj"})
    if lemma in HARMING and noun.dep_ == "nsubj" and noun.head.i == verb.i:
        return _children(verb, OBJECTS)
    if lemma in COSTING and noun.dep_ == "nsubj":
        # "the raid cost the lives of 44 commandos", "cost 44 commandos their lives"
        return [t for c in _children(verb, OBJECTS) for t in _whose_lives(c)]
    is_in = noun.dep_ == "pobj" and noun.head.lower_ in {"in", "during", "by"}
    if not is_in or verb.i not in {noun.head.head.i, noun.head.head.head.i}:
        return []
    if lemma in DYING:
        return _children(verb, {"nsubj"})
    return _children(verb, OBJECTS) if lemma in HARMING else []


def _whose_lives(token: Token) -> list[Token]:
    if token.lemma_.lower() != "life":
        return [token]
    owners = [t for c in token.children if c.lower_ == "of" for t in c.children]
    return [t for t in owners if t.dep_ == "pobj"]


def fallen_in(noun: Token) -> Iterator[Token]:
    """Yield who fell, as a relative clause tells: "the raid in which nine soldiers died"."""
    for clause in (c for c in noun.children if c.dep_ == "relcl"):
        if clause.lemma_.lower() in DYING:
            yield from _children(clause, {"nsubj"})
        elif clause.lemma_.lower() in HARMING:
            yield from _children(clause, OBJECTS)


def _children(token: Token, relations: frozenset[str] | set[str]) -> list[Token]:
    relative = {"who", "which", "that", "whom"}
    return [c for c in token.children if c.dep_ in relations and c.lower_ not in relative]
