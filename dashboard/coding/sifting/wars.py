"""Wars that a sentence only names: as the time, the subject or the background of something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.coding.what.undergoers import HARMING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dashboard.coding.what.triggers import Trigger

LASTING = frozenset({"last", "cost", "claim", "leave"})
CLOSING = frozenset({"end", "stop", "halt", "close", "conclude", "terminate"})
OPENING = frozenset({"open", "begin", "start", "launch"})
GOING_ON = frozenset({"enter", "drag", "grind", "near", "approach", "overshadow", "complicate"})
# "The war in Arland has been over since they came": it only says that there was one.
OVER = re.compile(r"[^.,;]{3,60} (?:is|was|has been|had been) (?:all but |long |now )?over\b")
TAKING = frozenset({"capture", "seize", "overrun", "take"})
BREAKING_OUT = frozenset({"break", "erupt", "come"})


def is_backdrop(trigger: Trigger) -> bool:
    """Whether a war is only the time or the subject of something else: "while the war goes on"."""
    token = trigger.token
    if trigger.rule.family != "war" or trigger.frame.is_verb:
        return False
    if token.dep_ == "pobj":
        return token.head.head.lemma_ not in HARMING | {"die", "perish"}
    above = token.head
    is_aside = above.dep_ == "advcl" and token.dep_ == "nsubj"
    return is_aside and any(c.dep_ == "mark" for c in above.children)


def is_group(trigger: Trigger) -> bool:
    """Whether an uprising is those who rose: "the Front, a rebellion that captured Bara"."""
    token = trigger.token
    is_uprising = token.lemma_.lower() in {"rebellion", "insurgency", "insurrection"}
    is_taking = token.dep_ == "nsubj" and token.head.lemma_ in TAKING
    return is_uprising and (is_taking or (token.dep_ == "appos" and token.head.pos_ == "PROPN"))


def is_named_war(trigger: Trigger) -> bool:
    """Whether a war that all know is said to have begun, or to do something, without victims."""
    token = trigger.token
    if trigger.rule.family != "war" or trigger.frame.is_verb:
        return False
    is_known = any(c.lower_ in {"the", "this", "that"} for c in token.children)
    if token.dep_ == "pobj" and token.head.lower_ in {"before", "since", "until"}:
        return is_known and len(list(token.children)) == 1  # "studied law before the war"
    if OVER.match(token.doc.text, token.idx) or token.dep_ == "dobj":
        return OVER.match(token.doc.text, token.idx) is not None or _is_opened_or_closed(token)
    if token.dep_ != "nsubj" or token.head.lemma_ in GOING_ON:
        # "the country's war enters its third year", "what followed was a different war"
        is_bare = token.dep_ == "attr" and all(c.dep_ != "prep" for c in token.children)
        return token.dep_ == "nsubj" or is_bare
    if token.head.lemma_ in BREAKING_OUT and _is_put_somewhere(token.head):
        return False  # "the war broke out in Bara in April"
    verbs = [token.head, *(w for w in token.head.conjuncts if w.pos_ == "VERB")]
    return is_known and not any(w.lemma_ in HARMING | LASTING for w in verbs)


def _is_opened_or_closed(war: Token) -> bool:
    """Whether it is "the treaty that ended the war", "opened their war with raids on posts"."""
    verb = war.head
    if verb.lemma_ in OPENING:
        return any(c.lower_ == "with" for c in verb.children)
    doers = (c for c in verb.children if c.dep_ == "nsubj")
    pacts = {"agreement", "treaty", "accord", "pact", "deal"}
    return verb.lemma_ in CLOSING and any(c.lemma_.lower() in pacts for c in doers)


def _is_put_somewhere(verb: Token) -> bool:
    """Whether a main clause says where it was."""
    places = (c for p in verb.children if p.dep_ == "prep" for c in p.children)
    is_main = verb.dep_ in {"ROOT", "conj", "ccomp"}
    return is_main and any(
        c.dep_ == "pobj" and c.ent_type_ in {"GPE", "LOC", "FAC"} for c in places
    )
