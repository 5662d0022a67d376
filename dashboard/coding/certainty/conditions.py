"""What a text only imagines: conditions, forecasts, and what did not come to pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.certainty.plans import is_promised
from dashboard.coding.what.slips import is_headline

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dashboard.coding.what.lexicon import Lexicon

MODAL = frozenset({"could", "would", "might", "may", "can", "should", "must", "ca"})
IMAGINING = frozenset(
    {"imagine", "envisage", "envision", "foresee", "picture", "fantasise"}
    | {"dream", "dreamt", "hallucinate", "fantasize"}
)
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
    if _is_forecast(event, lexicon) or _may_yet_come(event, lexicon) or _is_what_would(event):
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


def _is_what_would(event: Token) -> bool:
    """Whether it is "what would change this is an attack": the subject only imagines it."""
    if event.dep_ != "attr" or event.head.lemma_ != "be":
        return False
    subjects = [c for c in event.head.children if c.dep_ in {"csubj", "nsubj"}]
    clauses = [*subjects, *(c for s in subjects for c in s.children if c.dep_ == "relcl")]
    return any(is_modal(c) and not _is_guess_at_past(c) for c in clauses)


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
    """Whether it is "would have been killed", "some imagine a coup": nobody says that it was."""
    verbs = [word for word in path if word.pos_ in {"VERB", "AUX"}]
    if any(word.lemma_ in IMAGINING for word in verbs if word.i != path[0].i):
        return True
    if is_bidden(path[0]):
        return True
    return any(_never_was(w) or _is_question_of(w) or _is_of_reader(w) for w in verbs)


def is_bidden(verb: Token) -> bool:
    """Whether it is "Kill the crab quickly", "Go ahead, shoot me": a full sentence that bids."""
    has_own = any(c.dep_ in {"nsubj", "nsubjpass", "aux", "csubj"} for c in verb.children)
    above = verb.head if verb.dep_ in {"conj", "parataxis", "dep"} else verb
    is_main = above.dep_ in {"ROOT", "ccomp"} and verb.tag_ == above.tag_ == "VB"
    return is_main and not has_own and not is_headline(verb.doc)


def _is_question_of(verb: Token) -> bool:
    """Whether it is "How many officers have been killed?", "Did the army shell the camp?"."""
    if verb.doc[len(verb.doc) - 1].text != "?" or verb.dep_ not in {"ROOT", "conj", "ccomp"}:
        return False
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    asks = (c for c in (subject.subtree if subject is not None else ()))
    first = (c for c in verb.children if subject is not None and c.i < subject.i)
    is_inverted = any(c.dep_ in {"aux", "auxpass"} for c in first)
    return is_inverted or any(c.lower_ in {"how", "what", "which"} for c in asks)


def _is_of_reader(verb: Token) -> bool:
    """Whether it is "you will detain intruders": said to whoever reads, of no day."""
    is_you = any(c.dep_ in {"nsubj", "nsubjpass"} and c.lower_ == "you" for c in verb.children)
    return is_you and any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)


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
