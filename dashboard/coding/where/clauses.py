"""What kind of clause a verb heads: "where ...", "which was looted", "who had fled Bara"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.dates.words import WEEKDAY_NUMBERS

if TYPE_CHECKING:
    from collections.abc import Collection

    from spacy.tokens import Token

    from dashboard.coding.what.triggers import Trigger

FLEEING = frozenset({"flee", "leave", "escape", "quit"})
AUXILIARIES = frozenset({"aux", "auxpass"})
HAPPENING = frozenset({"occur", "happen", "unfold"})
TRAVELLING = frozenset(
    {"travel", "drive", "head", "fly", "sail", "return", "go", "walk", "ride", "march", "come"}
)
THINKING = frozenset({"fear", "believe", "think", "say", "expect", "doubt", "dispute", "suspect"})
OFFICIALS = frozenset({"official", "officer", "analyst", "diplomat", "minister", "some", "lawyer"})
NEAR_DAYS = frozenset({"yesterday", "today", "tonight", "weekend", "overnight"})
SPOTS = frozenset({"spot", "place", "site", "scene", "point"})
GIVEN_UP = frozenset({"surrender", "territory taken"})
# Where those who act are at home is not where they act.
SEATS = frozenset({"headquarters", "headquarter", "base", "office", "home", "seat"})
THOSE_BEHIND = frozenset({"perpetrator", "author", "culprit", "mastermind", "suspect", "planner"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
DEPARTING = frozenset({"leave", "depart", "head", "flee", "sail", "make"})
AT_HOME = frozenset(
    {"base", "bear", "raise", "headquarter", "live", "train", "educate", "recruit", "exile"}
    | {"station"}
)


def is_perfect(verb: Token) -> bool:
    """Whether it is "had held", "has been under siege": what was so before."""
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)


def has_subject(verb: Token) -> bool:
    """Whether a verb has a subject of its own."""
    return any(c.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"} for c in verb.children)


def ends_at_semicolon(clause: Token) -> bool:
    """Whether what follows a clause is another sentence: "The revolt goes on; it began in 1948"."""
    end = clause.right_edge.i + 1
    is_clause = clause.dep_ == "ccomp" and clause.i < clause.head.i
    return is_clause and end < len(clause.doc) and clause.doc[end].text == ";"


def is_where(clause: Token) -> bool:
    """Whether a clause tells what was "where" the word above it says."""
    return any(c.lower_ == "where" for c in clause.children)


def is_in_which(clause: Token) -> bool:
    """Whether it tells what was done in the event above it: "the riot, in which guards fought"."""
    leads = (c for c in clause.children if c.lower_ in {"in", "during"})
    return any(w.lower_ == "which" for lead in leads for w in lead.children)


def is_of_who(clause: Token) -> bool:
    """Whether it says more of a person: "the mayor, who was elected in 2021, was shot"."""
    words = (c for c in clause.children if c.lower_ == "who")
    return any(c.doc[max(c.i - 1, 0)].text == "," for c in words)


def is_of_somebody(clause: Token, date: Token) -> bool:
    """Whether it is what a person once did: "burned the house of a man who fled in May".

    A day of the week is news, and what somebody was doing was on the day of the event.
    """
    is_who = any(c.lower_ == "who" and c.dep_ in {"nsubj", "nsubjpass"} for c in clause.children)
    is_news = any(w.lower_ in WEEKDAY_NUMBERS or w.lower_ in NEAR_DAYS for w in date.subtree)
    return is_who and clause.tag_ != "VBG" and not is_news


def is_undergone(clause: Token) -> bool:
    """Whether a clause says what befell the word above it: "Bara, which was looted"."""
    return any(c.dep_ == "nsubjpass" and c.lower_ in {"which", "that"} for c in clause.children)


def is_left_behind(head: Token, child: Token, word: Token) -> bool:
    """Whether it is what people of a clause fled or left for: "families who fled Bara"."""
    is_goal = head.head.lower_ == "for" and head.head.head.lemma_.lower() in DEPARTING
    is_fled = head.dep_ == "dobj" and head.head.lemma_.lower() in FLEEING
    return is_goal or (is_fled and child.dep_ == "relcl" and word.pos_ in NOUNS)


def is_told_of(place: Token, trigger: Trigger) -> bool:
    """Whether it is "Bara, where jets dropped bombs", "Bara surrendered"."""
    token = trigger.token
    is_given_up = trigger.rule.family in GIVEN_UP and place.dep_ == "nsubj"
    if is_given_up and place.head.i == token.i:
        return True
    above = (w for w in (token, *token.ancestors) if w.dep_ == "relcl")
    clauses = (w for w in above if is_where(w) or is_undergone(w))
    return any(clause.head.i == place.i for clause in clauses)


def is_elsewhere(word: Token, trigger: Trigger) -> bool:
    """Whether a word above a place is somebody who lives, or only speaks, there."""
    return is_at_home(word) or _is_speaker(word, trigger)


def _is_speaker(word: Token, trigger: Trigger) -> bool:
    """Whether it is the officials of "officials in Bara fear a return of the fighting"."""
    is_said = word.dep_ == "nsubj" and word.head.lemma_.lower() in THINKING
    return is_said and word.head.i != trigger.token.i and word.lemma_.lower() in OFFICIALS


def is_spot(word: Token) -> bool:
    """Whether only the words around it say where it is: "the spot where", "on Friday, where"."""
    return word.lemma_.lower() in SPOTS or word.ent_type_ == "DATE"


def is_gapped(verb: Token) -> bool:
    """Whether it is the "abducted" of "three were killed and nine abducted in Bara on Friday"."""
    is_bare = verb.tag_ in {"VBN", "VBD"} and not any(c.dep_ in AUXILIARIES for c in verb.children)
    is_passive = any(c.dep_ == "auxpass" for c in verb.head.children)
    return verb.dep_ == "conj" and is_bare and is_passive and _is_counted(verb)


def _is_counted(verb: Token) -> bool:
    """Whether only a number says who: "nine"."""
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return all(s.like_num or s.lower_ in {"others", "more", "another"} for s in subjects)


def is_said_to_have_been(trigger: Trigger) -> bool:
    """Whether the sentence only tells more of it: "the kidnapping took place in Bara"."""
    verb = trigger.token.head
    is_placed = verb.lemma_.lower() == "take" and any(c.lower_ == "place" for c in verb.children)
    is_subject = trigger.token.dep_ in {"nsubj", "nsubjpass"}
    return is_subject and (is_placed or verb.lemma_.lower() in HAPPENING)


def is_term_of_office(preposition: Token, noun: Token, event: Token) -> bool:
    """Whether it is "until May" of "Perez, a minister until May, was shot"."""
    is_term = preposition.lower_ in {"until", "till", "since"} and preposition.dep_ == "prep"
    is_holder = noun.dep_ == "appos" or any(c.dep_ == "appos" for c in noun.children)
    return is_term and is_holder and noun.i != event.i


def is_at_home(clause: Token) -> bool:
    """Whether it is the clause of "troops based in Bara went after them"."""
    is_of_doer = clause.dep_ in {"acl", "relcl"} and _is_doer(clause.head)
    seats = (c for c in clause.children if c.dep_ == "dobj" and c.lemma_.lower() in SEATS)
    return is_of_doer and (clause.lemma_.lower() in AT_HOME or any(seats))


def _is_doer(noun: Token) -> bool:
    """Whether somebody does it: also "by gunmen trained in Bara"."""
    return noun.dep_ in {"nsubj", "agent"} or noun.head.dep_ == "agent"


def is_told_with(clause: Token, event: Token, *, is_place: bool) -> bool:
    """Whether "while", "when" or "-ing" only tells more of an event, at its place and time."""
    marks = {c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"}}
    if is_place and _is_deed_itself(clause, marks, event):
        return True
    # "Killed while herding goats near Bara on Friday": the same people, place and day.
    own = [c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}]
    is_same = not has_subject(clause) or all(c.lower_ in {"he", "she", "they"} for c in own)
    is_meanwhile = bool(marks & {"while", "when"}) and is_same
    return clause.tag_ == "VBG" and (is_meanwhile or not marks)


def _is_deed_itself(clause: Token, marks: Collection[str], event: Token) -> bool:
    """Whether it is how it came: "a guard was killed when raiders broke into a hotel in Bara"."""
    is_passive = any(c.dep_ == "auxpass" for c in event.children)
    is_deed = clause.tag_ == "VBD" and clause.head.i == event.i
    return is_passive and is_deed and not {"when", "as"}.isdisjoint(marks)


def is_of_those_behind(preposition: Token, noun: Token) -> bool:
    """Whether it is the "of" of "seek the authors of the attack": what is done now is of them."""
    return preposition.dep_ == "prep" and noun.lemma_.lower() in THOSE_BEHIND


def is_of_what_it_followed(event: Token, phrase: Token, others: Collection[int]) -> bool:
    """Whether it dates the killing of "the fighting followed the killing a week before"."""
    verb = event.head
    is_follow = event.dep_ == "nsubj" and verb.lemma_ in {"follow", "precede"}
    told = (c.i for c in verb.children if c.dep_ == "dobj" and c.i in others)
    return is_follow and any(i < phrase.i for i in told)


def is_on_the_way(link: Token, clause: Token) -> bool:
    """Whether it is "workers travelling from Bara to Kolun", who may have been anywhere between."""
    is_way = link.lower_ in {"from", "to", "towards", "toward"}
    is_told = clause.dep_ in {"acl", "relcl"} and clause.lemma_.lower() in TRAVELLING
    return is_way and is_told


def is_place_word(word: Token) -> bool:
    """Whether a noun only says what kind of place follows: "the city of", "areas in"."""
    return word.lemma_.lower() in {
        "area", "city", "town", "village", "part", "district", "province", "region", "state",
        "valley", "suburb", "outskirt", "countryside", "vicinity", "capital", "east", "west",
        "north", "south", "centre", "center", "border", "side", "jurisdiction", "department",
        "municipality", "neighborhood", "neighbourhood", "street", "airport", "market", "base",
        "sector", "line", "zone", "coast", "island", "slum", "ward", "camp", "crossing",
        "university", "kilometer", "km", "mile", "night", "morning", "evening", "afternoon",
    }  # fmt: skip
