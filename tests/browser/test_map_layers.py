"""The map's menu: a dark look, a tint by counts, and grounds that ask another computer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.page_harness import Record, map_frame, open_popup, wait_for_map
from tests.browser.test_page_accessible import violations

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.browser

# A picture of one grey pixel, in place of what the other computer would send.
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763b8"
    "70e10200057f02bf6a5c1d3d0000000049454e44ae426082"
)
CONTRASTS = """
async () => {
  const { palettes } = await import("/app/static/basemap/palettes.js");
  const map = document.querySelector(".leaflet-container");
  const look = map.classList.contains("dark") ? "dark" : "light";
  const probe = document.body.appendChild(document.createElement("i"));
  const bytes = (colour) => {
    probe.style.color = colour;
    return getComputedStyle(probe).color.match(/[0-9.]+/g).slice(0, 3).map(Number);
  };
  const luminance = (colour) => bytes(colour)
    .map((byte) => byte / 255)
    .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, index) => sum + c * [0.2126, 0.7152, 0.0722][index], 0);
  const ratio = (one, two) => {
    const [high, low] = [luminance(one), luminance(two)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const own = (name) => getComputedStyle(map).getPropertyValue(`--${name}`).trim();
  const { land } = palettes[look];
  const found = {};
  for (const name of ["ink", "muted", "soft", "link", "area-name"])
    found[`${name} on sheet`] = ratio(own(name), own("sheet"));
  for (const name of ["country-name", "area-name", "vague-name", "ink", "soft"])
    found[`${name} on land`] = ratio(own(name), land);
  for (const name of ["area-edge", "vague-edge", "flow", "pick"])
    found[`${name} as a line`] = ratio(own(name), land) * 1.5;
  return [look, found];
}
"""


@pytest.fixture
def clean(page: Page) -> Iterator[Page]:
    yield page
    page.goto("about:blank")


def choose(page: Page, label: str) -> None:
    open_popup(page, "Layers", page.locator(".st-key-mapbox_menu input[type=file]"))
    page.locator(".st-key-mapbox_menu").get_by_text(label, exact=True).click()
    page.keyboard.press("Escape")
    expect(page.locator(".st-key-mapbox_menu")).to_have_count(0)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_name_and_line_is_readable(page: Page, address: str, look: str) -> None:
    page.goto(f"{address}?look={look}")
    frame = wait_for_map(page)
    frame.wait_for_function(
        f"() => !!document.querySelector('.dark') === {str(look == 'dark').lower()}"
    )

    found, contrasts = frame.evaluate(CONTRASTS)

    assert found == look
    assert {pair: ratio for pair, ratio in contrasts.items() if ratio < 4.5} == {}


def test_dark_look_is_in_the_link_and_reloads_nothing(clean: Page) -> None:
    frame = map_frame(clean)
    frame.evaluate("window.isKept = true")

    choose(clean, "Dark")

    expect(frame.locator(".leaflet-container.dark")).to_be_visible()
    expect(clean).to_have_url(re.compile("look=dark"))
    assert frame.evaluate("window.isKept")


def test_presentation_keeps_the_dark_look(page: Page, address: str) -> None:
    page.goto(f"{address}?look=dark&present=1")

    expect(wait_for_map(page).locator(".leaflet-container.dark.presenting")).to_be_visible()


def test_countries_are_tinted_by_a_count_with_its_classes(clean: Page) -> None:
    frame = map_frame(clean)
    expect(frame.locator(".legend .tint")).to_have_count(0)

    choose(clean, "Events by country")

    expect(frame.locator(".legend .heading")).to_have_text("Events by country")
    expect(frame.locator(".legend .tint").nth(1)).to_be_attached()
    expect(frame.locator(".legend .left-out")).to_contain_text("Not counted:")
    expect(clean).to_have_url(re.compile("tint=events"))


def test_provinces_are_tinted_and_what_has_none_is_said(clean: Page) -> None:
    frame = map_frame(clean)

    choose(clean, "Events by province")

    expect(frame.locator(".legend .heading")).to_have_text("Events by province")
    expect(frame.locator(".legend .left-out")).to_contain_text("known only by country")
    tinted = frame.locator(".leaflet-provinces-pane [data-tint]")
    expect(tinted.first).to_be_attached()
    expect(frame.locator(".legend .tint").first).to_be_attached()
    expect(clean).to_have_url(re.compile("tint=province"))

    choose(clean, "Nothing")

    expect(tinted).to_have_count(0)


@pytest.fixture
def watched(context: BrowserContext, address: str, record: Record) -> Iterator[Page]:
    """The page, with the other computers' answers made up."""
    opened = context.new_page()
    record.watch(opened)
    for host in ("tile.openstreetmap.org", "tiles.maps.eox.at"):
        opened.route(
            f"https://{host}/**",
            lambda route: route.fulfill(
                body=PIXEL,
                content_type="image/png",
                headers={"Access-Control-Allow-Origin": "*"},
            ),
        )
    opened.goto(address)
    wait_for_map(opened)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("label", "host", "words"),
    [
        ("OpenStreetMap, online", "tile.openstreetmap.org", "OpenStreetMap contributors"),
        ("Satellite picture, online", "tiles.maps.eox.at", "Copernicus Sentinel data"),
    ],
)
def test_online_ground_is_asked_for_only_when_switched_on(
    watched: Page, record: Record, label: str, host: str, words: str
) -> None:
    frame = map_frame(watched)
    assert record.outside == []
    expect(watched.get_by_role("button", name="No network used")).to_be_visible()

    choose(watched, label)

    expect(watched.get_by_role("button", name="Online map: network in use")).to_be_visible()
    expect(frame.locator(".leaflet-control-attribution")).to_contain_text(words)
    assert record.outside
    assert {url.split("/")[2] for url in record.outside} == {host}
    assert "ground" not in watched.url

    choose(watched, "The map on this computer")

    expect(watched.get_by_role("button", name="No network in use now")).to_be_visible()
    expect(frame.locator(".leaflet-control-attribution")).not_to_contain_text(words)


GROUND = """
() => {
  const pane = (name) => document.querySelector(`.leaflet-${name}-pane`);
  const level = (name) => Number(getComputedStyle(pane(name)).zIndex);
  const canvases = [...pane("base").querySelectorAll("canvas")].filter((one) => one.width > 99);
  let [clear, white, all] = [0, 0, 0];
  for (const one of canvases) {
    const { data } = one.getContext("2d").getImageData(0, 0, one.width, one.height);
    for (let at = 0; at < data.length; at += 4) {
      all += 1;
      if (data[at + 3] < 120) clear += 1;
      else if (Math.min(data[at], data[at + 1], data[at + 2]) > 200) white += 1;
    }
  }
  return { isOver: level("base") > level("online"), clear: clear / all, white: white / all };
}
"""


def test_borders_and_names_are_readable_over_the_satellite(watched: Page) -> None:
    frame = map_frame(watched)

    choose(watched, "Satellite picture, online")

    expect(frame.locator(".ground-satellite .country-name:not([hidden])").first).to_be_visible()
    # Borders and the names of towns are light; the tiles that hold them come one by one.
    frame.wait_for_function(
        f"() => {{ const found = ({GROUND})(); return found.clear > 0.5 && found.white > 0.003; }}"
    )
    assert frame.evaluate(GROUND)["isOver"]
    name = frame.locator(".country-name:not([hidden])").first
    colour, edge = name.evaluate(
        "(n) => [getComputedStyle(n).color, getComputedStyle(n).textShadow]"
    )
    assert colour == "rgb(255, 255, 255)"
    assert "rgb(11, 14, 17)" in edge


def test_a_link_to_the_dark_look_has_the_ground_of_that_look(page: Page, address: str) -> None:
    ground = "getComputedStyle(document.querySelector('.leaflet-container')).backgroundColor"
    page.goto(f"{address}?look=dark")
    wait_for_map(page).wait_for_function("BaseMap.ready.then(() => true)")
    linked = map_frame(page).evaluate(ground)

    choose(page, "Light")
    choose(page, "Dark")

    map_frame(page).wait_for_function(f"{ground} === '{linked}'")


def test_borders_of_the_other_ground_are_not_called_ours(watched: Page) -> None:
    choose(watched, "OpenStreetMap, online")

    note = map_frame(watched).locator(".leaflet-control-attribution")
    expect(note).to_contain_text("Borders: as OpenStreetMap draws them")
    expect(note).not_to_contain_text("de facto")


def test_sentence_beside_the_switch_says_who_sees_what(watched: Page) -> None:
    choose(watched, "OpenStreetMap, online")
    watched.get_by_role("button", name="Layers").click()

    said = watched.locator(".st-key-mapbox_menu")

    expect(said).to_contain_text("tile.openstreetmap.org (OpenStreetMap Foundation)")
    expect(said).to_contain_text("No word of your documents is sent")


def test_link_never_switches_the_network_on(watched: Page, address: str, record: Record) -> None:
    watched.goto(f"{address}?ground=osm")
    wait_for_map(watched)

    expect(watched.get_by_role("button", name="No network used")).to_be_visible()
    assert record.outside == []


def test_picture_has_the_colours_of_the_dark_look(page: Page, address: str, tmp_path: Path) -> None:
    page.goto(f"{address}?look=dark")
    frame = wait_for_map(page)
    area = frame.locator("[data-form=known]").first
    expect(area).to_be_attached()
    before = area.get_attribute("style")
    with page.expect_download(timeout=90_000) as waiting:
        page.get_by_role("button", name="Picture").click()
    saved = tmp_path / "picture.png"
    waiting.value.save_as(saved)

    assert area.get_attribute("style") == before, "the map itself is as it was"
    with Image.open(saved) as picture:
        colours = picture.convert("RGB").resize((480, 440)).getcolors(480 * 440) or []
    default_blue = [n for n, (r, g, b) in colours if b > 220 and b - r > 90 and b - g > 60]
    assert sum(default_blue) == 0, "no area fell back to the library's blue"
    light = sum(n for n, (r, g, b) in colours if r + g + b > 600)
    assert light < 480 * 440 * 0.3, "what is light is the title and the words"


def test_axe_finds_nothing_in_the_menu_and_on_the_dark_map(page: Page, address: str) -> None:
    page.goto(f"{address}?look=dark&tint=events")
    frame = wait_for_map(page)
    frame.locator(".measure a").click()
    expect(frame.locator(".howfar")).to_be_visible()
    assert violations(frame) == []

    open_popup(page, "Layers", page.locator(".st-key-mapbox_menu input[type=file]"))

    assert violations(page.main_frame) == []
