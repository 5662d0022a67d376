"""The map's frame in the address."""

from __future__ import annotations

import pytest

from dashboard.screen.frames import read_frame


def test_a_frame_is_the_box_that_a_usual_window_shows() -> None:
    west, south, east, north = read_frame("38.500,70.000,6") or (0, 0, 0, 0)
    assert (west, east) == (pytest.approx(61.04, abs=0.01), pytest.approx(78.96, abs=0.01))
    assert south < 38.5 < north
    assert north - south == pytest.approx(10.9, abs=0.1)


def test_a_frame_turned_round_the_globe_comes_back_to_it() -> None:
    assert (read_frame("0,370,5") or ())[:1] == pytest.approx((10 - 408 / 8192 * 360,))


@pytest.mark.parametrize("at", ["", "here", "1,2", "nan,0,5", "95,0,5", "0,0,99"])
def test_what_is_no_frame_is_none(at: str) -> None:
    assert read_frame(at) is None
