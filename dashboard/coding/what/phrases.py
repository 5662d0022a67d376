"""The words of the text that an event is called by: the phrase around its trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.coding.what.slips import counted_whole, is_first_of_two

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from dashboard.coding.what.triggers import Trigger

MAX_HEADING_WORDS = 9
ENOUGH_WORDS = 3
MAX_WORDS_BEFORE = 7
PARTICLES = frozenset({"off", "up", "down", "out", "over", "back", "away"})
PHRASE_STOPS = frozenset(
    {"relcl", "advcl", "ccomp", "parataxis", "punct", "mark", "cc", "conj", "appos"}
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
    lefts = [c for c in token.lefts if c.dep_ not in {"punct", "preconj", "relcl"}]
    for first in (c for c in lefts if is_first_of_two(c)):
        return min(c.i for c in first.children if c.dep_ == "conj")
    return min((c.left_edge.i for c in lefts), default=token.i)


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
