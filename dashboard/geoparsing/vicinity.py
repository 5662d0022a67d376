"""Where a place may be that the gazetteer does not have.

"Gray Hollow, a hamlet in Lee County" is somewhere in the county: the text says so, and it is drawn
as the county. "Royal Street" in a text about New Orleans is in or near New Orleans: that is told
with the place it leads to, but gets no mark, because the text does not say it in so many words.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.gazetteer.gazetteer import distance_km
from dashboard.geoparsing.context import area_keys
from dashboard.geoparsing.feature_kinds import LEVELS, kind_of
from dashboard.geoparsing.wording import names_parent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dashboard.gazetteer import Entry
    from dashboard.geoparsing.sightings import Sighting
    from dashboard.geoparsing.tokens import Tokens

NEAR_KM = 100
FADE_WORDS = 30
MIN_SHARE = 0.4
"""The towns around must agree at least this much on one place."""
APPOSITION = frozenset({"in", "a", "an", "the", "near", "also"})
"""What a second name of the same place may begin with: "X, a village in Y"."""
AREAS = frozenset({"province", "district"})
LOCAL = frozenset({"town", "seat", "capital", "quarter", "district"})


@dataclass(frozen=True, slots=True)
class Vicinity:
    """The town near which an unknown place is, and how much of the text agrees."""

    entry: Entry
    share: float
    is_stated: bool = False
    """Whether the text says that the place lies in it, or only plays around it."""


def stated_areas(
    tokens: Tokens, sightings: Sequence[Sighting], chosen: Sequence[Entry | None]
) -> tuple[Entry | None, ...]:
    """Return the province or district that the text puts each name in, where no candidate lies.

    All mentions of a name share what one of them says.
    """
    said: dict[str, Entry] = {}
    for number in range(len(sightings) - 1):
        here, there, entry = sightings[number], sightings[number + 1], chosen[number + 1]
        between = tokens.lowers[here.last + 1 : there.first]
        if entry is not None and kind_of(entry) in AREAS and _is_said_inside(between):
            said.setdefault(here.surface.casefold(), entry)
    areas = (said.get(sighting.surface.casefold()) for sighting in sightings)
    return tuple(
        area if area is not None and _is_unknown_in(sighting, entry, area) else None
        for sighting, entry, area in zip(sightings, chosen, areas, strict=True)
    )


def _is_said_inside(between: Sequence[str]) -> bool:
    """Whether "in Y" belongs to the name: not in "In X, gunmen shot a man in Y"."""
    is_new_clause = between[:1] == (",",) and len(between) > 1
    return names_parent(between) and (not is_new_clause or between[1] in APPOSITION)


def _is_unknown_in(sighting: Sighting, entry: Entry | None, area: Entry) -> bool:
    """Whether no candidate lies in an area that is not wider than what was chosen."""
    if entry is not None and kind_of(entry) in {"country", "province"}:
        return False
    level = LEVELS[kind_of(area)]
    own = {key for key in area_keys(area) if len(key) == level}
    return not any(own & set(area_keys(candidate)) for candidate in sighting.candidates)


def vicinity_of(
    number: int,
    sightings: Sequence[Sighting],
    chosen: Sequence[Entry | None],
    *,
    scores: Sequence[float],
) -> Vicinity | None:
    """Return the town around which the text near a mention plays, or `None`.

    `scores` say how sure each choice is; a doubtful town says little about where the text plays.
    """
    if not _may_be_local(sightings[number]):
        return None
    weights: dict[str, float] = defaultdict(float)
    towns: dict[str, Entry] = {}
    for other, entry in enumerate(chosen):
        if entry is None or other == number or kind_of(entry) not in LOCAL:
            continue
        away = abs(sightings[other].first - sightings[number].first)
        sure = sightings[other].chance * scores[other]
        weights[entry.place_id] += sure / (1 + away / FADE_WORDS)
        towns[entry.place_id] = entry
    if sum(weights.values()) == 0:
        return None
    around = {key: _around(town, towns, weights) for key, town in towns.items()}
    best = max(around, key=lambda key: (around[key], weights[key], -_level(towns[key])))
    share = around[best] / sum(weights.values())
    return Vicinity(towns[best], round(share, 3)) if share >= MIN_SHARE else None


def _may_be_local(sighting: Sighting) -> bool:
    """Whether a name may be a street or village; a people or a state that does not fit is none."""
    if sighting.label == "GPE":
        return not sighting.candidates
    return sighting.label != "NORP"


def _around(town: Entry, towns: dict[str, Entry], weights: dict[str, float]) -> float:
    """Return the weight of what lies near a town."""
    return sum(
        weights[key]
        for key, other in towns.items()
        if distance_km(town.lat, town.lon, other.lat, other.lon) <= NEAR_KM
    )


def _level(entry: Entry) -> int:
    return LEVELS.get(kind_of(entry), 4)
