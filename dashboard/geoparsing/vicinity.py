"""Where a place may be that the gazetteer does not have: in the town that the text is in.

"Royal Street" in a text about New Orleans is in or near New Orleans. That is said, with the place
it leads to, but such a mention gets no mark: the text does not say it in so many words.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.gazetteer.gazetteer import distance_km
from dashboard.geoparsing.feature_kinds import LEVELS, kind_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.gazetteer import Entry
    from dashboard.geoparsing.sightings import Sighting

NEAR_KM = 100
FADE_WORDS = 60
MIN_SHARE = 0.5
"""The towns around must agree at least this much on one place."""
LOCAL = frozenset({"town", "seat", "capital", "quarter", "district"})
LABELS = frozenset({"FAC", "LOC", "GPE", "ORG", ""})


@dataclass(frozen=True, slots=True)
class Vicinity:
    """The town near which an unknown place is, and how much of the text agrees."""

    entry: Entry
    share: float


def vicinity_of(
    number: int, sightings: Sequence[Sighting], chosen: Sequence[Entry | None]
) -> Vicinity | None:
    """Return the town around which the text near a mention plays, or `None`."""
    if sightings[number].label not in LABELS:
        return None
    weights: dict[str, float] = defaultdict(float)
    towns: dict[str, Entry] = {}
    for other, entry in enumerate(chosen):
        if entry is None or other == number or kind_of(entry) not in LOCAL:
            continue
        away = abs(sightings[other].first - sightings[number].first)
        weights[entry.place_id] += sightings[other].chance / (1 + away / FADE_WORDS)
        towns[entry.place_id] = entry
    if not towns:
        return None
    around = {key: _around(town, towns, weights) for key, town in towns.items()}
    best = max(around, key=lambda key: (around[key], weights[key], -_level(towns[key])))
    share = around[best] / sum(weights.values())
    return Vicinity(towns[best], round(share, 3)) if share >= MIN_SHARE else None


def _around(town: Entry, towns: dict[str, Entry], weights: dict[str, float]) -> float:
    """Return the weight of what lies near a town."""
    return sum(
        weights[key]
        for key, other in towns.items()
        if distance_km(town.lat, town.lon, other.lat, other.lon) <= NEAR_KM
    )


def _level(entry: Entry) -> int:
    return LEVELS.get(kind_of(entry), 4)
