"""Which killing of a sentence is the outcome of another event that it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.what.families import FATAL
from dashboard.coding.what.undergoers import HARMING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from dashboard.coding.what.triggers import Trigger

FATAL_VERBS = frozenset({"kill", "die", "perish", "martyr", "execute", "murder"})


def is_death_of(trigger: Trigger, causes: Sequence[Trigger], untold: frozenset[int]) -> bool:
    """Whether a killing is the outcome of an event of the same clause."""
    if trigger.rule.family not in FATAL or _is_told_as_before(trigger.token):
        return False
    told = [c for c in causes if c.token.i not in untold and not _tells_a_part(c, trigger)]
    if len(causes) == 1 and any(_is_outcome(trigger, cause) for cause in told):
        return True
    return any(are_linked(trigger.token, cause.token) for cause in told)


def _is_told_as_before(token: Token) -> bool:
    """Whether it only dates what follows: "two days after they killed eight, rebels attacked"."""
    is_clause = token.dep_ == "advcl" and any(c.dep_ == "nsubj" for c in token.children)
    return is_clause and any(c.lower_ == "after" and c.dep_ == "mark" for c in token.children)


def _tells_a_part(cause: Trigger, trigger: Trigger) -> bool:
    """Whether "60 were killed, including 9 guards, and 5 died in shelling" tells of 60 in all."""
    last = next((w for w in cause.token.ancestors if w.lemma_.lower() in FATAL_VERBS), None)
    if last is None or last.i <= trigger.token.i:
        return False
    return any(w.lower_ == "including" for w in trigger.token.doc[trigger.token.i : last.i])


def _is_outcome(trigger: Trigger, cause: Trigger) -> bool:
    """Whether people "were killed and houses burned in clashes", all by the one cause told."""
    is_passive = trigger.frame.is_verb and not trigger.frame.subjects
    token = cause.token
    is_behind = token.dep_ == "pobj" and token.head.lower_ in {"in", "during", "by"}
    is_when = token.dep_ == "advcl" and any(c.lower_ == "when" for c in token.children)
    if cause.frame.is_verb and trigger.token.head.i == token.i and trigger.token.dep_ == "conj":
        # "rebels attacked the post, and two guards were killed"
        own = (c for c in trigger.token.children if c.dep_ in {"prep", "npadvmod"})
        return is_passive and not any(c.lower_ in {"in", "at", "near", "on"} for c in own)
    return is_passive and (is_behind or is_when) and trigger.token.i < token.i


def are_linked(token: Token, other: Token) -> bool:
    """Whether two words stand in one clause, or in clauses that share their subject."""
    above = {w.i for w in (token, *token.ancestors)}
    meeting = next((w.i for w in (other, *other.ancestors) if w.i in above), None)
    return meeting is not None and _is_open(token, meeting) and _is_open(other, meeting)


def _is_open(token: Token, top: int) -> bool:
    """Whether no clause with a subject of its own lies between a word and one above it."""
    for word in (token, *token.ancestors):
        if word.i == top:
            return True
        own = any(c.dep_ in {"nsubj", "nsubjpass"} for c in word.children)
        if {word.lemma_, word.head.lemma_} <= HARMING and word.lemma_ != word.head.lemma_:
            # "one was killed and three were hurt in a blast": one outcome in two clauses
            own = False
        if word.dep_ in {"conj", "parataxis"} and word.pos_ in {"VERB", "AUX"} and own:
            return False
    return False
