"""Which verbs kill, and which injure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dashboard.coding.what.lexicon import Lexicon

LIMBS = frozenset(
    {"leg", "arm", "foot", "hand", "shoulder", "thigh", "knee", "ankle", "hip", "calf", "buttock"}
)
# "gunned down", "mowed down"
DOWNING = frozenset({"gun", "mow", "cut", "chop"})
REMOVING = frozenset({"eliminate", "liquidate"})
WOUNDS = frozenset({"wound", "injury", "burn"})
TO_DEATH = frozenset({"dead", "death", "alive"})


def harm_of(token: Token, lexicon: Lexicon) -> bool | None:
    """Return whether a verb kills (`True`) or injures (`False`); `None` if it does neither."""
    lemma = token.lemma_.lower()
    if lemma in lexicon.phrases["fatal"]:
        return True
    if lemma in {"shoot", "beat", "stab", "hack", "burn", "stone"} and _is_to_death(token):
        return True
    if lemma in DOWNING and any(c.lower_ == "down" for c in token.children):
        return True
    if lemma in REMOVING and _is_of_people(token, lexicon):
        return True
    if lemma == "succumb" and any(w.lemma_ in WOUNDS for w in token.subtree):
        return True
    is_harm = lemma in lexicon.phrases["harm"] or _is_in_a_limb(token)
    return False if is_harm else None


def _is_of_people(verb: Token, lexicon: Lexicon) -> bool:
    """Whether it is "eliminated nine rebels", not nine posts."""
    undergoing = (c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"})
    classes = ("armed", "civilian", "commander")
    return any(lexicon.is_in(w.lemma_.lower(), c) for w in undergoing for c in classes)


def _is_in_a_limb(verb: Token) -> bool:
    """Whether it is "hit a boy in the leg", "was shot in the shoulder"."""
    inside = (c for c in verb.children if c.lower_ == "in" and verb.lemma_ in {"hit", "shoot"})
    return any(w.lemma_ in LIMBS for c in inside for w in c.children)


def _is_to_death(verb: Token) -> bool:
    """Whether it is "shot dead", "burned alive"; not "beat him and burnt another to death"."""
    joined = {w.i for c in verb.conjuncts if c.i > verb.i for w in c.subtree}
    ends = (w for w in verb.subtree if w.lower_ in TO_DEATH and w.i > verb.i)
    return any(w.i not in joined for w in ends)
