"""How long from a click on a mark until its sentence is lit, and from words until their mark is.

Two times each: until the other side has changed, and until the frame after that is painted. The
page's own clock counts both: map and page are of one origin.
"""

from __future__ import annotations

import sys
from statistics import median
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.bench.first_load import serve_dashboard
from tests.browser.map_harness import find_chromium
from tests.browser.page_harness import rest, wait_for_map

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROUNDS = 2
CLICK = """
async (pane, [id, isFromMap]) => {
  const map = document.querySelector(".st-key-mapbox iframe").contentDocument;
  const text = pane.getRootNode();
  const words = () => [...text.querySelectorAll(".tr")]
    .find((n) => n.dataset.e.split(" ")[0] === id);
  const mark = () => map.querySelector(`[data-id="${id}"]`);
  const isDone = isFromMap
    ? () => words().classList.contains("on")
    : () => mark().classList.contains("ringed");
  if (!words() || !mark()) return null; // a click on words of two events picks the first
  const from = isFromMap ? mark() : words();
  const changed = new Promise((done) => {
    const look = new MutationObserver(() => {
      if (!isDone()) return;
      look.disconnect();
      done(performance.now());
    });
    const options = { subtree: true, childList: true, attributes: true };
    look.observe(isFromMap ? text : map.documentElement, options);
  });
  const start = performance.now();
  from.click();
  const at = await changed;
  // The frame that is begun next has been painted when the one after it begins.
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return [at - start, performance.now() - start];
}
"""


def measure_selection() -> dict[str, dict[str, float]]:
    """Return medians and the slowest of clicks in milliseconds, on the shipped digest."""
    with serve_dashboard() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address)
        frame = wait_for_map(page)
        rest(page)
        marks = frame.locator(".mark[data-id]").evaluate_all("all => all.map((n) => n.dataset.id)")
        figures = {
            "mark_to_sentence_ms": _time_clicks(page, marks, is_from_map=True),
            "sentence_to_mark_ms": _time_clicks(page, marks, is_from_map=False),
        }
        browser.close()
    return figures


def _time_clicks(page: Page, ids: list[str], *, is_from_map: bool) -> dict[str, float]:
    pane = page.locator(".body.article")
    times = []
    for event_id in ids * ROUNDS:
        found = pane.evaluate(CLICK, [event_id, is_from_map])
        times += [found] if found else []
        rest(page)  # Python is told afterwards; its answer is no part of this click
    changed, painted = zip(*times, strict=True)
    return {
        "changed": round(median(changed), 1),
        "changed_slowest": round(max(changed), 1),
        "painted": round(median(painted), 1),
        "painted_slowest": round(max(painted), 1),
        "clicks": len(times),
    }


if __name__ == "__main__":
    import json

    json.dump(measure_selection(), sys.stdout, indent=2)
