"""Whether the place taken for a name is sure enough for a mark on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.gazetteer import Match
from dashboard.gazetteer.gazetteer import distance_km
from dashboard.geoparsing.choice import BARE_WORDS, INSIDE
from dashboard.geoparsing.feature_kinds import BUILT_IN, kind_of
from dashboard.geoparsing.namesakes import (
    MAIN_COUNTRY,
    SAID,
    SAME_SPOT_KM,
    has_rival_at_home,
    is_spoken_of,
    sureness,
)
from dashboard.geoparsing.ranking import FEATURES, PARENT
from dashboard.geoparsing.readings import Company

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from dashboard.gazetteer import Entry
    from dashboard.geoparsing.resolution import Ranked
    from dashboard.geoparsing.sightings import Sighting

DRAWN_FROM = 0.3
"""Below this score fewer than half of the answers are right (docs/geoparsing.md): no mark."""
SAID_DRAWN_FROM = 0.15
"""The same where the words beside the name agree: "Dantewada district"."""
PARENT_DRAWN_FROM = 0.02
"""The same for the one place of its name in the area that the words name: "Moura, Mopti"."""
CAPITAL_DRAWN_FROM = 0.1
"""
The same for the capital of a country that the text speaks of.

Of nine such names held back in LGL, GeoWebNews and GeoCorpora all were right.
"""
HOME_DRAWN_FROM = 0.05
"""
The same for a name that the country the text is about has in one province alone.

Of 11 such names held back in GeoWebNews and every second document of LGL, 10 were right.
"""
AT_HOME = 0.6
LONE_DRAWN_FROM = 0.7
"""The same for a small place in a country that nothing else in the text speaks of."""
NEXT_DOOR_KM = 100
"""A place so near another of the text is across the border from it, and no mere namesake."""
FAR_AWAY_KM = 1500
COMMON_DRAWN_FROM, MANY = 0.5, 4
"""
The same where nothing else is named, and so many places have the name: Springfield.

Of 33 such names from .3 to .5 in LGL, GeoWebNews and GeoCorpora eight were right.
"""
LITTLE = 100_000
FAR_DRAWN_FROM = 0.95
"""The same where, besides, it is small and far from all that the text names: a mere namesake."""
LARGE = 300_000
KNOWN_DRAWN_FROM = 0.05
"""The same for a city that hardly anything else of its name comes near: Mosul, Istanbul."""
OUTWEIGHS = 20
"""So many times as many people as all its namesakes elsewhere."""
FAR_SEA_KM = 1500
"""No "Gulf" or "coast" is meant that lies farther from all that the text names."""
NEAREST = FEATURES.index("nearest place km")
SMALL = frozenset({"town", "quarter", "seat", "district", "land", "water"})


def is_doubtful(ranked: Ranked, sighting: Sighting, best: int, *, company: Company) -> bool:
    """Whether the best candidate is too unsure for a mark."""
    entry, row = sighting.candidates[best], ranked.rows[best]
    if sighting.surface.casefold() in BARE_WORDS and entry.feature_class == "H":
        return company is Company.PLACES and _km_to_nearest(row) > FAR_SEA_KM
    if entry.layer != BUILT_IN or entry.feature_class not in {"A", "P"}:
        return False  # rivers and seas are too rare in corpora for their scores to mean much
    if has_rival_at_home(ranked, sighting, best) or _is_elsewhere(entry, row, sighting, company):
        return True
    return sureness(ranked, sighting, entry) < _bar(ranked, sighting, best, company)


def _bar(ranked: Ranked, sighting: Sighting, best: int, company: Company) -> float:
    """Return the sureness below which a place gets no mark."""
    entry, row = sighting.candidates[best], ranked.rows[best]
    if row[PARENT] > 0 and _is_alone_in_its_area(ranked, sighting, entry):
        return PARENT_DRAWN_FROM
    bar = SAID_DRAWN_FROM if row[SAID].max() > 0 else DRAWN_FROM
    is_lone_division = row[INSIDE] > 0 and len(sighting.candidates) == 1  # "Jonglei State"
    if is_lone_division or (row[MAIN_COUNTRY] > AT_HOME and _is_alone_at_home(entry, sighting)):
        bar = HOME_DRAWN_FROM
    if kind_of(entry) in SMALL and not is_spoken_of(row):
        bar = max(bar, _bar_of_stranger(entry, row, sighting, company))
    if entry.feature_code == "PPLC" and is_spoken_of(row):
        bar = min(bar, CAPITAL_DRAWN_FROM)
    return min(bar, KNOWN_DRAWN_FROM) if _is_known_everywhere(entry, sighting) else bar


def _bar_of_stranger(
    entry: Entry, row: NDArray[np.float64], sighting: Sighting, company: Company
) -> float:
    """Return the bar for a small place in a country that nothing else in the text speaks of."""
    people = entry.population or 0
    if company is Company.PLACES:
        # "Sido" in a text about Chad is no city of Lebanon that is called so in other languages.
        is_little = people < (LARGE if entry.match is Match.ALTERNATE else LITTLE)
        if _km_to_nearest(row) < NEXT_DOOR_KM and entry.match is not Match.VARIANT:
            return 0.0
        is_far = _km_to_nearest(row) > FAR_AWAY_KM and is_little
        return FAR_DRAWN_FROM if is_far else LONE_DRAWN_FROM
    is_common = len(sighting.candidates) >= MANY and people < LARGE
    is_said = row[SAID].max() > 0
    return COMMON_DRAWN_FROM if is_common and not is_said else 0.0


def _is_elsewhere(
    entry: Entry, row: NDArray[np.float64], sighting: Sighting, company: Company
) -> bool:
    """Whether it is a lesser place of another country that has this name among others."""
    return (
        company is not Company.NONE
        and entry.match is Match.ALTERNATE
        and kind_of(entry) in SMALL
        and (entry.population or 0) < LARGE
        and len(sighting.candidates) > 1
        and not is_spoken_of(row)
        and row[SAID].max() <= 0
    )


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


def _is_alone_in_its_area(ranked: Ranked, sighting: Sighting, entry: Entry) -> bool:
    """Whether no other place of its name lies in the area that the words beside it name."""
    return all(
        distance_km(entry.lat, entry.lon, other.lat, other.lon) <= SAME_SPOT_KM
        for other, row in zip(sighting.candidates, ranked.rows, strict=True)
        if row[PARENT] > 0
    )


def _km_to_nearest(row: NDArray[np.float64]) -> float:
    return float(10 ** row[NEAREST] - 1)


def _is_alone_at_home(entry: Entry, sighting: Sighting) -> bool:
    """Whether no other province of the country has a place of this name."""
    return entry.admin1 is not None and all(
        other.admin1 == entry.admin1
        for other in sighting.candidates
        if other.country == entry.country
    )
