"""Names that lie in one another: "Bara, Kolun Province, Arland"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dashboard.model import POINTS, Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.model import Place, Resolution

AREAS = frozenset({Precision.PROVINCE, Precision.REGION})
MOST_PLACES = 40
"""A text that names more is not about one area."""
# "the Kinama neighborhood of eastern Bara"
BETWEEN = re.compile(
    r"(?:\s+(?:neighbou?rhood|quarter|suburb|street|avenue|sector|district|slum|area))?"
    r"\s*[,(]?\s*(?:(?:in|of)\s+)?(?:the\s+)?(?:(?:\w+ern|central|downtown)\s+)?(?:\w+\s+of\s+)?",
    re.IGNORECASE,
)
# "Olumbi, a camp for displaced people in Kolun Province"
APPOSED = re.compile(r"\s*,\s+(?:an?|the)\s+(?:[\w’'-]+\s+){1,6}?(?:in|of)\s+(?:the\s+)?")


def firsts_of_chains(named: Sequence[Resolution], text: str) -> list[Resolution]:
    """Return the names without those that only say in which area the one before lies."""
    kept: list[Resolution] = []
    before: Resolution | None = None
    for each in named:
        if before is None or not _qualifies(each, before, text):
            kept.append(each)
        before = each
    return kept


def _qualifies(area: Resolution, before: Resolution, text: str) -> bool:
    if area.place is None or before.place is None:
        return False
    is_wider = area.place.precision not in POINTS or before.place.precision in POINTS
    between = (text, before.mention.end, area.mention.start)
    is_joined = BETWEEN.fullmatch(*between) or (
        area.place.precision not in POINTS and APPOSED.fullmatch(*between)
    )
    return (
        is_wider and bool(is_joined) and bool({*area.place.countries} & {*before.place.countries})
    )


def area_around(named: Sequence[Resolution]) -> Resolution | None:
    """Return the one area, smaller than a country, that all the other places lie in."""
    distinct = {r.place.place_id: r for r in reversed(named) if r.place}
    if len(distinct) > MOST_PLACES:
        return None
    places = [r.place for r in distinct.values() if r.place]
    around = [
        r
        for r in distinct.values()
        if r.place
        and r.place.precision in AREAS
        and all(p is r.place or _holds(r.place, p) for p in places)
    ]
    return around[0] if len(around) == 1 else None


def _holds(area: Place, place: Place) -> bool:
    if area.geometry is None or place.geometry is None:
        return False
    return bool(area.geometry.intersects(place.geometry.representative_point()))
