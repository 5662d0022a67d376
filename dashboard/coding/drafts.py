"""A mention of an event as it is read, before mentions of one event are joined."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from dashboard.coding.dating.tenses import Tense
from dashboard.coding.what.slips import counted_whole
from dashboard.model import Toll, When

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dashboard.coding.certainty.status import Standing
    from dashboard.coding.passages import Sentence
    from dashboard.coding.what.lexicon import Rule
    from dashboard.coding.what.triggers import Trigger
    from dashboard.model import Actor, Claim, EventPlace, Span

DEFINITE = frozenset(
    {"the", "this", "these", "that", "those", "such", "his", "her", "its", "their"}
)
NEW = frozenset(
    {"another", "second", "third", "fourth", "new", "separate", "further", "other", "similar"}
    | {"own"}
)
EVENT_NOUNS = frozenset(
    {"attack", "bombing", "blast", "explosion", "shelling", "raid", "strike", "airstrike"}
    | {"assault", "ambush", "massacre", "shooting", "clash", "fighting", "killing"}
)
EARLIER = frozenset({"already", "earlier", "previously", "once", "before", "also"})
PRONOUNS = frozenset({"they", "them", "he", "him", "she", "her", "it", "both", "others"})
MANY = frozenset(
    {"several", "many", "numerous", "limited", "few", "various", "two", "three", "four"}
)
NEVER_SAID = When()
NOT_STATED = Toll()
MAX_HEADING_WORDS = 9
ENOUGH_WORDS = 3
MAX_WORDS_BEFORE = 7
PARTICLES = frozenset({"off", "up", "down", "out", "over", "back", "away"})
PHRASE_STOPS = frozenset(
    {"relcl", "advcl", "ccomp", "parataxis", "punct", "mark", "cc", "conj", "appos"}
)


class TakenUp(Enum):
    """What the words of an event take up of what was told before."""

    PERSON = "they"
    THING = "the attackers, his house"
    NOTHING = "gunmen"


@dataclass(frozen=True, slots=True)
class Draft:
    """One mention, or several joined, of one event."""

    sentence: Sentence
    rule: Rule
    trigger: Span
    standing: Standing
    lemmas: frozenset[str]
    is_definite: bool = False
    is_new: bool = False
    is_plural: bool = False
    is_verb: bool = False
    is_owned: bool = False
    """Whether a possessor stands before it: "the country's civil war"."""
    when: When = NEVER_SAID
    places: tuple[EventPlace, ...] = ()
    actors: tuple[Actor, ...] = ()
    killed: Toll = NOT_STATED
    injured: Toll = NOT_STATED
    sides_killed: frozenset[str] = frozenset()
    sides_injured: frozenset[str] = frozenset()
    """The ACLED classes of those whom the tolls count; empty where they count "people"."""
    claims: tuple[Claim, ...] = ()
    evidence: tuple[Sentence, ...] = ()
    is_disputed: bool = False
    tense: Tense = Tense.NONE
    names_year: bool = False
    """Whether the text says the year of its date."""
    takes_up: TakenUp = TakenUp.NOTHING
    has_time: bool = False
    """Whether its sentence has words for a time, read or not."""
    since: str | None = None
    """The family of the event after which this one happened ("since the jailbreak")."""
    around: frozenset[str] = frozenset()
    """The countries in which the places that its sentence names lie."""


def describe_mention(trigger: Trigger) -> tuple[bool, bool, bool]:
    """Return whether the words are definite, speak of a new event, and are plural."""
    token = trigger.token
    words = {c.lower_ for c in token.children if c.dep_ in {"det", "amod", "poss", "nummod"}}
    pronouns = {"they", "it", "this", "that", "these"}
    is_pronoun_said = token.dep_ == "attr" and any(
        c.dep_ == "nsubj" and c.lower_ in pronouns for c in token.head.children
    )
    is_definite = bool(words & DEFINITE) or is_pronoun_said or _is_said_of_known(trigger)
    is_definite = is_definite or _is_confirmed(token) or _is_of_who_began(trigger)
    is_definite = is_definite or _is_explained(trigger) or _is_after_those_told(trigger)
    is_new = bool(words & NEW) or token.pos_ in {"ADJ", "PRON", "DET", "NUM"}
    if trigger.frame.is_verb:
        # "The second went off near a mosque."
        is_new = is_new or any(s.lower_ in NEW for s in trigger.frame.subjects)
    return is_definite, is_new, token.tag_ in {"NNS", "NNPS"}


def what_is_taken_up(trigger: Trigger) -> TakenUp:
    """Return whether who does it, or to whom, was told before."""
    words = (*trigger.frame.subjects, *trigger.frame.objects)
    if any(word.lower_ in PRONOUNS for word in words):
        return TakenUp.PERSON
    is_known = any(c.lower_ in DEFINITE for word in words for c in word.children)
    return TakenUp.THING if is_known else TakenUp.NOTHING


def _is_after_those_told(trigger: Trigger) -> bool:
    """Whether it is "soldiers died hunting them down": the hunt that was told before."""
    objects = (c for c in trigger.token.children if c.dep_ == "dobj")
    return trigger.rule.family == "operation" and any(c.lower_ == "them" for c in objects)


def _is_confirmed(token: Token) -> bool:
    """Whether it is "the governor confirmed an attack": the one just told."""
    return token.dep_ == "dobj" and token.head.lemma_ in {"confirm", "acknowledge", "admit"}


def _is_explained(trigger: Trigger) -> bool:
    """Whether it is how what was told came about: "police said a bomb had been left there"."""
    verb = trigger.token if trigger.frame.is_verb else trigger.frame.governor
    if verb is None or verb.dep_ != "ccomp" or trigger.rule.family != "blast":
        return False
    words = {c.lower_ for c in verb.children}
    return "had" in words and not words & EARLIER


def _is_of_who_began(trigger: Trigger) -> bool:
    """Whether it only says who began what was told: "said that the others had fired first"."""
    last = (c for c in trigger.token.children if c.dep_ == "advmod" and c.i > trigger.token.i)
    return trigger.frame.is_verb and any(c.lower_ == "first" for c in last)


def _is_said_of_known(trigger: Trigger) -> bool:
    """Whether a verb tells more of an event told before: "the grenade attack wounded ten".

    "Gunmen killed the mayor. He was shot as he left his office."
    """
    if any(c.dep_ == "nsubjpass" and c.lower_ in {"he", "she"} for c in trigger.token.children):
        return trigger.frame.is_verb
    return trigger.frame.is_verb and any(
        subject.lemma_.lower() in EVENT_NOUNS
        and any(c.lower_ in DEFINITE for c in subject.children)
        for subject in trigger.frame.subjects
    )


def heading_run(trigger: Trigger) -> tuple[int, int]:
    """Return the characters of the phrase that names the event: two to nine words of the text."""
    token = trigger.token
    first, last = _noun_phrase(token) if not trigger.frame.is_verb else _verb_phrase(token)
    doc = token.doc
    first = max(first, token.i - MAX_WORDS_BEFORE)
    while first < token.i and doc[first].dep_ in {"det", "punct"}:
        first += 1
    if last - first + 1 > MAX_HEADING_WORDS:
        last = _shorter_end(doc, token.i, min(last, first + MAX_HEADING_WORDS - 1))
    while first < token.i and doc[first].dep_ in {"det", "punct"}:
        first += 1
    while (
        last > token.i
        and doc[last].pos_ in {"PUNCT", "DET", "ADP", "SPACE", "CCONJ"}
        and (doc[last].dep_ != "prt" and doc[last].lower_ not in PARTICLES)
    ):
        last -= 1
    run = doc[first : last + 1]
    return run.start_char, run.end_char


def _noun_phrase(token: Token) -> tuple[int, int]:
    last = token.i
    for child in token.children:
        is_phrase = child.dep_ in {"prep", "prt", "advmod"} and not _is_time(child)
        if child.i > token.i and is_phrase and child.i <= last + 3:
            last = max(last, _phrase_end(child))
    return min(_left_edge(token), token.i), last


def _verb_phrase(token: Token) -> tuple[int, int]:
    # The parse takes the "off" of "went off" for a particle, an adverb or a preposition.
    particles = [c for c in token.children if c.i == token.i + 1 and c.lower_ in PARTICLES]
    verb_end = token.i + len(particles)
    first, last = token.i, verb_end
    passive = [c for c in token.children if c.dep_ == "nsubjpass"]
    if passive and passive[0].pos_ != "PRON":
        first = _left_edge(passive[0])
    elif (
        token.dep_ == "acl"
        and token.tag_ == "VBN"
        and not any(c.dep_ in {"aux", "auxpass", "mark"} for c in token.children)
    ):
        first = _start_of_counted(token.head)
    for child in token.children:
        is_phrase = child.dep_ in {"dobj", "prt", "prep", "dative", "agent", "oprd"}
        is_enough = last - token.i >= ENOUGH_WORDS
        if child.i > token.i and is_phrase and not _is_time(child) and not is_enough:
            last = max(last, _phrase_end(child))
    if (first, last) == (token.i, verb_end):
        subject = next((c for c in token.children if c.dep_ == "nsubj" and c.pos_ != "PRON"), None)
        first = _left_edge(subject) if subject is not None else first
    return first, last


def _start_of_counted(noun: Token) -> int:
    """Return where "two members of the brigade" begins, of which the brigade is the last word."""
    counts = [c for c in counted_whole(noun).children if c.dep_ == "nummod"]
    is_whole = counted_whole(noun).i == noun.i or not counts
    return _left_edge(noun) if is_whole else counts[0].left_edge.i


def _is_time(phrase: Token) -> bool:
    return any(w.ent_type_ in {"DATE", "TIME"} for w in phrase.children)


def _left_edge(token: Token) -> int:
    lefts = [c.left_edge.i for c in token.lefts if c.dep_ not in {"punct", "preconj", "relcl"}]
    return min(lefts, default=token.i)


def _phrase_end(token: Token) -> int:
    """Return the last word of a phrase, clauses and joined phrases left out."""
    last = token.i
    for child in token.children:
        if child.dep_ in PHRASE_STOPS - {"conj", "cc"} or child.i < token.i:
            continue
        if child.dep_ in {"conj", "cc"} and token.ent_type_ == "":
            continue
        last = max(last, _phrase_end(child))
    return last


def _shorter_end(doc: Doc, trigger: int, limit: int) -> int:
    """Return an end within the limit, before the last preposition that would be cut in two."""
    if limit + 1 < len(doc) and doc[limit + 1].pos_ in {"ADP", "PUNCT", "CCONJ"}:
        return limit
    for word in reversed(doc[trigger + 1 : limit + 1]):
        if word.pos_ == "ADP" and word.dep_ != "prt":
            return word.i - 1
    return max(trigger, limit)
