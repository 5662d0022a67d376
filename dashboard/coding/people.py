"""How many people a noun phrase, or a list of them, counts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.antecedents import PARTITIVES
from dashboard.coding.quantities import Quantity, read_quantity
from dashboard.model import Toll

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from dashboard.coding.lexicon import Lexicon
    from dashboard.coding.passages import Sentence


CROWDS = frozenset({"police", "army", "people", "family", "crowd", "patrol", "group", "convoy"})
MORE = re.compile(r"\b(?:far|many|even) more\b|\bhigher\b", re.IGNORECASE)
NOT_PEOPLE_LEMMAS = frozenset(
    {"year", "month", "week", "day", "hour", "minute", "percent", "dollar", "km", "kilometer"}
    | {"kilometre", "mile", "vehicle", "car", "house", "building", "animal", "cow", "sheep", "goat"}
    | {"horse", "bus", "truck", "tank", "time", "shot", "bullet", "round"}
)
UNHARMED = frozenset(
    {"arrest", "capture", "detain", "miss", "kidnap", "abduct", "displace", "free"}
)
COUNTS = frozenset({"most", "some", "many", "several", "dozens", "scores", "hundreds"})
LONGEST_LIST = 14


def is_people(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun names people."""
    lemma = token.lemma_.lower()
    return token.ent_type_ == "PERSON" or any(
        lexicon.is_in(lemma, c) for c in ("civilian", "armed", "commander")
    )


def toll_of_names(count: int, people: list[Token], sentence: Sentence) -> Toll:
    """Return the toll of people who are named one by one."""
    doc = people[0].doc
    first = min(t.left_edge.i for t in people[:1])
    while first < people[0].i and doc[first].is_punct:
        first += 1
    last = max(t.i for t in people)
    run = doc[first : last + 1]
    return Toll(count, count, run.text, sentence.span(run.start_char, run.end_char))


def toll_of_list(victims: tuple[Token, ...], sentence: Sentence, lexicon: Lexicon) -> Toll | None:
    """Return the toll of coordinated victims: numbers of one list are added, nothing else is."""
    victims = tuple(v for v in victims if not _is_part_of_others(v)) or victims
    victims = (*victims[:1], *(v for v in victims[1:] if not _is_of_another_list(v)))
    counts = [toll_of_phrase(v, sentence) or _toll_of_one(v, sentence, lexicon) for v in victims]
    tolls = [t for t in counts if t is not None]
    if len(tolls) <= 1 or victims[-1].i - victims[0].i > LONGEST_LIST:
        return tolls[-1] if tolls else None
    spans = [t.span for t in tolls if t.span]
    lows = [t.low for t in tolls if t.low is not None]
    high = None if any(t.high is None for t in tolls) else sum(t.high or 0 for t in tolls)
    whole = sentence.text[
        _local(sentence, spans[0].start) : _local(sentence, spans[-1].end - 1) + 1
    ]
    return Toll(sum(lows) or None, high, whole, type(spans[0])(spans[0].start, spans[-1].end))


def _toll_of_one(noun: Token, sentence: Sentence, lexicon: Lexicon) -> Toll | None:
    """Return the toll of a single person: "the driver", "his brother"."""
    is_one = noun.tag_ in {"NN", "NNP"} and noun.lemma_.lower() not in CROWDS
    if not is_one or not is_people(noun, lexicon):
        return None
    is_named = noun.tag_ == "NNP" or any(c.dep_ in {"det", "poss"} for c in noun.children)
    return toll_of_names(1, [noun], sentence) if is_named else None


def _is_of_another_list(victim: Token) -> bool:
    """Whether the parse joins what is no victim: "15 in Bara and a village", "32 arrested"."""
    is_place = victim.ent_type_ in {"GPE", "LOC", "FAC"}
    return is_place or any(c.dep_ == "acl" and c.lemma_ in UNHARMED for c in victim.children)


def _is_part_of_others(victim: Token) -> bool:
    """Whether they were counted already: "six people, among them four children"."""
    return any(c.lower_ in {"among", "including"} for c in victim.children)


def _local(sentence: Sentence, offset: int) -> int:
    return sentence.offsets.index(offset)


def toll_of_phrase(noun: Token, sentence: Sentence) -> Toll | None:
    """Return the count of a noun phrase, or `None` if it gives none."""
    if noun.lemma_.lower() in NOT_PEOPLE_LEMMAS:
        return None
    run = _counting_words(noun)
    quantity = read_quantity(run.text)
    if quantity is None or _is_one_crowd(noun, run.text[quantity.start : quantity.end]):
        return None
    if quantity.low is not None and quantity.low == quantity.high:
        after = noun.doc[noun.i + 1 :].text
        if MORE.search(after):
            quantity = replace(quantity, high=None)
    return as_toll(quantity, run.text, run.start_char, sentence)


def _is_one_crowd(noun: Token, words: str) -> bool:
    """Whether "a patrol", "a family" tells of people and not how many; "an estimated 60" does."""
    return noun.lemma_.lower() in CROWDS and words.lower() in {"a", "an"}


def _counting_words(noun: Token) -> Span:
    """Return the words that count a noun: "59 of its people", "dozens of pupils"."""
    doc, left = noun.doc, noun.left_edge
    if noun.lemma_.lower() == "family" and (end := _end_of_of(noun)) > noun.i:
        return doc[noun.i + 1 : end + 1]  # "a family of four"
    counted = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    if counted is not None and (counted.lemma_.lower() in PARTITIVES or counted.like_num):
        return doc[counted.left_edge.i : noun.i + 1]
    is_count = noun.lower_ in COUNTS or noun.pos_ in {"NUM", "ADJ", "PRON"}
    return doc[left.i : (_end_of_of(noun) if is_count else noun.i) + 1]


def _end_of_of(noun: Token) -> int:
    for child in noun.children:
        if child.lower_ == "of":
            return max((c.i for c in child.children), default=noun.i)
    return noun.i


def as_toll(quantity: Quantity, phrase: str, start: int, sentence: Sentence) -> Toll:
    """Return a count with its words and where they stand."""
    first = start + quantity.start
    last = start + max(quantity.end, len(phrase.rstrip()) if quantity.low is None else quantity.end)
    words = sentence.text[first:last].strip()
    if words.lower() in {"a", "an"}:
        words, first = phrase.strip(), start + len(phrase) - len(phrase.lstrip())
    return Toll(quantity.low, quantity.high, words, sentence.span(first, first + len(words)))
