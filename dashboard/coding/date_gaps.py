"""The date of an event told only as so long before another: "on Sunday, a week after a raid"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.coding.date_anchors import COUNTED, moved
from dashboard.coding.intervals import DateExpression

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from spacy.tokens import Doc, Token

    from dashboard.coding.timing import DateMention

GAP = re.compile(rf"\b{COUNTED}\s+(?P<hinge>after|before)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Gap:
    """So long after or before: the words, and the tokens of what comes first or next."""

    match: re.Match[str]
    inner: frozenset[int]

    def is_inner(self, mention: DateMention) -> bool:
        """Whether a date stands with what lies across the gap."""
        return mention.head.i in self.inner


def gap_before(token: Token) -> Gap | None:
    """Return the gap that an event stands across of, or `None`."""
    for match in GAP.finditer(token.doc.text):
        inner = _across(token.doc, match)
        if token.i in inner:
            return Gap(match, inner)
    return None


def _across(doc: Doc, match: re.Match[str]) -> frozenset[int]:
    """Return the words of the clause or phrase that "after" opens."""
    span = doc.char_span(*match.span("hinge"))
    if span is None:
        return frozenset()
    hinge = span.root
    top = hinge.head if hinge.dep_ == "mark" else hinge
    return frozenset(w.i for w in top.subtree if w.i > hinge.i)


def date_across(
    gap: Gap, dates: Sequence[DateMention], published: date | None
) -> DateExpression | None:
    """Return the date that lies the gap before that of the event told first."""
    outer = [d for d in dates if not gap.is_inner(d)]
    if len(outer) != 1:
        return None
    found = outer[0].expression
    if found.interval.start is None or found.interval.end is None:
        return None
    is_after = gap.match["hinge"].lower() == "after"
    interval = moved(found.interval, gap.match, published, is_back=is_after)
    if interval is None:
        return None
    return DateExpression(gap.match.start(), gap.match.end(), interval, names_year=True)
