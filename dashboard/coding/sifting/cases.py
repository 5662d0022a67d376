"""Cases of no one day: what a law punishes, a manual foresees, a court has to judge, or a habit."""

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
MOVING = frozenset(
    {"rise", "fall", "drop", "increase", "decline", "climb", "double", "halve", "triple", "jump"}
    | {"decrease", "dip", "soar", "account", "surge", "grow", "shrink", "average", "total"}
)
TALLYING = frozenset({"count", "record", "register", "log", "document", "tally", "list"})
EVERYWHERE = frozenset({"worldwide", "globally", "nationwide", "countrywide", "annually"})
SHARES = frozenset({"percent", "%", "cent", "fifth", "quarter", "third", "half", "per"})
DEFINING = frozenset(
    {"cover", "define", "prohibit", "punish", "outlaw", "criminalise", "criminalize", "forbid"}
    | {"penalise", "penalize", "include", "comprise", "range"}
)
HABITUALLY = frozenset(
    {"often", "usually", "regularly", "routinely", "frequently", "typically", "commonly"}
    | {
        "sometimes",
        "occasionally",
        "periodically",
        "generally",
        "traditionally",
        "seldom",
        "rarely",
    }
)
INQUIRIES = frozenset({"inquiry", "investigation", "probe"})
NEVER_DONE = frozenset({"agreement", "talks", "protest", "stoppage"})
"""Families whose words often name what is planned rather than done."""


def is_only_a_case(trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether an event is told as a kind of thing that may happen, and by nobody as done."""
    token = trigger.token
    if trigger.rule.family in NEVER_DONE:
        return False
    if _is_matter_of(token, lexicon.phrases["rulebook"] | INQUIRIES):
        return True
    tests = (_is_foreseen, _is_of_whoever, _is_asked_about)
    if any(test(word) for word in (token, *token.ancestors) for test in tests):
        return True
    if _is_of_statistics(trigger) or _is_defined(trigger) or _is_tally(trigger):
        return True
    if any(_is_under_rule(word, lexicon) for word in (token, *token.ancestors)) or _is_habit(token):
        return True
    return any(_is_ruled_by(word, lexicon) for word in path_up(token, lexicon))


def _is_habit(token: Token) -> bool:
    """Whether it is "gunmen often stop buses in Bara", in the present: so it goes, on no day."""
    verb = next((w for w in (token, *token.ancestors) if w.tag_ in {"VBZ", "VBP", "VBD"}), token)
    adverbs = {c.lower_ for c in verb.children if c.dep_ == "advmod"}
    return verb.tag_ in {"VBZ", "VBP"} and not HABITUALLY.isdisjoint(adverbs)


def _is_foreseen(word: Token) -> bool:
    """Whether it is "in case of an ambush", "in the event of a coup"."""
    above = word.head.head
    is_case = word.dep_ in {"pobj", "conj", "appos"} and word.head.lower_ == "of"
    return is_case and above.lower_ in {"case", "event"} and above.head.lower_ == "in"


def _is_matter_of(noun: Token, works: frozenset[str]) -> bool:
    """Whether it is "the law on robbery", "an inquiry into killings": a bare name of a crime."""
    is_bare = not any(c.dep_ in {"det", "nummod", "poss", "relcl", "acl"} for c in noun.children)
    is_placed = any(c.lower_ in {"in", "at", "near", "on"} for c in noun.children)
    is_theme = noun.dep_ == "pobj" and noun.head.lower_ in {"on", "against", "into", "of", "about"}
    return is_theme and is_bare and not is_placed and noun.head.head.lemma_.lower() in works


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


def _is_under_rule(verb: Token, lexicon: Lexicon) -> bool:
    """Whether it is "under the new statute, kidnappers may hope": it says what can be."""
    links = (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "under")
    below = (n for link in links for n in link.children if n.dep_ == "pobj")
    is_ruled = any(n.lemma_.lower() in lexicon.phrases["rulebook"] for n in below)
    return is_ruled and any(c.tag_ == "MD" for c in verb.children)


def _is_of_statistics(trigger: Trigger) -> bool:
    """Whether it is "murders are up 40 percent", "attacks rose by a third": counts of many."""
    verb = trigger.frame.governor
    if verb is None or trigger.token.tag_ != "NNS" or trigger.token.dep_ != "nsubj":
        return False
    is_level = verb.lemma_ == "be" and any(c.lower_ in {"up", "down"} for c in verb.children)
    is_share = any(w.lower_ in SHARES for w in verb.doc)
    return is_share and (is_level or verb.lemma_.lower() in MOVING)


def _is_defined(trigger: Trigger) -> bool:
    """Whether it is "the mandate covers killings and torture": bare names of crimes."""
    verb, token = trigger.frame.governor, trigger.token
    if verb is None or trigger.frame.is_verb or verb.lemma_ not in DEFINING:
        return False
    is_now = verb.tag_ in {"VBZ", "VBP", "VB"}
    is_bare = not any(c.dep_ in {"det", "nummod", "poss"} for c in token.children)
    return is_now and is_bare and token.tag_ in {"NNS", "NN"}


def _is_tally(trigger: Trigger) -> bool:
    """Whether it is "counted 640 attacks worldwide last year"."""
    verb, token = trigger.frame.governor, trigger.token
    if verb is None or token.tag_ != "NNS" or verb.lemma_ not in TALLYING:
        return False
    is_counted = any(c.dep_ == "nummod" for c in token.children)
    return is_counted and any(w.lower_ in EVERYWHERE for w in verb.doc)
