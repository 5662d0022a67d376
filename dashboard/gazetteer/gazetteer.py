"""The gazetteer: every layer of names behind one door."""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from dashboard.gazetteer.entries import Entry, Match
from dashboard.gazetteer.folding import (
    fold,
    fold_text,
    has_boundary,
    spelling_variants,
    split_words,
)
from dashboard.gazetteer.index import NameIndex, load_index
from dashboard.gazetteer.regions import load_regions
from dashboard.gazetteer.tables import TableLayer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

LONGEST_NAME = 64
"""Folded characters; longer names are not looked for in running text."""
KM_PER_DEGREE = 111.195
CACHED_NAMES = 20_000
NOT_VARIED = frozenset({Match.ABBREVIATION, Match.ADJECTIVE, Match.VARIANT})
"""Too short or too loose to be found under another spelling."""


class Layer(Protocol):
    """What every layer of names can do."""

    def find(self, key: str) -> tuple[Entry, ...]:
        """Return the entries a folded name stands for."""

    def keys_at(self, folded: str) -> list[str]:
        """Return every name that `folded` begins with."""

    def entry(self, place_id: str) -> Entry | None:
        """Return one entry by its id."""

    def within_box(self, south: float, west: float, north: float, east: float) -> Iterator[Entry]:
        """Yield the entries in a box of degrees."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A stored name found in running text: `text[start:end]`, stored under `key`."""

    start: int
    end: int
    key: str


class Gazetteer:
    """Names to places over several layers; a later layer overrides an earlier one by place id."""

    def __init__(self, index: NameIndex, layers: Sequence[Layer] = ()) -> None:
        self.index = index
        self.layers: tuple[Layer, ...] = (*layers, index)
        self._regions = _regions_by_geonameid(layers)
        self.entries_of = functools.lru_cache(maxsize=CACHED_NAMES)(self._entries_of)

    def find(self, name: str) -> tuple[Entry, ...]:
        """
        Return every place a name may mean, the most populous first.

        Abbreviations match only when written as such ("US", "Pa.", not "us"). When nothing is
        known under the name, other transliterations are tried and marked `Match.VARIANT`.
        """
        key = fold(name)
        found = tuple(e for e in self.entries_of(key) if is_written_so(name, e))
        return found or self._find_variants(name)

    def _entries_of(self, key: str) -> tuple[Entry, ...]:
        found: dict[str, Entry] = {}
        for layer in self.layers:
            for entry in map(self._prefer_region, layer.find(key)):
                found.setdefault(entry.place_id, entry)
        own = [e for e in found.values() if e.match is Match.OWN]
        rest = [e for e in found.values() if e.match is not Match.OWN]
        return (*own, *sorted(rest, key=lambda e: -(e.population or 0)))

    def _prefer_region(self, entry: Entry) -> Entry:
        """Return the hand-written region in place of GeoNames' bare record of the same thing."""
        region = self._regions.get(entry.geonameid or 0)
        if region is None or entry.layer == region.layer:
            return entry
        return replace(region, match=entry.match)

    def _find_variants(self, name: str) -> tuple[Entry, ...]:
        for key in (fold(split_words(name)), *spelling_variants(fold(name))):
            found = tuple(
                replace(entry, match=Match.VARIANT)
                for entry in self.entries_of(key)
                if entry.match not in NOT_VARIED
            )
            if found:
                return found
        return ()

    def scan(self, text: str, *, any_case: bool = False) -> Iterator[Hit]:
        """
        Yield every stored name in a text, in order, nested and overlapping ones included.

        Only names that begin with a capital (or in a script without capitals) unless `any_case`.
        """
        folded = fold_text(text)
        ends = [0] * (len(folded.text) + 1)
        for at in range(1, len(folded.text) + 1):
            raw = folded.raw_end(at)
            ends[at] = raw if has_boundary(text, raw) else -1
        previous = -1
        for at, raw in enumerate(folded.raw_starts):
            if raw == previous or not text[raw].isalnum():
                continue
            previous = raw
            if (any_case or not text[raw].islower()) and has_boundary(text, raw):
                yield from self._names_from(folded.text, at, raw, ends)

    def _names_from(self, folded: str, at: int, raw: int, ends: Sequence[int]) -> Iterator[Hit]:
        window = folded[at : at + LONGEST_NAME]
        for layer in self.layers:
            for key in layer.keys_at(window):
                end = ends[at + len(key)]
                if end > raw:
                    yield Hit(raw, end, key)

    def longest(self, text: str, start: int) -> tuple[tuple[int, tuple[Entry, ...]], ...]:
        """Return the names that begin at `start`, the longest first: (end offset, entries)."""
        window = text[start : start + 2 * LONGEST_NAME]
        hits = {h.end: h.key for h in self.scan(window, any_case=True) if h.start == 0}
        return tuple(
            (start + end, self.entries_of(hits[end])) for end in sorted(hits, reverse=True)
        )

    def entry(self, place_id: str) -> Entry | None:
        """Return a place by its id, or `None`."""
        for layer in self.layers:
            entry = layer.entry(place_id)
            if entry is not None:
                return entry
        return None

    def with_geonameid(self, geonameid: int) -> tuple[Entry, ...]:
        """Return the places with a GeoNames id; a region hand-written for it comes alone."""
        region = self._regions.get(geonameid)
        return (region,) if region else self.index.with_geonameid(geonameid)

    def country(self, alpha2: str) -> Entry | None:
        """Return a country by its ISO 3166-1 alpha-2 code."""
        return self.entry(f"country:{alpha2}")

    def admin1(self, country: str, code: str) -> Entry | None:
        """Return a province by its country and GeoNames code (`TJ`, `03`)."""
        return self.index.division(country, code)

    def within(self, place_id: str) -> tuple[Entry, ...]:
        """Return what a place lies in, the smallest first: district, province, country."""
        entry = self.entry(place_id)
        if entry is None or entry.country is None:
            return ()
        parents = []
        if entry.admin1:
            district = self.index.division(entry.country, entry.admin1, entry.admin2)
            parents = [district] if entry.admin2 else []
            parents.append(self.index.division(entry.country, entry.admin1))
        parents.append(self.country(entry.country))
        return tuple(p for p in parents if p is not None and p.place_id != place_id)

    def near(self, lat: float, lon: float, *, km: float) -> tuple[tuple[float, Entry], ...]:
        """Return the places within `km` of a point, the nearest first: (distance, entry)."""
        tall = km / KM_PER_DEGREE
        wide = min(180.0, tall / max(0.01, math.cos(math.radians(lat))))
        found: dict[str, tuple[float, Entry]] = {}
        for layer in self.layers:
            for entry in layer.within_box(lat - tall, lon - wide, lat + tall, lon + wide):
                away = distance_km(lat, lon, entry.lat, entry.lon)
                if away <= km:
                    found.setdefault(entry.place_id, (away, entry))
        return tuple(sorted(found.values(), key=lambda pair: pair[0]))


def _regions_by_geonameid(layers: Sequence[Layer]) -> dict[int, Entry]:
    tables = [layer for layer in layers if isinstance(layer, TableLayer)]
    found = [e for layer in tables for e in layer if e.layer == "regions" and e.geonameid]
    return {e.geonameid: e for e in found if e.geonameid}


def is_written_so(surface: str, entry: Entry) -> bool:
    """Whether the words may stand for the entry: an abbreviation must be written as one."""
    if entry.match is not Match.ABBREVIATION:
        return True
    return surface.isupper() or (surface.endswith(".") and surface[:1].isupper())


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance on a sphere of GeoNames accuracy (haversine)."""
    a, b = math.radians(lat), math.radians(other_lat)
    dlat, dlon = b - a, math.radians(other_lon - lon)
    h = math.sin(dlat / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(dlon / 2) ** 2
    return 2 * KM_PER_DEGREE * math.degrees(math.asin(math.sqrt(min(1.0, h))))


def load_gazetteer(data_dir: Path, *, layers: Sequence[Layer] = ()) -> Gazetteer:
    """
    Open the built gazetteer, the hand-written regions and the user's own layers.

    Raises `DataError` when the built index is missing or of another version.
    """
    index = load_index(data_dir / "gazetteer")
    regions = TableLayer(load_regions(data_dir, index))
    return Gazetteer(index, (*reversed(layers), regions))
