"""The ground of a map slide: countries, borders by class, provinces, water and the locator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from dashboard.slides.frame import Bounds, Frame
from dashboard.slides.scene import Line, Outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

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


@dataclass(frozen=True, slots=True)
class Layers:
    """The built layers that a slide draws, as `dashboard.geography` loads them."""

    countries: GeoDataFrame
    countries_light: GeoDataFrame
    boundaries: GeoDataFrame
    provinces: GeoDataFrame
    lakes: GeoDataFrame
    rivers: GeoDataFrame


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


def draw_lines(layers: Layers, frame: Frame) -> tuple[Line, ...]:
    """Province lines, rivers and borders, in drawing order."""
    span = _span(frame)
    rank = next(r for limit, r in RIVER_RANKS_BY_SPAN if span <= limit)
    rivers = _near(layers.rivers, frame.seen)
    out = [Line("river", g) for g in _projected(rivers[rivers["rank"] <= rank].geometry, frame)]
    if span <= PROVINCE_SPAN_DEG:
        edges = _near(layers.provinces, frame.seen).geometry.boundary
        out += [Line("province", g) for g in _projected(edges, frame)]
    for line_class, rows in _near(layers.boundaries, frame.seen).groupby("line_class", sort=True):
        out += [Line(str(line_class), g) for g in _projected(rows.geometry, frame)]
    return tuple(out)


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
    land = [_polygons(around.project(g).simplify(0.6)) for g in layers.countries_light.geometry]
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
