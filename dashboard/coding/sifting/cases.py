"""Cases only thought of: what a law punishes, a manual foresees or a court has to judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.certainty.clauses import path_up

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dashboard.coding.what.lexicon import Lexicon
    from dashboard.coding.what.triggers import Trigger

WHOEVER = frozenset(
    {"anyone", "anybody", "whoever", "whomever", "everyone", "everybody", "someone"}
)
PRESENT = frozenset({"VBZ", "VBP", "VB"})
JUDGING = frozenset(
    {"decide", "rule", "determine", "consider", "weigh", "examine", "judge", "hear", "establish"}
    | {"ask", "wonder", "debate", "discuss", "question", "know", "investigate", "clarify"}
)
NEVER_DONE = frozenset({"agreement", "talks", "protest", "stoppage"})
"""Families whose words often name what is planned rather than done."""


def is_only_a_case(trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether an event is told as a kind of thing that may happen, and by nobody as done."""
    token = trigger.token
    if trigger.rule.family in NEVER_DONE:
        return False
    tests = (_is_foreseen, _is_of_whoever, _is_asked_about)
    if any(test(word) for word in (token, *token.ancestors) for test in tests):
        return True
    return any(_is_ruled_by(word, lexicon) for word in path_up(token, lexicon))


def _is_foreseen(word: Token) -> bool:
    """Whether it is "in case of an ambush", "in the event of a coup"."""
    above = word.head.head
    is_case = word.dep_ in {"pobj", "conj", "appos"} and word.head.lower_ == "of"
    return is_case and above.lower_ in {"case", "event"} and above.head.lower_ == "in"


def _is_of_whoever(verb: Token) -> bool:
    """Whether it is "anyone who plants a mine faces ten years", true of no day."""
    is_clause = verb.dep_ == "relcl" and verb.tag_ in PRESENT
    is_past = any(c.tag_ in {"VBD", "MD"} for c in verb.children)
    return is_clause and not is_past and verb.head.lower_ in WHOEVER


def _is_ruled_by(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a law or a manual speaks: "the code punishes rape", "the guide tells of mines"."""
    is_now = verb.tag_ in {"VBZ", "VBP"} or any(
        c.lower_ in {"would", "will"} for c in verb.children
    )
    return is_now and any(
        c.dep_ == "nsubj" and c.lemma_.lower() in lexicon.phrases["rulebook"] for c in verb.children
    )


def _is_asked_about(word: Token) -> bool:
    """Whether it is "must decide whether the order to shell the suburb was lawful"."""
    is_open = any(c.dep_ == "mark" and c.lower_ == "whether" for c in word.children)
    return is_open and word.dep_ == "ccomp" and word.head.lemma_ in JUDGING
