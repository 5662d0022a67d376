"""Marks grouped on a grid of the screen: what lies in one cell at a zoom is one group."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dashboard.mapping.columns import TYPES, MarkColumns, Mask, Numbers

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from dashboard.mapping.view import Bounds

TILE_PX = 256
CELLS_PX = (32, 48, 64, 96, 128)
"""The finest that keeps to `MOST_CELLS`; the browser joins groups that would touch."""
MOST_CELLS = 1_500
ALONE_LIMIT = 4_000
"""As many marks in view are sent one by one."""
PADDING = 0.5
"""Of the view is grouped on each side, so that a short pan asks for nothing."""
USUAL_MAP_PX = (816, 632)
_PREFIX = "cell:"


@dataclass(frozen=True, slots=True)
class Look:
    """The part of the world that is looked at, in degrees, and the zoom."""

    west: float
    south: float
    east: float
    north: float
    zoom: int

    def as_json(self) -> list[float]:
        """Return the box with its padding and the zoom: within it the browser need not ask."""
        wide, high = (self.east - self.west) * PADDING, (self.north - self.south) * PADDING
        return [self.west - wide, self.south - high, self.east + wide, self.north + high, self.zoom]


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """The groups of a view. `alone` are the marks that are in none."""

    ids: tuple[str, ...]
    lat: NDArray[np.float64]
    lon: NDArray[np.float64]
    only_place: Numbers
    """The one place in the cell, -1 where there are several."""
    places: Numbers
    """How many places are in the cell."""
    is_loose: Mask
    at: Numbers
    """Position of a cell, with `type` and `weight`: one row a cell and type."""
    type: Numbers
    weight: Numbers
    alone: Numbers


def look_at(box: Bounds | None) -> Look:
    """Return how the usual map shows a box; the whole world for none."""
    if box is None:
        return Look(-180, -85, 180, 85, 2)
    across = max((box.east - box.west) / 360 / USUAL_MAP_PX[0], 1e-9)
    zoom = max(2, min(11, math.floor(math.log2(1 / (across * TILE_PX)))))
    return Look(box.west, box.south, box.east, box.north, zoom)


def group_cells(marks: MarkColumns, rows: Numbers, look: Look) -> Cells:
    """Group the marks in view; few enough are all `alone`."""
    near = _places_near(marks, look) & marks.is_grouped
    place = marks.place[rows]
    counts = np.bincount(
        place * len(TYPES) + marks.type[rows], minlength=len(marks.places) * len(TYPES)
    ).reshape(-1, len(TYPES))
    counts[~near] = 0
    if counts.sum() <= ALONE_LIMIT:
        return _no_cells(rows[near[place]])
    present = np.flatnonzero(counts.any(axis=1)).astype(np.int32)
    grid = _finest_grid(marks, present, look.zoom)
    weights = np.bincount(grid.cell, weights=counts[present].sum(axis=1))
    is_kept = (weights > 1)[grid.cell]
    is_alone = np.zeros(len(marks.places), dtype=np.bool_)
    is_alone[present[~is_kept]] = True
    alone = rows[is_alone[place]]
    return _cells(marks, counts, grid.keep(is_kept), alone)


@dataclass(frozen=True, slots=True, eq=False)
class _Grid:
    """Some places and the cell that each lies in."""

    zoom: int
    px: int
    places: Numbers
    keys: NDArray[np.int64]
    """The cells, each once."""
    cell: NDArray[np.intp]
    """Of each place, a position in `keys`."""

    def keep(self, kept: Mask) -> _Grid:
        """Return the grid of some of the places."""
        keys, cell = np.unique(self.keys[self.cell[kept]], return_inverse=True)
        return _Grid(self.zoom, self.px, self.places[kept], keys, cell)


def _finest_grid(marks: MarkColumns, places: Numbers, zoom: int) -> _Grid:
    for px in CELLS_PX:
        keys, cell = np.unique(_keys(marks, places, zoom, px), return_inverse=True)
        if len(keys) <= MOST_CELLS:
            break
    return _Grid(zoom, px, places, keys, cell)


def _cells(marks: MarkColumns, counts: NDArray[np.intp], grid: _Grid, alone: Numbers) -> Cells:
    """Return the groups; each stands at the mean of its marks."""
    size, number = len(grid.keys), counts[grid.places].sum(axis=1)
    total = np.bincount(grid.cell, weights=number, minlength=size)

    def mean(values: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.bincount(grid.cell, weights=values[grid.places] * number, minlength=size) / total

    lat = np.degrees(np.arctan(np.sinh((0.5 - mean(marks.y)) * 2 * np.pi)))
    places = np.bincount(grid.cell, minlength=size)
    only = np.full(size, -1, dtype=np.int32)
    only[grid.cell] = grid.places
    only[places > 1] = -1
    by_type = np.zeros((size, len(TYPES)), dtype=np.int64)
    np.add.at(by_type, grid.cell, counts[grid.places])
    at, kinds = np.nonzero(by_type)
    return Cells(
        ids=tuple(f"{_PREFIX}{grid.zoom}:{grid.px}:{key}" for key in grid.keys.tolist()),
        lat=lat,
        lon=mean(marks.x) * 360 - 180,
        only_place=only,
        places=places.astype(np.int32),
        is_loose=grid.keys % 2 == 1,
        at=at.astype(np.int32),
        type=kinds.astype(np.int32),
        weight=by_type[at, kinds].astype(np.int32),
        alone=alone,
    )


def places_of(marks: MarkColumns, ids: frozenset[str]) -> Mask:
    """Return which places are meant by the ids of places or of cells."""
    found = np.zeros(len(marks.places), dtype=np.bool_)
    everywhere = np.arange(len(found), dtype=np.int32)
    for place_id in ids:
        if place_id.startswith(_PREFIX):
            zoom, px, key = (int(part) for part in place_id.removeprefix(_PREFIX).split(":"))
            found |= marks.is_grouped & (_keys(marks, everywhere, zoom, px) == key)
    plain = {i for i in ids if not i.startswith(_PREFIX)}
    if plain:
        found |= np.fromiter((p.place_id in plain for p in marks.places), np.bool_, len(found))
    return found


def _places_near(marks: MarkColumns, look: Look) -> Mask:
    west, south, east, north, _ = look.as_json()
    x = marks.x * 360 - 180
    low, high = (_mercator_y(lat) for lat in (north, south))
    # A map that is dragged around the world looks at longitudes beyond 180.
    is_across = np.any([(x + turn >= west) & (x + turn <= east) for turn in (-360, 0, 360)], axis=0)
    is_within: Mask = is_across & (marks.y >= low) & (marks.y <= high)
    return is_within


def _mercator_y(lat: float) -> float:
    sine = math.sin(math.radians(max(-85.0, min(85.0, lat))))
    return 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


def _keys(marks: MarkColumns, places: Numbers, zoom: int, px: int) -> NDArray[np.int64]:
    """Return the cell of each place as one number; areas have cells of their own."""
    across = 2**zoom * TILE_PX / px
    column = np.floor(marks.x[places] * across).astype(np.int64)
    row = np.floor(marks.y[places] * across).astype(np.int64)
    keys: NDArray[np.int64] = (column * 2**20 + row) * 2 + marks.is_loose[places]
    return keys


def _no_cells(alone: Numbers) -> Cells:
    none = np.zeros(0, dtype=np.int32)
    nowhere = np.zeros(0)
    return Cells((), nowhere, nowhere, none, none, none.astype(np.bool_), none, none, none, alone)
