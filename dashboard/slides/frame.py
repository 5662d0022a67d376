"""What a picture shows of the world, its projection, and the way from degrees to the sheet.

Sheet coordinates are pixels of a slide (144 an inch), x to the right, y down.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import shapely
from pyproj import CRS, Geod, Transformer
from shapely.affinity import translate

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

WGS84 = Geod(ellps="WGS84")
WORLD_SPAN_DEG = 110.0
WIDE_SPAN_DEG, WIDE_LAT = 200.0, 45.0
"""A wide land far from the equator (Russia, Canada) is seen from above, not flattened."""
HALF_TURN_DEG = 179.95
"""A hair less than half: what lies on the far side exactly would jump from edge to edge."""
RING_LAT = 40.0
"""What lies all round a pole, no nearer to the equator than this, is seen from above the pole."""
POLAR_LAT = 66.0
TROPIC_LAT = 12.0
MIN_SPAN_DEG = 1.2
"""A single village is shown with its surroundings, not as an empty sheet."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A frame in degrees. Across the antimeridian `east` is greater than 180."""

    west: float
    south: float
    east: float
    north: float

    @property
    def centre(self) -> tuple[float, float]:
        """Longitude and latitude of the middle."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    def padded(self, share: float) -> Bounds:
        """The frame with a margin on every side, at least `MIN_SPAN_DEG` high and wide."""
        lon, lat = self.centre
        half_w = max((self.east - self.west) * (1 + 2 * share), MIN_SPAN_DEG) / 2
        half_h = max((self.north - self.south) * (1 + 2 * share), MIN_SPAN_DEG) / 2
        south, north = max(-90.0, lat - half_h), min(90.0, lat + half_h)
        return Bounds(lon - min(half_w, 180), south, lon + min(half_w, 180), north)


def bounds_of(points: list[tuple[float, float]]) -> Bounds | None:
    """
    The smallest frame around points of (lon, lat), or `None` when there are none.

    Of the two ways around the globe the shorter one is taken, so that points either side of the
    antimeridian make a narrow frame.
    """
    if not points:
        return None
    lons = sorted({round(lon, 6) for lon, _ in points})
    around = [*lons[1:], lons[0] + 360]
    gaps = [(b - a, i) for i, (a, b) in enumerate(zip(lons, around, strict=True))]
    _, widest = max(gaps)
    west = lons[(widest + 1) % len(lons)]
    east = lons[widest]
    lats = [lat for _, lat in points]
    return Bounds(west, min(lats), east if east >= west else east + 360, max(lats))


@dataclass(frozen=True, slots=True)
class Projection:
    """A projected coordinate system and what to call it in the footer."""

    crs: CRS
    name: str
    scale_is_true: bool
    """Whether one scale bar holds for the whole sheet (within about 3 per cent)."""


def choose_projection(bounds: Bounds) -> Projection:
    """
    A projection with little distortion inside `bounds`.

    Rule (after Snyder 1987, Map Projections, a Working Manual, ch. 6): the world on Equal Earth;
    polar frames, and wide lands far from the equator, on an azimuthal equal-area; near the
    equator on Mercator true at the middle; between, on a Lambert conformal conic with its
    parallels a sixth from the top and the bottom.
    """
    lon, lat = bounds.centre
    lon = (lon + 180) % 360 - 180
    span_lat, span_lon = bounds.north - bounds.south, bounds.east - bounds.west
    nearest = min(abs(bounds.south), abs(bounds.north)) if bounds.south * bounds.north > 0 else 0
    is_ring = span_lon > WIDE_SPAN_DEG and nearest > RING_LAT
    if is_ring or (WORLD_SPAN_DEG < span_lon <= WIDE_SPAN_DEG and abs(lat) > WIDE_LAT):
        lat = math.copysign(90, lat) if is_ring else lat
        proj = f"+proj=laea +lat_0={lat} +lon_0={lon} +datum=WGS84"
        return Projection(CRS.from_proj4(proj), "Lambert azimuthal equal-area", scale_is_true=False)
    if span_lon > WORLD_SPAN_DEG or span_lat > WORLD_SPAN_DEG * 0.7:
        return Projection(
            CRS.from_proj4(f"+proj=eqearth +lon_0={lon}"), "Equal Earth", scale_is_true=False
        )
    if max(abs(bounds.north), abs(bounds.south)) > POLAR_LAT + 12 or abs(lat) > POLAR_LAT:
        proj = f"+proj=laea +lat_0={lat} +lon_0={lon} +datum=WGS84"
        return Projection(CRS.from_proj4(proj), "Lambert azimuthal equal-area", span_lat < 25)
    if abs(lat) < TROPIC_LAT:
        proj = f"+proj=merc +lat_ts={abs(lat)} +lon_0={lon} +datum=WGS84"
        return Projection(CRS.from_proj4(proj), "Mercator", span_lat < 25)
    low, high = bounds.south + span_lat / 6, bounds.north - span_lat / 6
    proj = f"+proj=lcc +lat_1={low} +lat_2={high} +lat_0={lat} +lon_0={lon} +datum=WGS84"
    name = f"Lambert conformal conic, {_parallel(low)} and {_parallel(high)}"
    return Projection(CRS.from_proj4(proj), name, span_lat < 25)


def _parallel(lat: float) -> str:
    return f"{abs(lat):.1f}°{'N' if lat >= 0 else 'S'}"


@dataclass(frozen=True)
class Frame:
    """A box on the sheet and the map that fills it."""

    bounds: Bounds
    box: tuple[float, float, float, float]
    """Left, top, right, bottom on the sheet."""
    clear: tuple[float, float, float, float] | None = None
    """The part of the box that no legend covers, where the bounds are fitted; else all of it."""

    @cached_property
    def projection(self) -> Projection:
        """The projection chosen for the bounds."""
        return choose_projection(self.bounds)

    @cached_property
    def _forward(self) -> Transformer:
        return Transformer.from_crs("EPSG:4326", self.projection.crs, always_xy=True)

    @cached_property
    def _fit(self) -> tuple[float, float, float]:
        """Metres at the middle of the box, and metres a pixel."""
        edge = shapely.box(*_tuple(self.bounds)).segmentize(1.0).exterior
        xs, ys = self._forward.transform(*np.asarray(edge.coords).T)
        good = np.isfinite(xs) & np.isfinite(ys)
        x0, x1, y0, y1 = xs[good].min(), xs[good].max(), ys[good].min(), ys[good].max()
        left, top, right, bottom = self.clear or self.box
        metres = max((x1 - x0) / (right - left), (y1 - y0) / (bottom - top))
        return (x0 + x1) / 2, (y0 + y1) / 2, metres

    @property
    def _middle(self) -> tuple[float, float]:
        left, top, right, bottom = self.clear or self.box
        return (left + right) / 2, (top + bottom) / 2

    @property
    def metres_per_pixel(self) -> float:
        """Metres of the projection that one sheet pixel stands for."""
        return self._fit[2]

    @cached_property
    def km_per_pixel(self) -> float:
        """Kilometres on the ground that one sheet pixel stands for, measured at the middle."""
        x, y = self._middle
        lon, lat = self.to_degrees(np.array([x - 50, x + 50]), np.array([y, y]))
        _, _, metres = WGS84.inv(lon[0], lat[0], lon[1], lat[1])
        return float(metres) / 1000 / 100

    def to_sheet(self, lon: np.ndarray, lat: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Sheet pixels of positions in degrees; not finite where the projection has no image."""
        mid_x, mid_y, metres = self._fit
        x, y = self._forward.transform(lon, lat)
        sheet_x, sheet_y = self._middle
        return (
            (np.asarray(x) - mid_x) / metres + sheet_x,
            (mid_y - np.asarray(y)) / metres + sheet_y,
        )

    def to_degrees(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Longitude and latitude of sheet pixels; infinite off the globe."""
        mid_x, mid_y, metres = self._fit
        sheet_x, sheet_y = self._middle
        east = (np.asarray(x) - sheet_x) * metres + mid_x
        north = mid_y - (np.asarray(y) - sheet_y) * metres
        lon, lat = self._forward.transform(east, north, direction="INVERSE")
        return np.asarray(lon), np.asarray(lat)

    @cached_property
    def seen(self) -> Bounds:
        """What the whole box shows, in degrees, a little generous; longitudes round the middle."""
        left, top, right, bottom = self.box
        gx, gy = np.meshgrid(np.linspace(left, right, 40), np.linspace(top, bottom, 30))
        lon, lat = self.to_degrees(gx.ravel(), gy.ravel())
        good = np.isfinite(lon) & np.isfinite(lat)
        mid = self.bounds.centre[0]
        lon = (lon[good] - mid + 180) % 360 - 180 + mid
        pad = 0.2
        # Where the sheet reaches beyond the globe, all up to the pole is seen.
        is_high = gy.ravel() < (top + bottom) / 2
        north = 89.9 if (is_high & ~good).any() else float(lat[good].max()) + pad
        south = -89.9 if (~is_high & ~good).any() else float(lat[good].min()) - pad
        return Bounds(
            max(float(lon.min()) - pad, mid - HALF_TURN_DEG),
            max(south, -89.9),
            min(float(lon.max()) + pad, mid + HALF_TURN_DEG),
            min(north, 89.9),
        )

    def project(self, geometry: BaseGeometry) -> BaseGeometry:
        """The geometry on the sheet, cut to the box; empty when nothing of it is seen."""
        near = self._unrolled(geometry)
        if near.is_empty:
            return near
        drawn = shapely.transform(
            near.segmentize(max(0.25, self.metres_per_pixel / 111_000 * 12)),
            lambda xy: np.column_stack(self.to_sheet(xy[:, 0], xy[:, 1])),
        )
        if not drawn.is_valid:
            drawn = shapely.make_valid(drawn)
        left, top, right, bottom = self.box
        return shapely.clip_by_rect(drawn, left, top, right, bottom)

    def _unrolled(self, geometry: BaseGeometry) -> BaseGeometry:
        """What is seen of the geometry, with longitudes running through the antimeridian."""
        seen = self.seen
        parts = []
        for turn in (-360, 0, 360):
            west, east = seen.west - turn, seen.east - turn
            if east > -180 and west < 180:
                part = shapely.clip_by_rect(geometry, west, seen.south, east, seen.north)
                if not part.is_empty:
                    parts.append(translate(part, turn) if turn else part)
        if not parts:
            return shapely.GeometryCollection()
        return parts[0] if len(parts) == 1 else shapely.union_all(parts)


def scale_bar(frame: Frame, *, longest_px: float = 240) -> tuple[int, float]:
    """A round number of kilometres and how long its bar is on the sheet, in pixels."""
    most = frame.km_per_pixel * longest_px
    power = 10 ** math.floor(math.log10(most))
    km = max(step * power for step in (1, 2, 5) if step * power <= most)
    return max(1, round(km)), km / frame.km_per_pixel


def _tuple(bounds: Bounds) -> tuple[float, float, float, float]:
    return bounds.west, bounds.south, bounds.east, bounds.north
