"""The base map in a real browser, over the product's own server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Response, Route

pytestmark = pytest.mark.browser

PAGE = """
<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="../lib/leaflet/leaflet.css">
<style>html, body, #map { margin: 0; height: 100% }</style>
<div id="map"></div>
<script src="../lib/leaflet/leaflet.js"></script>
<script type="module">
  import { add } from "./basemap.js";
  window.map = L.map("map", { zoomControl: false, fadeAnimation: false }).setView([46, 33], 6);
  await add(map, { focus: ["UA"] });
  window.isReady = true;
</script>
"""
CRIMEA = {"x": 440, "y": 296, "width": 30, "height": 12}
KYIV = {"x": 180, "y": 20, "width": 300, "height": 120}


class OpenMap(Protocol):
    """Opens the base map on a page of its own."""

    def __call__(self, *, without_range: bool = False) -> Page:
        """Open it, over a connection that drops Range requests if so wished."""


@pytest.fixture
def open_map(browser: Browser, address: str) -> Iterator[OpenMap]:
    """Open a page that holds nothing but the base map, beside its files on the server."""
    context = browser.new_context(viewport={"width": 800, "height": 500})

    def opened(*, without_range: bool = False) -> Page:
        page = context.new_page()
        where = f"{address.rstrip('/')}/app/static/basemap/test.html"
        page.route("**/test.html", lambda route: route.fulfill(body=PAGE, content_type="text/html"))
        page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
        if without_range:
            page.route("**/*.pmtiles", lambda route: route.fulfill(status=200, body=b"whole file"))
        page.set_default_timeout(20_000)
        page.goto(where)
        page.wait_for_function("window.isReady")
        page.wait_for_load_state("networkidle")
        return page

    yield opened
    context.close()


def wait_until_changed(page: Page, clip: dict[str, int], before: bytes) -> bytes:
    """Return a picture of a part of the page once it differs from the one given."""
    for _ in range(50):
        after = page.screenshot(clip=clip)
        if after != before:
            return after
        page.wait_for_timeout(100)
    msg = "the map was not painted again"
    raise AssertionError(msg)


def size_of(answer: Response) -> int:
    return int(answer.headers.get("content-length", 0))


def test_tiles_are_read_in_parts_and_nothing_comes_from_outside(
    open_map: OpenMap, address: str
) -> None:
    answers: list[tuple[str, int, int]] = []
    complaints: list[str] = []
    page = open_map()
    page.on("response", lambda answer: answers.append((answer.url, answer.status, size_of(answer))))
    page.on("console", lambda m: complaints.append(m.text) if m.type == "error" else None)
    page.reload()
    page.wait_for_function("window.isReady")
    page.wait_for_load_state("networkidle")
    tiles = [answer for answer in answers if answer[0].endswith(".pmtiles")]
    assert {status for _, status, _ in tiles} == {206}
    assert 0 < sum(size for _, _, size in tiles) < 1_500_000
    assert [url for url, _, _ in answers if not url.startswith(address)] == []
    assert complaints == []


def test_focus_is_repainted_in_place(open_map: OpenMap) -> None:
    page = open_map()
    panes = page.evaluate("document.querySelectorAll('.leaflet-base-pane canvas').length")
    lifted = page.screenshot(clip=KYIV)
    page.evaluate("BaseMap.setFocus(['RO'])")
    wait_until_changed(page, KYIV, lifted)
    assert page.evaluate("map.getZoom()") == 6
    assert page.evaluate("document.querySelectorAll('.leaflet-base-pane canvas').length") == panes


def test_border_view_moves_crimea(open_map: OpenMap) -> None:
    page = open_map()
    de_facto = page.screenshot(clip=CRIMEA)
    page.evaluate("BaseMap.setView('recognised')")
    recognised = wait_until_changed(page, CRIMEA, de_facto)
    page.evaluate("BaseMap.setView('de facto')")
    wait_until_changed(page, CRIMEA, recognised)


def test_names_of_marked_towns_are_left_to_the_marks(open_map: OpenMap) -> None:
    page = open_map()
    named = page.screenshot()
    page.evaluate("BaseMap.setSkip(['Odesa', 'Kherson', 'Chisinau'])")
    for _ in range(50):
        if page.screenshot() != named:
            break
        page.wait_for_timeout(100)
    assert page.screenshot() != named


def test_plain_map_and_a_notice_stand_in_when_parts_are_refused(open_map: OpenMap) -> None:
    page = open_map(without_range=True)
    notice = page.get_by_role("status")
    assert "Plain base map" in notice.inner_text()
    assert page.get_by_text("UKRAINE").is_visible()
    before = page.screenshot(clip=KYIV)
    page.evaluate("BaseMap.setFocus(['RO'])")
    wait_until_changed(page, KYIV, before)


def test_a_request_that_the_line_dropped_is_asked_once_more(open_map: OpenMap) -> None:
    complaints: list[str] = []
    dropped: set[str] = set()
    page = open_map()
    page.on("pageerror", lambda error: complaints.append(f"{error}"))

    def drop_first_of_each(route: Route) -> None:
        asked = route.request.headers.get("range", "")
        if asked in dropped:
            route.continue_()
        else:
            dropped.add(asked)
            route.abort("connectionreset")

    page.route("**/*.pmtiles", drop_first_of_each)
    page.reload()
    page.wait_for_function("window.isReady")
    page.wait_for_load_state("networkidle")
    assert len(dropped) > 2
    assert page.get_by_role("status").count() == 0, "no plain map has to stand in"
    assert complaints == []
