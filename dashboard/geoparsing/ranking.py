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
    distances_km,
    local_masses,
)
from dashboard.geoparsing.feature_kinds import (
    BUILT_IN,
    KINDS,
    kind_of,
    nested_in_each_other,
    prior_of,
    twin_shares,
)
from dashboard.geoparsing.spellings import is_own_name
from dashboard.geoparsing.wording import kind_agreement, parent_agreement

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from dashboard.gazetteer import Entry
    from dashboard.geoparsing.cues import Cues
    from dashboard.geoparsing.sightings import Sighting
    from dashboard.geoparsing.tokens import Tokens
    from dashboard.geoparsing.wording import Surroundings

LABELS = ("GPE", "LOC", "FAC", "NORP", "ORG", "PERSON")
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
    "twin share",
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
PARENT = FEATURES.index("parent agrees")


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
        nested, twins = nested_in_each_other(entries), twin_shares(entries)
        rows = []
        for order, (entry, size) in enumerate(zip(entries, sizes, strict=True)):
            kind = kind_of(entry)
            is_own = is_own_name(sighting.surface, entry)
            matched = Match.NAME if is_own else entry.match
            rows.append(
                [
                    *(float(matched is match) for match in Match),
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
                    *nested[order],
                    twins[order],
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
            agreed = [kind_agreement(kind, word) for word in (inside, after, before)]
            said = parent_agreement(entry, parents)
            rows.append(
                [
                    *seen,
                    *agreed,
                    float(any(agreed)),
                    said[0],
                    said[1],
                    float(bool(parents)),
                    parent_agreement(entry, shared)[0],
                ]
            )
        return np.array(rows, dtype=np.float64)


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
    best = max((mass - own.get(key, 0.0) for key, mass in context.largest), default=0.0)
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
