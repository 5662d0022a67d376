"""Serves a small Streamlit script with the product's own static files, for the map's tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.settings import PROJECT, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Frame, Page

FRAME = ".st-key-mapbox iframe"
FLAGS = (
    "--server.enableStaticServing=true",
    "--server.address=127.0.0.1",
    "--server.port=0",
    "--server.headless=true",
    "--server.fileWatcherType=none",
    "--browser.gatherUsageStats=false",
    "--client.toolbarMode=minimal",
)


BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")


def find_chromium() -> str | None:
    """Return any browser of that family on the machine; `None` lets Playwright use its own."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


@contextmanager
def serve(script: Path, folder: Path) -> Iterator[str]:
    """Yield the address of the script, served from the folder beside the static files."""
    shutil.copy(script, folder / "app.py")
    shutil.copytree(Settings().static_dir, folder / "static", copy_function=_link)
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(folder / "app.py"), *FLAGS],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield _address(server)
    finally:
        server.terminate()
        server.wait(timeout=60)
        if server.stdout:
            server.stdout.close()


def _link(source: str, target: str) -> None:
    """Link a file, or copy it where the folder lies on another disk."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy(source, target)


def _address(server: subprocess.Popen[str]) -> str:
    """Return the address that the server prints when it is up."""
    said = []
    for line in server.stdout or ():
        said.append(line)
        if "http://127.0.0.1:" in line:
            return line[line.index("http://") :].strip()
    msg = f"the server ended before it was up: {''.join(said)}"
    raise RuntimeError(msg)


@dataclass(frozen=True, slots=True)
class MapPage:
    """An open page with a map, and what went wrong on it."""

    page: Page
    frame: Frame
    complaints: list[str]
    """Errors of scripts and console, refused files, requests to another host."""

    def send(self, message: dict[str, object]) -> None:
        """Send a message as the page's other parts do."""
        self.page.evaluate(SEND, {"b": "brief", "src": "test", **message})

    def wait_for(self, kind: str, *, more_than: int = 0) -> None:
        """Wait until the map has said so."""
        self.page.wait_for_function(
            "([kind, count]) => window.heard.filter((m) => m.t === kind).length > count",
            arg=[kind, more_than],
        )

    def click_map(self, lat: float, lon: float) -> None:
        """Click the ground at a position, whatever stands there."""
        at = self.frame.evaluate("(p) => window.map.latLngToContainerPoint(p)", [lat, lon])
        self.frame.click("#map_div", position={"x": at["x"], "y": at["y"]}, force=True)

    def filter(self, label: str) -> None:
        """Click a filter and wait for the map to have drawn."""
        count = self.page.evaluate("() => window.heard.filter((m) => m.t === 'drawn').length")
        self.page.get_by_role("button", name=label, exact=True).click()
        self.wait_for("drawn", more_than=count)


HEAR = """
window.heard = [];
window.addEventListener("message", (event) => {
  if (event.data && event.data.b === "brief") window.heard.push(event.data);
});
"""
SEND = """
(message) => document.querySelector(".st-key-mapbox iframe")
  .contentWindow.postMessage(message, location.origin)
"""


@contextmanager
def open_map(browser: Browser, address: str) -> Iterator[MapPage]:
    """Yield the page once its map has drawn."""
    page = browser.new_page(viewport={"width": 1024, "height": 768})
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    page.on("request", lambda request: complaints.extend(_strangers(request.url)))
    page.add_init_script(HEAR)
    page.goto(address)
    frame = page.wait_for_selector(FRAME).content_frame()
    assert frame is not None
    opened = MapPage(page, frame, complaints)
    opened.wait_for("drawn")
    yield opened
    page.close()


def _strangers(url: str) -> list[str]:
    is_ours = url.startswith(("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:", "about:"))
    return [] if is_ours else [f"asked another host: {url}"]
