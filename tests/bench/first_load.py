"""How long from opening the page to a drawn map, with the server warm."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from socket import AF_INET, SOCK_STREAM, socket
from statistics import median
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from dashboard.settings import PROJECT
from tests.browser.map_harness import find_chromium
from tests.browser.page_harness import wait_for_map

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

LOADS = 5
PATIENCE_S = 60


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket(AF_INET, SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serve_dashboard() -> Iterator[str]:
    """Yield the address of the real dashboard on a free port."""
    server = subprocess.Popen(
        [sys.executable, "-m", "dashboard", "run", "--port", str(free_port())],
        cwd=PROJECT,
        env={**os.environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        for line in server.stdout or ():
            found = re.search(r"http://127\.0\.0\.1:[1-9]\d*", line)
            if found:
                wait_until_up(found.group())
                yield found.group()
                return
        msg = "the dashboard ended before it was up"
        raise RuntimeError(msg)
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_until_up(address: str) -> None:
    """Wait until the server answers: it says its address a moment before."""
    host, port = address.removeprefix("http://").split(":")
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        with socket(AF_INET, SOCK_STREAM) as probe:
            if probe.connect_ex((host, int(port))) == 0:
                return
        time.sleep(0.05)
    msg = f"{address} did not answer within {PATIENCE_S} s"
    raise RuntimeError(msg)


def measure_page() -> dict[str, float]:
    """Return the seconds of a first load with a warm server."""
    with serve_dashboard() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        time_load(browser.new_page(viewport={"width": 1440, "height": 900}), address)
        loads = [
            time_load(browser.new_page(viewport={"width": 1440, "height": 900}), address)
            for _ in range(LOADS)
        ]
        figures = {"first_load_to_marks_s": round(median(loads), 2)}
        browser.close()
    return figures


def time_load(page: Page, address: str) -> float:
    """Return the seconds from the request to drawn marks."""
    start = time.perf_counter()
    page.goto(address)
    wait_for_map(page)
    elapsed = time.perf_counter() - start
    page.close()
    return elapsed
