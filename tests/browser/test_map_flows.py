"""Movements on the map: an arrow for each, with its words, by mouse and by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.map_harness import MapPage, open_map

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

VIEW = "() => [window.map.getCenter().lat, window.map.getCenter().lng, window.map.getZoom()]"


@pytest.fixture
def moving(browser: Browser, map_address: str) -> Iterator[MapPage]:
    with open_map(browser, f"{map_address}?show=flows") as opened:
        opened.frame.wait_for_selector(".flow-button")
        yield opened
        assert opened.complaints == []


def test_every_movement_with_two_ends_is_an_arrow(moving: MapPage) -> None:
    lines = moving.frame.locator("path.flow-line[d][marker-end]")

    heads = lines.evaluate_all("paths => paths.map((path) => path.getAttribute('marker-end'))")
    dashes = lines.evaluate_all("paths => paths.map((p) => p.getAttribute('stroke-dasharray'))")

    assert heads == [
        "url(#head-troop-movement)",
        "url(#head-trafficking-route)",
        "url(#head-trafficking-route)",
        "url(#head-movement-of-people)",
        "url(#head-supply-route)",
    ]
    assert [dash is None for dash in dashes] == [True, False, True, True, False]


def test_movements_on_one_way_run_side_by_side(moving: MapPage) -> None:
    one, other = (
        moving.frame.locator(f"[data-flow={flow}]").bounding_box() for flow in ("F2", "F3")
    )

    assert one
    assert other
    assert abs(one["x"] - other["x"]) + abs(one["y"] - other["y"]) > 18


def test_click_on_an_arrow_opens_its_words_and_moves_nothing(moving: MapPage) -> None:
    before = moving.frame.evaluate(VIEW)

    moving.frame.locator("[data-flow=F2]").click()

    card = moving.frame.locator(".card")
    expect(card.locator("mark")).to_have_text("is carried")
    assert card.locator("u").all_inner_texts() == ["Kunduz", "Osh"]
    assert moving.frame.evaluate(VIEW) == before


def test_arrow_is_reached_and_left_by_keyboard(moving: MapPage) -> None:
    button = moving.frame.locator("[data-flow=F1]")
    button.focus()
    button.press("Enter")
    expect(moving.frame.locator(".card h4")).to_have_text("marched")

    moving.frame.locator(".card").press("Escape")

    expect(button).to_be_focused()
    name = button.get_attribute("aria-label")
    assert name == ("marched. Troop movement, reported, from Dushanbe via Rasht Valley to Khorugh")


def test_legend_says_the_kinds_and_dashes_that_are_on_the_map(moving: MapPage) -> None:
    assert moving.frame.locator(".legend .section div.key").all_inner_texts()[:8] == [
        "Area, no event shown",
        "Place, no event shown",
        "Troop movement",
        "Supply route",
        "Trafficking route",
        "Movement of people",
        "Movement claimed",
        "Movement planned",
    ]


def test_movements_can_be_hidden(moving: MapPage) -> None:
    moving.frame.get_by_label("Movements").uncheck()

    expect(moving.frame.locator("[data-flow=F1]")).to_be_hidden()
