"""The real page on a real server in a real browser, started once; every request is recorded."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from socket import AF_INET, SOCK_STREAM, socket
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import expect, sync_playwright

from dashboard.settings import PROJECT
from tests.browser.map_harness import serve
from tests.browser.page_harness import Record, wait_for_map

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page, Playwright

# Whatever of Chromium's family a computer has; the last ones where no command names them.
COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "msedge",
    "chrome",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE_MS = 60_000
"""For a busy computer; on an idle one nothing takes a second."""
LEFT_OUT = (
    "The browser tests were left out: no Chromium, Chrome or Edge was found. Install one of them, "
    "or run `python -m playwright install chromium`."
)


def find_browser() -> str | None:
    """Return a browser of the computer's own; `None` leaves it to Playwright's."""
    found = (shutil.which(command) for command in COMMANDS)
    return next((path for path in found if path), None) or next(
        (path for path in PLACES if Path(path).exists()), None
    )


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    try:
        started = playwright.chromium.launch(executable_path=find_browser(), args=list(QUIET))
    except PlaywrightError as error:
        if os.environ.get("CI") == "true":
            pytest.fail(f"No browser could be started: {error}")
        pytest.skip(LEFT_OUT)
    yield started
    started.close()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard as `make run` starts it, on a free port."""
    log = tmp_path_factory.mktemp("server") / "log.txt"
    with log.open("wb") as written:
        server = subprocess.Popen(
            [sys.executable, "-m", "dashboard", "run", "--port", str(_free_port())],
            cwd=PROJECT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=written,
            text=True,
        )
        try:
            yield _address(server, log)
        finally:
            server.terminate()
            server.wait(timeout=30)
            if server.stdout:
                server.stdout.close()


def _free_port() -> int:
    with socket(AF_INET, SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _address(server: subprocess.Popen[str], log: Path) -> str:
    """Return the address that the server prints once it listens."""
    for line in server.stdout or ():
        if "URL: http://" in line:
            return line.split("URL:")[1].strip()
    pytest.fail(f"The dashboard did not start:\n{log.read_text(encoding='utf-8')}")


@pytest.fixture
def record() -> Record:
    return Record()


@pytest.fixture(scope="session")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One profile, so that what every page loads comes out of the browser's store."""
    made = browser.new_context(viewport={"width": 1440, "height": 900})
    made.set_default_timeout(PATIENCE_MS)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, address: str, record: Record) -> Iterator[Page]:
    """The page with the example open and drawn; afterwards nothing left the computer or broke."""
    opened = context.new_page()
    opened.goto(f"{address}/_stcore/health")
    opened.evaluate("localStorage.clear()")  # the profile is shared, what a test keeps in it is not
    record.watch(opened)
    opened.goto(address)
    wait_for_map(opened)
    yield opened
    opened.close()
    assert record.outside == []
    assert record.complaints == []


@pytest.fixture(scope="session")
def map_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The map alone, with made-up briefings by the query: see `map_page.py`."""
    folder = tmp_path_factory.mktemp("map") / "app"
    folder.mkdir()
    with serve(Path(__file__).with_name("map_page.py"), folder) as served:
        yield served
