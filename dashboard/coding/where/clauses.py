"""What kind of clause a verb heads: "where ...", "which was looted", "who had fled Bara"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dashboard.coding.what.triggers import Trigger

FLEEING = frozenset({"flee", "leave", "escape", "quit"})
SPOTS = frozenset({"spot", "place", "site", "scene", "point"})
GIVEN_UP = frozenset({"surrender", "territory taken"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
DEPARTING = frozenset({"leave", "depart", "head", "flee", "sail", "make"})


def is_perfect(verb: Token) -> bool:
    """Whether it is "had held", "has been under siege": what was so before."""
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(c.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"} for c in verb.children)


def ends_at_semicolon(clause: Token) -> bool:
    """Whether what follows a clause is another sentence: "The revolt goes on; it began in 1948"."""
    end = clause.right_edge.i + 1
    is_clause = clause.dep_ == "ccomp" and clause.i < clause.head.i
    return is_clause and end < len(clause.doc) and clause.doc[end].text == ";"


def is_where(clause: Token) -> bool:
    """Whether a clause tells what was "where" the word above it says."""
    return any(c.lower_ == "where" for c in clause.children)


def is_in_which(clause: Token) -> bool:
    """Whether it tells what was done in the event above it: "the riot, in which guards fought"."""
    leads = (c for c in clause.children if c.lower_ in {"in", "during"})
    return any(w.lower_ == "which" for lead in leads for w in lead.children)


def is_of_who(clause: Token) -> bool:
    """Whether it says more of a person: "the mayor, who was elected in 2021, was shot"."""
    words = (c for c in clause.children if c.lower_ == "who")
    return any(c.doc[max(c.i - 1, 0)].text == "," for c in words)


def is_undergone(clause: Token) -> bool:
    """Whether a clause says what befell the word above it: "Bara, which was looted"."""
    return any(c.dep_ == "nsubjpass" and c.lower_ in {"which", "that"} for c in clause.children)


def is_left_behind(head: Token, child: Token, word: Token) -> bool:
    """Whether it is what people of a clause fled or left for: "families who fled Bara"."""
    is_goal = head.head.lower_ == "for" and head.head.head.lemma_.lower() in DEPARTING
    is_fled = head.dep_ == "dobj" and head.head.lemma_.lower() in FLEEING
    return is_goal or (is_fled and child.dep_ == "relcl" and word.pos_ in NOUNS)


def is_told_of(place: Token, trigger: Trigger) -> bool:
    """Whether it is "Bara, where jets dropped bombs", "Bara surrendered"."""
    token = trigger.token
    is_given_up = trigger.rule.family in GIVEN_UP and place.dep_ == "nsubj"
    if is_given_up and place.head.i == token.i:
        return True
    above = (w for w in (token, *token.ancestors) if w.dep_ == "relcl")
    clauses = (w for w in above if is_where(w) or is_undergone(w))
    return any(clause.head.i == place.i for clause in clauses)


def is_spot(word: Token) -> bool:
    """Whether only the words around it say where it is: "the spot where", "on Friday, where"."""
    return word.lemma_.lower() in SPOTS or word.ent_type_ == "DATE"
