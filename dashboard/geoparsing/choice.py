"""Which candidate is taken for a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.gazetteer import Match
from dashboard.gazetteer.folding import fold
from dashboard.gazetteer.gazetteer import distance_km
from dashboard.geoparsing.feature_kinds import BUILT_IN, kind_of
from dashboard.geoparsing.namesakes import (
    SAID,
    SAME_SPOT_KM,
    is_spoken_of,
    namesake_at_home,
)
from dashboard.geoparsing.ranking import FEATURES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.gazetteer import Entry
    from dashboard.geoparsing.resolution import Ranked
    from dashboard.geoparsing.sightings import Sighting

BARE_WORDS = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"}
    | {"northeast", "northwest", "southeast", "southwest", "centre", "center", "gulf", "coast"}
    | {"north east", "north west", "south east", "south west", "north-east", "north-west"}
)
"""Provinces in some countries, and in most texts none."""
INSIDE = FEATURES.index("kind agrees inside")


def best_candidate(
    ranked: Ranked, sighting: Sighting, *, chooses_above: float, is_alone: bool
) -> int | None:
    """
    Return the number of the best candidate, or `None` if none is good enough.

    One written by hand is meant, however rare it is in corpora. `is_alone` says that the text names
    no other place, so that nothing can speak for a country.
    """
    if not len(ranked.chances):
        return None
    pairs = list(zip(sighting.candidates, ranked.rows, strict=True))
    natural = [_says_itself(entry, row) for entry, row in pairs]
    allowed = [
        _is_allowed(entry, row, sighting, is_alone=is_alone) and says >= max(natural)
        for (entry, row), says in zip(pairs, natural, strict=True)
    ]
    if not any(allowed):
        return None
    best = int(np.argmax(np.where(allowed, ranked.chances, -1.0)))
    best = namesake_at_home(ranked, sighting, best)
    best = _town_of_its_name(ranked, sighting, best)
    is_meant = natural[best] or sighting.candidates[best].layer != BUILT_IN
    return best if is_meant or ranked.chances[best] >= chooses_above else None


def _town_of_its_name(ranked: Ranked, sighting: Sighting, best: int) -> int:
    """Return the town that a district is called after, where no word says that it is a district."""
    entry = sighting.candidates[best]
    is_plain = entry.match is Match.VARIANT or fold(entry.name) == fold(sighting.surface)
    if kind_of(entry) != "district" or not is_plain or ranked.rows[best][SAID].max() > 0:
        return best
    towns = [
        number
        for number, town in enumerate(sighting.candidates)
        if town.feature_class == "P"
        and (town.match is Match.NAME or entry.match is not Match.NAME)
        and (town.country, town.admin1) == (entry.country, entry.admin1)
        and distance_km(town.lat, town.lon, entry.lat, entry.lon) <= SAME_SPOT_KM
    ]
    return max(towns, key=lambda town: float(ranked.chances[town]), default=best)


def land_of_its_name(sighting: Sighting, best: int | None, *, named: frozenset[str]) -> int | None:
    """Return the country rather than "Panama City", where the text gives the city its full name."""
    if best is None or sighting.candidates[best].feature_code != "PPLC":
        return best
    city = sighting.candidates[best]
    if f"{sighting.surface.casefold()} city" not in named:
        return best
    countries = (
        number
        for number, entry in enumerate(sighting.candidates)
        if entry.feature_code.startswith("PCL") and entry.country == city.country
    )
    return next(countries, best)


def _says_itself(entry: Entry, row: NDArray[np.float64]) -> bool:
    """Whether the name itself says what it is, as "Red Sea" does: no province of that name."""
    return entry.feature_class == "H" and bool(row[INSIDE] > 0)


def _is_allowed(
    entry: Entry, row: NDArray[np.float64], sighting: Sighting, *, is_alone: bool
) -> bool:
    """Whether a candidate may be meant at all, which a guessed spelling or "the west" may not."""
    if entry.match is Match.VARIANT and not is_alone:
        return is_spoken_of(row)
    is_bare = sighting.surface.casefold() in BARE_WORDS and entry.feature_class in {"A", "P"}
    return not is_bare or bool(row[SAID].max() > 0)
