"""What the window asks of the server, one thing at a time, tried without a server."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from dashboard.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

VIEW = {"key": "view-1", "name": "Tajik side", "query": {"country": "TJ"}, "at": "38.5,68.8,6"}
START = """
async ([source, stored]) => {
  localStorage.setItem("briefing-views d1", stored);
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  const { default: draw } = await import(address);
  window.wishes = [];
  const parentElement = document.body;
  window.draw = (told) => draw({
    parentElement,
    data: {
      presenting: false, kept: [], views: [], view: -1, told: 0, answered: 0, documents: "d1",
      ...told,
    },
    setTriggerValue: (_, wish) => window.wishes.push(wish),
  });
}
"""


@pytest.fixture
def window(page_of_nothing: Page) -> Page:
    """A page with the window's script and one view in the browser's store."""
    folder = Settings().static_dir / "page"
    source = "".join((folder / n).read_text(encoding="utf-8") for n in ("link.js", "window.js"))
    page_of_nothing.evaluate(START, [source, json.dumps([VIEW])])
    return page_of_nothing


@pytest.fixture
def page_of_nothing(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.clock.install()
    page.route(
        "**/*", lambda route: route.fulfill(body="<!doctype html>", content_type="text/html")
    )
    page.goto("http://127.0.0.1:1/")
    yield page
    page.close()


def test_views_are_offered_again_until_the_server_has_them(window: Page) -> None:
    window.evaluate("draw({})")
    window.clock.fast_forward(5_000)
    assert window.evaluate("wishes.map((w) => w.views[0].name)") == ["Tajik side"] * 2

    kept = [{"key": "view-1", "name": "Tajik side", "query": {"country": "TJ"}}]
    window.evaluate("(views) => draw({ views, kept: ['view-1'], answered: 2 })", kept)
    window.clock.fast_forward(60_000)

    assert window.evaluate("wishes.length") == 2


def test_views_that_the_server_will_not_take_are_not_offered_for_ever(window: Page) -> None:
    for answered in range(6):
        window.evaluate("(answered) => draw({ answered })", answered)
        window.clock.fast_forward(60_000)
    assert window.evaluate("wishes.length") == 3


def test_a_key_waits_as_long_as_the_server_is_at_work_on_the_last_one(window: Page) -> None:
    window.evaluate("localStorage.clear()")
    window.evaluate("draw({})")
    window.evaluate(
        "document.body.innerHTML = '<i data-testid=stApp data-test-script-state=running>'"
    )
    window.keyboard.press("f")
    window.evaluate("draw({ presenting: true })")
    window.keyboard.press("Escape")
    window.clock.run_for(20_000)
    assert window.evaluate("wishes.map((w) => w.present)") == [True]

    window.evaluate("document.body.firstChild.dataset.testScriptState = 'notRunning'")
    window.clock.run_for(5_000)

    assert window.evaluate("wishes.map((w) => w.present)") == [True, False]


def test_views_of_a_document_survive_that_another_one_had_some(window: Page) -> None:
    window.evaluate(
        "(views) => draw({ documents: 'd0', views, kept: ['view-1'] })",
        [{"key": "view-1", "name": "Other", "query": {"country": "UZ"}}],
    )
    window.evaluate("draw({})")
    window.evaluate("draw({})")
    assert "Tajik side" in window.evaluate("localStorage.getItem('briefing-views d1')")
