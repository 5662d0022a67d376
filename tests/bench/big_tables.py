"""How the whole page answers with large tables open: filter clicks, panning, memory, ten users.

A click is timed in the page itself, from the click's event to the second frame painted after the
map has drawn what was asked for.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.bench.filter_clicks import MEDIAN, RECORD, WATCH
from tests.browser.map_harness import FRAME, find_chromium, serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

SCRIPT = Path(__file__).with_name("big_table_page.py")
SIZES = (1_000, 10_000)
LARGE_SIZES = (100_000, 1_000_000)
CLICKS = 10
HEAP_CLICKS = 100
USERS = 10
USER_ROUNDS = 5
LOADING_MS = 600_000
TICK = ".st-key-tick_type-civilians input"
# Done is the whole page: the map has said that it drew, and the sentence above it has other numbers.
CLICK = """
async (selector) => {
  const frame = () => new Promise(requestAnimationFrame);
  const said = () => document.querySelector(".say").textContent;
  const [before, words] = [window.drawnAt, said()];
  const start = performance.now();
  document.querySelector(selector).click();
  await new Promise((resolve) => {
    const look = () => {
      if (window.drawnAt === before || said() === words) return;
      watcher.disconnect();
      window.removeEventListener("message", look);
      resolve();
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document.body, { childList: true, characterData: true, subtree: true });
    window.addEventListener("message", look);
  });
  await frame();
  await frame();
  return (performance.now() - start) / 1000;
}
"""
CLICK_AT = f"""
({{ selector, at }}) => {{
  window.took = null;
  setTimeout(async () => (window.took = await ({CLICK.strip()})(selector)), at - Date.now());
}}
"""


@contextmanager
def serve_rows(count: int) -> Iterator[tuple[str, Path]]:
    """Yield the address of the page with so many rows, and the file that says how they loaded."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "loaded.txt"
        os.environ |= {"BRIEFING_BENCH_ROWS": str(count), "BRIEFING_BENCH_LOG": str(log)}
        with serve(SCRIPT, Path(folder)) as address:
            yield address, log


def measure_tables(*, is_large: bool) -> dict[str, object]:
    """Return the figures by number of rows; the two largest sizes only where asked for."""
    sizes = (*SIZES, *(LARGE_SIZES if is_large else ()))
    figures: dict[str, object] = {str(size): measure_size(size) for size in sizes}
    with serve_rows(SIZES[-1]) as (address, _), browsing() as browser:
        figures["heap"] = measure_heap(open_page(browser, address))
    with serve_rows(SIZES[-1]) as (address, _), browsing() as browser:
        figures["ten_users"] = measure_users(browser, address)
    return figures


def measure_size(size: int) -> dict[str, object]:
    """Return loading, filter clicks, what they send, and panning, for one number of rows."""
    with serve_rows(size) as (address, log), browsing() as browser:
        page = open_page(browser, address)
        seconds, peak_kib = log.read_text(encoding="utf-8").split()
        sent: list[int] = []
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on(
            "Network.webSocketFrameReceived",
            lambda event: sent.append(len(event["response"]["payloadData"])),
        )
        clicks = [page.evaluate(CLICK, TICK) for _ in range(CLICKS)]
        return {
            "read_s": float(seconds),
            "server_peak_mb": round(int(peak_kib) * 1024 / 1e6),
            # On leaves few events, off brings all back: the slower of the two counts.
            "filter_click_s": round(max(median(clicks[::2]), median(clicks[1::2])), 3),
            "sent_kb_a_click": round(sum(sent) * 3 / 4 / 1e3 / CLICKS),
            "pan_frame_ms": measure_pan(page),
        }


@contextmanager
def browsing() -> Iterator[Browser]:
    """Yield a browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


def open_page(browser: Browser, address: str) -> Page:
    """Return the page once its map has drawn and nothing more comes."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_function("window.drawnAt > 0", timeout=LOADING_MS)
    page.wait_for_selector(".events .ev", state="attached", timeout=LOADING_MS)
    page.wait_for_timeout(1_500)
    return page


def measure_pan(page: Page) -> float:
    """Return the median milliseconds of a frame while the map is dragged."""
    handle = page.wait_for_selector(FRAME)
    frame = handle.content_frame() if handle else None
    assert frame is not None
    page.mouse.move(700, 400)
    page.mouse.down()
    frame.evaluate(RECORD)
    page.mouse.move(400, 520, steps=60)
    median_ms = frame.evaluate(MEDIAN)
    page.mouse.up()
    return round(float(median_ms), 1)


def measure_heap(page: Page) -> dict[str, float]:
    """Return the megabytes of the browser's heap before and after many clicks."""
    session = page.context.new_cdp_session(page)

    def in_use() -> float:
        session.send("HeapProfiler.collectGarbage")
        return round(session.send("Runtime.getHeapUsage")["usedSize"] / 1e6, 1)

    for _ in range(4):
        page.evaluate(CLICK, TICK)
    before = in_use()
    for _ in range(HEAP_CLICKS):
        page.evaluate(CLICK, TICK)
    return {"before_mb": before, "after_mb": in_use(), "clicks": HEAP_CLICKS}


def measure_users(browser: Browser, address: str) -> dict[str, float]:
    """Return how long a click takes when ten browsers click at the same moment."""
    pages = [open_page(browser, address) for _ in range(USERS)]
    took: list[float] = []
    for _ in range(USER_ROUNDS):
        at = pages[0].evaluate("Date.now()") + 1_500
        for page in pages:
            page.evaluate(CLICK_AT, {"selector": TICK, "at": at})
        for page in pages:
            page.wait_for_function("window.took !== null", timeout=60_000)
            took.append(page.evaluate("window.took"))
    return {"users": USERS, "median_s": round(median(took), 2), "slowest_s": round(max(took), 2)}
