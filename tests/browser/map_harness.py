"""Serves a small Streamlit script with the product's own static files, for the map's tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dashboard.settings import PROJECT, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Frame, Page

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
        server.wait(timeout=20)
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


def map_frame(page: Page) -> Frame:
    """Return the frame of the map once it has drawn."""
    handle = page.wait_for_selector(FRAME)
    frame = handle.content_frame() if handle else None
    assert frame is not None
    frame.wait_for_selector(".legend .key")
    return frame
