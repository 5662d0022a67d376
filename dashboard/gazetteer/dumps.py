"""A GeoNames dump as a layer: written once into an SQLite file, then looked up there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING

from dashboard.gazetteer.alternates import match_of_alternate
from dashboard.gazetteer.dump_rows import DumpRow, read_dump_rows, read_dump_size
from dashboard.gazetteer.entries import Entry, Match, precision_at
from dashboard.gazetteer.folding import fold
from dashboard.model import GazetteerError, Precision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    Progress = Callable[[float, int], None]
    """Called with the share done, 0 to 1, and the number of places so far."""

MATCHES = tuple(Match)
ROWS_AT_ONCE = 20_000
MOST_CANDIDATES = 100
MOST_STOPS = 16
"""Ends of words at which a name that begins here may end."""
PRECISIONS = {"A": Precision.PROVINCE, "H": Precision.REGION, "L": Precision.REGION}
AREAS = frozenset(
    [
        "MTS",
        "VAL",
        "VALS",
        "PLN",
        "PLAT",
        "DSRT",
        "RGN",
        "RNGS",
        "ISL",
        "ISLS",
        "PEN",
        "DLTA",
        "FRST",
    ]
)
LINES = frozenset(["STM", "STMS", "STMI", "CNL", "RD", "RR"])
AREA_NOTE = "One point stands for an area whose outline is not known."
SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL,
    class TEXT NOT NULL, code TEXT NOT NULL, country TEXT NOT NULL, admin1 TEXT NOT NULL,
    admin2 TEXT NOT NULL, population INTEGER NOT NULL
);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, match INTEGER NOT NULL);
"""
INDEXES = """
CREATE INDEX name_key ON name (key, place, match);
CREATE INDEX place_lat ON place (lat, lon);
"""
FAST = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -65536")
FIND = """
SELECT place.*, name.match FROM name JOIN place ON place.id = name.place
WHERE name.key = ? ORDER BY place.population DESC LIMIT ?
"""


def write_dump_index(source: Path, target: Path, *, on_progress: Progress | None = None) -> int:
    """
    Write a GeoNames dump into an SQLite file and return how many places it has.

    Rows are streamed: memory does not grow with the dump. Raises `GazetteerError` with file and
    line for the first bad row; `target` is then no use and is for the caller to delete.
    """
    total = max(1, read_dump_size(source))
    count = 0
    rows = read_dump_rows(source)
    with closing(sqlite3.connect(target, isolation_level=None)) as database:
        for pragma in FAST:
            database.execute(f"PRAGMA {pragma}")
        database.executescript(SCHEMA)
        while batch := list(islice(rows, ROWS_AT_ONCE)):
            _write_batch(database, batch, source.name)
            count += len(batch)
            if on_progress:
                on_progress(min(0.95, 0.95 * batch[-1].bytes_read / total), count)
        database.executescript(INDEXES)
    if on_progress:
        on_progress(1.0, count)
    return count


def _write_batch(database: sqlite3.Connection, batch: list[DumpRow], source: str) -> None:
    database.execute("BEGIN")
    for row in batch:
        try:
            database.execute("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?)", _place_values(row))
        except sqlite3.IntegrityError as error:
            msg = f"{source}, line {row.line}: GeoNames id {row.geonameid} is there twice."
            raise GazetteerError(msg) from error
    names = [(key, row.geonameid, way) for row in batch for key, way in _keys_of(row).items()]
    database.executemany("INSERT INTO name VALUES (?, ?, ?)", names)
    database.execute("COMMIT")


def _place_values(row: DumpRow) -> tuple[object, ...]:
    return (
        row.geonameid,
        row.name,
        row.lat,
        row.lon,
        row.feature_class,
        row.feature_code,
        row.country,
        row.admin1,
        row.admin2,
        row.population,
    )


def _keys_of(row: DumpRow) -> dict[str, int]:
    keys = {fold(row.name): MATCHES.index(Match.NAME)}
    for name in row.alternates:
        match = match_of_alternate(name)
        if match:
            keys.setdefault(fold(name), MATCHES.index(match))
    keys.pop("", None)
    return keys


class DumpLayer:
    """The places of a dump, looked up in its SQLite file."""

    def __init__(self, database: sqlite3.Connection, name: str) -> None:
        self._database = database
        self._name = name

    def __len__(self) -> int:
        """Return the number of places."""
        return int(self._database.execute("SELECT count(*) FROM place").fetchone()[0])

    def close(self) -> None:
        """Close the file, so that it can be removed."""
        self._database.close()

    def find(self, key: str) -> tuple[Entry, ...]:
        """Return the places a folded name stands for, the most populous first."""
        rows = self._database.execute(FIND, (key, MOST_CANDIDATES)).fetchall()
        return tuple(self._entry(row[:-1], MATCHES[row[-1]]) for row in rows)

    def holds(self, key: str) -> bool:
        """Whether a folded name is stored here."""
        query = "SELECT 1 FROM name WHERE key = ? LIMIT 1"
        return self._database.execute(query, (key,)).fetchone() is not None

    def keys_at(self, folded: str, stops: Sequence[int]) -> list[str]:
        """Return every stored name that `folded` begins with, of the lengths `stops`."""
        beginnings = [folded[:at] for at in stops[:MOST_STOPS]]
        marks = ",".join("?" * len(beginnings))
        query = f"SELECT DISTINCT key FROM name WHERE key IN ({marks}) ORDER BY length(key)"  # noqa: S608 - only question marks
        return [row[0] for row in self._database.execute(query, beginnings)]

    def entry(self, place_id: str) -> Entry | None:
        """Return one place by its id (`gn:1221874`)."""
        prefix, _, number = place_id.partition(":")
        if prefix != "gn" or not number.isdigit():
            return None
        query = "SELECT * FROM place WHERE id = ?"
        row = self._database.execute(query, (int(number),)).fetchone()
        return self._entry(row, Match.NAME) if row else None

    def within_box(self, south: float, west: float, north: float, east: float) -> Iterator[Entry]:
        """Yield the places in a box of degrees."""
        query = "SELECT * FROM place WHERE lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?"
        for row in self._database.execute(query, (south, north, west, east)).fetchall():
            yield self._entry(row, Match.NAME)

    def _entry(self, row: tuple[object, ...], match: Match) -> Entry:
        geonameid, name, lat, lon, feature_class, code, country, admin1, admin2, population = row
        precision = _precision_of(str(feature_class), str(code))
        return Entry(
            place_id=f"gn:{geonameid}",
            name=str(name),
            lat=float(str(lat)),
            lon=float(str(lon)),
            feature_class=str(feature_class),
            feature_code=str(code),
            precision=precision,
            country=str(country) or None,
            countries=(str(country),) if country else (),
            admin1=str(admin1) or None,
            admin2=str(admin2) or None,
            population=int(str(population)) or None,
            geonameid=int(str(geonameid)),
            note=AREA_NOTE if precision is Precision.REGION else None,
            match=match,
            layer=self._name,
        )


def _precision_of(feature_class: str, code: str) -> Precision:
    if code.startswith("PCL"):
        return Precision.COUNTRY
    if code in LINES:
        return Precision.LINE
    if code in AREAS:
        return Precision.REGION
    return PRECISIONS.get(feature_class) or precision_at(feature_class)


def load_dump(path: Path, *, name: str) -> DumpLayer:
    """Open the SQLite file of a dump, to be read only."""
    address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return DumpLayer(sqlite3.connect(address, uri=True, check_same_thread=False), name)
