"""The one-file map opens without a server and asks nobody for anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from dashboard.exchange.release import Release
from dashboard.exchange.webpage import write_webpage
from dashboard.settings import Settings
from tests.samples import sample_briefing

pytestmark = pytest.mark.browser
HOSTILE = "<img src=x onerror=alert(1)> `${x}` </script>"


def test_one_file_opens_filters_and_quotes(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    release = Release("TLP:GREEN", title=HOSTILE)
    names = {"TJ": "Tajikistan"}
    path.write_bytes(
        write_webpage(sample_briefing(), release, names=names, static_dir=Settings().static_dir)
    )
    page = browser.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    page.on("pageerror", lambda e: faults.append(str(e)))
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    page.goto(path.as_uri())
    page.locator(".events button").first.click()
    assert page.locator(".card mark").first.text_content() == "fought an armed band"
    page.get_by_role("checkbox", name="Protests").check()
    assert page.locator(".said").text_content() == "1 of 15 events on the map."
    assert page.locator("h1").text_content() == HOSTILE
    assert [u for u in asked if not u.startswith(("file:", "data:"))] == []
    assert faults == []
    page.close()


def test_on_a_phone_nothing_runs_over_and_the_filters_are_there(
    browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "map.html"
    release = Release("TLP:GREEN", title="A title", filter_words="x" * 200)
    path.write_bytes(
        write_webpage(sample_briefing(), release, names={}, static_dir=Settings().static_dir)
    )
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(path.as_uri())
    page.locator(".events button").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_role("checkbox", name="Protests").check()
    assert page.locator(".said").text_content() == "1 of 15 events on the map."
    page.close()
