"""How long from a filter click to the repainted map: `python -m tests.bench.filter_clicks`.

Prints JSON: seconds (median) for the product's layer and, in the same run, for one folium marker
each. A click is timed in the page itself, from the click's event to the second frame painted
after the map has drawn what was asked for.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.browser.map_harness import find_chromium, serve

if TYPE_CHECKING:
    from playwright.sync_api import Page

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


COUNTED = """
(wanted) => {
  const frame = document.querySelector(".st-key-mapbox iframe");
  return frame?.contentDocument?.querySelectorAll(".leaflet-marker-icon").length === wanted;
}
"""


def measure(address: str) -> dict[str, dict[str, float]]:
    """Return the seconds by way and number of events."""
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
        browser.close()
    return {"ours_s": ours, "folium_markers_s": markers}


def main() -> None:
    """Print the figures as JSON."""
    with tempfile.TemporaryDirectory() as folder, serve(SCRIPT, Path(folder)) as address:
        json.dump({"filter_click_to_repainted": measure(address)}, sys.stdout, indent=2)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
