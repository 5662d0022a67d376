"""Which candidate is taken for a name, and whether it is sure enough for a mark on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.gazetteer import Match
from dashboard.gazetteer.folding import fold
from dashboard.gazetteer.gazetteer import distance_km
from dashboard.geoparsing.feature_kinds import BUILT_IN, kind_of
from dashboard.geoparsing.ranking import FEATURES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.gazetteer import Entry
    from dashboard.geoparsing.resolution import Ranked
    from dashboard.geoparsing.sightings import Sighting

DRAWN_FROM = 0.3
"""Below this score fewer than half of the answers are right (docs/geoparsing.md): no mark."""
SAID_DRAWN_FROM = 0.15
"""The same where the words beside the name agree: "Dantewada district"."""
HOME_DRAWN_FROM = 0.05
"""
The same for a name that the country the text is about has in one province alone.

Of 11 such names held back in GeoWebNews and every second document of LGL, 10 were right.
"""
AT_HOME = 0.8
LONE_DRAWN_FROM = 0.7
"""The same for a small place in a country that nothing else in the text speaks of."""
FAR_AWAY_KM = 1500
FAR_DRAWN_FROM = 0.95
"""The same where, besides, it is small and far from all that the text names: a mere namesake."""
LITTLE = 100_000
KNOWN_DRAWN_FROM = 0.05
"""The same for a city that hardly anything else of its name comes near: Mosul, Istanbul."""
LARGE = 300_000
OUTWEIGHS = 20
"""So many times as many people as all its namesakes elsewhere."""
FAR_SEA_KM = 1500
"""No "Gulf" or "coast" is meant that lies farther from all that the text names."""
SAME_SPOT_KM = 50
"""A town and the district of its name are one spot: their chances count together."""
BARE_WORDS = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"}
    | {"northeast", "northwest", "southeast", "southwest", "centre", "center", "gulf", "coast"}
    | {"north east", "north west", "south east", "south west", "north-east", "north-west"}
)
"""Provinces in some countries, and in most texts none."""
INSIDE = FEATURES.index("kind agrees inside")
SAID = [FEATURES.index(name) for name in ("parent agrees", "kind agrees inside")]
SAID += [FEATURES.index(f"kind agrees {where}") for where in ("after", "before")]
SPOKEN_OF = [FEATURES.index(name) for name in ("country mass", "country mass nearby")]
"""What the other names of the text say; in its opening a name would speak for itself."""
NEAREST = FEATURES.index("nearest place km")
MAIN_COUNTRY = FEATURES.index("country mass against best")
SMALL = frozenset({"town", "quarter", "seat", "district", "land", "water"})


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
        return _is_spoken_of(row)
    is_bare = sighting.surface.casefold() in BARE_WORDS and entry.feature_class in {"A", "P"}
    return not is_bare or bool(row[SAID].max() > 0)


def is_doubtful(ranked: Ranked, sighting: Sighting, best: int, *, is_alone: bool) -> bool:
    """Whether the best candidate is too unsure for a mark."""
    entry = sighting.candidates[best]
    if sighting.surface.casefold() in BARE_WORDS and entry.feature_class == "H":
        return not is_alone and _km_to_nearest(ranked.rows[best]) > FAR_SEA_KM
    if entry.layer != BUILT_IN or entry.feature_class not in {"A", "P"}:
        return False  # rivers and seas are too rare in corpora for their scores to mean much
    row = ranked.rows[best]
    bar = SAID_DRAWN_FROM if row[SAID].max() > 0 else DRAWN_FROM
    is_lone_division = row[INSIDE] > 0 and len(sighting.candidates) == 1  # "Jonglei State"
    if is_lone_division or (row[MAIN_COUNTRY] > AT_HOME and _is_alone_at_home(entry, sighting)):
        bar = HOME_DRAWN_FROM
    if kind_of(entry) in SMALL and not is_alone and not _is_spoken_of(row):
        is_far = _km_to_nearest(row) > FAR_AWAY_KM and (entry.population or 0) < LITTLE
        bar = FAR_DRAWN_FROM if is_far else LONE_DRAWN_FROM
    if _is_known_everywhere(entry, sighting):
        bar = min(bar, KNOWN_DRAWN_FROM)
    return _sureness(ranked, sighting, entry) < bar


def _is_known_everywhere(entry: Entry, sighting: Sighting) -> bool:
    """Whether it is a large city by its own name, with no namesake elsewhere of any size."""
    people = entry.population or 0
    rivals = (
        other.population or 0
        for other in sighting.candidates
        if distance_km(entry.lat, entry.lon, other.lat, other.lon) > SAME_SPOT_KM
        and (other.feature_class == "P" or other.country != entry.country)
        and other.match is not Match.VARIANT
    )
    is_city = entry.feature_class == "P" and entry.match is Match.NAME
    return is_city and people >= LARGE and people >= OUTWEIGHS * sum(rivals)


def _km_to_nearest(row: NDArray[np.float64]) -> float:
    return float(10 ** row[NEAREST] - 1)


def _is_alone_at_home(entry: Entry, sighting: Sighting) -> bool:
    """Whether no other province of the country has a place of this name."""
    return entry.admin1 is not None and all(
        other.admin1 == entry.admin1
        for other in sighting.candidates
        if other.country == entry.country
    )


def _sureness(ranked: Ranked, sighting: Sighting, best: Entry) -> float:
    """Return the chance that the name is the best place or another at the same spot."""
    near = [
        distance_km(best.lat, best.lon, entry.lat, entry.lon) <= SAME_SPOT_KM
        for entry in sighting.candidates
    ]
    return float(ranked.chances[near].sum())


def _is_spoken_of(row: NDArray[np.float64]) -> bool:
    return bool(row[SPOKEN_OF].max() > 0.01)  # less is the shadow of an unlikely reading
