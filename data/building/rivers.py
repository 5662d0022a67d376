"""Putting rivers together again out of pieces cut at borders and closed into rings."""

from __future__ import annotations

import numpy as np
import shapely

# The source chains the pieces of a river in one country with straight chords. Natural Earth itself
# has hardly a step of this many degrees; half of its steps are under 0.025.
CHORD_DEGREES = 0.3
# Pieces of one name farther apart than this (degrees) are different rivers.
APART_DEGREES = 2.0


def chain_pieces(pieces: list[np.ndarray]) -> list[shapely.Geometry]:
    """Return the rivers that bear one name, false chords cut, as lines."""
    steps = _steps(pieces)
    steps = steps[_lengths(steps) < CHORD_DEGREES]
    steps = steps[_is_in_tree(steps)]
    if not len(steps):
        return []
    line = shapely.line_merge(shapely.multilinestrings(shapely.linestrings(steps)))
    return _split_apart(shapely.get_parts(line))


def _steps(pieces: list[np.ndarray]) -> np.ndarray:
    """Every distinct step of the pieces, without the one that closes a piece into a ring."""
    steps = []
    for piece in pieces:
        points = np.column_stack([(piece[:, 0] + 180) % 360 - 180, piece[:, 1]]).round(4)
        if len(points) > 3 and np.array_equal(points[0], points[-1]):
            points = points[:-1]
        pairs = np.stack([points[:-1], points[1:]], axis=1)
        swap = (pairs[:, 0] > pairs[:, 1]).any(axis=1) & ~(pairs[:, 0, 0] < pairs[:, 1, 0])
        pairs[swap] = pairs[swap][:, ::-1]
        steps.append(pairs[_lengths(pairs) > 0])
    return np.unique(np.concatenate(steps), axis=0)


def _lengths(steps: np.ndarray) -> np.ndarray:
    return np.hypot(*(steps[:, 1] - steps[:, 0]).T)


def _is_in_tree(steps: np.ndarray) -> np.ndarray:
    """Whether a step belongs to the shortest tree that joins the same points.

    A river has no loops; where the pieces make one, its longest step is the false chord.
    """
    _, ends = np.unique(steps.reshape(-1, 2), axis=0, return_inverse=True)
    ends = ends.reshape(-1, 2)
    parent = list(range(ends.max() + 1)) if len(ends) else []

    def root(point: int) -> int:
        while parent[point] != point:
            parent[point] = parent[parent[point]]
            point = parent[point]
        return point

    kept = np.zeros(len(steps), dtype=bool)
    for step in np.argsort(_lengths(steps), kind="stable"):
        first, second = root(ends[step, 0]), root(ends[step, 1])
        kept[step] = first != second
        parent[first] = second
    return kept


def _split_apart(lines: np.ndarray) -> list[shapely.Geometry]:
    """Group lines that lie near each other."""
    near = shapely.get_parts(shapely.union_all(shapely.buffer(lines, APART_DEGREES / 2)))
    groups = shapely.STRtree(near).query(lines, predicate="within")[1]
    return [shapely.multilinestrings(lines[groups == group]) for group in np.unique(groups)]
