"""What the tests of the page share: the record of a page, and the frame of its map."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Frame, Locator, Page, Request

FRAME = ".st-key-mapbox iframe"
LOCAL = ("http://127.0.0.1:", "ws://127.0.0.1:", "blob:http://127.0.0.1:", "data:")


@dataclass  # without slots: Playwright keeps its wrappers of handlers on their owner
class Record:
    """What a page asked for and complained about."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def outside(self) -> list[str]:
        """The requests that went to any other computer."""
        return [url for url in self.requests if not url.startswith(LOCAL)]

    def watch(self, page: Page) -> None:
        """Record from now on all that the page and its frames do."""
        page.on("request", self._note_request)
        page.on("websocket", lambda opened: self.requests.append(opened.url))
        page.on("console", self._note_console)
        page.on("pageerror", lambda error: self.complaints.append(f"uncaught: {error}"))

    def _note_request(self, request: Request) -> None:
        self.requests.append(request.url)

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"{message.text} ({message.location.get('url', '')})")


LOADING_MS = 90_000
"""The first page waits for the language model and the gazetteer."""


def wait_for_map(page: Page) -> Frame:
    """Return the frame of the map once it has drawn marks."""
    page.wait_for_selector(FRAME, state="attached", timeout=LOADING_MS)
    frame = map_frame(page)
    frame.wait_for_selector(".mark, .chip, .dot", state="attached", timeout=LOADING_MS)
    return frame


def rest(page: Page) -> None:
    """Wait until the server has answered the last click and the page shows it."""
    state = "data-test-script-state"
    expect(page.get_by_test_id("stApp")).to_have_attribute(state, "notRunning", timeout=LOADING_MS)


def open_popup(page: Page, name: str, holds: Locator) -> None:
    """Open a menu, list or dialog that is made when it is opened, and wait until it has been made.

    Before that what stands in it may still be replaced, and a click on it is lost.
    """
    rest(page)  # what a list held when it was closed is taken away by the run that closing starts
    page.get_by_role("button", name=name).click()
    expect(holds.first).to_be_attached(timeout=LOADING_MS)
    rest(page)


def map_frame(page: Page) -> Frame:
    """Return the frame of the map."""
    handle = page.wait_for_selector(FRAME, state="attached")
    frame = handle.content_frame() if handle else None
    assert frame is not None
    return frame
