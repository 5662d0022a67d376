"""How many people a noun phrase, or a list of them, counts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.antecedents import PARTITIVES
from dashboard.coding.quantities import Quantity, read_quantity
from dashboard.model import Toll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from dashboard.coding.lexicon import Lexicon
    from dashboard.coding.passages import Sentence


CROWDS = frozenset({"police", "army", "people", "family", "crowd", "patrol", "group", "convoy"})
MORE = re.compile(r"\b(?:far|many|even) more\b|\bhigher\b", re.IGNORECASE)
NOT_PEOPLE_LEMMAS = frozenset(
    {"year", "month", "week", "day", "hour", "minute", "percent", "dollar", "km", "kilometer"}
    | {"kilometre", "mile", "vehicle", "car", "house", "building", "animal", "cow", "sheep", "goat"}
    | {"horse", "bus", "truck", "tank", "time", "shot", "bullet", "round"}
)
LONGEST_LIST = 14


def is_people(token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun names people."""
    lemma = token.lemma_.lower()
    return token.ent_type_ == "PERSON" or any(
        lexicon.is_in(lemma, c) for c in ("civilian", "armed", "commander")
    )


def _singles(people: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """Return single persons among the victims: "a nurse", "the driver and his helper"."""
    return [
        p
        for p in people
        if p.tag_ in {"NN", "NNP"}
        and p.lemma_.lower() not in CROWDS
        and is_people(p, lexicon)
        and (p.tag_ == "NNP" or any(c.dep_ in {"det", "poss", "nummod"} for c in p.children))
    ]


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
    tolls = [t for v in victims if (t := toll_of_phrase(v, sentence)) is not None]
    if not tolls or all(t.text in {"a", "an", "A", "An"} for t in tolls):
        singles = _singles(victims, lexicon)
        is_single = all(v.tag_ in {"NN", "NNP"} for v in victims)
        if not singles or not is_single or any(v.lemma_.lower() in CROWDS for v in victims):
            return None
        return toll_of_names(len(victims), list(victims), sentence)
    if len(tolls) == 1 or victims[-1].i - victims[0].i > LONGEST_LIST:
        return tolls[-1]
    if any(t.low is None for t in tolls):
        return tolls[0]
    spans = [t.span for t in tolls if t.span]
    low = sum(t.low for t in tolls if t.low is not None)
    high = None if any(t.high is None for t in tolls) else sum(t.high or 0 for t in tolls)
    whole = sentence.text[
        _local(sentence, spans[0].start) : _local(sentence, spans[-1].end - 1) + 1
    ]
    return Toll(low, high, whole, type(spans[0])(spans[0].start, spans[-1].end))


def _is_part_of_others(victim: Token) -> bool:
    """Whether they were counted already: "six people, among them four children"."""
    return any(c.lower_ in {"among", "including"} for c in victim.children)


def _local(sentence: Sentence, offset: int) -> int:
    return sentence.offsets.index(offset)


def toll_of_phrase(noun: Token, sentence: Sentence) -> Toll | None:
    """Return the count of a noun phrase, or `None` if it gives none."""
    if noun.lemma_.lower() in NOT_PEOPLE_LEMMAS:
        return None
    left = noun.left_edge
    run = noun.doc[left.i : noun.i + 1]
    if noun.lower_ in {"most", "some", "many", "several", "dozens", "scores", "hundreds"} or (
        noun.pos_ in {"NUM", "ADJ", "PRON"}
    ):
        run = noun.doc[left.i : _end_of_of(noun) + 1]
    counted = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    if counted is not None and counted.lemma_.lower() in PARTITIVES:
        run = noun.doc[counted.left_edge.i : noun.i + 1]
    quantity = read_quantity(run.text)
    if noun.lemma_.lower() in CROWDS and run[0].lower_ in {"a", "an", "the"}:
        return None
    if quantity is None or (run.text.lower().startswith("one of")):
        return None
    if quantity.low is not None and quantity.low == quantity.high:
        after = noun.doc[noun.i + 1 :].text
        if MORE.search(after):
            quantity = replace(quantity, high=None)
    return as_toll(quantity, run.text, run.start_char, sentence)


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
