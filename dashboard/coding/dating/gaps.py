"""The date of an event told only as so long before another: "on Sunday, a week after a raid"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.coding.dates.anchored import COUNTED
from dashboard.coding.dates.hours import on_day_of
from dashboard.coding.dates.intervals import DateExpression
from dashboard.coding.dates.moving import moved
from dashboard.coding.dating.told import hour_beside

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from spacy.tokens import Doc, Token

    from dashboard.coding.dates.anchored import Told
    from dashboard.coding.dating.located import DateMention

GAP = re.compile(
    rf"\b{COUNTED}\s+(?P<exact>to\s+the\s+day\s+)?(?P<hinge>after|before)\b", re.IGNORECASE
)
# "The raid came a week after": then it is the one told last.
COMING = frozenset({"come", "happen", "occur", "follow", "take", "be"})


@dataclass(frozen=True, slots=True)
class Gap:
    """So long after or before: the words, and the tokens of what comes first or next."""

    match: re.Match[str]
    inner: frozenset[int]

    is_of_last: bool = False
    """Whether what it counts from is the event told last: "The raid came a week after"."""

    def is_inner(self, mention: DateMention) -> bool:
        """Whether a date stands with what lies across the gap."""
        return mention.head.i in self.inner


def gap_before(token: Token) -> Gap | None:
    """Return the gap that an event stands across of, or `None`."""
    for match in GAP.finditer(token.doc.text):
        inner = _across(token.doc, match)
        if token.i in inner:
            return Gap(match, inner, _is_of_last(token.doc, match))
    return None


def _is_of_last(doc: Doc, match: re.Match[str]) -> bool:
    """Whether the words before a gap only take up what was told: "The raid came"."""
    words = doc.char_span(0, match.start(), alignment_mode="contract")
    verbs = [w for w in words or () if w.pos_ in {"VERB", "AUX"}]
    return len(verbs) == 1 and verbs[0].lemma_ in COMING


def _across(doc: Doc, match: re.Match[str]) -> frozenset[int]:
    """Return the words of the clause or phrase that "after" opens."""
    span = doc.char_span(*match.span("hinge"))
    if span is None:
        return frozenset()
    hinge = span.root
    top = hinge.head if hinge.dep_ == "mark" else hinge
    inner = {w.i for w in top.subtree if w.i > hinge.i}
    verb = next((w for w in top.ancestors if w.pos_ == "VERB"), None)
    if verb is not None and verb.lemma_ in COMING:
        # "It came a day after ministers, meeting in Bara, agreed": the parse joins the two verbs.
        inner |= {w.i for c in verb.children if c.dep_ == "conj" for w in c.subtree}
    return frozenset(i for i in inner if i > hinge.i)


def date_across(
    gap: Gap, dates: Sequence[DateMention], published: date | None, *, told: Told
) -> DateExpression | None:
    """Return the date that lies the gap before that of the event told first, or told last."""
    outside = [d.expression for d in dates if not gap.is_inner(d)]
    # "In April, and on 9 January 2009, a week after it had entered": the day that stands beside.
    text, start = gap.match.string, gap.match.start()
    beside = [d for d in outside if d.end <= start and not text[d.end : start].strip(" ,")]
    outer = beside or outside
    base, hour = None, told.hour
    if len(outer) == 1:
        base, hour = outer[0].interval, hour_beside(text, outer[0].start, outer[0].end)
    elif gap.is_of_last and not outer:
        base = told.last
    if base is None or base.start is None or base.end is None:
        return None
    is_after = gap.match["hinge"].lower() == "after"
    interval = moved(base, gap.match, published, is_back=is_after)
    if interval is None:
        return None
    if gap.match["unit"].lower().startswith("hour"):
        interval = on_day_of(base, interval, gap.match, hour=hour, is_back=is_after)
    return DateExpression(gap.match.start(), gap.match.end(), interval, names_year=True)
