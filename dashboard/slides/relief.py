"""Shaded relief for a frame, warped out of the base map's relief tiles."""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image
from pmtiles.reader import MmapSource
from pmtiles.tile import (
    Entry,
    deserialize_directory,
    deserialize_header,
    find_tile,
    zxy_to_tileid,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dashboard.slides.frame import Bounds, Frame

TILE = 256
# The tiles are grey, 128 where the ground is flat; the colours are those of the map on screen.
FLAT = 128
BICUBIC = Image.Resampling.BICUBIC
LAND = np.array([245.0, 242.0, 235.0])
SHADOW, SHADOW_STRENGTH = np.array([104.0, 92.0, 78.0]), 0.62
LIGHT, LIGHT_STRENGTH = np.array([255.0, 255.0, 253.0]), 0.75
KNOT, SMOOTH_DEG = 8, 5.0
"""So near each other are computed longitudes; a step of more degrees is no slope but a tear."""
MAX_TILES = 220
"""A frame never reads more: beyond this a coarser zoom is as sharp as the sheet can show."""


def load_relief(path: Path, frame: Frame, *, step_px: int = 2) -> np.ndarray | None:
    """
    The relief of the frame's box as RGB (uint8), one sample every `step_px` sheet pixels.

    `None` when the tiles are not there: a picture without relief is still true.
    """
    if not path.exists():
        return None
    left, top, right, bottom = frame.box
    xs = np.arange(left, right, step_px) + step_px / 2
    ys = np.arange(top, bottom, step_px) + step_px / 2
    lon, lat = degrees_of(frame, xs, ys)
    with path.open("rb") as opened:
        tiles = _Tiles(MmapSource(opened))
        zoom = _zoom(frame, tiles.max_zoom)
        mosaic, x0, y0 = _mosaic(tiles, frame.seen, zoom)
    grey = _sample(mosaic, *_tile_pixels(lon, lat, zoom), origin=(x0, y0))
    return _tinted(grey)


def degrees_of(frame: Frame, xs: np.ndarray, ys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return longitudes, within half a turn of the frame's middle, and latitudes of a grid.

    Every `KNOT`th is computed and those between are interpolated, where nothing is torn apart.
    """
    knots = _knots(xs), _knots(ys)
    lon, lat = _exact_degrees(frame, *knots)
    if not _is_smooth(lon) or not _is_smooth(lat):
        return _exact_degrees(frame, xs, ys)
    return _between(knots, lon, xs, ys), _between(knots, lat, xs, ys)


def _knots(along: np.ndarray) -> np.ndarray:
    return np.append(along[:-1:KNOT], along[-1])


def _is_smooth(degrees: np.ndarray) -> bool:
    return all(np.abs(np.diff(degrees, axis=axis)).max(initial=0) < SMOOTH_DEG for axis in (0, 1))


def _exact_degrees(frame: Frame, xs: np.ndarray, ys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    x, y = np.meshgrid(xs, ys)
    lon, lat = frame.to_degrees(x.ravel(), y.ravel())
    middle = frame.bounds.centre[0]
    lon = (np.nan_to_num(lon, posinf=0, neginf=0) - middle + 180) % 360 - 180 + middle
    return lon.reshape(x.shape), lat.reshape(x.shape)


def _between(
    knots: tuple[np.ndarray, np.ndarray], values: np.ndarray, xs: np.ndarray, ys: np.ndarray
) -> np.ndarray:
    """Return the values at every column and row, interpolated between those at the knots."""
    across = np.stack([np.interp(xs, knots[0], row) for row in values])
    at = np.interp(ys, knots[1], np.arange(len(knots[1])))
    first = np.minimum(at.astype(int), len(values) - 2)
    share = (at - first)[:, None]
    whole: np.ndarray = across[first] * (1 - share) + across[first + 1] * share
    return whole


class _Tiles:
    """Tiles of an open PMTiles file; unlike the package's reader it keeps the directories."""

    def __init__(self, read: Callable[[int, int], bytes]) -> None:
        self._read = read
        self._header = deserialize_header(read(0, 127))
        self._directories: dict[int, list[Entry]] = {}

    @property
    def max_zoom(self) -> int:
        """The finest zoom of the file."""
        return int(self._header["max_zoom"])

    def get(self, zoom: int, x: int, y: int) -> bytes | None:
        """Return a tile's bytes, or `None` where the file has none."""
        offset, length = self._header["root_offset"], self._header["root_length"]
        tile_id = zxy_to_tileid(zoom, x, y)
        for _ in range(4):  # directories nest no deeper (PMTiles 3, section 4)
            entry = find_tile(self._directory(offset, length), tile_id)
            if entry is None:
                return None
            if entry.run_length:
                return self._read(self._header["tile_data_offset"] + entry.offset, entry.length)
            offset = self._header["leaf_directory_offset"] + entry.offset
            length = entry.length
        return None

    def _directory(self, offset: int, length: int) -> list[Entry]:
        if offset not in self._directories:
            self._directories[offset] = deserialize_directory(self._read(offset, length))
        return self._directories[offset]


def _zoom(frame: Frame, most: int) -> int:
    lat = math.radians(frame.bounds.centre[1])
    wanted = math.log2(40075 * math.cos(lat) / (frame.km_per_pixel * 2 * TILE))
    zoom = max(0, min(most, math.ceil(wanted)))
    while zoom and _tile_count(frame.seen, zoom) > MAX_TILES:
        zoom -= 1
    return zoom


def _tile_range(seen: Bounds, zoom: int) -> tuple[int, int, int, int]:
    x, y = _tile_pixels(np.array([seen.west, seen.east]), np.array([seen.north, seen.south]), zoom)
    last = 2**zoom - 1
    first_y, last_y = (min(last, max(0, int(v // TILE))) for v in y)
    return int(x[0] // TILE), first_y, int(x[1] // TILE), last_y


def _tile_count(seen: Bounds, zoom: int) -> int:
    x0, y0, x1, y1 = _tile_range(seen, zoom)
    return (x1 - x0 + 1) * (y1 - y0 + 1)


def _mosaic(tiles: _Tiles, seen: Bounds, zoom: int) -> tuple[np.ndarray, int, int]:
    """The tiles side by side; where the file has none so fine, the coarser ones enlarged."""
    x0, y0, x1, y1 = _tile_range(seen, zoom)
    across = range(x0, x1 + 1), range(y0, y1 + 1)
    found = {(x, y): tiles.get(zoom, x % 2**zoom, y) for x in across[0] for y in across[1]}
    out = np.full(((y1 - y0 + 1) * TILE, (x1 - x0 + 1) * TILE), FLAT, dtype=np.uint8)
    if zoom and not all(found.values()):
        coarse, left, top = _mosaic(tiles, seen, zoom - 1)
        # Enlarged as a whole: tile by tile the seams would show.
        large = Image.fromarray(coarse).resize((coarse.shape[1] * 2, coarse.shape[0] * 2), BICUBIC)
        column, row = x0 * TILE - left * 2, y0 * TILE - top * 2
        out = np.array(large)[row : row + out.shape[0], column : column + out.shape[1]]
    for (x, y), raw in found.items():
        if raw:
            row, column = (y - y0) * TILE, (x - x0) * TILE
            tile = np.asarray(Image.open(io.BytesIO(raw)).convert("L"))
            out[row : row + TILE, column : column + TILE] = tile
    return out, x0 * TILE, y0 * TILE


def _tile_pixels(lon: np.ndarray, lat: np.ndarray, zoom: int) -> tuple[np.ndarray, np.ndarray]:
    """Pixels of the web Mercator world at a zoom."""
    size = TILE * 2**zoom
    safe = np.clip(np.nan_to_num(lat, posinf=0, neginf=0), -85.05, 85.05)
    sine = np.sin(np.radians(safe))
    x = (np.nan_to_num(lon, posinf=0, neginf=0) + 180) / 360 * size
    return x, (0.5 - np.log((1 + sine) / (1 - sine)) / (4 * math.pi)) * size


def _sample(
    mosaic: np.ndarray, x: np.ndarray, y: np.ndarray, *, origin: tuple[int, int]
) -> np.ndarray:
    """Bilinear samples of the mosaic; longitudes are rolled round the globe to meet it."""
    height, width = mosaic.shape
    column = np.clip(x - origin[0] - 0.5, 0, width - 1.001)
    row = np.clip(y - origin[1] - 0.5, 0, height - 1.001)
    c, r = column.astype(int), row.astype(int)
    fx, fy = column - c, row - r
    right, low = np.minimum(c + 1, width - 1), np.minimum(r + 1, height - 1)
    above = mosaic[r, c] * (1 - fx) + mosaic[r, right] * fx
    below = mosaic[low, c] * (1 - fx) + mosaic[low, right] * fx
    sampled: np.ndarray = above * (1 - fy) + below * fy
    return sampled


def _tinted(grey: np.ndarray) -> np.ndarray:
    """Tint the shade as the map on screen does: towards the shadow or towards the light."""
    tinted: np.ndarray = TINTS[np.rint(grey).astype(np.uint8)]
    return tinted


def _tints() -> np.ndarray:
    """Return the colour (uint8) of each of the 256 greys."""
    shade = ((np.arange(256) - FLAT) / (255 - FLAT))[:, None]
    towards = np.where(shade < 0, SHADOW, LIGHT)
    strength = np.abs(shade) * np.where(shade < 0, SHADOW_STRENGTH, LIGHT_STRENGTH)
    tinted: np.ndarray = LAND + (towards - LAND) * np.clip(strength, 0, 1)
    whole: np.ndarray = np.rint(tinted).astype(np.uint8)
    return whole


TINTS = _tints()
