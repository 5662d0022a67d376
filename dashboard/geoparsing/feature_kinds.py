"""What a place is, in a few kinds, and which kind is likelier before any context."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dashboard.gazetteer import Match
from dashboard.geoparsing.context import area_keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dashboard.gazetteer import Entry

BUILT_IN = "built-in"
KINDS = ("country", "province", "district", "capital", "seat", "town", "quarter", "water", "land")
LEVELS = {"country": 1, "province": 2, "district": 3}
"""How many parts the area key of a kind has; what is not listed contains nothing."""


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


def nested_in_each_other(entries: Sequence[Entry]) -> list[tuple[float, float]]:
    """Return for each place whether one of the others contains it, and whether it contains one."""
    levels = [LEVELS.get(kind_of(entry), 4) for entry in entries]
    wide: set[tuple[str, ...]] = set()
    narrow: set[tuple[str, ...]] = set()
    keys = [area_keys(entry) for entry in entries]
    for level, own in zip(levels, keys, strict=True):
        wide |= {key for key in own if len(key) == level}
        narrow |= {key for key in own if len(key) < level}
    return [
        (
            float(any(key in wide for key in own if len(key) < level)),
            float(any(key in narrow for key in own if len(key) == level)),
        )
        for level, own in zip(levels, keys, strict=True)
    ]


def twins_of(entries: Sequence[Entry]) -> list[tuple[int, int]]:
    """Return the numbers of each town and of the province or district of its name it lies in."""
    areas = [
        (number, keys[-1])
        for number, area in enumerate(entries)
        if (level := LEVELS.get(kind_of(area), 4)) in {2, 3}
        and len(keys := area_keys(area)) >= level
    ]
    return [
        (number, area)
        for number, town in enumerate(entries)
        if areas and town.feature_class == "P"
        for area, key in areas
        if key in area_keys(town)
    ]


def twin_shares(entries: Sequence[Entry]) -> list[float]:
    """
    Return for a town and the province or district of its name how much of the people it has.

    Beijing is nearly all of Beijing, New York city four tenths of the state; 0 without a twin.
    """
    shares = [0.0] * len(entries)
    for town, area in twins_of(entries):
        people = (entries[number].population or 0 for number in (town, area))
        share = min(1.0, (next(people) + 1) / (next(people) + 1))
        shares[area], shares[town] = max(shares[area], share), max(shares[town], share)
    return shares
