"""The dates of a sentence with the words of its parse, and which is nearest to an event."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dashboard.coding.dates.intervals import as_when
from dashboard.coding.dates.words import WEEKDAYS
from dashboard.coding.where.attachment import FAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from dashboard.coding.dates.intervals import DateExpression
    from dashboard.coding.passages import Sentence
    from dashboard.coding.where.attachment import Attachment
    from dashboard.model import When

DEICTIC = re.compile(
    rf"\b(?:{WEEKDAYS}|yesterday|today|tonight|last night"
    r"|this (?:morning|afternoon|evening)|weekend)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression with the word that heads it in the parse."""

    expression: DateExpression
    head: Token


def locate_dates(doc: Doc, expressions: Sequence[DateExpression]) -> tuple[DateMention, ...]:
    """Return the date expressions of a sentence with their heads."""
    found = []
    for expression in expressions:
        span = doc.char_span(expression.start, expression.end, alignment_mode="expand")
        if span is not None and len(span):
            head = _head_of(list(span))
            found.append(DateMention(expression, _fronted(head, span[0]) or head))
    return tuple(_of_main_clause(mention) for mention in found)


def _of_main_clause(mention: DateMention) -> DateMention:
    """Return "hours after" as of the main clause: "hours after a truce began, shelling resumed"."""
    hinge = _hinge_of(mention)
    is_clause = hinge is not None and hinge.dep_ == "mark" and hinge.head.dep_ == "advcl"
    return replace(mention, head=hinge.head.head) if hinge is not None and is_clause else mention


def _hinge_of(mention: DateMention) -> Token | None:
    """Return the "after" that ends "a week after", or `None`."""
    found = mention.expression
    span = mention.head.doc.char_span(found.start, found.end, alignment_mode="contract")
    last = next((w for w in reversed(list(span or ())) if w.is_alpha), None)
    return last if last is not None and last.lower_ in {"after", "before"} else None


def _fronted(head: Token, first: Token) -> Token | None:
    """Return the "In" of "In May 2009 rebels overran it", where the parse hangs May on rebels."""
    lead = first.nbor(-1) if first.i == 1 else None
    if lead is None or lead.dep_ != "prep":
        return None
    is_apart = lead not in head.ancestors and not any(lead.children)
    # "In 2019 rebels seized it": the parse makes "in 2019 rebels" of it and leaves no subject.
    is_joined = head.head in lead.children and head.dep_ == "nummod"
    subjects = {"nsubj", "nsubjpass", "expl"} & {c.dep_ for c in lead.head.children}
    return lead if is_apart or (is_joined and not subjects) else None


def _head_of(words: list[Token]) -> Token:
    """Return the first word of an expression, or the one above it within the expression."""
    inside = {w.i for w in words}
    word = words[0]
    while word.head.i in inside and word.head.i != word.i:
        word = word.head
    return word


def words_of(mention: DateMention) -> str:
    """Return the words of a date."""
    return mention.head.doc.text[mention.expression.start : mention.expression.end]


def clause_of(token: Token) -> Token:
    """Return the first verb of an event's clause: "when bombers walked in and killed 260"."""
    while token.dep_ in {"conj", "nsubj", "nsubjpass", "dobj"} and token.head.i != token.i:
        token = token.head
    return token


def nearest_date(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
    """Return the date that stands nearest to an event in the parse of its clause."""
    # "A week after the bombing of 2 March they fled": 2 March is the bombing's.
    hinges = [hinge for d in dates if (hinge := _hinge_of(d)) is not None]
    behind = {w.i for h in hinges for w in (h.head if h.dep_ == "mark" else h).subtree if w.i > h.i}
    dates = [d for d in dates if d.head.i not in behind]
    at = attachment.token.i
    ranked = [
        (attachment.date_distance(d.head), abs(d.head.i - at), i) for i, d in enumerate(dates)
    ]
    best = min(ranked, default=None)
    if best is None or best[0] >= FAR:
        return None
    # "Last year rebels seized it in March": both are of the deed, and March says more.
    within = (
        dates[i]
        for steps, _, i in sorted(ranked)
        if steps == best[0] and _is_within(dates[i].expression, dates[best[2]].expression)
    )
    return next(within, dates[best[2]])


def _is_within(one: DateExpression, other: DateExpression) -> bool:
    inner, outer = one.interval, other.interval
    if not (inner.start and inner.end and outer.start and outer.end) or inner == outer:
        return False
    return outer.start <= inner.start and inner.end <= outer.end


def read_when(mention: DateMention, sentence: Sentence) -> When:
    """Return the date of a mention with the words that say so."""
    expression = mention.expression
    return as_when(expression.interval, sentence.span(expression.start, expression.end))
