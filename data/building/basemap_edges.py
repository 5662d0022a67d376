"""Lines out of polygons that fit together: inner edges, and the coast without the map's frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Iterator

# Where an outline runs along the frame of the map, that is no coast.
FRAME_LON, FRAME_LAT = 179.99, -85.0


def shared_edges(shapes: np.ndarray, groups: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
    """Yield, group by group, the lines between two shapes of that group."""
    for group in np.unique(groups):
        segments = _segments(shapes[groups == group])
        distinct, count = np.unique(segments, axis=0, return_counts=True)
        inner = distinct[count > 1]
        if len(inner):
            yield str(group), _joined(inner)


def land_edges(shapes: np.ndarray) -> np.ndarray:
    """Return the coast: what bounds the union of the shapes."""
    segments = _segments(np.array([shapely.coverage_union_all(shapes)]))
    on_side = (np.abs(segments[:, [0, 2]]) > FRAME_LON).all(axis=1)
    on_foot = (segments[:, [1, 3]] < FRAME_LAT).all(axis=1)
    return _joined(segments[~(on_side | on_foot)])


def _segments(shapes: np.ndarray) -> np.ndarray:
    """All steps of the rings as `x1 y1 x2 y2`, the lesser end first."""
    parts = shapely.get_parts(shapes)  # get_rings finds none in a MultiPolygon
    points, ring = shapely.get_coordinates(shapely.get_rings(parts), return_index=True)
    steps = np.hstack([points[:-1], points[1:]])[ring[1:] == ring[:-1]]
    swap = (steps[:, 0] > steps[:, 2]) | (
        (steps[:, 0] == steps[:, 2]) & (steps[:, 1] > steps[:, 3])
    )
    steps[swap] = steps[swap][:, [2, 3, 0, 1]]
    return steps


def _joined(segments: np.ndarray) -> np.ndarray:
    lines = shapely.linestrings(segments.reshape(-1, 2, 2))
    return shapely.get_parts(shapely.line_merge(shapely.multilinestrings(lines)))
