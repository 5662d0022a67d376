"""What only stands, is over or is remembered: "who is based in Bara", "since the truce ended"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.what.families import VIOLENT

if TYPE_CHECKING:
    from dashboard.coding.what.triggers import Trigger

STANDING = frozenset({"formation", "deployment", "base"})
TRENDS = frozenset(
    {"rise", "increase", "uptick", "upsurge", "spike", "decline", "drop", "decrease", "reduction"}
    | {"surge", "jump"}
)
RISING = frozenset({"increase", "rise", "decline", "double", "triple", "multiply", "surge"})
OFTEN = frozenset({"common", "frequent", "rare", "routine", "commonplace", "rarer", "rife"})
OVER = frozenset({"end", "begin", "start", "collapse", "expire", "break", "fail"})


def is_lasting(trigger: Trigger) -> bool:
    """Whether the words tell how things stand, or only mark what was long ago."""
    tests = (_stands_so, _is_marked, _is_since_its_end, _is_trend)
    return any(test(trigger) for test in tests)


def _is_trend(trigger: Trigger) -> bool:
    """Whether it only says how often such things happen: "a rise in kidnappings"."""
    token = trigger.token
    if token.tag_ not in {"NNS", "NN"} or trigger.frame.is_verb:
        return False
    link = token.head
    if token.dep_ == "pobj" and link.lower_ in {"in", "of"}:
        return link.head.lemma_.lower() in TRENDS and link.head.pos_ == "NOUN"
    is_counted = any(c.dep_ in {"nummod", "det"} for c in token.children)
    is_subject = token.dep_ == "nsubj" and token.tag_ == "NNS" and not is_counted
    grade = {c.lower_ for c in link.children if c.dep_ in {"acomp", "attr"}}
    return is_subject and (link.lemma_ in RISING or bool(grade & OFTEN))


def _stands_so(trigger: Trigger) -> bool:
    """Whether it is "Arland and Borland, which form an alliance", "soldiers stationed in Bara"."""
    clause = trigger.token
    is_present = clause.tag_ in {"VBP", "VBZ"} or any(
        c.dep_ == "auxpass" and c.lower_ in {"is", "are"} for c in clause.children
    )
    is_so = clause.dep_ == "relcl" and is_present
    is_stationed = clause.dep_ == "acl" and clause.lemma_ in {"station", "base", "headquarter"}
    return (is_so or is_stationed) and trigger.rule.family in STANDING


def _is_marked(trigger: Trigger) -> bool:
    """Whether it is "the third anniversary of the blockade", of which no more is told."""
    token = trigger.token
    is_of = token.dep_ == "pobj" and token.head.lower_ == "of"
    return is_of and token.head.head.lemma_ == "anniversary" and trigger.rule.family not in VIOLENT


def _is_since_its_end(trigger: Trigger) -> bool:
    """Whether it is "since the truce ended in May"."""
    token = trigger.token
    marks = {c.lower_ for c in token.head.children if c.dep_ == "mark"}
    is_over = token.dep_ == "nsubj" and token.head.lemma_.lower() in OVER
    return is_over and "since" in marks and any(c.lower_ == "the" for c in token.children)
