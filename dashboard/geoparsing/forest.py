"""Boosted trees kept as plain numbers and evaluated with numpy alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from dashboard.model import DataError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

ROWS = 2048


@dataclass(frozen=True, slots=True)
class Forest:
    """A sum of decision trees over named features.

    The nodes of all trees stand in one row each. A leaf points at itself, so that every tree can
    be walked for the same number of steps.
    """

    features: tuple[str, ...]
    roots: NDArray[np.int64]
    feature: NDArray[np.int64]
    threshold: NDArray[np.float64]
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: NDArray[np.float64]
    depth: int

    def score(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return one raw score (log-odds) for each row of feature values."""
        if len(rows) == 0:
            return np.zeros(0)
        # In pieces, so that a book needs no more memory than an article.
        pieces = [self._walk(rows[at : at + ROWS]) for at in range(0, len(rows), ROWS)]
        return np.concatenate(pieces)

    def _walk(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        at = np.broadcast_to(self.roots, (len(rows), len(self.roots)))
        index = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            goes_left = rows[index, self.feature[at]] <= self.threshold[at]
            at = np.where(goes_left, self.left[at], self.right[at])
        scores: NDArray[np.float64] = self.value[at].sum(axis=1)
        return scores


def read_forest(record: Mapping[str, Any], *, features: Sequence[str]) -> Forest:
    """Return the forest in a weights record (`Any`: lists and numbers from JSON).

    Raises `DataError` if it was fitted on other features than the program computes.
    """
    fitted_on: tuple[str, ...] = tuple(record["features"])
    if fitted_on != tuple(features):
        msg = "The weights do not fit this version; run data/fitting/fit.py, or install again."
        raise DataError(msg)
    nodes = {key: np.asarray(record[key]) for key in ("feature", "left", "right")}
    return Forest(
        features=fitted_on,
        roots=np.asarray(record["roots"], dtype=np.int64),
        threshold=np.asarray(record["threshold"], dtype=np.float64),
        value=np.asarray(record["value"], dtype=np.float64),
        depth=int(record["depth"]),
        **{key: column.astype(np.int64) for key, column in nodes.items()},
    )


def chance(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return log-odds as chances from 0 to 1."""
    result: NDArray[np.float64] = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
    return result
