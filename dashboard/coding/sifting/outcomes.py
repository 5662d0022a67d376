"""Which killing of a sentence is the outcome of another event that it tells."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from dashboard.coding.what.families import FATAL
from dashboard.coding.what.undergoers import HARMING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from dashboard.coding.what.triggers import Trigger

GAPS = frozenset({"day", "week", "month", "year"})
REACTING = frozenset({"condemn", "denounce", "deplore", "criticise", "criticize", "oppose"})
FATAL_VERBS = frozenset({"kill", "die", "perish", "martyr", "execute", "murder"})


def is_death_of(trigger: Trigger, causes: Sequence[Trigger], untold: frozenset[int]) -> bool:
    """Whether a killing is the outcome of an event of the same clause."""
    if trigger.rule.family not in FATAL or _is_told_as_before(trigger.token):
        return False
    if trigger.token.dep_ == "dobj" and trigger.token.head.lemma_ in {"follow", "precede"}:
        return False  # "The fighting followed the killing of a leader in Bara"
    causes = [c for c in causes if not _is_counted_from(c.token, trigger.token)]
    told = [c for c in causes if c.token.i not in untold and not _tells_a_part(c, trigger)]
    told = [c for c in told if not _is_beside(c, trigger) and not _is_condemned(c)]
    if len(causes) == 1 and any(_is_outcome(trigger, cause) for cause in told):
        return True
    return any(are_linked(trigger.token, cause.token) for cause in told)


def _is_condemned(cause: Trigger) -> bool:
    """Whether nobody dies of it: "who had condemned the raid, was killed in a cellar"."""
    return cause.token.dep_ == "dobj" and cause.token.head.lemma_ in REACTING


def _is_beside(cause: Trigger, trigger: Trigger) -> bool:
    """Whether a killing and another event are told side by side.

    "The killing of five in Bara and a raid on Kolun", "men killed eight; raids went on".
    """
    one, other = sorted((cause.token, trigger.token), key=lambda t: t.i)
    if not trigger.frame.is_verb and not cause.frame.is_verb:
        between = {w.lower_ for w in one.doc[one.i : other.i]}
        # "six attacks, including the killing of five": one of them
        is_listed = bool(between & {"including", "such"}) and cause.token is one
        return is_listed or other in one.conjuncts
    is_deed = trigger.frame.is_verb and bool(trigger.frame.subjects)
    return is_deed and any(w.text == ";" for w in one.doc[one.i : other.i])


def _is_counted_from(cause: Token, death: Token) -> bool:
    """Whether it was long before: "killed 15, a week after a raid on Bara had left 11 dead"."""
    above = list(takewhile(lambda w: w.i != death.i, (cause, *cause.ancestors)))
    marks = [c for w in above for c in w.children if c.dep_ == "mark"]
    links = [w for w in above if w.dep_ == "prep"]
    return any(
        w.lower_ == "after" and w.i > 0 and w.nbor(-1).lemma_.lower() in GAPS
        for w in (*marks, *links)
    )


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
