"""How those who act are named: without their number, the day, or the place where they did it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.coding.certainty.attribution import words_of_name

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

DATELINE = re.compile(r"^.*\s[-–—]\s|^.*:\s|^\(?[A-Za-z\d]{1,2}\)\s*")
TIMES = frozenset({"DATE", "TIME"})
COUNTS = frozenset({"CARDINAL", "QUANTITY", "ORDINAL", "PERCENT"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
BOUNDS = frozenset(
    {"at", "least", "more", "than", "about", "around", "some", "nearly", "almost", "several"}
    | {"many", "few", "another", "further", "additional", "other", "dozens", "dozen", "hundreds"}
    | {"hundred", "thousands", "thousand", "scores", "of", "both", "all", "these", "those", "over"}
    | {"up", "to", "roughly", "fewer", "less", "as", "no", "not", "half", "most", "any", "every"}
    | {"them", "whom"}
    | {
        "approximately",
        "estimated",
        "total",
        "extra",
        "the",
        "a",
        "an",
        "and",
        "well",
        "each",
        "or",
    }
)
CARRYING = frozenset({"carry", "transport", "ferry", "take", "bring"})
OWNERS = frozenset({"his", "her", "its", "their", "our", "your", "my"})
HARMED = frozenset(
    {"dead", "killed", "wounded", "injured", "hurt", "late", "early", "mid", "unconscious"}
)
AFTER = frozenset(
    {"with", "in", "at", "near", "on", "there", "loyal", "north", "south", "east", "west"}
    | {"northeast", "northwest", "southeast", "southwest", "outside", "around", "their", "its"}
)
HOURS = frozenset({"night", "morning", "afternoon", "evening"})


def bare_name(token: Token) -> Span:
    """Return the words that name somebody: "herders" of "at least 14 herders"."""
    words = words_of_name(token, with_joined=False) or [token]
    doc, first, last = token.doc, words[0].i, words[-1].i
    dateline = DATELINE.match(doc[first : last + 1].text)
    while dateline and doc[first].idx < doc[words[0].i].idx + dateline.end() and first < token.i:
        first += 1
    while first < token.i and _is_beside_the_name(doc[first], token):
        is_place = doc[first].ent_type_ in PLACES
        first += 1
        while is_place and first < token.i and doc[first].pos_ == "PROPN":
            first += 1  # the second word of "Burkina Faso"
    behind = doc[token.i + 1 : last + 1]
    carrying = (w.i for w in doc[first : token.i] if w.tag_ == "VBG" and w.lemma_ in CARRYING)
    first = max(carrying, default=first - 1) + 1  # a "minibus carrying | teachers", as one noun
    cut = (w.i for w in behind if w.text == "," or w.lower_ in HARMED | AFTER or _is_size(w))
    last = min((i - 1 for i in cut), default=last)
    while last > token.i and doc[last].pos_ == "ADP":
        last -= 1  # "fighters for | their part"
    while last > token.i and doc[last].is_punct and doc[last].text not in {")", "]"}:
        last -= 1
    if last == token.i and doc[last + 1 : last + 3].text == "-by":
        last += 2  # "passers-by"
    return doc[first : last + 1]


def _is_size(word: Token) -> bool:
    """Whether it is the "of" of "a crowd of some 200"."""
    below = [c for c in word.children if c.dep_ == "pobj"] if word.lower_ == "of" else []
    return bool(below) and all(c.like_num for c in below)


def _is_beside_the_name(word: Token, head: Token) -> bool:
    """Whether a word at the start only counts, dates or places those who are named."""
    if word.is_punct or word.lower_ in BOUNDS | OWNERS | HARMED or word.ent_type_ in TIMES:
        return True
    if word.pos_ == "NUM" or word.ent_type_ in COUNTS:
        # "the 444 Brigade", but "12 Arlanders"
        is_part = word.nbor().pos_ == "PROPN" and head.pos_ == "PROPN"
        return not is_part or head.ent_type_ == "NORP" or head.tag_ == "NNPS"
    before = word.nbor(-1) if word.i else word
    if word.lower_ in HOURS and before.ent_type_ in TIMES:
        return True  # "on Saturday night gunmen ..."
    is_led = before.pos_ == "ADP" or (before.ent_type_ in PLACES and word.ent_iob_ == "I")
    # "In Burkina Faso gunmen attacked ...": the parse makes one name of both.
    return word.ent_type_ in PLACES and head.pos_ == "NOUN" and head.tag_ == "NNS" and is_led
