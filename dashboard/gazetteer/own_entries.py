"""The user's own entries and do-not-map list, read from small text files."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from dashboard.gazetteer.dump_rows import read_coordinates
from dashboard.gazetteer.entries import Entry, Match
from dashboard.gazetteer.folding import fold
from dashboard.model import GazetteerError, Precision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    NearestKm = Callable[[str, float, float], float | None]
    """How far a point is from the nearest known place of a country (alpha-2, lat, lon)."""

REQUIRED = ("name", "lat", "lon")
OPTIONAL = ("aliases", "country", "feature", "geonameid", "id", "note", "population")
OTHER_HEADINGS = {"latitude": "lat", "longitude": "lon", "lng": "lon", "alternate names": "aliases"}
MAX_BYTES = 20_000_000
LONGEST_NAME = 200
FAR_KM, NEAR_KM = 400.0, 150.0
"""A point this far from every place of its country, while the swapped one is this near."""
TOWN_CODES = ("PPL", "STLMT")
"""What GeoNames' codes of populated places begin with."""
OwnRow = tuple[Entry, dict[str, Match]]


def read_own_entries(
    raw: bytes, *, file_name: str, layer: str, nearest_km: NearestKm | None = None
) -> tuple[OwnRow, ...]:
    """
    Return the entries of a CSV with the columns name, lat, lon and whichever of `OPTIONAL`.

    Aliases are separated by semicolons. All or nothing: raises `GazetteerError` with file and line
    for a missing column, bad or swapped coordinates, or an id or place given twice.
    """
    seen: dict[str, int] = {}
    found: list[OwnRow] = []
    for line, row in _read_rows(_decode(raw, file_name), file_name):
        where = f"{file_name}, line {line}"
        entry, names = _make_entry(row, where, f"own:{layer}/{line}", layer)
        _check_side(entry, where, nearest_km)
        for mark in _marks_of(entry, row):
            if mark in seen:
                msg = f"{where}: {mark} is there already in line {seen[mark]}; keep one of them."
                raise GazetteerError(msg)
            seen[mark] = line
        found.append((entry, names))
    if not found:
        msg = f"{file_name} has no entries below its heading."
        raise GazetteerError(msg)
    return tuple(found)


def _decode(raw: bytes, file_name: str) -> str:
    if len(raw) > MAX_BYTES:
        msg = f"{file_name} is larger than {MAX_BYTES // 1_000_000} MB; give it in parts."
        raise GazetteerError(msg)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        msg = f"{file_name}, line {line}: not UTF-8; save the file as UTF-8 (Excel: CSV UTF-8)."
        raise GazetteerError(msg) from error


def _read_rows(text: str, file_name: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    heading = text.partition("\n")[0]
    delimiter = max(",;\t", key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = _columns_of(next(reader, []), file_name)
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(columns):
                msg = (
                    f"{file_name}, line {reader.line_num}: {len(cells)} cells under {len(columns)}"
                    f" headings; quote cells that hold a {delimiter!r}."
                )
                raise GazetteerError(msg)
            yield reader.line_num, {c: v.strip() for c, v in zip(columns, cells, strict=True)}
    except csv.Error as error:
        msg = f"{file_name}, line {reader.line_num}: not a readable CSV ({error})."
        raise GazetteerError(msg) from error


def _columns_of(heading: list[str], file_name: str) -> list[str]:
    columns = [OTHER_HEADINGS.get(c, c) for c in (h.strip().casefold() for h in heading)]
    missing = [c for c in REQUIRED if c not in columns]
    if missing:
        msg = f"{file_name}, line 1: no column {missing[0]!r}; needed are {', '.join(REQUIRED)}."
        raise GazetteerError(msg)
    unknown = [c for c in columns if c not in REQUIRED + OPTIONAL]
    if unknown or len(set(columns)) < len(columns):
        msg = (
            f"{file_name}, line 1: the column {(unknown or columns)[0]!r} is not known or is there"
            f" twice; known are {', '.join(REQUIRED + OPTIONAL)}."
        )
        raise GazetteerError(msg)
    return columns


def _make_entry(row: Mapping[str, str], where: str, own_id: str, layer: str) -> OwnRow:
    name = row["name"]
    if not fold(name):
        msg = f"{where}: the name is empty."
        raise GazetteerError(msg)
    lat, lon = read_coordinates(row["lat"], row["lon"], where)
    if lat == 0 and lon == 0:
        msg = f"{where}: 0, 0 is in the Gulf of Guinea; write the coordinates or leave the row out."
        raise GazetteerError(msg)
    country = _country_of(row, where)
    entry = Entry(
        place_id=f"own:{row['id']}" if row.get("id") else own_id,
        name=name,
        lat=lat,
        lon=lon,
        feature_class="P",
        feature_code=row.get("feature") or "own entry",
        precision=_precision_of(row.get("feature") or ""),
        country=country,
        countries=(country,) if country else (),
        population=_number_of(row, "population", where),
        geonameid=_number_of(row, "geonameid", where),
        note=row.get("note") or None,
        match=Match.OWN,
        layer=layer,
    )
    aliases = [a.strip() for a in row.get("aliases", "").split(";")]
    return entry, dict.fromkeys([name, *filter(fold, aliases)], Match.OWN)


def _precision_of(feature: str) -> Precision:
    """Return "point" for what is called a site; a place of which no more is said may be a town."""
    is_site = feature != "" and not feature.upper().startswith(TOWN_CODES)
    return Precision.POINT if is_site else Precision.CITY_AREA


def _country_of(row: Mapping[str, str], where: str) -> str | None:
    code = row.get("country", "").upper()
    if code and not (len(code) == 2 and code.isascii() and code.isalpha()):
        msg = f"{where}: the country is {code[:20]!r}; write its two-letter code, such as TJ."
        raise GazetteerError(msg)
    return code or None


def _number_of(row: Mapping[str, str], column: str, where: str) -> int | None:
    cell = row.get(column, "")
    if not cell:
        return None
    if not (cell.isascii() and cell.isdigit()):
        msg = f"{where}: {column} is {cell[:20]!r}, not a whole number."
        raise GazetteerError(msg)
    return int(cell)


def _check_side(entry: Entry, where: str, nearest_km: NearestKm | None) -> None:
    """Refuse coordinates that are far outside the row's country and inside it when swapped."""
    if nearest_km is None or entry.country is None or abs(entry.lon) > 90:
        return
    as_given = nearest_km(entry.country, entry.lat, entry.lon)
    swapped = nearest_km(entry.country, entry.lon, entry.lat)
    if as_given is None or swapped is None:
        msg = f"{where}: no country has the code {entry.country}."
        raise GazetteerError(msg)
    if as_given > FAR_KM and swapped < NEAR_KM:
        msg = (
            f"{where}: {entry.lat}, {entry.lon} is {as_given:,.0f} km from {entry.country};"
            " latitude and longitude look swapped."
        )
        raise GazetteerError(msg)


def _marks_of(entry: Entry, row: Mapping[str, str]) -> list[str]:
    marks = [f"{entry.name} at {entry.lat}, {entry.lon}"]
    if row.get("id"):
        marks.append(f"the id {row['id']}")
    if entry.geonameid:
        marks.append(f"the GeoNames id {entry.geonameid}")
    return marks


def read_do_not_map(raw: bytes, *, file_name: str) -> tuple[str, ...]:
    """
    Return the names of a do-not-map list: one a line; empty lines and `# comments` do not count.

    Raises `GazetteerError` with file and line for a file that is not UTF-8 text or is empty.
    """
    names = []
    for line, text in enumerate(_decode(raw, file_name).splitlines(), start=1):
        name = text.partition("#")[0].strip()
        if "\x00" in name or "\t" in name or len(name) > LONGEST_NAME:
            msg = f"{file_name}, line {line}: not a list of names, one a line."
            raise GazetteerError(msg)
        if fold(name):
            names.append(name)
    if not names:
        msg = f"{file_name} has no names; write one a line."
        raise GazetteerError(msg)
    return tuple(dict.fromkeys(names))
