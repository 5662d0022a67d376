"""Whether a text says that an event did not happen, or only names it: charges, talk, questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.certainty.clauses import (
    FUTURE,
    has_own_clause,
    is_infinitive,
    is_joined_to,
    is_outcome_of,
)
from dashboard.coding.certainty.conditions import is_modal
from dashboard.coding.certainty.plans import CALLED_FOR
from dashboard.coding.what.undergoers import HARMING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dashboard.coding.what.lexicon import Lexicon
    from dashboard.coding.what.triggers import Trigger

ENDING = frozenset({"crush", "quell", "end", "stop", "defeat", "suppress", "halt"})
COMING = frozenset({"come", "happen", "materialise", "materialize", "occur"})
TELLING = frozenset(
    {"describe", "tell", "recount", "recall", "show", "detail", "document", "relate", "hear"}
)
CHARGING = frozenset({"suspicion", "accuse", "charge", "suspect", "convict", "guilty", "arrest"})
TRYING = frozenset({"acquit", "indict", "try", "jail", "sentence", "wanted", "count", "trial"})
REPORTS = frozenset(
    {"report", "sign", "indication", "evidence", "word", "trace", "suggestion", "claim", "record"}
    | {"news", "proof", "account", "hint", "mention"}
)
LIKENING = frozenset({"liken", "akin", "amount", "tantamount"})
ASKING = frozenset({"ask", "press", "push", "plead", "hope", "pray", "lobby", "apply", "beg"})


def has_no_part(trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether it is "no shots were fired"; but a bomb that "killed no one" did go off."""
    if not trigger.frame.is_verb:
        return False
    if any(_is_nobody(t) for t in trigger.frame.subjects):
        return True  # "nobody had ever attacked Bara"
    if trigger.token.lemma_ in HARMING:
        # "no one was killed when a mine was found"
        is_shot = trigger.token.lemma_ == "shoot"  # "no man was shot by either side"
        hurt = () if trigger.frame.subjects and not is_shot else trigger.frame.objects
        return any(c.dep_ == "det" and c.lower_ == "no" for t in hurt for c in t.children)
    parts = (*trigger.frame.subjects, *trigger.frame.objects)
    if any(t.lower_ in {"nobody", "none", "nothing"} for t in trigger.frame.objects):
        return True  # "nobody was arrested"
    named = [t for t in parts if t.lemma_.lower() not in lexicon.phrases["casualty"]]
    if any(c.lower_ == "neither" for t in trigger.frame.subjects for c in t.children):
        return True
    return any(c.dep_ == "det" and c.lower_ == "no" for t in named for c in t.children)


def _is_nobody(noun: Token) -> bool:
    is_no_one = noun.lower_ == "one" and any(c.lower_ == "no" for c in noun.children)
    return is_no_one or noun.lower_ in {"nobody", "none", "nothing"}


def is_denied(token: Token, path: tuple[Token, ...], lexicon: Lexicon, *, may_end: bool) -> bool:
    """Whether the words around an event say that it was not, or that nobody says it was.

    `path` leads from the event's word up to the main verb; `may_end` is for what can be called
    off after it was in force: a curfew, a siege.
    """
    negative = lexicon.phrases["negative"]
    if any(c.dep_ in {"det", "neg"} and c.lower_ in negative | {"any"} for c in token.children):
        return True
    compared = lexicon.phrases["comparison"]
    if any(a.lemma_.lower() in compared or _came_to_nothing(a) for a in token.ancestors):
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
    tests = (_is_only_charged, _is_only_talked_of, _is_unheard_of, _is_awaited)
    if any(test(token) for test in tests) or any(_is_charge(word) for word in path):
        return True
    # "rumours of an attack that never came"
    came = (c for c in token.children if c.dep_ == "relcl" and c.lemma_ in COMING)
    if any(w.dep_ == "neg" for c in came for w in c.children):
        return True
    return any(_denies(word, token, lexicon, may_end=may_end) for word in path)


def _denies(word: Token, event: Token, lexicon: Lexicon, *, may_end: bool) -> bool:
    """Whether a word above the event, or the event's own, says that it did not happen."""
    if any(c.dep_ == "neg" and c.lower_ != "only" for c in word.children):
        if _is_only_described(event, word):
            return False
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
    is_beside = is_joined_to(event, word) or is_outcome_of(event, word)
    is_above = word.i != event.i and not is_beside
    return is_above and (is_cancelled or _has_failed_to(word))


def _came_to_nothing(verb: Token) -> bool:
    """Whether it is "nothing came of the truce", "the talks came to nothing"."""
    parts = (w for c in verb.children for w in (c, *c.children) if w.dep_ in {"nsubj", "pobj"})
    return verb.lemma_ == "come" and any(w.lower_ in {"nothing", "naught"} for w in parts)


def _is_awaited(noun: Token) -> bool:
    """Whether it is "will send troops only after a ceasefire": there is none yet."""
    link = noun.head
    is_only = noun.dep_ == "pobj" and any(c.lower_ == "only" for c in link.children)
    return is_only and link.lower_ in {"after", "upon", "with"} and is_modal(link.head)


def _is_only_described(event: Token, verb: Token) -> bool:
    """Whether it is "the bombing of 2015 was not a mistake": it took place."""
    is_subject = event.dep_ == "nsubj" and event.head.i == verb.i and verb.lemma_ == "be"
    ends = (c for c in verb.children if c.dep_ in {"attr", "acomp"})
    is_real = all(c.lower_ not in {"real", "true", "there", "attack"} for c in ends)
    return is_subject and is_real and any(c.lower_ == "the" for c in event.children)


def _is_charge(word: Token) -> bool:
    """Whether it is "on suspicion of planning an attack": what people are held for."""
    is_plot = word.lemma_ in {"plan", "plot", "prepare", "conspire"} and word.dep_ == "pcomp"
    return is_plot and word.head.head.lemma_ in CHARGING


def _is_only_charged(noun: Token) -> bool:
    """Whether it is "was charged with murder": the name of a crime, and no more."""
    if noun.dep_ != "pobj" or noun.head.head.lemma_.lower() not in CHARGING | TRYING:
        return False
    return all(c.dep_ in {"cc", "conj", "amod", "punct", "compound"} for c in noun.children)


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


def _is_unheard_of(noun: Token) -> bool:
    """Whether it is "there were no reports of looting", "likened it to a massacre"."""
    if noun.dep_ not in {"pobj", "pcomp", "conj"}:
        return False
    first = noun.head if noun.dep_ == "conj" else noun
    above = first.head.head
    if first.head.lower_ == "to":
        is_one = any(c.lower_ in {"a", "an"} for c in noun.children)
        return above.lemma_ in LIKENING or (above.lemma_ == "compare" and is_one)
    is_none = any(c.dep_ == "det" and c.lower_ in {"no", "any"} for c in above.children)
    return is_none and first.head.lower_ == "of" and above.lemma_ in REPORTS


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
