"""A full session asks this computer and no other, and can show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.page_harness import Record, map_frame, open_popup

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_no_request_of_a_full_session_leaves_the_computer(page: Page, record: Record) -> None:
    page.locator(".st-key-tick_country-TJ label").click()
    expect(page.get_by_text("Only Tajikistan.")).to_be_visible()
    map_frame(page).locator(".mark").first.click()
    expect(map_frame(page).locator(".card")).to_be_visible()
    page.get_by_text("Table", exact=True).click()
    expect(page.locator(".st-key-table .stDataFrame")).to_be_visible()
    page.get_by_text("Map", exact=True).click()
    page.get_by_role("button", name="Present").click()
    expect(page.locator("html[data-presenting]")).to_have_count(1)
    page.keyboard.press("f")
    open_popup(page, "New article", page.get_by_label("Text of the article"))
    page.get_by_label("Text of the article").fill("Police arrested two men in Kulob.")
    page.get_by_label("Text of the article").press("Control+Enter")
    page.get_by_role("button", name="Make the map").click()
    expect(page.locator("article")).to_contain_text("Kulob")
    assert len(record.requests) > 30, "the record is at work"
    assert record.outside == []
    assert record.complaints == []


def test_the_seal_shows_the_count_of_requests_by_host(page: Page) -> None:
    page.get_by_role("button", name="No network used").click()
    proof = page.locator(".panel")
    expect(proof).to_contain_text("No request went to any other computer")
    expect(proof).to_contain_text("127.0.0.1:")
    page.keyboard.press("Escape")
    expect(proof).to_be_hidden()


def test_what_is_exported_is_what_is_on_screen(page: Page, tmp_path: Path) -> None:
    page.locator(".st-key-tick_type-battles label").click()
    expect(page.get_by_text("Only Battles.")).to_be_visible()
    open_popup(page, "Export", page.get_by_role("button", name="Table (CSV)"))
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Table (CSV)").click()
    saved = tmp_path / "briefing.csv"
    waiting.value.save_as(saved)
    table = saved.read_text(encoding="utf-8-sig")
    assert "Only Battles." in table
    assert "UNMARKED - set handling" in table
    assert "Battles" in table
    assert "Riots" not in table


def test_a_picture_is_taken_of_what_is_on_screen(page: Page, tmp_path: Path) -> None:
    with page.expect_download(timeout=90_000) as waiting:
        page.get_by_role("button", name="Picture").click()
    saved = tmp_path / "picture.png"
    waiting.value.save_as(saved)
    wide, high = (int.from_bytes(saved.read_bytes()[at : at + 4]) for at in (16, 20))
    assert wide == 3840
    assert high > 2000
    assert saved.stat().st_size > 1_000_000, "there is a map on it"
