"""WCAG 2.2 A and AA as far as axe can judge, in the page and in the frame of the map."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.page_harness import map_frame, open_popup, rest

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
# 2.5.8 excepts targets with an equivalent: each mark is also a row of the list and of the table.
RUN = """axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    rules: {"target-size": {enabled: false}},
}).then(found => found.violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(" | ")}`))"""


def violations(frame: Frame) -> list[str]:
    frame.add_script_tag(path=AXE)
    return list(frame.evaluate(RUN))


def test_axe_finds_nothing_in_article_lists_card_and_table(page: Page) -> None:
    frame = map_frame(page)
    assert violations(page.main_frame) == []
    page.get_by_role("tab", name="Not on the map").click()
    frame.locator(".mark").first.press("Enter")
    expect(frame.locator(".card")).to_be_visible()
    assert violations(page.main_frame) == []
    assert violations(frame) == []
    page.get_by_text("Table", exact=True).click()
    expect(page.locator(".st-key-table .stDataFrame")).to_be_visible()
    assert violations(page.main_frame) == []


def test_axe_finds_nothing_on_the_start_card(page: Page) -> None:
    open_popup(page, "New article", page.get_by_label("Text of the article"))
    assert violations(page.main_frame) == []


OPENED = {
    "More filters": ".st-key-morebox .stCheckbox",
    "Corrections": ".st-key-fixbox [data-testid=stCaptionContainer]",
    "Views": ".st-key-viewbox [data-testid=stCaptionContainer]",
    "?": ".st-key-helpbox [data-testid=stCaptionContainer]",
}


BODY = "[data-testid=stPopoverBody]"
HEIGHT = f"document.querySelector('{BODY}').getBoundingClientRect().height"


@pytest.mark.parametrize("name", OPENED)
def test_a_list_that_opens_is_whole_in_the_window_and_axe_finds_nothing(
    page: Page, name: str
) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator(OPENED[name]).first).to_be_visible()
    rest(page)  # its first line stands before the others have come
    page.wait_for_function(f"() => {HEIGHT} > 200")

    box = page.locator(BODY).bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 900 - 22, "it leaves the lower handling mark free"
    assert violations(page.main_frame) == []
