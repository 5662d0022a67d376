"""The form of a mark on a point: in or near a town, or at a point of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.map_harness import MapPage, open_map

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

DISC = ".leaflet-towns-pane path.town"
LOOK = "([lat, lon, zoom]) => window.map.setView([lat, lon], zoom, {animate: false})"
WIDTH = "disc => disc.getBoundingClientRect().width"


@pytest.fixture
def shown(browser: Browser, map_address: str) -> Iterator[MapPage]:
    with open_map(browser, map_address) as opened:
        yield opened
        assert opened.complaints == []


def test_mark_of_a_town_stands_on_a_disc_as_wide_as_the_town(shown: MapPage) -> None:
    shown.frame.evaluate(LOOK, [38.56, 68.79, 6])
    disc = shown.frame.locator(DISC).first
    expect(disc).to_be_attached()
    from_afar = disc.evaluate(WIDTH)

    shown.frame.evaluate(LOOK, [38.56, 68.79, 11])

    expect(shown.frame.locator(".legend")).to_contain_text("In or near a town")
    expect(shown.frame.locator(".legend")).not_to_contain_text("At this point")
    assert disc.evaluate(WIDTH) > 1.5 * from_afar


def test_marks_that_stand_as_a_ring_have_no_disc(shown: MapPage) -> None:
    shown.frame.evaluate(LOOK, [39, 70, 6])
    expect(shown.frame.locator(DISC).first).to_be_attached()

    shown.frame.evaluate(LOOK, [39, 70, 3])

    expect(shown.frame.locator(DISC)).to_have_count(0)
    expect(shown.frame.locator(".legend")).not_to_contain_text("In or near a town")


def test_disc_fades_with_the_marks_that_a_brushed_period_leaves_out(shown: MapPage) -> None:
    shown.frame.evaluate(LOOK, [39, 70, 6])
    expect(shown.frame.locator(DISC).first).to_be_attached()

    shown.send({"t": "range", "r": [0, 1]})
    shown.wait_for("ranged")

    expect(shown.frame.locator(f"{DISC}.dim").first).to_be_attached()
    faded = shown.frame.locator(f"{DISC}.dim").count()

    shown.send({"t": "range", "r": None})
    shown.wait_for("ranged", more_than=1)

    expect(shown.frame.locator(f"{DISC}.dim")).to_have_count(0)
    assert faded > 0


def test_spoken_name_of_a_mark_says_that_a_town_is_meant(shown: MapPage) -> None:
    name = shown.frame.locator("[data-id=E5]").get_attribute("aria-label") or ""
    assert name.endswith("in or near Khujand")


def test_mark_at_a_point_of_its_own_is_called_so_in_a_crowd(
    browser: Browser, map_address: str
) -> None:
    with open_map(browser, f"{map_address}?show=1000") as crowded:
        crowded.frame.evaluate(LOOK, [36, 67, 9])
        expect(crowded.frame.locator(".legend")).to_contain_text("At this point")
        expect(crowded.frame.locator(".legend")).not_to_contain_text("In or near a town")
        assert crowded.complaints == []
