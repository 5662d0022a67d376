"""How sure the text is that an event happened, and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.coding.attribution import CLOSING, said_by, source_of, speaker_on
from dashboard.coding.clauses import (
    FUTURE,
    has_own_clause,
    is_accused_of,
    is_infinitive,
    is_joined_to,
    path_up,
)
from dashboard.coding.conditions import is_counterfactual, is_hypothetical, is_modal
from dashboard.coding.make_believe import is_make_believe
from dashboard.coding.plans import CALLED_FOR, CALLING, is_awaited, is_planned, planning_word
from dashboard.coding.undergoers import HARMING
from dashboard.model import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dashboard.coding.lexicon import Lexicon
    from dashboard.coding.triggers import Trigger

ENDING = frozenset({"crush", "quell", "end", "stop", "defeat", "suppress", "halt"})
COMING = frozenset({"come", "happen", "materialise", "materialize", "occur"})
TELLING = frozenset(
    {"describe", "tell", "recount", "recall", "show", "detail", "document", "relate", "hear"}
)
RAISING = frozenset(
    {"believe", "think", "say", "report", "appear", "seem", "suspect", "allege", "claim", "have"}
    | {"be", "expect", "schedule", "set", "go", "use", "fire", "due", "wake"}
)
CHARGING = frozenset({"suspicion", "accuse", "charge", "suspect", "convict", "guilty", "arrest"})
TRYING = frozenset({"acquit", "indict", "try", "jail", "sentence", "wanted", "count", "trial"})
ASKING = frozenset({"ask", "press", "push", "plead", "hope", "pray", "lobby", "apply", "beg"})
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
    if _has_no_part(trigger, lexicon) or _is_denied(trigger.token, path, lexicon, may_end=lasts):
        return None
    if _is_purpose(path, lexicon) or is_awaited(trigger.token) or is_counterfactual(path):
        return None
    if is_make_believe(trigger, path, lexicon):
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


def _has_no_part(trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether it is "no shots were fired"; but a bomb that "killed no one" did go off."""
    if not trigger.frame.is_verb:
        return False
    if trigger.token.lemma_ in HARMING:
        # "no one was killed when a mine was found"
        hurt = () if trigger.frame.subjects else trigger.frame.objects
        return any(c.dep_ == "det" and c.lower_ == "no" for t in hurt for c in t.children)
    parts = (*trigger.frame.subjects, *trigger.frame.objects)
    if any(t.lower_ in {"nobody", "none", "nothing"} for t in trigger.frame.objects):
        return True  # "nobody was arrested"
    named = [t for t in parts if t.lemma_.lower() not in lexicon.phrases["casualty"]]
    return any(c.dep_ == "det" and c.lower_ == "no" for t in named for c in t.children)


def _is_denied(token: Token, path: tuple[Token, ...], lexicon: Lexicon, *, may_end: bool) -> bool:
    negative = lexicon.phrases["negative"]
    if any(c.dep_ in {"det", "neg"} and c.lower_ in negative | {"any"} for c in token.children):
        return True
    if any(a.lemma_.lower() in lexicon.phrases["comparison"] for a in token.ancestors):
        return True
    is_called = token.head.lemma_ == "call" and token.lemma_.lower() in CALLED_FOR
    if (
        token.dep_ == "dobj"
        and not is_called
        and (
            token.head.lemma_.lower() in lexicon.phrases["purpose"]
            or (token.head.lemma_ in ENDING and is_infinitive(token.head))
        )
    ):
        # "demanded the release of the journalist", "vowed to crush the rebellion"
        return True
    if (
        _is_only_charged(token)
        or _is_only_talked_of(token)
        or any(_is_charge(word) for word in path)
    ):
        return True
    # "rumours of an attack that never came"
    came = (c for c in token.children if c.dep_ == "relcl" and c.lemma_ in COMING)
    if any(w.dep_ == "neg" for c in came for w in c.children):
        return True
    return any(_denies(word, token, lexicon, may_end=may_end) for word in path)


def _denies(word: Token, event: Token, lexicon: Lexicon, *, may_end: bool) -> bool:
    """Whether a word above the event, or the event's own, says that it did not happen."""
    if any(c.dep_ == "neg" and c.lower_ != "only" for c in word.children):
        # "The accord that the two signed has not been applied": it was signed.
        return not (may_end and has_own_clause(event, word))
    if word.lemma_ == "risk" and word.i != event.i:
        return True  # "would risk killing Russian crews"
    if _is_asked(word):
        return True
    asks = any(c.lower_ == "how" for a in (word, *word.children) for c in a.children)
    # "The report describes how prisoners were beaten": it tells that they were.
    is_question = asks and word.head.lemma_.lower() not in TELLING
    if is_question or (word.dep_ == "prep" and word.lower_ == "without"):
        return True
    is_cancelled = not may_end and (
        word.lemma_.lower() in lexicon.phrases["cancel"] or _is_called_off(word)
    )
    is_above = word.i != event.i and not is_joined_to(event, word)
    return is_above and (is_cancelled or _has_failed_to(word))


def _is_charge(word: Token) -> bool:
    """Whether it is "on suspicion of planning an attack": what people are held for."""
    is_plot = word.lemma_ in {"plan", "plot", "prepare", "conspire"} and word.dep_ == "pcomp"
    return is_plot and word.head.head.lemma_ in CHARGING


def _is_only_charged(noun: Token) -> bool:
    """Whether it is "was charged with murder": the name of a crime, and no more."""
    if noun.dep_ != "pobj" or noun.head.head.lemma_.lower() not in CHARGING | TRYING:
        return False
    return all(c.dep_ in {"cc", "conj", "amod", "punct"} for c in noun.children)


def _is_only_talked_of(noun: Token) -> bool:
    """Whether it is "they talk of a truce", "asked for the arrest", "Shelling? None today"."""
    if noun.dep_ == "ROOT" and (noun.pos_ == "NOUN" or noun.tag_ == "VBG"):
        is_bare = not any(c.dep_ in {"nsubj", "aux"} for c in noun.children)
        return is_bare and noun.doc[len(noun.doc) - 1].text == "?"
    verb, link = noun.head.head, noun.head.lower_
    if noun.dep_ != "pobj" or verb.pos_ != "VERB" or noun.lemma_.lower() in CALLED_FOR:
        return False
    is_talk = verb.lemma_ in {"talk", "dream", "think"} and link in {"of", "about"}
    return is_talk or (verb.lemma_ in ASKING and link == "for")


def _is_asked(word: Token) -> bool:
    """Whether it is a question of things to come: "on where the next shell will land"."""
    is_clause = word.dep_ in {"ccomp", "pcomp"}
    asks = any(c.lower_ in {"where", "when", "who", "what", "whom"} for c in word.children)
    is_open = is_modal(word) or any(c.lower_ in FUTURE for c in word.children)
    return is_clause and asks and is_open


def _has_failed_to(verb: Token) -> bool:
    infinitives = [c for c in verb.children if c.dep_ == "xcomp" and is_infinitive(c)]
    return verb.lemma_ in {"fail", "refuse", "decline"} and bool(infinitives)


def _is_called_off(word: Token) -> bool:
    """Whether it is "called off", "ruled out"."""
    particles = {c.lower_ for c in word.children if c.dep_ == "prt"}
    return (word.lemma_ == "call" and "off" in particles) or (
        word.lemma_ == "rule" and "out" in particles
    )


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
        if is_accused_of(child):
            return True
        is_said = word.i != path[0].i and child.dep_ in {"ccomp", "parataxis", "xcomp"}
        if is_said and _claims(word, path[0], lexicon):
            return True
        source = source_of(word)
        if source is not None and _is_party(source, lexicon):
            return True
    closing = CLOSING.search(path[0].doc.text)
    is_claim = closing is not None and closing["verb"] == "claims"
    return is_claim or _inserted_party(path[-1], lexicon)


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
