"""Where later sentences put an event, or what was struck: "The house, which is in Bara, ..."."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.coding.what.families import VIOLENT
from dashboard.coding.where.references import is_in_town
from dashboard.coding.where.sentence_places import place_in_sentence
from dashboard.coding.where.story import is_guess
from dashboard.model import EventPlace, Span

if TYPE_CHECKING:
    from dashboard.coding.drafts import Draft
    from dashboard.coding.where.sentence_places import Found
    from dashboard.coding.where.story import Story

REACH = 500
"""Characters, three sentences or so: a house told of later is another."""
LOOK_BACK = 90
SENTENCES_ON = 2
SHORTEST_NOUN = 4
IS_IN = re.compile(
    r"\bthe\s+(?:\w+\s+){0,2}?(?P<noun>\w+)(?:,\s+which)?\s+(?:is|was|lies|stands)\s+"
    r"(?:located\s+|situated\s+)?(?:in|at|on|near)\s+(?:the\s+)?(?:\w+\s+of\s+)?$",
    re.IGNORECASE,
)


def place_told_later(draft: Draft, story: Story) -> Found | None:
    """Return where later sentences put an event, or what was struck."""
    return place_told_on(draft, story) or _place_of_target(draft, story)


def place_told_on(draft: Draft, story: Story) -> Found | None:
    """Return the only place of a sentence that goes on with an event, and tells no other."""
    for sentence in draft.evidence[1:]:
        is_near = sentence.number - draft.sentence.number <= SENTENCES_ON
        if is_near and all(other.trigger == draft.trigger for other in story.drafts_of(sentence)):
            found = place_in_sentence(replace(draft, sentence=sentence), story)
            if found is not None:
                return found[0], "the only place of what is told on of it"
    return None


def _place_of_target(draft: Draft, story: Story) -> Found | None:
    """Return where the text says that the house, the bridge ... of an event without a place is."""
    if draft.rule.family not in VIOLENT:
        return None
    text, whole = story.article.text, draft.sentence.whole
    told = text[draft.trigger.start : whole.end].lower().split()
    nouns = {word.strip(".,;:\"'") for word in told}
    for r in story.standing_in(Span(whole.end, whole.end + REACH)):
        is_place = r in story.areas or is_in_town(r.place) or is_guess(r)
        before = IS_IN.search(text[max(whole.end, r.mention.start - LOOK_BACK) : r.mention.start])
        if not is_place or r.place is None or before is None:
            continue
        noun = before["noun"].lower()
        if len(noun) >= SHORTEST_NOUN and noun in nouns:
            return (EventPlace(r.place, r.mention),), f"the text says where the {noun} is"
    return None
