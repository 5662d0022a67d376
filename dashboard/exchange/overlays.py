"""Files of places of the user's own, laid over the map: what is in them, in EPSG:4326."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from shapely import GEOSException, get_coordinates
from shapely.geometry import Point, shape

from dashboard.exchange.gis_files import read_gis_file
from dashboard.model import Notice, NoticeLevel, ReadingError
from dashboard.reading.encodings import decode_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from shapely.geometry.base import BaseGeometry

    from dashboard.exchange.gis_files import Row

MOST_FEATURES = 200_000
LATITUDES = ("lat", "latitude", "y", "lat_dd", "ycoord")
LONGITUDES = ("lon", "lng", "long", "longitude", "x", "lon_dd", "xcoord")
LABELS = ("name", "title", "label", "place", "location", "id", "description")
READABLE = "GeoJSON, CSV with lat and lon, KML, KMZ, GPX, a zipped Shapefile, GeoPackage"
GIS_SUFFIXES = frozenset({".kml", ".kmz", ".gpx", ".zip", ".gpkg"})


@dataclass(frozen=True, slots=True)
class OverlayFeature:
    """One thing of an overlay: what it is called, its other columns as words, its shape."""

    label: str
    columns: dict[str, str]
    geometry: BaseGeometry


@dataclass(frozen=True, slots=True)
class Overlay:
    """A layer of the user's; what of the file could not be used is in the notices."""

    name: str
    features: tuple[OverlayFeature, ...]
    notices: tuple[Notice, ...] = ()


def read_overlay(raw: bytes, *, file_name: str) -> Overlay:
    """Return what a GIS file holds; raises `ReadingError`, one sentence with the remedy."""
    path = PurePath(file_name)
    try:
        return _make_overlay(path.stem, _read_rows(raw, path.suffix.lower()))
    except ReadingError as error:
        msg = f"{file_name} {error}."
        raise ReadingError(msg) from error


def _read_rows(raw: bytes, suffix: str) -> Iterable[Row]:
    if suffix in {".geojson", ".json"}:
        return _read_geojson(raw)
    if suffix in {".csv", ".tsv", ".txt"}:
        return _read_table(raw)
    if suffix in GIS_SUFFIXES:
        return read_gis_file(raw, suffix=suffix)
    msg = f"is of a kind that cannot be laid over the map; {READABLE} can"
    raise ReadingError(msg)


def _make_overlay(name: str, rows: Iterable[Row]) -> Overlay:
    features, empty, outside = [], 0, 0
    for columns, geometry in rows:
        if geometry is None or geometry.is_empty:
            empty += 1
        elif not _is_on_earth(geometry):
            outside += 1
        else:
            features.append(_make_feature(columns, geometry))
    if len(features) > MOST_FEATURES:
        msg = f"holds more than {MOST_FEATURES:,} features; keep those that you need"
        raise ReadingError(msg)
    if not features:
        msg = "holds nothing with coordinates in degrees; export it again in WGS 84 (EPSG:4326)"
        raise ReadingError(msg)
    lost = ((empty, "without a place"), (outside, "with coordinates that are not degrees"))
    notices = tuple(
        Notice(NoticeLevel.WARNING, f"{name}: {count:,} rows {why} are not drawn.")
        for count, why in lost
        if count
    )
    return Overlay(name, tuple(features), notices)


def _make_feature(columns: dict[str, object], geometry: BaseGeometry) -> OverlayFeature:
    words = {str(name): str(value) for name, value in columns.items() if value not in {None, ""}}
    by_name = {name.lower(): value for name, value in words.items()}
    label = next((by_name[name] for name in LABELS if name in by_name), "")
    return OverlayFeature(label, words, geometry)


def _is_on_earth(geometry: BaseGeometry) -> bool:
    corners = get_coordinates(geometry)
    lon, lat = abs(corners[:, 0]), abs(corners[:, 1])
    # A shape that crosses the antimeridian may run on to 360 degrees; "not a number" is refused.
    return bool((lon <= 360).all() and (lat <= 90).all())


def _read_geojson(raw: bytes) -> Iterator[Row]:
    try:
        whole = json.loads(decode_text(raw).text)
        members = whole["features"] if whole.get("type") == "FeatureCollection" else [whole]
        for member in members:
            is_feature = member.get("type") == "Feature"
            geometry = member["geometry"] if is_feature else member
            yield dict(member.get("properties") or {}), shape(geometry) if geometry else None
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        msg = "is not GeoJSON as RFC 7946 has it; export it again as GeoJSON"
        raise ReadingError(msg) from error
    except GEOSException as error:
        msg = "holds a shape that cannot be drawn; export it again as GeoJSON"
        raise ReadingError(msg) from error


def _read_table(raw: bytes) -> Iterator[Row]:
    text = decode_text(raw).text
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    names = {name.strip().lower(): name for name in rows.fieldnames or () if name}
    lat = next((names[name] for name in LATITUDES if name in names), None)
    lon = next((names[name] for name in LONGITUDES if name in names), None)
    if lat is None or lon is None:
        msg = 'has no columns of coordinates; name them "lat" and "lon"'
        raise ReadingError(msg)
    for row in rows:
        others = {name: words for name, words in row.items() if name not in {lat, lon, None}}
        yield others, _read_point(row[lat], row[lon])


def _read_point(lat: str | None, lon: str | None) -> Point | None:
    try:
        return Point(float(lon or ""), float(lat or ""))
    except ValueError:
        return None
