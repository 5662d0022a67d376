"""What speaks for and against each place that a name could stand for, as numbers."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.gazetteer import Match
from dashboard.geoparsing.context import (
    Context,
    Masses,
    area_keys,
    distances_km,
    local_masses,
    parents_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from dashboard.gazetteer import Entry
    from dashboard.geoparsing.cues import Cues
    from dashboard.geoparsing.sightings import Sighting
    from dashboard.geoparsing.tokens import Tokens

LABELS = ("GPE", "LOC", "FAC", "NORP", "ORG", "PERSON")
KINDS = ("country", "province", "district", "capital", "seat", "town", "quarter", "water", "land")
BUILT_IN = "built-in"
PARENT_REACH = 7
"""Words between a place and the "in X" that says where it lies."""
NEAR_KM = (25, 161, 500)

FEATURES = (
    *(f"match: {match.value}" for match in Match),
    "name as written",
    "shortened",
    "hand-written",
    "population",
    "population below best",
    "population share",
    "population unknown",
    "order",
    "candidates",
    *(f"kind: {kind}" for kind in KINDS),
    "country population",
    "same name wider",
    "same name narrower",
    "prior",
    *(f"seen as {label}" for label in LABELS),
    "kind agrees inside",
    "kind agrees after",
    "kind agrees before",
    "has kind word",
    "parent agrees",
    "parent level",
    "has parent",
    "parent agrees elsewhere",
    "country mass",
    "country mass against best",
    "province mass",
    "district mass",
    "country mass nearby",
    "province mass nearby",
    "opening country mass",
    "opening province mass",
    "nearest place km",
    "three nearest km",
    *(f"places within {km} km" for km in NEAR_KM),
    "prior here",
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is said of each sighting by its own sentence and by the other mentions of its name."""

    parents: tuple[frozenset[tuple[str, ...]], ...]
    shared_parents: Mapping[str, frozenset[tuple[str, ...]]]


def surroundings_of(tokens: Tokens, sightings: Sequence[Sighting], *, cues: Cues) -> Surroundings:
    """Return the explicit parents: "X, Y", "X in southern Y", "Y's X", "Y province of X"."""
    said: dict[int, list[Entry]] = defaultdict(list)
    for number in range(len(sightings) - 1):
        here, there = sightings[number], sightings[number + 1]
        between = tokens.lowers[here.last + 1 : there.first]
        if _names_parent(between):
            said[number] += there.candidates
        if _names_child(between, cues=cues):
            said[number + 1] += here.candidates
    parents = tuple(parents_of(said, number) for number in range(len(sightings)))
    shared: dict[str, frozenset[tuple[str, ...]]] = defaultdict(frozenset)
    for sighting, found in zip(sightings, parents, strict=True):
        shared[sighting.surface.casefold()] |= found
    return Surroundings(parents, dict(shared))


def _names_parent(between: Sequence[str]) -> bool:
    """Whether the words between two names make the second the place the first lies in."""
    if between in ((",",), ("(",), (", in",), (",", "in"), ()):
        return len(between) > 0
    if len(between) > PARENT_REACH or "in" not in between[-4:]:
        return False
    return not any(word in {".", ";", "and", "but", "said"} for word in between)


def _names_child(between: Sequence[str], *, cues: Cues) -> bool:
    """Whether the words between two names make the first the place the second lies in."""
    if between in (("'s",), ("’s",)):
        return True
    if not between or len(between) > PARENT_REACH or between[0] not in {"'s", "’s"}:
        return between[-1:] == ("of",) and any(cues.has("rank_word", word) for word in between)
    return any(cues.has("rank_word", word) for word in between)


def kind_of(entry: Entry) -> str:
    """Return what a place is, in one of `KINDS`."""
    code = entry.feature_code
    if code.startswith("PCL"):
        return "country"
    by_code = {
        "ADM1": "province",
        "ADM2": "district",
        "PPLC": "capital",
        "PPLA": "seat",
        "PPLX": "quarter",
    }
    if code in by_code:
        return by_code[code]
    if entry.feature_class == "A":
        return "district"
    by_class = {"P": "town", "H": "water"}
    return by_class.get(entry.feature_class, "land")


def prior_of(entries: Sequence[Entry]) -> NDArray[np.float64]:
    """Return a chance for each place before any context: the wider and larger the likelier."""
    weights = []
    for entry in entries:
        kind = kind_of(entry)
        bonus = {"country": 1e8, "province": 2e6, "land": 3e5, "water": 1e5, "capital": 1e6}
        plain = entry.match in {Match.NAME, Match.ADJECTIVE, Match.ABBREVIATION, Match.OWN}
        size = (entry.population or 0) + bonus.get(kind, 0) + 500
        weights.append(size**0.7 * (1.0 if plain else 0.5))
    total = sum(weights)
    return np.array([weight / total for weight in weights])


@dataclass(frozen=True, slots=True)
class Ranker:
    """Builds the rows of `FEATURES` for a document."""

    tokens: Tokens
    cues: Cues
    sightings: Sequence[Sighting]
    surroundings: Surroundings
    country_population: Mapping[str, float]

    def rows(
        self, context: Context, chances: Sequence[NDArray[np.float64]]
    ) -> list[NDArray[np.float64]]:
        """Return one array for each sighting, one row for each of its candidates."""
        opening = _opening(context)
        fixed: dict[tuple[object, ...], NDArray[np.float64]] = {}
        result = []
        for number, sighting in enumerate(self.sightings):
            if not sighting.candidates:
                result.append(np.zeros((0, len(FEATURES))))
                continue
            key = (sighting.surface, sighting.candidates)
            if key not in fixed:
                fixed[key] = self._fixed(sighting)
            parts = [
                fixed[key],
                self._said(number, sighting),
                _massed(context, number, sighting.candidates, opening),
                _near(context, number, sighting.candidates),
                chances[number][:, None],
            ]
            result.append(np.hstack(parts))
        return result

    def _fixed(self, sighting: Sighting) -> NDArray[np.float64]:
        """Return what depends on the name alone."""
        entries = sighting.candidates
        sizes = [math.log10(1 + (entry.population or 0)) for entry in entries]
        best, total = max(sizes), sum(entry.population or 0 for entry in entries)
        prior = prior_of(entries)
        rows = []
        for order, (entry, size) in enumerate(zip(entries, sizes, strict=True)):
            kind = kind_of(entry)
            rows.append(
                [
                    *(float(entry.match is match) for match in Match),
                    float(entry.name == sighting.surface),
                    float(sighting.bare),
                    float(entry.layer != BUILT_IN),
                    size,
                    best - size,
                    (entry.population or 0) / total if total else 0.0,
                    float(entry.population is None),
                    float(order),
                    math.log1p(len(entries)),
                    *(float(kind == name) for name in KINDS),
                    math.log10(1 + self.country_population.get(entry.country or "", 0.0)),
                    float(any(_contains(other, entry) for other in entries)),
                    float(any(_contains(entry, other) for other in entries)),
                    prior[order],
                ]
            )
        return np.array(rows, dtype=np.float64)

    def _said(self, number: int, sighting: Sighting) -> NDArray[np.float64]:
        """Return what the sentence says: its kind words and explicit parents."""
        words = self.tokens
        inside = words.lower(sighting.last) if sighting.last > sighting.first else ""
        after = words.lower(sighting.last + 1)
        before = words.lower(sighting.first - 1)
        before = words.lower(sighting.first - 2) if before == "of" else before
        parents = self.surroundings.parents[number]
        shared = self.surroundings.shared_parents[sighting.surface.casefold()]
        seen = [float(sighting.label == label) for label in LABELS]
        rows = []
        for entry in sighting.candidates:
            kind = kind_of(entry)
            agreed = [_agrees(kind, word) for word in (inside, after, before)]
            said = _parent_agreement(entry, parents)
            rows.append(
                [
                    *seen,
                    *agreed,
                    float(any(agreed)),
                    said[0],
                    said[1],
                    float(bool(parents)),
                    _parent_agreement(entry, shared)[0],
                ]
            )
        return np.array(rows, dtype=np.float64)


AREA_KINDS = {
    "province": {"province", "state", "region", "oblast", "governorate", "prefecture", "territory"},
    "district": {
        *("county", "district", "parish", "borough", "municipality", "tehsil", "raion", "agency"),
        *("department", "canton", "division", "township", "counties", "districts", "parishes"),
    },
    "town": {"city", "town", "village", "suburb", "hamlet", "settlement", "municipality", "port"},
    "water": {
        *("river", "lake", "sea", "ocean", "bay", "gulf", "strait", "creek", "reservoir", "canal"),
    },
    "land": {
        *("valley", "mountain", "mountains", "mount", "range", "desert", "peninsula", "island"),
        *("islands", "plateau", "basin", "forest", "pass", "hills", "coast", "region", "plains"),
    },
    "country": {"republic", "country", "kingdom", "federation", "government"},
}
SAME = {"capital": "town", "seat": "town", "quarter": "town"}
ALL_AREA_WORDS = frozenset().union(*AREA_KINDS.values())


def _agrees(kind: str, word: str) -> float:
    """Return 1 when the word says that kind, -1 when it says another, 0 when it says nothing."""
    if word not in ALL_AREA_WORDS:
        return 0.0
    return 1.0 if word in AREA_KINDS.get(SAME.get(kind, kind), set()) else -1.0


def _parent_agreement(entry: Entry, parents: frozenset[tuple[str, ...]]) -> tuple[float, float]:
    """Return 1, -1 or 0 for agreeing, contradicting or unsaid, and the level that agrees."""
    if not parents:
        return 0.0, 0.0
    levels = [len(key) for key in area_keys(entry) if key in parents]
    if not levels or (max(levels) == 1 and kind_of(entry) == "country"):
        return -1.0, 0.0
    return 1.0, float(max(levels))


def _opening(context: Context) -> Masses:
    """Return the masses of the first mentions: title, dateline, first sentence."""
    masses: Masses = defaultdict(float)
    first = list(dict.fromkeys(context.group_of))[:3]
    for group in first:
        part = context.by_group[group]
        whole = max(part.values(), default=0.0)
        for key, mass in part.items():
            masses[key] += mass / whole / len(first)
    return masses


def _massed(
    context: Context, number: int, entries: Sequence[Entry], opening: Masses
) -> NDArray[np.float64]:
    own = context.by_group[context.group_of[number]]
    rest = max(context.total - max(own.values(), default=0.0), 1e-6)
    nearby = local_masses(context, number)
    best = max(
        (mass - own.get(key, 0.0) for key, mass in context.masses.items() if len(key) == 1),
        default=0.0,
    )
    rows = []
    for entry in entries:
        countries = [(country,) for country in entry.countries]
        province = (entry.country or "", entry.admin1 or "")
        district = (*province, entry.admin2 or "")
        mass = max((context.masses.get(c, 0.0) - own.get(c, 0.0) for c in countries), default=0.0)
        rows.append(
            [
                mass / rest,
                mass / best if best > 0 else 0.0,
                (context.masses.get(province, 0.0) - own.get(province, 0.0)) / rest,
                (context.masses.get(district, 0.0) - own.get(district, 0.0)) / rest,
                max((nearby.get(c, 0.0) for c in countries), default=0.0),
                nearby.get(province, 0.0),
                max((opening.get(c, 0.0) for c in countries), default=0.0),
                opening.get(province, 0.0),
            ]
        )
    return np.array(rows, dtype=np.float64)


def _near(context: Context, number: int, entries: Sequence[Entry]) -> NDArray[np.float64]:
    away = distances_km(context, number, entries)
    if away.shape[1] == 0:
        return np.tile([4.4, 4.4, *(0.0 for _ in NEAR_KM)], (len(entries), 1))
    others = context.point_groups != context.group_of[number]
    weights = context.points[others, 2]
    ordered = np.sort(away, axis=1)
    columns = [
        np.log10(1 + ordered[:, 0]),
        np.log10(1 + ordered[:, :3].mean(axis=1)),
        *((away < km) @ weights / weights.sum() for km in NEAR_KM),
    ]
    return np.stack(columns, axis=1)


def _contains(wide: Entry, narrow: Entry) -> bool:
    """Whether one place is the country, province or district the other lies in."""
    keys = area_keys(wide)
    level = {"country": 1, "province": 2, "district": 3}.get(kind_of(wide), 0)
    narrower = {"country": 1, "province": 2, "district": 3}.get(kind_of(narrow), 4)
    if level == 0 or narrower <= level:
        return False
    own = [key for key in keys if len(key) == level]
    return any(key in area_keys(narrow) for key in own)
