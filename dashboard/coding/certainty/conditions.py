"""What a text only imagines: conditions, forecasts, and what did not come to pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.certainty.plans import is_promised

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dashboard.coding.what.lexicon import Lexicon

MODAL = frozenset({"could", "would", "might", "may", "can", "should", "must", "ca"})
IF_WORDS = frozenset({"if", "whether", "unless", "lest"})
# "Had the garrison not fled", "Should the talks fail", "Were fighting to return".
INVERTED = frozenset({"had", "should", "were"})


def is_hypothetical(path: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether an event, the first word of its path up, is no more than possible."""
    event = path[0]
    possible = lexicon.phrases["possible adjective"]
    if any(c.lemma_.lower() in possible for c in event.children):
        return True
    if event.dep_ == "nsubj" and any(c.lemma_.lower() in possible for c in event.head.children):
        return True
    if _is_forecast(event, lexicon) or _may_yet_come(event, lexicon):
        return True
    return any(_is_condition(w, event) for w in path)


def _is_forecast(event: Token, lexicon: Lexicon) -> bool:
    """Whether it is "further attacks are expected", "analysts expect an attack"."""
    if event.dep_ == "pobj" and event.head.lower_ == "of" and event.head.head.lemma_ == "warn":
        return True
    if event.pos_ != "NOUN" or event.head.lemma_.lower() not in lexicon.phrases["forecast"]:
        return False
    is_ahead = event.head.tag_ in {"VBP", "VBZ", "VBG"} or event.head.lemma_ == "fear"
    return event.dep_ == "nsubjpass" or (event.dep_ == "dobj" and is_ahead)


def _may_yet_come(event: Token, lexicon: Lexicon) -> bool:
    """Whether it is "an offensive, which the army may yet launch"."""
    verbs = [w for w in event.subtree if w.dep_ == "relcl" and is_modal(w)]
    return any(w.lemma_.lower() in lexicon.phrases["carry out"] for w in verbs)


def _is_condition(word: Token, event: Token) -> bool:
    """Whether a verb above the event is conditional, modal, or only talks of the idea."""
    if word.pos_ not in {"VERB", "AUX", "NOUN", "ADJ"}:
        return False
    if any(c.dep_ in {"mark", "advmod"} and c.lower_ in IF_WORDS for c in word.children):
        return True
    if _is_inverted(word):
        return True
    is_idea = word.dep_ == "csubj" and word.tag_ == "VBG" and word.head.lemma_ == "be"
    is_ability = word.i != event.i and word.lemma_.lower() in {"able", "capable"}
    is_open = is_modal(word) and not _is_guess_at_past(word) and not is_promised(word)
    return is_idea or is_ability or is_open


def _is_inverted(word: Token) -> bool:
    """Whether it is "Should the talks fail": a condition without "if"."""
    subject = next((c.i for c in word.children if c.dep_ in {"nsubj", "nsubjpass"}), 0)
    is_question = word.doc[len(word.doc) - 1].text == "?"
    first = (c for c in word.children if c.dep_ in {"aux", "auxpass"} and c.i < subject)
    return not is_question and any(c.lower_ in INVERTED for c in first)


def is_counterfactual(path: tuple[Token, ...]) -> bool:
    """Whether it is "would have been killed", "before she could set it off": it did not happen."""
    return any(_never_was(word) for word in path if word.pos_ in {"VERB", "AUX"})


def _never_was(word: Token) -> bool:
    auxiliaries = {c.lower_ for c in word.children if c.dep_ in {"aux", "auxpass"}}
    if "have" in auxiliaries and auxiliaries & {"would", "should"}:
        return True
    is_before = any(c.dep_ == "mark" and c.lower_ == "before" for c in word.children)
    return (is_before and bool(auxiliaries & {"could", "can"})) or (
        _is_inverted(word) and "had" in auxiliaries
    )


def is_modal(word: Token) -> bool:
    """Whether it is "could attack", "may attack"."""
    return any(c.dep_ == "aux" and c.lower_ in MODAL for c in word.children)


def _is_guess_at_past(word: Token) -> bool:
    """Whether it is "may have": a guess about the past, not a hypothesis."""
    auxiliaries = {c.lower_ for c in word.children if c.dep_ in {"aux", "auxpass"}}
    return bool(auxiliaries & {"may", "might"}) and "have" in auxiliaries
