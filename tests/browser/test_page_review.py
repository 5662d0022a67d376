"""Putting right, undoing, and large tables, on the real page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import FilePayload, expect

from tests.bench.event_rows import rows_of
from tests.browser.page_harness import map_frame, open_popup, rest
from tests.browser.test_page_accessible import violations

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.browser

CENTRE = "[window.map.getCenter().lat, window.map.getCenter().lng, window.map.getZoom()]"


def open_dialog(page: Page, words: str) -> Locator:
    page.get_by_role("tab", name="Events").click()
    fix = page.get_by_role("button", name=f"Put right: {words}").first
    fix.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Your judgement")
    rest(page)
    return dialog


def test_an_event_is_moved_by_keyboard_stamped_counted_and_undone(page: Page) -> None:
    frame = map_frame(page)
    before = frame.evaluate(CENTRE)
    dialog = open_dialog(page, "Broke out of a prison in Dushanbe")
    assert violations(page.main_frame) == []
    dialog.get_by_text("Another place").click()
    field = dialog.get_by_label("Name of the place, or its coordinates")
    field.fill("<b>x</b>`${1}`")
    field.press("Enter")
    expect(dialog).to_contain_text("Not found under this name")
    field.fill("40.5, 70.5")
    field.press("Enter")
    expect(dialog).to_contain_text("A point at 40.5000, 70.5000.")
    dialog.get_by_role("button", name="Save").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name="Corrections (1)")).to_be_visible()
    expect(page.locator(".events .ev", has_text="set by you").first).to_be_visible()
    assert map_frame(page).evaluate(CENTRE) == before
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("button", name="Corrections")).to_be_visible()
    page.get_by_role("button", name="Redo").click()
    expect(page.get_by_role("button", name="Corrections (1)")).to_be_visible()


def test_escape_closes_the_dialog_and_the_focus_goes_back(page: Page) -> None:
    open_dialog(page, "Broke out of a prison in Dushanbe")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    fix = page.get_by_role("button", name="Put right: Broke out of a prison in Dushanbe").first
    expect(fix).to_be_focused()


def test_what_was_answered_for_one_event_is_not_carried_to_the_next(page: Page) -> None:
    dialog = open_dialog(page, "Broke out of a prison in Dushanbe")
    dialog.get_by_label("When").fill("1999-01-01")
    dialog.get_by_label("When").press("Enter")
    expect(dialog.get_by_role("button", name="Save")).to_be_enabled()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.locator(".events .fix").last.click()
    expect(page.get_by_role("dialog")).to_contain_text("Your judgement")
    expect(page.get_by_role("dialog").get_by_label("When")).not_to_have_value("1999-01-01")
    expect(page.get_by_role("dialog").get_by_role("button", name="Save")).to_be_disabled()


def test_a_card_and_a_word_without_a_mark_open_the_dialog_too(page: Page) -> None:
    map_frame(page).locator(".mark").first.click()
    map_frame(page).get_by_role("button", name="Put right").click()
    expect(page.get_by_role("dialog")).to_contain_text("Your judgement")
    page.keyboard.press("Escape")
    page.get_by_role("tab", name="Not on the map").click()
    page.locator(".unmarked details:has(.word) summary").first.click()
    page.locator(".unmarked .word").first.click()
    expect(page.get_by_role("dialog")).to_contain_text("Read as:")


def test_a_judged_event_is_saved_to_a_file_and_loaded_again(page: Page, tmp_path: Path) -> None:
    dialog = open_dialog(page, "Broke out of a prison in Dushanbe")
    dialog.get_by_text("Accept it").click()
    dialog.get_by_label("Admiralty grade").fill("b2")
    dialog.get_by_label("Your initials").fill("AB")
    dialog.get_by_label("Your initials").press("Enter")
    dialog.get_by_role("button", name="Save").click()
    save = page.get_by_role("button", name="Save corrections")
    open_popup(page, "Corrections (1)", save)
    with page.expect_download() as waiting:
        save.click()
    saved = tmp_path / "corrections.json"
    waiting.value.save_as(saved)
    assert "prison" not in saved.read_text(encoding="utf-8")
    page.get_by_role("button", name="Take back").click()
    expect(page.get_by_role("button", name="Corrections", exact=True)).to_be_visible()
    page.locator(".st-key-fix_file input[type=file]").set_input_files(saved)
    expect(page.get_by_role("button", name="Corrections (1)")).to_be_visible()


def test_ctrl_z_takes_a_filter_back(page: Page) -> None:
    total = page.locator(".say").inner_text()
    page.locator(".st-key-tick_type-battles label").click()
    expect(page).to_have_url(re.compile("type=Battles"))
    page.locator(".say").click()
    page.keyboard.press("Control+z")
    expect(page.get_by_role("checkbox", name="Battles")).not_to_be_checked()
    expect(page.locator(".say")).to_have_text(total)


def test_a_large_table_sends_what_is_near_and_fetches_the_rest(page: Page) -> None:
    table: FilePayload = {
        "name": "rows.csv",
        "mimeType": "text/csv",
        "buffer": rows_of("", 17_000),
    }
    open_popup(page, "New article", page.get_by_text("Start with an article"))
    with page.expect_response(lambda response: "upload_file" in response.url):
        page.locator(".st-key-files input[type=file]").set_input_files([table])
    expect(page.locator(".st-key-files").get_by_text("MB")).to_be_visible()
    page.get_by_role("button", name="Make the map").click()
    frame = map_frame(page)
    frame.wait_for_selector("canvas.crowd:not([hidden])", state="attached")
    # A new document opens at its text, whatever tab was clicked before it came.
    expect(page.locator(".body.article")).to_contain_text("Shots were heard")
    page.get_by_role("tab", name="Events").click()
    expect(page.locator(".events .ev")).to_have_count(100)
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(".events .ev")).to_have_count(200)
    canvas = frame.locator("canvas.crowd")
    canvas.focus()
    canvas.press("ArrowRight")
    canvas.press("Enter")
    expect(frame.locator(".card .item").first).to_be_visible()
    frame.locator(".card .item").first.click()
    expect(frame.locator(".card blockquote")).to_contain_text("Shots were heard")
    page.get_by_role("tab", name="Article").click()
    expect(page.locator(".s.on").first).to_be_visible()
    page.get_by_text("Table", exact=True).click()
    expect(page.get_by_text("Rows 1 to 500 of 17,000")).to_be_visible()
