"""Whether an event is told as part of a story, as what was before it, or as how things stand."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


class Tense(StrEnum):
    """How the words of an event stand in time to the story."""

    PAST = "past"
    """It goes on with the story: "they burned the village"."""
    EARLIER = "earlier"
    """It goes back behind it: "rebels had taken the village"."""
    PRESENT = "present"
    """It says how things stand: "has taken", "is holding"."""
    AHEAD = "ahead"
    """It looks forward, from now or from then: "may take", "would begin"."""
    NONE = "none"


VERBS = frozenset({"VERB", "AUX"})
SHARING = frozenset({"conj", "advcl", "xcomp", "ccomp", "pcomp", "acl"})
MODAL = frozenset({"will", "'ll", "wo", "shall", "would", "'d", "may", "might", "could", "can"})
BY_AUXILIARY = {
    frozenset({"had"}): Tense.EARLIER,
    frozenset({"has", "have", "'ve", "is", "are", "'s", "'re", "am"}): Tense.PRESENT,
    frozenset({"was", "were", "did", "got"}): Tense.PAST,
}
BY_TAG = {"VBD": Tense.PAST, "VBZ": Tense.PRESENT, "VBP": Tense.PRESENT}
CAUSING = frozenset({"let", "make", "help"})
TIME_WORDS = frozenset({"after", "before", "since", "following", "during", "despite"})


def tense_of(token: Token) -> Tense:
    """Return the tense of a verb, or of the verb that a noun belongs to."""
    word = token
    for _ in range(len(token.doc)):
        found = _own_tense(word) if word.pos_ in VERBS else None
        if found is not None:
            return found
        if not _goes_on(word):
            return Tense.NONE
        word = word.head
    return Tense.NONE


def _goes_on(word: Token) -> bool:
    """Whether the time of a word is that of the one above it."""
    if word.head.i == word.i:
        return False
    if word.pos_ in VERBS:
        is_reduced = word.dep_ == "acl" and word.tag_ == "VBN"
        return word.dep_ in SHARING and not is_reduced
    return word.dep_ not in {"relcl", "appos"} and word.lower_ not in TIME_WORDS


def _own_tense(verb: Token) -> Tense | None:
    """Return the tense that a verb and its auxiliaries show, or `None` if they show none."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}}
    if verb.tag_ == "VBP" and verb.dep_ == "ccomp" and verb.head.lemma_ in CAUSING:
        # "They let the inmates walk out."
        return None
    if auxiliaries & MODAL and "have" not in auxiliaries:
        return Tense.AHEAD
    for words, tense in BY_AUXILIARY.items():
        if auxiliaries & words:
            return tense
    # "Four soldiers wounded in Bara": telegraph style, or a past that the model took for one.
    is_bare = verb.tag_ == "VBN" and verb.dep_ == "ROOT" and not auxiliaries
    return Tense.PAST if is_bare else BY_TAG.get(verb.tag_)


def goes_back(token: Token, tense: Tense) -> bool:
    """Whether it stands beside what was before: "After taking the town, they had shot ten"."""
    root = token.sent.root
    return tense is Tense.NONE and any(c.lower_ == "had" for c in root.children)
