"""The relief under a picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from dashboard.settings import Settings
from dashboard.slides.frame import Bounds, Frame
from dashboard.slides.relief import load_relief
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


def test_without_tiles_there_is_no_relief_and_no_fault(tmp_path: Path) -> None:
    assert load_relief(tmp_path / "none.pmtiles", Frame(PAMIR, MAP_BOX)) is None
