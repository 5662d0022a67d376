"""Names that tell where somebody comes from, sits or goes, not where an event was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.coding.what.families import DISPERSALS, VIOLENT
from dashboard.coding.where.attachment import LOCATIVE, TOWARDS
from dashboard.coding.where.clauses import is_elsewhere, is_on_the_way, is_told_of
from dashboard.coding.where.kinship import CROWDS
from dashboard.model import WIDE, Precision

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dashboard.coding.what.lexicon import Lexicon
    from dashboard.coding.what.triggers import Trigger
    from dashboard.coding.where.mentions import PlaceMention

COURTS = frozenset({"court", "tribunal", "judge", "jury", "prosecutor", "magistrate"})
WAYS = frozenset({"road", "highway", "route", "way", "motorway", "track", "street", "path"})
# "Driven back from Bara" is told of Bara.
DRIVEN = frozenset({"drive", "push", "flush", "chase", "expel", "oust", "dislodge", "repel"})
FROM_PLACE = frozenset({"withdrawal", "prison break", "abduction", "seizure", "looting"})
# Only these happen in the country that stands before them: "Chad's civil war", but not
# "a French airstrike".
OF_A_COUNTRY = frozenset(
    {"war", "revolution", "riot", "mob", "protest", "coup", "prison break", "stoppage", "arrest"}
)
# "Killed by gunmen north of Bara"
BEARINGS = frozenset({"north", "south", "east", "west"}) | frozenset(
    f"{way}{side}" for way in ("north", "south") for side in ("east", "west")
)
AWAY = frozenset({"outside", "beyond", "except", "than"})
BEFORE_NOUN = frozenset({"compound", "amod", "poss", "nmod"})
# "The mayor of Bara" may be anywhere.
OFFICES = frozenset({"mayor", "governor", "bishop", "archbishop", "emir", "prefect", "imam"})
WAY_FEATURE = "way"
# "A bus from Bara to Kolun was attacked near Sedra", but "the fighting spread from Bara to Kolun".
END_OF_ROUTE = re.compile(r"\bfrom\s+(?:the\s+)?(?:[A-Z][\w’'-]*\s+){1,4}to\s+(?:the\s+)?$")
SPREADING = re.compile(r"\b(?:spread|spill|extend|shift|sweep|swept|rang|everywhere|move)\w*\b")
# Where people go on to, or are brought, is not where they were set upon.
GOING = frozenset({"flee", "escape", "evacuate", "relocate", "airlift", "fly", "rush", "transfer"})
FAR_FROM_MOVES = VIOLENT | CROWDS


def has_other_role(trigger: Trigger, mention: PlaceMention, lexicon: Lexicon) -> bool:
    """Whether a name of the sentence of an event has another role than to say where it was."""
    head, place = mention.head, mention.resolution.place
    if is_told_of(head, trigger) or (place is not None and place.feature == WAY_FEATURE):
        return False
    is_wide = place is not None and place.precision in WIDE
    if head.dep_ in BEFORE_NOUN and head.head.i == trigger.token.i:
        return is_wide and trigger.rule.family not in OF_A_COUNTRY
    if is_wide and head.head.lower_ in AWAY:
        return True
    is_line = place is not None and place.precision is Precision.LINE
    if is_line and head.head.lower_ in {"on", "along"}:
        return False  # "killed by guards on the border with Borland"
    return _is_end_of_route(mention, trigger) or _is_told_aside(head, trigger, lexicon)


def _is_end_of_route(mention: PlaceMention, trigger: Trigger) -> bool:
    """Whether it is only where those who were met on the way were going."""
    found = END_OF_ROUTE.search(mention.before)
    is_met = found is not None and not SPREADING.search(mention.before[: found.start()])
    return is_met and trigger.rule.family in FAR_FROM_MOVES


def _is_told_aside(head: Token, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether the words between a name and its verb say whose home, seat or goal it is."""
    is_within, child = False, head
    for word in head.ancestors:
        is_within = is_within or child.lower_ in LOCATIVE or child.lower_ in BEARINGS
        is_court = word.lemma_.lower() in COURTS and trigger.rule.family not in {"arrest", "ban"}
        is_way = is_elsewhere(word, trigger) or is_on_the_way(child, word)
        is_way = is_way or (word.i == trigger.token.i and _is_brought_to(child, trigger))
        is_way = is_way or _is_goal(child, word, trigger)
        if is_court or is_way or _is_origin(child, word, trigger):
            return True
        if not is_within and _describes(child, word, lexicon):
            return True
        if word.pos_ in {"VERB", "AUX"} or word.i == trigger.token.i:
            break
        child = word
    return False


def _is_brought_to(link: Token, trigger: Trigger) -> bool:
    """Whether it is where those seized were brought: "took 20 prisoners to Bara"."""
    return link.lower_ in {"to", "into", "towards"} and trigger.rule.family == "abduction"


def _is_goal(link: Token, verb: Token, trigger: Trigger) -> bool:
    """Whether it is where people went for what is told: "fighting forced 900 to flee to Bara"."""
    is_to = link.lower_ in TOWARDS and verb.lemma_.lower() in GOING
    return is_to and verb.i != trigger.token.i and trigger.rule.family in FAR_FROM_MOVES


def _is_origin(child: Token, word: Token, trigger: Trigger) -> bool:
    """Whether it is where somebody or something comes from; not "the road from Bara"."""
    # "Looted from a shop in Bara", but "tourists from Arland were robbed".
    is_of_people = word.dep_ in {"nsubj", "nsubjpass"} and word.pos_ in {"NOUN", "PROPN"}
    is_start = trigger.rule.family in FROM_PLACE and not is_of_people
    is_from = child.lower_ == "from" and not is_start
    if trigger.token.i in {word.i, word.head.i} and trigger.token.lemma_.lower() in DRIVEN:
        return False
    if trigger.rule.family in DISPERSALS and any(c.pos_ == "NOUN" for c in child.children):
        return False  # "used tear gas to clear tractors from a square in Bara"
    # "The road from Bara", but "on its way from Bara".
    is_road = word.lemma_.lower() in WAYS and not any(c.dep_ == "poss" for c in word.children)
    return is_from and not _is_measured(child) and not is_road


def _describes(child: Token, word: Token, lexicon: Lexicon) -> bool:
    """Whether the name only says who somebody is or where they come from."""
    if child.dep_ in {"nsubj", "agent"} and word.pos_ in {"VERB", "AUX"}:
        return not _undergoes(word, lexicon)
    lemma = word.lemma_.lower()
    if child.lower_ == "of" and lemma in OFFICES:
        return True
    if child.dep_ in BEFORE_NOUN:
        return any(lexicon.is_in(lemma, people) for people in ("armed", "civilian", "worker"))
    return False


def _is_measured(preposition: Token) -> bool:
    """Whether it is "20 km from"."""
    before = preposition.nbor(-1) if preposition.i else preposition
    return before.lemma_.lower() in {"km", "kilometer", "kilometre", "mile"}


def _undergoes(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the subject is where things happen: "the town saw clashes", "was at war"."""
    if verb.lemma_.lower() in lexicon.phrases["undergo"]:
        return True
    if any(c.lower_ == "under" for c in verb.children):
        return True  # "Bara and Kolun came under attack"
    below = [c for p in verb.children if p.dep_ in {"prep", "acomp"} for c in p.subtree]
    if verb.lemma_ == "be" and any(c.lower_ == "war" for c in below):
        return True
    return any(c.lemma_.lower() in lexicon.phrases["undergo"] for c in below)
