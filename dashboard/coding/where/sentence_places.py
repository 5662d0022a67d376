"""Where the sentence of an event puts it, though the parse does not tie the place to it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from dashboard.coding.where.chains import firsts_of_chains
from dashboard.coding.where.homeland import is_land
from dashboard.coding.where.place_cues import BEARING, CALENDAR, IN_PLACE, LOCALS, NAMED_PLACE
from dashboard.coding.where.story import is_elsewhere
from dashboard.geoparsing.offsets import OFFSET
from dashboard.model import EventPlace, Precision, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.coding.drafts import Draft
    from dashboard.coding.where.story import Story
    from dashboard.model import Resolution

    Found = tuple[tuple[EventPlace, ...], str]

LONGEST_BEARING = 50
WITHIN = re.compile(
    r"\b(?:in|inside|across|throughout)\s+(?:(?:\w+ern|neighbou?ring|nearby)\s+)?$", re.IGNORECASE
)
NEXT_DOOR = re.compile(r"\b(?:neighbou?ring|nearby)\s+$", re.IGNORECASE)
FEWEST_JOINED = 2
# "The port of", before the name of what a sentence is about.
OPENING = re.compile(r"\W*(?:The\s+(?:\w+\s+){0,2}of\s+)?", re.IGNORECASE)
IS_SO_WHEN = re.compile(
    r"\s+(?:was|were|had|has|remained|lay|stood|is)\s[^.;:]*?\b(?:when|after|until|since|before)\b"
    r"[^,.;:]*$"
)
GOAL = re.compile(r"\b(?:towards?|off to|away to|back to|on to)\s+(?:the\s+)?$")
# Which town that is cannot be told from the countries' capitals.
SEAT = re.compile(r"\b(?:in|through|at|of) the (?:state|provincial|regional|district) capital\b")
FRONTED = re.compile(r"(?:^|[.!?\n])\s*In (?:the )?$")
LONGEST_TELLING = 150
SPOKEN_THERE = re.compile(
    r",[^,.]{0,60}\b(?:officials?|diplomats?|spokes\w+|minist\w+|experts?|negotiators?|envoys?)\b"
    r"[^,.]{0,30}\b(?:said|says|told|reported|announced|claimed)\b"
)
OUTCOME = re.compile(
    r"[^.;]{0,60}?\b(?:(?:led|leading) to|result(?:ed|ing) in|end(?:ed|ing) (?:in|with))"
    r"(?: the)?\s+"
)


def place_in_sentence(draft: Draft, story: Story) -> Found | None:
    """Return the only place that the sentence names, if it says that something was there."""
    text = story.article.text
    named = [
        r
        for r in story.names_in(draft.sentence.whole)
        if not is_bearing(r, text) and not is_elsewhere(text, r) and not _is_goal(r, text)
    ]
    here = firsts_of_chains(named, text)
    found = (
        _of_cause(draft, story)
        or _of_locals(draft, here, text)
        or _of_subject(draft, here, text)
        or _joined(draft, here, story)
    )
    if found is not None:
        return found
    if _is_told_before(draft, text):
        return None
    if not here:
        return _land(draft, story)
    return _only_one(draft, here, story)


def is_told_abroad(place: Resolution, story: Story) -> bool:
    """Whether officials tell there of another land: "In Bara, officials said Borland's army"."""
    start, end = place.mention.start, place.mention.end
    text, countries = story.article.text, {*place.place.countries} if place.place else set()
    told = story.standing_in(Span(end, end + LONGEST_TELLING))
    others = any(r.place and not countries & {*r.place.countries} for r in told)
    is_fronted = FRONTED.search(text[max(0, start - len("\n\nIn the ")) : start]) is not None
    return others and is_fronted and SPOKEN_THERE.match(text, end) is not None


def _only_one(draft: Draft, here: Sequence[Resolution], story: Story) -> Found | None:
    """Return the only place of a sentence, or the only one beside an event."""
    is_only = len({r.place.place_id for r in here if r.place}) == 1
    resolution = here[0] if is_only else _only_beside(draft, here, story)
    if resolution is None:
        return None
    before = story.article.text[draft.sentence.whole.start : resolution.mention.start]
    is_taken = resolution.mention in story.used
    if resolution.place is None or is_taken or not IN_PLACE.search(before):
        return None
    if is_told_abroad(resolution, story):
        return None
    place = EventPlace(resolution.place, resolution.mention)
    reason = "the only place that its sentence names" if is_only else "the place named beside it"
    return (place,), reason


def _of_cause(draft: Draft, story: Story) -> Found | None:
    """Return the place of what led to it: "a raid on a Chadian post that led to arrests"."""
    text = story.article.text
    for other in story.drafts_of(draft.sentence):
        between = text[other.trigger.end : draft.trigger.start]
        if other.places and OUTCOME.fullmatch(between):
            return other.places, f"what led to it was at {other.places[0].place.name}"
    return None


def _is_told_before(draft: Draft, text: str) -> bool:
    """Whether an event was told before; it is "of" that calls for the article."""
    return draft.is_definite and re.search(r"\bof\b", draft.trigger.of(text), re.IGNORECASE) is None


def _land(draft: Draft, story: Story) -> Found | None:
    """
    Return the only country that a sentence puts something in: "the murder of six in Arland".

    Before the event only where it opens the sentence: "In Arland, officials said that ...".
    """
    text, start = story.article.text, draft.trigger.start
    lands = [r for r in story.standing_in(draft.sentence.whole) if r.is_drawn and _is_in(r, text)]
    if len(lands) != 1 or lands[0].place is None:
        return None
    land = lands[0].mention
    is_fronted = WITHIN.fullmatch(text[draft.sentence.whole.start : land.start].lstrip())
    # "Cracked down on the group for its allies in neighbouring Arland": those were there.
    is_next_door = NEXT_DOOR.search(text[max(0, land.start - LONGEST_BEARING) : land.start])
    if is_next_door if land.start > start else not is_fronted:
        return None
    return (EventPlace(lands[0].place, land),), "the only country it is put in"


def _is_in(resolution: Resolution, text: str) -> bool:
    place, start = resolution.place, resolution.mention.start
    is_country = place is not None and place.precision is Precision.COUNTRY
    is_said = is_elsewhere(text, resolution) or not is_land(resolution, text)
    return (
        is_country and not is_said and WITHIN.search(text[max(0, start - 20) : start]) is not None
    )


def _joined(draft: Draft, here: Sequence[Resolution], story: Story) -> Found | None:
    """Return "in Bara and Kolun", where the sentence names no other place and no other event."""
    text = story.article.text
    if len(here) < FEWEST_JOINED or draft.is_definite or len(story.drafts_of(draft.sentence)) > 1:
        return None
    gaps = [text[a.mention.end : b.mention.start] for a, b in pairwise(here)]
    before = text[draft.sentence.whole.start : here[0].mention.start]
    if any(gap.strip() not in {",", "and", ", and"} for gap in gaps) or not IN_PLACE.search(before):
        return None
    found = tuple(EventPlace(r.place, r.mention) for r in here if r.place)
    return found, "the places that its sentence names"


def _of_locals(draft: Draft, named: Sequence[Resolution], text: str) -> Found | None:
    """Return the only place whose people tell of an event, or undergo it."""
    start = draft.sentence.whole.start
    homes = [r for r in named if r.place and LOCALS.search(text[start : r.mention.start])]
    if len(homes) != 1 or homes[0].place is None:
        return None
    place = homes[0].place
    return (EventPlace(place, homes[0].mention),), f"people of {place.name} tell of it"


def _of_subject(draft: Draft, named: Sequence[Resolution], text: str) -> Found | None:
    """Return the town that a sentence is about: "Bara had been quiet when two shells fell"."""
    first = named[0] if named else None
    if first is None or first.place is None or first.mention.end > draft.trigger.start:
        return None
    before = text[draft.sentence.whole.start : first.mention.start]
    between = text[first.mention.end : draft.trigger.start]
    if not OPENING.fullmatch(before) or not IS_SO_WHEN.match(between) or is_bearing(first, text):
        return None
    place = first.place
    return (EventPlace(place, first.mention),), f"its sentence is about {place.name}"


def _only_beside(draft: Draft, here: Sequence[Resolution], story: Story) -> Resolution | None:
    """Return the only place between an event and the next that the sentence tells."""
    whole = draft.sentence.whole
    starts = (d.trigger.start for d in story.drafts_of(draft.sentence))
    end = min((s for s in starts if s > draft.trigger.start), default=whole.end)
    apart = story.article.text.find(";", draft.trigger.end, end)
    end = apart if apart >= 0 else end
    beside = [r for r in here if draft.trigger.start < r.mention.start < end]
    if not beside:
        # "Shot in Bara; in Kolun officers defused a bomb": what the semicolon sets apart.
        first = story.article.text.rfind(";", whole.start, draft.trigger.start)
        beside = [r for r in here if whole.start <= first < r.mention.start < draft.trigger.start]
    return beside[0] if len(beside) == 1 else None


def _is_goal(resolution: Resolution, text: str) -> bool:
    """Whether it is where people went on to: "six were carried off towards Bara"."""
    start = resolution.mention.start
    return GOAL.search(text[max(0, start - LONGEST_BEARING) : start]) is not None


def is_bearing(resolution: Resolution, text: str) -> bool:
    """Whether a name only says how far off another place is: "15 km south of Bara"."""
    if resolution.place is not None and resolution.place.feature == OFFSET:
        return False
    start = resolution.mention.start
    return BEARING.search(text[max(0, start - LONGEST_BEARING) : start]) is not None


def names_unknown_place(draft: Draft, story: Story) -> bool:
    """Whether its sentence says where it was with a name that is not known: then not elsewhere.

    An attack "on the village of Olumbi" was not in the only town that the text speaks of.
    """
    if SEAT.search(draft.sentence.text):
        return True
    known = [r.mention.span for r in story.standing_in(draft.sentence.whole) if r.is_drawn]
    named = (
        draft.sentence.span(*match.span(1))
        for match in NAMED_PLACE.finditer(draft.sentence.text)
        if match[1].rstrip(".") not in CALENDAR
    )
    return any(not any(name.overlaps(span) for span in known) for name in named)
