"""The relief under a picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dashboard.settings import Settings
from dashboard.slides.frame import Bounds, Frame
from dashboard.slides.relief import degrees_of, load_relief
from dashboard.slides.sheet import MAP_BOX

TILES = Settings().static_dir / "basemap" / "relief.pmtiles"
PAMIR, STEPPE = Bounds(71, 37, 75, 39), Bounds(60, 47, 66, 50)


def test_mountains_are_shaded_and_the_steppe_is_nearly_flat() -> None:
    rough, flat = (load_relief(TILES, Frame(b, MAP_BOX), step_px=8) for b in (PAMIR, STEPPE))
    assert rough is not None
    assert flat is not None
    assert rough.std() > 3 * flat.std()
    assert np.abs(flat.reshape(-1, 3).mean(axis=0) - (245, 242, 235)).max() < 12


def test_a_frame_across_the_antimeridian_has_relief_on_both_sides() -> None:
    relief = load_relief(TILES, Frame(Bounds(176, -19, 184, -15), MAP_BOX), step_px=8)
    assert relief is not None
    assert relief.shape == (99, 230, 3)


@pytest.mark.parametrize("bounds", [PAMIR, STEPPE, Bounds(176, -19, 184, -15)])
def test_a_point_between_two_knots_stands_where_the_projection_puts_it(bounds: Bounds) -> None:
    frame = Frame(bounds, MAP_BOX)
    xs, ys = np.arange(100.0, 900.0, 2), np.arange(150.0, 400.0, 2)
    lon, lat = degrees_of(frame, xs, ys)
    exact_lon, exact_lat = frame.to_degrees(*(grid.ravel() for grid in np.meshgrid(xs, ys)))
    pixel = frame.km_per_pixel / 111
    assert np.abs((lon.ravel() - exact_lon + 180) % 360 - 180).max() < pixel / 10
    assert np.abs(lat.ravel() - exact_lat).max() < pixel / 10


def test_the_whole_globe_is_torn_at_its_edge_and_computed_point_by_point() -> None:
    frame = Frame(Bounds(-60, 60, 60, 89), MAP_BOX)
    lon, _ = degrees_of(frame, np.arange(0.0, 1920.0, 8), np.arange(0.0, 1080.0, 8))
    assert np.abs(np.diff(lon, axis=1)).max() > 300


def test_without_tiles_there_is_no_relief_and_no_fault(tmp_path: Path) -> None:
    assert load_relief(tmp_path / "none.pmtiles", Frame(PAMIR, MAP_BOX)) is None
