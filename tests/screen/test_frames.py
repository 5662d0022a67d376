"""What the browser tells of the map on screen."""

from __future__ import annotations

import pytest

from dashboard.screen.frames import ShownMap, read_shown_map

TOLD = {"west": 62.9, "south": 30.9, "east": 80.8, "north": 42.0, "hidden": ["areas"]}


def test_the_map_on_screen_is_taken_as_it_is() -> None:
    assert read_shown_map(TOLD) == ShownMap(62.9, 30.9, 80.8, 42.0, frozenset({"areas"}))


def test_a_map_turned_round_the_globe_comes_back_to_it() -> None:
    shown = read_shown_map(TOLD | {"west": 365.0, "east": 375.0})
    assert shown is not None
    assert (shown.west, shown.east) == (5.0, 15.0)


def test_a_map_wider_than_the_globe_is_the_globe() -> None:
    shown = read_shown_map(TOLD | {"west": -300.0, "east": 320.0})
    assert shown is not None
    assert shown.east - shown.west == 360.0


@pytest.mark.parametrize(
    "told",
    [
        None,
        "62,30,80,42",
        {},
        TOLD | {"west": "here"},
        TOLD | {"north": float("nan")},
        TOLD | {"north": 30.0},
        TOLD | {"east": 60.0},
        TOLD | {"south": -95},
    ],
    ids=["nothing", "text", "empty", "a word", "no number", "flat", "turned", "off the globe"],
)
def test_what_is_no_map_is_none(told: object) -> None:
    assert read_shown_map(told) is None


def test_a_switch_that_the_map_does_not_have_is_left_out() -> None:
    shown = read_shown_map(TOLD | {"hidden": ["flows", "<script>", 3]})
    assert shown is not None
    assert shown.hidden == {"flows"}
