"""How far one place is from another, asked on the map and answered in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.page_harness import map_frame

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

pytestmark = pytest.mark.browser

VIEW = "() => [window.map.getCenter().lat, window.map.getCenter().lng, window.map.getZoom()]"


@pytest.fixture
def asking(page: Page) -> Frame:
    frame = map_frame(page)
    frame.locator(".measure a").click()
    expect(frame.locator(".howfar")).to_be_visible()
    return frame


def test_valley_and_border_are_answered_and_marked(asking: Frame) -> None:
    asking.evaluate("window.isKept = true")
    before = asking.evaluate(VIEW)
    first, second = asking.locator(".howfar input").all()
    first.fill("Rasht Valley")
    second.fill("the Kyrgyz border")

    second.press("Enter")

    answer = asking.locator(".howfar .answer")
    expect(answer).to_contain_text(
        re.compile(r"Rasht Valley is about [\d.]+ km from the border of Kyrgyzstan")
    )
    expect(answer).to_contain_text("Measured from the edge of Rasht Valley to the line of")
    expect(asking.locator("path.measure-end")).to_have_count(2)
    assert asking.evaluate("window.isKept")
    assert asking.evaluate(VIEW) == before


def test_places_are_clicked_in_place_of_typing(asking: Frame) -> None:
    asking.locator(".howfar input").first.focus()
    asking.locator(".spot.city-area .mark").first.dispatch_event("click")
    asking.locator(".spot.region .mark").first.dispatch_event("click")

    expect(asking.locator(".howfar .answer")).to_contain_text("km")
    values = [field.input_value() for field in asking.locator(".howfar input").all()]
    assert all(values)
    assert asking.locator(".card").count() == 0


def test_unknown_name_is_said_with_the_remedy(asking: Frame) -> None:
    first, second = asking.locator(".howfar input").all()
    first.fill("<b>Zzyzxland")
    second.fill("Khujand")

    second.press("Enter")

    expect(asking.locator(".howfar .answer")).to_contain_text("“<b>Zzyzxland” is not known here.")
    assert asking.locator(".answer b").count() == 0


def test_escape_closes_the_tool(asking: Frame) -> None:
    asking.locator(".howfar input").first.press("Escape")

    expect(asking.locator(".howfar")).to_be_hidden()
