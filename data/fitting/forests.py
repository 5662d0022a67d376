"""Fit boosted trees with LightGBM and write them as plain numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import lightgbm

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

SETTINGS = {
    "objective": "binary",
    "num_leaves": 15,
    "max_depth": 7,
    "learning_rate": 0.06,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "verbosity": -1,
    "num_threads": 1,
    "seed": 7,
    "deterministic": True,
}


def fit_forest(
    rows: np.ndarray,
    labels: np.ndarray,
    *,
    weights: np.ndarray,
    features: Sequence[str],
    trees: int,
) -> dict[str, Any]:
    """Return a fitted forest as the record that `dashboard.geoparsing.forest` reads."""
    data = lightgbm.Dataset(rows, label=labels, weight=weights)
    booster = lightgbm.train(SETTINGS, data, num_boost_round=trees)
    return _record(booster, features)


def _record(booster: lightgbm.Booster, features: Sequence[str]) -> dict[str, Any]:
    nodes: dict[str, list[Any]] = {
        key: [] for key in ("feature", "threshold", "left", "right", "value")
    }
    roots, depth = [], 1
    for tree in booster.dump_model()["tree_info"]:
        root, deep = _add(tree["tree_structure"], nodes)
        roots.append(root)
        depth = max(depth, deep)
    return {"features": list(features), "roots": roots, "depth": depth, **nodes}


def _add(node: dict[str, Any], nodes: dict[str, list[Any]]) -> tuple[int, int]:
    """Add a node and all below it; return its number and the steps down to its deepest leaf."""
    number = len(nodes["feature"])
    is_leaf = "leaf_value" in node
    nodes["feature"].append(0 if is_leaf else node["split_feature"])
    nodes["threshold"].append(0.0 if is_leaf else float(f"{node['threshold']:.6g}"))
    nodes["value"].append(round(node["leaf_value"], 5) if is_leaf else 0.0)
    nodes["left"].append(number)
    nodes["right"].append(number)
    if is_leaf:
        return number, 0
    nodes["left"][number], left_depth = _add(node["left_child"], nodes)
    nodes["right"][number], right_depth = _add(node["right_child"], nodes)
    return number, 1 + max(left_depth, right_depth)
