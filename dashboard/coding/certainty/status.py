"""How sure the text is that an event happened, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.coding.certainty.attribution import CLOSING, said_by, source_of, speaker_on
from dashboard.coding.certainty.bylines import byline_of
from dashboard.coding.certainty.clauses import (
    is_accused_of,
    is_infinitive,
    path_up,
)
from dashboard.coding.certainty.conditions import is_counterfactual, is_hypothetical, is_modal
from dashboard.coding.certainty.denial import has_no_part, is_denied
from dashboard.coding.certainty.plans import (
    CALLED_FOR,
    CALLING,
    is_awaited,
    is_planned,
    planning_word,
)
from dashboard.coding.sifting.make_believe import is_make_believe
from dashboard.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dashboard.coding.what.lexicon import Lexicon
    from dashboard.coding.what.triggers import Trigger

RAISING = frozenset(
    {"believe", "think", "say", "report", "appear", "seem", "suspect", "allege", "claim", "have"}
    | {"be", "expect", "schedule", "set", "go", "use", "fire", "due", "wake"}
)
THINKING = frozenset({"believe", "think", "suspect", "conclude", "say", "suggest"})
# What was in force before it was "suspended" or "scrapped"; an attack that is scrapped never was.
LASTING = frozenset({"agreement", "curfew", "siege"})
AIM_NOUNS = frozenset({"reason", "goal", "aim", "purpose", "objective", "plan", "mission"})


@dataclass(frozen=True, slots=True)
class Standing:
    """The status of a mention of an event, with the one whose word it rests on."""

    status: Status
    attribution: str | None = None


def judge(trigger: Trigger, lexicon: Lexicon) -> Standing | None:
    """Return the standing of a trigger, or `None` if the text says that there was no event."""
    path = tuple(path_up(trigger.token, lexicon))
    lasts = trigger.rule.family in LASTING
    if has_no_part(trigger, lexicon) or is_denied(trigger.token, path, lexicon, may_end=lasts):
        return None
    if _is_purpose(path, lexicon) or is_awaited(trigger.token) or is_counterfactual(path):
        return None
    if is_make_believe(trigger, path, lexicon) or _is_only_tried(trigger, lexicon):
        return None
    attribution = speaker_on(path, lexicon)
    for test, status in (
        (is_hypothetical, Status.HYPOTHETICAL),
        (is_planned, Status.PLANNED),
        (_is_speculated, Status.SPECULATED),
        (_is_claimed, Status.CLAIMED),
    ):
        if test(path, lexicon):
            return Standing(status, attribution)
    return Standing(Status.REPORTED, attribution)


def _is_only_tried(trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether it is "commandos tried to capture the man": nobody was arrested."""
    token = trigger.token
    is_tried = token.dep_ == "xcomp" and token.head.lemma_ in lexicon.phrases["attempt"]
    return is_tried and trigger.rule.family in {"arrest", "release"}


def _is_purpose(path: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether the words only say what somebody wanted: "sought to overthrow"."""
    for child, head in pairwise(path):
        if child.dep_ == "conj":
            continue
        if not is_infinitive(child):
            if child.dep_ in {"pcomp", "pobj"} and _is_unreal_of(head, path[0], lexicon):
                return True
            continue
        lemma = planning_word(child, head).lemma_.lower()
        # "reason to believe that a helicopter dropped it"
        # "Were held to account for the raid": it took place.
        is_thought = child.lemma_.lower() in THINKING | {"account"}
        is_call = lemma in CALLING and child.lemma_.lower() in CALLED_FOR
        if is_thought or is_call or lemma in lexicon.phrases["factual"] | lexicon.phrases["plan"]:
            continue
        if lemma in lexicon.phrases["attempt"] and path[0].pos_ == "VERB":
            continue
        if child.dep_ in {"xcomp", "advcl", "acl", "relcl", "ccomp"} and not is_modal(child):
            return not _is_raising(head)
    return False


def _is_raising(head: Token) -> bool:
    """Whether the higher verb only hedges or tells the means: "is said to", "used gas to"."""
    if head.lemma_.lower() == "be":
        aims = [c for c in head.children if c.lemma_.lower() in AIM_NOUNS]
        # "the police mission is to move": here it is an organisation.
        return all(any(c.dep_ == "compound" for c in aim.children) for aim in aims)
    return head.lemma_.lower() in RAISING


def _is_unreal_of(preposition: Token, event: Token, lexicon: Lexicon) -> bool:
    """Whether the words hang on a noun such as "threat of", "preparations for"."""
    noun = preposition.head
    if noun.pos_ == "VERB" and event.lemma_.lower() in CALLED_FOR:
        # "called for a march" is a plan
        return False
    return preposition.dep_ == "prep" and noun.lemma_.lower() in lexicon.phrases["unreal noun"]


def _is_speculated(path: tuple[Token, ...], lexicon: Lexicon) -> bool:
    for word in path:
        adverbs = {c.lower_ for c in word.children if c.dep_ == "advmod"}
        if adverbs & lexicon.phrases["speculation adverb"] or (
            word.pos_ in {"VERB", "AUX"} and is_modal(word)
        ):
            return True
        if word.i == path[0].i:
            continue
        if word.lemma_.lower() in lexicon.phrases["speculate"] | lexicon.phrases["speculation"]:
            return True
        if any(c.lower_ == "unconfirmed" for c in word.children):
            return True
    return False


def _is_claimed(path: tuple[Token, ...], lexicon: Lexicon) -> bool:
    hedges = lexicon.phrases["hedge adverb"]
    if any(c.lower_ in {"alleged", "reported", "claimed"} for c in path[0].children):
        return True
    for child, word in zip((path[0], *path), path, strict=False):
        if any(c.dep_ == "advmod" and c.lower_ in hedges for c in word.children):
            return True
        if _is_hearsay(child, word) or is_accused_of(child):
            return True
        is_said = word.i != path[0].i and child.dep_ in {"ccomp", "parataxis", "xcomp"}
        if is_said and _claims(word, path[0], lexicon):
            return True
        source = source_of(word)
        if source is not None and _is_party(source, lexicon):
            return True
    closing, byline = CLOSING.search(path[0].doc.text), byline_of(path[0].doc)
    is_claim = closing is not None and closing["verb"] == "claims"
    is_claim = is_claim or (byline is not None and _is_party(byline, lexicon))
    return is_claim or _inserted_party(path[-1], lexicon)


def _is_hearsay(child: Token, word: Token) -> bool:
    """Whether it is "gunmen were said to have stormed a post": nobody says who says so."""
    is_told = child.dep_ == "xcomp" and word.lemma_ in {"say", "report", "allege", "rumour"}
    return is_told and any(c.dep_ in {"auxpass", "nsubjpass"} for c in word.children)


def _claims(verb: Token, event: Token, lexicon: Lexicon) -> bool:
    """Whether a verb of saying leaves the event to the word of one who is a side in it."""
    if verb.lemma_.lower() in lexicon.phrases["claim"]:
        return True
    speaker = said_by(verb, lexicon)
    if speaker is None:
        return False
    tells_of_itself = speaker.ent_type_ == "GPE" and _tells_of_itself(event)
    return tells_of_itself or _is_party(speaker, lexicon)


def _tells_of_itself(verb: Token) -> bool:
    """Whether it is "the capital said that it had shot down two jets"."""
    return any(c.dep_ == "nsubj" and c.lower_ in {"it", "they", "we"} for c in verb.children)


def _inserted_party(root: Token, lexicon: Lexicon) -> bool:
    speakers = [said_by(c, lexicon) for c in root.children if c.dep_ in {"ccomp", "parataxis"}]
    return any(s is not None and _is_party(s, lexicon) for s in speakers)


def _is_party(speaker: Token, lexicon: Lexicon) -> bool:
    """Whether a speaker is a side of the fight or nobody in particular."""
    words = {speaker.lemma_.lower(), *(c.lemma_.lower() for c in speaker.children)}
    if words & lexicon.phrases["anonymous speaker"]:
        return True
    if words & lexicon.phrases["neutral speaker"]:
        return False
    if speaker.lemma_.lower() in lexicon.phrases["party"]:
        return True
    return any(lexicon.is_in(w, "armed") or w in lexicon.organisations for w in words)
