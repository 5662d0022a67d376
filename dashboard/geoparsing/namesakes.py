"""Which of two places of one name is meant where the text speaks of the country of only one.

"Gunmen attacked a post in Tripoli, Lebanese officials said" is no news from Libya, however much
larger its Tripoli is. The trees learn little of this from corpora, where the many places of a text
speak for each other; in a report of two sentences there are none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.gazetteer import Match
from dashboard.gazetteer.gazetteer import distance_km
from dashboard.geoparsing.feature_kinds import BUILT_IN, kind_of
from dashboard.geoparsing.ranking import FEATURES, PARENT
from dashboard.geoparsing.spellings import is_own_name

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from dashboard.gazetteer import Entry
    from dashboard.geoparsing.resolution import Ranked
    from dashboard.geoparsing.sightings import Sighting

SAME_SPOT_KM = 50
"""A town and the district of its name are one spot: their chances count together."""
TAKEN_FROM, BETTER_ELSEWHERE = 0.02, 20
"""
A place with this score, and no less than one part in so many of the best, is taken at home.

Of LGL, GeoWebNews, GeoCorpora and windows of one to three of their sentences, in all cases but two
that had a mark the place meant was the one at home, or neither (November 2026).
"""
LARGE, SURELY = 500_000, 0.2
"""A place of so many people gives way to one a tenth as large only from this score."""
FAMOUS = 1_000_000
RIVALS, EQUALS = 100, 10
"""So many times as large as its namesake a place is meant in any text; or is no equal of it."""
SPOKEN_OF = [FEATURES.index(name) for name in ("country mass", "country mass nearby")]
"""What the other names of the text say; in its opening a name would speak for itself."""
MAIN_COUNTRY = FEATURES.index("country mass against best")
AT_HOME = 0.5

KIND = [FEATURES.index(f"kind agrees {where}") for where in ("inside", "after", "before")]
SAID = [PARENT, *KIND]
"""What the words beside a name say of it: "Bara district", "Bara, Arland"."""


def is_spoken_of(row: NDArray[np.float64]) -> bool:
    """Whether the other names of the text speak of the country that a candidate lies in."""
    return bool(row[SPOKEN_OF].max() > 0.01)  # less is the shadow of an unlikely reading


def sureness(ranked: Ranked, sighting: Sighting, best: Entry) -> float:
    """Return the chance that the name is a place or another of its candidates at the same spot."""
    near = [
        distance_km(best.lat, best.lon, entry.lat, entry.lon) <= SAME_SPOT_KM
        for entry in sighting.candidates
    ]
    return float(ranked.chances[near].sum())


def namesake_at_home(ranked: Ranked, sighting: Sighting, best: int) -> int:
    """
    Return the candidate in the country that the text speaks of, where the best one lies elsewhere.

    It is taken where the trees give it some chance, or where the best one only has the name in
    another language; else `best` stays.
    """
    rival = sighting.candidates[best]
    home = [
        number
        for number in _candidates_at_home(ranked, sighting, best)
        if is_own_name(sighting.surface, sighting.candidates[number])
        and not _outweighs(rival, sighting.candidates[number])
    ]
    if not home:
        return best
    chance, bar = float(ranked.chances[home].sum()), float(ranked.chances[best]) / BETTER_ELSEWHERE
    if _is_city_of(rival, LARGE) and _times(rival, sighting.candidates[home[0]]) >= EQUALS:
        bar = SURELY if is_own_name(sighting.surface, rival) else bar
    if chance >= max(TAKEN_FROM, bar):
        return home[0]
    is_foreign = rival.match is not Match.NAME and kind_of(rival) != "country"
    own = [n for n in home if sighting.candidates[n].match is Match.NAME]
    return own[0] if is_foreign and own else best


def has_rival_at_home(ranked: Ranked, sighting: Sighting, best: int) -> bool:
    """Whether a place that is no world city has a namesake of some size where the text plays."""
    entry = sighting.candidates[best]
    home = [
        other
        for number in _candidates_at_home(ranked, sighting, best)
        if (other := sighting.candidates[number]).match in {Match.NAME, entry.match}
        and distance_km(entry.lat, entry.lon, other.lat, other.lon) > SAME_SPOT_KM
    ]
    if kind_of(entry) == "country" and entry.match is not Match.EXONYM:
        return False
    if not is_own_name(sighting.surface, entry):
        return bool(home)  # no English text calls Algeria "Argelia"
    is_famous = kind_of(entry) == "capital" or _is_city_of(entry, FAMOUS)
    return any(
        not _outweighs(entry, other) and not (is_famous and _times(entry, other) >= EQUALS)
        for other in home
    )


def _is_city_of(place: Entry, people: int) -> bool:
    return place.feature_class == "P" and (place.population or 0) >= people


def _times(one: Entry, other: Entry) -> float:
    """Return how many times as many people live in one place, as far as that is known."""
    return (one.population or 0) / max(1, other.population or 0)


def _outweighs(one: Entry, other: Entry) -> bool:
    """Whether a place by its own name is so much larger that it is meant in any text."""
    is_known = other.population is not None or (one.population or 0) >= LARGE
    return one.match is Match.NAME and is_known and _times(one, other) >= RIVALS


def _candidates_at_home(ranked: Ranked, sighting: Sighting, best: int) -> list[int]:
    """Return the places of a name in a country the text is about, the likeliest first."""
    entry, row = sighting.candidates[best], ranked.rows[best]
    is_free = entry.layer == BUILT_IN and bool(entry.countries)
    if not is_free or row[PARENT] > 0 or is_spoken_of(row):
        return []
    kind_said = row[KIND].max() > 0  # "Bara district": then the namesake must be one, too
    home = [
        number
        for number, other in enumerate(sighting.candidates)
        if ranked.rows[number][MAIN_COUNTRY] >= AT_HOME
        and other.feature_class in {"A", "P"}
        and (not kind_said or ranked.rows[number][KIND].max() > 0)
    ]
    return sorted(home, key=lambda number: -float(ranked.chances[number]))
