"""Numbers that nobody stands by: denied, put right, or only the first of several."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dashboard.coding.what.lexicon import Lexicon

COUNTING_ALOUD = frozenset({"say", "speak", "put", "report", "give", "estimate", "tell", "count"})
OVERSTATING = frozenset({"exaggerate", "overstate", "inflate", "disprove"})
EARLIER = frozenset({"earlier", "previous", "original", "first"})


def is_taken_back(token: Token, lexicon: Lexicon) -> bool:
    """Whether a number stands in what is denied or put right: "denied losing four men"."""
    steps = (token, *token.ancestors)
    if any(w.lower_ == "contrary" for w in steps):
        return True  # "contrary to first reports of two dead"
    if token.i and _is_only_reported(token.nbor(-1)):
        return True
    ends = (w for step in steps for w in (step, *step.children))
    if any(w.lemma_ in OVERSTATING for w in ends):
        return True  # "reports of 30 dead appear to have been exaggerated"
    if any(_is_withdrawn(c) or _is_superseded(c) for w in steps for c in w.children):
        return True
    return any(
        child.dep_ in {"xcomp", "ccomp", "pcomp"}
        and above.lemma_.lower() in lexicon.phrases["deny"]
        for child, above in pairwise(steps)
    )


def _is_withdrawn(speaker: Token) -> bool:
    """Whether it is "an earlier version of this article said": what is told is put right."""
    is_version = speaker.dep_ == "nsubj" and speaker.lemma_ == "version"
    return is_version and any(c.lower_ in EARLIER for c in speaker.children)


def _is_only_reported(verb: Token) -> bool:
    """Whether it is "two constables who had been reported killed appeared on television"."""
    is_aside = verb.dep_ == "relcl" and verb.lemma_ in {"report", "believe", "presume", "think"}
    return is_aside and any(c.lower_ == "had" for c in verb.children)


def _is_superseded(adverb: Token) -> bool:
    """Whether it is "first spoke of 100 dead": another number follows."""
    is_first = adverb.dep_ == "advmod" and adverb.lower_ in {"first", "initially", "originally"}
    return is_first and adverb.head.lemma_ in COUNTING_ALOUD
