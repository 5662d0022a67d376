"""What a document is about: how much of it speaks of each country, province and point."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from dashboard.gazetteer import Entry
    from dashboard.geoparsing.sightings import Sighting

NEIGHBOURS = 6
"""Mentions on either side that count as the surroundings of a mention."""
FADE_WORDS = 25.0
MAX_POINTS = 150
MAX_COUNTRIES = 12
EARTH_RADIUS_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Group:
    """All mentions of one name in a document, with what it may stand for, each with a chance."""

    key: str
    members: tuple[int, ...]
    entries: tuple[Entry, ...]
    chances: NDArray[np.float64]
    weight: float


Masses = dict[tuple[str, ...], float]
"""By (country,), (country, admin1) or (country, admin1, admin2): how much is about it."""


@dataclass(frozen=True, slots=True)
class Context:
    """The masses and points of a document, whole and by name, so that a name can be left out."""

    group_of: tuple[int, ...]
    """For each sighting the number of its group."""
    masses: Masses
    total: float
    largest: tuple[tuple[tuple[str, ...], float], ...]
    """The countries that the document is about most, with their masses."""
    by_group: tuple[Masses, ...]
    points: NDArray[np.float64]
    """Latitude, longitude (radians) and weight of the likeliest place of each group."""
    point_groups: NDArray[np.int64]
    places: tuple[int, ...]
    """For each sighting the word it stands at."""


def groups_of(
    sightings: Sequence[Sighting], chances: Sequence[NDArray[np.float64]]
) -> tuple[Group, ...]:
    """Return the sightings by name; the chances of a name are the mean of its mentions."""
    members: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for number, sighting in enumerate(sightings):
        ids = tuple(entry.place_id for entry in sighting.candidates)
        members[(sighting.surface.casefold(), ids)].append(number)
    return tuple(
        Group(
            key=key,
            members=tuple(numbers),
            entries=sightings[numbers[0]].candidates,
            chances=np.mean([chances[number] for number in numbers], axis=0),
            weight=math.log1p(sum(sightings[number].chance for number in numbers)),
        )
        for (key, _), numbers in members.items()
    )


def context_of(sightings: Sequence[Sighting], groups: Sequence[Group]) -> Context:
    """Return what the mentions say together about where the document plays."""
    group_of = [0] * len(sightings)
    for number, group in enumerate(groups):
        for member in group.members:
            group_of[member] = number
    by_group = tuple(_masses(group) for group in groups)
    masses: Masses = defaultdict(float)
    for part in by_group:
        for key, mass in part.items():
            masses[key] += mass
    points, point_groups = _points(groups)
    countries = [(key, mass) for key, mass in masses.items() if len(key) == 1]
    return Context(
        group_of=tuple(group_of),
        masses=dict(masses),
        total=sum(group.weight for group in groups if len(group.entries)),
        largest=tuple(sorted(countries, key=lambda item: (-item[1], item[0]))[:MAX_COUNTRIES]),
        by_group=by_group,
        points=points,
        point_groups=point_groups,
        places=tuple(sighting.first for sighting in sightings),
    )


def area_keys(entry: Entry) -> tuple[tuple[str, ...], ...]:
    """Return what a place lies in: its countries, its province, its district."""
    keys: list[tuple[str, ...]] = [(country,) for country in entry.countries]
    if entry.country and entry.admin1:
        keys.append((entry.country, entry.admin1))
        if entry.admin2:
            keys.append((entry.country, entry.admin1, entry.admin2))
    return tuple(keys)


def local_masses(context: Context, number: int) -> Masses:
    """Return what the neighbouring mentions speak of, the nearer the more; they sum to about 1."""
    masses: Masses = defaultdict(float)
    here, own = context.places[number], context.group_of[number]
    low, high = max(0, number - NEIGHBOURS), min(len(context.places), number + NEIGHBOURS + 1)
    total = 0.0
    for other in range(low, high):
        if context.group_of[other] == own:
            continue
        near = math.exp(-abs(context.places[other] - here) / FADE_WORDS)
        part = context.by_group[context.group_of[other]]
        if not part:
            continue
        total += near
        weight = max(part.values())
        for key, mass in part.items():
            masses[key] += near * mass / weight
    return {key: mass / total for key, mass in masses.items()} if total else {}


def distances_km(context: Context, number: int, entries: Sequence[Entry]) -> NDArray[np.float64]:
    """Return for each entry the distances to the document's other places, a row each."""
    others = context.points[context.point_groups != context.group_of[number]]
    here = np.radians([[entry.lat, entry.lon] for entry in entries])
    dlat = here[:, None, 0] - others[None, :, 0]
    dlon = here[:, None, 1] - others[None, :, 1]
    half = (
        np.sin(dlat / 2) ** 2
        + np.cos(here[:, None, 0]) * np.cos(others[None, :, 0]) * np.sin(dlon / 2) ** 2
    )
    result: NDArray[np.float64] = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1)))
    return result


def _masses(group: Group) -> Masses:
    masses: Masses = defaultdict(float)
    for entry, chance in zip(group.entries, group.chances, strict=True):
        share = group.weight * float(chance)
        for key in area_keys(entry):
            # A place in several countries speaks a little of each.
            masses[key] += share / (len(entry.countries) if len(key) == 1 else 1)
    return dict(masses)


def _points(groups: Sequence[Group]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return the likeliest place of each name that is small enough to be near something."""
    rows: list[tuple[float, float, float]] = []
    numbers: list[int] = []
    for number, group in sorted(enumerate(groups), key=lambda pair: -pair[1].weight):
        if not group.entries or len(rows) >= MAX_POINTS:
            continue
        best = int(np.argmax(group.chances))
        entry = group.entries[best]
        if entry.feature_code.startswith("PCL") or entry.feature_code == "CONT":
            continue
        lat, lon = math.radians(entry.lat), math.radians(entry.lon)
        rows.append((lat, lon, group.weight * float(group.chances[best])))
        numbers.append(number)
    points = np.array(rows, dtype=np.float64).reshape(-1, 3)
    return points, np.array(numbers, dtype=np.int64)


def parents_of(mapping: Mapping[int, Sequence[Entry]], number: int) -> frozenset[tuple[str, ...]]:
    """Return the areas that the words after a mention name as what it lies in."""
    return frozenset(
        key for entry in mapping.get(number, ()) for key in _as_parent(entry) if key is not None
    )


def _as_parent(entry: Entry) -> tuple[tuple[str, ...] | None, ...]:
    code = entry.feature_code
    if code.startswith("PCL"):
        return ((entry.country,),) if entry.country else ()
    if entry.country is None or entry.admin1 is None:
        return ()
    if code == "ADM1":
        return ((entry.country, entry.admin1),)
    if code == "ADM2" and entry.admin2:
        return ((entry.country, entry.admin1, entry.admin2),)
    return ()
