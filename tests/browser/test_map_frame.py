"""The map in a real browser: what a click opens, and that nothing ever moves or leaks."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError
from playwright.sync_api import expect

from tests.browser.map_harness import MapPage, open_map
from tests.samples import HOSTILE, TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

VIEW = "() => [window.map.getCenter().lat, window.map.getCenter().lng, window.map.getZoom()]"


@pytest.fixture
def shown(browser: Browser, map_address: str) -> Iterator[MapPage]:
    """The sample's map; no test may leave an error in the console or ask another host."""
    with open_map(browser, map_address) as opened:
        yield opened
        assert opened.complaints == []


@pytest.fixture
def crowded(browser: Browser, map_address: str) -> Iterator[MapPage]:
    with open_map(browser, f"{map_address}?show=1000") as opened:
        yield opened
        assert opened.complaints == []


def test_click_on_a_mark_opens_its_exact_words(shown: MapPage) -> None:
    shown.frame.click("[data-id=E5]")

    card = shown.frame.locator(".card")
    assert card.locator("blockquote").inner_text() == f"“{TOLD[4].sentence}”"
    assert card.locator("blockquote mark").inner_text() == TOLD[4].trigger
    assert card.locator("blockquote u").inner_text() == "Khujand"
    expect(card).to_contain_text("Event 5 of 15")


def test_what_the_text_does_not_say_is_not_stated(shown: MapPage) -> None:
    shown.frame.click("[data-id=E5]")

    missing = shown.frame.locator(".card dd.nil").all_inner_texts()

    assert missing == ["not stated"] * 3


def test_card_never_moves_the_map(shown: MapPage) -> None:
    before = shown.frame.evaluate(VIEW)

    for number in (3, 5, 7, 10):
        shown.frame.locator(f"[data-id=E{number}]").dispatch_event("click")

    assert shown.frame.evaluate(VIEW) == before


def test_filter_keeps_the_frame_and_its_view(shown: MapPage) -> None:
    shown.frame.evaluate(
        "() => { window.same = true; window.map.setView([38, 70], 6, {animate: false}); }"
    )
    before = shown.frame.evaluate(VIEW)

    shown.filter("Battles")

    assert shown.frame.evaluate("() => window.same") is True
    assert shown.frame.evaluate(VIEW) == before
    assert shown.frame.locator(".mark").count() == 1


def test_filter_leaves_one_layer_behind_however_often_it_is_clicked(shown: MapPage) -> None:
    for _ in range(4):
        shown.filter("Battles")

    assert shown.frame.evaluate("() => window.feature_group.length") == 1


def test_escape_closes_the_card_and_gives_the_focus_back(shown: MapPage) -> None:
    mark = shown.frame.locator("[data-id=E7]")
    mark.focus()
    mark.press("Enter")
    expect(shown.frame.locator(".card")).to_be_visible()

    shown.frame.locator(".card").press("Escape")

    expect(shown.frame.locator(".card")).to_have_count(0)
    expect(mark).to_be_focused()


def test_marks_have_spoken_names(shown: MapPage) -> None:
    name = shown.frame.locator("[data-id=E1]").get_attribute("aria-label")

    assert name == "fought an armed band. Battles, disputed, 3 May 2024, Rasht Valley"


def test_country_is_a_chip_and_never_a_mark(shown: MapPage) -> None:
    chip = shown.frame.locator(".spot.country .chip", has_text="country only").first

    assert chip.get_attribute("aria-label") == "Tajikistan: 1 event, country only"
    assert shown.frame.locator("[data-id=E12]").count() == 0


def test_place_named_without_an_event_is_a_quiet_dot(shown: MapPage) -> None:
    names = shown.frame.locator(".spot.quiet .name").all_inner_texts()

    assert names == ["Tashkent", "Osh"]


def test_legend_shows_only_what_is_on_the_map(shown: MapPage) -> None:
    shown.filter("Protests")

    assert legend_of(shown)[:5] == [
        "Protests",
        "Reported",
        "In or near a town",
        "Area, no event shown",
        "Place, no event shown",
    ]


def legend_of(shown: MapPage) -> list[str]:
    return shown.frame.locator(".legend div.key").all_inner_texts()


def test_legend_follows_the_view_without_a_rerun(shown: MapPage) -> None:
    drawn = "() => window.heard.filter((m) => m.t === 'drawn').length"
    before, runs = legend_of(shown), shown.page.evaluate(drawn)
    assert {"Battles", "Protests", "Valley or province"} <= set(before)

    shown.frame.evaluate("() => { window.map.setView([40.28, 69.62], 11, {animate: false}); }")
    near = legend_of(shown)
    shown.frame.evaluate("() => { window.map.setView([20, 60], 8, {animate: false}); }")

    assert set(near) < set(before)
    expect(shown.frame.locator(".legend")).to_be_hidden()
    assert shown.page.evaluate(drawn) == runs


def test_disputed_lines_are_explained_where_they_are_in_view(shown: MapPage) -> None:
    shown.frame.evaluate("() => { window.map.setView([34.5, 75.5], 6, {animate: false}); }")
    expect(shown.frame.locator(".legend")).to_contain_text("Line of control")

    shown.frame.evaluate("() => { window.map.setView([40.5, 70], 7, {animate: false}); }")
    expect(shown.frame.locator(".legend")).not_to_contain_text("Line of control")


def test_layer_switched_off_leaves_the_legend_and_can_come_back(shown: MapPage) -> None:
    shown.frame.get_by_label("Areas and borders").uncheck()
    assert "Valley or province" not in legend_of(shown)

    shown.frame.get_by_label("Areas and borders").check()
    assert "Valley or province" in legend_of(shown)


def test_layers_can_be_hidden_without_drawing_anew(shown: MapPage) -> None:
    shown.frame.get_by_label("Places without events").uncheck()
    shown.frame.get_by_label("Countries").uncheck()

    expect(shown.frame.locator(".spot.quiet .dot").first).to_be_hidden()
    expect(shown.frame.locator(".spot.country .chip").first).to_be_hidden()
    expect(shown.frame.locator("[data-id=E5]")).to_be_visible()


CLASHES = """
() => {
  const nodes = (what) => [...document.querySelectorAll(what)];
  const boxOf = (node) => ({ what: node.textContent, ...node.getBoundingClientRect().toJSON() });
  const marks = nodes(".spot:not(.held) .row, .stack").map(boxOf);
  const labels = nodes(`.spot:not(.nameless):not(.held) .name, .spot:not(.nameless) .area-name,
      .spot:not(.held) .chip, .country-name:not([hidden]), .great:not([hidden]) .label`).map(boxOf);
  const corner = window.map.getPixelBounds().min;
  const ground = Object.values(window.map._layers).filter((layer) => layer.labelers)
    .flatMap((layer) => layer.labelers.getIndex(window.map.getZoom())?.tree.all() ?? [])
    .map(({ minX, minY, maxX, maxY, indexedLabel: { deduplicationKey: what } }) => ({ what,
      left: minX - corner.x, top: minY - corner.y,
      right: maxX - corner.x, bottom: maxY - corner.y }));
  const hides = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2;
  return ground.length < 5 ? ["the ground is not written yet"] : labels.flatMap((one, index) =>
    [...labels.slice(index + 1), ...marks, ...ground].filter((other) => hides(one, other))
      .map((other) => `${one.what} and ${other.what}`));
}
"""


@pytest.mark.parametrize("zoom", [4, 5, 6, 7])
def test_no_label_hides_another_of_ours_or_of_the_ground(shown: MapPage, zoom: int) -> None:
    shown.frame.evaluate("(z) => window.map.setZoom(z, {animate: false})", zoom)

    with suppress(PlaywrightTimeoutError):  # the names of the ground are written last
        shown.frame.wait_for_function(f"() => ({CLASHES})().length === 0", timeout=60_000)

    assert shown.frame.evaluate(CLASHES) == []


MARKS = """
() => {
  const kinds = [".mark", ".more", ".chip"].map((kind) => `.spot:not(.held) ${kind}`);
  const nodes = [...document.querySelectorAll([...kinds, ".stack"].join())];
  const seen = nodes.filter((node) => node.checkVisibility({ visibilityProperty: true }));
  const boxes = seen.map((node) => node.getBoundingClientRect());
  const hides = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const after = (index) => boxes.slice(index + 1);
  const clashes = boxes.flatMap((one, at) => after(at).filter((two) => hides(one, two)));
  return { clashes: clashes.length, stacks: seen.filter((node) => node.matches(".stack")).length };
}
"""


@pytest.mark.parametrize("zoom", [2, 3, 4, 5])
def test_marks_that_would_hide_each_other_stand_as_one_ring(shown: MapPage, zoom: int) -> None:
    shown.frame.evaluate("(z) => window.map.setZoom(z, {animate: false})", zoom)

    found = shown.frame.evaluate(MARKS)

    assert found["clashes"] == 0
    assert found["stacks"] > 0 or zoom == 5


def test_ring_of_near_marks_opens_their_list_place_by_place(shown: MapPage) -> None:
    shown.frame.evaluate("() => { window.map.setZoom(3, {animate: false}); }")
    ring = shown.frame.locator(".stack").first
    spoken = str(ring.get_attribute("aria-label"))

    ring.press("Enter")

    card = shown.frame.locator(".card")
    number = re.match(r"(\d+) events at (\d+) places", spoken)
    assert number
    expect(card.locator("h4")).to_have_text(number[0])
    assert card.locator(".item").count() >= int(number[1])
    card.locator(".item").first.press("Enter")
    expect(card.get_by_role("button", name=f"All {number[1]} here")).to_be_visible()
    expect(ring).to_have_class(re.compile("ringed"))


def test_capitals_are_named_among_the_marks(shown: MapPage) -> None:
    capitals = shown.frame.locator(".capital-name:not([hidden]) .label").all_inner_texts()

    assert {"Kabul", "Bishkek"} <= set(capitals)
    assert "Dushanbe" not in capitals, "it has marks and a name of its own"


def test_name_of_the_selected_event_is_never_left_out(shown: MapPage) -> None:
    shown.frame.evaluate("() => { window.map.setZoom(4, {animate: false}); }")
    hidden = shown.frame.locator(".spot.city-area.nameless .mark").first
    event_id = hidden.get_attribute("data-id")

    shown.send({"t": "pick", "id": event_id})

    shown.wait_for("marked")
    assert (
        shown.frame.locator(".spot.city-area:not(.nameless)")
        .locator(f"[data-id={event_id}]")
        .is_visible()
    )


def test_count_of_a_country_stands_under_its_name(shown: MapPage) -> None:
    name = shown.frame.locator(".country-name", has_text="TAJIKISTAN").bounding_box()
    chip = shown.frame.locator(".spot.country .chip", has_text="1").first.bounding_box()

    assert name
    assert chip
    assert abs(name["x"] + name["width"] / 2 - chip["x"] - chip["width"] / 2) < 4
    assert 0 <= chip["y"] - name["y"] - name["height"] < 12


def test_event_picked_in_the_text_is_ringed_without_moving_the_map(shown: MapPage) -> None:
    before = shown.frame.evaluate(VIEW)

    shown.send({"t": "pick", "id": "E10"})

    shown.wait_for("marked")
    expect(shown.frame.locator("[data-id=E10]")).to_have_class("mark ringed pulse")
    assert shown.frame.evaluate(VIEW) == before


def test_map_flies_to_an_event_out_of_view(shown: MapPage) -> None:
    shown.frame.evaluate("() => { window.map.setView([0, 0], 5, {animate: false}); }")

    shown.send({"t": "pick", "id": "E7"})

    shown.frame.wait_for_function("() => window.map.getBounds().contains([37.4897, 71.5531])")


def test_period_fades_what_lies_outside_and_keeps_what_has_no_date(shown: MapPage) -> None:
    third_of_may = 19846

    shown.send({"t": "range", "r": [third_of_may, third_of_may]})

    shown.wait_for("ranged")
    faded = shown.frame.locator(".mark.dim").evaluate_all("nodes => nodes.map(n => n.dataset.id)")
    assert "E1" not in faded
    assert "E5" not in faded
    assert {"E3", "E7"} <= set(faded)


def test_message_without_the_tag_is_ignored(shown: MapPage) -> None:
    shown.send({"t": "pick", "id": "E10", "b": "another page"})
    shown.send({"t": "pick", "id": "E1"})

    shown.wait_for("marked")

    assert shown.frame.locator(".ringed").get_attribute("data-id") == "E1"


def test_hidden_map_keeps_its_view(shown: MapPage) -> None:
    before = shown.frame.evaluate(VIEW)

    shown.page.evaluate(
        "() => { document.querySelector('.st-key-mapbox').style.display = 'none'; }"
    )
    shown.frame.evaluate("() => new Promise((done) => setTimeout(done, 50))")
    shown.page.evaluate("() => { document.querySelector('.st-key-mapbox').style.display = ''; }")

    assert shown.frame.evaluate(VIEW) == before


def test_area_without_an_outline_is_dotted_and_no_point(browser: Browser, map_address: str) -> None:
    with open_map(browser, f"{map_address}?show=without outlines") as opened:
        loose = opened.frame.locator(".spot.loose .name").all_inner_texts()
        assert "Rasht Valley (no outline)" in loose
        assert "Khujand (no outline)" not in loose
        assert "No fixed edge" in opened.frame.locator(".legend .key").all_inner_texts()
        assert opened.complaints == []


def test_hostile_text_is_shown_and_never_run(browser: Browser, map_address: str) -> None:
    with open_map(browser, f"{map_address}?show=hostile") as opened:
        opened.frame.click(".mark")
        card = opened.frame.locator(".card")
        expect(card).to_contain_text(HOSTILE)
        assert card.locator("img, script").count() == 0
        assert opened.frame.locator("[onerror]").count() == 0
        assert opened.complaints == []


def test_ruler_says_distance_and_bearing(shown: MapPage) -> None:
    shown.frame.click(".measure a")

    shown.click_map(38.56, 68.78)
    shown.click_map(40.28, 69.62)

    expect(shown.frame.locator(".measured")).to_have_text(
        re.compile(r"20\d km, 0[12]\d° \(north\)")
    )
    assert shown.frame.locator(".card").count() == 0


def test_coordinates_under_the_pointer_and_a_scale_bar_are_said(shown: MapPage) -> None:
    at = shown.frame.evaluate("() => window.map.latLngToContainerPoint([37.25, 66.5])")

    shown.frame.hover("#map_div", position={"x": at["x"], "y": at["y"]}, force=True)

    # A pixel is some hundredths of a degree.
    expect(shown.frame.locator(".pointer")).to_have_text(re.compile(r"37\.2\d+° N, 66\.[45]\d+° E"))
    expect(shown.frame.locator(".leaflet-control-scale")).to_contain_text("km")


def test_event_opened_from_a_list_leads_back_to_it(shown: MapPage) -> None:
    shown.click_map(38.74, 70.15)  # in the Rasht Valley, beside its marks
    shown.frame.locator(".card .item").nth(1).click()
    expect(shown.frame.locator(".card h4")).to_have_text("sweeps")

    shown.frame.get_by_role("button", name="All 2 here").click()

    expect(shown.frame.locator(".card h4")).to_have_text("Rasht Valley")


def test_group_of_a_crowd_opens_as_a_list(crowded: MapPage) -> None:
    canvas = crowded.frame.locator("canvas.crowd")
    canvas.focus()
    canvas.press("ArrowRight")
    canvas.press("Enter")

    expect(crowded.frame.locator(".card .foot")).to_contain_text("Zoom in here")
    assert crowded.frame.locator(".card .item").count() > 1


COUNTS = """
async (zoom) => {
  const { boxes } = await import("/app/static/map/crowd.js");
  window.map.setZoom(zoom, { animate: false });
  const { min } = window.map.getPixelBounds();
  const { left, top } = window.map.getContainer().getBoundingClientRect();
  const shown = [...document.querySelectorAll(".spot .chip, .spot .stack")]
    .filter((node) => getComputedStyle(node).visibility !== "hidden");
  const covers = (node, ring) => {
    const box = node.getBoundingClientRect();
    const [r, x, y] = [ring.w / 2, ring.x - min.x + ring.w / 2, ring.y - min.y + ring.w / 2];
    const dx = Math.max(box.left - left - x, 0, x - box.right + left);
    const dy = Math.max(box.top - top - y, 0, y - box.bottom + top);
    return Math.hypot(dx, dy) < r - 3;
  };
  const numberIn = (words) => Number(words.replace(",", "").match(/\\d+/)[0]);
  const canvas = numberIn(document.querySelector("canvas.crowd").getAttribute("aria-label"));
  return {
    covering: shown.filter((node) => boxes().some((ring) => covers(node, ring))).length,
    counted: shown.reduce((sum, node) => sum + numberIn(node.textContent), canvas),
  };
}
"""


@pytest.mark.parametrize("zoom", [5, 6, 7, 8])
def test_counts_of_areas_hide_no_ring_and_none_is_lost(crowded: MapPage, zoom: int) -> None:
    assert crowded.frame.evaluate(COUNTS, zoom) == {"covering": 0, "counted": 1_000}


def test_words_of_a_crowds_event_come_with_the_pick(browser: Browser, map_address: str) -> None:
    with open_map(browser, f"{map_address}?show=1000&picked=E3") as opened:
        opened.frame.evaluate(
            "() => import('/app/static/map/main.js').then((main) => main.pick('E3'))"
        )
        quote = opened.frame.locator(".card blockquote")
        expect(quote).to_have_text(f"“{TOLD[3].sentence}”")


def test_story_over_the_180th_meridian_is_one_map(browser: Browser, map_address: str) -> None:
    with open_map(browser, f"{map_address}?show=islands") as opened:
        marks = [
            opened.frame.locator(f"[data-id={event}]").bounding_box() for event in ("E1", "E2")
        ]
        labasa, tonga = marks
        assert labasa
        assert tonga
        assert 100 < tonga["x"] - labasa["x"] < 900, "Tonga lies to the east of Fiji"
        assert opened.complaints == []
