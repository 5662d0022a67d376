"""When an event happened: the date expression that the parse ties to it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.coding.attachment import FAR
from dashboard.coding.intervals import Interval, describe_interval, precision_of, write_edtf
from dashboard.model import When

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from spacy.tokens import Doc, Token

    from dashboard.coding.attachment import Attachment
    from dashboard.coding.dates import DateExpression
    from dashboard.coding.passages import Sentence
    from dashboard.model import Span

BESIDE = re.compile(r",?\s*(?:on|in|at|near|late|early|during|since|outside)?(?:\s+the)?\s*")


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
            found.append(DateMention(expression, _head_of(list(span))))
    return tuple(found)


def _head_of(words: list[Token]) -> Token:
    """Return the first word of an expression, or the one above it within the expression."""
    inside = {w.i for w in words}
    word = words[0]
    while word.head.i in inside and word.head.i != word.i:
        word = word.head
    return word


def choose_date(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
    """Return the date of an event among those of its sentence, or `None`."""
    own = _nearest(dates, attachment) or _date_of_when(dates, attachment.token)
    if own is not None:
        return own
    shared = attachment.of_shared_subject()
    return _nearest(dates, shared) if shared is not None else None


def date_beside(
    dates: Sequence[DateMention], text: str, spots: Sequence[tuple[int, int]]
) -> DateMention | None:
    """Return the date that stands with the event's place: "in Bara on 16 November"."""
    for mention in dates:
        start, end = mention.expression.start, mention.expression.end
        for first, last in spots:
            between = text[last:start] if last <= start else text[end:first]
            if BESIDE.fullmatch(between):
                return mention
    return None


def _date_of_when(dates: Sequence[DateMention], token: Token) -> DateMention | None:
    """Return the date of "on Monday, when aircraft bombed a convoy"."""
    when = next((c for c in token.children if c.lower_ == "when" and c.dep_ == "advmod"), None)
    if when is None:
        return None
    before = token.doc.text[: when.idx].rstrip(", ")
    return next((d for d in dates if d.expression.end == len(before)), None)


def _nearest(dates: Sequence[DateMention], attachment: Attachment) -> DateMention | None:
    at = attachment.token.i
    ranked = [
        (attachment.distance(d.head, is_place=False), abs(d.head.i - at), i)
        for i, d in enumerate(dates)
    ]
    best = min(ranked, default=None)
    return dates[best[2]] if best is not None and best[0] < FAR else None


def read_when(mention: DateMention, sentence: Sentence) -> When:
    """Return the date of a mention with the words that say so."""
    expression = mention.expression
    return as_when(expression.interval, sentence.span(expression.start, expression.end))


def as_when(interval: Interval, span: Span | None = None) -> When:
    """Return an interval as the value that travels."""
    return When(
        precision=precision_of(interval.start, interval.end),
        start=interval.start,
        end=interval.end,
        edtf=write_edtf(interval),
        span=span,
        words=describe_interval(interval),
    )


def open_from(when: When, published: date | None) -> When:
    """Return the span from the beginning of an interval to the day of publication."""
    is_about = bool(when.edtf and "~" in when.edtf)
    return as_when(Interval(when.start, published, is_about), when.span)
