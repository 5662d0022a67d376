"""The page fills the window at every size, to the pixel, and never scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def box(page: Page, selector: str) -> dict[str, float]:
    found = page.locator(selector).first.bounding_box()
    assert found is not None
    return dict(found)


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1440, 900), (1920, 1080)])
def test_every_row_has_its_height_and_nothing_scrolls(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    rows = {
        ".st-key-handling_top": 22,
        ".st-key-mast": 64,
        ".st-key-mapbox iframe": height - 268,
        ".tl": 120,
    }
    for selector, high in rows.items():
        expect(page.locator(selector).first).to_have_css("height", f"{high}px")
    bottom = box(page, ".st-key-handling_bottom")
    assert (bottom["y"], bottom["height"]) == (height - 22, 22)
    root = "document.scrollingElement"
    assert page.evaluate(f"[{root}.scrollWidth, {root}.scrollHeight]") == [width, height]


def test_the_first_rules_of_rail_toolbar_and_pane_share_one_line(page: Page) -> None:
    boxes = [box(page, s) for s in (".fh.first", ".st-key-tool", ".tabs")]
    assert len({b["y"] + b["height"] for b in boxes}) == 1


def test_a_presentation_is_title_map_and_mark_in_sixteen_to_nine(page: Page) -> None:
    page.get_by_role("button", name="Present").click()
    expect(page.locator(".st-key-rail")).to_be_hidden()
    expect(page.locator(".st-key-read")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    sheet = box(page, ".stMainBlockContainer")
    assert sheet["width"] / sheet["height"] == pytest.approx(16 / 9, rel=0.01)


def test_the_handling_mark_is_set_by_hand_and_stands_twice(page: Page) -> None:
    page.get_by_role("button", name="UNMARKED - set handling").click()
    page.get_by_text("TLP:AMBER", exact=True).click()
    expect(page.locator(".st-key-handling_top button").first).to_contain_text("TLP:AMBER")
    expect(page.locator(".st-key-handling_bottom")).to_have_text("TLP:AMBER")
