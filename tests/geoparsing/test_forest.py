"""A forest is numbers in a file; what it says must not depend on who fitted it."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.geoparsing.forest import chance, read_forest
from dashboard.model import DataError

# One tree: population above 3.5 speaks for the place; below, a country is still likely.
RECORD = {
    "features": ["population", "country"],
    "roots": [0],
    "depth": 2,
    "feature": [0, 1, 0, 0, 0],
    "threshold": [3.5, 0.5, 0.0, 0.0, 0.0],
    "left": [1, 3, 2, 3, 4],
    "right": [2, 4, 2, 3, 4],
    "value": [0.0, 0.0, 2.0, -2.0, 1.0],
}


def test_each_row_ends_at_its_leaf() -> None:
    forest = read_forest(RECORD, features=["population", "country"])
    rows = np.array([[5.0, 0.0], [1.0, 0.0], [1.0, 1.0]])
    assert forest.score(rows).tolist() == [2.0, -2.0, 1.0]


def test_no_rows_are_no_scores() -> None:
    forest = read_forest(RECORD, features=["population", "country"])
    assert forest.score(np.zeros((0, 2))).tolist() == []


def test_weights_of_other_features_are_refused_with_the_remedy() -> None:
    with pytest.raises(DataError, match=r"data/fitting/fit\.py"):
        read_forest(RECORD, features=["population", "distance"])


def test_even_odds_are_an_even_chance() -> None:
    assert chance(np.array([0.0, 100.0])).tolist() == pytest.approx([0.5, 1.0])
