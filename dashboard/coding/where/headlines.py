"""The town of a headline, for what the first sentences tell without a place of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.coding.where.chains import firsts_of_chains
from dashboard.coding.where.place_cues import IN_PLACE
from dashboard.coding.where.story import is_background, is_elsewhere
from dashboard.model import EventPlace, Span, ZoneKind

if TYPE_CHECKING:
    from dashboard.coding.drafts import Draft
    from dashboard.coding.where.sentence_places import Found
    from dashboard.coding.where.story import Story

LEAD = 400
"""What begins within so many characters after a headline is what it tells."""
HEADINGS = frozenset({ZoneKind.TITLE, ZoneKind.HEADING})
# "Bara blast: nine killed", "Bara market bombing kills nine".
NAMED_AFTER = re.compile(r"(?:\s+[a-z-]+){1,2}\b(?=\s|[:,.]|$)", re.IGNORECASE)
DEED = re.compile(
    r"\b(?:attack|blast|bomb|explo|clash|massacre|raid|shoot|shot|siege|kill|murder|ambush|riot"
    r"|protest|strike|kidnap|abduct|die|dead|death|gunm[ae]n|shell|burn|storm|fight|march|rall)",
    re.IGNORECASE,
)


def place_of_headline(draft: Draft, story: Story) -> Found | None:
    """Return the one place where the headline puts what it tells, for an event of the lead."""
    head = _headline(story)
    if head is None or not head.end <= draft.sentence.whole.start <= head.end + LEAD:
        return None
    if story.areas_in(draft.sentence.whole) or is_background(draft, story.article):
        return None
    text = story.article.text
    named = firsts_of_chains(story.areas_in(head), text)
    if len({r.place.place_id for r in named if r.place}) != 1 or named[0].place is None:
        return None
    name = named[0].mention
    after = NAMED_AFTER.match(text, name.end)
    is_named_after = after is not None and DEED.search(after.group()) is not None
    is_put = IN_PLACE.search(text[head.start : name.start]) is not None or is_named_after
    if not is_put or not DEED.search(head.of(text)) or is_elsewhere(text, named[0]):
        return None
    place = named[0].place
    return (EventPlace(place, name),), f"the headline names {place.name} alone"


def _headline(story: Story) -> Span | None:
    """Return the line above the body of a text."""
    first = next(iter(story.article.zones), None)
    is_head = first is not None and first.kind in HEADINGS
    return Span(first.start, first.end) if first is not None and is_head else None
