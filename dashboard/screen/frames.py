"""The map as the browser shows it: told by the browser itself, for any size of its window."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

SWITCHES = frozenset({"areas", "countries", "places", "flows"})
"""What the map's legend switches off, by the names that the map gives it."""


@dataclass(frozen=True, slots=True)
class ShownMap:
    """The part of the world that is on screen, and what is switched off there."""

    west: float
    south: float
    east: float
    north: float
    """Degrees; `east` may run past 180."""
    hidden: frozenset[str] = frozenset()


def read_shown_map(told: object) -> ShownMap | None:
    """
    Return what the browser told; `None` when it is no map, for nothing from a browser is trusted.

    A map turned round the globe comes back to it; more than the whole globe is the globe.
    """
    if not isinstance(told, Mapping):
        return None
    try:
        edges = [float(told[name]) for name in ("west", "south", "east", "north")]
    except (KeyError, TypeError, ValueError):
        return None
    west, south, east, north = edges
    if not all(map(math.isfinite, edges)) or east <= west or not -90 <= south < north <= 90:
        return None
    middle = (west + east) / 2
    turn = 360 * math.floor((middle + 180) / 360)
    if east - west > 360:
        west, east = middle - 180, middle + 180
    hidden = told.get("hidden", ())
    off = SWITCHES & {h for h in hidden if isinstance(h, str)} if isinstance(hidden, list) else ()
    return ShownMap(west - turn, south, east - turn, north, frozenset(off))
