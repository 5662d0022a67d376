"""Tidying outlines: one small grid, valid polygons, compact files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from pathlib import Path

    import geopandas as gpd

# 1/8192 degree, at most 14 m on the ground and so well inside the error of a 1:10 million map. A
# power of two, because the binary form of such numbers ends in zeros, which compress away.
GRID_DEGREES = 2.0**-13


def snap(shapes: np.ndarray, *, grid: float = GRID_DEGREES) -> np.ndarray:
    """Move every vertex to the grid and mend what that breaks.

    Vertices that two neighbours share stay shared, since each moves by itself.
    """
    moved = shapely.transform(shapes, lambda xy: np.round(xy / grid) * grid)
    moved = shapely.remove_repeated_points(moved)
    broken = ~shapely.is_valid(moved)
    moved[broken] = shapely.make_valid(moved[broken], method="structure", keep_collapsed=False)
    return moved


def write_layer(frame: gpd.GeoDataFrame, path: Path) -> None:
    """Write a layer as GeoParquet with zstd and say how large it became."""
    bad = frame[~frame.geometry.is_valid | frame.geometry.is_empty]
    if len(bad):
        msg = f"{path.name}: {len(bad)} outlines are empty or not valid, first {bad.iloc[0, 0]!r}"
        raise ValueError(msg)
    frame = frame.reset_index(drop=True)
    frame.to_parquet(path, index=False, compression="zstd", compression_level=19)
    print(f"  {path.name}: {len(frame):,} rows, {path.stat().st_size / 1e6:.2f} MB")
