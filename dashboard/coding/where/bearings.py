"""Names that only tell where another place is, or whose something is: "north of Bara"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.model import MentionKind, Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.coding.passages import Sentence
    from dashboard.coding.where.mentions import PlaceMention

# ", north of Bara", ", a town 240 km from Bara": after a name it only says where that place is.
BEARING = re.compile(
    r"(?:\s+(?:delta|valley|hills|forest|mountains|plains?|basin|plateau|peninsula|district))?\s*[,(]\s*(?:(?:an?|the|some|about|around|just|roughly|only|nearly|small|\w+ing)\s+)*"
    r"(?:(?:town|village|city|district|area|hamlet|suburb|settlement|base|camp|point)\s+)?"
    r"(?:(?:some|about|around|just|roughly|only|nearly)\s+)*"
    r"(?:\d[\d.,]*\s?-?\s?(?:km|kilomet(?:er|re)s?|miles?)\s+)?(?:to\s+the\s+)?(?:away\s+)?"
    r"(?:(?:(?:north|south)(?:[ -]?(?:east|west))?|east|west)\s+(?:of|from)|from|near|outside"
    r"|(?:high\s+)?above|overlooking|upstream\s+(?:of|from)|downstream\s+(?:of|from)"
    r"|on\s+the\s+(?:\w+\s+)?(?:road|highway)\s+(?:from|to|towards)"
    r"|close\s+to|not\s+far\s+from|across\s+the\s+(?:border|river|line)\s+from)\s+(?:the\s+)?"
    r"(?:(?:town|village|city|capital)\s+of\s+)?",
    re.IGNORECASE,
)
# "The hills, between Bara and Kolun provinces": before the first, and before the second.
BETWEEN = re.compile(
    r"(?:\s+[a-z-]+)?\s*,\s+(?:[a-z-]+\s+){0,4}?between\s+(?:the\s+)?"
    r"(?:[A-Z][\w’'-]*\s+(?:[a-z]+\s+)?){0,3}?(?:and\s+(?:the\s+)?)?"
)
# "Bara, on the Borlandic coast"
BESIDE = re.compile(r"\s*,\s+(?:on|along)\s+the\s+", re.IGNORECASE)
SHORE = re.compile(r"\s+(?:coast|shore|seaboard|coastline)\b", re.IGNORECASE)
# "The Bara-bound bus", "a Bara-based lawyer".
HYPHENATED = re.compile(
    r"-(?:bound|based|born|trained|backed|registered|led|style)\b", re.IGNORECASE
)
# "Bara, Kolun governorate": where no such area is known, Kolun is the town.
AREA_AFTER = re.compile(
    r"\s+(?:governorate|province|district|county|region|territory|department|municipality)\b"
)
# "Bara, on the Arlandic border", "Bara, on the Olumbi river".
ON_LINE = re.compile(r"\s*,\s+(?:on|along|by|beside)\s+(?:the\s+)?")
# "On the border with Borland" is on the near side.
BORDER_WITH = re.compile(r"\b(?:border|frontier)s?\s+(?:with|from)\s+(?:the\s+)?$", re.IGNORECASE)


def without_bearings(
    mentions: Sequence[PlaceMention], sentence: Sentence
) -> tuple[PlaceMention, ...]:
    """Return the mentions of a sentence without the names that only locate another."""
    return tuple(m for m in mentions if not only_locates(m, mentions, sentence))


def only_locates(
    mention: PlaceMention, mentions: Sequence[PlaceMention], sentence: Sentence
) -> bool:
    """Whether a name only says where another place is, or whose somebody is."""
    if mention.stands_for is not None:
        # "Bara, high above the capital"
        return _is_bearing(mention.head.left_edge.idx, mention, mentions, sentence)
    run = sentence.find(mention.resolution.mention.span)
    is_name = mention.resolution.mention.kind is MentionKind.TOPONYM
    if run is None or not is_name:
        return False
    if HYPHENATED.match(sentence.text, run[1]):
        return True
    if _is_wide(mention) and BORDER_WITH.search(sentence.text[: run[0]]):
        return True
    return _is_bearing(run[0], mention, mentions, sentence)


def _is_bearing(
    start: int, mention: PlaceMention, mentions: Sequence[PlaceMention], sentence: Sentence
) -> bool:
    """Whether only words for a bearing stand between the name before and where this one starts."""
    ends = (
        found[1]
        for other in mentions
        if other is not mention and other.is_eligible and other.stands_for is None
        if (found := sentence.find(other.resolution.mention.span)) and found[1] < start
    )
    found_ends = sorted(ends)
    if not found_ends:
        return False
    if any(BETWEEN.fullmatch(sentence.text, end, start) for end in found_ends[-2:]):
        return True
    before = found_ends[-1]
    run = sentence.find(mention.resolution.mention.span)
    is_area = run is not None and AREA_AFTER.match(sentence.text, run[1]) is not None
    if is_area and mention.stands_for is None and sentence.text[before:start] == ", ":
        return True
    is_shore = run is not None and SHORE.match(sentence.text, run[1]) is not None
    if is_shore and BESIDE.fullmatch(sentence.text, before, start):
        return True
    place = mention.resolution.place
    is_line = place is not None and place.precision is Precision.LINE
    pattern = ON_LINE if is_line and ON_LINE.fullmatch(sentence.text, before, start) else BEARING
    return bool(pattern.fullmatch(sentence.text, before, start))


def _is_wide(mention: PlaceMention) -> bool:
    place = mention.resolution.place
    return place is not None and place.precision is Precision.COUNTRY
