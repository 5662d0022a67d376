"""How the whole page answers with large tables open: filter clicks, panning, memory, ten users.

A click is timed in the page itself, from the click's event to the second frame painted after the
map has drawn what was asked for and the sentence above it says so. Beside the clock stands the
processor time of server and browser, which a busy machine does not change.

Ten readers have ten machines, and the server has one: nine of them are visitors without a browser,
the tenth is a real page.
"""

from __future__ import annotations

import os
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tests.bench.event_rows import write_rows
from tests.bench.filter_clicks import MEDIAN, RECORD, WATCH
from tests.bench.processor import browser_ms, peak_mb, server_ms
from tests.bench.visitors import open_visitor
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
USER_ROUNDS = 8
QUIET_MS = 400
"""Between two clicks: what the map does after it was repainted belongs to no other click."""
LOADING_MS = 600_000
FILTER = "tick_type-civilians"
TICK = f".st-key-{FILTER} input"
# Done is the whole page: the map has drawn, and the sentence above it has other numbers.
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


@dataclass(frozen=True, slots=True)
class Served:
    """A server with a table open."""

    address: str
    log: Path

    def told(self) -> tuple[float, int]:
        """Return the seconds of reading and the process, once it has read."""
        seconds, process_id = self.log.read_text(encoding="utf-8").split()
        return float(seconds), int(process_id)


@contextmanager
def serve_rows(count: int) -> Iterator[Served]:
    """Yield the page with so many rows."""
    with tempfile.TemporaryDirectory() as folder:
        table, log = Path(folder) / "rows.csv", Path(folder) / "loaded.txt"
        write_rows(table, count, like=os.environ.get("BRIEFING_BENCH_TABLE", ""))
        os.environ |= {"BRIEFING_BENCH_ROWS": str(table), "BRIEFING_BENCH_LOG": str(log)}
        with serve(SCRIPT, Path(folder)) as address:
            yield Served(address, log)


def measure_tables(*, is_large: bool) -> dict[str, object]:
    """Return the figures by number of rows; the two largest sizes only where asked for."""
    sizes = (*SIZES, *(LARGE_SIZES if is_large else ()))
    figures: dict[str, object] = {str(size): measure_size(size) for size in sizes}
    with serve_rows(SIZES[-1]) as served, browsing() as browser:
        page = open_page(browser, served.address)
        figures["ten_users"] = measure_users(page, served)
        figures["heap"] = measure_heap(page)
    return figures


def measure_size(size: int) -> dict[str, object]:
    """Return loading, filter clicks, what they cost and send, and panning, for so many rows."""
    with serve_rows(size) as served, browsing() as browser:
        page = open_page(browser, served.address)
        seconds, process_id = served.told()
        return {
            "read_s": seconds,
            "server_peak_mb": peak_mb(process_id),
            **measure_clicks(page, served),
            "pan_frame_ms": measure_pan(page),
        }


def measure_clicks(page: Page, served: Served) -> dict[str, object]:
    """Return the seconds, the processor time and the bytes of a filter click."""
    sent: list[int] = []
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.on(
        "Network.webSocketFrameReceived",
        lambda event: sent.append(len(event["response"]["payloadData"])),
    )
    process_id = served.told()[1]
    before = server_ms(process_id), browser_ms(session)
    clicks = []
    for _ in range(CLICKS):
        clicks.append(page.evaluate(CLICK, TICK))
        page.wait_for_timeout(QUIET_MS)
    after = server_ms(process_id), browser_ms(session)
    return {
        # On leaves few events, off brings all back: the slower of the two counts.
        "filter_click_s": round(max(median(clicks[::2]), median(clicks[1::2])), 3),
        "server_processor_ms_a_click": _each(before[0], after[0]),
        "browser_processor_ms_a_click": _each(before[1], after[1]),
        "sent_kb_a_click": round(sum(sent) * 3 / 4 / 1e3 / CLICKS),
        "messages_a_click": round(len(sent) / CLICKS),
    }


def _each(before: float | None, after: float | None, *, clicks: int = CLICKS) -> int | None:
    return None if before is None or after is None else round((after - before) / clicks)


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
    page.wait_for_selector("#tab-events i:not(:empty)", timeout=LOADING_MS)
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


def measure_users(page: Page, served: Served) -> dict[str, object]:
    """Return how long a click takes when ten readers click at the same moment."""
    with ExitStack() as stack, ThreadPoolExecutor(USERS) as pool:
        visitors = [open_visitor(served.address, filter_key=FILTER) for _ in range(USERS - 1)]
        for visitor in visitors:
            stack.callback(visitor.socket.close)
        process_id = served.told()[1]
        before = server_ms(process_id)
        answers: list[float] = []
        repainted: list[float] = []
        for _ in range(USER_ROUNDS):
            at = time.time() + 1
            page.evaluate(CLICK_AT, {"selector": TICK, "at": at * 1000})
            answers += pool.map(lambda visitor, at=at: visitor.click(at=at), visitors)
            page.wait_for_function("window.took !== null", timeout=LOADING_MS)
            repainted.append(page.evaluate("window.took"))
        spent = _each(before, server_ms(process_id), clicks=USERS * USER_ROUNDS)
    return {
        "users": USERS,
        "visitors_answered_median_s": round(median(answers), 2),
        "visitors_answered_slowest_s": round(max(answers), 2),
        "browser_repainted_median_s": round(median(repainted), 2),
        "browser_repainted_slowest_s": round(max(repainted), 2),
        "server_processor_ms_a_click": spent,
    }
