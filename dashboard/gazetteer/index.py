"""The prebuilt name index: memory-mapped files that are opened, not read.

`names.marisa` maps each folded name to a number; `postings.npy` holds for each number one posting
or the place of a list of them; a posting is `entity * 16 + match`. `entities.npy` has one record
a place, sorted by kind and GeoNames id; `labels.marisa` holds the names as written, by number;
`tables.json` the lists of codes.
"""

from __future__ import annotations

import bisect
import functools
import json
from typing import TYPE_CHECKING, Any

import marisa_trie
import numpy as np

from dashboard.gazetteer.entries import Entry, Match, precision_at
from dashboard.model import DataError, Precision

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

SCHEMA = 1
RECORD = np.dtype(
    [
        ("lat", "<f4"),
        ("lon", "<f4"),
        ("geonameid", "<u4"),
        ("population", "<u4"),
        ("label", "<u4"),
        ("admin2", "<u4"),
        ("admin1", "<u2"),
        ("country", "u1"),
        ("feature", "u1"),
        ("precision", "u1"),
        ("note", "u1"),
    ]
)
MATCHES = tuple(Match)
PRECISIONS = tuple(Precision)
MATCH_BITS = 4
LIST_FLAG = 0x8000_0000
"""A value with this bit is the place of a list (its length first), else a single posting."""
KM_PER_DEGREE = 111.195
NO_POPULATION = 0xFFFF_FFFF
TOWN_WEIGHTS = {"PPLC": 10.0, "PPLA": 4.0, "PPLA2": 1.5, "PPL": 1.0, "PPLG": 1.0, "PPLA3": 1.2}
"""How much a town's people count when a map chooses names; parts of towns (PPLX) never do."""
FILES = (
    "names.marisa",
    "postings.npy",
    "lists.npy",
    "entities.npy",
    "labels.marisa",
    "tables.json",
)


class NameIndex:
    """Names to places, read straight from the mapped files. Made by `load_index`."""

    def __init__(
        self,
        trie: marisa_trie.Trie,
        arrays: dict[str, np.ndarray[Any, Any]],  # Any: numpy's shape and record types
        labels: marisa_trie.Trie,
        tables: dict[str, Any],  # Any: lists of strings and small maps, straight from JSON
    ) -> None:
        self.trie = trie
        self._postings = arrays["postings"]
        self._lists = arrays["lists"]
        self._entities = arrays["entities"]
        self._labels = labels
        self._tables = tables
        self._special: dict[str, list[Any]] = tables["special"]
        self._by_place_id = {v[0]: int(k) for k, v in self._special.items()}
        self._sections: dict[str, tuple[int, int]] = {
            prefix: (start, end) for prefix, start, end in tables["sections"]
        }

    def __len__(self) -> int:
        """Return the number of places."""
        return len(self._entities)

    def find(self, key: str) -> tuple[Entry, ...]:
        """Return the places a folded name stands for, the most populous first."""
        number = self.trie.get(key)
        if number is None:
            return ()
        return tuple(
            self.entry_at(int(p) >> MATCH_BITS, match=MATCHES[int(p) & 15])
            for p in self._postings_of(number)
        )

    def _postings_of(self, number: int) -> Sequence[int]:
        value = int(self._postings[number])
        if not value & LIST_FLAG:
            return (value,)
        at = value & ~LIST_FLAG
        return self._lists[at + 1 : at + 1 + int(self._lists[at])].tolist()  # type: ignore[no-any-return]

    def close(self) -> None:
        """Do nothing: no file is held open."""

    def holds(self, key: str) -> bool:
        """Whether a folded name is stored here."""
        return key in self.trie

    def keys_at(self, folded: str, stops: Sequence[int]) -> list[str]:  # noqa: ARG002 - see Layer
        """Return every stored name that `folded` begins with."""
        return self.trie.prefixes(folded)  # type: ignore[no-any-return] # untyped package

    def entry_at(self, number: int, *, match: Match = Match.NAME) -> Entry:
        """Return the place with this number."""
        r = self._entities[number]
        tables = self._tables
        feature_class, feature_code = tables["features"][r["feature"]].split(".")
        country = tables["countries"][r["country"]] or None
        special = self._special.get(str(number))
        population = int(r["population"])
        geonameid = int(r["geonameid"])
        return Entry(
            place_id=special[0] if special else f"{self._prefix(number)}:{geonameid}",
            name=self._labels.restore_key(int(r["label"])),
            lat=round(float(r["lat"]), 5),
            lon=round(float(r["lon"]), 5),
            feature_class=feature_class,
            feature_code=feature_code,
            precision=precision_at(feature_class, PRECISIONS[r["precision"]]),
            country=country,
            countries=tuple(special[1]) if special and special[1] else _only(country),
            admin1=tables["admin1"][r["admin1"]] or None,
            admin2=tables["admin2"][r["admin2"]] or None,
            population=None if population == NO_POPULATION else population,
            geonameid=geonameid or None,
            note=tables["notes"][r["note"]] or None,
            match=match,
        )

    def _prefix(self, number: int) -> str:
        return next(p for p, (start, end) in self._sections.items() if start <= number < end)

    def number_of(self, place_id: str) -> int | None:
        """Return the number of a place, or `None` when it is not here."""
        if place_id in self._by_place_id:
            return self._by_place_id[place_id]
        prefix, _, identifier = place_id.partition(":")
        if prefix not in self._sections or not identifier.isdigit():
            return None
        start, end = self._sections[prefix]
        column = self._entities["geonameid"]
        at = bisect.bisect_left(column, int(identifier), start, end)
        return at if at < end and int(column[at]) == int(identifier) else None

    def entry(self, place_id: str) -> Entry | None:
        """Return a place by its id."""
        number = self.number_of(place_id)
        return None if number is None else self.entry_at(number)

    def division(self, country: str, admin1: str, admin2: str | None = None) -> Entry | None:
        """Return a province, or with `admin2` a district, by its GeoNames codes."""
        number = self._divisions.get((country, admin1, admin2 or ""))
        return None if number is None else self.entry_at(number)

    @functools.cached_property
    def _divisions(self) -> dict[tuple[str, str, str], int]:
        start, end = self._sections["province"][0], self._sections["adm2"][1]
        countries, admin1, admin2 = (self._tables[n] for n in ("countries", "admin1", "admin2"))
        rows = self._entities[start:end][["country", "admin1", "admin2"]].tolist()
        return {
            (countries[a], admin1[b], admin2[c]): at
            for at, (a, b, c) in reversed(list(enumerate(rows, start)))
        }

    @functools.cached_property
    def capitals(self) -> dict[str, Entry]:
        """The capital of each country that has one, by the country's code."""
        codes = [number for number, name in enumerate(self._tables["features"]) if name == "P.PPLC"]
        numbers = np.flatnonzero(np.isin(self._entities["feature"], codes)).tolist()
        found = [self.entry_at(number) for number in numbers]
        found.sort(key=lambda entry: entry.population or 0)
        return {entry.country: entry for entry in found if entry.country}

    def with_geonameid(self, geonameid: int) -> tuple[Entry, ...]:
        """Return the places with a GeoNames id (a province and its seat may be two)."""
        column = self._entities["geonameid"]
        found = []
        for start, end in self._sections.values():
            at = bisect.bisect_left(column, geonameid, start, end)
            if at < end and int(column[at]) == geonameid:
                found.append(self.entry_at(at))
        return tuple(found)

    def within_box(self, south: float, west: float, north: float, east: float) -> Iterator[Entry]:
        """Yield the places in a box of degrees."""
        lat, lon = self._entities["lat"], self._entities["lon"]
        inside = (lat >= south) & (lat <= north) & (lon >= west) & (lon <= east)
        for number in np.flatnonzero(inside).tolist():
            yield self.entry_at(number)

    def towns_in(self, box: tuple[float, float, float, float], *, limit: int) -> tuple[Entry, ...]:
        """
        Return the towns in a box (south, west, north, east), those that a map names first first.

        A capital counts as ten times its people and a provincial seat as four times, so that they
        come before larger suburbs. `east` may run past 180.
        """
        rows = self._entities
        features = [name.partition(".")[2] for name in self._tables["features"]]
        weights = np.array([TOWN_WEIGHTS.get(code, 0.0) for code in features])[rows["feature"]]
        south, west, north, east = box
        lon = (rows["lon"] - west) % 360
        inside = (weights > 0) & (rows["lat"] >= south) & (rows["lat"] <= north)
        numbers = np.flatnonzero(inside & (lon <= east - west))
        people = rows["population"][numbers].astype(float)
        people[people == NO_POPULATION] = 0
        order = np.argsort(-people * weights[numbers], kind="stable")[:limit]
        return tuple(self.entry_at(int(n)) for n in numbers[order])

    def nearest_km(self, country: str, lat: float, lon: float) -> float | None:
        """Return how far a point is from a country's nearest place; `None` for no such country."""
        if country not in self._tables["countries"]:
            return None
        of_country = self._entities["country"] == self._tables["countries"].index(country)
        places = self._entities[of_country]
        north = (places["lat"] - lat) * KM_PER_DEGREE
        east = (places["lon"] - lon) * KM_PER_DEGREE * np.cos(np.radians(lat))
        return float(np.sqrt(north**2 + east**2).min())


def _only(country: str | None) -> tuple[str, ...]:
    return (country,) if country else ()


def load_index(folder: Path) -> NameIndex:
    """
    Open a prebuilt index without reading it into memory.

    Raises `DataError` when a file is missing or was written for another version.
    """
    missing = [name for name in FILES if not (folder / name).is_file()]
    if missing:
        msg = f"{folder}: no {missing[0]}; run `python data/build.py` to build the gazetteer"
        raise DataError(msg)
    tables = json.loads((folder / "tables.json").read_text(encoding="utf-8"))
    if tables.get("schema") != SCHEMA:
        msg = f"{folder}: built for version {tables.get('schema')}, need {SCHEMA}; build it again"
        raise DataError(msg)
    arrays = {
        name: np.load(folder / f"{name}.npy", mmap_mode="r").view(np.ndarray)
        for name in ("postings", "lists", "entities")
    }
    if arrays["entities"].dtype != RECORD:
        msg = f"{folder / 'entities.npy'}: its columns are not those expected; build it again"
        raise DataError(msg)
    names, labels = (
        marisa_trie.Trie().mmap(str(folder / f"{name}.marisa")) for name in ("names", "labels")
    )
    return NameIndex(names, arrays, labels, tables)
