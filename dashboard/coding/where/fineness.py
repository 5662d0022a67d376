"""Which of the places of a sentence is the finest: "Bara, in northern Arland"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.coding.where.attachment import FAR, LOCATIVE
from dashboard.coding.where.references import is_in_town, is_unknown
from dashboard.model import POINTS, WIDE, Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.coding.what.triggers import Trigger
    from dashboard.coding.where.mentions import PlaceMention

FINEST_FIRST = (
    Precision.POINT,
    Precision.CITY_AREA,
    Precision.LINE,
    Precision.REGION,
    Precision.PROVINCE,
    Precision.COUNTRY,
    Precision.MULTI_COUNTRY,
)
DISTRICTS = frozenset({"ADM2", "ADM3", "ADM4"})
CHAIN = 7
PUT_IN = re.compile(r"\s*,?\s+(?:in|of)\s+(?:the\s+)?")
OWNED = re.compile(r"[’']s\s+")


def is_land(mention: PlaceMention) -> bool:
    """Whether a name stands for a whole country or a region of several."""
    place = mention.resolution.place
    return place is not None and place.precision in WIDE


def town_of(
    mention: PlaceMention,
    others: Sequence[PlaceMention],
    all_of_sentence: Sequence[PlaceMention],
) -> PlaceMention:
    """Return the town of "near Bara in eastern Arland" rather than the region around it."""
    area = mention.resolution.place
    is_object = mention.head.dep_ == "dobj" or mention.head.head.lower_ == "against"
    if mention.stands_for is not None and is_object:
        # "Nine days after troops attacked the enclave": it is all of it.
        return mention
    above = {word.i for word in mention.head.ancestors}
    for other in (*(o for o in all_of_sentence if o.head.i in above and o.is_eligible), *others):
        place = other.resolution.place
        if place is None or area is None or place.precision in WIDE:
            continue
        is_finer = fineness_of(other) < fineness_of(mention)
        is_point = is_finer and place.precision in POINTS
        # "Near Olumbi, Kolun Province, in Arland": the first of a chain is the finest.
        is_chain = 0 < mention.head.i - other.head.i <= CHAIN and area.precision not in POINTS
        is_named_in = is_chain and (is_finer or place.precision is not area.precision)
        if (is_point or is_named_in) and set(place.countries) & set(area.countries):
            return other
    return mention


def named_inside(
    area: PlaceMention, trigger: Trigger, mentions: Sequence[PlaceMention]
) -> PlaceMention:
    """Return the finer place of "Bara, in northern Arland", "Arland's Kolun region".

    So, too, that of "In Kolun province, they fought with guns around Bara", where the parse hangs
    the town on the guns.
    """
    for other in mentions:
        if not other.is_eligible or fineness_of(other) >= fineness_of(area):
            continue
        if not _share_country(area, other):
            continue
        is_beside = _is_local_beside(other, trigger) and _holds(area, other)
        if is_beside or _between(other, area, PUT_IN) or _between(area, other, OWNED):
            return other
    return area


def _share_country(one: PlaceMention, other: PlaceMention) -> bool:
    places = (one.resolution.place, other.resolution.place)
    first, second = ({*place.countries} if place else set() for place in places)
    return bool(first & second)


def _is_local_beside(mention: PlaceMention, trigger: Trigger) -> bool:
    """Whether "in" or "around" ties it to a noun of the event that follows: "with guns around"."""
    is_local = mention.head.head.lower_ in LOCATIVE and mention.head.i > trigger.token.i
    if any(w.lower_ == "from" and w.head.i == trigger.token.i for w in mention.head.ancestors):
        return False  # "eleven attacks, from Bara in May to the train at Kolun"
    above = next((w for w in mention.head.ancestors if w.pos_ in {"VERB", "AUX"}), None)
    # "Arrested students after clashes in which a bus was burned at Bara": only the bus was there.
    is_own = above is None or above.i in {trigger.token.i, trigger.token.head.i}
    return is_local and is_own and any(w.i == trigger.token.i for w in mention.head.ancestors)


def _holds(area: PlaceMention, other: PlaceMention) -> bool:
    outer, inner = area.resolution.place, other.resolution.place
    if not (outer and inner and outer.geometry is not None and inner.geometry is not None):
        return False
    return bool(outer.geometry.intersects(inner.geometry.representative_point()))


def _between(first: PlaceMention, second: PlaceMention, words: re.Pattern[str]) -> bool:
    """Whether only such words stand between two names, or the one does not come first."""
    start, end = first.head.idx + len(first.head), second.head.left_edge.idx
    is_named = first.stands_for is None and second.stands_for is None
    return is_named and words.fullmatch(first.head.doc.text, start, max(start, end)) is not None


def fineness_of(mention: PlaceMention) -> int:
    """Return how wide the place of a name is; the least for what no gazetteer has."""
    place = mention.resolution.place
    if place is None:
        return FAR
    if is_in_town(place):
        # "In Bara, ... at the Olumbi hall": what a town holds is smaller than the town.
        return -1
    if is_unknown(place):
        # "Jets hit the city of Bara and the fields of Olumbi": no finer than a town that is known.
        return 2 * FINEST_FIRST.index(Precision.CITY_AREA)
    # "In the east of Arland": a part of a country is wider than a province.
    is_part = place.place_id.startswith("part:country:")
    precision = Precision.COUNTRY if is_part else place.precision
    is_inner = is_part or (precision is Precision.PROVINCE and place.feature in DISTRICTS)
    return 2 * FINEST_FIRST.index(precision) - is_inner
