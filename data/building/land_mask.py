"""Where there is land, in pixels of the web map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import geopandas as gpd
import numpy as np
import shapely
from PIL import Image, ImageDraw, ImageFilter

if TYPE_CHECKING:
    from pathlib import Path

ZOOM, TILE_PX = 5, 256
MAX_LAT = 85.0
# The mask is coarser than the coast; a little sea around it is covered by the sea drawn on top.
MARGIN_PX = 5


@dataclass(frozen=True, slots=True)
class LandMask:
    """Land at zoom 5, cut or enlarged for other zooms."""

    pixels: np.ndarray

    def tile(self, zoom: int, x: int, y: int) -> np.ndarray:
        """Return 256 x 256 truths, one a pixel of the tile."""
        if zoom <= ZOOM:
            step = 2 ** (ZOOM - zoom)
            size = TILE_PX * step
            return self.pixels[y * size : (y + 1) * size : step, x * size : (x + 1) * size : step]
        step = 2 ** (zoom - ZOOM)
        size = TILE_PX // step
        part = self.pixels[y * size : (y + 1) * size, x * size : (x + 1) * size]
        return part.repeat(step, axis=0).repeat(step, axis=1)


def draw_land(countries: Path) -> LandMask:
    """Draw the countries' outlines."""
    whole = TILE_PX * 2**ZOOM
    picture = Image.new("L", (whole, whole), 0)
    pen = ImageDraw.Draw(picture)
    parts = shapely.get_parts(gpd.read_parquet(countries).geometry.to_numpy())
    for ring in shapely.get_exterior_ring(parts):
        pen.polygon([tuple(point) for point in _pixels(ring, whole)], fill=255)
    return LandMask(np.asarray(picture.filter(ImageFilter.MaxFilter(MARGIN_PX))) > 0)


def _pixels(ring: shapely.Geometry, whole: int) -> np.ndarray:
    lon, lat = shapely.get_coordinates(ring).T
    sine = np.sin(np.radians(np.clip(lat, -MAX_LAT, MAX_LAT)))
    return np.column_stack([(lon + 180) / 360, 0.5 - np.arctanh(sine) / (2 * np.pi)]) * whole
