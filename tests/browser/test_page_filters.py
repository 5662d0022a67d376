"""Filters behind "More filters": made when they are opened, kept when they are closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.page_harness import open_popup

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_a_tick_in_a_closed_list_stays_and_can_be_taken_back(page: Page) -> None:
    more = page.get_by_role("button", name="More filters")
    row = page.locator(".st-key-morebox .stCheckbox").first
    said = page.locator(".st-key-railfoot .stText")
    expect(row).to_have_count(0)
    open_popup(page, "More filters", row)
    row.locator("label").click()
    expect(said).to_contain_text("Only")
    more.click()
    expect(row).to_have_count(0)
    page.locator(".st-key-tick_type-battles label").click()
    expect(said).to_contain_text("Battles")
    open_popup(page, "More filters", row)
    expect(row.locator("input")).to_be_checked()
    row.locator("label").click()
    expect(said).to_have_text("Only Battles.")
