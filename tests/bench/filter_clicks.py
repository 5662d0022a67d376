"""How fast the map answers: `python -m tests.bench.filter_clicks` prints JSON.

Seconds (median) from a filter click to the repainted map, for the product's layer and, in the same
run, for one folium marker each, with the ratio of the two. A click is timed in the page itself,
from the click's event to the second frame painted after the map has drawn what was asked for. Then
the median frame of a pan, and the browser's heap before and after many filter clicks.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import sync_playwright

from tests.browser.map_harness import FRAME, find_chromium, serve

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

SCRIPT = Path(__file__).with_name("map_page.py")
SIZES = (100, 1_000, 10_000)
MARKER_SIZES = (100, 1_000)
CLICKS = 7
MARKER_CLICKS = 3

# Ours says "drawn" by a message; plain markers are counted in whatever frame is there.
WATCH = """
window.drawnAt = 0;
window.addEventListener("message", (event) => {
  if (event.data && event.data.b === "brief" && event.data.t === "drawn") window.drawnAt += 1;
});
"""
CLICK = """
async ({ way, wanted }) => {
  const box = document.querySelector(".st-key-half input");
  const icons = () => {
    const frame = document.querySelector(".st-key-mapbox iframe");
    return frame.contentDocument.querySelectorAll(".leaflet-marker-icon").length;
  };
  const before = window.drawnAt;
  const isDone = () => (way === "ours" ? window.drawnAt > before : icons() === wanted);
  const frame = () => new Promise(requestAnimationFrame);
  const start = performance.now();
  box.click();
  while (!isDone()) await frame();
  await frame();
  await frame();
  return (performance.now() - start) / 1000;
}
"""


def time_clicks(page: Page, address: str, *, way: str, size: int, clicks: int) -> float:
    """Return the median seconds of a filter click."""
    page.goto(f"{address}?way={way}&n={size}")
    page.wait_for_selector(".st-key-half input", state="attached")
    if way == "ours":
        page.wait_for_function("window.drawnAt > 0", timeout=120_000)
    else:
        page.wait_for_function(COUNTED, arg=size, timeout=180_000)
    seconds = [
        page.evaluate(CLICK, {"way": way, "wanted": size // 2 if turn % 2 == 0 else size})
        for turn in range(clicks)
    ]
    return round(median(seconds), 3)


RECORD = """
() => {
  window.frames_ms = [];
  let last = performance.now();
  const note = (now) => {
    window.frames_ms.push(now - last);
    last = now;
    window.recording = requestAnimationFrame(note);
  };
  window.recording = requestAnimationFrame(note);
}
"""
MEDIAN = """
() => {
  cancelAnimationFrame(window.recording);
  const sorted = window.frames_ms.slice(2).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
"""
DRAG_STEPS = 60
HEAP_CLICKS = 40


def measure_pan(page: Page, address: str, *, size: int) -> float:
    """Return the median milliseconds of a frame while the map is dragged."""
    frame = open_ours(page, address, size=size)
    page.mouse.move(600, 300)
    page.mouse.down()
    frame.evaluate(RECORD)
    page.mouse.move(300, 420, steps=DRAG_STEPS)
    median_ms = frame.evaluate(MEDIAN)
    page.mouse.up()
    return round(float(median_ms), 1)


def measure_heap(page: Page, address: str, *, size: int) -> dict[str, float]:
    """Return the megabytes in use before and after many filter clicks."""
    open_ours(page, address, size=size)
    session = page.context.new_cdp_session(page)

    def in_use() -> float:
        session.send("HeapProfiler.collectGarbage")
        return round(session.send("Runtime.getHeapUsage")["usedSize"] / 1e6, 1)

    click_both_ways(page)
    before = in_use()
    for _ in range(HEAP_CLICKS // 2):
        click_both_ways(page)
    return {"before_mb": before, "after_mb": in_use(), "clicks": HEAP_CLICKS}


def click_both_ways(page: Page) -> None:
    """Click the filter on and off again."""
    for _ in range(2):
        page.evaluate(CLICK, {"way": "ours", "wanted": 0})


def open_ours(page: Page, address: str, *, size: int) -> Frame:
    """Return the frame of the product's map once it has drawn."""
    page.goto(f"{address}?way=ours&n={size}")
    page.wait_for_function("window.drawnAt > 0", timeout=120_000)
    handle = page.wait_for_selector(FRAME)
    frame = handle.content_frame() if handle else None
    assert frame is not None
    return frame


COUNTED = """
(wanted) => {
  const frame = document.querySelector(".st-key-mapbox iframe");
  return frame?.contentDocument?.querySelectorAll(".leaflet-marker-icon").length === wanted;
}
"""


def measure(address: str) -> dict[str, object]:
    """Return all figures by way and number of events."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium())
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.add_init_script(WATCH)
        ours = {
            str(size): time_clicks(page, address, way="ours", size=size, clicks=CLICKS)
            for size in SIZES
        }
        markers = {
            str(size): time_clicks(page, address, way="markers", size=size, clicks=MARKER_CLICKS)
            for size in MARKER_SIZES
        }
        pans = {str(size): measure_pan(page, address, size=size) for size in SIZES}
        heap = measure_heap(page, address, size=max(SIZES))
        browser.close()
    faster = {size: round(markers[size] / ours[size], 1) for size in markers}
    clicks = {"ours_s": ours, "folium_markers_s": markers, "folium_takes_times_as_long": faster}
    return {"filter_click_to_repainted": clicks, "pan_frame_ms": pans, "heap": heap}


def main() -> None:
    """Print the figures as JSON."""
    with tempfile.TemporaryDirectory() as folder, serve(SCRIPT, Path(folder)) as address:
        try:
            figures = {"map": measure(address)}
        except PlaywrightError as error:
            sys.exit(f"The map was not measured: {error.message.splitlines()[0]}")
    sys.stdout.write(json.dumps(figures, indent=2) + "\n")


if __name__ == "__main__":
    main()
