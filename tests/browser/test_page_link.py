"""Article, map, table and timeline show the same selection; a click never reloads the map."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.page_harness import map_frame, wait_for_map

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

pytestmark = pytest.mark.browser

CENTRE = "[window.map.getCenter().lat, window.map.getCenter().lng, window.map.getZoom()]"


def ringed(frame: Frame) -> str | None:
    return frame.locator(".ringed").first.get_attribute("data-id")


def test_a_mark_opens_its_card_and_lights_its_sentence(page: Page) -> None:
    mark = map_frame(page).locator(".mark").first
    event_id = mark.get_attribute("data-id")
    mark.click()
    expect(map_frame(page).locator(".card")).to_be_visible()
    lit = page.locator(".s.on").first
    expect(lit).to_be_in_viewport()
    expect(page).to_have_url(re.compile(f"event={event_id}(&|$)"))


def test_words_of_an_event_ring_its_mark_and_the_ring_stays(page: Page) -> None:
    frame = map_frame(page)
    event_id = str(frame.locator(".mark").last.get_attribute("data-id"))
    page.locator(f".tr[data-e~='{event_id}']").first.click()
    expect(frame.locator(".ringed")).to_have_attribute("data-id", event_id)
    expect(page).to_have_url(re.compile(f"event={event_id}(&|$)"))
    assert ringed(frame) == event_id, "Python's run afterwards does not turn it back"


def test_a_place_in_the_text_shows_itself_on_the_map(page: Page) -> None:
    page.locator(".pm", has_text="Rasht Valley").first.click()
    expect(page.locator(".pm.pon")).to_have_count(1)
    expect(map_frame(page).locator(".pulse").first).to_be_attached()


def test_a_filter_keeps_the_frame_and_the_view(page: Page) -> None:
    frame = map_frame(page)
    frame.evaluate("window.isKept = true")
    before = frame.evaluate(CENTRE)
    total = page.locator(".say").inner_text()
    page.locator(".st-key-tick_type-battles label").click()
    expect(page.locator(".say")).not_to_have_text(total)
    expect(page.get_by_text("Only Battles.")).to_be_visible()
    assert map_frame(page).evaluate("window.isKept")
    assert frame.evaluate(CENTRE) == before
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator(".say")).to_have_text(total)
    assert frame.evaluate(CENTRE) == before


def test_a_filter_keeps_the_chosen_event_lit_in_the_list(page: Page) -> None:
    assert page.locator(".events .ev").count() == 0, "a list is drawn when it is looked at"
    page.get_by_role("tab", name="Events").click()
    page.locator(".events .ev", has_text="prison in Dushanbe").first.locator(".main").click()
    expect(page.locator(".events .ev.on")).to_have_count(1)
    page.locator(".st-key-tick_country-TJ label").click()
    expect(page.get_by_text("Only Tajikistan.")).to_be_visible()
    expect(page.locator(".events .ev.on")).to_contain_text("prison in Dushanbe")


def test_the_table_covers_the_map_and_gives_it_back_unmoved(page: Page) -> None:
    frame = map_frame(page)
    frame.evaluate("window.isKept = true")
    before = frame.evaluate(CENTRE)
    page.get_by_text("Table", exact=True).click()
    expect(page.locator(".st-key-table .stDataFrame")).to_be_visible()
    expect(page.locator(".st-key-mapbox iframe")).to_be_hidden()
    page.get_by_text("Map", exact=True).click()
    expect(page.locator(".st-key-mapbox iframe")).to_be_visible()
    assert map_frame(page).evaluate("window.isKept")
    assert frame.evaluate(CENTRE) == before


def test_the_brush_narrows_the_period_and_undated_events_stay(page: Page) -> None:
    total = page.locator(".say").inner_text()
    line = page.locator(".tl").bounding_box()
    assert line is not None
    page.mouse.move(line["x"] + 30, line["y"] + 60)
    page.mouse.down()
    page.mouse.move(line["x"] + line["width"] * 0.3, line["y"] + 60, steps=4)
    page.mouse.up()
    expect(page.locator(".undated")).to_contain_text("without a date stay on")
    expect(page.locator(".say")).not_to_have_text(total)
    page.locator(".tl .clear").click()
    expect(page.locator(".say")).to_have_text(total)


def test_two_tabs_never_drive_each_other(page: Page, address: str) -> None:
    other = page.context.new_page()
    other.goto(address)
    wait_for_map(other)
    map_frame(page).locator(".mark").first.click()
    expect(map_frame(page).locator(".ringed")).to_have_count(1)
    assert map_frame(other).locator(".ringed").count() == 0
    assert other.locator(".s.on").count() == 0
    other.close()


def test_a_link_restores_filters_selection_and_table(page: Page, address: str) -> None:
    event_id = str(map_frame(page).locator(".mark").first.get_attribute("data-id"))
    page.goto(f"{address}?country=TJ&event={event_id}&view=table")
    expect(page.get_by_role("checkbox", name="Tajikistan")).to_be_checked()
    expect(page.get_by_text("Only Tajikistan.")).to_be_visible()
    expect(page.locator(".st-key-table .stDataFrame")).to_be_visible()
    expect(page.locator(".s.on").first).to_be_visible()


def test_back_and_forward_step_through_filters(page: Page) -> None:
    tick = page.get_by_role("checkbox", name="Battles")
    page.locator(".st-key-tick_type-battles label").click()
    expect(page).to_have_url(re.compile("type=Battles"))
    page.go_back()
    expect(tick).not_to_be_checked()
    page.go_forward()
    expect(tick).to_be_checked()


def test_views_are_kept_by_name_and_stepped_through(page: Page) -> None:
    page.locator(".st-key-tick_country-TJ label").click()
    expect(page).to_have_url(re.compile("country=TJ"))
    page.get_by_role("button", name="Views").click()
    page.get_by_label("Name of the view on screen").fill("Tajik side")
    page.get_by_label("Name of the view on screen").press("Enter")
    page.get_by_role("button", name="Keep this view").click()
    expect(page.get_by_role("button", name="1. Tajik side")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Clear filters").click()
    expect(page).not_to_have_url(re.compile("country=TJ"))
    page.locator(".say").click()
    page.keyboard.press("f")
    expect(page.locator("html[data-presenting]")).to_have_count(1)
    page.keyboard.press("PageDown")
    expect(page).to_have_url(re.compile("country=TJ.*present=1"))
    page.keyboard.press("Escape")
    expect(page.get_by_text("Only Tajikistan.")).to_be_visible()


def test_the_map_and_the_pane_work_by_keyboard(page: Page) -> None:
    frame = map_frame(page)
    mark = frame.locator(".mark").first
    mark.focus()
    mark.press("Enter")
    expect(frame.locator(".card")).to_be_visible()
    page.keyboard.press("Escape")
    expect(frame.locator(".card")).to_have_count(0)
    expect(mark).to_be_focused()
    page.get_by_role("tab", name="Article").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Events")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(frame.locator(".ringed").first).to_be_attached()


def test_kept_views_outlive_a_reload_without_text_of_the_document(page: Page) -> None:
    page.locator(".st-key-tick_country-TJ label").click()
    expect(page).to_have_url(re.compile("country=TJ"))
    page.get_by_role("button", name="Views").click()
    page.get_by_label("Name of the view on screen").fill("<b>Tajik</b> side")
    page.get_by_label("Name of the view on screen").press("Enter")
    page.get_by_role("button", name="Keep this view").click()
    expect(page.locator(".st-key-go-0")).to_contain_text("<b>Tajik</b> side")
    expect(page.locator("html[data-views='1']")).to_have_count(1)  # the browser has stored it
    page.reload()
    wait_for_map(page)
    expect(page.locator("html[data-views='1']")).to_have_count(1)
    page.get_by_role("button", name="Views").click()
    expect(page.locator(".st-key-go-0")).to_be_visible()
    stored = page.evaluate("JSON.stringify(localStorage)")
    assert "country" in stored
    assert "militants" not in stored
    page.get_by_role("button", name="Remove", exact=True).click()
    expect(page.locator(".st-key-go-0")).to_have_count(0)


def test_the_help_names_the_keys(page: Page) -> None:
    page.get_by_role("button", name="?", exact=True).click()
    expect(page.locator(".st-key-helpbox")).to_contain_text("Ctrl+Z")
