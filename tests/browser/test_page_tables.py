"""Event tables of others, dropped on the page: their rows are events with their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import FilePayload, expect

from tests.browser.page_harness import map_frame, open_popup

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

pytestmark = pytest.mark.browser

# A made-up row in ACLED's columns.
ACLED = (
    "event_date,time_precision,event_type,sub_event_type,actor1,country,admin1,location,latitude,"
    "longitude,geo_precision,source,notes,fatalities\n"
    "2024-05-04,1,Protests,Peaceful protest,Protesters (Tajikistan),Tajikistan,Sughd,Khujand,"
    '40.28,69.62,1,A Paper,"About forty people marched <b>quietly</b> through the town.",0\n'
)


PATIENCE_MS = 60_000
"""A busy machine takes its time to show the first page."""


def open_files(page: Page, *files: tuple[str, str]) -> None:
    payloads: list[FilePayload] = [
        {"name": name, "mimeType": "text/csv", "buffer": text.encode()} for name, text in files
    ]
    open_popup(page, "New article", page.get_by_text("Start with an article"))
    page.locator(".st-key-files input[type=file]").set_input_files(payloads, timeout=PATIENCE_MS)
    for name, _ in files:
        expect(page.get_by_text(name).first).to_be_visible()
    page.get_by_role("button", name="Make the map").click()


def test_an_acled_row_is_an_event_with_its_own_words(page: Page) -> None:
    open_files(page, ("rows.csv", ACLED))
    expect(page.get_by_text("ACLED table rows.csv").first).to_be_visible()
    words = "About forty people marched <b>quietly</b> through the town."
    event = page.get_by_role("button", name=f"Event: {words}, Protests, reported")
    expect(event.first).to_be_visible()


def test_a_table_that_is_not_of_events_is_refused_in_one_sentence(page: Page) -> None:
    open_files(page, ("people.csv", "name,age\nx,1\n"))
    refusal = page.get_by_text("people.csv is a table or a map layer, not an article")
    expect(refusal.first).to_be_visible()


def test_the_words_of_a_large_table_pale_when_filtered_out(page: Page) -> None:
    head, row = ACLED.splitlines()
    riots = row.replace("Protests,Peaceful protest", "Riots,Mob violence")
    open_files(page, ("many.csv", "\n".join([head, *[row, riots] * 1_050])))
    words = page.locator(".body.article .tr")
    expect(words.first).to_be_visible(timeout=PATIENCE_MS)
    expect(page.locator(".body.article .tr.off")).to_have_count(0)

    page.locator(".st-key-tick_type-riots label").click()

    expect(page.get_by_text("Only Riots.")).to_be_visible()
    paled = page.locator(".body.article .tr.off")
    expect(paled.first).to_be_visible()
    assert 0 < paled.count() < words.count()


def test_a_place_of_a_large_table_is_shown_when_its_name_is_clicked(page: Page) -> None:
    head, row = ACLED.splitlines()
    many = [
        row.replace("Khujand", f"Khujand {n}").replace("40.28", f"{39 + n / 200}")
        for n in range(160)
    ]
    open_files(page, ("many.csv", "\n".join([head, *many])))
    name = page.locator(".body.article .pm", has_text="Khujand 77")
    expect(name.first).to_be_visible(timeout=PATIENCE_MS)

    name.first.click()

    shown = map_frame(page).locator(".spot.quiet .name")
    expect(shown).to_have_text("Khujand 77")


def test_a_file_on_its_way_is_waited_for(page: Page) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/_stcore/upload_file/**", hold)
    open_popup(page, "New article", page.get_by_text("Start with an article"))
    rows: FilePayload = {"name": "rows.csv", "mimeType": "text/csv", "buffer": ACLED.encode()}
    with page.expect_request("**/_stcore/upload_file/**"):
        page.locator(".st-key-files input[type=file]").set_input_files([rows])
    make = page.get_by_role("button", name="Make the map")
    expect(page.locator("[data-testid=stFileChipIconSpinner]")).to_be_visible()
    expect(make).to_be_hidden()

    for route in held:
        route.continue_()

    expect(make).to_be_visible()
    make.click()
    expect(page.get_by_text("ACLED table rows.csv").first).to_be_visible()
