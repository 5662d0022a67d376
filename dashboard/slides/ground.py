"""The ground of a map slide: countries, borders by class, provinces, water and the locator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from dashboard.slides.frame import Bounds, Frame
from dashboard.slides.scene import Line, Outline, TintedProvince

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from geopandas import GeoDataFrame
    from shapely.geometry.base import BaseGeometry

    from dashboard.slides.placement import Box

FINE_SPAN_DEG = 45.0
"""Wider frames are drawn from the light countries; the rest would be finer than a pixel."""
PROVINCE_SPAN_DEG = 28.0
MIN_WATER_PX = 40.0
"""Smaller lakes and ponds would be specks."""
RIVER_RANKS_BY_SPAN = ((12.0, 4), (30.0, 3), (60.0, 2), (400.0, 1))
LOCATOR_SPAN_DEG = 78.0
TINT_ALPHA = 0.6
INNER_BAND = ((16, 0.10), (10, 0.14), (5, 0.2))
"""Width in pixels and opacity of the amber band inside the border of a country lifted out."""


@dataclass(frozen=True, slots=True)
class Layers:
    """The built layers that a slide draws, as `dashboard.geography` loads them."""

    countries: GeoDataFrame
    countries_light: GeoDataFrame
    boundaries: GeoDataFrame
    provinces: GeoDataFrame
    lakes: GeoDataFrame
    rivers: GeoDataFrame

    def country_name(self, code: str) -> str:
        """Return the name on the map of a country; a code that the map lacks stands for itself."""
        found = self.countries_light.loc[self.countries_light["country"] == code, "name"]
        return str(found.iloc[0]) if len(found) else code


def draw_outlines(
    layers: Layers, frame: Frame, focus: Sequence[str], *, tints: Mapping[str, str]
) -> tuple[Outline, ...]:
    """The countries that the frame shows, simplified to half a pixel."""
    source = layers.countries if _span(frame) <= FINE_SPAN_DEG else layers.countries_light
    near = _near(source, frame.seen)
    return tuple(
        Outline(
            _text(row.country),
            row.name,
            shape,
            row.country in focus,
            tints.get(_text(row.country) or ""),
        )
        for row in near.itertuples(index=False)
        if not (shape := _polygons(frame.project(row.geometry).simplify(0.5))).is_empty
    )


def draw_provinces(
    layers: Layers, frame: Frame, tints: Mapping[str, str]
) -> tuple[TintedProvince, ...]:
    """Return the tinted provinces that the frame shows."""
    tinted = layers.provinces[layers.provinces["province_id"].isin(list(tints))]
    return tuple(
        TintedProvince(row.name, shape, tints[row.province_id])
        for row in _near(tinted, frame.seen).itertuples(index=False)
        if not (shape := _polygons(frame.project(row.geometry).simplify(0.5))).is_empty
    )


def draw_lines(layers: Layers, frame: Frame) -> tuple[Line, ...]:
    """Province lines, rivers and borders, in drawing order."""
    span = _span(frame)
    rank = next(r for limit, r in RIVER_RANKS_BY_SPAN if span <= limit)
    rivers = _near(layers.rivers, frame.seen)
    out = [Line("river", g) for g in _projected(rivers[rivers["rank"] <= rank].geometry, frame)]
    if span <= PROVINCE_SPAN_DEG:
        edges = shared_edges(_near(layers.provinces, frame.seen).geometry.to_numpy())
        out += [Line("province", g) for g in _projected(edges, frame)]
    for line_class, rows in _near(layers.boundaries, frame.seen).groupby("line_class", sort=True):
        out += [Line(str(line_class), g) for g in _projected(rows.geometry, frame)]
    return tuple(out)


def shared_edges(areas: np.ndarray) -> list[BaseGeometry]:
    """Return the lines that two of the areas share, each once: no coast, and no dash drawn twice.

    It rests on neighbours that meet in the very same corners, as those of one source do.
    """
    rings = shapely.get_rings(shapely.get_parts(areas))
    at, ring = shapely.get_coordinates(rings, return_index=True)
    if len(at) == 0:
        return []
    corner = at[:, 0] * 7919.0 + at[:, 1] * 104729.0
    key = np.where(ring[1:] == ring[:-1], corner[1:] + corner[:-1], np.nan)
    _, first, count = np.unique(key, return_index=True, return_counts=True)
    is_shared = np.zeros(len(at) + 1, dtype=bool)
    is_shared[1:][first[count > 1]] = True
    is_shared[1:-1] &= ~np.isnan(key)
    starts = np.flatnonzero(is_shared[1:] & ~is_shared[:-1])
    ends = np.flatnonzero(~is_shared[1:] & is_shared[:-1])
    return [shapely.LineString(at[a : b + 1]) for a, b in zip(starts, ends, strict=True)]


def inner_bands(shape: BaseGeometry, box: Box) -> Iterator[tuple[BaseGeometry, float]]:
    """Yield the bands inside a country's border and their opacity; there is none at the map's."""
    border = shape.boundary.difference(shapely.box(*box).exterior.buffer(1.5))
    for width, alpha in INNER_BAND:
        band = shape.intersection(border.simplify(1).buffer(width, quad_segs=3))
        if not band.is_empty:
            yield band, alpha


def draw_water(layers: Layers, frame: Frame) -> tuple[BaseGeometry, ...]:
    """The lakes that are large enough to be seen."""
    lakes = _projected(_near(layers.lakes, frame.seen).geometry, frame)
    return tuple(g for g in map(_polygons, lakes) if g.area >= MIN_WATER_PX)


def draw_locator(
    layers: Layers, frame: Frame, box: Box
) -> tuple[tuple[BaseGeometry, ...], BaseGeometry]:
    """The countries around, in the locator's box, and the frame's own outline among them.

    A box without width stands for no locator.
    """
    if box[2] <= box[0]:
        return (), shapely.Polygon()
    lon, lat = frame.bounds.centre
    half = max(LOCATOR_SPAN_DEG, _span(frame) * 2.2) / 2
    around = Frame(
        Bounds(lon - half, max(-80.0, lat - half * 0.55), lon + half, min(84.0, lat + half * 0.55)),
        box,
    )
    near = _near(layers.countries_light, around.seen).geometry
    # So small a map shows no fault of an outline that crosses itself.
    land = [_polygons(around.project(g).simplify(0.6, preserve_topology=False)) for g in near]
    left, top, right, bottom = frame.box
    edge = shapely.box(left, top, right, bottom).segmentize(40).exterior
    lons, lats = frame.to_degrees(*np.asarray(edge.coords).T)
    good = np.isfinite(lons) & np.isfinite(lats)
    xs, ys = around.to_sheet(lons[good], lats[good])
    seen = shapely.clip_by_rect(shapely.make_valid(shapely.Polygon(zip(xs, ys, strict=True))), *box)
    return tuple(g for g in land if not g.is_empty), seen


def _span(frame: Frame) -> float:
    seen = frame.seen
    return max(seen.east - seen.west, (seen.north - seen.south) * 1.6)


def _near(rows: GeoDataFrame, seen: Bounds) -> GeoDataFrame:
    hits: set[int] = set()
    for turn in (-360, 0, 360):
        box = shapely.box(seen.west - turn, seen.south, seen.east - turn, seen.north)
        hits.update(rows.sindex.query(box).tolist())
    return rows.iloc[sorted(hits)]


def _projected(geometries: Iterable[BaseGeometry], frame: Frame) -> list[BaseGeometry]:
    drawn = (frame.project(g).simplify(0.4) for g in geometries)
    return [g for g in drawn if not g.is_empty]


def _polygons(geometry: BaseGeometry) -> BaseGeometry:
    parts = [g for g in shapely.get_parts(geometry) if g.geom_type == "Polygon"]
    nested = [
        p
        for g in shapely.get_parts(geometry)
        if g.geom_type == "MultiPolygon"
        for p in shapely.get_parts(g)
    ]
    return shapely.MultiPolygon(parts + nested)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
