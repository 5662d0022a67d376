"""The map's frame as it stands in the address, as a box of degrees."""

from __future__ import annotations

import math

TILE_PX = 256
USUAL_MAP_PX = (816, 632)
"""The map of a window of 1440 by 900: the browser does not tell Python how large its own is."""


def read_frame(at: str) -> tuple[float, float, float, float] | None:
    """
    Return west, south, east, north of `lat,lon,zoom`; `None` when it is no frame.

    Web Mercator, as on screen. `east` may run past 180.
    """
    try:
        lat, lon, zoom = (float(part) for part in at.split(","))
    except ValueError:
        return None
    if not (-85 <= lat <= 85 and -540 <= lon <= 540 and 0 <= zoom <= 20):
        return None
    world = TILE_PX * 2**zoom
    half_width = min(180.0, USUAL_MAP_PX[0] / 2 / world * 360)
    middle = math.asinh(math.tan(math.radians(lat)))
    half_height = USUAL_MAP_PX[1] / 2 / world * 2 * math.pi
    south, north = (_latitude(middle + s * half_height) for s in (-1, 1))
    centre = (lon + 180) % 360 - 180
    return centre - half_width, south, centre + half_width, north


def _latitude(mercator: float) -> float:
    return math.degrees(math.atan(math.sinh(mercator)))
