"""The gazetteer: every layer of names behind one door."""

from __future__ import annotations

import functools
import math
from array import array
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from dashboard.gazetteer.entries import BUILT_IN, Entry, Match
from dashboard.gazetteer.folding import (
    FoldedText,
    fold,
    fold_text,
    has_boundary,
    spelling_variants,
    split_words,
)
from dashboard.gazetteer.index import KM_PER_DEGREE, NameIndex, load_index
from dashboard.gazetteer.regions import load_regions
from dashboard.gazetteer.tables import TableLayer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

LONGEST_NAME = 64
"""Folded characters; longer names are not looked for in running text."""
CACHED_NAMES = 20_000
NOT_VARIED = frozenset({Match.ABBREVIATION, Match.ADJECTIVE, Match.VARIANT})
"""Too short or too loose to be found under another spelling."""


class Layer(Protocol):
    """What every layer of names can do."""

    def find(self, key: str) -> tuple[Entry, ...]:
        """Return the entries a folded name stands for."""

    def holds(self, key: str) -> bool:
        """Whether a folded name is stored here."""

    def keys_at(self, folded: str, stops: Sequence[int]) -> list[str]:
        """
        Return the stored names that `folded` begins with.

        `stops` are the lengths at which a word ends; a layer may leave out names of other lengths.
        """

    def entry(self, place_id: str) -> Entry | None:
        """Return one entry by its id."""

    def within_box(self, south: float, west: float, north: float, east: float) -> Iterator[Entry]:
        """Yield the entries in a box of degrees."""

    def close(self) -> None:
        """Let go of what is open, if anything."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A stored name found in running text: `text[start:end]`, stored under `key`."""

    start: int
    end: int
    key: str


class Gazetteer:
    """Names to places over several layers; a later layer overrides an earlier one by place id."""

    def __init__(
        self,
        index: NameIndex,
        layers: Sequence[Layer] = (),
        *,
        withheld: Iterable[tuple[str, str]] = (),
    ) -> None:
        self.index = index
        self.layers: tuple[Layer, ...] = (*layers, index)
        self._preferred = _preferred_by_geonameid(layers)
        self._withheld = dict(withheld)
        self.entries_of = functools.lru_cache(maxsize=CACHED_NAMES)(self._entries_of)
        self.variants_of = functools.lru_cache(maxsize=CACHED_NAMES)(self._find_variants)

    def find(self, name: str) -> tuple[Entry, ...]:
        """
        Return every place a name may mean, the most populous first.

        Abbreviations match only when written as such ("US", "Pa.", not "us"). When nothing is
        known under the name, other transliterations are tried and marked `Match.VARIANT`.
        """
        found = tuple(e for e in self.entries_of(fold(name)) if is_written_so(name, e))
        return found or self.variants_of(name)

    def close(self) -> None:
        """Close the files of the user's dumps, so that they can be removed."""
        for layer in self.layers:
            layer.close()

    def _entries_of(self, key: str) -> tuple[Entry, ...]:
        found: dict[str, Entry] = {}
        for layer in self.layers:
            for entry in map(self._same_place, layer.find(key)):
                found.setdefault(entry.place_id, entry)
        own = [e for e in found.values() if e.match is Match.OWN]
        rest = [e for e in found.values() if e.match is not Match.OWN]
        return (*own, *sorted(rest, key=lambda e: -(e.population or 0)))

    def _same_place(self, entry: Entry) -> Entry:
        """Return the one entry that stands for this place in all layers, matched as it was."""
        preferred = self._preferred.get(entry.geonameid or 0)
        if preferred is not None:
            match = Match.OWN if preferred.match is Match.OWN else entry.match
            return replace(preferred, match=match)
        if entry.layer != BUILT_IN and entry.geonameid:
            for known in self.index.with_geonameid(entry.geonameid)[:1]:
                # the dump's newer facts under the built-in id, to which shapes are known
                return replace(entry, place_id=known.place_id, precision=known.precision)
        return entry

    def withheld_because(self, *names: str) -> str | None:
        """Return why a place under these names or ids is not to be mapped, or `None`: it may be."""
        lists = [self._withheld[key] for key in map(fold, names) if key in self._withheld]
        return f"on your do-not-map list {lists[0]}" if lists else None

    def _find_variants(self, name: str) -> tuple[Entry, ...]:
        for key in (fold(split_words(name)), *spelling_variants(fold(name))):
            if not any(layer.holds(key) for layer in self.layers):
                continue
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
        ends = _word_ends(folded, text)
        stops = array("I", (at for at, raw in enumerate(ends) if raw >= 0))
        previous = -1
        for at, raw in enumerate(folded.raw_starts):
            if raw == previous or not text[raw].isalnum():
                continue
            previous = raw
            if (any_case or not text[raw].islower()) and has_boundary(text, raw):
                for key in self._keys_at(folded.text, at, stops):
                    if ends[at + len(key)] > raw:
                        yield Hit(raw, ends[at + len(key)], key)

    def _keys_at(self, folded: str, at: int, stops: Sequence[int]) -> Iterator[str]:
        window = folded[at : at + LONGEST_NAME]
        first, last = bisect_right(stops, at), bisect_right(stops, at + LONGEST_NAME)
        lengths = [stop - at for stop in stops[first:last]]
        if len(self.layers) == 1:
            return iter(self.index.keys_at(window, lengths))
        found = {key: None for layer in self.layers for key in layer.keys_at(window, lengths)}
        return iter(found)

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
        """Return the places with a GeoNames id; one written by hand for it comes alone."""
        preferred = self._preferred.get(geonameid)
        return (preferred,) if preferred else self.index.with_geonameid(geonameid)

    def country(self, alpha2: str) -> Entry | None:
        """Return a country by its ISO 3166-1 alpha-2 code."""
        return self.entry(f"country:{alpha2}")

    def country_name(self, alpha2: str) -> str:
        """Return a country's name; a code that stands for none here stands for itself."""
        entry = self.country(alpha2)
        return entry.name if entry else alpha2

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


def _word_ends(folded: FoldedText, text: str) -> array[int]:
    """Return for each folded offset the raw one where a word ends there, else -1."""
    ends = array("i", [-1]) * (len(folded.text) + 1)
    for at in range(1, len(folded.text) + 1):
        raw = folded.raw_end(at)
        if has_boundary(text, raw):
            ends[at] = raw
    return ends


def _preferred_by_geonameid(layers: Sequence[Layer]) -> dict[int, Entry]:
    """Return the entries written by hand, regions and the user's own, that stand for a record."""
    entries: list[Entry] = []
    for layer in reversed(layers):
        entries += layer if isinstance(layer, TableLayer) else ()
    return {entry.geonameid: entry for entry in entries if entry.geonameid}


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


def load_gazetteer(
    data_dir: Path, *, layers: Sequence[Layer] = (), withheld: Iterable[tuple[str, str]] = ()
) -> Gazetteer:
    """
    Open the built gazetteer, the hand-written regions and the user's own layers.

    An earlier layer overrides a later one. `withheld` are names never to be mapped, each with the
    list it stands on; `Shelf.load_layers` gives both. Raises `DataError` when the built index is
    missing or of another version.
    """
    index = load_index(data_dir / "gazetteer")
    regions = TableLayer(load_regions(data_dir, index))
    return Gazetteer(index, (*layers, regions), withheld=withheld)
