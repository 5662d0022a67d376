"""What is exported is what is on screen, in any window; what is weak is one click from its cure."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.page_harness import Record, map_frame, open_popup, wait_for_map

pytestmark = pytest.mark.browser

SIZES = [(1366, 768), (1440, 900), (1920, 1080)]
EDGES = "window.map.getBounds().toBBoxString().split(',').map(Number)"
FRAME = re.compile(r"Map from (\S+), (\S+) to (\S+), (\S+) \(lon, lat\)")


@pytest.fixture
def page_of_size(
    browser: Browser, address: str, record: Record
) -> Iterator[Callable[[int, int], Page]]:
    opened = []

    def open_page(width: int, height: int) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height})
        context.set_default_timeout(60_000)
        page = context.new_page()
        opened.append(context)
        record.watch(page)
        page.goto(address)
        wait_for_map(page)
        return page

    yield open_page
    for context in opened:
        context.close()
    assert record.outside == []


def open_export(page: Page) -> None:
    open_popup(page, "Export", page.get_by_role("button", name="Picture (PNG)"))


def save_picture(page: Page) -> str:
    """Download the picture and return what it says that it shows."""
    with page.expect_download(timeout=120_000) as waiting:
        page.get_by_role("button", name="Picture (PNG)").click()
    picture = Image.open(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    return str(picture.info["Description"])


@pytest.mark.parametrize("size", SIZES, ids=["laptop", "usual", "large"])
def test_the_frame_of_a_picture_is_the_frame_on_screen(
    page_of_size: Callable[[int, int], Page], size: tuple[int, int]
) -> None:
    page = page_of_size(*size)
    frame = map_frame(page)
    zoom = frame.evaluate("window.map.getZoom()")
    frame.locator(".leaflet-control-zoom-in").click()
    # The map counts as zoomed from the start of its flight; its box is the new one when it rests.
    frame.wait_for_function(
        "(z) => map.getZoom() > z && !document.querySelector('.leaflet-zoom-anim')", arg=zoom
    )
    edges = frame.evaluate(EDGES)
    open_export(page)
    told = FRAME.search(save_picture(page))
    assert told is not None
    assert [float(edge) for edge in told.groups()] == pytest.approx(edges, abs=0.001)


def test_what_the_legend_switches_off_is_off_in_the_picture(page: Page) -> None:
    frame = map_frame(page)
    frame.get_by_label("Areas and borders").uncheck()
    open_export(page)
    assert "Switched off on screen: areas." in save_picture(page)


def test_a_weakness_is_one_click_from_its_cure(page: Page) -> None:
    open_export(page)
    page.get_by_role("button", name="Write a title").click()
    expect(page.get_by_label("Title")).to_be_focused()
    page.get_by_role("button", name="Set the mark").click()
    expect(page.get_by_text("It stands on the page, in a presentation")).to_be_visible()
    page.keyboard.press("Escape")
    open_export(page)
    page.get_by_role("button", name="Look at it").first.click()
    expect(map_frame(page).locator(".ring, .ringed").first).to_be_attached()
    open_export(page)
    page.get_by_role("button", name="Show them").nth(1).click()
    expect(page.get_by_role("tab", name=re.compile("Not on the map"))).to_have_attribute(
        "aria-selected", "true"
    )
